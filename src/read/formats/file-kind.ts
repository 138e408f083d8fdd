import type { ReadHints } from '../read-layer.ts';
import { formatNamed } from './formats.ts';
import { sniffFormat } from './sniff.ts';

/** How a file is to be read, as its beginning tells. */
export interface FileKind {
  /** In a process that reads nothing else and is watched: whatever is no text. */
  readonly alone: boolean;
  /** By recognising words, which takes longer than any other reading. */
  readonly picture: boolean;
  /** Whether its format is made to hold files. */
  readonly holdsFiles: boolean;
}

/** Looks at the beginning of a file, and at the list of an archive; reads nothing, and needs no parser of anything: whoever holds keys may ask. */
export function fileKind(bytes: Uint8Array, hints: ReadHints): FileKind {
  const name = sniffFormat(bytes, hints);
  const format = name === undefined ? undefined : formatNamed(name);
  return { alone: format !== undefined, picture: name === 'image', holdsFiles: format?.holdsFiles === true };
}
