import { z } from 'zod';
import { isId, type LayerId, type Sha256, type SourceId } from '../base/index.ts';
import { type Layer, MEDIA_TYPES, type Metadata } from './layer.ts';

/**
 * The first part of a `layer-made` entry: what the layer is, without its text. The second part is the layer itself, as
 * canonical JSON, so that erasing, verifying and sending treat a layer like everything else that was said.
 */
export interface LayerRecord {
  readonly type: 'layer';
  readonly layer: LayerId;
  readonly source: SourceId;
  /** SHA-256 of the layer's text in UTF-8: what anchors name. */
  readonly digest: Sha256;
  /** SHA-256 of its words, white space aside: by it the same text in another wrapper is found. Absent from older layers. */
  readonly words?: Sha256;
  readonly origin: Layer['type'];
  readonly tool: { readonly name: string; readonly version: string };
  readonly mediaType: Layer['mediaType'];
  readonly charset: Layer['charset'];
  readonly metadata: Metadata;
  /** UTF-16 units. */
  readonly length: number;
  readonly documents: number;
  /** For a layer that a person made out of another: which, and how. Absent for one that a program made of the bytes. */
  readonly made?: LayerMade;
}

/** A person's work on a layer: its translation, or the correction of what was recognised in it (docs/translations.md). */
export interface LayerMade {
  readonly by: 'translation' | 'correction';
  /** The layer that it was made of, and the digest of that layer's text. */
  readonly parent: LayerId;
  readonly parentDigest: Sha256;
  /** Who translated or corrected, as whoever entered it says. */
  readonly person: string;
  /** Into which language, for a translation. */
  readonly language?: string;
}

/**
 * What a `reading-made` entry states: which reader read which layer with which knowledge, and the digest of what came
 * out. The output itself is a cache that can be dropped and made again.
 */
export interface ReadingRecord {
  readonly type: 'reading';
  readonly layer: LayerId;
  readonly source: SourceId;
  readonly digest: Sha256;
  readonly reader: { readonly name: string; readonly version: string };
  /** Digests of the theme packs and of the reader's own data files. */
  readonly data: readonly { readonly id: string; readonly sha256: string }[];
  /** SHA-256 of the reading as canonical JSON. */
  readonly output: Sha256;
  readonly claims: number;
  readonly mentions: number;
}

/** Reads a layer record; undefined when the value is none or of a version that we do not know. */
export function readLayerRecord(value: unknown): LayerRecord | undefined {
  return layerRecord.safeParse(value).data;
}

/** Reads a reading record; undefined when the value is none or of a version that we do not know. */
export function readReadingRecord(value: unknown): ReadingRecord | undefined {
  return readingRecord.safeParse(value).data;
}

const layerId = z.custom<LayerId>((value) => isId('SubjectId', value));
const sourceId = z.custom<SourceId>((value) => isId('SubjectId', value));
const digest = z.custom<Sha256>((value) => isId('Sha256', value));
const count = z.number().int().min(0);
const named = z.strictObject({ name: z.string().max(100), version: z.string().max(100) });
const found = z.custom<NonNullable<Metadata['title']>>(
  (value) => typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'string',
);
const layerRecord = z.strictObject({
  type: z.literal('layer'),
  layer: layerId,
  source: sourceId,
  digest,
  words: digest.exactOptional(),
  origin: z.enum(['extracted', 'recognised', 'translated']),
  tool: named,
  mediaType: z.enum(MEDIA_TYPES),
  charset: z.custom<Layer['charset']>((value) => typeof value === 'object' && value !== null && 'name' in value),
  metadata: z.custom<Metadata>((value) => z.record(z.string(), found).safeParse(value).success),
  length: count,
  documents: count,
  made: z
    .strictObject({
      by: z.enum(['translation', 'correction']),
      parent: layerId,
      parentDigest: digest,
      person: z.string().min(1).max(400),
      language: z.string().min(2).max(20).exactOptional(),
    })
    .exactOptional(),
});
const readingRecord = z.strictObject({
  type: z.literal('reading'),
  layer: layerId,
  source: sourceId,
  digest,
  reader: named,
  data: z.array(z.strictObject({ id: z.string().max(200), sha256: z.string().max(128) })).max(1000),
  output: digest,
  claims: count,
  mentions: count,
});
