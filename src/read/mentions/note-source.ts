import type { Finding } from './finding.ts';
import { SOURCE } from './markings.ts';
import { marked } from './mention-rule.ts';

/**
 * Through whom a note was learnt (docs/testimony.md T1): held by what the line is, since whoever writes it down spells it as they like.
 * `text` is a block's, `offset` its place.
 */
export function findNoteSource(text: string, offset: number): Finding[] {
  if (!text.includes(LABEL)) return [];
  return [...text.matchAll(LINE)].map(({ 0: line, index }) =>
    marked(offset + index + LABEL.length, offset + index + line.length, SOURCE),
  );
}

const LABEL = 'Through whom: ';
/** As long as a note lets it be. */
const LINE = /(?<=^|\n)Through whom: [^\n]{1,2000}/gu;
