import { decodeAs } from '../charset-label.ts';
import type { Member } from './format.ts';
import type { OfficePart } from './office-nodes.ts';
import { symbolCharacter } from './rtf-encodings.ts';
import { newStory, type RtfStory, writeText } from './rtf-story.ts';
import { hexDigit } from './rtf-tokens.ts';

/** Where text goes. */
export type RtfTarget =
  | { readonly type: 'story'; readonly story: RtfStory }
  /** Nothing in here is read. */
  | { readonly type: 'skip' }
  /** No text of its own, but destinations inside that are read: information, fonts, styles. */
  | { readonly type: 'table'; readonly of: 'info' | 'fonts' | 'styles' }
  /** Collected, since it is not part of the text or not yet: a title, an author, an instruction, the number of a list. */
  | { readonly type: 'capture'; readonly parts: string[] }
  | { readonly type: 'picture'; readonly picture: RtfPicture };

export interface RtfPicture {
  bytes: Uint8Array;
  length: number;
  /** The first half of a byte whose second half is still to come. */
  half: number | undefined;
  extension: string | undefined;
}

/** What holds between a pair of braces. */
export interface RtfGroup {
  target: RtfTarget;
  /** Characters behind `\u` that stand for those who cannot read it. */
  fallback: number;
  encoding: string;
  hidden: boolean;
  deleted: boolean;
  /** The field around, with whether its instruction is a link. */
  field: { link: boolean } | undefined;
  linked: boolean;
  /** `\*` was just read: a destination that is not known is skipped. */
  ignorable: boolean;
  /** Nothing but `\*` was read in it. */
  fresh: boolean;
  /** Run where the group ends. */
  close: (() => void) | undefined;
}

/** A reading of a file, from its first brace to its last. */
export interface RtfState {
  readonly groups: RtfGroup[];
  readonly body: RtfStory;
  readonly parts: OfficePart[];
  readonly fonts: Map<number, string>;
  readonly styles: Map<number, { readonly name: string; readonly outline: number | undefined }>;
  readonly info: { title?: string; author?: string; created?: string };
  readonly pictures: Member[];
  readonly numbers: Record<'footnote' | 'endnote' | 'comment' | 'header' | 'footer', number>;
  /** Bytes that wait for their decoding, since a character may be made of two tokens. */
  pending: number[];
  /** Fallback characters still to be skipped. */
  skip: number;
  codePage: string;
  defaultFont: number;
  font: number;
  /** The style that the style sheet is at. */
  entry: { number: number; outline: number | undefined };
  date: { year: number; month: number; day: number } | undefined;
  /** The mark of a note was just met in the text: the note follows. */
  autoMark: boolean;
  /** The note that was opened last, with the place of its mark. */
  note: { readonly story: RtfStory; readonly at: number; readonly part: number } | undefined;
  author: string;
  /** Bytes of pictures that still fit. */
  pictureRoom: number;
  counts: { deletions: number; hidden: number; replaced: number; objects: number; pictures: number };
}

export function newState(): RtfState {
  const body = newStory();
  const root: RtfGroup = {
    target: { type: 'story', story: body },
    fallback: 1,
    encoding: 'windows-1252',
    hidden: false,
    deleted: false,
    field: undefined,
    linked: false,
    ignorable: false,
    fresh: true,
    close: undefined,
  };
  return {
    groups: [root],
    body,
    parts: [],
    fonts: new Map(),
    styles: new Map(),
    info: {},
    pictures: [],
    numbers: { footnote: 0, endnote: 0, comment: 0, header: 0, footer: 0 },
    pending: [],
    skip: 0,
    codePage: 'windows-1252',
    defaultFont: 0,
    font: 0,
    entry: { number: 0, outline: undefined },
    date: undefined,
    autoMark: false,
    note: undefined,
    author: '',
    pictureRoom: 64 * 1024 * 1024,
    counts: { deletions: 0, hidden: 0, replaced: 0, objects: 0, pictures: 0 },
  };
}

/** The innermost open group; there is always one. */
export function groupOf(state: RtfState): RtfGroup {
  const group = state.groups.at(-1);
  if (group === undefined) throw new Error('no group is open');
  return group;
}

/** Bytes that wait at most, but for those that may be the first of two. */
const PENDING_LIMIT = 65_536;

export function addBytes(bytes: readonly number[], state: RtfState): void {
  const { target } = groupOf(state);
  if (target.type === 'picture') {
    addDigits(bytes, target.picture, state);
    return;
  }
  const from = Math.min(state.skip, bytes.length);
  state.skip -= from;
  if (target.type === 'skip') return;
  for (let i = from; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    state.pending.push(byte);
    // No second byte of any encoding here is as low as that.
    if (state.pending.length > PENDING_LIMIT && byte < 0x30) flush(state);
  }
}

function addDigits(digits: readonly number[], picture: RtfPicture, state: RtfState): void {
  for (const digit of digits) {
    const value = hexDigit(digit);
    if (value === undefined) continue;
    if (picture.half === undefined) {
      picture.half = value;
      continue;
    }
    if (state.pictureRoom-- <= 0) return;
    if (picture.length === picture.bytes.length) {
      const longer = new Uint8Array(Math.max(4096, picture.bytes.length * 2));
      longer.set(picture.bytes);
      picture.bytes = longer;
    }
    picture.bytes[picture.length++] = picture.half * 16 + value;
    picture.half = undefined;
  }
}

/** Decodes what waits, in the encoding of the font that is set. */
export function flush(state: RtfState): void {
  if (state.pending.length === 0) return;
  const { encoding } = groupOf(state);
  const bytes = Uint8Array.from(state.pending);
  state.pending = [];
  if (encoding === 'symbol') {
    write(Array.from(bytes, (byte) => (byte < 0x21 ? ' ' : symbolCharacter(byte))).join(''), state);
    return;
  }
  const text = decodeAs(encoding, bytes);
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) state.counts.replaced++;
  write(text, state);
}

/** A character that a word or symbol stands for; it also counts as one to skip. */
export function writeCharacter(text: string, state: RtfState): void {
  flush(state);
  if (state.skip > 0) state.skip--;
  else write(text, state);
}

const LONGEST_CAPTURE = 1_000;

export function write(text: string, state: RtfState): void {
  const { target, deleted, linked } = groupOf(state);
  if (target.type === 'capture') {
    if (target.parts.length < LONGEST_CAPTURE) target.parts.push(text);
  } else if (target.type === 'story' && !deleted) {
    writeText(target.story, text, linked);
  }
}
