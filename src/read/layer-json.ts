import { z } from 'zod';
import { isId, type Sha256 } from '../base/index.ts';
import { CHARSET_DECIDERS, type Layer, MEDIA_TYPES } from './layer.ts';

/** Reads a stored layer; undefined when the text is none, or of a version that we do not know. */
export function parseLayer(json: string): Layer | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  return isLayer(value) ? value : undefined;
}

function isLayer(value: unknown): value is Layer {
  const parsed = layer.safeParse(value);
  if (!parsed.success) return false;
  const { text, blocks, pages = [] } = parsed.data;
  const runs = pages.flatMap((each) => [each, ...each.runs]);
  return (
    text.isWellFormed() &&
    runs.every(({ start, end }) => start <= end && end <= text.length) &&
    blocks.every(({ start, end }, i) => start >= (blocks[i - 1]?.end ?? 0) && end <= text.length)
  );
}

const offset = z.number().int().min(0);
const found = z.object({ value: z.string(), from: z.string(), start: offset.optional(), end: offset.optional() });
const number = z.number().int().min(1);
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const place = z.discriminatedUnion('type', [
  z.object({ type: z.literal('page'), page: number, box }),
  z.object({ type: z.literal('paragraph'), number, part: z.string().optional() }),
  z.object({ type: z.literal('row'), sheet: z.string(), row: number }),
  z.object({ type: z.literal('record'), path: z.string() }),
  z.object({ type: z.literal('time'), from: offset, to: offset }),
]);
const run = z.object({ start: offset, end: offset, box, confidence: z.number().min(0).max(1).optional() });
const page = z.object({
  number,
  width: z.number().positive(),
  height: z.number().positive(),
  start: offset,
  end: offset,
  runs: z.array(run),
});
const layer = z.object({
  v: z.literal(1),
  type: z.enum(['extracted', 'recognised', 'translated']),
  tool: z.object({ name: z.string(), version: z.string() }),
  parent: z.object({ sha256: z.custom<Sha256>((value) => isId('Sha256', value)) }),
  mediaType: z.enum(MEDIA_TYPES),
  charset: z.object({ name: z.string(), decidedBy: z.enum(CHARSET_DECIDERS), replaced: offset }),
  text: z.string(),
  blocks: z.array(
    z.object({
      start: offset,
      end: offset,
      kind: z.string(),
      level: offset.optional(),
      label: z.enum(['content', 'boilerplate']),
      language: z.string(),
      source: z.object({ start: offset, end: offset }),
      place: place.optional(),
    }),
  ),
  metadata: z.record(z.string(), found),
  documents: z.array(
    z.object({
      start: offset,
      end: offset,
      title: found.optional(),
      issuer: found.optional(),
      addressee: found.optional(),
      date: found.optional(),
      language: z.string(),
      role: z.enum(['editor-note', 'note', 'contribution', 'post', 'continuation']).optional(),
      copies: found.optional(),
      number: found.optional(),
      affiliation: found.optional(),
      turn: z.enum(['question', 'answer']).optional(),
      within: offset.optional(),
    }),
  ),
  pages: z.array(page).optional(),
});
