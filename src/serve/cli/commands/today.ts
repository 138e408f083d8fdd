import { nameForms } from '../../../read/index.ts';
import { EXIT, type ExitCode, type Stop } from '../../exit-code.ts';
import { markLookedAt, type NewMatches, newMatches } from '../../kept-searches.ts';
import { counted, vaultSentence } from '../../sentences.ts';
import { openBundledPacks } from '../../theme-packs.ts';
import { oneLine, wrapCells } from '../cell-text.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags, wholeNumber } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { hitLines, viewAsJson } from '../search-words.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({ seen: given, reveal: given, json: given, limit: wholeNumber(1, 1000).default(10) });
type Flags = typeof schema extends { _output: infer T } ? T : never;

/** Lists what came since the kept searches were last looked at, and matches one of them. */
export async function today(context: CommandContext, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  return withVault(context, flags.value, (session) => list(context, session, flags.value));
}

async function list(
  { terminal, installation, now }: CommandContext,
  { vault, folder }: Session,
  { seen, reveal, json, limit }: Flags,
): Promise<ExitCode | Stop> {
  const names = nameForms(openBundledPacks(installation));
  const all = await newMatches(vault, names, { limit, reveal });
  if (json)
    for (const { kept, view } of all) terminal.out(jsonLine({ ...keptAsJson(kept), ...(view && viewAsJson(view)) }));
  else for (const line of todayLines(all, terminal.cells)) terminal.out(line);
  if (!seen) return EXIT.done;
  const withNew = all.filter(({ view }) => view !== undefined && view.sources > 0).map(({ kept }) => kept);
  const marked = await markLookedAt(vault, withNew, { now });
  if (!marked.ok) return vaultSentence(marked.error, oneLine(folder));
  if (!json && withNew.length > 0) terminal.out('All of it counts as looked at from now on.');
  return EXIT.done;
}

function keptAsJson({ name, query, match, language, kind, place, from, to }: NewMatches['kept']): object {
  return { name, query, match, filter: { language, kind, place, from, to } };
}

function* todayLines(all: readonly NewMatches[], cells: number): Generator<string> {
  if (all.length === 0) {
    yield* wrapCells(
      'No search is kept yet. Keep one, and what comes later and matches is listed here: search --keep NAME WORDS',
      cells,
    );
    return;
  }
  let waiting = 0;
  for (const { kept, view } of all) {
    const heading = `${oneLine(kept.name)}: ${oneLine(kept.query)}`;
    if (view === undefined) {
      yield* wrapCells(`${heading} — no theme pack has its place ${oneLine(kept.place ?? '')} any more.`, cells);
      continue;
    }
    if (view.sources === 0) {
      yield* wrapCells(`${heading} — nothing new.`, cells);
      continue;
    }
    waiting++;
    yield '';
    yield* wrapCells(
      `${heading} — ${counted(view.sources, 'new source')}${view.more === false ? '' : ', and more'}`,
      cells,
    );
    for (const hit of view.hits) for (const line of hitLines(hit, cells - 2)) yield `  ${line}`;
    const left = view.sources - view.hits.length;
    if (left > 0) yield `  ${counted(left, 'more source')}. See more with --limit.`;
    yield '';
  }
  if (waiting > 0) yield 'When you have looked at them: today --seen';
}
