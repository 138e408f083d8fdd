import { type ByteRanges, openZip, type ZipArchive } from '../read/index.ts';

/** The one archive of a reading process that was given one: its bytes stay where they are and are asked for piece by piece. */
export class ArchiveReading {
  readonly #ask: (at: number, length: number) => void;
  /** Pieces come in the order in which they were asked for. */
  readonly #waiting: ((bytes: Uint8Array) => void)[] = [];
  #files: ReadonlyMap<string, ZipArchive['files'][number]> = new Map();

  constructor(ask: (at: number, length: number) => void) {
    this.#ask = ask;
  }

  /** The list, as JSON; undefined when it cannot be read. */
  async open(length: number): Promise<Uint8Array | undefined> {
    const ranges: ByteRanges = {
      length,
      read: (at, count) =>
        new Promise((resolve) => {
          this.#waiting.push(resolve);
          this.#ask(at, count);
        }),
    };
    const opened = await openZip(ranges);
    if (!opened.ok) return undefined;
    const { files, unread } = opened.value;
    this.#files = new Map(files.map((file) => [file.name, file]));
    return new TextEncoder().encode(JSON.stringify({ files: files.map(({ name }) => name), unread }));
  }

  /** A file of it; undefined when it cannot be read or goes beyond a limit. */
  async read(name: string): Promise<Uint8Array | undefined> {
    const read = await this.#files.get(name)?.read();
    return read?.ok === true ? read.value : undefined;
  }

  /** Takes the piece that was asked for first. */
  take(bytes: Uint8Array): void {
    this.#waiting.shift()?.(bytes);
  }
}
