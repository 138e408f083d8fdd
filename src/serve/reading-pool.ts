import { availableParallelism, totalmem } from 'node:os';
import type { LibraryAsk } from '../read/index.ts';
import type { Installation } from './paths.ts';
import {
  type ChildDocument,
  type ChildOutcome,
  type ChildPage,
  type PackFiles,
  ReadingChild,
} from './reading-child.ts';
import type { ReadingLimits } from './reading-watch.ts';

/** A document, and whether it is read in a process that reads nothing before or after it. */
export interface DocumentToRead extends ChildDocument {
  readonly alone: boolean;
  /** Whether words are recognised in it, which takes longer: then so long is for each page. */
  readonly recognised?: boolean;
}

/**
 * How long one document may take, in milliseconds: of work, so that a busy machine fails no readable file, and by the clock
 * all the same, for one that waits for ever.
 */
export const READING_LIMITS: ReadingLimits = { workMs: 30_000, clockMs: 120_000 };
/** The same where words are recognised in a picture. */
const RECOGNISING: ReadingLimits = { workMs: 180_000, clockMs: 600_000 };
/** And where that is asked of every page: so long by the clock for each of them, and for so much work in all. */
const EVERY_PAGE: ReadingLimits = { workMs: 24 * 60 * 60 * 1000, clockMs: RECOGNISING.clockMs };
/** Memory of the machine for each process, which may take one of these before it is ended; half of it stays for others. */
const MEMORY_EACH = 2 * 1024 * 1024 * 1024;
/** Most processes at once: beyond it the vault, which one process writes, is what is waited for. */
const MOST = 16;

/** As many processes as there are cores to run them, and memory to bear them at their worst. */
export function processesAtOnce(cores: number, memory: number): number {
  return Math.max(1, Math.min(MOST, cores, Math.floor(memory / MEMORY_EACH)));
}

/**
 * Processes that read documents, started when there is work and replaced when one dies, hangs or has grown. A document
 * that breaks its process costs itself and no other.
 */
export class ReadingPool {
  readonly #installation: Installation;
  readonly #pack: PackFiles | undefined;
  readonly #limits: ReadingLimits | undefined;
  /** How many processes run at once. */
  readonly most: number;
  readonly #free: ReadingChild[] = [];
  readonly #children = new Set<ReadingChild>();
  readonly #queue: (() => void)[] = [];
  readonly #stop = (): void => {
    for (const child of this.#children) child.kill();
  };
  #slots: number;
  #closed = false;

  /** Without a pack only texts can be read. `most` processes run at once, by default as many as the machine bears. */
  constructor(options: {
    readonly installation: Installation;
    readonly pack?: PackFiles | undefined;
    readonly most?: number;
    readonly limits?: ReadingLimits;
  }) {
    this.#installation = options.installation;
    this.#pack = options.pack;
    this.#limits = options.limits;
    this.most = options.most ?? processesAtOnce(availableParallelism(), memoryThere());
    this.#slots = this.most;
    process.once('exit', this.#stop);
  }

  /** Has a document read by the next free process. */
  async read({ alone, recognised, ...document }: DocumentToRead): Promise<ChildOutcome> {
    const recognising = document.recognise === undefined ? RECOGNISING : EVERY_PAGE;
    const limits = this.#limits ?? (recognised === true ? recognising : READING_LIMITS);
    return this.#withChild(alone, (child) => child.read(document, limits));
  }

  /** Has a page drawn as PNG, by a process that draws nothing before or after it. */
  async draw(page: ChildPage): Promise<ChildOutcome> {
    return this.#withChild(true, (child) => child.draw(page, this.#limits ?? READING_LIMITS));
  }

  /** Has a file of a library read, by a process that reads nothing before or after it; what it says is JSON. */
  async readLibrary(bytes: Uint8Array, ask: LibraryAsk): Promise<ChildOutcome> {
    return this.#withChild(true, (child) => child.readLibrary(bytes, ask, this.#limits ?? READING_LIMITS));
  }

  async #withChild(alone: boolean, use: (child: ReadingChild) => Promise<ChildOutcome>): Promise<ChildOutcome> {
    await this.#takeSlot();
    try {
      const child = this.#closed ? undefined : await (alone ? this.#started() : this.#child());
      if (child === undefined) return { type: 'not-read', reason: 'reader-stopped', sections: [] };
      const outcome = await use(child);
      if (child.usable && !alone) this.#free.push(child);
      else {
        this.#children.delete(child);
        await child.close();
      }
      return outcome;
    } finally {
      this.#giveSlot();
    }
  }

  /** Ends all processes. What still waits for one is not read: an intake that failed does not go on reading for nobody. */
  async close(): Promise<void> {
    this.#closed = true;
    process.off('exit', this.#stop);
    await Promise.all([...this.#children].map((child) => child.close()));
    this.#children.clear();
  }

  async #child(): Promise<ReadingChild | undefined> {
    for (let free = this.#free.pop(); free !== undefined; free = this.#free.pop()) {
      if (free.usable) return free;
      this.#children.delete(free);
    }
    return this.#started();
  }

  async #started(): Promise<ReadingChild | undefined> {
    const started = await ReadingChild.start(this.#installation, this.#pack);
    if (started === undefined) return undefined;
    if (this.#closed) {
      await started.close();
      return undefined;
    }
    this.#children.add(started);
    return started;
  }

  async #takeSlot(): Promise<void> {
    if (this.#slots > 0) {
      this.#slots--;
      return;
    }
    await new Promise<void>((resolve) => this.#queue.push(resolve));
  }

  /** Hands the slot to whoever waits longest, or puts it back. */
  #giveSlot(): void {
    const next = this.#queue.shift();
    if (next === undefined) this.#slots++;
    else next();
  }
}

/** Memory that this process and those below it may have: of the machine, or of the container that it runs in. */
function memoryThere(): number {
  const held = process.constrainedMemory();
  return held > 0 ? Math.min(held, totalmem()) : totalmem();
}
