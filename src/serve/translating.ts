import { canonicalJson, type LayerId, ok, type Result, refuse } from '../base/index.ts';
import { sha256 } from '../preserve/index.ts';
import {
  type Layer,
  type LayerMade,
  type LayerRecord,
  layerDigest,
  parseLayer,
  resolvePassage,
} from '../read/index.ts';
import type { SourceRow, Vault, WriteRefusal } from '../vault/index.ts';
import type { Clock } from './clock.ts';
import { type DocumentReading, layerRecordOf, readDocument } from './document-reading.ts';
import { layerMade, readingMade } from './drafts.ts';
import type { ReadingPool } from './reading-pool.ts';
import { claimsOf } from './source-claims.ts';
import { layerOf } from './stored-readings.ts';
import { newLayerId, type RandomBytes } from './subjects.ts';

export interface LayerWork {
  readonly vault: Vault;
  readonly pool: ReadingPool;
  readonly now: Clock;
  readonly random: RandomBytes;
  /** Who translated or corrected, as whoever enters it says. */
  readonly person: string;
  /** The words, as they were entered. */
  readonly text: string;
}

export type LayerWorkRefusal =
  | WriteRefusal
  /** The source has no text to begin with. */
  | { readonly type: 'no-original' }
  /** Nothing was read in what was entered. */
  | { readonly type: 'no-text' }
  /** Only text that was recognised from an image is corrected: any other is what the source says. */
  | { readonly type: 'not-recognised' }
  /** The same words of the same person are here. */
  | { readonly type: 'known-already' };

/**
 * Enters a translation as a layer of its own (docs/translations.md TR1 to TR3). Its first line names the translator, so that what is
 * read in it has them in its attribution chain. The source's own text stays what it is searched and counted by.
 */
export async function enterTranslation(
  row: SourceRow,
  work: LayerWork & { readonly language: string },
): Promise<Result<LayerId, LayerWorkRefusal>> {
  const { vault, pool, person, text, language } = work;
  const parent = row.layer;
  if (parent === undefined) return refuse({ type: 'no-original' });
  const read = await readText(pool, `Translator: ${person}\n\n${text}`, 'translation.txt');
  if (read.type === 'not-read') return refuse({ type: 'no-text' });
  const layer: Layer = {
    ...read.layer,
    type: 'translated',
    tool: { name: 'daybook-translation', version: '1' },
    parent: { sha256: parent.digest },
  };
  const digest = layerDigest(layer);
  const before = await vault.query('layersOf', { source: row.source });
  if (before.some((each) => each.origin === 'translated' && each.digest === digest && each.made?.language === language))
    return refuse({ type: 'known-already' });
  const made: LayerMade = { by: 'translation', parent: parent.layer, parentDigest: parent.digest, person, language };
  return keepLayer(row, { ...read, layer }, made, work);
}

/** What became of reviewed claims when their text was corrected. */
export interface Corrected {
  readonly layer: LayerId;
  /** Whether the places on the pages were kept: they are where both texts have the same blocks. */
  readonly placed: boolean;
  /** Reviewed claims that stand in the new text too. */
  readonly carried: number;
  /** Reviewed claims whose words are no longer there, by id: they stay with the text that they were made of. */
  readonly lost: readonly string[];
}

/** Corrects what was recognised in a source, as a new layer that supersedes the old one, which stays (docs/translations.md TR8 to TR10). */
export async function correctText(row: SourceRow, work: LayerWork): Promise<Result<Corrected, LayerWorkRefusal>> {
  const { vault, pool, person, text } = work;
  const [parent, before] = [row.layer, await layerOf(vault, row)];
  if (parent === undefined || before === undefined) return refuse({ type: 'no-original' });
  if (parent.origin !== 'recognised') return refuse({ type: 'not-recognised' });
  const read = await readText(pool, text, 'correction.txt');
  if (read.type === 'not-read') return refuse({ type: 'no-text' });
  if (read.layer.text === before.text) return refuse({ type: 'known-already' });
  const placed = read.layer.blocks.length === before.blocks.length;
  const layer: Layer = {
    ...read.layer,
    type: 'recognised',
    tool: { name: 'daybook-correction', version: '1' },
    parent: { sha256: parent.digest },
    mediaType: before.mediaType,
    charset: before.charset,
    blocks: placed ? withPlaces(read.layer.blocks, before.blocks) : read.layer.blocks,
  };
  const reviewed = (await claimsOf(vault, row)).claims.filter(({ history }) => history.length > 0);
  const made: LayerMade = { by: 'correction', parent: parent.layer, parentDigest: parent.digest, person };
  const kept = await keepLayer(row, { ...read, layer }, made, work);
  if (!kept.ok) return kept;
  const lost = reviewed.filter(({ claim }) => !resolvePassage(layer, claim.passage).ok).map(({ id }) => id);
  return ok({ layer: kept.value, placed, carried: reviewed.length - lost.length, lost });
}

