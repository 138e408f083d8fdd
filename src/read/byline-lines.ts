import { type Byline, readByline } from './byline.ts';
import { wholeDate } from './stated-date.ts';
import type { MetadataInput } from './stated-values.ts';

/** A line that says who wrote, who published or when. */
export interface Line {
  /** Where the block begins in the layer. */
  readonly start: number;
  readonly byline: Byline;
  /** The block says when, who or where from, and nothing else. */
  readonly whole: boolean;
}

/** Bylines stand at the head of an article, sometimes at its foot. */
const HEAD_BLOCKS = 20;
const FOOT_BLOCKS = 4;
/** Beyond this many blocks before the first paragraph of text there are menus, not a head. */
const MENU_BLOCKS = 400;

/** The lines at the head and foot of a text that say so. */
export function readLines({ text, blocks, drafted }: MetadataInput): readonly Line[] {
  const body = blocks.filter((block) => block.kind !== 'front-matter' && block.kind !== 'control');
  const content = body.filter((block) => block.label === 'content');
  const firstContent = content[0] === undefined ? 0 : body.indexOf(content[0]);
  const around = body.slice(Math.max(0, Math.min(firstContent, MENU_BLOCKS) - 8), firstContent + HEAD_BLOCKS);
  // In a text without markup the head ends where running text begins: a date further down closes a document.
  const headEnd =
    drafted.trees.length > 0 ? -1 : around.findIndex((block) => isRunning(text.slice(block.start, block.end)));
  const head = new Set(headEnd < 0 ? around : around.slice(0, headEnd));
  const near = new Set([...around, ...content.slice(-FOOT_BLOCKS)]);
  const lines: Line[] = [];
  for (const block of near) {
    const words = text.slice(block.start, block.end);
    if (block.kind === 'heading' && words.length > 30 && !/[|｜]/.test(words)) continue;
    for (const line of shortLines(words)) addLine(lines, line.words, block.start + line.at, head.has(block));
  }
  return lines;
}

function isRunning(words: string): boolean {
  return words.length > 200 || (words.length >= 80 && /[.。!！?？]["'”’」』)）]*$/.test(words));
}

/** A few short lines that stand together are read one by one; anything else as a whole. */
function shortLines(words: string): readonly { readonly words: string; readonly at: number }[] {
  if (!words.includes('\n') || words.length > 400) return [{ words, at: 0 }];
  let at = 0;
  return words.split('\n').map((line) => {
    const from = at + (line.length - line.trimStart().length);
    at += line.length + 1;
    return { words: line.trim(), at: from };
  });
}

function addLine(lines: Line[], words: string, start: number, isHead: boolean): void {
  const byline = readByline(words);
  const whole =
    isHead &&
    (wholeDate(words) !== undefined ||
      (byline.date !== undefined && (byline.publisher !== undefined || byline.author !== undefined)));
  if (byline.author !== undefined || byline.publisher !== undefined || whole) lines.push({ start, byline, whole });
}
