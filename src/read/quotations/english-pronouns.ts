import type { Mentioned } from './attribution.ts';
import { BODIES, DOCUMENTS, KINDS_OF_PEOPLE, OPENINGS } from './data/english-speech.ts';
import { isAnonymous, nounPhrase } from './english-speakers.ts';
import type { Sentence } from './sentences.ts';

const MALE =
  /\b(?:Mr|man|father|husband|brother|son|boy|uncle|grandfather|businessman|fisherman|spokesman|chairman|priest|monk|king|bishop|policeman|Sir|Lord)\b/;
const FEMALE =
  /\b(?:Mrs|Ms|Miss|woman|mother|wife|daughter|sister|girl|aunt|grandmother|widow|spokeswoman|chairwoman|nun|queen|businesswoman|policewoman|Lady)\b/;
const PLURAL =
  /\b(?:residents|officials|villagers|insiders|defectors|refugees|activists|traders|brokers|witnesses|workers|men|women|people|locals|observers|analysts|experts|sources|soldiers|guards|officers|students|teachers|neighbou?rs|relatives|survivors|farmers|researchers|lawyers|critics|groups|families|parents|members|both|authorities|prosecutors|investigators|police|organisers|organizers|lawmakers|sisters|brothers|sons|daughters|mothers|fathers|twins|couples|boys|girls|children|monks|nuns|priests|pastors|nurses|doctors|drivers|miners|sailors|prisoners|detainees|migrants|returnees|deportees|friends|colleagues|volunteers|journalists|reporters|scholars|writers|judges|merchants|smugglers|fishermen|conscripts)\b/i;
/** A name, or a description, with which a sentence begins, and a verb behind it. */
const SUBJECT = new RegExp(
  String.raw`^(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,2}[’']s?\s[^,.;:\ufffc]{2,40}?|(?:(?:Mr|Mrs|Ms|Dr|Gen|Col|Capt|Sgt|Prof|Rev)\.?\s)?\p{Lu}[\p{L}’'-]+(?:\s(?:\p{Lu}[\p{L}.’'-]*|of|de|van|bin|al))*|(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir)\s[^,.;:\ufffc]{2,70}?)(,\s[^;:\ufffc]{2,90}?,)?(?:\s(?:(?:also|still|later|now|once|\w+ly)\s)?(?:is|are|was|were|has|have|had|who|did|does|(?!${KINDS_OF_PEOPLE.source}[\s.,])\p{Ll}{3,}s|ran|left|came|went|spent|began|fled|lost|took|made|met|gave|grew|became|got|told|stood|sat|led|kept|saw|knew|built|sold|won|paid|shook|spoke|wrote|drove|held|sent|taught|wore|stopped|put|rose|fell)\s|\s(?:(?:also|still|later|now|once|\w+ly)\s)?(?:\p{Ll}{2,}ed(?!,)|wept|fought|felt|hid|slept|swam|broke|burst|caught|chose|drew|ate|flew|froze|hung|heard|hit|knelt|lay|leapt|rode|sang|sank|sought|shot|stole|struck|swept|threw|woke|won)[\s.,])`,
  'u',
);

/** Several of a kind, without an article: guards shout at boats. */
const SEVERAL = new RegExp(`^((?:\\p{L}[\\p{L}’'-]*\\s){0,2}?${PLURAL.source})\\s\\p{Ll}`, 'u');

