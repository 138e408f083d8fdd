import type { Result } from '../../base/index.ts';
import { ok } from '../../base/index.ts';
import { READ_LIMIT } from '../document-reading.ts';
import { ReadingPool } from '../reading-pool.ts';
import type { Desk } from './desk.ts';
import { sourceOf } from './desk.ts';
import { type Refused, refuseWith } from './refusal.ts';

/** Pixels for each point beyond which no picture is drawn, whatever is asked for. */
const MOST_SCALE = 4;
/** What every PNG begins with. */
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Pages that are being drawn: one process for each, two at once. The pool is started with the first page. */
export class PageDrawing {
  readonly #desk: Pick<Desk, 'installation'>;
  #pool: ReadingPool | undefined;

  constructor(desk: Pick<Desk, 'installation'>) {
    this.#desk = desk;
  }

  get pool(): ReadingPool {
    this.#pool ??= new ReadingPool({ installation: this.#desk.installation, most: 2 });
    return this.#pool;
  }

  async close(): Promise<void> {
    await this.#pool?.close();
  }
}

/**
 * A page of a source as PNG, drawn by a process without keys. A picture shows protected words as they are: it is drawn where
 * the record says that they were asked for, or where text that was read and not merely recognised has none.
 */
export async function pagePicture(
  desk: Desk,
  { source: id, page, scale }: { readonly source: string; readonly page: number; readonly scale: number },
): Promise<Result<Uint8Array, Refused>> {
  const row = await sourceOf(desk, id);
  if (!row.ok) return row;
  const { source } = row.value;
  const { layer, veiled } = await desk.sources.open(row.value);
  const found = layer?.pages?.find(({ number }) => number === page);
  if (found === undefined) return refuseWith('no-such-page', { page });
  const plain = layer?.type !== 'recognised' && veiled.veils.length === 0;
  if (!plain && !desk.revealed.has(source)) return refuseWith('not-understood', { page });
  if (row.value.record.length > READ_LIMIT) return refuseWith('too-large');
  const opened = await desk.vault.bytesOf(source);
  if (!opened?.ok) return refuseWith('no-such-page', { page });
  const chunks: Uint8Array[] = [];
  for await (const chunk of opened.value) chunks.push(chunk);
  const drawn = await desk.drawing.pool.draw({
    bytes: Buffer.concat(chunks),
    ...{ page, scale: Math.min(scale, MOST_SCALE) },
  });
  const [png] = drawn.sections;
  // What drew it read a file that anybody may have made.
  const isPng = drawn.type === 'read' && png !== undefined && PNG.every((byte, i) => png[i] === byte);
  return isPng ? ok(png) : refuseWith('no-such-page', { page });
}
