import { ok, type Result } from '../../base/index.ts';
import { decodeBytes } from '../charset.ts';
import type { DraftBlock } from '../draft.ts';
import { linesOf, type SourceLine } from '../text-lines.ts';
import type { FormatHints, FormatReading, FormatRefusal, UnreadPart } from './format.ts';
import { blockText } from './office-nodes.ts';
import { formatRefused } from './office-package.ts';

/** Raise the version whenever the same bytes could give another text. */
const TOOL = { name: 'daybook-subtitles', version: '1' } as const;

const BYTE_LIMIT = 16 * 1024 * 1024;
const CUE_LIMIT = 100_000;

/**
 * Reads SubRip and WebVTT (docs/read-office.md O28 to O30): each cue as a block with its time, a speaker's name before what is
 * said. Notes and whatever is no cue stay as blocks without a time; style sheets are left out. Refused when no cue is found.
 */
export function readSubtitles(bytes: Uint8Array, hints: FormatHints): Result<FormatReading, FormatRefusal> {
  if (bytes.length === 0) return formatRefused('subtitles', 'empty');
  if (bytes.length > BYTE_LIMIT) return formatRefused('subtitles', 'too-large');
  const { text, charset } = decodeBytes(bytes, hints);
  const webVtt = /^WEBVTT(?:[ \t\r\n]|$)/.test(text);
  const unread: UnreadPart[] = [];
  const blocks: DraftBlock[] = [];
  let cues = 0;
  for (const group of groupsOf(text)) {
    const block = blockOf(group, webVtt, blocks.length === 0);
    if (block === undefined) continue;
    if (block.place !== undefined) cues++;
    if (cues > CUE_LIMIT) {
      unread.push({ part: `cues from ${CUE_LIMIT + 1}`, reason: 'too-many' });
      break;
    }
    blocks.push(block);
  }
  if (cues === 0) return formatRefused('subtitles', text.trim() === '' ? 'empty' : 'damaged');
  const mediaType = webVtt ? 'text/vtt' : 'application/x-subrip';
  return ok({
    text: { type: 'extracted', tool: TOOL, mediaType, blocks, properties: {}, charset },
    members: [],
    unread,
  });
}

/** Lines between blank lines; a time line begins a new group even where the blank line before it was forgotten. */
function groupsOf(text: string): readonly (readonly SourceLine[])[] {
  const groups: SourceLine[][] = [];
  let group: SourceLine[] = [];
  const close = () => {
    if (group.length > 0) groups.push(group);
    group = [];
  };
  for (const line of linesOf(text)) {
    if (line.text.trim() === '') {
      close();
      continue;
    }
    if (TIMES.test(line.text) && group.some((before) => TIMES.test(before.text))) {
      const last = group.at(-1);
      const counter = last !== undefined && /^\s*\d+\s*$/.test(last.text) ? group.pop() : undefined;
      close();
      if (counter !== undefined) group.push(counter);
    }
    group.push(line);
  }
  close();
  return groups;
}

const TIME = '(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})[.,](\\d{1,3})';
const TIMES = new RegExp(`^\\s*${TIME}\\s*-{1,2}>\\s*${TIME}`);

function blockOf(group: readonly SourceLine[], webVtt: boolean, first: boolean): DraftBlock | undefined {
  const at = group.findIndex((line) => TIMES.test(line.text));
  const start = group[0]?.start ?? 0;
  const end = group.at(-1)?.end ?? start;
  const head = group[0]?.text ?? '';
  const lines = group.map((line) => line.text);
  const source = { start, end };
  if (at < 0) {
    // Style sheets and regions say how cues look; nobody reads them.
    if (webVtt && /^(?:STYLE|REGION)\s*$/.test(head)) return undefined;
    const words = webVtt && first ? lines.join('\n').replace(/^WEBVTT[ \t]*(?:-[ \t]*)?/, '') : lines.join('\n');
    const text = blockText(webVtt ? words.replace(/^NOTE\b[ \t]*/, '') : words);
    return text === '' ? undefined : { text, kind: 'paragraph', source, linked: 0, aside: true };
  }
  const times = TIMES.exec(lines[at] ?? '');
  const body = lines.slice(at + 1).join('\n');
  const text = blockText(webVtt ? vttText(body) : srtText(body));
  if (times === null || text === '') return undefined;
  const [from, to] = [milliseconds(times.slice(1, 5)), milliseconds(times.slice(5, 9))];
  return {
    text,
    kind: 'paragraph',
    source,
    linked: 0,
    place: { type: 'time', from, to: Math.max(from, to) },
  };
}

function milliseconds(parts: readonly (string | undefined)[]): number {
  const [hours = '0', minutes = '0', seconds = '0', fraction = '0'] = parts.map((part) => part ?? '0');
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
}

/** Only tags of the format are taken away; anything else in angle brackets is text. */
function srtText(body: string): string {
  return body.replace(/<\/?(?:b|i|u|s)>|<\/?font(?:\s[^<>]{0,200})?>|\{\\an?\d{1,2}\}/gi, '');
}

/** WebVTT (W3C, 4.2.2): tags of cues, the voice among them, times inside cues, and six named characters. */
function vttText(body: string): string {
  return body
    .replace(/<v(?:\.[^\s<>]{0,100})?[ \t]+([^<>]{1,200})>/g, (_, name: string) => `${name.trim()}: `)
    .replace(
      /<\/?(?:c|i|b|u|ruby|rt|lang|v)(?:\.[^\s<>]{0,100})?(?:[ \t][^<>]{0,200})?>|<(?:\d{1,4}:)?\d\d:\d\d\.\d{3}>/g,
      '',
    )
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (whole, name: string) => CHARACTERS.get(name) ?? whole);
}

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['nbsp', '\u00a0'],
  ['lrm', '\u200e'],
  ['rlm', '\u200f'],
]);
