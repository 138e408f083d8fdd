import { BOILERPLATE_LINES } from './data/boilerplate-lines.ts';
import type { DraftBlock } from './draft.ts';

/** A line of navigation or house rules is short; a longer block that begins alike is text. */
const LONGEST = 260;

/** The blocks of a text without markup that are probably content: all but lines that sites put around their texts. */
export function labelPlainText(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  const kept = blocks.filter(
    (block) => block.aside !== true && block.kind !== 'control' && !isBoilerplateLine(block.text),
  );
  // A text of nothing but such lines is about them.
  return kept.length > 0 ? kept : blocks;
}

/** Whether a block consists of words that belong to the site and not to the article. */
export function isBoilerplateLine(text: string): boolean {
  if (text.length > LONGEST) return false;
  return BOILERPLATE_LINES.some((pattern) => pattern.test(text));
}
