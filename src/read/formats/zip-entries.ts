import type { Entry, FileEntry } from '@zip.js/zip.js';
import { ok, type Result, refuse } from '../../base/index.ts';
import { decodeBytes } from '../charset.ts';
import type { UnreadPart, UnreadReason } from './format.ts';

/** A ZIP archive whose list was read and judged; what stands in it is inflated only when asked for. */
export interface ZipArchive {
  /** Files that may be read, in the order of the archive's own list; folders are left out. */
  readonly files: readonly ZipFile[];
  /** Entries that are not offered, and why. */
  readonly unread: readonly UnreadPart[];
}

export interface ZipFile {
  /** Cleaned (`memberPath`), with `/` between folders; no two files of an archive share one. */
  readonly name: string;
  /** When it was last changed, an instant, if the archive states it in UTC. A claim. */
  readonly modified?: string;
  /** When it was last changed by the clock of whoever packed it, without a zone: `2019-05-04T10:20:30`. A claim. */
  readonly wallClock?: string;
  /** What the archive says of its length. A claim, good for progress and nothing else. */
  readonly statedBytes: number;
  /** Inflates it, counting as it goes; refused when damaged or beyond a limit. Bytes read twice count twice. */
  readonly read: () => Promise<Result<Uint8Array, ZipRefusal>>;
}

export interface ZipRefusal {
  readonly type: 'zip-refused';
  readonly reason: UnreadReason;
}

export interface ZipLimits {
  readonly entries: number;
  /** Inflated bytes of one entry. */
  readonly entryBytes: number;
  /** Inflated bytes of all entries that are read from one opened archive. */
  readonly totalBytes: number;
  /** How many times longer than its packed form an entry may grow, once it is longer than `ratioFrom`. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

const MEBI = 1024 * 1024;

export const ZIP_LIMITS: ZipLimits = {
  entries: 20_000,
  entryBytes: 256 * MEBI,
  totalBytes: 1024 * MEBI,
  // DEFLATE reaches 1032. Sheets of like rows reach 100 to 200; nothing that people write reaches 400.
  ratio: 400,
  ratioFrom: 8 * MEBI,
};

/** An archive that stands elsewhere: pieces of it are asked for, at a place and of a length within it. */
export interface ByteRanges {
  readonly length: number;
  readonly read: (at: number, length: number) => Promise<Uint8Array>;
}

/**
 * Opens a ZIP archive, in memory or piece by piece (docs/read-office.md Z1 to Z9). Refused as a whole when its list cannot be
 * read, is encrypted or has too many entries; single entries that cannot be trusted are listed in `unread`. No entry is
 * inflated yet. No worker is started and nothing is written.
 */
export async function openZip(
  bytes: Uint8Array | ByteRanges,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<Result<ZipArchive, ZipRefusal>> {
  const { Reader, Uint8ArrayReader, ZipReader } = await import('@zip.js/zip.js');
  class RangeReader extends Reader<ByteRanges> {
    readonly #ranges: ByteRanges;
    constructor(ranges: ByteRanges) {
      super(ranges);
      this.#ranges = ranges;
      this.size = ranges.length;
    }
    override async readUint8Array(at: number, length: number): Promise<Uint8Array> {
      const from = Math.max(0, Math.min(at, this.size));
      const end = Math.max(from, Math.min(at + length, this.size));
      return this.#ranges.read(from, end - from);
    }
  }
  const source = bytes instanceof Uint8Array ? new Uint8ArrayReader(bytes) : new RangeReader(bytes);
  const reader = new ZipReader(source, {
    useWebWorkers: false,
    strictness: 'balanced',
    // Names are judged one by one below; one bad name must not cost the whole archive.
    filenameValidation: 'tolerant',
  });
  const entries: Entry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entries.length === limits.entries) return refuse({ type: 'zip-refused', reason: 'too-many' });
      entries.push(entry);
    }
  } catch (error) {
    return refuse({ type: 'zip-refused', reason: reasonOf(error) });
  }
  return ok(judgeEntries(entries, limits));
}

