import type Database from '@signalapp/sqlcipher';
import type { WorkspaceId } from '../base/index.ts';
import {
  holdsExactly,
  looseQuery,
  occurrencesOf,
  occursIn,
  type QueryTerm,
  type SearchedText,
  Sought,
  searchedText,
  standsInsideOnly,
} from '../read/index.ts';
import { IndexReads } from './index-reads.ts';
import { projectionsIn } from './projections.ts';
import type { FoundPassage, SearchAnswer, SearchRequest } from './search-answer.ts';
import { allOf, alternativeExpressions, anyOf } from './search-expression.ts';
import { dayOfPassage } from './search-index.ts';
import { bestOf, byNumber, byScore, type Candidate, foundPassage, type PassageText } from './search-rows.ts';
import { questionScores, typedOf } from './search-score.ts';

/**
 * Passages that one search ranks. By measurement (docs/measures.md): more changes the first answer in fewer than one
 * question in a hundred, and costs in proportion.
 */
const SEARCH_BOUND = 3000;
/** Of those, passages whose whole score is worked out where any term will do; and how many when everything is ranked. */
const RESCORED = 100;
const RESCORED_OF_ALL = 2000;
/** Passages whose text is looked at before the answer says that there may be more. */
const MOST_LOOKED = 20_000;
/** Passages of one source that are shown, and among how many of its best they are chosen. */
const SHOWN = 3;
const LOOKED_AT = 6;
/** What is left of a score for each term that stands inside Korean words only, and for one syllable that does. */
const INSIDE_WORD = 0.6;
const SYLLABLE_INSIDE = 0.1;

/** Searches the vault (docs/search.md). Equal entries give equal answers, on every copy. */
export function search(db: Database, _workspace: WorkspaceId, request: SearchRequest): SearchAnswer {
  const projections = projectionsIn(db);
  const { terms } = request.query;
  const index = new IndexReads(projections, request.filter);
  const present = terms.map((term) => term.alternatives.map((each) => index.isPresent(alternativeExpressions(each))));
  const nothing = { matched: 'none', present, passages: 0, sources: 0, more: false, hits: [] } as const;
  if (terms.length === 0) return nothing;
  if (request.mode === 'all') {
    const found = findAll(index, request, terms);
    if (found.candidates.length > 0) return { matched: 'all', present, ...answer(index, request, found, terms) };
    if (found.more !== false) return { ...nothing, more: found.more };
    if (request.exactly !== undefined) return nothing;
    const { parts } = request.query;
    const parted = parts && findAll(index, request, parts);
    if (parted !== undefined && parted.candidates.length > 0)
      return { matched: 'parts', present, ...answer(index, request, parted, parts ?? []) };
    if (request.strict === true) return nothing;
  }
  const found = findAny(index, request);
  return found.candidates.length === 0
    ? { ...nothing, more: found.more }
    : { matched: 'any', present, ...answer(index, request, found, found.terms) };
}

interface Found {
  readonly candidates: readonly Candidate[];
  /** What was found, where that is more than the candidates. */
  readonly counts?: { readonly passages: number; readonly sources: number };
  readonly more: SearchAnswer['more'];
}

function boundOf({ everything }: SearchRequest): number {
  return everything === true ? Number.MAX_SAFE_INTEGER - 1 : SEARCH_BOUND;
}

/** Passages that hold every term: those that the index finds and whose text bears it out. */
function findAll(index: IndexReads, request: SearchRequest, terms: readonly QueryTerm[]): Found {
  const { query, filter, exactly } = request;
  const wanted = filter.place === undefined ? terms : [...terms, filter.place];
  const withText = exactly !== undefined || query.excluded.length > 0 || wanted.some(needsText);
  const bound = boundOf(request);
  const sought = new Sought([...wanted, ...query.excluded]);
  const candidates: Candidate[] = [];
  let below: string | undefined;
  for (let looked = 0; ; ) {
    const { rows, isCut } = index.ranked(allOf(wanted), { bound, withText, below });
    for (const row of rows) candidates.push(...(withText ? judged(row, { terms: wanted, sought }, request) : [row]));
    looked += rows.length;
    if (!isCut) return { candidates, more: false };
    // What the index proposes and the text does not bear out must not hide what older documents hold.
    if (candidates.length >= bound / 4 || looked >= MOST_LOOKED) return { candidates, more: 'newest' };
    below = rows.reduce((least, { id }) => (BigInt(id) < BigInt(least) ? id : least), rows[0]?.id ?? '0');
  }
}

