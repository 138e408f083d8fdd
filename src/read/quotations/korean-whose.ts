import { type Mark, NOUNS } from './korean-marks.ts';
import { isPersonName, isWritten, type Subject, speaks } from './korean-speakers.ts';

/** …라는 것이 소식통의 설명이다, …라는 주민들의 호소; not …라는 내용의 글. */
export function possessorIn(text: string, start: number, end: number): Subject | undefined {
  const found = POSSESSOR.exec(text.slice(start, end + 12));
  const words = found?.[2];
  if (found === null || words === undefined) return undefined;
  const head = /\S+$/u.exec(words)?.[0] ?? '';
  if (found[1] === undefined && !speaks(head, ' ') && !isPersonName(head)) return undefined;
  const at = start + found[0].indexOf(words);
  return { speaker: { start: at, end: at + words.length }, end: at + words.length };
}

const POSSESSOR = new RegExp(`^\\s(것이\\s|게\\s|것은\\s)?([^,.]{2,40}?)의\\s(?:[가-힣]+\\s)?(?:${NOUNS})`, 'u');

/** …는 내용의 포고문이 붙었다: the words are those of what they stand in. */
export function containedIn(text: string, { markEnd, type }: Mark): Subject | undefined {
  const found = type === 'noun' ? CONTAINED.exec(text.slice(markEnd, markEnd + 40)) : null;
  const words = found?.[1];
  if (found === null || words === undefined || !isWritten(words)) return undefined;
  const at = markEnd + found[0].length - words.length;
  return { speaker: { start: at, end: at + words.length }, end: at + words.length };
}

const CONTAINED =
  /^\s(?:내용의|취지의|문구의|글이 적힌|문구가 적힌|내용이 담긴|글귀가 적힌)\s(\S+?)(?=(?:이|가|을|를|은|는|도)\s)/u;

/** 주민들 사이에서는 …는 말이 나온다. */
export function amongWhom(text: string, start: number, end: number): Subject | undefined {
  const found = /^\s*(?:[^,]{1,30},\s)?(.{2,30}?)\s?(?:사이에서(?:는|도)?|일각에서(?:는|도)?)\s/u.exec(
    text.slice(start, end),
  );
  const words = found?.[1];
  if (found === null || words === undefined || !speaks(/\S+$/u.exec(words)?.[0] ?? '')) return undefined;
  const at = start + found[0].lastIndexOf(words);
  return { speaker: { start: at, end: at + words.length }, end: start + found[0].length };
}
