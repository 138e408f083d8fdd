import { createDecipheriv } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = 4096;
/** At the end of each page SQLCipher keeps an IV of 16 bytes and a MAC of 64. */
const RESERVED = 80;
const WAL_HEADER = 32;
const FRAME_HEADER = 24;

/**
 * Every page of a vault's database and of its write-ahead log in the clear, free pages too, as whoever holds the key could
 * read the disk: AES-256-CBC page by page (SQLCipher 4). No process may have the vault open.
 */
export function plainPages(folder: string, key: Uint8Array): readonly Buffer[] {
  const database = readFileSync(join(folder, 'daybook.db'));
  const pages: Buffer[] = [];
  // The first 16 bytes of the file are the salt in the clear.
  for (let at = 0; at + PAGE <= database.length; at += PAGE) {
    pages.push(decrypt(database.subarray(at, at + PAGE), key, at === 0 ? 16 : 0));
  }
  const log = join(folder, 'daybook.db-wal');
  const frames = existsSync(log) ? readFileSync(log) : Buffer.alloc(0);
  for (let at = WAL_HEADER; at + FRAME_HEADER + PAGE <= frames.length; at += FRAME_HEADER + PAGE) {
    const number = frames.readUInt32BE(at);
    const page = frames.subarray(at + FRAME_HEADER, at + FRAME_HEADER + PAGE);
    pages.push(decrypt(page, key, number === 1 ? 16 : 0));
  }
  return pages;
}

/** How many pages hold a text: as it is, decomposed (NFD), or in UTF-16 of either order. */
export function pagesHolding(pages: readonly Buffer[], text: string): number {
  const utf16 = Buffer.from(text, 'utf16le');
  const forms = [Buffer.from(text), Buffer.from(text.normalize('NFD')), utf16, Buffer.from(utf16).swap16()];
  return pages.filter((page) => forms.some((form) => page.includes(form))).length;
}

function decrypt(page: Buffer, key: Uint8Array, from: number): Buffer {
  const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(PAGE - RESERVED, PAGE - RESERVED + 16));
  decipher.setAutoPadding(false);
  return Buffer.concat([decipher.update(page.subarray(from, PAGE - RESERVED)), decipher.final()]);
}
