import type Database from '@signalapp/sqlcipher';
import { type LeafHash, parseId } from '../base/index.ts';

/** A value kept in `meta`; undefined when there is none. */
export function getMeta(db: Database, key: string): string | number | undefined {
  const value = db.prepare('SELECT value FROM meta WHERE key = ?', { pluck: true }).get([key]);
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** A leaf hash kept in `meta`; undefined when there is none. */
export function metaLeaf(db: Database, key: string): LeafHash | undefined {
  return parseId('LeafHash', getMeta(db, key));
}

/** Keeps a value in `meta`, in place of the one before. */
export function setMeta(db: Database, key: string, value: string | number): void {
  db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run([key, value]);
}
