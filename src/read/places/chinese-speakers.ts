import { matchesIn } from '../matches.ts';
import { COMPOUND_SURNAMES, NOT_GIVEN, SPEECH, SURNAMES } from '../mentions/data/chinese.ts';
import { once } from '../once.ts';
import { BEFORE_NAME } from './data/chinese-places.ts';
import { CHINESE_TITLES, MORE_CHINESE_SURNAMES } from './data/speaker-titles.ts';
import type { Hit } from './found-place.ts';
import type { OfficeHit } from './office-hit.ts';
import type { SpeakerHit } from './speaker-hit.ts';

const TITLE = new RegExp([...CHINESE_TITLES].sort((a, b) => b.length - a.length).join('|'), 'gu');
const SURNAME = new RegExp(`^(?:${COMPOUND_SURNAMES}|[${SURNAMES}${MORE_CHINESE_SURNAMES}])`, 'u');
const SPEAKS = new RegExp(`^(?:${SPEECH})`, 'u');
const segmenter: () => Intl.Segmenter = once(() => new Intl.Segmenter('zh', { granularity: 'word' }));

/** Speakers with their titles in Han characters: 发言人华春莹, 王毅外长, 特别报告员金塔纳 with a dot between its names. */
export function chineseSpeakers(
  text: string,
  { places, offices }: { readonly places: readonly Hit[]; readonly offices: readonly OfficeHit[] },
): readonly SpeakerHit[] {
  const [placeStarts, placeEnds] = [new Set(places.map(({ start }) => start)), new Set(places.map(({ end }) => end))];
  const officeAt = new Map(offices.map((office) => [office.end, office]));
  const found: SpeakerHit[] = [];
  for (const { 0: word, index } of matchesIn(text, TITLE)) {
    const end = index + word.length;
    const before = placeEnds.has(index) ? undefined : nameBefore(text, index, found.at(-1)?.end ?? 0);
    const behind = placeStarts.has(end) ? undefined : nameBehind(text, end);
    const name = behind ?? before;
    if (name === undefined) continue;
    const office = officeAt.get(index);
    found.push({ ...name, title: { start: behind === undefined ? index : (office?.start ?? index), end } });
  }
  return found;
}

interface NameSpan {
  readonly start: number;
  readonly end: number;
}

function nameBehind(text: string, at: number): NameSpan | undefined {
  const foreign = /^[㐀-鿿]{1,6}(?:[·‧・][㐀-鿿]{1,6}){1,2}/u.exec(text.slice(at, at + 24));
  if (foreign !== null) {
    const end = at + foreign[0].length;
    return { start: at, end: at + withoutVerb(foreign[0], text.slice(at, end + 4)) };
  }
  const surname = SURNAME.exec(text.slice(at, at + 2))?.[0];
  if (surname === undefined) return undefined;
  const given = at + surname.length;
  if (!isGiven(text[given])) return undefined;
  const speaks = SPEAKS.test(text.slice(given + 2, given + 4));
  const two = speaks ? isHan(text[given + 1] ?? '') : isGiven(text[given + 1]) && !beginsWord(text, at, given + 1);
  const end = given + (two ? 2 : 1);
  // 部长会议, 主席团: what is no name goes on as another word.
  if (!two && isDictionaryWord(text.slice(at, end))) return undefined;
  return isEnd(text, end) ? { start: at, end } : undefined;
}

/** After a name: a mark, a verb, a particle; another given-like character means that it is none. */
function isEnd(text: string, at: number): boolean {
  const character = text[at];
  if (character === undefined || !isHan(character)) return true;
  return NOT_GIVEN.includes(character) || beginsWord(text, at - 2, at);
}

function withoutVerb(name: string, around: string): number {
  const last = Math.max(...['·', '‧', '・'].map((dot) => name.lastIndexOf(dot))) + 1;
  const stop = name.slice(last).search(/[的与和在于是为及等对将被作就曾]/u);
  let end = stop > 0 ? last + stop : name.length;
  for (const { segment, index } of segmenter().segment(around)) {
    if (index >= last + 2 && index < end && segment.length >= 2) end = index;
  }
  return end;
}

/** Whether a dictionary lets a word of two or more characters begin here: 王毅访问 is 王毅 and 访问. */
function beginsWord(text: string, from: number, at: number): boolean {
  const start = Math.max(0, from);
  for (const { segment, index } of segmenter().segment(text.slice(start, at + 5))) {
    if (start + index === at && segment.length >= 2) return true;
  }
  return false;
}

/** Surnames that begin everyday words. */
const WORDLY = /^[文武许常高方安白江关万全单田易雷温石左任于何成时牛马]/u;

/** 文化教授, 院长许多: what begins like a surname is a word. */
function isDictionaryWord(word: string): boolean {
  return WORDLY.test(word) && [...segmenter().segment(word)].length === 1;
}

function nameBefore(text: string, end: number, lastEnd: number): NameSpan | undefined {
  for (const length of [3, 2, 4, 1]) {
    const start = end - length;
    if (start < lastEnd) continue;
    const surname = SURNAME.exec(text.slice(start, end))?.[0];
    if (surname === undefined || (length === 4 && surname.length < 2)) continue;
    const before = text[start - 1];
    if (before !== undefined && isHan(before) && !BEFORE_NAME.includes(before)) continue;
    const given = text.slice(start + surname.length, end);
    if (
      given.length > 2 ||
      (given === '' &&
        (length > 2 ||
          surname === '任' ||
          !/^(?:教授|部长|外长|大使|议员|总统|总理|主席|所长|会长|院长)/u.test(text.slice(end))))
    )
      continue;
    if (![...given].every((character) => isGiven(character)) || isCommonBefore(given)) continue;
    if (length === 2 && isDictionaryWord(text.slice(start, end))) continue;
    return { start, end };
  }
  return undefined;
}

/** 高级, 常务, 首席: surnames and what follows them make words before a title. */
function isCommonBefore(given: string): boolean {
  return /^(?:级|务|席|任|外|方|国|家|院|部|委|省|市|县|州|区|党|府|央|安|法|理|究|会|学|军|警|新|副|长|育|济)/u.test(
    given,
  );
}

function isGiven(character: string | undefined): boolean {
  return character !== undefined && isHan(character) && !NOT_GIVEN.includes(character);
}

function isHan(character: string): boolean {
  return /^[㐀-鿿]$/u.test(character);
}
