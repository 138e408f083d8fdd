import { libraryPath } from './library.ts';

/** The files of a library while its records are read: which of them a record means, and which none did. */
export interface FileNames {
  /** The path that a record means; what it says itself when there is no such file, for the receipt to name. */
  readonly take: (stated: string) => string;
  /** Files that no record named, in their order. */
  readonly left: () => readonly string[];
}

/** Finds each file by its path or, where only one has it, by its bare name. */
export function fileNames(paths: readonly string[]): FileNames {
  const known = new Set(paths);
  const byName = new Map<string, string | undefined>();
  for (const path of paths) {
    const name = bareName(path);
    byName.set(name, byName.has(name) ? undefined : path);
  }
  const taken = new Set<string>();
  return {
    take: (stated) => {
      const path = libraryPath(stated);
      if (path === undefined) return stated;
      const found = known.has(path) ? path : byName.get(bareName(path));
      if (found === undefined) return path;
      taken.add(found);
      return found;
    },
    left: () => [...known].filter((path) => !taken.has(path)),
  };
}

function bareName(path: string): string {
  return path.split('/').at(-1) ?? path;
}
