import { ok, type Result, refuse } from '../../base/index.ts';
import type { FormatRefusal, Member, UnreadPart, UnreadReason } from './format.ts';
import { parseXmlBytes, XML_LIMITS, type XmlElement, type XmlLimits } from './xml.ts';
import { openZip, ZIP_LIMITS, type ZipFile, type ZipLimits } from './zip-entries.ts';

/** An office file: a ZIP archive with parts that are asked for by name. */
export interface OfficePackage {
  readonly format: string;
  readonly files: readonly ZipFile[];
  /** Entries that the archive holds and that are not offered. */
  readonly unread: readonly UnreadPart[];
  /** The file of a name, in any case of its letters; undefined when there is none. */
  readonly file: (name: string) => ZipFile | undefined;
}

/** Parts of one office file grow to this together; a book of a thousand pages needs a tenth. */
const OFFICE_LIMITS: ZipLimits = {
  ...ZIP_LIMITS,
  entryBytes: 128 * 1024 * 1024,
  totalBytes: 384 * 1024 * 1024,
};

/** Opens an office file; the refusal names the format. */
export async function openPackage(bytes: Uint8Array, format: string): Promise<Result<OfficePackage, FormatRefusal>> {
  if (bytes.length === 0) return refuse({ type: 'format-refused', format, reason: 'empty' });
  const archive = await openZip(bytes, OFFICE_LIMITS);
  if (!archive.ok) return refuse({ type: 'format-refused', format, reason: archive.error.reason });
  const byName = new Map(archive.value.files.map((file) => [file.name.toLowerCase(), file]));
  return ok({
    format,
    files: archive.value.files,
    unread: archive.value.unread,
    file: (name) => byName.get(name.replace(/^\/+/, '').toLowerCase()),
  });
}

/** Reads a part as XML. Refused when it is damaged, too large or too deep; `undefined` when there is no such part. */
export async function readPart(
  { file }: Pick<OfficePackage, 'file'>,
  name: string,
  limits: XmlLimits = XML_LIMITS,
): Promise<Result<XmlElement | undefined, PartRefusal>> {
  const found = file(name);
  if (found === undefined) return ok(undefined);
  const bytes = await found.read();
  if (!bytes.ok) return refuse({ type: 'part-refused', part: name, reason: bytes.error.reason });
  const parsed = parseXmlBytes(bytes.value, limits);
  return parsed.ok ? parsed : refuse({ type: 'part-refused', part: name, reason: parsed.error.reason });
}

export interface PartRefusal extends UnreadPart {
  readonly type: 'part-refused';
}

/** Reads a part that the text can do without: a refusal is noted in `unread`, and there is none. */
export async function readOptionalPart(
  office: Pick<OfficePackage, 'file'>,
  name: string,
  unread: UnreadPart[],
): Promise<XmlElement | undefined> {
  const part = await readPart(office, name);
  if (part.ok) return part.value;
  unread.push({ part: name, reason: part.error.reason });
  return undefined;
}

/**
 * The files below a folder whose names, from there on, are of this form; in the order of their names, 2 before 10. The folder
 * comes from the file and is compared, never made part of a pattern.
 */
export function filesBelow({ files }: Pick<OfficePackage, 'files'>, folder: string, form: RegExp): readonly ZipFile[] {
  return files
    .filter(({ name }) => name.startsWith(folder) && form.test(name.slice(folder.length)))
    .sort((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
}

/** Files inside that become sources of their own: pictures and embedded files. What cannot be read is noted in `unread`. */
export async function membersOf(files: readonly ZipFile[], unread: UnreadPart[]): Promise<readonly Member[]> {
  const members: Member[] = [];
  for (const file of files) {
    const bytes = await file.read();
    if (!bytes.ok) unread.push({ part: file.name, reason: bytes.error.reason });
    else if (bytes.value.length > 0) members.push({ name: file.name, bytes: bytes.value });
  }
  return members;
}

export function formatRefused(format: string, reason: UnreadReason | 'empty'): Result<never, FormatRefusal> {
  return refuse({ type: 'format-refused', format, reason });
}
