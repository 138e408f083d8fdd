/**
 * What a process did to files, out of `strace -f -y -xx`: the calls that change names and bytes below a folder, those
 * that make either durable, and what it said on standard output. A call that is not known here and touches the folder is
 * an error: a replay that passes over something proves nothing.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

export type FileEvent =
  | { readonly type: 'create'; readonly path: string }
  | { readonly type: 'write'; readonly path: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly type: 'truncate'; readonly path: string; readonly length: number }
  /** `pending`: a sync that began; what is written after this may not be covered by it. */
  | { readonly type: 'sync-begun'; readonly path: string; readonly id: number }
  | { readonly type: 'sync'; readonly path: string; readonly id: number }
  | { readonly type: 'rename'; readonly from: string; readonly to: string }
  | { readonly type: 'unlink'; readonly path: string }
  | { readonly type: 'mkdir'; readonly path: string }
  | { readonly type: 'said'; readonly line: string };

const CHANGING =
  'openat,open,creat,write,pwrite64,writev,pwritev,pwritev2,truncate,ftruncate,fallocate,copy_file_range,sendfile,' +
  'fsync,fdatasync,sync_file_range,msync,rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir,mkdirat,link,linkat,' +
  'symlink,symlinkat,mmap,io_uring_setup';

/** Why nothing can be traced here; undefined when it can. */
export function cannotTrace(): string | undefined {
  if (process.platform !== 'linux') return 'strace runs on Linux alone';
  const tried = spawnSync('strace', ['-f', '-y', '-e', 'trace=fsync', '-o', '/dev/null', process.execPath, '-v']);
  return tried.status === 0 ? undefined : 'strace is not here, or may not watch a process';
}

/** Runs a program of ours to its end under strace and answers what it did below `root`. Throws when it failed. */
export function traced(args: readonly string[], root: string): readonly FileEvent[] {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-trace-'));
  try {
    const file = join(folder, 'trace');
    const strace = ['-f', '-y', '-xx', '-s', '100000000', '-e', `trace=${CHANGING}`, '-e', 'signal=none', '-o', file];
    const run = spawnSync('strace', [...strace, process.execPath, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 });
    if (run.status !== 0) throw new Error(`the traced process failed: ${run.stderr}`);
    return readTrace(readFileSync(file, 'latin1'), root);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The events of a trace in the order in which the calls ended. */
function readTrace(text: string, root: string): readonly FileEvent[] {
  const events: FileEvent[] = [];
  const unfinished = new Map<string, { readonly text: string; readonly id: number }>();
  let calls = 0;
  for (const line of text.split('\n')) {
    const [, thread, rest] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (thread === undefined || rest === undefined) continue;
    const cut = / <unfinished \.\.\.>$/.exec(rest);
    if (cut !== null) {
      const id = calls++;
      unfinished.set(thread, { text: rest.slice(0, cut.index), id });
      events.push(...begun(rest, id, root));
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
    const before = resumed === null ? undefined : unfinished.get(thread);
    if (resumed !== null && before === undefined) throw new Error('a call was resumed that never began');
    const id = before?.id ?? calls++;
    if (before === undefined) events.push(...begun(rest, id, root));
    events.push(...ended(before === undefined ? rest : before.text + (resumed?.[1] ?? ''), id, root));
  }
  return events;
}

function begun(text: string, id: number, root: string): readonly FileEvent[] {
  if (!/^f(data)?sync\(/.test(text)) return [];
  const path = inside(descriptorPath(text), root);
  return path === undefined ? [] : [{ type: 'sync-begun', path, id }];
}

function ended(text: string, id: number, root: string): readonly FileEvent[] {
  const parsed = /^(\w+)\((.*)\) += (-?\d+|0x[0-9a-f]+|\?)/.exec(text);
  const [, call, args, result] = parsed ?? [];
  if (call === undefined || args === undefined || result === undefined || result.startsWith('-') || result === '?') {
    return [];
  }
  if (call === 'io_uring_setup') throw new Error('the traced process writes through io_uring, which is not seen here');
  const strings = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?/g)];
  if (strings.some(([, , more]) => more !== undefined)) throw new Error('the trace does not hold every byte');
  const names = strings.map(([, hex]) => inside(decode(hex ?? '').toString('utf8'), root));
  const numbers = args.replaceAll(/"[^"]*"|<[^>]*>/g, '').split(', ');
  const path = inside(descriptorPath(text), root);
  switch (call) {
    case 'openat': {
      const [name] = names;
      if (name === undefined) return [];
      // That the file was there already, the model knows.
      const made: FileEvent[] = args.includes('O_CREAT') ? [{ type: 'create', path: name }] : [];
      return args.includes('O_TRUNC') ? [...made, { type: 'truncate', path: name, length: 0 }] : made;
    }
    case 'pwrite64': {
      if (path === undefined) return [];
      const bytes = decode(strings[0]?.[1] ?? '').subarray(0, Number(result));
      return [{ type: 'write', path, offset: Number(numbers.at(-1)), bytes }];
    }
    case 'write': {
      if (path !== undefined) throw new Error('a file of the vault was written without a place');
      if (!args.startsWith('1<')) return [];
      const lines = decode(strings[0]?.[1] ?? '').toString('utf8');
      return lines.split('\n').flatMap((line) => (line === '' ? [] : [{ type: 'said', line }]));
    }
    case 'ftruncate':
      return path === undefined ? [] : [{ type: 'truncate', path, length: Number(numbers.at(-1)) }];
    case 'fsync':
    case 'fdatasync':
      return path === undefined ? [] : [{ type: 'sync', path, id }];
    case 'rename': {
      const [from, to] = names;
      if (from === undefined && to === undefined) return [];
      if (from === undefined || to === undefined) throw new Error('a file was moved into or out of the vault');
      return [{ type: 'rename', from, to }];
    }
    case 'unlink':
      return names[0] === undefined ? [] : [{ type: 'unlink', path: names[0] }];
    case 'mkdir':
      return names[0] === undefined ? [] : [{ type: 'mkdir', path: names[0] }];
    case 'mmap':
      // The shared memory beside the write-ahead log is mapped, and need not survive.
      if (path === undefined || path.endsWith('-shm') || !args.includes('MAP_SHARED')) return [];
      throw new Error(`a file of the vault is mapped: ${path}`);
    default:
      if (path === undefined && names.every((name) => name === undefined)) return [];
      throw new Error(`a call that is not known here touches the vault: ${call}`);
  }
}

/** The path of the first descriptor among the arguments that has one. */
function descriptorPath(text: string): string {
  const [, hex] = /\d<((?:\\x[0-9a-f]{2})+)>/.exec(text) ?? [];
  return decode(hex ?? '').toString('utf8');
}

/** The path from the root; undefined when it is not below it. The root itself is ''. */
function inside(path: string, root: string): string | undefined {
  if (path !== root && !path.startsWith(`${root}/`)) return undefined;
  return relative(root, path);
}

function decode(hex: string): Buffer {
  return Buffer.from(hex.replaceAll('\\x', ''), 'hex');
}
