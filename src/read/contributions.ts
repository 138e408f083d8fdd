import { askedTurnsOf } from './asked-turns.ts';
import { FIRST_PERSON } from './data/speaker-words.ts';
import type { Block, Found } from './layer.ts';
import { isRunningText } from './notice-lines.ts';
import { postHeaderOf } from './post-header.ts';
import { isPlainWording, smallWords, splitName } from './speaker-name.ts';
import { turnsOf } from './turns.ts';

/** What one speaker of a roundtable, interview or transcript contributes. */
export interface Contribution {
  /** Indexes into the blocks that were given; `end` is the first block that is not part of it. */
  readonly first: number;
  readonly end: number;
  /** Undefined for whoever asks or answers without a name, and for what follows the last speaker under another heading. */
  readonly speaker: Found | undefined;
  /** What the text says beside the name of who that is. */
  readonly affiliation?: Found;
  readonly turn?: 'question' | 'answer';
}

/** Fewer names than this at the head of texts prove nothing. */
const LEAST_SPEAKERS = 3;

/**
 * The contributions of a text whose speakers stand in headings or lines of their own (docs/read.md L50), before what they
 * say or, after a dash, below it (L83), or in labels (L82). None unless at least three different people are named in the
 * same way and have running text. A line is taken for a name when it has the shape of one and none of its words occurs
 * in small letters anywhere in the text: those of "Limited Access" do, those of a name do not. Every sentence below a
 * name is that person's, so a doubtful one is not taken.
 */
export function contributionsOf(text: string, body: readonly Block[]): readonly Contribution[] {
  const small = smallWords(text, body);
  const turns = turnsOf(text, body, small);
  const asked = askedTurnsOf(text, body);
  // Some questions may have labels where most have none.
  if (asked.length > turns.length * 2 || (turns.length === 0 && asked.length > 0)) return asked;
  if (turns.length > 0) return turns;
  const headed = headedBy(text, body, small, 'heading');
  if (headed.length > 0) return headed;
  const lined = headedBy(text, body, small, 'paragraph');
  return lined.length > 0 ? lined : signed(text, body, small);
}

interface Head {
  readonly i: number;
  readonly block: Block;
  readonly name: string;
  readonly speaker: Found;
  readonly affiliation: Found | undefined;
}