/** A translation with the layer that it renders. */
export interface Translation {
  readonly record: LayerRecord;
  readonly layer: Layer;
  readonly original: Layer;
  readonly originalLayer: LayerId;
  /** Whether the source has another text since. */
  readonly outdated: boolean;
}

/** The newest translation of a source, into one language when it is named; undefined when there is none, or its texts are gone. */
export async function translationOf(
  vault: Vault,
  row: SourceRow,
  language: string | undefined,
): Promise<Translation | undefined> {
  const layers = await vault.query('layersOf', { source: row.source });
  const record = layers.find(
    ({ origin, made }) => origin === 'translated' && (language === undefined || made?.language === language),
  );
  if (record?.made === undefined) return undefined;
  const [own, parent] = await Promise.all([
    vault.query('layer', { layer: record.layer }),
    vault.query('layer', { layer: record.made.parent }),
  ]);
  const layer = own === undefined ? undefined : parseLayer(own);
  const original = parent === undefined ? undefined : parseLayer(parent);
  if (layer === undefined || original === undefined) return undefined;
  const outdated = row.layer?.layer !== record.made.parent;
  return { record, layer, original, originalLayer: record.made.parent, outdated };
}

/** The text of a translation behind the line that names the translator, which renders nothing. */
export function withoutTranslator<T extends { readonly text: string; readonly blocks: readonly unknown[] }>(
  layer: T,
): T {
  return { ...layer, blocks: layer.blocks.slice(1) };
}

/** Reads the text of a layer again that a person corrected: its words are theirs, and no longer those of the bytes. */
export async function readCorrected(pool: ReadingPool, layer: Layer): Promise<DocumentReading> {
  const read = await readText(pool, layer.text, 'correction.txt');
  if (read.type === 'not-read' || read.layer.text !== layer.text)
    return { type: 'not-read', reason: 'no-text', file: undefined, members: [] };
  return { ...read, layer };
}

async function readText(pool: ReadingPool, text: string, fileName: string): Promise<DocumentReading> {
  const bytes = new TextEncoder().encode(text);
  return readDocument(pool, { bytes, fileName, sha256: sha256(bytes), claims: true });
}

async function keepLayer(
  { source }: SourceRow,
  { layer, claims }: Extract<DocumentReading, { type: 'read' }>,
  made: LayerMade,
  { vault, now, random }: LayerWork,
): Promise<Result<LayerId, WriteRefusal>> {
  const place = { source, layer: newLayerId(random) };
  const at = now();
  const content = new TextEncoder().encode(canonicalJson(layer));
  const drafts = [layerMade({ ...layerRecordOf(layer, place), made }, content, at)];
  const suggestions = [];
  if (claims !== undefined) {
    drafts.push(readingMade({ type: 'reading', ...place, ...claims.facts }, at));
    suggestions.push({ ...place, output: claims.output, reading: claims.json });
  }
  const kept = await vault.append({ drafts, blobs: [], suggestions });
  return kept.ok ? ok(place.layer) : kept;
}

/** Blocks with the places that those of the recognised text have on their pages, one for one. */
function withPlaces(blocks: Layer['blocks'], before: Layer['blocks']): Layer['blocks'] {
  return blocks.map((block, i) => {
    const place = before[i]?.place;
    return place === undefined ? block : { ...block, place };
  });
}
