import type { SourceId } from '../base/index.ts';
import type { CaptureRecord } from '../preserve/index.ts';
import type { FileKind, UnreadPart } from '../read/index.ts';
import type { IntakeInput } from './capture.ts';
import type { DocumentReading } from './document-reading.ts';

/** Longest name that a capture record takes. */
export const LONGEST_NAME = 4096;

/** Files that stand in each other are opened so many deep. */
const MOST_DEPTH = 5;
/** Says that files inside were left. */
export const TOO_DEEP: UnreadPart = { part: 'files inside', reason: 'too-deep' };

/** In how many files something stands. */
export function depthOf(input: IntakeInput): number {
  return input.type === 'member' ? input.depth : 0;
}

/** The files inside a file, each to be taken in; none below so many others. */
export function membersOf(
  { members }: DocumentReading,
  source: SourceId,
  container: IntakeInput,
): readonly IntakeInput[] {
  const depth = depthOf(container) + 1;
  if (depth > MOST_DEPTH) return [];
  return members.map(({ bytes, ...facts }): IntakeInput => {
    const name = facts.name.slice(0, LONGEST_NAME).toWellFormed();
    const shown = `${container.shown} › ${name}`;
    return { type: 'member', shown, fileName: name, bytes, within: { source, name }, depth, facts };
  });
}

/**
 * Whether a file that is here already is to be opened again, since a run that was interrupted may have left out files that stand in
 * it: the record says how many those are. One that was never read through is opened when its format is made to hold files; of one that
 * a version recorded which did not count them, nobody knows.
 */
export function mayLackMembers(file: CaptureRecord['file'], kind: FileKind): boolean {
  if (file === undefined) return kind.holdsFiles;
  if (file.members !== undefined) return file.members > 0;
  // Whatever is no text; words of a picture would be recognised for nothing.
  return kind.alone && !kind.picture;
}

/** What the record keeps of how a file was read; nothing of a text. */
export function capturedFile({ file }: Pick<DocumentReading, 'file'>): CaptureRecord['file'] {
  if (file === undefined || file.format === 'text') return undefined;
  const { format, unread, notes, facts, members } = file;
  return {
    format,
    unread: unread.slice(0, 1000),
    notes: notes.slice(0, 1000),
    facts: facts.slice(0, 100),
    members: members.length,
  };
}

/** The same with what the file that it stood in says of it. */
export function withFacts(
  file: NonNullable<CaptureRecord['file']>,
  input: IntakeInput,
): NonNullable<CaptureRecord['file']> {
  const own = input.type === 'member' ? (input.facts.facts ?? []) : [];
  return { ...file, facts: [...own, ...file.facts].slice(0, 200) };
}
