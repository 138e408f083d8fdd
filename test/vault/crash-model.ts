/**
 * A file system that keeps nothing but what was synced: the bytes of a file that were synced, and the names of a folder
 * that was synced. What else was written may have reached the disk or not, whole or in sectors, as the disk pleased.
 */
import type { FileEvent } from './trace.ts';
import type { Image } from './vault-image.ts';

type Change = { readonly offset: number; readonly bytes: Buffer } | { readonly length: number };

interface File {
  readonly type: 'file';
  durable: Buffer;
  readonly pending: Change[];
}

/** Names that change together: a renaming takes one away and gives another. */
type Renaming = readonly (readonly [name: string, node: Node | undefined])[];

interface Folder {
  readonly type: 'folder';
  durable: Map<string, Node>;
  current: Map<string, Node>;
  readonly pending: Renaming[];
}

type Node = File | Folder;

/** What became of what was not synced: nothing of it, all of it, or any of it, sector by sector. */
export type Unsynced = 'dropped' | 'kept' | (() => number);

const SECTOR = 512;
const IGNORED = /-shm$/;

export class CrashModel {
  readonly #root: Folder = newFolder();
  /** What each sync that is under way will cover. */
  readonly #syncs = new Map<number, number>();

  /** Begins with what an image holds, all of it durable. */
  constructor(image: Image) {
    for (const path of image.folders) this.#put(path, newFolder());
    for (const [path, bytes] of image.files) {
      if (!IGNORED.test(path)) this.#put(path, { type: 'file', durable: Buffer.from(bytes), pending: [] });
    }
  }

  apply(event: FileEvent): void {
    if ('path' in event && IGNORED.test(event.path)) return;
    switch (event.type) {
      case 'create': {
        const [folder, name] = this.#place(event.path);
        if (folder.current.has(name)) return;
        rename(folder, [[name, { type: 'file', durable: Buffer.alloc(0), pending: [] }]]);
        return;
      }
      case 'mkdir': {
        const [folder, name] = this.#place(event.path);
        rename(folder, [[name, newFolder()]]);
        return;
      }
      case 'write':
        this.#file(event.path).pending.push({ offset: event.offset, bytes: event.bytes });
        return;
      case 'truncate':
        this.#file(event.path).pending.push({ length: event.length });
        return;
      case 'sync-begun':
        this.#syncs.set(event.id, this.#node(event.path).pending.length);
        return;
      case 'sync':
        sync(this.#node(event.path), this.#syncs.get(event.id) ?? 0);
        return;
      case 'rename': {
        const [[folder, from], [to, name]] = [this.#place(event.from), this.#place(event.to)];
        if (folder !== to) throw new Error('a renaming between folders is not modelled');
        rename(folder, [
          [name, folder.current.get(from)],
          [from, undefined],
        ]);
        return;
      }
      case 'unlink': {
        const [folder, name] = this.#place(event.path);
        rename(folder, [[name, undefined]]);
        return;
      }
      case 'said':
    }
  }

  /** What is found after the power was cut now. */
  afterCut(unsynced: Unsynced): Image {
    const folders: string[] = [];
    const files = new Map<string, Buffer>();
    const walk = (folder: Folder, prefix: string): void => {
      const names = new Map(folder.durable);
      // A journal keeps the changes of names in their order.
      const kept = typeof unsynced === 'function' ? Math.floor(unsynced() * (folder.pending.length + 1)) : Infinity;
      for (const renaming of unsynced === 'dropped' ? [] : folder.pending.slice(0, kept)) setNames(names, renaming);
      for (const [name, node] of names) {
        const path = prefix + name;
        if (node.type === 'file') files.set(path, contentOf(node, unsynced));
        else {
          folders.push(path);
          walk(node, `${path}/`);
        }
      }
    };
    walk(this.#root, '');
    return { folders, files };
  }

  #place(path: string): readonly [folder: Folder, name: string] {
    const parts = path.split('/');
    const name = parts.pop() ?? '';
    return [this.#folder(parts.join('/')), name];
  }

  #folder(path: string): Folder {
    const node = this.#node(path);
    if (node.type !== 'folder') throw new Error(`not a folder: ${path}`);
    return node;
  }

  #file(path: string): File {
    const node = this.#node(path);
    if (node.type !== 'file') throw new Error(`not a file: ${path}`);
    return node;
  }

  #node(path: string): Node {
    let node: Node = this.#root;
    for (const name of path === '' ? [] : path.split('/')) {
      const next: Node | undefined = node.type === 'folder' ? node.current.get(name) : undefined;
      if (next === undefined) throw new Error(`the trace speaks of what is not there: ${path}`);
      node = next;
    }
    return node;
  }

  #put(path: string, node: Node): void {
    const [folder, name] = this.#place(path);
    folder.durable.set(name, node);
    folder.current.set(name, node);
  }
}

function newFolder(): Folder {
  return { type: 'folder', durable: new Map(), current: new Map(), pending: [] };
}

function rename(folder: Folder, renaming: Renaming): void {
  folder.pending.push(renaming);
  setNames(folder.current, renaming);
}

function setNames(names: Map<string, Node>, renaming: Renaming): void {
  for (const [name, node] of renaming) {
    if (node === undefined) names.delete(name);
    else names.set(name, node);
  }
}

function sync(node: Node, covered: number): void {
  if (node.type === 'folder') {
    for (const renaming of node.pending.splice(0, covered)) setNames(node.durable, renaming);
  } else node.durable = withChanges(node.durable, node.pending.splice(0, covered));
}

function contentOf({ durable, pending }: File, unsynced: Unsynced): Buffer {
  if (unsynced === 'dropped') return durable;
  if (unsynced === 'kept') return withChanges(durable, pending);
  return withChanges(
    durable,
    pending.flatMap(sectorsOf).filter(() => unsynced() < 0.5),
  );
}

function sectorsOf(change: Change): readonly Change[] {
  if ('length' in change) return [change];
  const { offset, bytes } = change;
  const pieces: Change[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(bytes.length, (Math.floor((offset + at) / SECTOR) + 1) * SECTOR - offset);
    pieces.push({ offset: offset + at, bytes: bytes.subarray(at, end) });
    at = end;
  }
  return pieces;
}

/** The bytes after changes in their order; what lies between two writes is zero. */
function withChanges(bytes: Buffer, changes: readonly Change[]): Buffer {
  const ends = changes.map((change) => ('length' in change ? change.length : change.offset + change.bytes.length));
  const all = Buffer.alloc(Math.max(bytes.length, ...ends));
  bytes.copy(all);
  let length = bytes.length;
  for (const [i, change] of changes.entries()) {
    const end = ends[i] ?? 0;
    if ('length' in change) {
      if (end < length) all.fill(0, end, length);
      length = end;
    } else {
      change.bytes.copy(all, change.offset);
      length = Math.max(length, end);
    }
  }
  return all.subarray(0, length);
}
