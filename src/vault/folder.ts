/** What a folder is before anything in it is opened: a vault or not, whole or not, and whether it lies where a vault may lie. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import cloudFolders from './data/cloud-folders.json' with { type: 'json' };
import networkFileSystems from './data/network-file-systems.json' with { type: 'json' };
import { PART_ENDING, VAULT_FILES } from './durable-file.ts';

export interface FolderInspection {
  readonly content:
    | { readonly type: 'missing' }
    | { readonly type: 'not-a-folder' }
    | { readonly type: 'not-a-vault'; readonly empty: boolean }
    | { readonly type: 'vault' }
    /** A backup was to be restored here and was not: nothing in it counts. */
    | { readonly type: 'restore-interrupted' }
    /** Some of a vault's files are here and these are not. Backups leave `device.key` and `head` out on purpose. */
    | { readonly type: 'incomplete'; readonly missing: readonly string[] };
  /** Name of the service that seems to copy this folder, or one above it, elsewhere; absent when none left a sign. */
  readonly cloud?: string;
  readonly network:
    | { readonly type: 'local' }
    | { readonly type: 'network'; readonly fileSystem: string }
    /** This system does not say. */
    | { readonly type: 'unknown' };
  /** Whether other users of the machine may read or list it; false where the system has no such rights. */
  readonly openToOthers: boolean;
}

const WINDOWS = sep === '\\';
/** Folders above the vault that are looked at, and entries read in each: a home folder may hold very many. */
const MOST_LEVELS = 64;
const MOST_ENTRIES = 10_000;
const NEEDED = [VAULT_FILES.header, VAULT_FILES.database, VAULT_FILES.head, VAULT_FILES.device, VAULT_FILES.blobs];
/** One of these makes a folder a vault; the others could be anybody's. */
const TELLING: readonly string[] = [VAULT_FILES.header, VAULT_FILES.database, VAULT_FILES.device];

/**
 * Looks at a folder and those above it, following links, and opens no file of the vault. A folder that is not there is
 * judged by where it would lie. What may not be read above it is passed over: no sign is no proof.
 */
export async function inspectVaultFolder(path: string): Promise<FolderInspection> {
  const real = await realLocation(resolve(path));
  const [content, cloud, network, mode] = await Promise.all([
    inspectContent(real),
    findCloudService(real),
    findNetwork(real),
    stat(real).then(
      (found) => found.mode,
      () => 0,
    ),
  ]);
  return {
    content,
    ...(cloud !== undefined && { cloud }),
    network,
    openToOthers: !WINDOWS && (mode & 0o077) !== 0,
  };
}

/** The service whose signs a folder or one above it carries; undefined when none does. */
export async function findCloudService(path: string): Promise<string | undefined> {
  let general: string | undefined;
  let folder = path;
  for (let level = 0; level < MOST_LEVELS; level++) {
    const name = basename(folder).normalize('NFC');
    const service = serviceByName(name) ?? (await serviceByMarker(folder));
    if (service !== undefined && service !== GENERAL) return service;
    general ??= service;
    // On macOS the folder below CloudStorage is named after its service: "Dropbox", "OneDrive-Personal".
    const above = dirname(folder);
    if (basename(above) === 'CloudStorage')
      return serviceByName(name.split('-')[0] ?? name) ?? name.split('-')[0] ?? GENERAL;
    if (above === folder) break;
    folder = above;
  }
  return general;
}

/**
 * The type of the network file system on which a real path lies, out of the text of /proc/self/mountinfo (proc(5));
 * undefined when it lies on another.
 */
export function networkFileSystem(mountinfo: string, path: string): string | undefined {
  let longest = -1;
  let found: string | undefined;
  for (const line of mountinfo.split('\n')) {
    const fields = line.split(' ');
    const dash = fields.indexOf('-', 6);
    const [point, type, source] = [fields[4], fields[dash + 1], fields[dash + 2]];
    if (dash < 0 || point === undefined || type === undefined) continue;
    const mount = unescapeOctal(point);
    const below = mount === '/' || path === mount || path.startsWith(`${mount}/`);
    // Of two mounts on one point the later one covers the earlier.
    if (!below || mount.length < longest) continue;
    longest = mount.length;
    found = isNetwork(type, unescapeOctal(source ?? '')) ? type : undefined;
  }
  return found;
}

const GENERAL = 'a cloud service';

function serviceByName(name: string): string | undefined {
  return cloudFolders.services.find(
    ({ names, prefixes }) => names.includes(name) || prefixes.some((prefix) => name.startsWith(prefix)),
  )?.service;
}

async function serviceByMarker(folder: string): Promise<string | undefined> {
  const entries = new Set((await readdir(folder).catch(() => [])).slice(0, MOST_ENTRIES));
  for (const { service, markers, patterns } of cloudFolders.services) {
    for (const marker of markers) {
      const [first, second] = marker.split('/');
      if (first === undefined || !entries.has(first)) continue;
      if (second === undefined || (await exists(join(folder, first, second)))) return service;
    }
    for (const [start, end] of patterns) {
      if (start === undefined || end === undefined) continue;
      for (const entry of entries) if (entry.startsWith(start) && entry.endsWith(end)) return service;
    }
  }
  return undefined;
}

async function findNetwork(path: string): Promise<FolderInspection['network']> {
  // \\server\share.
  if (WINDOWS && path.startsWith('\\\\')) return { type: 'network', fileSystem: 'UNC' };
  // Linux alone has it.
  const mountinfo = await readFile('/proc/self/mountinfo', 'utf8').catch(() => undefined);
  if (mountinfo === undefined) return { type: 'unknown' };
  const fileSystem = networkFileSystem(mountinfo, path);
  return fileSystem === undefined ? { type: 'local' } : { type: 'network', fileSystem };
}

function isNetwork(type: string, source: string): boolean {
  // davfs2 and some others mount as plain "fuse" and give themselves away by their source alone.
  return (
    networkFileSystems.types.includes(type) || (type.startsWith('fuse') && /^[a-z][a-z0-9+.-]*:\/\//i.test(source))
  );
}

function unescapeOctal(text: string): string {
  return text.replaceAll(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}

async function inspectContent(folder: string): Promise<FolderInspection['content']> {
  const found = await stat(folder).catch(() => undefined);
  if (found === undefined) return { type: 'missing' };
  if (!found.isDirectory()) return { type: 'not-a-folder' };
  const entries = new Set(await readdir(folder));
  // The header is what a restore writes first, under a part name, and what it names last.
  const begun = entries.has(VAULT_FILES.header + PART_ENDING) && !entries.has(VAULT_FILES.header);
  if (begun && !entries.has(VAULT_FILES.device)) return { type: 'restore-interrupted' };
  if (!TELLING.some((name) => entries.has(name))) return { type: 'not-a-vault', empty: entries.size === 0 };
  const missing = NEEDED.filter((name) => !entries.has(name));
  return missing.length === 0 ? { type: 'vault' } : { type: 'incomplete', missing };
}

/** The real path of the longest part that is there, with the rest put behind it. */
export async function realLocation(path: string): Promise<string> {
  const rest: string[] = [];
  let there = path;
  for (;;) {
    const real = await realpath(there).catch(() => undefined);
    if (real !== undefined) return rest.length === 0 ? real : join(real, ...rest);
    const above = dirname(there);
    if (above === there) return path;
    rest.unshift(basename(there));
    there = above;
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
