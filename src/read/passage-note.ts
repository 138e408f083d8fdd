import { z } from 'zod';
import { isId, type Sha256, type SourceId } from '../base/index.ts';
import type { Passage } from './claim.ts';

/**
 * What somebody wrote beside a passage: a note, never a claim. Notes that were made in another program keep the name under
 * which that program knows them, who wrote them there and when, as it says.
 */
export interface PassageNote {
  readonly type: 'passage-note';
  readonly source: SourceId;
  /** The note's own name; a later note of the same name supersedes it. */
  readonly item: string;
  readonly passage: Passage;
  /** Empty for a mark without words. */
  readonly words: string;
  readonly tags: readonly string[];
  /** As the other program says; null when it does not. */
  readonly creator: string | null;
  /** As the other program says; null when it does not. */
  readonly created: string | null;
}

/** Reads a note on a passage; undefined when the value is none. */
export function readPassageNote(value: unknown): PassageNote | undefined {
  return schema.safeParse(value).data;
}

/** Most UTF-16 units of a note's words and of its quote. */
export const NOTE_LIMITS = { words: 20_000, quote: 10_000 } as const;

const offset = z.number().int().min(0);
const schema = z.strictObject({
  type: z.literal('passage-note'),
  source: z.custom<SourceId>((value) => isId('SubjectId', value)),
  item: z.string().min(1).max(2000),
  passage: z
    .strictObject({
      layer: z.custom<Sha256>((value) => isId('Sha256', value)),
      start: offset,
      end: offset,
      quote: z.string().min(1).max(NOTE_LIMITS.quote),
      prefix: z.string().max(200),
      suffix: z.string().max(200),
    })
    .refine(({ start, end, quote }) => end - start === quote.length),
  words: z.string().max(NOTE_LIMITS.words),
  tags: z.array(z.string().min(1).max(400)).max(100),
  creator: z.string().max(1000).nullable(),
  created: z.string().max(100).nullable(),
});
