import { isPaper } from '../byline.ts';
import { REPOST } from '../data/post-words.ts';
import { isPublication } from '../imprint.ts';
import type { Block } from '../layer.ts';
import { PAPER_AGAIN, PAPER_HAS_IT_FROM, PAPER_PASSED_ON, POSTER_AGAIN } from './data/provenance-words.ts';
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
  const match = REPOST.exec(words);
  const name = match?.[1];
  if (match !== null && name !== undefined && !isPaper(name)) {
    const start = block.start + match.index + match[0].indexOf(name);
    const source: SourceWords = { start, end: start + name.length, link: { role: 'speaker', name, type: 'person' } };
    return [{ from: block.start + match.index + match[0].length, to: block.end, sources: [source] }];
  }
  const opened = paperIn(words, block.start, lang);
  const paper = opened?.paper ?? (before?.poster === poster ? before.paper : undefined);
  if (paper === undefined) return [];
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
