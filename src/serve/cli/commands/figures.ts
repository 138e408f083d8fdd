import { z } from 'zod';
import type { SourceRow, Vault } from '../../../vault/index.ts';
import { EXIT, type ExitCode, type Stop } from '../../exit-code.ts';
import { chainWords, claimViews, DATE_MARK, figureRows } from '../../figure-view.ts';
import { counted } from '../../sentences.ts';
import { eachSource, readSourceOf } from '../../stored-readings.ts';
import { oneLine, wrapCells } from '../cell-text.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { findSource, namedCollection, shortId } from '../source-words.ts';
import { tableLines } from '../table.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({
  source: z.string().min(1).optional(),
  collection: z.string().min(1).optional(),
  reveal: given,
  json: given,
});
type Flags = z.infer<typeof schema>;

/** Lists the figures that were read: suggestions, which count for nothing until a person has reviewed them. */
export async function figures(context: CommandContext, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  return withVault(context, flags.value, (session) => listFigures(context, session, flags.value));
}

async function listFigures(
  { terminal }: CommandContext,
  { vault }: Session,
  { source, collection, reveal, json }: Flags,
): Promise<ExitCode | Stop> {
  const chosen = await chooseSources(vault, source, collection);
  if ('type' in chosen) return chosen;
  const rows: string[][] = [];
  let sources = 0;
  for await (const row of chosen.sources) {
    const read = await readSourceOf(vault, row);
    if (read === undefined) continue;
    sources++;
    for (const view of claimViews(read.layer, read.reading, { reveal })) {
      if (view.quantity.length === 0) continue;
      if (json) {
        terminal.out(jsonLine({ source: row.source, state: 'unreviewed', ...view }));
        continue;
      }
      for (const figure of figureRows(view)) {
        rows.push(
          [figure.value, figure.counts, chainWords(figure), figure.when, figure.where, shortId(row.source)].map(
            oneLine,
          ),
        );
      }
    }
  }
  if (json) return EXIT.done;
  if (rows.length === 0) {
    terminal.out(`No figures were read in ${counted(sources, 'source')}.`);
    return EXIT.done;
  }
  for (const line of tableLines(COLUMNS, rows, { cells: terminal.cells, rowLines: 3 })) terminal.out(line);
  terminal.out('');
  for (const line of wrapCells(DATE_MARK, terminal.cells)) terminal.out(line);
  terminal.out(
    `${counted(rows.length, 'unreviewed suggestion')} from ${counted(sources, 'source')}. Nobody has accepted them. Figures of different questions are not compared or added up.`,
  );
  return EXIT.done;
}

const COLUMNS = [
  { heading: 'figure', least: 14, most: 24 },
  { heading: 'what is counted', least: 14, most: 34 },
  { heading: 'who said so', least: 14, most: 40 },
  { heading: 'when', least: 11, most: 14 },
  { heading: 'where', least: 11, most: 20 },
  { heading: 'source' },
] as const;

async function chooseSources(
  vault: Vault,
  source: string | undefined,
  collection: string | undefined,
): Promise<Stop | { readonly sources: AsyncIterable<SourceRow> | Iterable<SourceRow> }> {
  if (source !== undefined) {
    const found = await findSource(vault, source);
    return found.ok ? { sources: [found.value] } : found.error;
  }
  const within = await namedCollection(vault, collection);
  return within.ok ? { sources: eachSource(vault, within.value?.collection) } : within.error;
}
