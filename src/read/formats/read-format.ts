import { ok, type Result, refuse } from '../../base/index.ts';
import type { Layer } from '../layer.ts';
import { layerOfText, type ReadHints, type ReadRefusal, readLayer } from '../read-layer.ts';
import type { FormatNote, FormatRefusal, Member, UnreadPart } from './format.ts';
import { type FormatName, type FormatReader, formatNamed } from './formats.ts';
import type { RecognitionOptions } from './image.ts';
import { MEMBER_LIMITS } from './member-limits.ts';
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
  return readBy(await format.load(), bytes, { name: format.name, hints });
}

/**
 * Reads a PDF or an image by what is seen on its pages (docs/read-pages.md P30 to P37); a file of another format is refused
 * as `not-supported`.
 */
export async function recogniseFormat(
  bytes: Uint8Array,
  hints: ReadHints,
  options: RecognitionOptions,
): Promise<Result<ReadFile, FileRefusal>> {
  const name = sniffFormat(bytes, hints);
  const format = name === undefined ? undefined : formatNamed(name);
  if (format === undefined || !(format.name === 'pdf' || format.name === 'image'))
    return refuse({ type: 'format-refused', format: name ?? 'text', reason: 'not-supported' });
  if (bytes.length > format.byteLimit)
    return refuse({ type: 'over-limit', format: format.name, limit: format.byteLimit });
  const { readImage, recognisePdf } = await import('./image.ts');
  const reader: FormatReader =
    format.name === 'pdf' ? (file) => recognisePdf(file, options) : (file, told) => readImage(file, told, options);
  return readBy(reader, bytes, { name: format.name, hints });
}

async function readBy(
  reader: FormatReader,
  bytes: Uint8Array,
  { name, hints }: { readonly name: FormatName; readonly hints: ReadHints },
): Promise<Result<ReadFile, FileRefusal>> {
  const read = await reader(bytes, hints);
  if (!read.ok) return read;
  const { text, members, unread, notes = [], facts = [] } = read.value;
  const layer = text === undefined ? undefined : layerOfText(text, bytes);
  const { kept, left } = bounded(members);
  return ok({
    format: name,
    layer: layer?.ok ? layer.value : undefined,
    members: kept,
    unread: [...unread, ...left],
    notes,
    facts,
  });
}

const NOTHING = { members: [], unread: [], notes: [], facts: [] } as const;

/** No more members than can be handed on: what is beyond is named, whichever format holds it. */
function bounded(members: readonly Member[]): {
  readonly kept: readonly Member[];
  readonly left: readonly UnreadPart[];
} {
  const kept: Member[] = [];
  const left: UnreadPart[] = [];
  let held = 0;
  for (const member of members) {
    if (kept.length === MEMBER_LIMITS.files) left.push({ part: member.name, reason: 'too-many' });
    else if (held + member.bytes.length > MEMBER_LIMITS.bytes) left.push({ part: member.name, reason: 'too-large' });
    else {
      held += member.bytes.length;
      kept.push(member);
    }
  }
  return { kept, left };
}
