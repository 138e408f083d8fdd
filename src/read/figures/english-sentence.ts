import type { Attribution, ClaimKind, Quantity, StatedDate, StatedPlace } from '../claim.ts';
import { chainOf } from './attribution-chain.ts';
import { formatDate } from './calendar.ts';
import { type Clause, clausesOf } from './clause.ts';
import { HEDGES, SOFTENERS } from './data/attribution-words.ts';
import { AUXILIARIES } from './data/function-words.ts';
import { type DateSpan, findDates } from './date-expression.ts';
import { countedWords, type FigureSpan, findFigures } from './figure-span.ts';
import { standsOnItsWords } from './make-claim.ts';
import { isMoney } from './measure.ts';
import { addressSpans } from './not-figures.ts';
import type { ClaimDraft, DocumentSetting, Memory, SentenceReader, Tense } from './passage-draft.ts';
import { findNames, normOfPlace } from './place-name.ts';
import { type StatedSource, statedSource } from './stated-source.ts';
import type { Token } from './tokens.ts';
import { unitOfPlural } from './unit.ts';
import { findVague } from './vague.ts';

/** Everything read of one sentence, in token indexes of it. */
interface Sentence {
  readonly tokens: readonly Token[];
  readonly figures: readonly FigureSpan[];
  readonly clauses: readonly Clause[];
  readonly dates: readonly DateSpan[];
  readonly source: StatedSource | undefined;
  readonly tense: Tense;
}

/** Reads the figures of an English sentence as claims: one claim for each clause that holds any. */
export const readEnglishSentence: SentenceReader = (at, setting, memory) => {
  const { tokens } = at;
  const dates = findDates(tokens, setting.documentDate);
  const addresses = addressSpans(setting.text.slice(at.start, at.end));
  const skipped = (token: Token): boolean =>
    addresses.some(({ start, end }) => at.start + start <= token.start && token.start < at.start + end);
  const numeric = findFigures(tokens, { dates, skipped, earlierUnit: memory.unit });
  const taken = takenBy(numeric, dates, tokens.length);
  const vague = at.heading ? [] : findVague(tokens, taken, memory.subject);
  const figures = [...numeric, ...vague].sort((a, b) => a.first - b.first);
  const source = statedSource(tokens, setting.text);
  const sentence: Sentence = {
    tokens,
    figures,
    clauses: clausesOf(tokens, takenBy(figures, dates, tokens.length)),
    dates,
    source,
    tense: tenseOf(tokens),
  };
  const drafts = sentence.clauses.flatMap((clause) => claimOf(sentence, clause, setting, memory));
  return { drafts, memory: remember(sentence, memory) };
};

function takenBy(
  figures: readonly FigureSpan[],
  dates: readonly DateSpan[],
  length: number,
): (token: number) => boolean {
  const marks = new Uint8Array(length);
  for (const { first, next } of figures) marks.fill(1, first, next);
  for (const { first, next } of dates) marks.fill(1, first, next);
  return (token) => marks[token] === 1;
}

function claimOf(sentence: Sentence, clause: Clause, setting: DocumentSetting, memory: Memory): ClaimDraft[] {
  const figures = sentence.figures.filter(({ first }) => clause.first <= first && first < clause.next);
  const [head, tail] = [sentence.tokens[clause.first], sentence.tokens[clause.next - 1]];
  if (figures.length === 0 || head === undefined || tail === undefined) return [];
  const [start, end] = [head.start, tail.end];
  // A number that only its surroundings make, such as a metre sign read as million, is left out rather than claimed.
  const quantity = figures.map((figure) => quantityOf(sentence.tokens, figure, setting.text)).filter(standsOnItsWords);
  if (quantity.length === 0) return [];
  return [
    {
      kind: kindOf(sentence, clause, figures),
      start,
      end,
      attribution: chainOf(sourceFor(sentence, start, end, setting, memory), setting.document, setting.carriers),
      date: dateFor(sentence, clause, setting, memory),
      place: placesFor(sentence, clause, setting),
      quantity,
      hedge: hedgesIn(setting.text.slice(start, end), quantity),
    },
  ];
}

// What a person may do or must pay is a rule; its amount is still a figure.
function kindOf(sentence: Sentence, clause: Clause, figures: readonly FigureSpan[]): ClaimKind {
  if (!figures.some(({ unit }) => isMoney(unit))) return 'statistic';
  const words = sentence.tokens.slice(clause.first, clause.next).map(({ lower }) => lower);
  const penalty = words.some((word) =>
    /^(?:fines?|fined|penalty|penalties|rewards?|rewarded|bount(?:y|ies))$/.test(word),
  );
  const anyone = words.some(
    (word, i) =>
      (word === 'those' || word === 'anyone' || word === 'whoever') && (word === 'whoever' || words[i + 1] === 'who'),
  );
  return anyone || (penalty && words.some((word) => /^(?:for|threatening|promising|offered|must|will|may)$/.test(word)))
    ? 'rule'
    : 'statistic';
}