function headedBy(
  text: string,
  body: readonly Block[],
  small: ReadonlySet<string>,
  kind: 'heading' | 'paragraph',
): readonly Contribution[] {
  const named = body.flatMap((block, i): readonly Head[] => {
    if (block.kind !== kind || block.end - block.start > 160) return [];
    if (kind === 'paragraph' && block.label !== 'content') return [];
    const head = headAt(text, body, i);
    // Credits and lists in capitals have the shape of names.
    if (kind === 'paragraph' && /^[\p{Lu}\s.’'-]+$|[|/]/u.test(text.slice(block.start, block.end))) return [];
    return head === undefined || isPlainWording(head.name, small) ? [] : [head];
  });
  const level = commonestLevel(named.map(({ block }) => block.level ?? 0));
  const speakers = named.filter(({ block }) => (block.level ?? 0) === level);
  if (new Set(speakers.map(({ name }) => name)).size < LEAST_SPEAKERS) return [];
  if (!speakInPerson(text, body, speakers)) return [];
  const starts = new Map(speakers.map((head) => [head.i, head]));
  const contributions: Contribution[] = [];
  let open: Omit<Contribution, 'end'> | undefined;
  for (const [i, block] of body.entries()) {
    const head = starts.get(i);
    const endsSpeech =
      open !== undefined && block.kind === 'heading' && (kind === 'paragraph' || (block.level ?? 0) <= level);
    if (head === undefined && !endsSpeech) continue;
    if (open !== undefined) contributions.push({ ...open, end: i });
    open =
      head === undefined
        ? { first: i, speaker: undefined }
        : { first: i, speaker: head.speaker, ...(head.affiliation && { affiliation: head.affiliation }) };
  }
  return open === undefined ? contributions : [...contributions, { ...open, end: body.length }];
}

/** Of names in Latin letters, which many headings look like, a third at least must be followed by an I or a we. */
function speakInPerson(text: string, body: readonly Block[], speakers: readonly Head[]): boolean {
  const latin = speakers.filter(({ name }) => /^\p{Script=Latin}/u.test(name));
  if (latin.length === 0) return true;
  const saying = latin.filter(({ i }, k) => {
    const next = speakers[k + 1]?.i ?? body.length;
    const [from, to] = [body[i]?.end ?? 0, body[Math.min(next, i + 40) - 1]?.end ?? 0];
    return FIRST_PERSON.test(text.slice(from, to));
  });
  return saying.length >= 2 && saying.length * 3 >= latin.length;
}

/** A name in a line of its own, perhaps with an affiliation in it or in the one or two lines below, and then text. */
function headAt(text: string, body: readonly Block[], i: number): Head | undefined {
  const block = body[i];
  if (block === undefined) return undefined;
  const words = text.slice(block.start, block.end).trim();
  const [line = '', ...more] = words.split('\n');
  const split = splitName(line.trim());
  if (split === undefined || more.length > 2 || /[.。!！?？:：;；]$/.test(words)) return undefined;
  const below = linesBelow(text, body, i);
  if (below === undefined) return undefined;
  // The name may stand between quotation marks.
  const start = block.start + Math.max(0, line.indexOf(split.name));
  const about =
    split.rest !== undefined
      ? { start: block.start + split.rest.start, end: block.start + split.rest.end }
      : more.length > 0
        ? { start: block.start + line.length + 1, end: block.end }
        : below.about;
  const affiliation: Found | undefined = about && {
    value: oneLine(text.slice(about.start, about.end)),
    from: 'heading',
    ...about,
  };
  return {
    i,
    block,
    name: split.name,
    speaker: { value: split.name, from: 'heading', start, end: start + split.name.length },
    affiliation,
  };
}

/** The lines between a name and its text: undefined when no running text follows. */
function linesBelow(
  text: string,
  body: readonly Block[],
  at: number,
): { readonly about: { readonly start: number; readonly end: number } | undefined } | undefined {
  const lines: Block[] = [];
  for (const block of body.slice(at + 1, at + 4)) {
    if (block.kind === 'heading' || block.kind === 'table-row') return undefined;
    const words = text.slice(block.start, block.end);
    if (words.length >= 200 || isRunningText(words)) {
      if (!isRunningText(words) || !/\p{L}/u.test(words)) return undefined;
      const [first, last] = [lines[0], lines.at(-1)];
      return { about: first && last && { start: first.start, end: last.end } };
    }
    lines.push(block);
  }
  return undefined;
}

function oneLine(words: string): string {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(', ');
}

/** `— Name, affiliation` below what somebody says. */
function signed(text: string, body: readonly Block[], small: ReadonlySet<string>): readonly Contribution[] {
  const contributions: Contribution[] = [];
  const names = new Set<string>();
  let free = 0;
  for (const [i, block] of body.entries()) {
    const length = block.end - block.start;
    if (length > 160 || length < 4) continue;
    const words = text.slice(block.start, block.end);
    const dash = /^[—–―─-]{1,2}\s?/.exec(words)?.[0].length ?? 0;
    const split = dash === 0 ? undefined : splitName(words.slice(dash).trimEnd());
    if (split === undefined || isPlainWording(split.name, small) || postHeaderOf(words) !== undefined) continue;
    const first = saidAbove(text, body, i, free);
    if (first === i) continue;
    const start = block.start + dash;
    names.add(split.name);
    const { rest } = split;
    contributions.push({
      first,
      end: i + 1,
      speaker: { value: split.name, from: 'byline', start, end: start + split.name.length },
      ...(rest && {
        affiliation: {
          value: words.slice(dash + rest.start, dash + rest.end),
          from: 'byline',
          start: start + rest.start,
          end: start + rest.end,
        },
      }),
    });
    free = i + 1;
  }
  return names.size >= 2 ? contributions : [];
}

/** Quotations that follow one another are one; of other text the paragraph right above is signed, and no more. */
function saidAbove(text: string, body: readonly Block[], at: number, free: number): number {
  let first = at;
  while (first > free && body[first - 1]?.kind === 'quotation') first--;
  if (first < at) return first;
  const above = body[at - 1];
  return at > free &&
    above !== undefined &&
    above.kind !== 'heading' &&
    isRunningText(text.slice(above.start, above.end))
    ? at - 1
    : at;
}

function commonestLevel(levels: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0] ?? 0;
}
