import {
  CONVENERS,
  GROUP,
  HOSTS,
  IMPRINTS,
  ISSUE,
  KIND_LABEL,
  MAKERS,
  NUMBERED_ISSUE,
  PUBLICATION,
  RIGHTS,
  STATE,
  TITLE_WORDS,
} from './data/imprint-words.ts';
import { SOURCE_NOTE } from './data/notice-words.ts';
import type { Block, Found } from './layer.ts';
import {
  dateLine,
  foundInLine,
  headLines,
  isName,
  isRunningText,
  lastLinesIn,
  linesIn,
  type TextLine,
} from './notice-lines.ts';
import { findStatedDate } from './stated-date.ts';

/** How many blocks at the head and at the foot may say who publishes. */
const HEAD = 12;
const FOOT = 8;
const LONGEST_NAME = 60;

/**
 * Who publishes a text, as its own lines say (docs/read.md L49): a masthead, a line below the title with a date, a note of where it first stood,
 * the host of a paper that it prints, a notice of rights. Undefined when none does. An office of a state is none: it issues.
 */
export function imprintOf(text: string, blocks: readonly Block[]): Found | undefined {
  const body = blocks.filter(({ kind }) => kind !== 'front-matter' && kind !== 'control');
  const around = [...new Set([...body.slice(0, HEAD), ...body.slice(-FOOT)])];
  return (
    formulaIn(text, around, IMPRINTS, isCarrier) ??
    mastheadOf(text, body) ??
    formulaIn(text, body.slice(0, HEAD), HOSTS, isPublication) ??
    formulaIn(text, body.slice(0, HEAD), CONVENERS, isConvener) ??
    datedNameOf(text, body) ??
    formulaIn(text, around, RIGHTS, isCarrier) ??
    makerOf(text, around) ??
    footNameOf(text, body)
  );
}

/** Whether a name is one of a paper, magazine, agency or station, by the words such names end with. */
export function isPublication(name: string): boolean {
  return PUBLICATION.test(name.trim());
}

/** Whether a name is one of a paper, a group or a page, and not of a person or an office of a state. */
export function isHouse(name: string): boolean {
  const bare = name.trim();
  return (
    isPublication(bare) || (GROUP.test(bare) && (!STATE.test(bare) || /(?:编辑部|編輯部|편집부|본부)$/u.test(bare)))
  );
}

/** Whether a name is one of an office of a state, and not of a paper or a group. */
export function isOffice(name: string): boolean {
  return STATE.test(name.trim()) && !isHouse(name);
}

/** What a formula names need not say in its name what it is, unless it is an office. */
function isCarrier(name: string): boolean {
  return !KIND_LABEL.test(name) && (isHouse(name) || !STATE.test(name));
}

/** Who brings people together to talk may have any name but that of an office, and one of several words or of a paper. */
function isConvener(name: string): boolean {
  return (
    isHouse(name) ||
    (!STATE.test(name) &&
      !KIND_LABEL.test(name) &&
      !/^(?:We|They|He|She|It|I|You|Who|This|That|These|Those)$/u.test(name))
  );
}

function formulaIn(
  text: string,
  blocks: readonly Block[],
  formulas: readonly RegExp[],
  isNamed: (name: string) => boolean,
): Found | undefined {
  for (const formula of formulas) {
    for (const block of blocks) {
      const words = text.slice(block.start, Math.min(block.end, block.start + 1200));
      const match = formula.exec(words);
      const value = (match?.[1] ?? match?.[2])?.trim();
      if (match === null || value === undefined || !isNamed(value)) continue;
      const start = block.start + match.index + match[0].lastIndexOf(value);
      return { value, from: 'body', start, end: start + value.length };
    }
  }
  return undefined;
}

