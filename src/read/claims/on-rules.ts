import type { Span } from '../anchor.ts';
import type { Block } from '../layer.ts';
import { ON_RULES } from './data/joining-words.ts';

/** Whether what follows a heading, or a question that a page puts to itself, is told of rules. */
export function onRulesAt(text: string, block: Block, { start, end }: Span, before: boolean): boolean {
  const words = text.slice(start, Math.min(end, start + 160)).trim();
  const isQuestion = /[?？]$/.test(words) && (start === block.start || text[start - 1] === '\n');
  const isHead =
    block.kind === 'heading' ||
    (start === block.start && end < block.end && HEAD_LINE.test(text.slice(start, start + 80)));
  return isQuestion || isHead ? ON_RULES.test(words) : before;
}

/** A short line without a stop, above others. */
const HEAD_LINE = /^[^\n.。!！]{2,50}\n/u;
