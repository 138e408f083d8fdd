import { openHeader, readHeader } from '../../src/vault/header.ts';
import { PASSPHRASE } from './daybook.ts';
import { formsOfKey, formsOfWords, type Needles } from './process-tree.ts';

/** Everything that must be in no process but the engine and in no file: the ways into a vault, and words that are in it. */
export async function secretsOf(vault: string, canaries: readonly string[]): Promise<Needles> {
  const header = readHeader(vault);
  const opened = header.ok ? await openHeader(header.value, PASSPHRASE) : header;
  if (!opened.ok) throw new Error(opened.error.type);
  const { vaultKey, personSeed, keys } = opened.value;
  return new Map([
    ['passphrase', formsOfWords(PASSPHRASE)],
    ['vault key', formsOfKey(vaultKey)],
    ['signing seed', formsOfKey(personSeed)],
    ['database key', formsOfKey(keys.database)],
    ['blob key', formsOfKey(keys.blobWrap)],
    ['device key', formsOfKey(keys.device)],
    ...canaries.map((words) => [words, formsOfWords(words)] as const),
  ]);
}
