import type { OfficeParagraph } from './office-nodes.ts';
import { groupOf, type RtfGroup, type RtfPicture, type RtfState, type RtfTarget, write } from './rtf-state.ts';
import { closeTables, endParagraph, newStory, type RtfStory, writeText } from './rtf-story.ts';
import { SKIPPED } from './rtf-words.ts';

/** Sets the group to the destination that the word opens; false when it opens none. */
export function openDestination(name: string, state: RtfState): boolean {
  const group = groupOf(state);
  if (SKIPPED.has(name)) {
    group.target = { type: 'skip' };
    return true;
  }
  switch (name) {
    case 'info':
      group.target = { type: 'table', of: 'info' };
      return true;
    case 'fonttbl':
      group.target = { type: 'table', of: 'fonts' };
      return true;
    case 'stylesheet':
      group.target = { type: 'table', of: 'styles' };
      return true;
    case 'title':
    case 'author':
      if (group.target.type !== 'table') return false;
      capture(group, (text) => {
        state.info[name] ??= text;
      });
      return true;
    case 'fldinst': {
      const { field } = group;
      capture(group, (text) => {
        if (field !== undefined) field.link = /\bHYPERLINK\b/.test(text);
      });
      return true;
    }
    case 'listtext':
    case 'pntext':
      // The number of a list, as it is shown. The sign of a list without numbers is none.
      capture(group, (text) => {
        if (/[\p{L}\p{N}]/u.test(text)) write(`${text} `, state);
      });
      return true;
    case 'atnauthor':
      capture(group, (text) => {
        state.author = text;
      });
      return true;
    case 'pict':
      openPicture(group, state);
      return true;
    case 'footnote':
      openNote(group, state);
      return true;
    case 'annotation':
      openComment(group, state);
      return true;
    default:
      return openMargin(name, group, state);
  }
}

/** A style of the style sheet, whose name is the text of the group. */
export function openStyle(group: RtfGroup, state: RtfState): void {
  state.entry = { number: 0, outline: undefined };
  capture(group, (text) => {
    const { number, outline } = state.entry;
    if (text !== '') state.styles.set(number, { name: text.replace(/;$/, '').trim().toLowerCase(), outline });
  });
}

function capture(group: RtfGroup, done: (text: string) => void): void {
  const parts: string[] = [];
  const target: RtfTarget = { type: 'capture', parts };
  group.target = target;
  group.close = () => done(parts.join('').trim());
}

function openNote(group: RtfGroup, state: RtfState): void {
  const number = ++state.numbers.footnote;
  state.note = undefined;
  // A note with a mark of its own has it in the text already.
  if (group.target.type === 'story' && state.autoMark) {
    const { story } = group.target;
    state.note = { story, at: story.parts.length, part: state.parts.length };
    writeText(story, `[${number}]`, false);
  }
  state.autoMark = false;
  openPart(group, `footnote ${number}`, state, false);
}

/** The note that was just opened stands at the end of the text, and counts with its like. */
export function turnToEndnote({ numbers, note, parts }: RtfState): void {
  const last = parts.at(-1);
  if (last === undefined || !last.name.startsWith('footnote')) return;
  numbers.footnote--;
  const number = ++numbers.endnote;
  parts[parts.length - 1] = { ...last, name: `endnote ${number}` };
  if (note !== undefined && note.part === parts.length - 1) note.story.parts[note.at] = `[${number}]`;
}

function openComment(group: RtfGroup, state: RtfState): void {
  const story = openPart(group, `comment ${++state.numbers.comment}`, state, true);
  if (state.author === '') return;
  writeText(story, state.author, false);
  endParagraph(story, settingOf(state));
  state.author = '';
}

function openMargin(name: string, group: RtfGroup, state: RtfState): boolean {
  const margin = /^(header|footer)[lrf]?$/.exec(name)?.[1];
  if (margin !== 'header' && margin !== 'footer') return false;
  const number = ++state.numbers[margin];
  openPart(group, number === 1 ? margin : `${margin} ${number}`, state, true);
  return true;
}

function openPart(group: RtfGroup, name: string, state: RtfState, aside: boolean): RtfStory {
  const story = newStory();
  state.parts.push({ name, nodes: story.nodes, ...(aside && { aside }) });
  group.target = { type: 'story', story };
  group.linked = false;
  group.field = undefined;
  group.close = () => finishStory(story, state);
  return story;
}

/** Ends what is still open in a story. */
export function finishStory(story: RtfStory, state: RtfState): void {
  if (story.parts.length > 0) endParagraph(story, settingOf(state));
  closeTables(story);
}

function openPicture(group: RtfGroup, state: RtfState): void {
  const picture: RtfPicture = { bytes: new Uint8Array(0), length: 0, half: undefined, extension: undefined };
  group.target = { type: 'picture', picture };
  group.close = () => {
    state.counts.pictures++;
    if (picture.length === 0 || picture.extension === undefined) return;
    const name = `picture ${state.counts.pictures}.${picture.extension}`;
    state.pictures.push({ name, bytes: picture.bytes.slice(0, picture.length) });
  };
}

/** What a paragraph is by its own words and those of its style. */
export function settingOf(state: RtfState): (story: RtfStory) => Pick<OfficeParagraph, 'kind' | 'level'> {
  return ({ outline, style, listed }) => {
    const named = style === undefined ? undefined : state.styles.get(style);
    const heading = /^(?:heading|제목|标题|標題) ?([1-9])$/.exec(named?.name ?? '')?.[1];
    const depth = outline ?? named?.outline ?? (heading === undefined ? undefined : Number(heading) - 1);
    if (depth !== undefined && depth >= 0 && depth <= 8) return { kind: 'heading', level: Math.min(depth + 1, 6) };
    if (named?.name === 'title') return { kind: 'heading', level: 1 };
    return { kind: listed ? 'list-item' : 'paragraph' };
  };
}
