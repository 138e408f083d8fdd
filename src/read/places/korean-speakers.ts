import { NOT_NAMES, SURNAMES } from '../mentions/data/korean.ts';
import { KOREAN_OFFICES, KOREAN_ORGANISATIONS } from './data/office-words.ts';
import { KOREAN_TITLES, KOREAN_TITLES_BEFORE, KOREAN_WORDS } from './data/speaker-titles.ts';
import type { Hit } from './found-place.ts';
import { isHangul, isParticle } from './korean-places.ts';
import type { SpeakerHit } from './speaker-hit.ts';

const TITLES: ReadonlySet<string> = new Set(KOREAN_TITLES);
const BODIES: ReadonlySet<string> = new Set([...KOREAN_OFFICES, ...KOREAN_ORGANISATIONS]);
const LONGEST_TITLE = 7;
/** Words between a name and the title: 통일부, 서울대 국제대학원. */
const MOST_BETWEEN = 3;

interface Word {
  readonly start: number;
  readonly end: number;
}

/** Speakers with their titles in Hangul: 홍길동 통일부 장관, 란코프 교수, 외무상 리용호. */
export function koreanSpeakers(text: string, places: readonly Hit[]): readonly SpeakerHit[] {
  const placeStarts = new Set(places.map(({ start }) => start));
  const words = hangulWords(text);
  const found: SpeakerHit[] = [];
  for (const [at, word] of words.entries()) {
    const title = titleIn(text, word);
    if (title === undefined) continue;
    const lastEnd = found.at(-1)?.end ?? -1;
    const hit =
      nameBefore(text, words, at, title) ?? (title.end === word.end ? nameBehind(text, words, at, title) : undefined);
    if (hit !== undefined && hit.start >= lastEnd && !placeStarts.has(hit.start)) found.push(hit);
  }
  return found;
}

function hangulWords(text: string): readonly Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length; ) {
    if (!isHangul(text.charCodeAt(at)) && !/[0-9]/.test(text[at] ?? '')) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < text.length && end - at < 40 && (isHangul(text.charCodeAt(end)) || /[0-9]/.test(text[end] ?? '')))
      end++;
    words.push({ start: at, end });
    at = end;
  }
  return words;
}

/** The title that a word is, with or without a particle; joined to a body (통일부장관) it is the word's end. */
function titleIn(text: string, { start, end }: Word): Word | undefined {
  for (let at = end; at > start + 1; at--) {
    if (at < end && (end - at > 5 || !isParticle(text.slice(at, end), text.charCodeAt(at - 1)))) continue;
    for (let length = Math.min(LONGEST_TITLE, at - start); length >= 2; length--) {
      if (!TITLES.has(text.slice(at - length, at))) continue;
      const lead = text.slice(start, at - length);
      if (lead.endsWith('과')) continue;
      if (lead === '' || isBody(lead) || isName(lead) || lead === '전' || lead === '부')
        return { start: at - length, end: at };
    }
  }
  return undefined;
}

function nameBefore(text: string, words: readonly Word[], at: number, title: Word): SpeakerHit | undefined {
  const own = words[at];
  if (own === undefined) return undefined;
  const glued = text.slice(own.start, title.start);
  if (isName(glued) && glued.length === 3) return { start: own.start, end: title.start, title };
  let start = glued === '' ? title.start : own.start;
  for (let back = at - 1; back >= 0 && at - back <= MOST_BETWEEN + 1; back--) {
    const word = words[back];
    if (word === undefined || !/^\s$/u.test(text.slice(word.end, words[back + 1]?.start))) return undefined;
    const words_ = text.slice(word.start, word.end);
    if (isFullName(words_) || (at - back === 1 && isForeignName(words_, text.slice(title.start, title.end)))) {
      const foreign = isFullName(words_) ? undefined : words[back - 1];
      const first =
        foreign !== undefined &&
        /^\s$/u.test(text.slice(foreign.end, word.start)) &&
        isForeignPart(text.slice(foreign.start, foreign.end))
          ? foreign
          : word;
      return { start: first.start, end: word.end, title: { start, end: title.end } };
    }
    if (
      at - back === 1 &&
      words_.length === 1 &&
      !/^[전현]$/u.test(words_) &&
      SURNAMES.includes(words_) &&
      /^(?:교수|장관|의원|대사|대변인|총리|대통령|위원장)/u.test(text.slice(title.start))
    )
      return { start: word.start, end: word.end, title: { start, end: title.end } };
    if (!isBody(words_) && words_ !== '전' && words_ !== '현') return undefined;
    start = word.start;
  }
  return undefined;
}

/** 외무상 리용호, 대변인 김철수는. */
function nameBehind(text: string, words: readonly Word[], at: number, title: Word): SpeakerHit | undefined {
  const next = words[at + 1];
  if (next === undefined || !KOREAN_TITLES_BEFORE.has(text.slice(title.start, title.end))) return undefined;
  if (!/^\s$/u.test(text.slice(title.end, next.start))) return undefined;
  const name = text.slice(next.start, next.start + 3);
  const rest = text.slice(next.start + 3, next.end);
  if (!isFullName(name) || !isParticle(rest, name.charCodeAt(2))) return undefined;
  // 대변인 성명을, 위원장 이름으로: with no particle of a person it may be any noun of three syllables.
  if (rest !== '' && !/^(?:은|는|이|가|의|과|와|에게|께서|도)/u.test(rest)) return undefined;
  return { start: next.start, end: next.start + 3, title };
}

function isFullName(word: string): boolean {
  return word.length === 3 && isName(word) && !KOREAN_WORDS.has(word);
}

function isName(word: string): boolean {
  return (
    word.length >= 2 &&
    word.length <= 4 &&
    SURNAMES.includes(word[0] ?? '') &&
    !NOT_NAMES.has(word) &&
    !isBody(word) &&
    !/[은는을를의에]$/u.test(word) &&
    !TITLES.has(word)
  );
}

/** Names written after foreign sounds, before 교수 and the like. */
function isForeignName(word: string, title: string): boolean {
  return isForeignPart(word) && !/^(?:대표|의장|대사|국장|실장|단장|본부장|소장|원장)$/u.test(title);
}

function isForeignPart(word: string): boolean {
  return word.length >= 2 && word.length <= 6 && FOREIGN.test(word) && !isBody(word) && !/[은는을를의에]$/u.test(word);
}

/** Syllables that names from abroad are written with and Korean nouns hardly ever. */
const FOREIGN = /[크프트츠브드그스즈르킨턴튼넬렐켈델벨텔칼랄폴콜톨쿤룬퀸펙킹랙맥턱뎀햄톰팀짐잭닉릭빌]/u;

function isBody(word: string): boolean {
  for (let length = Math.min(7, word.length); length >= 2; length--) if (BODIES.has(word.slice(-length))) return true;
  return (
    /(?:부|청|처|성|원|실|과|국|당|군|시|도|대|위|회|단)$/u.test(word) && word.length >= 3 && !SURNAME_LED.test(word)
  );
}

/** Three syllables led by a common surname may be a name rather than a body. */
const SURNAME_LED = /^[김이박최정강조윤장임한오서신권황안송류홍][가-힣][성원도대군시]$/u;
