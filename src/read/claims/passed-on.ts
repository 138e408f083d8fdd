import { isPaper } from '../byline.ts';
import { REPOST } from '../data/post-words.ts';
import { isOffice, isPublication } from '../imprint.ts';
import type { Block } from '../layer.ts';
import { PART_NUMBER } from './data/confided-words.ts';
import {
  COPIED_CLOSING,
  HAS_IT_FROM,
  ORDER_RELAYED,
  PAPER_AGAIN,
  PAPER_HAS_IT_FROM,
  PAPER_PASSED_ON,
  POSTER_AGAIN,
  RELAY_GOES_ON,
  RELAYED,
} from './data/provenance-words.ts';
import type { ReadLanguage, SourceWords } from './findings.ts';
import type { Sentence } from './sentence-parts.ts';

/** Words of another that a post passes on: a stretch of the block, and whose they are, nearest to the words first. */
export interface PassedOn {
  readonly from: number;
  readonly to: number;
  readonly sources: readonly SourceWords[];
}

/** The paper that somebody's last post passed on, for the next one of theirs. */
export interface PaperBefore {
  readonly poster: string;
  readonly paper: SourceWords;
}

/**
 * Whose words a block of a post passes on (docs/read-claims.md RC3): those behind a marker (`RT @x:`, `//@x：`); what a paper has that the post
 * names as it leads into it, until the poster speaks again; and what goes on with the paper of this post or of their last. Stretches in text order.
 */
export function passedOnIn(
  text: string,
  block: Block,
  sentences: readonly Sentence[],
  {
    lang,
    poster,
    before,
  }: { readonly lang: ReadLanguage; readonly poster: string; readonly before: PaperBefore | undefined },
): readonly PassedOn[] {
  const words = text.slice(block.start, Math.min(block.end, block.start + 1000));
  const notice = copiedNotice(words, block.start, lang);
  if (notice !== undefined) return [notice];
  const match = REPOST.exec(words);
  const name = match?.[1];
  if (match !== null && name !== undefined && !isPaper(name)) {
    const start = block.start + match.index + match[0].indexOf(name);
    const source: SourceWords = { start, end: start + name.length, link: { role: 'speaker', name, type: 'person' } };
    const from = block.start + match.index + match[0].length;
    // Whoever is passed on may have it from somebody in turn.
    const lead = /^[\s“"「『]*/u.exec(text.slice(from, block.end))?.[0].length ?? 0;
    const told = firstOf(RELAYED[lang], text.slice(from + lead, Math.min(block.end, from + lead + 200)));
    const has = words.slice(from - block.start).search(HAS_IT_FROM);
    const teller = told === undefined ? (has < 0 ? undefined : from + has) : from + lead + told.index;
    const unnamed: SourceWords | undefined =
      teller === undefined
        ? undefined
        : {
            start: teller,
            end: teller + (told?.[0].length ?? 4),
            link: { role: 'quoted-source', name: null, type: 'anonymous' },
          };
    return [{ from, to: block.end, sources: unnamed === undefined ? [source] : [unnamed, source] }];
  }
  const opened = paperIn(words, block.start, lang);
  const paper = opened?.paper ?? (before?.poster === poster ? before.paper : undefined);
  const printed = paper === undefined ? [] : printedIn(text, block, sentences, { lang, paper, opened });
  return printed.length > 0 ? printed : relayedIn(text, sentences, lang);
}

/** A notice that a post copies within marks, with the office and the day that close it. */
function copiedNotice(words: string, offset: number, lang: ReadLanguage): PassedOn | undefined {
  for (const [open, close] of NOTICE_MARKS) {
    const from = words.indexOf(open);
    const to = from < 0 ? -1 : words.lastIndexOf(close);
    if (to - from < LEAST_NOTICE) continue;
    const closing = COPIED_CLOSING[lang].exec(words.slice(from + 1, to));
    const name = closing?.[1]?.trim();
    if (closing === null || name === undefined) continue;
    const start = offset + from + 1 + closing.index + closing[0].indexOf(name);
    const type = isOffice(name) ? 'government' : 'organisation';
    const source: SourceWords = { start, end: start + name.length, link: { role: 'issuer', name, type } };
    return { from: offset + from + 1, to: offset + to, sources: [source] };
  }
  return undefined;
}

const NOTICE_MARKS = [
  ['「', '」'],
  ['“', '”'],
  ['"', '"'],
  ['『', '』'],
  ['‘', '’'],
] as const;
/** A shorter quotation is no notice. UTF-16 units. */
const LEAST_NOTICE = 60;

/** What a paper has that a post names, sentence by sentence. */
function printedIn(
  text: string,
  block: Block,
  sentences: readonly Sentence[],
  {
    lang,
    paper,
    opened,
  }: {
    readonly lang: ReadLanguage;
    readonly paper: SourceWords;
    readonly opened: { readonly from: number } | undefined;
  },
): readonly PassedOn[] {
  const passed: PassedOn[] = [];
  let from = opened?.from;
  for (const { start, end } of sentences) {
    const said = text.slice(start, end);
    const again = opened === undefined || start > opened.from ? PAPER_AGAIN[lang].exec(said) : null;
    if (again !== null) {
      if (from !== undefined) passed.push({ from, to: start, sources: [paper] });
      from = start + again[0].length;
    } else if (from !== undefined && start >= from) {
      const origin = originIn(said, start, lang);
      const isOwn = POSTER_AGAIN[lang].test(said.trim());
      if (origin !== undefined) passed.push({ from, to: start, sources: [origin, paper] });
      else if (isOwn) passed.push({ from, to: start, sources: [paper] });
      if (origin !== undefined || isOwn) from = undefined;
    }
  }
  if (from !== undefined) passed.push({ from, to: block.end, sources: [paper] });
  return passed;
}

/** What somebody told whoever posts, or an order says that they saw; until they speak of something else. */
function relayedIn(text: string, sentences: readonly Sentence[], lang: ReadLanguage): readonly PassedOn[] {
  const passed: PassedOn[] = [];
  let open: { readonly source: SourceWords; readonly goesOn: RegExp } | undefined;
  for (const { start, end } of sentences) {
    const said = text.slice(start, end);
    const lead = PART_NUMBER.exec(said)?.[0].length ?? 0;
    const order = firstOf(ORDER_RELAYED[lang], said.slice(lead));
    const told = order === undefined ? firstOf(RELAYED[lang], said.slice(lead)) : undefined;
    const match = order ?? told;
    if (match !== undefined) {
      const from = start + lead + match.index;
      const office = match[1]?.trim();
      const at = office === undefined ? from : from + match[0].indexOf(office);
      const source: SourceWords =
        order === undefined
          ? { start: from, end: from + match[0].length, link: { role: 'quoted-source', name: null, type: 'anonymous' } }
          : {
              start: at,
              end: at + (office ?? match[0]).length,
              link: { role: 'issuer', name: office ?? null, type: 'government' },
            };
      open = { source, goesOn: order === undefined ? RELAY_GOES_ON[lang] : ORDERS[lang] };
      if (from + match[0].length < end - 3)
        passed.push({ from: from + match[0].length - 1, to: end, sources: [source] });
    } else if (open?.goesOn.test(said.trim()) === true) passed.push({ from: start, to: end, sources: [open.source] });
    else open = undefined;
  }
  return passed;
}

/** What an order says, in the words of whoever passes it on. */
const ORDERS: Readonly<Record<ReadLanguage, RegExp>> = {
  en: /\b(?:must|shall|may not|have to|will be (?:fined|punished|rewarded)|forbidden|fines?|reward|anyone|whoever|no one may)\b/iu,
  zh: /不得|必须|必須|应|應|罚|罰|奖|獎|禁止|凡|违者|違者/u,
  ko: /해야|안 된다|안된다|벌금|포상|금지|신고하면|라고요|라네요|랍니다/u,
};

function firstOf(patterns: readonly RegExp[], words: string): RegExpExecArray | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(words);
    if (match !== null) return match;
  }
  return undefined;
}

