import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { PersonKey } from '../../src/base/index.ts';
import { personEnrolment } from '../../src/preserve/index.ts';
import { joinVault, personName, personSubject, type Vault, verifyBlobs } from '../../src/vault/index.ts';
import { KDF_FLOOR } from '../../src/vault/key-slot.ts';
import { encode } from './invented-source.ts';
import { keyOf, personOf } from './peers.ts';
import { now, passphrase, reopen, temporaryVault, worker } from './temporary-vault.ts';

let base: string;
let founder: Awaited<ReturnType<typeof temporaryVault>>;
let joined: Vault;
let joinedCount = 0;
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'daybook-joined-'));
  founder = await temporaryVault();
});
afterAll(async () => {
  await founder.vault.close();
  founder.remove();
  rmSync(base, { recursive: true, force: true });
});
beforeEach(async () => {
  joinedCount++;
  const options = { folder: join(base, `joined-${joinedCount}`), passphrase, worker, now, cost: KDF_FLOOR };
  const made = await joinVault({ ...options, workspace: founder.vault.workspace });
  if (!made.ok) throw new Error(made.error.type);
  joined = made.value;
});
afterEach(() => joined.close());

const note = { drafts: [{ kind: 'note', personal: false, at: now, parts: [] }], blobs: [], suggestions: [] };
const recipient = (letter: string): string => `age1${letter.repeat(58)}`;

function sealingKey(person: PersonKey, key: string) {
  return { of: [personSubject(person)], body: encode({ type: 'sealing-key', person, recipient: key }) };
}

async function give(from: Vault, to: Vault): Promise<void> {
  const { items } = await from.query('entries', { limit: 500 });
  await to.accept({ entries: items.map(({ bytes }) => bytes), parts: items.flatMap(({ parts }) => parts) });
}

async function admit(person = joined.possession()): Promise<void> {
  const parts = [personName(person.person, 'Bora'), sealingKey(person.person, recipient('q'))];
  const draft = { kind: 'person-enrolled', personal: true, at: now, members: [person], parts };
  const done = await founder.vault.append({ drafts: [draft], blobs: [], suggestions: [] });
  if (!done.ok) throw new Error(done.error.type);
}

it('E2: a joined vault has no entry, is of the workspace it was made for, and is sound in all that can be asked of it', async () => {
  for (const again of [false, true]) {
    if (again) {
      await joined.close();
      joined = await reopen(joined.folder);
    }
    expect(joined.workspace).toBe(founder.vault.workspace);
    expect(joined.isCopy).toBe(false);
    expect(await joined.query('status', undefined)).toMatchObject({ entries: 0, heads: [], persons: [], sources: 0 });
    expect((await joined.query('log', {})).items).toEqual([]);
    expect((await joined.verify(() => {})).faults).toEqual([]);
    expect((await verifyBlobs(joined, () => {})).faults).toEqual([]);
    expect((await joined.rebuild([], () => {})).ok).toBe(true);
    expect(await joined.condition()).toEqual({ type: 'not-admitted' });
  }
});

it('E2: what is written into it before it was admitted is refused by name, and again until its enrolment is here', async () => {
  const refused = { ok: false, error: { type: 'not-admitted' } };
  expect(await joined.append(note)).toEqual(refused);
  expect(await joined.enrol()).toEqual(refused);
  await give(founder.vault, joined);
  expect((await joined.query('status', undefined)).entries).toBe(1);
  expect(await joined.append(note)).toEqual(refused);
  await admit();
  await give(founder.vault, joined);
  expect(await joined.condition()).toEqual({ type: 'sound' });
  expect((await joined.append(note)).ok).toBe(true);
  expect((await joined.query('log', {})).items.map(({ kind }) => kind)).toEqual([
    'note',
    'device-enrolled',
    'person-enrolled',
    'workspace-founded',
  ]);
  await give(joined, founder.vault);
  expect((await founder.vault.query('dump', undefined)).digest).toBe((await joined.query('dump', undefined)).digest);
  expect((await joined.verify(() => {})).faults).toEqual([]);
  expect(joined.isCopy).toBe(false);
});

it('E2: a founding entry of any other workspace is refused, so that a joined vault cannot be turned to another', async () => {
  const other = await temporaryVault();
  const { items } = await other.vault.query('entries', {});
  const taken = await joined.accept({ entries: items.map(({ bytes }) => bytes), parts: [] });
  expect(taken.ok && taken.value.refused.map(({ error }) => error.type)).toEqual(['other-workspace']);
  await other.vault.close();
  other.remove();
});

it('E5: a recipient is read where its person is enrolled or signs, and from nobody else; what a person says goes first', async () => {
  await admit();
  await give(founder.vault, joined);
  const said = (vault: Vault, person: PersonKey, key: string) =>
    vault.append({
      drafts: [{ kind: 'sealing-key-stated', personal: true, at: now, parts: [sealingKey(person, key)] }],
      blobs: [],
      suggestions: [],
    });
  // The founder tries to put another key in the place of the newcomer's, and into an entry that enrols somebody else.
  await said(founder.vault, joined.person, recipient('p'));
  const third = personEnrolment(founder.vault.workspace, keyOf(77));
  await founder.vault.append({
    drafts: [
      {
        kind: 'person-enrolled',
        personal: true,
        at: now,
        members: [third],
        parts: [sealingKey(joined.person, recipient('z')), sealingKey(personOf(keyOf(77)), recipient('r'))],
      },
    ],
    blobs: [],
    suggestions: [],
  });
  await said(joined, joined.person, recipient('y'));
  await said(joined, joined.person, recipient('x'));
  await give(joined, founder.vault);
  const rows = await founder.vault.query('recipients', undefined);
  const of = (person: PersonKey) => rows.filter((row) => row.person === person).map((row) => [row.recipient, row.own]);
  expect(of(joined.person)).toEqual([
    [recipient('q'), false],
    [recipient('x'), true],
  ]);
  expect(of(personOf(keyOf(77)))).toEqual([[recipient('r'), false]]);
  expect(of(founder.vault.person)).toEqual([]);
  expect((await founder.vault.verify(() => {})).faults).toEqual([]);
});
