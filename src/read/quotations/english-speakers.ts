import { matchesIn } from '../matches.ts';
import { sought } from '../sought.ts';
import { ADJUNCTS, BEFORE_VERB, KINDS_OF_PEOPLE, OPENINGS } from './data/english-speech.ts';
import { type Span, trimmed } from './sentences.ts';

/** UTF-16 units of the longest subject, with its appositions and clauses. */
const MOST_SUBJECT = 260;
/** UTF-16 units of an apposition that belongs to who speaks. */
const MOST_APPOSITION = 70;

const ADJUNCT = new RegExp(`^,?\\s+(?:${ADJUNCTS.join('|')})(?=[\\s,:;.“"\\ufffc]|$)`, 'u');
const BETWEEN = sought(new RegExp(`[\\s,]+${BEFORE_VERB}[\\s,]*$`));
/** When and where, between a subject and its verb. */
const ADJUNCT_AT_END = sought(new RegExp(`[\\s,]+(?:${ADJUNCTS.slice(0, 3).join('|')}),?\\s*$`, 'u'));
/** A verb of a clause: what holds one is no description of somebody. */
const FINITE =
  /(?<![\w-])(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|did|does|do|went|came|took|rose|fell|became|began|made|got|gave|left|lost|kept|held|remains?|needs?)(?![\w-])/;
const RELATIVE = sought(/,?\s+(?:who|which|whose|whom|where)\s|\s+that\s|,\s+(?:speaking|asked|\w+ing)\s/);

/** UTF-16 units before a subject that are none of it: marks, words that open a sentence, when and where, another clause. */
function leadOf(words: string): number {
  const marks = /^[\s,;:”"’)—–-]*/.exec(words)?.[0].length ?? 0;
  let lead = marks + (OPENINGS.exec(words.slice(marks))?.[0].length ?? 0);
  lead += LATER_FIRST.exec(words.slice(lead))?.[0].length ?? 0;
  lead += (DAY_FIRST.exec(words.slice(lead)) ?? WHERE_FIRST.exec(words.slice(lead)))?.[0].length ?? 0;
  return (
    lead +
    (/^.*(?:[;:—–]\s|\s(?:because|although|when|if)\s(?=\S+(?:\s\S+){0,9}\s*$))/u.exec(words.slice(lead))?.[0].length ??
      0)
  );
}

/** "A day later they …": how much later, without a comma behind it. */
const LATER_FIRST =
  /^(?:an?|\d{1,2}|two|three|four|five|several|some|a few|minutes|hours|days|weeks|months|years)\s(?:(?:minutes?|hours?|days?|weeks?|months?|years?)\s)?(?:later|earlier),?\s/iu;

/** "On Friday the minister, …": when, without a comma behind it. */
const DAY_FIRST =
  /^(?:[Oo]n|[Ll]ate on|[Ee]arly on|[Ii]n|[Bb]y|[Ss]ince)\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s\d{1,2})?(?:,?\s\d{4})?)\s(?=(?:the|an?|its|his|her|their|several|two|three)\s|\p{Lu})/u;

/** "On her channel Brook …": where, without a comma behind it, before a name alone. */
const WHERE_FIRST =
  /^(?:[Oo]n|[Ii]n|[Aa]t|[Tt]hrough|[Vv]ia)\s(?:the|an?|his|her|its|their|another)\s(?:\p{Ll}[\p{L}-]*\s){1,3}(?=\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,2}\s*$)/u;

/** Who speaks before a verb, and where the words about that begin. */
export interface Subject {
  readonly speaker: Span;
  readonly from: number;
}

/** UTF-16 units at the start of `after` that tell when, where, how and to whom something is said. */
export function adjunctsAt(after: string): number {
  let taken = 0;
  for (let step = 0; step < 6; step++) {
    const found = ADJUNCT.exec(after.slice(taken, taken + 240));
    if (found === null) break;
    taken += found[0].length;
  }
  return taken;
}