/** `The Estuary Post`, `《河口晚报》2031年5月9日`, `계간 접경연구 제27호`, `【河岸知识库】…`: the first line, above the title. */
function mastheadOf(text: string, body: readonly Block[]): Found | undefined {
  const lines = headLines(
    text,
    body.filter(({ label }) => label === 'content'),
  );
  const [first, second] = lines;
  if (first === undefined || body.length < 2) return undefined;
  const bracketed = /^[[【［]([^\]】］]{2,24})[\]】］]\s?\S/u.exec(first.words)?.[1];
  if (bracketed !== undefined && isHouse(bracketed) && !KIND_LABEL.test(bracketed)) return at(first, bracketed);
  const marked = /^[《〈「『]([^《》〈〉「」『』]{2,24})[》〉」』]/u.exec(first.words);
  const value = marked?.[1] ?? withoutIssue(first.words);
  const rest = marked === null ? '' : first.words.slice(marked[0].length);
  const issued = marked === null ? value.length < first.words.length : isIssue(rest);
  const parted = partedName(first.words);
  if (parted !== undefined) return at(first, parted);
  if (!isTitleName(value) || isOffice(value)) return undefined;
  if (issued && (isHouse(value) || marked !== null || NUMBERED_ISSUE.test(first.words))) return at(first, value);
  if (second !== undefined && NUMBERED_ISSUE.test(second.words) && isIssue(second.words)) return at(first, value);
  if (second === undefined) return undefined;
  // A name alone is a masthead above the day, the issue, or the title.
  const above = lines.slice(1).find(({ words }) => !isIssue(words) && !KIND_LABEL.test(words));
  if (isHouse(value) && isIssue(second.words)) return at(first, value);
  if (isPublication(value) && value.split(/\s+/).length <= 5) return at(first, value);
  const short = value.split(/\s+/).length <= 5 && value.length <= 32;
  const titled =
    above !== undefined &&
    above.words.length > value.length &&
    !/^(?:by|to|from|date|subject)\b|[:：]$/iu.test(above.words) &&
    partsOf(above.words).length === 1;
  return short && titled && (issued || isIssue(second.words) || !TITLE_WORDS.test(value))
    ? at(first, value)
    : undefined;
}

/** What can be the name of a paper or page by its form: capitals, or a few characters without the signs of a sentence. */
function isTitleName(value: string): boolean {
  const bare = value
    .replace(/(?<=.)[（(][^（()）]{1,8}[)）]$/u, '')
    .replace(/^[[【(（〈<［]\s?|\s?[\]】)）〉>］]$/gu, '')
    .replace(/^(?:공동|긴급|연대|联合|聯合|共同|紧急|緊急)\s?(?=[\p{L}]{2})/u, '');
  if (value.length < 2 || value.length > LONGEST_NAME || KIND_LABEL.test(bare) || !isName(value)) return false;
  // `Home > Voices` is a way through a site.
  if (/[.。!！?？,，;；:：、>›»]|\d{3}/u.test(value)) return false;
  return /\p{Script=Latin}/u.test(value) || value.length <= 14;
}

/** Before the name of whoever made a page: 整理：…, 정리: …. */
const MADE_BY = /^(?:整理|编辑|編輯|编|編|编译|編譯|制作|製作|发布|發布|정리|편집|작성|제공|펴낸\s?곳)\s?[:：]\s?/u;

/** The parts of a line that bars or dots part. */
function partsOf(words: string): readonly string[] {
  return words
    .split(/\s*[|｜·•‧／›»∣]\s*|\s+[—–/>＞-]\s+|\u3000+/u)
    .map((part) => part.trim().replace(MADE_BY, ''))
    .filter((part) => part !== '');
}

