import { z } from 'zod';
import { isId, type SubjectId } from '../base/index.ts';
import type { Envelope } from './envelope.ts';
import { settingsSubject } from './records.ts';

/** Kind of the entry that erases. */
export const ERASURE_KIND = 'erasure';

/** Why something was erased, in the words of whoever did; `of` the erasure itself, so that it outlives what it speaks of. */
export interface ErasureRecord {
  readonly type: 'erasure';
  readonly erasure: SubjectId;
  readonly reason: string | null;
}

/** Most subjects that one erasure names: two lists of the length that an envelope takes stay well below its size. */
export const MOST_ERASED = 4000;

/**
 * The subjects that an entry erases: those in `of` of every part but the first, which says why. They stand in the
 * envelope, which every copy has for good, and not in a part, which can be withheld: copies never disagree about what is
 * erased. None for any other entry, and none for versions that this build does not know. A workspace's settings are never
 * erased: one person could take back for ever what all had agreed on.
 */
export function erasedSubjects({
  v,
  kind,
  parts,
  workspace,
}: Pick<Envelope, 'v' | 'kind' | 'parts' | 'workspace'>): readonly SubjectId[] {
  if (v !== 1 || kind !== ERASURE_KIND) return [];
  const settings = settingsSubject(workspace);
  return [...new Set(parts.slice(1).flatMap(({ of }) => of))].filter((subject) => subject !== settings);
}

/** Whether a part, by its place in an entry, is a list of what the entry erases: its body says nothing and is never kept. */
export function isErasureList({ v, kind }: Pick<Envelope, 'v' | 'kind'>, place: number): boolean {
  return v === 1 && kind === ERASURE_KIND && place > 0;
}

/** Reads why something was erased; undefined when the value says no such thing. */
export function readErasureRecord(value: unknown): ErasureRecord | undefined {
  return schema.safeParse(value).data;
}

const schema = z.strictObject({
  type: z.literal('erasure'),
  erasure: z.custom<SubjectId>((value) => isId('SubjectId', value)),
  reason: z.string().min(1).max(2000).nullable(),
});