/** Whether the index alone cannot tell that a term is there: it knows no spaces in Korean. */
function needsText({ alternatives }: QueryTerm): boolean {
  return alternatives.some((each) => each.type === 'units' && each.units.some(({ kind }) => kind === 'syllable'));
}

function judged(
  row: Candidate,
  { terms, sought }: { readonly terms: readonly QueryTerm[]; readonly sought: Sought },
  { exactly, query }: SearchRequest,
): readonly Candidate[] {
  if (row.text === undefined) return [];
  const whole = `${row.text.head}\n${row.text.body}`;
  const [first] = terms;
  if (first !== undefined && terms.length === 1 && exactly === undefined && query.excluded.length === 0) {
    if (standsInsideOnly(whole, first) === true) return [{ ...row, score: row.score * INSIDE_WORD }];
  }
  const looked = searchedText(whole, sought);
  if (query.excluded.some((term) => occursIn(looked, term))) return [];
  if (exactly !== undefined) return exactly.every((any) => any.some((each) => holdsExactly(whole, each))) ? [row] : [];
  let score = row.score;
  for (const term of terms) {
    const places = occurrencesOf(looked, term);
    if (places.length === 0) return [];
    if (!places.some(({ asWord }) => asWord)) score *= [...term.text].length === 1 ? SYLLABLE_INSIDE : INSIDE_WORD;
  }
  return [{ ...row, score }];
}

/**
 * Passages that hold any term. Terms enter rarest first until the passages that they may bring reach the bound; then the
 * best of those are scored by all terms. So a common word never pushes out what a rare one finds.
 */
function findAny(index: IndexReads, request: SearchRequest): Found & { readonly terms: readonly QueryTerm[] } {
  const { query, filter } = request;
  const bound = boundOf(request);
  const loose = looseQuery(query);
  const asked = loose.terms
    .map((term) => ({ term, count: index.count(anyOf([term]), bound + 1) }))
    .filter(({ count }) => count > 0);
  const counted = asked.toSorted((a, b) => a.count - b.count);
  const core: QueryTerm[] = [];
  let expected = 0;
  for (const { term, count } of counted) {
    if (core.length > 0 && expected + count > bound) break;
    core.push(term);
    expected += count;
  }
  if (core.length === 0) return { candidates: [], more: false, terms: [] };
  const { place } = filter;
  const expression = place === undefined ? anyOf(core) : `(${anyOf(core)}) AND (${anyOf([place])})`;
  const { rows, isCut } = index.ranked(expression, { bound, withText: false, expected });
  const most = request.everything === true ? RESCORED_OF_ALL : RESCORED;
  const sought = new Sought([...loose.terms, ...loose.characters, ...query.excluded, ...(place ? [place] : [])]);
  const kept: Judged[] = [];
  let looked = 0;
  let inOrder = request.order === 'newest' ? rows.toSorted(byNumber) : bestOf(rows, most);
  while (looked < Math.min(rows.length, RESCORED_OF_ALL) && kept.length < most / 4) {
    if (inOrder.length < Math.min(rows.length, looked + most)) inOrder = rows.toSorted(byScore);
    const some = inOrder.slice(looked, looked + most);
    kept.push(...borneOut(index, request, some, { core, sought }));
    looked += some.length;
  }
  if (kept.length === 0) return { candidates: [], more: isCut || looked < rows.length ? 'newest' : false, terms: [] };
  const weighed = asked.map(({ term, count }) => {
    const passages = count <= bound ? count : index.passagesWith(term.alternatives, bound + 1);
    const typed = typedOf(term);
    return { term, passages, asTyped: typed && (count <= bound ? index.passagesWith([typed], bound + 1) : passages) };
  });
  const scores = questionScores(
    kept.map(({ looked }) => looked),
    { terms: weighed, characters: loose.characters, totals: index.totals() },
  );
  const passages = rows.length - looked + kept.length;
  return {
    candidates: kept.map(({ row }, i) => ({ ...row, score: scores[i] ?? 0 })),
    counts: { passages, sources: new Set(rows.map(({ source }) => source)).size },
    more: isCut ? 'newest' : core.length < counted.length && 'rarest',
    terms: counted.map(({ term }) => term),
  };
}

