import type { SourceId } from '../base/index.ts';
import { type NameForms, type ParsedQuery, parseQuery, type QueryTerm } from '../read/index.ts';
import type { FoundSource, SearchAnswer, SearchFilter, SearchRequest, Vault } from '../vault/index.ts';
import { titleOf } from './layer-facts.ts';
import { type Snippet, snippetOf } from './snippet.ts';
import { mentionsOf } from './stored-readings.ts';
import { veilWords } from './veil-words.ts';

/** What somebody asks of a search. */
export interface SearchQuestion {
  readonly text: string;
  readonly exact: boolean;
  readonly any: boolean;
  readonly everything: boolean;
  readonly order: 'best' | 'newest';
  readonly filter: SearchFilter;
  readonly limit: number;
  /** Numbers of additions that are taken away again, as an earlier answer gave them. */
  readonly without: readonly number[];
  readonly reveal: boolean;
  /** Whether passages that lack a word are left out even when none has them all: what stands as a question is not widened. */
  readonly strict?: boolean;
}

/** Something that a query asks for although it was not typed. */
export interface Addition {
  /** By which it can be taken away; the same as long as the query is. */
  readonly number: number;
  readonly text: string;
  readonly why: 'stem' | 'particle' | 'ending' | 'spelling' | 'name' | 'number' | 'date';
}

export interface ReadTerm {
  readonly text: string;
  /** Rows of theme packs that it names; more than one when it is ambiguous. */
  readonly names: readonly string[];
  /** Those that stand in some passage of the vault. */
  readonly additions: readonly Addition[];
}

export interface ShownSource {
  readonly source: SourceId;
  readonly file: string;
  readonly title: string;
  /** EDTF, as the source says of itself. */
  readonly date: string | null;
  readonly score: number;
  readonly found: number;
  readonly passages: readonly (Snippet & {
    readonly kind: string;
    readonly language: string;
    readonly start: number;
    readonly end: number;
  })[];
}

export interface SearchView {
  /** Whether any of the words was asked for, rather than fallen back to. */
  readonly any: boolean;
  readonly matched: SearchAnswer['matched'];
  readonly passages: number;
  readonly sources: number;
  readonly more: SearchAnswer['more'];
  readonly terms: readonly ReadTerm[];
  readonly excluded: readonly string[];
  readonly notes: ParsedQuery['notes'];
  readonly hits: readonly ShownSource[];
}

/** Searches a vault and gives what may be shown: protected words written over unless they are asked for. */
export async function runSearch(vault: Vault, names: NameForms, question: SearchQuestion): Promise<SearchView> {
  const { exact, any, everything, order, filter, limit, reveal } = question;
  const parsed = parseQuery(question.text, { names, exact });
  const numbered = numberAdditions(parsed.terms);
  const terms = withoutAdditions(parsed.terms, numbered, question.without);
  // Names within a run have no number by which they could be taken away.
  const query: ParsedQuery = { ...parsed, terms, parts: question.without.length > 0 ? undefined : parsed.parts };
  const request: SearchRequest = {
    query,
    mode: any ? 'any' : 'all',
    ...(exact && { exactly: typedTexts(parsed) }),
    ...{ everything, order, filter, limit, strict: question.strict },
  };
  const answer = await vault.query('search', request);
  return {
    any,
    matched: answer.matched,
    passages: answer.passages,
    sources: answer.sources,
    more: answer.more,
    terms: (answer.matched === 'parts' ? (query.parts ?? []) : query.terms).map((term, i) =>
      readTerm(term, answer.matched === 'parts' ? [] : (answer.present[i] ?? []), numbered),
    ),
    excluded: parsed.excluded.map(({ text }) => text),
    notes: parsed.notes,
    hits: await Promise.all(answer.hits.map((hit) => shownSource(vault, hit, reveal))),
  };
}

/** The letters of each word of an exact query, several where OR stands between them. */
export function typedTexts({ terms }: ParsedQuery): readonly (readonly string[])[] {
  return terms.map((term) => (term.operands ?? [term]).map(({ text }) => text));
}

/** Those of these numbers that are of no addition of a query, as it is read with these names; none when all are. */
export function unknownAdditions(
  names: NameForms,
  { text, exact, without }: Pick<SearchQuestion, 'text' | 'exact' | 'without'>,
): readonly number[] {
  const known = new Set(numberAdditions(parseQuery(text, { names, exact }).terms).values());
  return without.filter((number) => !known.has(number));
}

type Alternatives = QueryTerm['alternatives'];

/** Every addition of a query by its number, from 1, in the order of its terms. */
function numberAdditions(terms: readonly QueryTerm[]): ReadonlyMap<Alternatives[number], number> {
  const additions = terms.flatMap(({ alternatives }) => alternatives.filter(({ why }) => why !== undefined));
  return new Map(additions.map((each, i) => [each, i + 1]));
}

function withoutAdditions(
  terms: readonly QueryTerm[],
  numbered: ReadonlyMap<Alternatives[number], number>,
  without: readonly number[],
): readonly QueryTerm[] {
  if (without.length === 0) return terms;
  const gone = new Set(without);
  return terms.map((term) => ({
    ...term,
    alternatives: term.alternatives.filter((each) => !gone.has(numbered.get(each) ?? 0)),
  }));
}

function readTerm(
  { text, names, alternatives }: QueryTerm,
  present: readonly boolean[],
  numbered: ReadonlyMap<Alternatives[number], number>,
): ReadTerm {
  const additions = alternatives.flatMap((each, i): readonly Addition[] => {
    const number = numbered.get(each);
    // A word of the same stem is no other word to whoever reads.
    return number === undefined || each.why === undefined || present[i] !== true
      ? []
      : [{ number, text: each.text, why: each.why }];
  });
  return { text, names: names.map(({ name, type }) => `${name} (${type})`), additions };
}

async function shownSource(vault: Vault, hit: FoundSource, reveal: boolean): Promise<ShownSource> {
  const row = await vault.query('source', { source: hit.source });
  const mentions = row === undefined || reveal ? [] : await mentionsOf(vault, row);
  const fileName = row?.record.fileName ?? '';
  const metadata = row?.layer?.metadata;
  return {
    source: hit.source,
    file: veilWords(fileName, mentions),
    title: veilWords(titleOf(metadata?.title?.value, fileName), mentions),
    date: metadata?.date?.value ?? null,
    score: Math.round(hit.score * 1000) / 1000,
    found: hit.found,
    passages: hit.passages.map(({ start, end, kind, language, text, marks }) => ({
      ...{ start, end, kind, language },
      ...snippetOf({ text, marks }, { at: start, mentions }),
    })),
  };
}
