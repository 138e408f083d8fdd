import type { EventTerms } from '../claim.ts';
import { matchesIn } from '../matches.ts';
import { sought } from '../sought.ts';
import type { Clause } from './clause.ts';
import { placesOf } from './cues.ts';
import { ENGLISH_PAST_EVENTS } from './data/english-events.ts';
import { PARTICIPLES } from './data/english-past.ts';
import { isPastForm } from './english-past.ts';

/** What an English clause tells of as having happened; undefined when it tells of nothing that did. */
export function englishEvent(clause: Clause): EventTerms | undefined {
  const { folded, text, cues } = clause;
  const words = wordsOf(folded);
  if (!words.some(({ word }) => isPastForm(word))) return participle(clause, words);
  // "None of the three carried arms", "has been closed since": nothing happened, or it lasts.
  const isArgued = clause.input.genre === 'statement' || clause.input.genre === 'roundtable';
  if (NOBODY.test(folded) || LASTS.test(folded) || (isArgued && OF_MANY.test(folded))) return undefined;
  const marks = {
    negation: placesOf(cues, 'negation'),
    conditional: placesOf(cues, 'conditional'),
    habit: placesOf(cues, 'habit'),
  };
  const firstPresent = words.findIndex((word) => PRESENT.has(word.word));
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined || !isPastForm(word.word)) continue;
    // "…, and sent back two days later" goes on with who was told of before.
    const isJoined = i === 0 && /\b(?:and|then|but)[,\s]*$/.test(clause.frame.split(' … ')[0] ?? '');
    const group: Group | undefined = isJoined ? { first: 0, type: 'past', isPassive: true } : groupBefore(words, i);
    if (group === undefined) continue;
    const isActive = group.type === 'active';
    if (isActive && PARTICIPLES.has(word.word)) continue;
    // ", the source explained" ends what is told, and tells nothing more.
    if (isActive && TELLING.test(word.word) && /^[\s.,"”]*$/.test(folded.slice(word.end))) continue;
    if (isActive && isUnderPresent(words, i, firstPresent) && !HAPPENING_FRAME.test(folded)) continue;
    if (isActive && (isReduced(words, i) || /^(?:who|which|that)$/.test(words[i - 1]?.word ?? ''))) continue;
    if (isActive && words[i + 1]?.word === 'by' && AMBIGUOUS.test(word.word)) continue;
    // has/have with a verb of no known act tells how things have become.
    if (group.type === 'perfect' && !group.isPassive && !LISTED.has(word.word)) continue;
    const isUndone =
      /^ (?:no|nothing|nobody|none|little)\b/.test(folded.slice(word.end, word.end + 9)) ||
      marks.negation.isWithin(word.start - 32, word.end) ||
      marks.conditional.isWithin(0, word.start) ||
      marks.habit.isWithin(word.start - 90, word.start + 90);
    if (isUndone) continue;
    return termsOf(text, words, { at: i, first: group.first, isPassive: group.isPassive });
  }
  return undefined;
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const LISTED: ReadonlySet<string> = new Set(ENGLISH_PAST_EVENTS);

interface Group {
  /** Index of the first word of the verb: was in "was arrested". */
  readonly first: number;
  readonly type: 'active' | 'past' | 'perfect';
  readonly isPassive: boolean;
}

/** Whether the verb of the clause is another one, that stands in the present: "refugees held in Omrek are …". */
function isUnderPresent(words: readonly Word[], at: number, present: number): boolean {
  if (present < 0 || present === at) return false;
  if (present < at) return !words.slice(present, at).some(({ word }) => word === 'that' || word === 'after');
  // "Since trade resumed, checks have relaxed": the past stands in the clause below.
  if (words.slice(Math.max(0, at - 12), at).some(({ word }) => SUBORDINATOR.test(word))) return true;
  return AMBIGUOUS.test(words[at]?.word ?? '') && !words.slice(at, present).some(({ word }) => OPENS_ANOTHER.has(word));
}

/** "money sent from abroad": a participle behind the noun of a preposition, before another. */
function isReduced(words: readonly Word[], at: number): boolean {
  return (
    TRANSITIVE.has(words[at]?.word ?? '') &&
    PREPOSITION.test(words[at + 1]?.word ?? '') &&
    words.slice(Math.max(0, at - 4), at - 1).some(({ word }) => /^(?:on|with|for|in|from|at|to|of)$/.test(word))
  );
}

const OPENS_ANOTHER: ReadonlySet<string> = new Set([
  ',',
  ';',
  ':',
  'that',
  'who',
  'which',
  'because',
  'while',
  'but',
  'where',
  'as',
  'when',
]);
const SUBORDINATOR = /^(?:since|after|when|as|because|although|though|who|which|that|where|while)$/;
const PREPOSITION = /^(?:by|in|on|at|from|for|with|as|to)$/;
const TRANSITIVE: ReadonlySet<string> = new Set(
  'sent made held taken given used caught found sold bought paid kept based brought issued published imposed installed signed built provided produced written owned set left lost told hidden born detained arrested'.split(
    ' ',
  ),
);
const PRESENT: ReadonlySet<string> = new Set([
  'is',
  'are',
  'am',
  'has',
  'have',
  'do',
  'does',
  'will',
  'can',
  'may',
  'must',
  'shall',
  'should',
  'face',
  'faces',
]);
/** "a case when …", "an incident in which …": the verb of what happened stands in the clause behind. */
const HAPPENING_FRAME = sought(
  /\b(?:case|incident|occasion|episode|day|night|week|time)\b[^.;]{0,40}\b(?:when|where|in which|who|involving)\b/,
);
const NOBODY = /^(?:none|no one|nobody|neither|no [a-z]+)\b/;
/** Where people talk of many, they tell how things are. */
const OF_MANY = /^(?:most|many|some|few|several|countless|others)\b/;
const LASTS =
  /\b(?:has|have) been (?:closed|shut|sealed|suspended|halted|frozen|banned|barred|blocked|cut off|separated|empty|vacant|idle)\b[^.;]{0,30}\bsince\b|\bfor (?:the past |the last |nearly |over |more than |almost )?\w+ (?:years|winters|decades|months|weeks)\b[^.;]{0,60}\b(?:had|has|have) been\b/;
/** ", taking away five women": what was done with what happened before. */
const WITH_IT =
  /^(?:taking|leading|seizing|killing|wounding|injuring|arresting|detaining|carrying|dragging|sending|driving|forcing|ordering|confiscating|removing|beating|shooting|setting|breaking|closing|blocking|handing|dispersing|bundling|loading)\s/;

/** What a participle tells that goes on with the sentence before it. */
function participle({ text, folded, frame }: Clause, words: readonly Word[]): EventTerms | undefined {
  const doing = WITH_IT.exec(folded);
  if (doing === null || !/[a-z][,\s]*$/.test(frame.split(' … ')[0] ?? '')) return undefined;
  return {
    who: null,
    did: text.slice(0, doing[0].trimEnd().length),
    whom: part(text, words, 1, endOfObject(words, 1)),
  };
}
const TELLING = /^(?:said|explained|added|told|noted|recalled|claimed|reported|wrote|continued|confirmed)$/;
const AMBIGUOUS =
  /ed$|^(?:born|made|held|left|built|hidden|shot|caught|held|sent|taken|brought|beaten|killed|found|hit|cut|set|told|given|sold|bought|paid)$/;
const PASSIVE: ReadonlySet<string> = new Set(['was', 'were', 'been', 'got']);
const PERFECT: ReadonlySet<string> = new Set(['has', 'have', 'had']);
const SKIPPED =
  /^(?:\w{2,}ly|also|then|later|already|just|now|soon|once|twice|thus|even|since|all|both|first|again|once)$/;
/** Before these a past form is an adjective or stands behind another verb. */
const NOT_BEFORE: ReadonlySet<string> = new Set(
  'is are am be being remain remains remained stay stays stayed seem seems look looks feel feels become becomes became keep keeps kept get gets to will would can could may might must shall should the a an of by with in on at from for those more most very so as no any some each every this that these'.split(
    ' ',
  ),
);
const SAME_CLAUSE = 40;
/** What "has" makes a state of things rather than a happening: it has increased. */
const CHANGES: ReadonlySet<string> = new Set(
  'increased reduced lost eased tightened fell fallen risen rose strengthened expanded raised begun started ended stopped jumped dropped emerged split worsened improved become'.split(
    ' ',
  ),
);
const SUPPOSING: ReadonlySet<string> = new Set(['may', 'might', 'could', 'would', 'must', 'should', 'will', 'to']);

/** Whether what stands before "have" leaves open that it happened: may have been sold. */
function isSupposed(words: readonly Word[], have: number): boolean {
  return (
    SUPPOSING.has(words[have - 1]?.word ?? '') ||
    (/ly$/.test(words[have - 1]?.word ?? '') && SUPPOSING.has(words[have - 2]?.word ?? ''))
  );
}

function wordsOf(folded: string): readonly Word[] {
  return matchesIn(folded, /[a-z]+(?:'[a-z]+)?|[,;:.()"“”\d]/g).map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The verb that a past form ends; undefined when it is an adjective, or not yet over. */
function groupBefore(words: readonly Word[], at: number): Group | undefined {
  let i = at - 1;
  while (i >= 0 && at - i < 4 && SKIPPED.test(words[i]?.word ?? '')) i--;
  const before = words[i]?.word;
  if (before === undefined) return undefined;
  if (PASSIVE.has(before)) {
    const isPerfect = before === 'been' && PERFECT.has(words[i - 1]?.word ?? '');
    if (isPerfect && isSupposed(words, i - 1)) return undefined;
    return { first: isPerfect ? i - 1 : i, type: isPerfect ? 'perfect' : 'past', isPassive: true };
  }
  if (before === 'being') {
    const isPast = PASSIVE.has(words[i - 1]?.word ?? '');
    return isPast ? { first: i - 1, type: 'past', isPassive: true } : undefined;
  }
  if (PERFECT.has(before))
    return isSupposed(words, i) || CHANGES.has(words[at]?.word ?? '')
      ? undefined
      : { first: i, type: 'perfect', isPassive: false };
  if (NOT_BEFORE.has(before) || /^[\d(“"]$/.test(before)) return undefined;
  if (before === 'and' || before === 'or' || before === ',') {
    const joined = words
      .slice(Math.max(0, i - SAME_CLAUSE), i)
      .some(({ word }) => isPastForm(word) || word === 'who' || word === 'which');
    return before === ',' || joined ? { first: at, type: 'active', isPassive: false } : undefined;
  }
  return { first: at, type: 'active', isPassive: false };
}

const EDGE = new Set([
  ',',
  ';',
  ':',
  '.',
  '(',
  ')',
  '"',
  '“',
  '”',
  'that',
  'when',
  'where',
  'after',
  'before',
  'because',
  'while',
  'but',
]);
const OBJECT_END = new Set([
  ...EDGE,
  ...'in on at by from to for with into during since after and who which near under over as across through following until because against'.split(
    ' ',
  ),
]);
const WORDS_OF_A_PART = 24;

function termsOf(
  text: string,
  words: readonly Word[],
  { at, first, isPassive }: { readonly at: number; readonly first: number; readonly isPassive: boolean },
): EventTerms {
  const verb = [words[first], words[at]];
  const particle = /^(?:over|up|back|down|out|away|off)$/.test(words[at + 1]?.word ?? '') ? 1 : 0;
  const did = text.slice(verb[0]?.start ?? 0, words[at + particle]?.end ?? 0);
  let begin = first;
  while (begin > 0 && first - begin < WORDS_OF_A_PART && !EDGE.has(words[begin - 1]?.word ?? '')) begin--;
  while (begin < first && /^(?:and|then|also|later)$/.test(words[begin]?.word ?? '')) begin++;
  const subject = part(text, words, begin, first);
  if (isPassive) {
    const by = words.findIndex(({ word }, i) => i > at && i < at + 16 && word === 'by');
    return { who: by < 0 ? null : part(text, words, by + 1, endOfObject(words, by + 1)), did, whom: subject };
  }
  return { who: subject, did, whom: part(text, words, at + 1 + particle, endOfObject(words, at + 1 + particle)) };
}

function endOfObject(words: readonly Word[], from: number): number {
  let end = from;
  while (end < words.length && end - from < WORDS_OF_A_PART && !OBJECT_END.has(words[end]?.word ?? '')) end++;
  return end;
}

function part(text: string, words: readonly Word[], from: number, to: number): string | null {
  const [first, last] = [words[from], words[to - 1]];
  if (first === undefined || last === undefined || to <= from) return null;
  const said = text.slice(first.start, last.end).trim();
  return said === '' ? null : said;
}