/** `Explainer | Riverline Facts | Updated 3 March 2031`: of a line in parts the one that is a name, beside kinds and days. */
function partedName(words: string): string | undefined {
  const parts = partsOf(words.replace(/[*_#]+/gu, ''));
  if (parts.length < 2 || parts.length > 5 || words.length > 120) return undefined;
  const names = parts.filter((part) => !KIND_LABEL.test(part) && !isIssue(part) && !saysWhen(part));
  const houses = names.map(withoutIssue).filter((part) => isTitleName(part) && isHouse(part));
  if (houses.length === 1) return houses[0];
  const [only] = names;
  const labelled = parts.some((part) => KIND_LABEL.test(part));
  return names.length === 1 && only !== undefined && labelled && isTitleName(only) && !isOffice(only)
    ? only
    : undefined;
}

/** Whether a line says which issue or day, and nothing else. */
function isIssue(words: string): boolean {
  if (words.trim() === '') return false;
  const date = findStatedDate(words);
  const rest = date === undefined ? words : words.slice(0, date.start) + words.slice(date.end);
  return rest.trim() === '' || ISSUE.test(rest.trim()) || dateLine(words) !== undefined;
}

/** A name without the issue or day that stands behind it in its line, and without the kind of text. */
function withoutIssue(line: string): string {
  const words = line.replace(
    /(?<=\p{L})[\s:：·-]{1,3}(?:[Rr]oundtable|[Rr]ound [Tt]able|[Ee]xplainers?|[Ff]orum|[Bb]riefing|[Cc]onversations?|[Dd]ebates?|[Dd]ialogues?|圆桌|圓桌|座谈|座談|좌담|특집)$/u,
    '',
  );
  for (const cut of words.matchAll(/\s*[,，·|｜—–(（]\s*|\s+/gu)) {
    if (cut.index > 1 && isIssue(words.slice(cut.index).replace(/^[\s,，·|｜—–]+/u, '')))
      return words.slice(0, cut.index);
  }
  return words;
}

/** `The Lantern Archive` above `Last updated: 9 May 2031`, `Riverline Facts | Updated 3 March 2031`, below the title. */
function datedNameOf(text: string, body: readonly Block[]): Found | undefined {
  const lines = headLines(text, body);
  for (const [i, line] of lines.entries()) {
    const house = partedName(line.words);
    if (house !== undefined) return at(line, house);
    const parted = /^(.{2,60}?)(?:\s*[|｜·•]\s*|,\s|\s[—–-]\s)(.+)$/u.exec(line.words);
    const [name, beside] = [parted?.[1]?.replace(/^(?:by|source:)\s/i, ''), parted?.[2]];
    const isNamed =
      name !== undefined && (isHouseName(name) || (i > 0 && /^The\s\p{Lu}/u.test(name) && isTitleName(name)));
    if (name !== undefined && beside !== undefined && isNamed && (saysWhen(beside) || isSeason(beside)))
      return at(line, name);
    const next = lines[i + 1];
    const before = lines[i - 1];
    const dated = (next !== undefined && saysWhen(next.words)) || (before !== undefined && saysWhen(before.words));
    if (i > 0 && dated && isHouseName(line.words)) return at(line, line.words.replace(/^the\s/iu, ''));
  }
  return undefined;
}

/** `Spring 2019`, `Issue 14`, 2023년 겨울호: which issue, and nothing else. */
function isSeason(words: string): boolean {
  return NUMBERED_ISSUE.test(words) && isIssue(words);
}

function isHouseName(words: string): boolean {
  return words.length <= LONGEST_NAME && isName(words) && isHouse(words) && findStatedDate(words) === undefined;
}

/** A line, or the rest of one, that says when, in a few words: `Updated 3 March 2031`, `최종 수정 2031.5.9`. */
function saysWhen(words: string): boolean {
  const date = findStatedDate(words);
  return (
    date !== undefined && words.length - (date.end - date.start) <= 24 && !/[.。]["”]?$/.test(words.slice(date.end))
  );
}

/** `작성: 강변정보센터`, `编辑：河岸知识库编辑组`: a group or a paper; a person is no publisher. */
function makerOf(text: string, around: readonly Block[]): Found | undefined {
  for (const block of around) {
    for (const line of linesIn(text, block)) {
      const value = MAKERS.exec(line.words)?.[1]?.trim();
      if (value === undefined || !isHouse(value) || isRunningText(line.words)) continue;
      return at(line, value.replace(/(?:编辑组|編輯組|编辑部|編輯部|\s?편집부|\s?편집팀)$/u, ''));
    }
  }
  return undefined;
}

/** The last lines of a text: the name of a paper or group, alone, with a day, or in parts. */
function footNameOf(text: string, body: readonly Block[]): Found | undefined {
  for (const block of body.slice(-3).reverse()) {
    if (SOURCE_NOTE.test(text.slice(block.start, block.start + 60))) continue;
    for (const line of lastLinesIn(text, block).slice(-3).reverse()) {
      const words = line.words.replace(/^(?:about|contact|关于|關於)\s?|^[\s(（【[*_—–-]+|[\s)）】\]*_.]+$/giu, '');
      const name = partedName(words) ?? withoutIssue(words);
      if (isTitleName(name) && isHouse(name) && !isRunningText(line.words)) return at(line, name);
    }
  }
  return undefined;
}

function at(line: TextLine, value: string): Found {
  return foundInLine(line, value, 'byline');
}
