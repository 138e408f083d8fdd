import type { DescriptionRecord } from '../preserve/index.ts';
import { isRealDate } from '../read/index.ts';

/** What somebody learnt without a file. Members that are undefined are not known, and stay so. */
export interface NoteFields {
  readonly text: string;
  /** How it was learnt: by telephone, in a meeting, seen on the spot. */
  readonly how: string | undefined;
  /** EDTF: when it was learnt. */
  readonly when: string | undefined;
  /** Through whom, described as the person who writes it down chooses. */
  readonly by: string | undefined;
}

/** Most UTF-16 units of what was learnt, and of each thing said about it. */
export const NOTE_TEXT_LIMIT = 200_000;
export const NOTE_FIELD_LIMIT = 2000;

/** Of a note's facts, the one that says through whom: held by what it is, however it is spelt. */
export const THROUGH_WHOM = 'Through whom';

/** Why a note cannot be kept as it was given. */
export type NoteProblem = 'no-words' | 'too-long' | 'not-plain' | 'no-date';

/** The problem with a note; undefined when it can be kept. */
export function noteProblem({ text, how, when, by }: NoteFields): NoteProblem | undefined {
  if (text.trim() === '') return 'no-words';
  if (text.length > NOTE_TEXT_LIMIT || [how, by].some((each) => (each?.length ?? 0) > NOTE_FIELD_LIMIT))
    return 'too-long';
  if (![text, how ?? '', by ?? ''].every(isPlain)) return 'not-plain';
  return when === undefined || isRealDate(when) ? undefined : 'no-date';
}

/**
 * The bytes of a note (docs/testimony.md T1): the words, then a line for each thing that is known about them. The same
 * fields give the same bytes, so that a note that is given twice is stored once. The first line keeps a text that looks like
 * a page, or like front matter, from being read as one.
 */
export function noteBytes(fields: NoteFields): Uint8Array {
  const facts = factsOf(fields).map(([name, value]) => `${name}: ${value}`);
  const blocks = ['Note', tidy(fields.text), ...(facts.length > 0 ? [facts.join('\n')] : [])];
  return new TextEncoder().encode(`${blocks.join('\n\n')}\n`);
}

/** The same facts for the source's description, whatever the reader makes of its words; none when none is known. */
export function noteDescription(fields: NoteFields): DescriptionRecord['fields'] {
  return factsOf(fields).map(([name, value]) => ({ name, values: [value] }));
}

function factsOf({ how, when, by }: NoteFields): readonly (readonly [string, string])[] {
  const said = [
    ['How it was learnt', how],
    ['When it was learnt', when],
    [THROUGH_WHOM, by],
  ] as const;
  return said.flatMap(([name, value]) => {
    const words = value === undefined ? '' : tidy(value).replace(/\s+/g, ' ');
    return words === '' ? [] : [[name, words] as const];
  });
}

function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

function isPlain(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what a note must not hold
  return text.isWellFormed() && !/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text);
}
