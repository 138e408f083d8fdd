import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createVault, Vault } from '../../src/vault/index.ts';
import { KDF_FLOOR } from '../../src/vault/key-slot.ts';

export const worker: URL = pathToFileURL(join(import.meta.dirname, '../../dist/vault-worker.js'));
export const passphrase = 'seven quiet lanterns above the harbour wall';
export const now = '2026-01-02T03:04:05.000Z';

/** A real vault in a folder of its own. `remove` closes nothing: tests close what they open. */
export async function temporaryVault(): Promise<{
  readonly vault: Vault;
  readonly folder: string;
  readonly remove: () => void;
}> {
  const base = mkdtempSync(join(tmpdir(), 'daybook-test-'));
  const folder = join(base, 'vault');
  const made = await createVault({ folder, passphrase, worker, now, personName: 'A. Tester', cost: KDF_FLOOR });
  if (!made.ok) throw new Error(made.error.type);
  return { vault: made.value, folder, remove: () => rmSync(base, { recursive: true, force: true }) };
}

/** Opens a vault that is there. */
export async function reopen(folder: string, words: string = passphrase): Promise<Vault> {
  const opened = await Vault.open({ folder, passphrase: words, worker, now });
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
}

/** A copy of a folder, beside it. */
export function copyFolder(folder: string, name: string): string {
  const copy = join(folder, '..', name);
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Files below a folder that hold a text as it is, in UTF-8 or UTF-16. */
export function filesHolding(folder: string, text: string): readonly string[] {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return forms.some((form) => bytes.includes(form));
    });
}
