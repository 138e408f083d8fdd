import type { SqliteValue } from '@signalapp/sqlcipher';

/** A row as the driver gives it. What it holds was written by us, so a column of another type is damage, not input. */
export type Row = Readonly<Record<string, SqliteValue<object>>>;

/** The bytes in a column; throws when it holds something else. */
export function blobOf(row: Row, column: string): Uint8Array<ArrayBuffer> {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw new Error(`column ${column} holds no bytes`);
  return value;
}

/** The number in a column; throws when it holds something else. */
export function numberOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new Error(`column ${column} holds no number`);
  return value;
}

/** The text in a column; throws when it holds something else. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`column ${column} holds no text`);
  return value;
}

/** Bytes of an id as the driver takes them. */
export function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
