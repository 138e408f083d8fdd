import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { LibraryAsk } from '../read/index.ts';
import type { Installation } from './paths.ts';
import { guardFlags } from './process-guard.ts';
import { encodeFrame, FrameReader } from './reading-frames.ts';
import {
  type FileFacts,
  type NotReadReason,
  type ReadingReply,
  type ReadingRequest,
  type RecognitionAsk,
  readReply,
} from './reading-messages.ts';
import { type ReadingLimits, watchReading } from './reading-watch.ts';

/** What a reading process made of one document, still as the bytes that came over the pipe. */
export type ChildOutcome =
  | { readonly type: 'read'; readonly sections: readonly Uint8Array[]; readonly found?: FileFacts | undefined }
  | {
      readonly type: 'not-read';
      readonly reason: NotReadReason;
      readonly sections: readonly Uint8Array[];
      readonly found?: FileFacts | undefined;
    };

/** What a process is given to read. */
export interface ChildDocument {
  readonly bytes: Uint8Array;
  /** The bare name: what it ends in says something about the format. */
  readonly fileName: string;
  /** Whether claims are read as well, or the text alone. */
  readonly claims: boolean;
  readonly mediaType?: string | undefined;
  readonly transportCharset?: string | undefined;
  readonly recognise?: RecognitionAsk | undefined;
  /** Called before each page that is recognised; the time that a document may take then begins anew. */
  readonly onPage?: ((page: number) => void) | undefined;
}

/** A page to be drawn. */
export interface ChildPage {
  readonly bytes: Uint8Array;
  readonly page: number;
  readonly scale: number;
}

/** An archive that a process asks for piece by piece. `read` is asked for what lies within it alone. */
export interface ChildArchive {
  readonly length: number;
  readonly read: (at: number, length: number) => Uint8Array;
}

/** Files of a theme pack by bare name. */
export type PackFiles = ReadonlyMap<string, Uint8Array>;

/** Heap of one reading process, in MiB: what parses a large page with room, and no more. */
const HEAP_MIB = 384;
/** Its young generation, in MiB: a page is garbage soon after it was read, and more room for it is only held, not used. */
const YOUNG_MIB = 8;
/** Pages of one document that are each given the whole time. */
const MOST_PAGES = 500;
/** Longest piece of an archive that is handed over at once. */
const LONGEST_RANGE = 64 * 1024 * 1024;
/** How long a process may take to start, in milliseconds. */
const START_MS = 30_000;
/** A process whose memory has grown beyond this many bytes is replaced by a fresh one. */
const RSS_LIMIT = 150 * 1024 * 1024;
/** Documents after which a process is replaced, whatever its memory: what one of them left behind does not pile up. */
const DOCUMENT_LIMIT = 500;

/**
 * One process that parses documents: no environment, no inspector, no access to files but its own code, no way to start
 * others. It gets bytes and gives data back; it ends with its engine, whose end closes its input.
 */
export class ReadingChild {
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;
  #waiting:
    | ((reply: { readonly reply: ReadingReply; readonly sections: readonly Uint8Array[] } | 'ended') => void)
    | undefined;
  #onPage: ((page: number) => void) | undefined;
  #archive: ChildArchive | undefined;
  #documents = 0;
  #worn = false;
  #alive = true;