function judgeEntries(entries: readonly Entry[], limits: ZipLimits): ZipArchive {
  const names = decodedNames(entries);
  const overlapping = overlappingEntries(entries);
  const files: ZipFile[] = [];
  const unread: UnreadPart[] = [];
  const taken = new Set<string>();
  const budget = { left: limits.totalBytes };
  entries.forEach((entry, i) => {
    const stated = names[i] ?? '';
    const path = memberPath(stated);
    const part = path.ok ? path.value : shownName(stated);
    const reason = !path.ok ? path.error.reason : judgeEntry(entry, overlapping);
    if (entry.directory || stated.endsWith('/') || stated.endsWith('\\')) {
      // A folder is nothing to read; one that holds data or leads out is said all the same.
      if (reason !== undefined && reason !== 'encrypted') unread.push({ part, reason });
      else if (entry.uncompressedSize > 0) unread.push({ part, reason: 'not-supported' });
    } else if (reason !== undefined || entry.directory) {
      unread.push({ part, reason: reason ?? 'damaged' });
    } else if (taken.has(part)) {
      unread.push({ part, reason: 'duplicate-name' });
    } else {
      taken.add(part);
      files.push(fileOf(entry, part, budget, limits));
    }
  });
  return { files, unread };
}

const SYMBOLIC_LINK = 0o120000;
const REGULAR_FILE = 0o100000;
const KIND_OF_FILE = 0o170000;

function judgeEntry(entry: Entry, overlapping: ReadonlySet<Entry>): UnreadReason | undefined {
  // The upper half holds the mode of Unix, whatever system the entry says it was made on: an unpacker may believe it.
  const kind = (entry.externalFileAttributes >>> 16) & KIND_OF_FILE;
  if (kind === SYMBOLIC_LINK) return 'link';
  if (entry.encrypted) return 'encrypted';
  if (overlapping.has(entry)) return 'bomb';
  if (kind !== 0 && kind !== REGULAR_FILE && !entry.directory) return 'not-supported';
  return undefined;
}

/** Length of a local header without its name and extra field. */
const LOCAL_HEADER = 30;

/**
 * Entries that share packed bytes with an earlier one, as the bombs do that name one heap of data ten thousand times.
 * Lengths are those of the list and the header's least length, so neighbours never count as overlapping.
 */
function overlappingEntries(entries: readonly Entry[]): ReadonlySet<Entry> {
  const found = new Set<Entry>();
  let end = 0;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) found.add(entry);
    end = Math.max(end, entry.offset + LOCAL_HEADER + entry.rawFilename.length + entry.compressedSize);
  }
  return found;
}

function fileOf(entry: FileEntry, name: string, budget: { left: number }, limits: ZipLimits): ZipFile {
  const { extraFieldExtendedTimestamp, extraFieldNTFS, lastModDate } = entry;
  const inUtc = extraFieldNTFS?.lastModDate ?? extraFieldExtendedTimestamp?.lastModDate;
  const wallClock = wallClockOf(entry.rawLastModDate);
  const modified = inUtc !== undefined && !Number.isNaN(lastModDate.getTime()) ? lastModDate.toISOString() : undefined;
  return {
    name,
    ...(modified !== undefined && { modified }),
    ...(wallClock !== undefined && { wallClock }),
    statedBytes: entry.uncompressedSize,
    read: () => inflate(entry, budget, limits),
  };
}

async function inflate(
  entry: FileEntry,
  budget: { left: number },
  limits: ZipLimits,
): Promise<Result<Uint8Array, ZipRefusal>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let over: UnreadReason | undefined;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      length += chunk.length;
      budget.left -= chunk.length;
      if (length > limits.ratioFrom && length > entry.compressedSize * limits.ratio) over = 'bomb';
      else if (length > limits.entryBytes || budget.left < 0) over = 'too-large';
      if (over !== undefined) throw new Error('entry is beyond a limit');
      chunks.push(chunk);
    },
  });
  try {
    await entry.getData(sink, { useWebWorkers: false, checkCrc32: true });
  } catch (error) {
    return refuse({ type: 'zip-refused', reason: over ?? reasonOf(error) });
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return ok(bytes);
}