function quantityOf(tokens: readonly Token[], figure: FigureSpan, text: string): Quantity {
  const { value, low, high, unit, op } = figure;
  const words = countedWords(tokens, figure);
  return {
    stated: wordsOf(tokens, figure, text),
    value,
    low,
    high,
    unit,
    counts: words === undefined ? '' : wordsOf(tokens, words, text).replace(/\s+/g, ' '),
    op,
  };
}

function wordsOf(
  tokens: readonly Token[],
  span: { readonly first: number; readonly next: number },
  text: string,
): string {
  return text.slice(tokens[span.first]?.start ?? 0, tokens[span.next - 1]?.end ?? 0);
}

/** The clause's own date, else the sentence's, else that of the sentence before in the same tense, else the document's. */
function dateFor(sentence: Sentence, clause: Clause, setting: DocumentSetting, memory: Memory): StatedDate | null {
  const { tokens, dates } = sentence;
  const inside = dates.filter(({ first, next }) => clause.first <= first && next <= clause.next);
  const strong = (span: DateSpan): boolean => !span.weak && span.norm !== null;
  const own = inside.filter(strong);
  const several = own.length > 1 && figuresIn(sentence, clause) > 1 ? spanOf(own) : undefined;
  const date = several ?? own[0];
  if (date !== undefined) return statedDate(tokens, date, setting);
  // "In 2011 the courts closed 40 cases and 12 clerks were fined": only a date said before the clause reaches it.
  const near = dates.findLast((span) => strong(span) && span.next <= clause.first);
  if (near !== undefined) return earlier(near.norm, tokens[near.first]?.start ?? 0, tokens[near.next - 1]?.end ?? 0);
  const weak = inside[0];
  if (weak !== undefined) return statedDate(tokens, weak, setting);
  const { date: before } = memory;
  if (before !== undefined && before.tense === sentence.tense && before.tense !== 'present') {
    return earlier(before.norm, before.start, before.end);
  }
  if (setting.documentDate === undefined || setting.dateBasis === undefined) return null;
  return { stated: null, norm: formatDate(setting.documentDate), basis: setting.dateBasis };
}

/** A value that words elsewhere give: the passage itself states no date. */
function earlier(norm: string | null, start: number, end: number): StatedDate {
  return { stated: null, norm, basis: { from: 'earlier-sentence', start, end } };
}

function figuresIn(sentence: Sentence, clause: Clause): number {
  return sentence.figures.filter(({ first }) => clause.first <= first && first < clause.next).length;
}

/** "2,706 in 2011 and 1,502 in 2012": one claim of several times spans them all. Undefined when one is open. */
function spanOf(dates: readonly DateSpan[]): DateSpan | undefined {
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [from, to] = [first.norm?.split('/')[0], last.norm?.split('/').at(-1)];
  const open = from === undefined || to === undefined || from.startsWith('..') || to.startsWith('..') || from > to;
  if (open) return undefined;
  const norm = from === to ? from : `${from}/${to}`;
  return { first: first.first, next: last.next, norm, relative: dates.some(({ relative }) => relative), weak: false };
}

function statedDate(tokens: readonly Token[], span: DateSpan, setting: DocumentSetting): StatedDate {
  const stated = wordsOf(tokens, span, setting.text);
  const basis = span.relative && span.norm !== null ? setting.dateBasis : undefined;
  return basis === undefined ? { stated, norm: span.norm } : { stated, norm: span.norm, basis };
}

const OWN_AREA = /^(?:area|areas|city|county|prefecture|province|district|region|town|township|village|jurisdiction)$/;

