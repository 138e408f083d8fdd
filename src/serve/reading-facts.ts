import { z } from 'zod';
import { isId, type Sha256 } from '../base/index.ts';
import type { ReadingRecord } from '../read/index.ts';

/** Reads the facts of a reading as a reading process states them; undefined when they are none. */
export function readReadingFacts(json: string): Omit<ReadingRecord, 'type' | 'layer' | 'source'> | undefined {
  return facts.safeParse(JSON.parse(json)).data;
}

const digest = z.custom<Sha256>((value) => isId('Sha256', value));
const count = z.number().int().min(0);
const facts = z.strictObject({
  digest,
  reader: z.strictObject({ name: z.string().max(100), version: z.string().max(100) }),
  data: z.array(z.strictObject({ id: z.string().max(200), sha256: z.string().max(128) })).max(1000),
  output: digest,
  claims: count,
  mentions: count,
});
