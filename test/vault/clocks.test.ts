import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readEnvelope } from '../../src/preserve/index.ts';
import { createVault, Vault } from '../../src/vault/index.ts';
import { KDF_FLOOR } from '../../src/vault/key-slot.ts';
import { copyFolder, passphrase, worker } from './temporary-vault.ts';

const FAR = '2038-01-19T03:14:08.000Z';
const BEGINNING = '1970-01-01T00:00:00.000Z';
const LAST = '9999-12-31T23:59:59.999Z';

async function note(vault: Vault, at: string): Promise<void> {
  const drafts = [{ kind: 'note', personal: true, at, parts: [] }];
  expect((await vault.append({ drafts, blobs: [], suggestions: [] })).ok).toBe(true);
}

it('V48: clocks of 1970, 2038 and 9999 change what entries say of the time, and nothing of their order or of what opens', async () => {
  const base = mkdtempSync(join(tmpdir(), 'daybook-clock-'));
  const folder = join(base, 'vault');
  const made = await createVault({ folder, passphrase, worker, now: FAR, personName: 'A. Tester', cost: KDF_FLOOR });
  if (!made.ok) throw new Error(made.error.type);
  await note(made.value, BEGINNING);
  await note(made.value, LAST);
  await made.value.close();
  // A copy becomes a device by the clock of whoever opens it.
  const copy = copyFolder(folder, 'copied');
  const opened = await Vault.open({ folder: copy, passphrase, worker, now: BEGINNING });
  if (!opened.ok) throw new Error(opened.error.type);
  const vault = opened.value;
  await note(vault, FAR);
  expect(await vault.condition()).toEqual({ type: 'sound' });
  expect((await vault.verify(() => {})).faults).toEqual([]);
  const { items } = await vault.query('entries', { limit: 10 });
  const entries = items.map(({ bytes }) => readEnvelope(bytes, vault.workspace));
  const said = entries.map((entry) => (entry.ok ? [entry.value.envelope.order, entry.value.envelope.at] : []));
  expect(said.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, at]) => at)).toEqual([
    FAR,
    BEGINNING,
    LAST,
    BEGINNING,
    FAR,
  ]);
  await vault.close();
  rmSync(base, { recursive: true });
});
