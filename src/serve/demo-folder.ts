import { closeSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolders } from '../vault/index.ts';

/** Where the parts of a demo lie. */
export interface DemoFolder {
  readonly vault: string;
  readonly passphrase: string;
  readonly briefs: string;
}

/** An empty file by which a folder is known as one that the demo made. */
const MARKER = '.made-by-daybook-demo';
const MADE = { vault: 'vault', passphrase: 'passphrase.txt', briefs: 'brief' } as const;

/**
 * Makes the folder of a demo ready: a new one, an empty one, or one that an earlier demo made, of which exactly what it
 * made is taken away. Undefined, with nothing touched, when something else is there.
 */
export function prepareDemoFolder(folder: string): DemoFolder | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found !== undefined) {
    if (!found.isDirectory()) return undefined;
    const names = readdirSync(folder);
    if (names.length > 0 && !isMarked(folder)) return undefined;
  }
  makeFolders(folder);
  // First, so that a demo that was interrupted can be made again.
  closeSync(openSync(join(folder, MARKER), 'w', 0o600));
  for (const name of Object.values(MADE)) rmSync(join(folder, name), { recursive: true, force: true });
  return {
    vault: join(folder, MADE.vault),
    passphrase: join(folder, MADE.passphrase),
    briefs: join(folder, MADE.briefs),
  };
}

function isMarked(folder: string): boolean {
  const marker = statSync(join(folder, MARKER), { throwIfNoEntry: false });
  return marker?.isFile() === true && marker.size === 0;
}
