import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../house/tree.ts';
import { Desk } from '../serve/daybook.ts';
import { RunningDesk } from '../serve/running-desk.ts';

const DOCUMENTS = join(ROOT, '../shared/documents');
const SAMPLES = join(ROOT, 'examples');

/** The five real documents where they lie beside the repository, else as many of the invented samples. */
export function fiveDocuments(): readonly string[] {
  return existsSync(DOCUMENTS) ? filesOf(DOCUMENTS, /^\d{3}_.*\.txt$/) : filesOf(SAMPLES, /^\d\d-/).slice(0, 5);
}

function filesOf(folder: string, named: RegExp): readonly string[] {
  return readdirSync(folder)
    .filter((name) => named.test(name))
    .sort()
    .map((name) => join(folder, name));
}

export interface VaultAndDesk {
  readonly folder: Desk;
  readonly desk: RunningDesk;
  readonly stop: () => Promise<void>;
}

/** A fresh vault with these files, and a desk that is open on it. */
export async function startDesk(port: number, files: readonly string[]): Promise<VaultAndDesk> {
  const folder = new Desk();
  await folder.makeVault();
  if (files.length > 0) {
    const added = await folder.run(['add', ...files, '--passphrase-file', 'pass']);
    if (added.code !== 0) throw new Error(`add ended with ${added.code}`);
  }
  const desk = await RunningDesk.start('daybook-vault', { port, cwd: folder.folder, args: ['--idle', '60'] });
  return {
    folder,
    desk,
    stop: async () => {
      await desk.stop();
      folder.remove();
    },
  };
}