/** Pack places of the clause; "our area" is the issuer's; else the issuer's place, which the document speaks from. */
function placesFor(sentence: Sentence, clause: Clause, setting: DocumentSetting): StatedPlace[] {
  const { text, pack, issuerPlace } = setting;
  const tokens = sentence.tokens;
  const named = findNames(tokens, setting.places).filter(
    ({ first, next }) => clause.first <= first && next <= clause.next,
  );
  const places: StatedPlace[] = [];
  for (const span of named) {
    // "deported to X", "refugees from X": where they go or come from, not where the figure holds.
    if (/^(?:to|from|into|towards?|with)$/.test(tokens[span.first - 1]?.lower ?? '')) continue;
    const stated = wordsOf(tokens, span, text);
    const [row, ...others] = span.rows;
    if (row === undefined || places.some((place) => place.stated === stated)) continue;
    places.push(
      others.length === 0
        ? { stated, norm: normOfPlace(row, pack) }
        : { stated, candidates: span.rows.map(({ id }) => id) },
    );
  }
  if (issuerPlace === undefined) return places;
  const basis = { from: 'closing-block', start: issuerPlace.start, end: issuerPlace.end } as const;
  const norm = normOfPlace(issuerPlace.row, pack);
  const own = tokens.findIndex(
    (token, i) =>
      i >= clause.first &&
      i < clause.next &&
      /^(?:our|this|the)$/.test(token.lower) &&
      OWN_AREA.test(tokens[i + 1]?.lower ?? ''),
  );
  if (own >= 0) return [{ stated: wordsOf(tokens, { first: own, next: own + 2 }, text), norm, basis }, ...places];
  return places.length > 0 ? places : [{ stated: issuerPlace.words, norm, basis }];
}

/** The sentence's source, the one a pronoun means, or in texts without an issuer the paragraph's. */
function sourceFor(
  sentence: Sentence,
  start: number,
  end: number,
  setting: DocumentSetting,
  memory: Memory,
): Attribution | undefined {
  const { source, tokens } = sentence;
  const here = source && {
    stated: source,
    start: tokens[source.first]?.start ?? 0,
    end: tokens[source.next - 1]?.end ?? 0,
  };
  const inherited =
    setting.document?.issuer === undefined && !sentence.tokens.some(({ lower }) => lower === 'we' || lower === 'i')
      ? memory.source
      : undefined;
  const found = here?.stated.pronoun ? (memory.voice ?? here) : (here ?? inherited);
  if (found === undefined) return undefined;
  const { role, name, type } = found.stated;
  if (start <= found.start && found.end <= end) return { role, name, type };
  return { role, name, type, basis: { from: 'earlier-sentence', start: found.start, end: found.end } };
}

/** Hedging words in the order of the list, as written; of the approximators those that stand at a figure. */
function hedgesIn(quote: string, figures: readonly Quantity[]): string[] {
  const whole = plainWords(quote);
  const stated = figures.map((figure) => plainWords(figure.stated)).join('|');
  const hedges = HEDGES.filter((word) => whole.includes(` ${word} `));
  const soft = SOFTENERS.filter((word) => stated.includes(` ${word} `));
  return [...hedges, ...soft].flatMap((word) => {
    const at = quote.toLowerCase().indexOf(word);
    const found = quote.slice(at, at + word.length);
    return at < 0 || found === 'May' ? [] : [found];
  });
}

function plainWords(text: string): string {
  return ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
}

function tenseOf(tokens: readonly Token[]): Tense {
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]?.lower ?? '';
    if (word === 'has' || word === 'have') return 'perfect';
    if (/^(?:was|were|had|did)$/.test(word)) return 'past';
    if (AUXILIARIES.has(word)) return 'present';
    if (/ed$/.test(word) && word.length > 4 && !/^(?:the|a|an|of)$/.test(tokens[i - 1]?.lower ?? '')) return 'past';
  }
  return 'present';
}

function remember(sentence: Sentence, memory: Memory): Memory {
  const { tokens, dates, source } = sentence;
  const strong = dates.find(({ weak, norm }) => !weak && norm !== null);
  const place = (span: { readonly first: number; readonly next: number }): { start: number; end: number } => ({
    start: tokens[span.first]?.start ?? 0,
    end: tokens[span.next - 1]?.end ?? 0,
  });
  const stated = source === undefined || source.pronoun ? undefined : { stated: source, ...place(source) };
  return {
    date: strong?.norm ? { ...place(strong), norm: strong.norm, tense: sentence.tense } : memory.date,
    subject: firstUnit(tokens) ?? memory.subject,
    source: stated ?? memory.source,
    unit: sentence.figures.findLast(({ counted }) => counted !== undefined)?.unit ?? firstUnit(tokens) ?? memory.unit,
    voice: stated ?? memory.voice,
  };
}

function firstUnit(tokens: readonly Token[]): string | undefined {
  for (const [i, token] of tokens.entries()) {
    const unit = i > 0 && /^\p{Lu}/u.test(token.text) ? undefined : unitOfPlural(token.lower);
    if (unit !== undefined) return unit;
  }
  return undefined;
}
