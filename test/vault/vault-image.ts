import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What lies below a folder: every folder, and every file with its bytes, by path from there. */
export interface Image {
  readonly folders: readonly string[];
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Takes an image of a folder that no process uses. */
export function takeImage(folder: string): Image {
  const folders: string[] = [];
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) folders.push(relative(folder, path));
    else files.set(relative(folder, path), readFileSync(path));
  }
  return { folders: folders.toSorted(), files };
}

/** Makes a folder hold what the image holds. The folder itself stays, and so does the device that it is. */
export function putImage(folder: string, image: Image): void {
  const wanted = new Set([...image.folders, ...image.files.keys()]);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const inside = relative(folder, path);
    if (!wanted.has(inside) && statSync(path, { throwIfNoEntry: false }) !== undefined) {
      rmSync(path, { recursive: true });
    }
  }
  for (const inside of image.folders) mkdirSync(join(folder, inside), { recursive: true, mode: 0o700 });
  for (const [inside, bytes] of image.files) {
    const path = join(folder, inside);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.size === bytes.length && readFileSync(path).equals(bytes)) continue;
    writeFileSync(path, bytes, { mode: 0o600 });
  }
}

/** The image with one file changed; without it when the change gives nothing. */
export function changeImage(image: Image, path: string, change: (bytes: Buffer) => Buffer | undefined): Image {
  const files = new Map(image.files);
  const changed = change(Buffer.from(files.get(path) ?? Buffer.alloc(0)));
  if (changed === undefined) files.delete(path);
  else files.set(path, changed);
  return { folders: image.folders, files };
}