/** The paper that a post goes on with later, when it passed one on. */
export function paperOf(passedOn: readonly PassedOn[], poster: string): PaperBefore | undefined {
  const paper = passedOn.at(-1)?.sources.at(-1);
  return paper?.link.role === 'newspaper' ? { poster, paper } : undefined;
}

function paperIn(
  words: string,
  at: number,
  lang: ReadLanguage,
): { readonly paper: SourceWords; readonly from: number } | undefined {
  for (const pattern of PAPER_PASSED_ON[lang]) {
    const match = pattern.exec(words);
    const name = match?.[1] ?? match?.[2];
    if (match === null || name === undefined || (lang !== 'ko' && !isPublication(name) && !isPaper(name))) continue;
    const start = at + match.index + match[0].indexOf(name);
    const paper: SourceWords = { start, end: start + name.length, link: { role: 'newspaper', name, type: 'media' } };
    return { paper, from: at + match.index + match[0].length };
  }
  return undefined;
}

/** "They got it from an officer": who stands behind what the paper has, whom nobody names. */
function originIn(said: string, at: number, lang: ReadLanguage): SourceWords | undefined {
  const match = PAPER_HAS_IT_FROM[lang].exec(said);
  if (match === null || match.index > 12) return undefined;
  const start = at + match.index + match[0].length;
  const end = at + said.length;
  return start < end ? { start, end, link: { role: 'quoted-source', name: null, type: 'anonymous' } } : undefined;
}
