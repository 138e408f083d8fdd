import { closeSync, existsSync, openSync, readdirSync, readFileSync, readlinkSync, readSync } from 'node:fs';

/** Whether a process is still there and not only waiting to be asked for its end. */
export function isAlive(pid: number): boolean {
  const state = statusOf(pid, 'State');
  return state !== undefined && !state.startsWith('Z');
}

/** The processes directly below one. */
export function childrenOf(pid: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((each) => statusOf(each, 'PPid') === String(pid));
}

/** The most resident memory that each process that reads documents, anywhere below one, took so far, in bytes. */
export function readingPeaks(root: number): ReadonlyMap<number, number> {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(statusOf(Number(name), 'PPid') ?? 0)]),
  );
  const below = (pid: number): boolean => pid === root || (pid > 1 && below(parents.get(pid) ?? 0));
  const peaks = [...parents.keys()].flatMap((pid) => {
    const peak = below(pid) && isReading(pid) ? Number.parseInt(statusOf(pid, 'VmHWM') ?? '0', 10) * 1024 : 0;
    return peak > 0 ? [[pid, peak] as const] : [];
  });
  return new Map(peaks);
}

function isReading(pid: number): boolean {
  try {
    return startOf(pid).words.some((word) => word.endsWith('reading-process.js'));
  } catch {
    // It ended meanwhile.
    return false;
  }
}

/** What a process was started with: its words, and the names of its variables. */
export function startOf(pid: number): { readonly words: readonly string[]; readonly variables: readonly string[] } {
  const parts = (file: string) =>
    readFileSync(`/proc/${pid}/${file}`, 'utf8')
      .split('\0')
      .filter((part) => part !== '');
  return {
    words: parts('cmdline'),
    variables: parts('environ')
      .map((each) => each.split('=')[0] ?? '')
      .sort(),
  };
}

/** Ports at which a process listens, whatever the address. */
export function listeningPorts(pid: number): readonly number[] {
  const sockets = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return [];
      }
    }),
  );
  return ['tcp', 'tcp6'].flatMap((table) => {
    const path = `/proc/${pid}/net/${table}`;
    if (!existsSync(path)) return [];
    return readFileSync(path, 'latin1')
      .split('\n')
      .slice(1)
      .flatMap((line) => {
        const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
        return state === '0A' && sockets.has(inode) ? [Number.parseInt(local.split(':')[1] ?? '', 16)] : [];
      });
  });
}

/** Something that must not be found, by a name, in every form in which a program may hold it. */
export type Needles = ReadonlyMap<string, readonly Buffer[]>;

/** The forms of words: UTF-8 and UTF-16. */
export function formsOfWords(words: string): readonly Buffer[] {
  return [Buffer.from(words), Buffer.from(words, 'utf16le')];
}

/** The forms of a key: its bytes, and the same in hexadecimal, as the database is given it. */
export function formsOfKey(key: Uint8Array): readonly Buffer[] {
  return [Buffer.from(key), Buffer.from(Buffer.from(key).toString('hex'))];
}

/** Which of the needles stand in a process's memory, every readable mapping of it, and how much was searched. */
export function searchMemory(
  pid: number,
  needles: Needles,
): { readonly found: readonly string[]; readonly bytes: number } {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    const mappings = readFileSync(`/proc/${pid}/maps`, 'latin1')
      .split('\n')
      .flatMap((line) => {
        const [, from, to, rights = '', name = ''] =
          /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+ *(.*)$/.exec(line) ?? [];
        // Nothing of the process's own lies in these, and some cannot be read in this way.
        const readable = rights.startsWith('r') && !['[vvar]', '[vsyscall]', '[vvar_vclock]'].includes(name);
        return readable ? [{ from: Number.parseInt(from ?? '', 16), to: Number.parseInt(to ?? '', 16) }] : [];
      });
    const search = new Search(needles);
    for (const { from, to } of mappings) {
      search.begin();
      for (let at = from; at < to; at += PIECE) search.take(memoryAt(memory, at, Math.min(PIECE, to - at)));
    }
    return search.result;
  } finally {
    closeSync(memory);
  }
}

/** Which of the needles stand in a file, and how much of it was searched: all of it, unless all of them were found before. */
export function searchFile(
  path: string,
  needles: Needles,
): { readonly found: readonly string[]; readonly bytes: number } {
  const file = openSync(path, 'r');
  try {
    const search = new Search(needles);
    search.begin();
    const piece = Buffer.alloc(PIECE);
    for (let at = 0, got = 1; ; at += got) {
      got = readAt(file, piece, at);
      if (got === 0 || search.complete) return search.result;
      search.take(piece.subarray(0, got));
    }
  } finally {
    closeSync(file);
  }
}

/** Searches bytes for the needles, as `searchFile` does a file. */
export function searchBytes(
  bytes: Uint8Array,
  needles: Needles,
): { readonly found: readonly string[]; readonly bytes: number } {
  const search = new Search(needles);
  search.begin();
  search.take(bytes);
  return search.result;
}

const PIECE = 256 * 1024;
const PAGE = 4096;
const ZEROS = Buffer.alloc(PIECE);

class Search {
  readonly #needles: Needles;
  readonly #found = new Set<string>();
  readonly #overlap: number;
  #tail = Buffer.alloc(0);
  #bytes = 0;

  constructor(needles: Needles) {
    this.#needles = needles;
    this.#overlap = Math.max(...[...needles.values()].flat().map(({ length }) => length)) - 1;
  }

  /** What follows does not join what came before. */
  begin(): void {
    this.#tail = Buffer.alloc(0);
  }

  take(piece: Uint8Array): void {
    this.#bytes += piece.length;
    // Much of what is mapped was never touched: of that, no more is looked at than joins what came before.
    const untouched = piece.length === PIECE && ZEROS.equals(piece);
    const all = Buffer.concat([this.#tail, untouched ? piece.subarray(0, this.#overlap) : piece]);
    for (const [name, forms] of this.#needles) {
      if (!this.#found.has(name) && forms.some((form) => all.includes(form))) this.#found.add(name);
    }
    this.#tail = Buffer.from(all.subarray(Math.max(0, all.length - this.#overlap)));
  }

  /** Whether there is nothing left to look for. */
  get complete(): boolean {
    return this.#found.size === this.#needles.size;
  }

  get result(): { readonly found: readonly string[]; readonly bytes: number } {
    return { found: [...this.#found].sort(), bytes: this.#bytes };
  }
}

/** What stands there; pages that have nothing behind them as zeros. */
function memoryAt(fd: number, at: number, length: number): Uint8Array {
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const got = readAt(fd, bytes.subarray(done), at + done);
    done += got === 0 ? PAGE : got;
  }
  return bytes;
}

/** How many bytes were read; 0 at an end and where nothing can be read. */
function readAt(fd: number, into: Uint8Array, at: number): number {
  try {
    return readSync(fd, into, 0, into.byteLength, at);
  } catch {
    return 0;
  }
}

function statusOf(pid: number, field: 'State' | 'PPid' | 'VmHWM'): string | undefined {
  try {
    return new RegExp(`^${field}:\\s+(.*)$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
  } catch {
    return undefined;
  }
}
