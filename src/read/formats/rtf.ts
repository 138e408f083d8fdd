import { ok, type Result } from '../../base/index.ts';
import type { FormatHints, FormatNote, FormatReading, FormatRefusal, UnreadPart } from './format.ts';
import { blocksOfParts } from './office-nodes.ts';
import { formatRefused } from './office-package.ts';
import { propertiesOf } from './office-properties.ts';
import { finishStory, openDestination, openStyle, settingOf, turnToEndnote } from './rtf-destinations.ts';
import { encodingOfCharset, encodingOfCodePage, symbolCharacter } from './rtf-encodings.ts';
import { addBytes, flush, groupOf, newState, type RtfState, write, writeCharacter } from './rtf-state.ts';
import { endCell, endParagraph, endRow, resetParagraph } from './rtf-story.ts';
import { type RtfToken, rtfTokens } from './rtf-tokens.ts';
import { CHARACTERS, SHOWN, SYMBOLS } from './rtf-words.ts';

/** Raise the version whenever the same bytes could give another text. */
const TOOL = { name: 'daybook-rtf', version: '1' } as const;

const BYTE_LIMIT = 64 * 1024 * 1024;
const DEPTH_LIMIT = 1_000;

/**
 * Reads Rich Text Format (docs/read-office.md O42 to O46): text in the encodings of its fonts, tables, notes, comments, headers
 * and footers as blocks with their paragraph; pictures as members. Embedded objects are not opened. Refused when it does
 * not begin as RTF does or nests beyond measure; a file that breaks off is read to there.
 */
export function readRtf(bytes: Uint8Array, hints: FormatHints): Result<FormatReading, FormatRefusal> {
  if (bytes.length === 0) return formatRefused('rtf', 'empty');
  if (bytes.length > BYTE_LIMIT) return formatRefused('rtf', 'too-large');
  const head = String.fromCharCode(...bytes.subarray(0, 64)).replace(/^[\xef\xbb\xbf\s]*/, '');
  if (!head.startsWith('{\\rtf')) return formatRefused('rtf', 'damaged');
  const state = newState();
  const unread: UnreadPart[] = [];
  let ended = false;
  for (const token of rtfTokens(bytes)) {
    if (ended) {
      // What stands behind the last brace is shown by nobody; line ends and fillers are no text.
      if (token.type === 'bytes' && token.bytes.every((byte) => byte <= 0x20)) continue;
      unread.push({ part: 'behind the end', reason: 'not-supported' });
      break;
    }
    if (state.groups.length > DEPTH_LIMIT) return formatRefused('rtf', 'too-deep');
    step(token, state);
    ended = token.type === 'close' && state.groups.length === 1;
  }
  if (!ended) unread.push({ part: 'end of file', reason: 'damaged' });
  flush(state);
  while (state.groups.length > 1) closeGroup(state);
  finishStory(state.body, state);
  return ok(readingOf(state, unread, hints));
}

function readingOf(state: RtfState, unread: UnreadPart[], hints: FormatHints): FormatReading {
  const { deletions, hidden, replaced, objects, pictures } = state.counts;
  const blocks = blocksOfParts([{ name: 'body', nodes: state.body.nodes }, ...state.parts], unread);
  if (objects > 0) unread.push({ part: `embedded objects: ${objects}`, reason: 'not-supported' });
  const others = pictures - state.pictures.length;
  if (others > 0) unread.push({ part: `drawings: ${others}`, reason: 'not-supported' });
  const notes: readonly FormatNote[] = [
    ...(deletions > 0 ? [{ part: 'tracked changes', note: 'deletions-left-out', count: deletions } as const] : []),
    ...(hidden > 0 ? [{ part: 'runs', note: 'hidden', count: hidden } as const] : []),
    ...(replaced > 0 ? [{ part: 'text', note: 'text-replaced', count: replaced } as const] : []),
  ];
  return {
    text: {
      type: 'extracted',
      tool: TOOL,
      mediaType: 'application/rtf',
      blocks,
      properties: propertiesOf(state.info, hints.fileName),
    },
    members: state.pictures,
    unread,
    notes,
  };
}

function step(token: RtfToken, state: RtfState): void {
  const group = groupOf(state);
  switch (token.type) {
    case 'open': {
      flush(state);
      state.skip = 0;
      const inner = { ...group, ignorable: false, close: undefined, fresh: true };
      state.groups.push(inner);
      if (group.target.type === 'table' && group.target.of === 'styles') openStyle(inner, state);
      return;
    }
    case 'close':
      flush(state);
      state.skip = 0;
      if (state.groups.length > 1) closeGroup(state);
      return;
    case 'bytes':
      addBytes(token.bytes, state);
      group.fresh = false;
      return;
    case 'symbol': {
      const text = SYMBOLS.get(token.name);
      if (token.name === '*') group.ignorable = true;
      else if (text !== undefined) writeCharacter(text, state);
      return;
    }
    case 'word':
      readWord(token.name, token.value, state);
      group.fresh = false;
      return;
  }
}

function closeGroup(state: RtfState): void {
  // Popped first: what it was collecting is written where it stands.
  const group = state.groups.pop();
  group?.close?.();
}