interface Judged {
  readonly row: Candidate;
  readonly looked: SearchedText;
}

/** Of what the index found, what the texts bear out: one term at least, the place, and nothing that is excluded. */
function borneOut(
  index: IndexReads,
  { query, filter, exactly }: SearchRequest,
  rows: readonly Candidate[],
  { core, sought }: { readonly core: readonly QueryTerm[]; readonly sought: Sought },
): readonly Judged[] {
  const texts = index.texts(rows.map(({ id }) => id));
  const { place } = filter;
  return rows.flatMap((row) => {
    const text = texts.get(row.id);
    if (text === undefined) return [];
    const whole = `${text.head}\n${text.body}`;
    const looked = searchedText(whole, sought);
    if (query.excluded.some((term) => occursIn(looked, term))) return [];
    if (place !== undefined && !occursIn(looked, place)) return [];
    if (exactly !== undefined && !exactly.flat().some((each) => holdsExactly(whole, each))) return [];
    return core.some((term) => occursIn(looked, term)) ? [{ row: { ...row, text }, looked }] : [];
  });
}

/** Sources in order, with the best passages of each. */
function answer(
  index: IndexReads,
  { order, limit }: SearchRequest,
  { candidates, counts, more }: Found,
  terms: readonly QueryTerm[],
): Pick<SearchAnswer, 'passages' | 'sources' | 'more' | 'hits'> {
  const bySource = new Map<number, Candidate[]>();
  for (const each of candidates) {
    const have = bySource.get(each.source);
    if (have === undefined) bySource.set(each.source, [each]);
    else have.push(each);
  }
  const ids = index.sourceIds([...bySource.keys()]);
  const groups = [...bySource].flatMap(([key, found]) => {
    const source = ids.get(key);
    const ranked = found.toSorted(byScore);
    const [best] = ranked;
    return source === undefined || best === undefined ? [] : [{ source, ranked, best, day: dayOfPassage(best.id) }];
  });
  type Group = (typeof groups)[number];
  const byBest = (a: Group, b: Group): number =>
    b.best.score - a.best.score || b.day - a.day || (a.source < b.source ? -1 : 1);
  const byDay = (a: Group, b: Group): number => b.day - a.day || byBest(a, b);
  groups.sort(order === 'newest' ? byDay : byBest);
  const shown = groups.slice(0, limit);
  const lacking = shown.flatMap(({ ranked }) => ranked.slice(0, LOOKED_AT).filter(({ text }) => text === undefined));
  const texts = lacking.length === 0 ? new Map<string, PassageText>() : index.texts(lacking.map(({ id }) => id));
  const wanted = { terms, sought: new Sought(terms) };
  return {
    passages: counts?.passages ?? candidates.length,
    sources: counts?.sources ?? bySource.size,
    more,
    hits: shown.map(({ source, ranked, best, day }) => ({
      source,
      day,
      score: best.score,
      passages: shownOf(ranked, texts, wanted),
      found: ranked.length,
    })),
  };
}

/** The best passages of a source, those first that hold something themselves and not in a heading above them. */
function shownOf(
  ranked: readonly Candidate[],
  texts: ReadonlyMap<string, PassageText>,
  wanted: { readonly terms: readonly QueryTerm[]; readonly sought: Sought },
): readonly FoundPassage[] {
  const found = ranked
    .slice(0, LOOKED_AT)
    .flatMap(({ id, kind, text = texts.get(id) }) => (text === undefined ? [] : [foundPassage(text, kind, wanted)]));
  const holding = found.filter(({ marks }) => marks.length > 0);
  return (holding.length > 0 ? holding : found).slice(0, SHOWN).sort((a, b) => a.start - b.start);
}
