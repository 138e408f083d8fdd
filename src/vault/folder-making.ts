import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it that are missing, for their owner alone; answers the topmost that it made, undefined
 * when the folder was there. Throws as `mkdirSync` does. One level at a time: where a folder above cannot hold another,
 * as below `/proc`, `mkdirSync` with `recursive` tries for ever in Node 20.
 */
export function makeFolders(folder: string): string | undefined {
  const missing: string[] = [];
  for (let at = resolve(folder); statSync(at, { throwIfNoEntry: false }) === undefined; at = dirname(at)) {
    missing.unshift(at);
    if (dirname(at) === at) break;
  }
  for (const each of missing) makeOne(each);
  // What is there may be no folder: said as it is of one that is to be made.
  if (missing.length === 0 && !statSync(folder).isDirectory()) mkdirSync(folder);
  return missing[0];
}

/** One that somebody else makes at the same moment is there, and that is all that is wanted. */
function makeOne(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}
