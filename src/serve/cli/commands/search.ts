import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { ok, type Result, refuse } from '../../../base/index.ts';
import { dayOf, type NameForms, nameForms } from '../../../read/index.ts';
import type { SearchFilter } from '../../../vault/index.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { placeTerm, runSearch, type SearchQuestion } from '../../searching.ts';
import { openBundledPacks } from '../../theme-packs.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags, wholeNumber } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { searchLines, viewAsJson } from '../search-words.ts';
import { namedCollection } from '../source-words.ts';
import { InputTooLong } from '../terminal.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

/** UTF-16 units of one query, and bytes of a file of queries. */
const LONGEST_QUERY = 20_000;
const BATCH_BYTES = 16_000_000;

const schema = vaultFlags.extend({
  ...{ exact: given, any: given, everything: given, newest: given, reveal: given, json: given },
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z]{2,8})*$/, 'it takes a language tag, as en, zh, zh-Hant or ko')
    .optional(),
  kind: z
    .enum(
      ['heading', 'text', 'quotation', 'table', 'boilerplate'],
      'it takes heading, text, quotation, table or boilerplate',
    )
    .optional(),
  place: z.string().min(1).max(200).optional(),
  from: edtfDay(),
  to: edtfDay(),
  collection: z.string().min(1).optional(),
  limit: wholeNumber(1, 1000).default(10),
  without: z
    .string()
    .regex(/^\d{1,4}(?:,\d{1,4})*$/, 'it takes numbers of additions, parted by commas')
    .transform((list) => list.split(',').map(Number))
    .default([]),
  batch: z.string().min(1).optional(),
});
type Flags = z.infer<typeof schema>;

function edtfDay(): z.ZodOptional<z.ZodString> {
  return z
    .string()
    .regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/, 'it takes a date as 2016, 2016-08 or 2016-08-09')
    .refine((date) => dayOf(date) !== undefined, 'it takes a date between 1800 and 2158')
    .optional();
}

/** Finds passages by words in three languages. */
export async function search(
  context: CommandContext,
  words: readonly string[],
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  // Words may begin with a minus sign, so what looks like a flag arrives here too.
  const unknown = words.find((word) => word.startsWith('--'));
  if (unknown !== undefined)
    return stop(EXIT.usage, `The flag ${unknown.slice(0, 30)} is not known. Run search --help to see how.`);
  const queries = await queriesOf(context, words, flags.value.batch);
  if (!queries.ok) return queries.error;
  return withVault(context, flags.value, (session) => answerAll(context, session, queries.value, flags.value));
}

async function queriesOf(
  context: CommandContext,
  words: readonly string[],
  batch: string | undefined,
): Promise<Result<readonly string[], Stop>> {
  if (batch !== undefined) {
    if (words.length > 0) return refuse(stop(EXIT.usage, 'Either words or --batch, not both.'));
    return batchOf(context, batch);
  }
  if (words.length === 0)
    return refuse(stop(EXIT.usage, 'Say what to search for, or type search - and then the words.'));
  const text = words.length === 1 && words[0] === '-' ? await typedWords(context) : ok(words.join(' '));
  if (!text.ok) return text;
  return text.value.length > LONGEST_QUERY ? refuse(tooLong()) : ok([text.value]);
}

function tooLong(): Stop {
  return stop(EXIT.inputRefused, `A query takes at most ${LONGEST_QUERY} characters.`);
}

async function typedWords({ terminal }: CommandContext): Promise<Result<string, Stop>> {
  try {
    return ok(new TextDecoder().decode(await terminal.readInput(LONGEST_QUERY * 4)).trim());
  } catch (error) {
    if (error instanceof InputTooLong) return refuse(tooLong());
    throw error;
  }
}

function batchOf({ folder }: CommandContext, file: string): Result<readonly string[], Stop> {
  const path = resolve(folder, file);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() !== true)
    return refuse(stop(EXIT.inputRefused, 'There is no file of queries at the path that --batch names.'));
  if (found.size > BATCH_BYTES)
    return refuse(stop(EXIT.inputRefused, `A file of queries takes at most ${BATCH_BYTES / 1e6} MB.`));
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines.some((line) => line.length > LONGEST_QUERY) ? refuse(tooLong()) : ok(lines);
}

async function answerAll(
  context: CommandContext,
  session: Session,
  queries: readonly string[],
  flags: Flags,
): Promise<ExitCode | Stop> {
  const { terminal, installation } = context;
  const names = nameForms(openBundledPacks(installation));
  const filter = await filterOf(session, names, flags);
  if (!filter.ok) return filter.error;
  for (const [i, text] of queries.entries()) {
    const view = await runSearch(session.vault, names, questionOf(text, filter.value, flags));
    if (flags.json) {
      terminal.out(jsonLine({ query: text, ...viewAsJson(view) }));
      continue;
    }
    if (i > 0) terminal.out('');
    for (const line of searchLines(view, { cells: terminal.cells, everything: flags.everything })) terminal.out(line);
  }
  return EXIT.done;
}

function questionOf(text: string, filter: SearchFilter, flags: Flags): SearchQuestion {
  const { exact, any, everything, newest, limit, without, reveal } = flags;
  return { text, exact, any, everything, order: newest ? 'newest' : 'best', filter, limit, without, reveal };
}

async function filterOf({ vault }: Session, names: NameForms, flags: Flags): Promise<Result<SearchFilter, Stop>> {
  const collection = await namedCollection(vault, flags.collection);
  if (!collection.ok) return collection;
  const place = flags.place === undefined ? undefined : placeTerm(names, flags.place);
  if (flags.place !== undefined && place === undefined) {
    return refuse(stop(EXIT.inputRefused, 'No theme pack has a place or office of the name that --place gives.'));
  }
  return ok({
    collection: collection.value?.collection,
    language: flags.lang,
    kind: flags.kind,
    from: dayOf(flags.from),
    to: lastDay(flags.to),
    place,
  });
}

/** The last day that a date means: 2016 ends on its 31 December. */
function lastDay(date: string | undefined): number | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date ?? '') ?? [];
  if (year === undefined || day !== undefined) return dayOf(date);
  const nextMonth = month === undefined || Number(month) >= 12 ? 1 : Number(month) + 1;
  const nextYear = nextMonth === 1 ? Number(year) + 1 : Number(year);
  const next = dayOf(`${nextYear}-${String(nextMonth).padStart(2, '0')}-01`);
  return next === undefined ? undefined : next - 1;
}
