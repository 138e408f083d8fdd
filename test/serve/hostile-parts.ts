import type { RawEntry } from '../read/raw-zip.ts';

/**
 * `read`: a text came of it. `partly`: something came of it, and what was left is named. `kept`: its bytes are kept and not
 * read, with the reason. `refused`: it was not taken.
 */
export type End = 'read' | 'partly' | 'kept' | 'refused';

/** A file made to do harm, and what must become of it: any of these ends. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly ends: readonly End[];
  /** Why something inside it was left, as a line of the receipt has to say. */
  readonly within?: string;
}

export const CLEAN: string = 'The society counted 31 people in the town in 2018.\n';
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
export const entry = (name: string, content: string | Uint8Array = CLEAN, more: Partial<RawEntry> = {}): RawEntry => ({
  name,
  content,
  ...more,
});

/** What comes of doing something so many times, each time to what came of it before. */
export function repeated<T>(times: number, make: (from: T) => T, from: T): T {
  let made = from;
  for (let i = 0; i < times; i++) made = make(made);
  return made;
}
