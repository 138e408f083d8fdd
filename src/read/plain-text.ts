import type { DraftBlock } from './draft.ts';
import { inlineHeaderOf, postHeaderOf } from './post-header.ts';
import { columnsOf, isBlank, linesOf, type SourceLine } from './text-lines.ts';
import { turnLabelOf } from './turn-label.ts';

/** A line wider than this was not broken by hand to fit a screen: its end is the end of a paragraph. */
const WRAPPED_COLUMNS = 110;
const HEADING_COLUMNS = 110;

/**
 * Blocks of a plain text (docs/read.md L30 to L34): blank lines part blocks; where the lines of a stretch are too long
 * to have been wrapped, each line is a block of its own. Characters are kept as found.
 */
export function readPlainText(source: string): readonly DraftBlock[] {
  const stretches = stretchesOf(linesOf(source));
  const pieces = stretches.flatMap((stretch) =>
    isWrapped(stretch) ? (postsIn(stretch) ?? turnsIn(stretch)) : stretch.map((line) => [line]),
  );
  return pieces.map((piece, i) => blockOf(piece, pieces[i - 1], pieces[i + 1]));
}

function stretchesOf(lines: readonly SourceLine[]): readonly (readonly SourceLine[])[] {
  const stretches: SourceLine[][] = [];
  let current: SourceLine[] = [];
  for (const line of lines) {
    if (!isBlank(line.text)) current.push(line);
    else if (current.length > 0) {
      stretches.push(current);
      current = [];
    }
  }
  if (current.length > 0) stretches.push(current);
  return stretches;
}

function isWrapped(stretch: readonly SourceLine[]): boolean {
  return (
    stretch.length > 1 &&
    stretch.every((line) => line.text.length <= WRAPPED_COLUMNS && columnsOf(line.text) <= WRAPPED_COLUMNS)
  );
}

/** So many lines that head a post make a thread. */
const THREAD = 3;

/** A thread whose posts stand right below one another is as many blocks as it has posts; undefined where it is none. */
function postsIn(stretch: readonly SourceLine[]): readonly (readonly SourceLine[])[] | undefined {
  const heads = stretch.map(({ text }) => {
    const line = text.slice(0, 160);
    return inlineHeaderOf(line) ?? (line.length <= 100 ? postHeaderOf(line.trim()) : undefined);
  });
  const certain = heads.filter((head) => head?.certain === true).length;
  const all = heads.filter((head) => head !== undefined).length;
  if (certain < THREAD && (all < THREAD || all * 2 > stretch.length + 1)) return undefined;
  const pieces: SourceLine[][] = [];
  for (const [i, line] of stretch.entries()) {
    if (heads[i] !== undefined || pieces.length === 0) pieces.push([line]);
    else pieces.at(-1)?.push(line);
  }
  return pieces;
}

/** A conversation printed line by line is as many blocks as it has turns, where two labels at least say so. */
function turnsIn(stretch: readonly SourceLine[]): readonly (readonly SourceLine[])[] {
  const labels = stretch.map((line) => turnLabelOf(line.text.slice(0, 140)));
  const types = new Set(labels.map((label) => label?.type));
  const asks = types.has('question') || types.has('asking-role');
  const answers = types.has('answer') || types.has('answering-role') || types.has('name');
  const names = labels.flatMap((label) => (label?.type === 'name' ? [label.name] : []));
  const again = new Set(names).size >= 2 && names.length > new Set(names).size;
  if (!(asks && answers) && !again) return [stretch];
  const pieces: SourceLine[][] = [];
  for (const [i, line] of stretch.entries()) {
    const begins = labels[i] !== undefined || pieces.length === 0;
    if (begins) pieces.push([line]);
    else pieces.at(-1)?.push(line);
  }
  return pieces;
}

function blockOf(
  piece: readonly SourceLine[],
  before: readonly SourceLine[] | undefined,
  after: readonly SourceLine[] | undefined,
): DraftBlock {
  const text = piece
    .map((line) => line.text)
    .join('\n')
    .trim();
  const first = piece[0];
  const last = piece.at(-1);
  const start = (first?.start ?? 0) + ((first?.text.length ?? 0) - (first?.text.trimStart().length ?? 0));
  const end = (last?.start ?? 0) + (last?.text.trimEnd().length ?? 0);
  const kind = /^(?:[•·‣◦▪■●○※*-]|\(?\d{1,3}[.)]|[①-⑳])\s/.test(text)
    ? 'list-item'
    : isHeading(piece, before, after)
      ? 'heading'
      : 'paragraph';
  return {
    text,
    kind,
    ...(kind === 'heading' ? { level: before === undefined ? 1 : 2 } : {}),
    source: { start, end },
    linked: 0,
  };
}

/**
 * Cautious: one short line without the punctuation that ends a sentence or introduces a list, that is no date,
 * signature or greeting, and that longer text follows.
 */
function isHeading(
  piece: readonly SourceLine[],
  before: readonly SourceLine[] | undefined,
  after: readonly SourceLine[] | undefined,
): boolean {
  const text = piece[0]?.text.trim() ?? '';
  if (piece.length !== 1 || after === undefined || columnsOf(text) > HEADING_COLUMNS) return false;
  if (
    !/^["'“‘「『《〈【[(（]?[\p{L}\p{N}]/u.test(text) ||
    /[.!?]\s+\S|[。！？]["'”’」』)）]*[^"'”’」』)）\s]|[»›→]$/u.test(text)
  )
    return false;
  if (!/\p{L}/u.test(text) || /[.。．!！…,，;；:：、]["'”’」』)）]*$/u.test(text)) return false;
  if (/^(?:https?:|www\.)|@|\|/.test(text) || /\d{4}\s*[-./年년]\s*\d{1,2}/.test(text)) return false;
  if (/^(?:to|from|cc|bcc|copy|copies|with a copy to|date|subject|re|ref)\s?:/i.test(text)) return false;
  // Chinese offices name a notice by its kind and number it in a line of its own.
  if (/[〔［[（(]\d{4}[〕］\])）]\s*第?\d+\s*[号號]$/.test(text)) return false;
  if (
    /(?:通告|通知|公告|公示|通报|通報|决定|決定|规定|規定|办法|辦法|意见|意見|命令|条例|條例|声明|聲明|공고|고시|통지|안내문?)$/.test(
      text,
    )
  )
    return true;
  // Under a heading stands text: longer than it, in its own paragraph or line.
  const next = after.map((line) => line.text).join(' ');
  if (before === undefined) return true;
  return columnsOf(next) > Math.max(60, columnsOf(text)) || /[:：]$/.test(next) || isDated(next);
}

/** A short line with a date, as it stands under a title. */
function isDated(line: string): boolean {
  return columnsOf(line) <= 80 && /\b(?:19|20)\d\d\b/.test(line) && !/[.。!！?？]$/.test(line);
}
