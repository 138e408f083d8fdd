import type { Attribution } from '../claim.ts';
import {
  BODY_NOUNS,
  COUNTING_VERBS,
  DATA_NOUNS,
  DOCUMENT_NOUNS,
  INVERTING_VERBS,
  QUOTING_ONLY,
  REPORTING_VERBS,
  SOURCE_NOUNS,
  SOURCE_PRONOUNS,
} from '../figures/data/attribution-words.ts';
import { AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS } from '../figures/data/function-words.ts';
import type { Token } from '../figures/tokens.ts';
import { startsCapital } from '../figures/tokens.ts';

/** The source a sentence names for what it says; `first` and `next` are the tokens of its words, `next` exclusive. */
export interface StatedSource {
  readonly role: 'data-source' | 'quoted-source' | 'speaker';
  /** null when the text leaves the source unnamed. */
  readonly name: string | null;
  readonly type: NonNullable<Attribution['type']>;
  readonly first: number;
  readonly next: number;
  /** A pronoun: who it is stands in an earlier sentence. */
  readonly pronoun: boolean;
}

/**
 * Finds who a sentence says it from: "according to X", "X said", "said X", "statistics from X". Undefined when it names
 * nobody; "it is estimated" names nobody. `text` is what the tokens' offsets refer to.
 */
export function statedSource(tokens: readonly Token[], text: string): StatedSource | undefined {
  return accordingTo(tokens, text) ?? reported(tokens, text) ?? dataFrom(tokens, text);
}

/**
 * Who the words of a speaker are, as a text names or describes them: "statistics from the police" are the police's, "a source from …" stays
 * unnamed. Undefined when they name and describe nobody, as a clause that was taken for a speaker does. `tokens` are those words alone.
 */
export function describedSource(
  tokens: readonly Token[],
  text: string,
): (Pick<StatedSource, 'role' | 'name' | 'type'> & { readonly start: number; readonly end: number }) | undefined {
  const data = dataHead(tokens, 0, tokens.length);
  const found =
    data === undefined
      ? sourceOf(tokens, text, 0, tokens.length, 'speaker')
      : sourceOf(tokens, text, data, tokens.length, 'data-source');
  if (found === undefined) return isDescription(tokens) ? (writing(tokens, text) ?? unnamed(tokens)) : undefined;
  const { role, name, type, first, next } = found;
  return { role, name, type, start: tokens[first]?.start ?? 0, end: tokens[next - 1]?.end ?? 0 };
}

/** "the harbour master": an article and a few words without a verb describe somebody. */
function isDescription(tokens: readonly Token[]): boolean {
  const words = tokens.slice(0, headLength(tokens));
  if (!/^(?:the|a|an|one|two|three|some|several|many|another)$/.test(words[0]?.lower ?? '')) return false;
  return (
    words.length >= 2 &&
    words.length <= 7 &&
    words.every(({ lower, kind }) => kind === 'word' && !AUXILIARIES.has(lower))
  );
}

/** "the report": a writing, which has no name to be kept back. */
function writing(tokens: readonly Token[], text: string): ReturnType<typeof describedSource> {
  const head = tokens.slice(0, headLength(tokens));
  const last = head.at(-1);
  const first = head[/^(?:the|a|an)$/.test(head[0]?.lower ?? '') ? 1 : 0];
  if (first === undefined || last === undefined || !DOCUMENT_NOUNS.has(last.lower)) return undefined;
  const name = text.slice(first.start, last.end).replace(/\s+/g, ' ');
  return { role: 'quoted-source', name, type: 'public', start: first.start, end: last.end };
}

function unnamed(tokens: readonly Token[]): ReturnType<typeof describedSource> {
  const [start, end] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0];
  return { role: 'quoted-source', name: null, type: 'anonymous', start, end };
}

function accordingTo(tokens: readonly Token[], text: string): StatedSource | undefined {
  const at = tokens.findIndex((token, i) => token.lower === 'according' && tokens[i + 1]?.lower === 'to');
  if (at < 0) return undefined;
  const first = at + 2;
  const next = phraseEnd(tokens, first);
  const data = dataHead(tokens, first, next);
  if (data !== undefined) return sourceOf(tokens, text, data, next, 'data-source');
  return sourceOf(tokens, text, first, next, 'quoted-source');
}

/** "statistics from the police": where the maker begins, after "from", "of" or "by". */
function dataHead(tokens: readonly Token[], first: number, next: number): number | undefined {
  for (let i = first; i < Math.min(next, first + 5); i++) {
    if (!DATA_NOUNS.has(tokens[i]?.lower ?? '')) continue;
    for (let j = i + 1; j < Math.min(next - 1, i + 5); j++) {
      if (/^(?:from|of|by)$/.test(tokens[j]?.lower ?? '')) return j + 1;
    }
    return tokens[i - 1]?.lower === 's' || /'s$/.test(tokens[i - 1]?.lower ?? '') ? first : undefined;
  }
  return undefined;
}