  private constructor(installation: Installation) {
    this.#process = spawn(process.execPath, [...childFlags(installation), installation.readingProcess], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: childEnvironment(),
      cwd: installation.root,
      windowsHide: true,
    });
    const frames = new FrameReader(({ header, sections }) => {
      const told = readReply(header);
      if (told.type === 'page') this.#onPage?.(told.page);
      else if (told.type === 'range') this.#giveRange(told.at, told.length);
      else this.#settle({ reply: told, sections });
    });
    this.#process.stdout?.on('data', (chunk: Uint8Array) => {
      try {
        frames.take(chunk);
      } catch {
        // A process that says what is not in the protocol has been broken by what it read.
        this.kill();
      }
    });
    // Writing to a process that just ended: its end is told by `exit`.
    this.#process.stdin?.on('error', () => undefined);
    this.#ended = new Promise((resolve) => {
      const end = (): void => {
        this.#alive = false;
        this.#settle('ended');
        resolve();
      };
      this.#process.once('exit', end);
      this.#process.once('error', end);
    });
  }

  /** Starts a process and gives it its theme pack; undefined when it does not come up. */
  static async start(installation: Installation, pack: PackFiles | undefined): Promise<ReadingChild | undefined> {
    const child = new ReadingChild(installation);
    const names = [...(pack?.keys() ?? [])];
    const sections = names.map((name) => pack?.get(name) ?? new Uint8Array());
    const answer = await child.#ask({ type: 'pack', names }, sections, START_MS);
    if (typeof answer === 'object' && answer.reply.type === 'ready') return child;
    await child.close();
    return undefined;
  }

  /** Whether it may be given another document. */
  get usable(): boolean {
    return this.#alive && !this.#worn;
  }

  /** Whether it runs still. */
  get alive(): boolean {
    return this.#alive;
  }

  /** Has one document read. A process that dies or takes too long is ended, and is not to be used again. */
  async read({ bytes, onPage, ...document }: ChildDocument, limits: ReadingLimits): Promise<ChildOutcome> {
    const id = ++this.#documents;
    return this.#outcome(id, { request: { type: 'read', id, ...document }, bytes, onPage }, limits);
  }

  /** Has one page drawn; the picture, as PNG, is the only section. */
  async draw({ bytes, page, scale }: ChildPage, limits: ReadingLimits): Promise<ChildOutcome> {
    const id = ++this.#documents;
    return this.#outcome(id, { request: { type: 'page-image', id, page, scale }, bytes }, limits);
  }

  /** Has one file of a library read; what it says, as JSON, is the only section. */
  async readLibrary(bytes: Uint8Array, ask: LibraryAsk, limits: ReadingLimits): Promise<ChildOutcome> {
    const id = ++this.#documents;
    return this.#outcome(id, { request: { type: 'library', id, ask }, bytes }, limits);
  }

  /** Has the list of an archive read; that, as JSON, is the only section. The process reads nothing else from then on. */
  async openArchive(archive: ChildArchive, limits: ReadingLimits): Promise<ChildOutcome> {
    const id = ++this.#documents;
    this.#archive = archive;
    return this.#outcome(id, { request: { type: 'archive', id, length: archive.length } }, limits);
  }

  /** Has a file of the archive unpacked; it is the only section. */
  async readEntry(name: string, limits: ReadingLimits): Promise<ChildOutcome> {
    const id = ++this.#documents;
    return this.#outcome(id, { request: { type: 'entry', id, name } }, limits);
  }

  #giveRange(at: number, length: number): void {
    const archive = this.#archive;
    // Only what lies in the archive is ever asked for by a process that is whole.
    if (archive === undefined || length > LONGEST_RANGE || at + length > archive.length) throw new Error('not a piece');
    this.#send({ type: 'range' }, [archive.read(at, length)]);
  }

  #send(request: ReadingRequest, sections: readonly Uint8Array[]): void {
    for (const piece of encodeFrame({ header: request, sections })) this.#process.stdin?.write(piece);
  }

  async #outcome(
    id: number,
    {
      request,
      bytes,
      onPage,
    }: {
      readonly request: ReadingRequest;
      readonly bytes?: Uint8Array;
      readonly onPage?: ChildDocument['onPage'];
    },
    limits: ReadingLimits,
  ): Promise<ChildOutcome> {
    const watch = watchReading(this.#process.pid, limits.workMs, () => this.kill());
    const answer = await this.#ask(request, bytes === undefined ? [] : [bytes], limits.clockMs, onPage);
    const broken = watch.stop();
    if (answer === 'too-slow') return { ...NOT_READ, reason: 'reader-too-slow' };
    if (answer === 'ended') return { ...NOT_READ, reason: broken ?? 'reader-stopped' };
    const { reply, sections } = answer;
    if (!('id' in reply) || reply.id !== id || reply.type === 'page' || reply.type === 'range') {
      this.kill();
      return { ...NOT_READ, reason: 'reader-stopped' };
    }
    this.#worn = reply.rss > RSS_LIMIT || this.#documents >= DOCUMENT_LIMIT;
    if (reply.type === 'given') return { type: 'read', sections };
    const { found } = reply;
    return reply.type === 'read'
      ? { type: 'read', sections, found }
      : { type: 'not-read', reason: reply.reason, sections, found };
  }

  /** Ends it at once. */
  kill(): void {
    this.#alive = false;
    this.#process.kill('SIGKILL');
  }

  /** Ends it and waits until it is gone. */
  async close(): Promise<void> {
    this.kill();
    await this.#ended;
  }

  async #ask(
    request: ReadingRequest,
    sections: readonly Uint8Array[],
    limitMs: number,
    onPage?: ChildDocument['onPage'],
  ): Promise<{ readonly reply: ReadingReply; readonly sections: readonly Uint8Array[] } | 'ended' | 'too-slow'> {
    if (!this.#alive) return 'ended';
    let timer: NodeJS.Timeout | undefined;
    const slow = new Promise<'too-slow'>((resolve) => {
      const end = (): void => {
        this.kill();
        resolve('too-slow');
      };
      timer = setTimeout(end, limitMs);
      let last = 0;
      let pages = 0;
      this.#onPage = (page) => {
        // Pages come in their order, so that what broke the process cannot buy time without end.
        if (page <= last || ++pages > MOST_PAGES) return;
        last = page;
        clearTimeout(timer);
        timer = setTimeout(end, limitMs);
        onPage?.(page);
      };
    });
    const answered = new Promise<{ reply: ReadingReply; sections: readonly Uint8Array[] } | 'ended'>((resolve) => {
      this.#waiting = resolve;
    });
    this.#send(request, sections);
    const answer = await Promise.race([answered, slow]);
    clearTimeout(timer);
    this.#waiting = undefined;
    this.#onPage = undefined;
    return answer;
  }

  #settle(answer: { readonly reply: ReadingReply; readonly sections: readonly Uint8Array[] } | 'ended'): void {
    this.#waiting?.(answer);
  }
}

const NOT_READ = { type: 'not-read', sections: [] } as const;

function childFlags({ root }: Installation): readonly string[] {
  // The flag lost its prefix when the permission model became stable.
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
  const readable = [join(root, 'dist', '*'), join(root, 'node_modules', '*'), join(root, 'package.json')];
  return [
    '--no-warnings',
    ...guardFlags(),
    permission,
    ...readable.map((path) => `--allow-fs-read=${path}`),
    `--max-old-space-size=${HEAP_MIB}`,
    `--max-semi-space-size=${YOUNG_MIB}`,
  ];
}

/** Windows cannot start a program without this one; it says where the system lies. */
function childEnvironment(): NodeJS.ProcessEnv {
  const root = process.env['SystemRoot'];
  return process.platform === 'win32' && root !== undefined ? { SystemRoot: root } : {};
}