/** Who speaks, out of what stands before a verb; undefined when that is nobody. `after` tells whether what is said follows. */
export function subjectBefore(
  covered: string,
  { from, end, follows }: { readonly from: number; readonly end: number; readonly follows: boolean },
): Subject | undefined {
  let start = Math.max(from, end - MOST_SUBJECT * 2);
  let words = covered.slice(start, end);
  for (let step = 0; step < 5; step++) {
    const between = BETWEEN.exec(words) ?? ADJUNCT_AT_END.exec(words);
    if (between === null || between.index === 0) break;
    const comma = /^\s*,/.test(between[0]) && /,\s*$/.test(between[0]) ? '' : (/,\s*$/.exec(between[0])?.[0] ?? '');
    words = words.slice(0, between.index) + comma;
  }
  // …, where he is, she: whatever stands before it, a pronoun behind a comma is who speaks.
  const pronoun = /,\s+(?:he|she|they|we|I)\s*$/.exec(words);
  if (pronoun !== null) {
    const at = start + pronoun.index + (/^,\s+/.exec(pronoun[0])?.[0].length ?? 0);
    return { speaker: { start: at, end: start + words.trimEnd().length }, from: at };
  }
  const lead = leadOf(words);
  words = words.slice(lead);
  start += lead;
  // A clause with "who" that somebody says: "The group that fed us has closed, a trader said."
  const lone = relativeBefore(words);
  words = words.slice(lone);
  start += lone;
  const relative = RELATIVE.exec(words);
  const head = relative === null || relative.index === 0 ? words : `${words.slice(0, relative.index)},`;
  const parts = head.split(/,\s+|,$/).filter((part) => part.trim() !== '');
  if (parts.length === 0) return undefined;
  // "Oh Hana, a lawyer who has defended drivers, said": what the clause describes is itself a description.
  const isApposition =
    /,\s*$/.test(head) &&
    (relative === null ||
      (parts.length > 1 &&
        /^(?:an?|the)\s|^(?:aged\s)?\d{1,3}$/.test(parts.at(-1) ?? '') &&
        isPersonName(parts.at(-2) ?? '')));
  const last = parts.at(-1) ?? '';
  const descriptive = (part: string): boolean => !FINITE.test(part) && part.length <= MOST_APPOSITION;
  let first = parts.length - 1;
  if (isApposition && first > 0) first--;
  else if (isNameBehindOffice(parts, first)) first--;
  // A list of several, or one with two appositions: as far back as nothing but descriptions stand.
  const isList = /^and\s/.test(parts[first] ?? '');
  while (follows && first > 0 && (isApposition || isList) && parts.slice(first - 1).every(descriptive)) first--;
  const offset = offsetOfPart(head, parts, first);
  // A title belongs to who speaks; what only describes further does not.
  const dropped =
    isApposition && parts.length - first > 1 && !isTitle(last)
      ? offsetOfPart(head, parts, parts.length - 1)
      : head.length;
  const isNamed = parts.length - first > 2 && /\p{Lu}/u.test(parts[first + 1] ?? '') && isTitle(parts[first] ?? '');
  const until =
    dropped < head.length && parts.length - first > 2 && !isNamed && !isTitle(parts[first + 1] ?? '')
      ? offsetOfPart(head, parts, first + 1)
      : dropped;
  const span = nounPhrase(covered, start + offset, start + until - (relative === null ? 0 : 1));
  if (span === undefined || span.end - span.start > MOST_SUBJECT / 2) return undefined;
  return { speaker: span, from: start + offset };
}

/** Where the last part begins, when it names somebody right before the verb and a relative clause stands before its comma; 0 otherwise. */
function relativeBefore(words: string): number {
  const comma = words.lastIndexOf(', ');
  if (comma < 0 || /,\s*$/.test(words)) return 0;
  const relative = RELATIVE.exec(words);
  if (relative === null || relative.index >= comma) return 0;
  const last = words.slice(comma + 2);
  if (
    FINITE.test(last) ||
    !/^(?:\p{Lu}|(?:an?|the|one|two|three|some|several|many|his|her|their|its|another|most|both)\s)/u.test(last)
  )
    return 0;
  return comma + 2;
}

/** "The union's envoy, Mira Voss, on Tuesday", "Ruud's lawyer, Ole Brandt, who": a name last, behind an office, whatever stands behind both. */
const isNameBehindOffice = (parts: readonly string[], last: number): boolean => {
  const [office = '', name = ''] = parts.slice(Math.max(0, last - 1), last + 1);
  return last > 0 && isPersonName(name) && OFFICE_BEFORE.test(office) && !FINITE.test(office);
};

/** An office or kin in small letters with whose it is. */
const OFFICE_BEFORE =
  /^(?:(?:the|his|her|its|their|our)\s(?:[\p{Lu}][\p{L}.’'-]*\s){0,4}?|(?:[Tt]he\s)?(?:\p{Lu}[\p{L}.-]*\s){0,4}\p{Lu}[\p{L}.-]*[’']s?\s)\p{Ll}[\p{L}-]+(?:\s(?:for|of|in|on|to|and)\s[\p{L}\s-]{2,30}|\s\p{Ll}[\p{L}-]+){0,2}$/u;

/** Two capitalised words at least, with or without a title before them. */
const isPersonName = (part: string): boolean =>
  /^(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Rev)\.?\s)?\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,3}$/u.test(part.trim());

/** A title or name behind a name or office: "director of the alliance", "Nadia Farouk"; not "a former judge", "based in Geneva". */
const isTitle = (part: string): boolean =>
  !/^(?:an?|one|some|both|all|each|none|now|then|\d+|\w+ed|based|dated|including|among|\w+ing)\s|^\d+$/.test(part) &&
  /^(?:the\s|his\s|her\s|\p{Lu}|\p{Ll}[\p{L}-]*(?:\s\p{Ll}[\p{L}-]*)?\s(?:of|at|for|in|to)\s)/u.test(part);

