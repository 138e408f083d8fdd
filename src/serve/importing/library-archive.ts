import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { parseArchiveList, type UnreadPart } from '../../read/index.ts';
import type { Installation } from '../paths.ts';
import { ReadingChild } from '../reading-child.ts';
import { READING_LIMITS } from '../reading-pool.ts';

/**
 * A ZIP archive that another process opens: it is asked for the list and for one file after another, and asks for the bytes of the archive
 * piece by piece, so that neither side holds all of them. A file that ends that process costs itself alone.
 */
export class LibraryArchive {
  readonly #installation: Installation;
  readonly #handle: number;
  #child: ReadingChild | undefined;
  /** Names of its files, cleaned, in the order of the archive's list. */
  readonly files: readonly string[];
  readonly unread: readonly UnreadPart[];

  private constructor(
    installation: Installation,
    handle: number,
    child: ReadingChild,
    list: { readonly files: readonly string[]; readonly unread: readonly UnreadPart[] },
  ) {
    this.#installation = installation;
    this.#handle = handle;
    this.#child = child;
    this.files = list.files;
    this.unread = list.unread;
  }

  /** Undefined when its list cannot be read. Throws what the system says of the file. */
  static async open(installation: Installation, path: string): Promise<LibraryArchive | undefined> {
    const handle = openSync(path, 'r');
    const opened = await openIn(installation, handle);
    if (opened === undefined) {
      closeSync(handle);
      return undefined;
    }
    return new LibraryArchive(installation, handle, opened.child, opened.list);
  }

  /** A file of it, whole; undefined when it is damaged, or beyond what an archive may hold. One at a time. */
  async read(name: string): Promise<Uint8Array | undefined> {
    this.#child ??= (await openIn(this.#installation, this.#handle))?.child;
    const outcome = await this.#child?.readEntry(name, READING_LIMITS);
    if (this.#child?.alive === false) this.#child = undefined;
    return outcome?.type === 'read' ? outcome.sections[0] : undefined;
  }

  /** Ends its process. */
  async close(): Promise<void> {
    await this.#child?.close();
    closeSync(this.#handle);
  }
}

async function openIn(
  installation: Installation,
  handle: number,
): Promise<
  { readonly child: ReadingChild; readonly list: NonNullable<ReturnType<typeof parseArchiveList>> } | undefined
> {
  const child = await ReadingChild.start(installation, undefined);
  if (child === undefined) return undefined;
  const archive = { length: fstatSync(handle).size, read: (at: number, length: number) => pieceOf(handle, at, length) };
  const outcome = await child.openArchive(archive, READING_LIMITS);
  const [section] = outcome.sections;
  const list =
    outcome.type === 'read' && section !== undefined ? parseArchiveList(new TextDecoder().decode(section)) : undefined;
  if (list !== undefined) return { child, list };
  await child.close();
  return undefined;
}

/** Shorter than was asked for when the file was cut meanwhile. */
function pieceOf(handle: number, at: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let read = 0;
  while (read < length) {
    const more = readSync(handle, bytes, read, length - read, at + read);
    if (more === 0) break;
    read += more;
  }
  return bytes.subarray(0, read);
}
