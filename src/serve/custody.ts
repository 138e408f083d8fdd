import { createHash } from 'node:crypto';
import type { SourceId } from '../base/index.ts';
import type { CaptureRecord } from '../preserve/index.ts';
import type { LogPosition, SourceRow, Vault } from '../vault/index.ts';
import type { Clock } from './clock.ts';

/** What is known of how a source came here and whether it is still what came. */
export interface Custody extends Omit<CaptureRecord, 'type' | 'source'> {
  readonly capturedBy: string | null;
  readonly position: LogPosition;
  readonly collections: readonly string[];
  /** Other sources that have the same text in another wrapper. */
  readonly sameText: readonly SourceId[];
  /** The bytes compared, just now, with the digests of the capture record. */
  readonly bytes:
    | { readonly type: 'unchanged'; readonly checkedAt: string }
    | { readonly type: 'missing' }
    | { readonly type: 'changed' };
}

/** Gathers a source's custody and compares its bytes with what was captured. */
export async function custodyOf(vault: Vault, row: SourceRow, now: Clock): Promise<Custody> {
  const { type: _type, source, ...record } = row.record;
  const [status, collections, sameText, bytes] = await Promise.all([
    vault.query('status', undefined),
    vault.query('collectionsOf', { source }),
    vault.query('sourcesWithText', { source }),
    compareBytes(vault, row, now),
  ]);
  const person = status.persons.find((each) => each.person === row.person);
  return {
    ...record,
    capturedBy: person?.name ?? (row.person === undefined ? null : row.person),
    position: row.position,
    collections,
    sameText,
    bytes,
  };
}

/**
 * Custody with what people and files say in it put through `said`, which writes over what is protected: name and place of the file,
 * origin, reason, and what its own records say. Who captured it and what was measured stay.
 */
export function custodyShown(custody: Custody, said: (words: string) => string): Custody {
  const { file, within, origin, reason } = custody;
  return {
    ...custody,
    fileName: said(custody.fileName),
    origin: origin === null ? null : said(origin),
    reason: reason === null ? null : said(reason),
    ...(within === undefined ? {} : { within: { ...within, name: said(within.name) } }),
    ...(file === undefined
      ? {}
      : {
          file: {
            ...file,
            unread: file.unread.map((each) => ({ ...each, part: said(each.part) })),
            notes: file.notes.map((each) => ({ ...each, part: said(each.part) })),
            facts: file.facts.map((each) => ({ ...each, value: said(each.value) })),
          },
        }),
  };
}

async function compareBytes(vault: Vault, { source, record }: SourceRow, now: Clock): Promise<Custody['bytes']> {
  const opened = await vault.bytesOf(source);
  if (opened === undefined) return { type: 'missing' };
  if (!opened.ok) return { type: opened.error.type === 'blob-missing' ? 'missing' : 'changed' };
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')];
  try {
    for await (const chunk of opened.value) {
      sha256.update(chunk);
      sha512.update(chunk);
    }
  } catch {
    // A chunk whose tag is wrong is a changed one.
    return { type: 'changed' };
  }
  const same = sha256.digest('hex') === record.sha256 && sha512.digest('hex') === record.sha512;
  return same ? { type: 'unchanged', checkedAt: now() } : { type: 'changed' };
}
