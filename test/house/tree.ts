import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's own folder, however the tests were started. */
export const ROOT: string = fileURLToPath(new URL('../../', import.meta.url));

/** What the house test looks at. Paths start at the repository and use `/`. */
export interface SourceTree {
  readonly files: ReadonlyMap<string, string>;
  /** Every folder under src/, with or without files. */
  readonly folders: readonly string[];
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
}

/** Reads src/ and package.json from disk. Symbolic links are listed as files, so that none hides a folder. */
export function readTree(root: string = ROOT): SourceTree {
  const files = new Map<string, string>();
  const folders: string[] = [];
  const visit = (folder: string): void => {
    for (const item of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, item.name);
      const name = relative(root, path).split(sep).join('/');
      if (item.isDirectory()) {
        folders.push(name);
        visit(path);
      } else {
        files.set(name, item.isFile() ? readFileSync(path, 'utf8') : '');
      }
    }
  };
  if (existsSync(join(root, 'src'))) visit(join(root, 'src'));
  const { dependencies, devDependencies } = readManifest(root);
  return { files, folders, dependencies: Object.keys(dependencies), devDependencies: Object.keys(devDependencies) };
}

export interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** package.json as far as the gates need it. */
export function readManifest(root: string = ROOT): Manifest {
  const parsed: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    scripts: textRecord(parsed, 'scripts'),
    dependencies: textRecord(parsed, 'dependencies'),
    devDependencies: textRecord(parsed, 'devDependencies'),
  };
}

/** The licence that an installed package states in its package.json; undefined when it states none. */
export function statedLicence(name: string, root: string = ROOT): string | undefined {
  const parsed: unknown = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
  return textRecord({ parsed }, 'parsed')['license'];
}

function textRecord(parsed: unknown, key: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  if (typeof parsed !== 'object' || parsed === null) return found;
  const value: unknown = Object.entries(parsed).find(([name]) => name === key)?.[1];
  if (typeof value !== 'object' || value === null) return found;
  for (const [name, text] of Object.entries(value)) if (typeof text === 'string') found[name] = text;
  return found;
}