function readWord(name: string, value: number | undefined, state: RtfState): void {
  const group = groupOf(state);
  if (name === 'u') {
    flush(state);
    writeUnit(value ?? 0, state);
    state.skip = group.fallback;
    return;
  }
  if (name === 'uc') {
    group.fallback = Math.min(Math.max(value ?? 1, 0), 100);
    return;
  }
  const sign = CHARACTERS.get(name);
  if (sign !== undefined) {
    writeCharacter(sign, state);
    return;
  }
  flush(state);
  if (group.target.type === 'skip') return;
  if (group.fresh && openDestination(name, state)) return;
  if (group.fresh && group.ignorable && !SHOWN.has(name)) {
    group.target = { type: 'skip' };
    return;
  }
  if (!readFont(name, value, state) && !readFormatting(name, value, state)) readStructure(name, value, state);
}

/** A UTF-16 unit, written as a signed number; halves of a pair meet in the text. */
function writeUnit(value: number, state: RtfState): void {
  const code = value < 0 ? value + 0x10000 : value;
  const unit = code > 0 && code <= 0xffff ? String.fromCharCode(code) : '\ufffd';
  write(code >= 0xf020 && code <= 0xf0ff ? symbolCharacter(code - 0xf000) : unit, state);
}

/** Words that set in which encoding text is read. */
function readFont(name: string, value: number | undefined, state: RtfState): boolean {
  const group = groupOf(state);
  switch (name) {
    case 'ansicpg':
      state.codePage = encodingOfCodePage(value ?? 1252);
      group.encoding = state.codePage;
      return true;
    case 'mac':
    case 'pc':
    case 'pca':
      state.codePage = name === 'mac' ? 'macintosh' : name === 'pc' ? 'cp437' : 'cp850';
      group.encoding = state.codePage;
      return true;
    case 'deff':
      state.defaultFont = value ?? 0;
      return true;
    case 'f':
      state.font = value ?? 0;
      group.encoding = state.fonts.get(state.font) ?? state.codePage;
      return true;
    case 'fcharset':
      state.fonts.set(state.font, encodingOfCharset(value ?? 0) ?? state.codePage);
      return true;
    case 'cpg':
      state.fonts.set(state.font, encodingOfCodePage(value ?? 1252));
      return true;
    case 'plain':
      group.encoding = state.fonts.get(state.defaultFont) ?? state.codePage;
      group.hidden = false;
      group.deleted = false;
      return true;
    default:
      return false;
  }
}

function readFormatting(name: string, value: number | undefined, state: RtfState): boolean {
  const group = groupOf(state);
  const { target } = group;
  switch (name) {
    case 'v':
      if (value !== 0 && !group.hidden && target.type === 'story') state.counts.hidden++;
      group.hidden = value !== 0;
      return true;
    case 'deleted':
      if (value !== 0 && !group.deleted && target.type === 'story') state.counts.deletions++;
      group.deleted = value !== 0;
      return true;
    case 'pngblip':
    case 'jpegblip':
      if (target.type === 'picture') target.picture.extension = name === 'pngblip' ? 'png' : 'jpg';
      return true;
    case 'creatim':
      group.close = () => {
        const { date } = state;
        const two = (part: number) => String(part).padStart(2, '0');
        if (date !== undefined) state.info.created = `${date.year}-${two(date.month)}-${two(date.day)}`;
      };
      return true;
    case 'yr':
      state.date = { year: value ?? 0, month: 0, day: 0 };
      return true;
    case 'mo':
      if (state.date !== undefined) state.date.month = value ?? 0;
      return true;
    case 'dy':
      if (state.date !== undefined) state.date.day = value ?? 0;
      return true;
    case 'object':
      state.counts.objects++;
      return true;
    case 'field':
      group.field = { link: false };
      return true;
    case 'fldrslt':
      group.linked = group.field?.link === true;
      return true;
    case 'ftnalt':
      turnToEndnote(state);
      return true;
    default:
      return false;
  }
}

/** Words that say where paragraphs, cells and rows end, and what they are. */
function readStructure(name: string, value: number | undefined, state: RtfState): void {
  const { target } = groupOf(state);
  if (target.type === 'capture') {
    // A style of the style sheet.
    if (name === 's') state.entry = { ...state.entry, number: value ?? 0 };
    if (name === 'outlinelevel') state.entry = { ...state.entry, outline: value };
  }
  if (target.type !== 'story') return;
  const { story } = target;
  switch (name) {
    case 'par':
    case 'page':
    case 'sect':
    case 'column':
      endParagraph(story, settingOf(state));
      return;
    case 'pard':
      resetParagraph(story);
      return;
    case 's':
      story.style = value;
      return;
    case 'outlinelevel':
      story.outline = value;
      return;
    case 'ls':
      story.listed = (value ?? 0) > 0;
      return;
    case 'intbl':
      story.depth = Math.max(1, story.depth);
      return;
    case 'itap':
      story.depth = Math.max(0, value ?? 0);
      return;
    case 'cell':
      endCell(story, 1, settingOf(state));
      return;
    case 'nestcell':
      endCell(story, Math.max(2, story.depth), settingOf(state));
      return;
    case 'row':
      endRow(story, 1);
      return;
    case 'nestrow':
      endRow(story, Math.max(2, story.depth));
      return;
    case 'chftn':
      // In the note itself the mark repeats the number that its place has.
      if (story === state.body) state.autoMark = true;
      return;
    default:
  }
}
