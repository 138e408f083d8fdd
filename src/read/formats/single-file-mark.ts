import { binaryOf } from './mime-bytes.ts';

/** How far into a page the comment of SingleFile is looked for, in bytes or characters. */
export const SINGLE_FILE_HEAD: number = 16 * 1024;

/**
 * Whether bytes are a page that SingleFile saved: its comment stands at the head of the page. Every text is asked, by whoever
 * holds keys too, so no encoding is found out: the comment is ASCII, in whatever encoding with one byte or two a letter.
 */
export function isSingleFile(bytes: Uint8Array): boolean {
  const head = binaryOf(bytes.subarray(0, SINGLE_FILE_HEAD));
  const wide = /^(?:\xff\xfe|\xfe\xff|\0+[^\0]|[^\0]\0)/.test(head);
  return singleFileComment(wide ? head.replaceAll('\0', '') : head) !== undefined;
}

/** What the comment of SingleFile says; undefined without one. It may stand before a long list of styles, and anybody can write it: all of it is a claim. */
export function singleFileComment(head: string): { readonly url?: string; readonly saved?: string } | undefined {
  const comment = /<!--\s*Page saved with SingleFile([\s\S]{0,4000}?)-->/.exec(head)?.[1];
  if (comment === undefined) return undefined;
  const url = /^\s*url:\s*(https?:\/\/\S{1,3000})\s*$/m.exec(comment)?.[1];
  const saved = instantOf(/^\s*saved date:\s*([^\n]{1,200})$/m.exec(comment)?.[1]);
  return { ...(url !== undefined && { url }), ...(saved !== undefined && { saved }) };
}

/** An instant that a header or comment states with its zone; undefined for anything else. */
export function instantOf(stated: string | undefined): string | undefined {
  const words = stated
    ?.slice(0, 200)
    .trim()
    .replace(/\s\([^)]*\)$/, '')
    .trim();
  if (words === undefined || !/(?:GMT|UTC|Z|[+-]\d{4})$/.test(words)) return undefined;
  const time = Date.parse(words);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
