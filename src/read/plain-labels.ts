import { BOILERPLATE_LINES, CAPTION_LINES, LINK_LIST_HEADS } from './data/boilerplate-lines.ts';
import type { DraftBlock } from './draft.ts';
import { dateLine, isRunningText } from './notice-lines.ts';

/** A line of navigation or house rules is short; a longer block that begins alike is text. */
const LONGEST = 260;

/**
 * The blocks of a text without markup that are probably content: all but lines that sites put around their texts, lists
 * of links below a heading that says so, bars of menus and captions.
 */
export function labelPlainText(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  let list = false;
  const kept = blocks.filter((block) => {
    if (isBlockOfText(block.text)) list = false;
    else if (block.text.length <= 60 && LINK_LIST_HEADS.test(block.text)) list = true;
    return (
      !list &&
      block.aside !== true &&
      block.kind !== 'control' &&
      !isBoilerplateLine(block.text) &&
      !isCredit(block.text) &&
      !isMenuBar(block.text)
    );
  });
  // A text of nothing but such lines is about them.
  return kept.length > 0 ? kept : blocks;
}

/** Whether a block consists of words that belong to the site and not to the article. */
export function isBoilerplateLine(text: string): boolean {
  if (text.length > LONGEST) return false;
  return BOILERPLATE_LINES.some((pattern) => pattern.test(text));
}

/** Whether a block is the caption or credit of a picture. A longer one that mentions a picture is text. */
export function isCaptionLine(text: string): boolean {
  return text.length <= LONGEST && !text.includes('\n') && CAPTION_LINES.some((pattern) => pattern.test(text));
}

/** A caption that tells nothing in a sentence of its own. */
export function isCredit(text: string): boolean {
  return !/。[”」』]?$/.test(text) && isCaptionLine(text);
}

/** `Home | News | About us`: short words parted by bars, without a date, which would make it a byline. */
function isMenuBar(text: string): boolean {
  if (text.length > LONGEST || !/[|｜»›]/.test(text)) return false;
  const items = text.split(/\s*[|｜»›]\s*/).filter((item) => item !== '');
  return items.length >= 4 && items.every((item) => item.length <= 24 && !/\d{4}|[.。!?！？]$/.test(item));
}

/** Long enough, or with the end of a sentence: no title in a list of links. */
function isBlockOfText(text: string): boolean {
  return text.length > 160 || isRunningText(text) || dateLine(text) !== undefined;
}
