import { canonicalJson, type Sha256 } from '../base/index.ts';
import { sha256 } from '../preserve/index.ts';
import type { Reading } from './claim.ts';
import { readClaims } from './claims/read-claims.ts';
import { readerDataDigest } from './claims/reader.ts';
import type { Layer } from './layer.ts';
import { layerDigest } from './layer-digest.ts';
import type { ReadingRecord } from './reading-record.ts';
import type { ThemePack } from './theme-pack.ts';

/** A reading with all that its entry states of it. */
export interface MadeReading {
  readonly reading: Reading;
  /** The reading as canonical JSON. */
  readonly json: string;
  /** SHA-256 of `json`. */
  readonly output: Sha256;
  readonly record: Omit<ReadingRecord, 'type' | 'layer' | 'source'>;
}

/** Reads a layer with one theme pack. The same layer, pack and build give the same bytes. */
export function readingOf(layer: Layer, pack: ThemePack): MadeReading {
  const reading = readClaims(layer, pack);
  const json = canonicalJson(reading);
  const output = sha256(json);
  return {
    reading,
    json,
    output,
    record: {
      digest: layerDigest(layer),
      reader: reading.reader,
      data: [
        { id: pack.id, sha256: pack.digest },
        { id: 'reader', sha256: readerDataDigest() },
      ],
      output,
      claims: reading.claims.length,
      mentions: reading.mentions.length,
    },
  };
}
