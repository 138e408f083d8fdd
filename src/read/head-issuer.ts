import { PAPER_KIND, TITLED_ISSUER } from './data/notice-words.ts';
import { isOffice } from './imprint.ts';
import type { Block, Found } from './layer.ts';
import { foundInLine, isName, isRunningText, linesIn, type TextLine, withoutSeal } from './notice-lines.ts';
import { findStatedDate } from './stated-date.ts';

/** How many lines at the head, and at the foot, may name who issues a paper. */
const LINES = 8;

/**
 * Who issues a paper that no closing signs (docs/read.md L80): an office of a state that stands in a line of its own at its head or foot, or
 * in its title. Only of a text that orders in numbered parts or is called a notice, order or the like. Undefined otherwise.
 */
export function headIssuerOf(text: string, body: readonly Block[]): Found | undefined {
  const content = body.filter(({ label }) => label === 'content');
  const head = linesUntilText(text, content);
  const titled = head.find(({ words }) => PAPER_KIND.test(setTogether(words)));
  if (titled === undefined || numberedParts(text, content) < 2) return undefined;
  const named = TITLED_ISSUER.map((pattern) => pattern.exec(titled.words)?.[1]).find(
    (name) => name !== undefined && isOffice(name),
  );
  const foot = content
    .slice(-4)
    .flatMap((block) => linesIn(text, block))
    .slice(-LINES);
  const line = [...head, ...foot.reverse()].find(({ words }) => isOfficeLine(words));
  if (line !== undefined) return foundInLine(line, bareLine(line.words), 'body');
  return named === undefined ? undefined : foundInLine(titled, named, 'body');
}

/** 통    고: letters of a title that are set apart, together. */
function setTogether(words: string): string {
  return /^[\p{Script=Han}\p{Script=Hangul}](?:\s+[\p{Script=Han}\p{Script=Hangul}]){1,3}$/u.test(words.trim())
    ? words.replace(/\s+/gu, '')
    : words;
}

/** A line without its seal, and without the marks that Markdown puts around it. */
function bareLine(words: string): string {
  // Of two offices in one line the first; letters that are set apart (통    고) belong together.
  const [first = ''] = withoutSeal(words)
    .replace(/^[\s*_#]+|[\s*_#]+$/gu, '')
    .split(/\s{2,}|\u3000+/u);
  return first;
}

function isOfficeLine(words: string): boolean {
  const bare = bareLine(words);
  return (
    bare.length >= 3 &&
    bare.length <= 90 &&
    isName(bare) &&
    isOffice(bare) &&
    !PAPER_KIND.test(bare) &&
    findStatedDate(bare) === undefined &&
    !/[.。!！?？:：;；]$/.test(bare)
  );
}

function linesUntilText(text: string, content: readonly Block[]): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (const block of content.slice(0, 12)) {
    const words = text.slice(block.start, Math.min(block.end, block.start + 300));
    if (block.kind === 'list-item' || (lines.length > 3 && isRunningText(words) && block.kind !== 'heading')) break;
    lines.push(...linesIn(text, block));
  }
  return lines.slice(0, LINES + 4);
}

function numberedParts(text: string, content: readonly Block[]): number {
  return content
    .flatMap((block) =>
      block.kind === 'list-item'
        ? [text.slice(block.start, block.start + 12)]
        : linesIn(text, block).map(({ words }) => words),
    )
    .filter((words) =>
      /^(?:[(（]?\d{1,2}[.)）、]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十\d]{1,3}[条條]|(?:첫|둘|셋|넷|다섯)째|제\s?\d{1,3}조|article\s\d)/iu.test(
        words,
      ),
    ).length;
}
