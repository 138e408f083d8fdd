import { z } from 'zod';
import type { CollectionRow, SourceRow } from '../../../vault/index.ts';
import { countStates } from '../../../weigh/index.ts';
import { custodyOf, custodyShown } from '../../custody.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { titleOf } from '../../layer-facts.ts';
import { counted, sizeWords } from '../../sentences.ts';
import { claimsOf } from '../../source-claims.ts';
import { eachSource, layerOf } from '../../stored-readings.ts';
import { openBundledPacks } from '../../theme-packs.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext, Session } from '../context.ts';
import { custodyLines } from '../custody-words.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { recordReveal } from '../revealing.ts';
import { saidElsewhere, saidLines } from '../said-words.ts';
import { factsOf } from '../source-facts.ts';
import { findSource, namedCollection, shortId } from '../source-words.ts';
import { tableLines } from '../table.ts';
import { showTranslation } from '../translation-words.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({
  collection: z.string().min(1).optional(),
  translation: z.union([z.string().min(2).max(20), z.literal(true)]).optional(),
  reveal: given,
  json: given,
});

type Choice = { readonly reveal: boolean; readonly json: boolean };

/** Lists the sources, or shows one with its custody. */
export async function show(context: CommandContext, id: string | undefined, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  return withVault(context, flags.value, async (session) => {
    if (id !== undefined) {
      const found = await findSource(session.vault, id);
      if (!found.ok) return found.error;
      const { translation, reveal, json } = flags.value;
      const refused = await recordReveal(context, session, { reveal, sources: [found.value.source] });
      if (refused !== undefined) return refused;
      if (translation === undefined) return showSource(context, session, found.value, flags.value);
      const packs = openBundledPacks(context.installation);
      const language = translation === true ? undefined : translation;
      return showTranslation(context, session.vault, found.value, { language, reveal, json, packs });
    }
    if (flags.value.translation !== undefined) return stop(EXIT.usage, 'Say of which source: show ID --translation');
    const within = await namedCollection(session.vault, flags.value.collection);
    return within.ok ? listSources(context, session, within.value, flags.value) : within.error;
  });
}

async function listSources(
  { terminal }: CommandContext,
  { vault }: Session,
  collection: CollectionRow | undefined,
  { reveal, json }: Choice,
): Promise<ExitCode> {
  const rows: string[][] = [];
  let bytes = 0;
  for await (const row of eachSource(vault, collection?.collection)) {
    const { facts } = await factsOf(vault, row, reveal);
    bytes += row.record.length;
    if (json)
      terminal.out(jsonLine({ source: row.source, ...facts, length: row.record.length, added: row.record.capturedAt }));
    rows.push([
      shortId(row.source),
      oneLine(titleOf(facts.title ?? undefined, facts.file)),
      oneLine(facts.publisher ?? ''),
      facts.date ?? '',
      facts.language ?? (row.layer === undefined ? 'not read' : ''),
      sizeWords(row.record.length),
      row.record.capturedAt.slice(0, 10),
    ]);
  }
  if (json) return EXIT.done;
  if (rows.length === 0) terminal.out('No sources yet. Add some: add FILE FOLDER');
  for (const line of tableLines(COLUMNS, rows, { cells: terminal.cells })) terminal.out(line);
  if (rows.length > 0)
    terminal.out(
      `${counted(rows.length, 'source')}, ${sizeWords(bytes)}. Title, publisher and date are what each page says of itself.`,
    );
  return EXIT.done;
}

const COLUMNS = [
  { heading: 'id' },
  { heading: 'title', least: 16 },
  { heading: 'publisher', least: 10, most: 24 },
  { heading: 'date' },
  { heading: 'language' },
  { heading: 'length', side: 'right' as const },
  { heading: 'added' },
];

async function showSource(
  context: CommandContext,
  { vault }: Session,
  row: SourceRow,
  { reveal, json }: Choice,
): Promise<ExitCode> {
  const { terminal } = context;
  const { facts, said, veiled } = await factsOf(vault, row, reveal);
  const custody = custodyShown(await custodyOf(vault, row, context.now), said);
  const layer = await layerOf(vault, row);
  const source = await claimsOf(vault, row);
  const claims = countStates(source.claims);
  const described = await saidElsewhere(vault, row, reveal);
  const documents = (layer?.documents ?? []).map(({ title, issuer, date, language }) => ({
    title: veiled(title?.value),
    issuer: veiled(issuer?.value),
    date: date?.value ?? null,
    language,
  }));
  if (json) {
    const whole = {
      source: row.source,
      ...facts,
      custody,
      documents,
      claims,
      ...described,
    };
    terminal.out(jsonLine(whole));
    return custody.bytes.type === 'unchanged' ? EXIT.done : EXIT.damaged;
  }
  terminal.out(`SOURCE  ${row.source}`);
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    ['title', facts.title],
    ['author', facts.author],
    ['publisher', facts.publisher],
    ['date', facts.date],
    ['language', facts.language],
    ['file', facts.file],
  ];
  for (const [name, value] of lines) if (value) terminal.out(`  ${name.padEnd(10)}${oneLine(value)}`);
  for (const line of custodyLines(custody, row, {
    claims,
    known: source.proposals !== undefined,
    cells: terminal.cells,
  }))
    terminal.out(line);
  terminal.out('DOCUMENTS');
  if (row.layer === undefined) terminal.out('  none: the bytes are kept and were not read');
  for (const each of documents) {
    const words = [each.title ?? 'without a title', each.issuer, each.date, each.language].filter((word) => word);
    terminal.out(`  ${oneLine(words.join(' · '))}`);
  }
  for (const line of saidLines(described, terminal.cells)) terminal.out(line);
  return custody.bytes.type === 'unchanged' ? EXIT.done : EXIT.damaged;
}