// To the comma that closes the phrase: a list ("police, patrols and courts, the number …") goes on to its "and".
function phraseEnd(tokens: readonly Token[], first: number): number {
  const limit = Math.min(tokens.length, first + 40);
  let at = first;
  for (; at < limit; at++) {
    const token = tokens[at];
    if (token === undefined || /^[.;:—"”]$/.test(token.text)) return at;
    if (AUXILIARIES.has(token.lower) && at > first + 1 && tokens[at - 1]?.lower !== 'who') return at;
    if (token.text === ',' && !listContinues(tokens, at + 1, limit)) return at;
  }
  return at;
}

function listContinues(tokens: readonly Token[], from: number, limit: number): boolean {
  for (let i = from; i < limit; i++) {
    const token = tokens[i];
    if (token === undefined || token.text === ',' || /^[.;:]$/.test(token.text) || AUXILIARIES.has(token.lower))
      return false;
    if (token.lower === 'and' || token.lower === 'or') return i > from && hasCommaAfter(tokens, i, limit);
  }
  return false;
}

function hasCommaAfter(tokens: readonly Token[], from: number, limit: number): boolean {
  for (let i = from; i < Math.min(limit, from + 8); i++) {
    if (tokens[i]?.text === ',') return true;
    if (AUXILIARIES.has(tokens[i]?.lower ?? '')) return false;
  }
  return false;
}

/** "X told the paper", "…, said X." The verb's own subject, never the whole clause before it. */
function reported(tokens: readonly Token[], text: string): StatedSource | undefined {
  for (let at = 0; at < tokens.length; at++) {
    const verb = tokens[at];
    if (verb === undefined || !REPORTING_VERBS.has(verb.lower)) continue;
    const puts = /^puts?$/.test(verb.lower) && tokens.slice(at + 1, at + 9).some(({ lower }) => lower === 'at');
    if (QUOTING_ONLY.has(verb.lower) && !puts && !/^(?:that|,|:|"|“|how|to)$/.test(tokens[at + 1]?.lower ?? ''))
      continue;
    // "350 reports", "the records": a noun, not a verb.
    if (
      tokens[at - 1]?.kind === 'number' ||
      /^(?:the|these|those|their|its|all|many|some|several|a)$/.test(tokens[at - 1]?.lower ?? '')
    )
      continue;
    const role = COUNTING_VERBS.has(verb.lower) ? 'data-source' : 'speaker';
    if (/^(?:stories|story|tales|tale|lies|jokes)$/.test(tokens[at + 1]?.lower ?? '')) continue;
    if (tokens[at + 1]?.lower === 'by') continue; // "cases concluded by the courts" is a participle
    const inverted = INVERTING_VERBS.has(verb.lower) && /^[,"”’]$/.test(tokens[at - 1]?.text ?? '');
    const subject = inverted ? { first: at + 1, next: phraseEnd(tokens, at + 1) } : subjectOf(tokens, at);
    if (subject === undefined || subject.next <= subject.first || subject.next - subject.first > 30) continue;
    const source = sourceOf(tokens, text, subject.first, subject.next, role);
    if (source !== undefined) return source;
  }
  return undefined;
}

interface Subject {
  readonly first: number;
  readonly next: number;
}

// A passive ("was told", "it is said") and a relative clause have no subject right before the verb.
function subjectOf(tokens: readonly Token[], verb: number): Subject | undefined {
  const before = tokens[verb - 1]?.lower ?? '';
  // "has estimated", "have reported": an active perfect keeps its subject.
  const perfect = /^(?:has|have|had|also)$/.test(before);
  if (!perfect && (AUXILIARIES.has(before) || /^(?:|been|to|it|as|who|which|that|there)$/.test(before)))
    return undefined;
  const next = before === ',' ? asideStart(tokens, verb - 1) : verb;
  if (next === undefined) return undefined;
  for (let i = next - 1; i >= 0 && i >= next - 25; i--) {
    const opens = /^(?:[,"“”;:—)]|that|but|while|because)$/.test(tokens[i]?.lower ?? '');
    if (opens) return i + 1 < next ? { first: i + 1, next } : undefined;
  }
  return next <= 25 ? { first: 0, next } : undefined;
}

/** "An official, speaking in private, put …": where the words between the commas begin. */
function asideStart(tokens: readonly Token[], comma: number): number | undefined {
  for (let i = comma - 1; i > 0 && i > comma - 20; i--) if (tokens[i]?.text === ',') return i;
  return undefined;
}

/** "Statistics from X show", "data released by X". */
function dataFrom(tokens: readonly Token[], text: string): StatedSource | undefined {
  for (let at = 0; at < tokens.length; at++) {
    if (!FIGURE_NOUNS.has(tokens[at]?.lower ?? '')) continue;
    for (let i = at + 1; i < at + 4; i++) {
      if (!/^(?:from|by)$/.test(tokens[i]?.lower ?? '')) continue;
      const next = verbAfter(tokens, i + 1);
      if (next !== undefined) return sourceOf(tokens, text, i + 1, next, 'data-source');
    }
  }
  return undefined;
}

function verbAfter(tokens: readonly Token[], from: number): number | undefined {
  for (let i = from; i < Math.min(tokens.length, from + 20); i++) {
    const word = tokens[i]?.lower ?? '';
    if (
      /^[,.;]$/.test(word) ||
      AUXILIARIES.has(word) ||
      /^(?:show|shows|showed|suggest|suggests|indicate|indicates|put)$/.test(word)
    )
      return i;
  }
  return undefined;
}

function sourceOf(
  tokens: readonly Token[],
  text: string,
  from: number,
  to: number,
  role: StatedSource['role'],
): StatedSource | undefined {
  const first =
    /^(?:the|a|an|our|their|its|as|when|but|and)$/.test(tokens[from]?.lower ?? '') && to - from > 1 ? from + 1 : from;
  const next = /^(?:has|have|had|also)$/.test(tokens[to - 1]?.lower ?? '') ? to - 1 : to;
  const [start, end] = [tokens[first]?.start, tokens[next - 1]?.end];
  if (start === undefined || end === undefined || next <= first) return undefined;
  const words = tokens.slice(first, next);
  if (PREPOSITIONS.has(words[0]?.lower ?? '')) return undefined;
  if (words.length === 1 && SOURCE_PRONOUNS.has(words[0]?.lower ?? '')) {
    return { role: 'quoted-source', name: null, type: 'anonymous', first, next, pronoun: true };
  }
  // "a case from early August": what stands behind a preposition does not name whoever speaks.
  const head = words.slice(0, headLength(words));
  const capital = head.some(
    (word, i) =>
      startsCapital(word.text) &&
      !(i === 0 && isFunctionWord(word.lower)) &&
      (first + i > 0 || words.length > 1 || !SOURCE_NOUNS.has(word.lower)),
  );
  const people = words.findIndex((word) => SOURCE_NOUNS.has(word.lower));
  // "court cases": the last word of a phrase says what it is. A list has several phrases.
  const body = words.some((word, i) => BODY_NOUNS.has(word.lower) && endsPhrase(words, i));
  // "a source from North Hamgyong": the capital belongs to a place, the source stays unnamed.
  // "Another study in 38 people": a work, and nobody who spoke.
  if (people > 0 && words.slice(0, people).some((word) => DATA_NOUNS.has(word.lower)) && !body) return undefined;
  if (people >= 0 && !namesPerson(words, people)) {
    return { role: 'quoted-source', name: null, type: 'anonymous', first, next, pronoun: false };
  }
  if (!capital && !body) return undefined;
  // "other users have offered differing estimates": a clause, not a name.
  if (words.some((word, i) => i > 0 && AUXILIARIES.has(word.lower))) return undefined;
  if (
    words.length === 1 &&
    from === 0 &&
    !/^\p{Lu}{2}/u.test(words[0]?.text ?? '') &&
    !body &&
    isFunctionWord(words[0]?.lower ?? '')
  )
    return undefined;
  if (words.some((word) => /^(?:i|we|you|it|this|that|there)$/.test(word.lower))) return undefined;
  const name = text.slice(start, end).replace(/\s+/g, ' ');
  const kind = role === 'quoted-source' && body ? 'data-source' : role;
  return { role: kind, name, type: body ? 'organisation' : 'person', first, next, pronoun: false };
}

/** How many words a phrase has before its first preposition, relative clause or comma. */
function headLength(words: readonly Token[]): number {
  const end = words.findIndex(
    ({ lower, text }, i) =>
      i > 0 && (PREPOSITIONS.has(lower) || /^(?:who|whom|whose|which|that)$/.test(lower) || text === ','),
  );
  return end < 0 ? words.length : end;
}

/** Whether a noun is the last of its phrase: a name may follow ("police chief Dana Quill"), a noun in small letters may not. */
function endsPhrase(words: readonly Token[], at: number): boolean {
  const next = words[at + 1];
  if (next === undefined || next.kind !== 'word') return true;
  return (
    PREPOSITIONS.has(next.lower) ||
    CONJUNCTIONS.has(next.lower) ||
    /^(?:who|which|that)$/.test(next.lower) ||
    startsCapital(next.text)
  );
}

function isFunctionWord(word: string): boolean {
  return (
    DETERMINERS.has(word) ||
    PRONOUNS.has(word) ||
    CONJUNCTIONS.has(word) ||
    PREPOSITIONS.has(word) ||
    /^(?:many|some|others?|most|few)$/.test(word)
  );
}

/** "activist Dana Quill", "Dana Quill, a teacher": a name of two capitals that no preposition leads to. */
function namesPerson(words: readonly Token[], noun: number): boolean {
  const after = words.slice(noun + 1, noun + 3);
  if (after.length === 2 && after.every((word) => /^\p{Lu}\p{Ll}/u.test(word.text))) return true;
  const before = words.slice(0, 2);
  return (
    noun >= 2 &&
    before.length === 2 &&
    before.every((word) => /^\p{Lu}\p{Ll}/u.test(word.text)) &&
    words[2]?.text === ','
  );
}

const FIGURE_NOUNS: ReadonlySet<string> = new Set(['statistics', 'figures', 'data', 'records', 'estimates']);
