import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { ok, type Result, refuse } from '../../../base/index.ts';
import { KEPT_NAME_LIMIT, QUERY_LIMIT } from '../../../preserve/index.ts';
import { nameForms } from '../../../read/index.ts';
import type { CollectionRow, SearchFilter } from '../../../vault/index.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { findKeptSearch, forgetSearch, keepSearch } from '../../kept-searches.ts';
import { runSearch, type SearchQuestion, unknownAdditions } from '../../searching.ts';
import { vaultSentence } from '../../sentences.ts';
import { openBundledPacks } from '../../theme-packs.ts';
import { DAYBOOK } from '../../typed.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags, someText, wholeNumber } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { queryOf, queryTooLong } from '../query-words.ts';
import { recordReveal } from '../revealing.ts';
import { filterFlags, filterOf } from '../search-flags.ts';
import { searchLines, viewAsJson } from '../search-words.ts';
import { unreadNote } from '../source-words.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

/** Bytes of a file of queries. */
const BATCH_BYTES = 16_000_000;

const schema = vaultFlags.extend({
  ...filterFlags,
  ...{ exact: given, any: given, everything: given, newest: given, reveal: given, json: given },
  limit: wholeNumber(1, 1000).default(10),
  without: z
    .string()
    .regex(/^\d{1,4}(?:,\d{1,4})*$/, 'it takes numbers of additions, parted by commas')
    .transform((list) => list.split(',').map(Number))
    .default([]),
  batch: z.string().min(1).optional(),
  keep: someText(KEPT_NAME_LIMIT).optional(),
  forget: someText(KEPT_NAME_LIMIT).optional(),
});
type Flags = z.infer<typeof schema>;

/** Finds passages by words in three languages. */
export async function search(
  context: CommandContext,
  words: readonly string[],
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const { keep, forget, batch, exact, any } = flags.value;
  if (exact && any)
    return stop(EXIT.usage, 'Either --exact or --any: the letters as typed are all there, or they are not.');
  if (forget !== undefined) {
    if (words.length > 0 || batch !== undefined || keep !== undefined)
      return stop(EXIT.usage, 'To give a kept search up, name it and nothing else: search --forget NAME');
    return withVault(context, flags.value, (session) => forgetKept(context, session, forget));
  }
  if (keep !== undefined && (batch !== undefined || flags.value.without.length > 0))
    return stop(EXIT.usage, 'A search is kept as it was typed: leave out --batch and --without.');
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
  const text = await queryOf(context, words, 'search -');
  return text.ok ? ok([text.value]) : text;
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
  return lines.some((line) => line.length > QUERY_LIMIT) ? refuse(queryTooLong()) : ok(lines);
}

async function answerAll(
  context: CommandContext,
  session: Session,
  queries: readonly string[],
  flags: Flags,
): Promise<ExitCode | Stop> {
  const { terminal, installation } = context;
  const names = nameForms(openBundledPacks(installation));
  const narrowed = await filterOf(session.vault, names, flags);
  if (!narrowed.ok) return narrowed.error;
  const { filter, collection } = narrowed.value;
  // In a file of queries each has additions of its own.
  const unknown = queries.reduce<readonly number[]>(
    (left, text) => (left.length === 0 ? left : unknownAdditions(names, { text, exact: flags.exact, without: left })),
    flags.without,
  );
  if (unknown.length > 0)
    return stop(
      EXIT.usage,
      `No addition of this query has the number ${unknown.join(', ')}. Search without --without to see which there are.`,
    );
  for (const [i, text] of queries.entries()) {
    const view = await runSearch(session.vault, names, questionOf(text, filter, flags));
    const sources = view.hits.map(({ source }) => source);
    const refused = await recordReveal(context, session, { reveal: flags.reveal, sources });
    if (refused !== undefined) return refused;
    if (flags.json) {
      terminal.out(jsonLine({ query: text, ...viewAsJson(view) }));
      continue;
    }
    if (i > 0) terminal.out('');
    for (const line of searchLines(view, { cells: terminal.cells, everything: flags.everything })) terminal.out(line);
    const nothing = view.terms.length > 0 && view.matched === 'none';
    const unread = nothing ? await unreadNote(session.vault, filter.collection) : undefined;
    if (unread !== undefined) terminal.out(unread);
  }
  return flags.keep === undefined
    ? EXIT.done
    : keepIt(context, session, { ...flags, name: flags.keep, query: queries[0] ?? '' }, collection);
}

function questionOf(text: string, filter: SearchFilter, flags: Flags): SearchQuestion {
  const { exact, any, everything, newest, limit, without, reveal } = flags;
  return { text, exact, any, everything, order: newest ? 'newest' : 'best', filter, limit, without, reveal };
}

async function keepIt(
  { terminal, now, random }: CommandContext,
  { vault, folder }: Session,
  flags: Flags & { readonly name: string; readonly query: string },
  collection: CollectionRow | undefined,
): Promise<ExitCode | Stop> {
  const { name, query, exact, any, lang, kind, place, from, to } = flags;
  if (query.trim() === '') return stop(EXIT.usage, 'There is nothing to keep: say what to search for.');
  const before = await findKeptSearch(vault, name);
  const kept = await keepSearch(
    vault,
    {
      ...{ name, query, match: exact ? 'exact' : any ? 'any' : 'all' },
      ...{ language: lang ?? null, kind: kind ?? null, place: place ?? null, from: from ?? null, to: to ?? null },
      collection: collection?.collection ?? null,
    },
    { now, random },
  );
  if (!kept.ok) return vaultSentence(kept.error, oneLine(folder));
  if (!flags.json) {
    terminal.out('');
    terminal.out(
      `Kept as ${oneLine(name)}${before === undefined ? '' : ', in place of the one of that name'}. ${DAYBOOK} today lists what comes from now on and matches.`,
    );
  }
  return EXIT.done;
}

async function forgetKept(
  { terminal, now, random }: CommandContext,
  { vault, folder }: Session,
  name: string,
): Promise<ExitCode | Stop> {
  const kept = await findKeptSearch(vault, name);
  if (kept === undefined)
    return stop(EXIT.inputRefused, `There is no kept search of this name. ${DAYBOOK} today lists them.`);
  terminal.progress('erasing its words; the database is written anew …');
  const done = await forgetSearch(vault, kept.search, { now, random });
  terminal.progress('');
  if (!done.ok) return vaultSentence(done.error, oneLine(folder));
  terminal.out(`The search ${oneLine(name)} is given up, and its words are erased here.`);
  return EXIT.done;
}
