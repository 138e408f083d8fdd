import type { CollectionId } from '../base/index.ts';
import { type Layer, type Mention, parseLayer, parseReading, type Reading } from '../read/index.ts';
import type { SourceRow, Vault } from '../vault/index.ts';

/** A source with its text and what was read in it. */
export interface ReadSource {
  readonly row: SourceRow;
  readonly layer: Layer;
  readonly reading: Reading;
}

/** Every source, or those of one collection, in the order in which they came. */
export async function* eachSource(vault: Vault, collection?: CollectionId): AsyncGenerator<SourceRow> {
  let after: string | undefined;
  do {
    const page = await vault.query('sources', { after, limit: 200, collection });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

/** The newest layer of a source; undefined when it has none, or its text was erased. */
export async function layerOf(vault: Vault, { layer }: SourceRow): Promise<Layer | undefined> {
  const json = layer && (await vault.query('layer', { layer: layer.layer }));
  return json === undefined ? undefined : parseLayer(json);
}

/** What was read in the newest layer of a source; undefined when nothing was, or the cache was dropped. */
async function readingOfSource(vault: Vault, { layer }: SourceRow): Promise<Reading | undefined> {
  const json = layer && (await vault.query('reading', { layer: layer.layer }));
  return json === undefined ? undefined : parseReading(json);
}

/**
 * What has to be written over in a source's words: nothing in one without text. Undefined when the text was not read here,
 * so that nobody knows yet: all of it is then written over.
 */
export async function mentionsOf(vault: Vault, row: SourceRow): Promise<readonly Mention[] | undefined> {
  return row.layer === undefined ? [] : (await readingOfSource(vault, row))?.mentions;
}

/** A source with text and reading; undefined when either is not here. */
export async function readSourceOf(vault: Vault, row: SourceRow): Promise<ReadSource | undefined> {
  const [layer, reading] = await Promise.all([layerOf(vault, row), readingOfSource(vault, row)]);
  return layer === undefined || reading === undefined ? undefined : { row, layer, reading };
}