/** zip.js throws plain errors for whatever is wrong with an archive; its messages are the only way to tell them apart. */
function reasonOf(error: unknown): UnreadReason {
  const message = error instanceof Error ? error.message : '';
  if (/encrypt|password/i.test(message)) return 'encrypted';
  if (/overlapping/i.test(message)) return 'bomb';
  if (/not supported|split zip/i.test(message)) return 'not-supported';
  return 'damaged';
}

const LONGEST_PATH = 1024;
const DEEPEST_PATH = 64;

/**
 * The name of a file in a container, cleaned: `/` between folders, no empty or `.` steps, control and direction marks
 * replaced, an over-long name cut at its front. Refused when it is absolute, has a drive, a NUL or a `..` step: such a
 * name is made to lead somewhere else, and no part of it is followed.
 */
export function memberPath(stated: string): Result<string, ZipRefusal> {
  const steps = stated.split(/[\\/]/).filter((step) => step !== '' && step !== '.');
  const absolute = /^[\\/]/.test(stated) || /^[a-z]:/i.test(steps[0] ?? '');
  if (absolute || stated.includes('\0') || steps.includes('..'))
    return refuse({ type: 'zip-refused', reason: 'path-escape' });
  if (steps.length === 0) return refuse({ type: 'zip-refused', reason: 'damaged' });
  if (steps.length > DEEPEST_PATH) return refuse({ type: 'zip-refused', reason: 'too-deep' });
  return ok(shownName(steps.join('/')));
}

/** Fit to be listed in a receipt, even when it may not be followed. */
function shownName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
  const clean = name.toWellFormed().replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
  return clean.length <= LONGEST_PATH ? clean : `…${clean.slice(1 - LONGEST_PATH)}`.toWellFormed();
}

/**
 * Names as their writer meant them. Only those marked as UTF-8, or with a checked Unicode path, are certain; the rest
 * are decoded together, since one name alone is too short to tell CP949 from GB18030.
 */
function decodedNames(entries: readonly Entry[]): readonly string[] {
  const unsure = entries.filter(
    (entry) =>
      !entry.filenameUTF8 && entry.extraFieldUnicodePath?.valid !== true && entry.rawFilename.some((b) => b > 0x7f),
  );
  if (unsure.length === 0) return entries.map((entry) => entry.filename);
  const heap: number[] = [];
  for (const { rawFilename } of unsure) heap.push(...rawFilename, 0x0a);
  const { text, charset } = decodeBytes(Uint8Array.from(heap));
  const lines = text.split('\n');
  // The tables of Windows that detection falls back to are not what old packers wrote: that was CP437, as zip.js reads.
  const known = charset.replaced === 0 && !/^(windows-125[02]|iso-8859|utf-(16|32)|mac)/.test(charset.name);
  if (!known || lines.length !== unsure.length + 1) return entries.map((entry) => entry.filename);
  const nameByEntry = new Map(unsure.map((entry, i) => [entry, lines[i] ?? entry.filename]));
  return entries.map((entry) => nameByEntry.get(entry) ?? entry.filename);
}

/** The date and time of MS-DOS as written; undefined when it is no date. */
function wallClockOf(raw: number | bigint): string | undefined {
  if (typeof raw !== 'number') return undefined;
  const [date, time] = [raw >>> 16, raw & 0xffff];
  const [year, month, day] = [1980 + (date >>> 9), (date >>> 5) & 15, date & 31];
  const [hour, minute, second] = [time >>> 11, (time >>> 5) & 63, (time & 31) * 2];
  // 1980-01-01 00:00 is what writers put that have no date.
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return undefined;
  if (year === 1980 && month === 1 && day === 1) return undefined;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
}
