import { ok, type Result } from '../../base/index.ts';
import type { Layer } from '../layer.ts';
import { layerOfText, type ReadHints, type ReadRefusal, readLayer } from '../read-layer.ts';
import type { FormatNote, FormatRefusal, Member, UnreadPart } from './format.ts';
import { type FormatName, formatNamed } from './formats.ts';
import { sniffFormat } from './sniff.ts';

/** A file read by the reader of its format. */
export interface ReadFile {
  /** `text`: plain text, Markdown or HTML. */
  readonly format: FormatName | 'text';
  /** Absent when the file itself has no text: an archive, a page that has to be recognised first. */
  readonly layer: Layer | undefined;
  readonly members: readonly Member[];
  readonly unread: readonly UnreadPart[];
  readonly notes: readonly FormatNote[];
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

export type FileRefusal =
  | ReadRefusal
  | FormatRefusal
  /** The bytes are of a format whose files are not read above so many bytes. */
  | { readonly type: 'over-limit'; readonly format: FormatName; readonly limit: number };

/** Reads a file of any format that is read, deciding by its bytes which that is (docs/formats.md F1 to F6). */
export async function readFormat(bytes: Uint8Array, hints: ReadHints): Promise<Result<ReadFile, FileRefusal>> {
  const name = sniffFormat(bytes, hints);
  const format = name === undefined ? undefined : formatNamed(name);
  if (format === undefined) {
    const layer = readLayer(bytes, hints);
    return layer.ok ? ok({ format: 'text', layer: layer.value, ...NOTHING }) : layer;
  }
  if (bytes.length > format.byteLimit)
    return { ok: false, error: { type: 'over-limit', format: format.name, limit: format.byteLimit } };
  const reader = await format.load();
  const read = await reader(bytes, hints);
  if (!read.ok) return read;
  const { text, members, unread, notes = [], facts = [] } = read.value;
  const layer = text === undefined ? undefined : layerOfText(text, bytes);
  return ok({
    format: format.name,
    layer: layer?.ok ? layer.value : undefined,
    members,
    unread,
    notes,
    facts,
  });
}

const NOTHING = { members: [], unread: [], notes: [], facts: [] } as const;

/** Whether a file is read in a process that reads nothing else and is watched: whatever is no text. Looks at its beginning. */
export function isReadAlone(bytes: Uint8Array, hints: ReadHints): boolean {
  const name = sniffFormat(bytes, hints);
  return name !== undefined && formatNamed(name) !== undefined;
}

/** Whether the words of a file are recognised in its pictures, which takes longer than reading does. Looks at its beginning. */
export function isRecognised(bytes: Uint8Array, hints: ReadHints): boolean {
  return sniffFormat(bytes, hints) === 'image';
}

const CONTAINERS: ReadonlySet<FormatName> = new Set(['zip', 'tar', 'gzip', 'mbox', 'mail', 'mhtml', 'warc', 'wacz']);

/** Whether files may stand in a file of this kind that become sources of their own. Looks at its beginning. */
export function isContainer(bytes: Uint8Array, hints: ReadHints): boolean {
  const name = sniffFormat(bytes, hints);
  return name !== undefined && CONTAINERS.has(name);
}