/** Whom a sentence tells of in which nobody speaks: the somebody with whom it begins, or who is for whom something is so. */
export function mentionedIn(text: string, { covered, start }: Sentence): readonly Mentioned[] {
  const benefit = /^(?:For|To) (\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*|(?:an?|one) [^,.;:]{3,60}?),\s/u.exec(covered);
  const opening = benefit === null ? (OPENINGS.exec(covered)?.[0].length ?? 0) : benefit[0].indexOf(benefit[1] ?? '');
  const rest = covered.slice(opening, opening + 260);
  const subject = benefit === null ? SUBJECT.exec(rest) : null;
  const words = benefit?.[1] ?? subject?.[1] ?? SEVERAL.exec(rest)?.[1];
  if (words === undefined || /^(?:He|She|They|It|We|There|This|That|These|Those|What|Many|Some|In|On|At)$/.test(words))
    return [];
  const span = nounPhrase(text, start + opening, start + opening + words.length);
  if (span === undefined) return [];
  // "Hale's deputy, Ivo Marsh, apologised", "the guide, a woman of fifty, …": what stands beside it tells that it is somebody.
  const beside = subject?.[2]?.slice(1, -1).trim() ?? '';
  const behind = start + opening + words.length;
  if (beside !== '' && isBareName(beside) && span.end === behind) {
    const whole = { start: span.start, end: behind + (subject?.[2]?.length ?? 1) - 1 };
    return [{ span: whole, anonymous: false }];
  }
  const said = text.slice(span.start, span.end);
  if (
    /^(?:an?|the)\s\p{Ll}/u.test(beside) &&
    isPerson(
      /^(?:an?|the)\s(?:\p{Ll}[\p{L}-]*\s){0,2}?\p{Ll}[\p{L}-]*(?=\s(?:of|from|in|with|who|at)\s|$)/u.exec(
        beside,
      )?.[0] ?? '',
    )
  )
    return [{ span, anonymous: true }];
  return isPerson(said) || BODIES.test(said) || DOCUMENTS.test(said) ? [{ span, anonymous: isAnonymous(said) }] : [];
}

/** Whether a pronoun can stand for somebody so described. */
export function couldBe(pronoun: string, words: string): boolean {
  const whole = /^.*?(?=,|\s(?:of|from|in|at|with|near|for)\s|$)/.exec(words)?.[0] ?? words;
  const head = /\S+$/.exec(whole)?.[0] ?? whole;
  switch (pronoun) {
    case 'he':
      return isOne(whole) && !PLURAL.test(head) && !FEMALE.test(words);
    case 'she':
      return isOne(whole) && !PLURAL.test(head) && !MALE.test(words);
    case 'they':
      return PLURAL.test(head) || BODIES.test(whole) || isAnonymous(words);
    case 'it':
      return BODIES.test(whole) || DOCUMENTS.test(whole) || !isPerson(whole);
    default:
      return false;
  }
}

const TITLES =
  /\b(?:minister|president|envoy|spokes(?:man|woman|person)|ambassador|governor|mayor|judge|chief|head|director|secretary|premier|chancellor|pope|bishop|senator|lawmaker|rapporteur|commissioner|general|colonel|captain|leader|prosecutor|chair(?:man|woman|person)?|editor|coach|founder|co-founder|coordinator|Gen|Col|Lt|Capt|Maj|Sgt|Sen|Rep|Gov|Rev|Mr|Mrs|Ms|Miss|Dr|Prof)\b/i;

/** Whether words are a name of two or three words, with nothing that tells whose. */
export const isBareName = (words: string): boolean =>
  /^\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2}$/u.test(words) && !TITLES.test(words);

/** Whoever speaks or is told of, is somebody, unless it is a body or a writing: "the guide", "Hale's deputy". */
function isOne(words: string): boolean {
  if (isPerson(words)) return true;
  if (BODIES.test(words) || DOCUMENTS.test(words)) return false;
  return /^(?:the|an?|one|another|his|her|their|my|our)\s\p{Ll}|[’']s?\s\p{Ll}/iu.test(words);
}

function isPerson(words: string): boolean {
  if (TITLES.test(words)) return true;
  if (KINDS_OF_PEOPLE.test(/\S+$/.exec(words)?.[0] ?? '')) return true;
  if (BODIES.test(words) || DOCUMENTS.test(words)) return false;
  if (KINDS_OF_PEOPLE.test(words)) return true;
  return /^\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}.’'-]*){0,4}$/u.test(words);
}