function offsetOfPart(head: string, parts: readonly string[], index: number): number {
  let at = 0;
  for (let part = 0; part <= index; part++) {
    const found = head.indexOf(parts[part] ?? '', at);
    if (part === index) return found;
    at = found + (parts[part]?.length ?? 0);
  }
  return 0;
}

/** Who speaks after a verb: “…,” said X; undefined when nobody is named there. */
export function speakerAfter(covered: string, from: number): Subject | undefined {
  const rest = covered.slice(from, from + MOST_SUBJECT);
  const lead = /^\s+/.exec(rest)?.[0].length ?? 0;
  if (lead === 0) return undefined;
  const name =
    /^(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Maj|Sgt|Sen|Rep|Gov|Rev|St|Fr|U\.S|U\.N)\.|[^,.;:“"—–\ufffc]|\.(?=\p{L}|\s\p{Lu}\p{Ll}))+/u.exec(
      rest.slice(lead),
    );
  if (name === null) return undefined;
  let words = name[0];
  for (const inner of matchesIn(words, /\s/g)) {
    // A place belongs to a description: a trader in Omrek.
    if (
      /^\s(?:in|from|at)\s\p{Lu}/u.test(words.slice(inner.index)) &&
      !/\p{Lu}[\p{L}.’'-]*$/u.test(words.slice(0, inner.index))
    )
      continue;
    if (
      adjunctsAt(words.slice(inner.index)) === 0 &&
      !/^\s(?:who|which|whose|when|as|while|after|before|during|because|but|and (?:he|she|they|said|added))\s/.test(
        words.slice(inner.index),
      )
    )
      continue;
    words = words.slice(0, inner.index);
    break;
  }
  if (FINITE.test(words)) return undefined;
  // An office behind a name belongs to it, and a name behind an office.
  const behind = rest.slice(lead + words.length);
  const named = /^(?:the|its|his|her|their)\s\p{Ll}/u.test(words)
    ? /^,\s+\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){1,3}(?=[,.;“"\n]|$)/u.exec(behind)
    : null;
  const apposition =
    /^,\s+((?:an?|the|\p{Ll}[\p{L}-]+|\p{Lu}[\p{L}-]+[’']s)\s[^,.;:“"\ufffc]{2,60})(?=[,.;“"\n]|$)/u.exec(behind);
  const isOffice =
    apposition !== null &&
    isTitle(apposition[1] ?? '') &&
    !/^(?:adding|and|but|as|in|on|at|after|while|when|citing|who|which|referring|speaking|\w+ing)\b/.test(
      apposition[1] ?? '',
    ) &&
    !FINITE.test(apposition[1] ?? '');
  const length = words.length + (named?.[0].length ?? (isOffice ? apposition[0].length : 0));
  const speaker = nounPhrase(covered, from + lead, from + lead + length);
  return speaker && { speaker, from: from + lead + length };
}

/** A description without what only adds to it: adverbs, relative clauses, where it was said; undefined when nothing is left. */
export function nounPhrase(text: string, start: number, end: number): Span | undefined {
  let words = text.slice(start, end);
  const lead = /^(?:[\s,“”"]|(?:and|but|also|later|then|that|as|while|how|why)\s)+/.exec(words)?.[0].length ?? 0;
  words = words.slice(lead);
  const cut =
    /,?\s+(?:who|which|whose|whom|speaking|asked|interviewed|briefed|familiar with|in (?:remarks|comments|testimony|interviews)|quoted|identified (?!only)|authorized|authorised|in (?:a|an|the|his|her|their) (?:\w+ )?(?:statement|interview|report|speech|letter|post|email|e-mail|briefing|press)|on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|condition)|(?:also|later|then|once|previously|recently|still|has|have|had|is|was|were|repeatedly|further|reportedly|himself|herself)\b)/.exec(
      words,
    );
  if (cut !== null && cut.index > 0) words = words.slice(0, cut.index);
  const that = /\s+that\s/.exec(words);
  if (that !== null) words = words.slice(0, that.index);
  const span = trimmed(text, start + lead, start + lead + words.length, /[\s,:;.“”"—–]/);
  if (span === undefined || !/\p{L}/u.test(text.slice(span.start, span.end))) return undefined;
  return span;
}

/** Whether a description tells only what kind of person, or hides the name: an official, Ms. K. */
export function isAnonymous(words: string): boolean {
  if (/identified (?:only )?(?:as|by)|pseudonym|not (?:his|her|their) real name|(?:^|\s)\p{Lu}\.?$/u.test(words))
    return true;
  const head =
    /^.*?(?=,|\s(?:of|from|in|at|with|near|for|on|along|inside|close|based|familiar|living|to|by|quoted|involved|identified)\s|$)/.exec(
      words,
    )?.[0] ?? words;
  if (/,\s\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+/u.test(words)) return false;
  return (
    KINDS_OF_PEOPLE.test(lastWord(head)) ||
    /^(?:one|two|three|some|several|many|another|most|both|others?) (?:of|in|from)\b/i.test(words)
  );
}

const lastWord = (words: string): string => /\S+$/.exec(words.trim())?.[0] ?? '';
