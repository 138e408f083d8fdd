import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findAddressee, statedSealingKey } from '../../src/serve/addressees.ts';
import { stateRemoval } from '../../src/serve/members.ts';
import { Vault } from '../../src/vault/index.ts';
import { KDF_FLOOR } from '../../src/vault/key-slot.ts';
import { must } from '../must.ts';
import { backUp, restoreTo } from '../vault/backups.ts';
import { copyFolder, now, passphrase, worker } from '../vault/temporary-vault.ts';
import { type Member, Office } from './members.ts';

const clock = (): string => now;
const cost = KDF_FLOOR;

let office: Office;
let ada: Member;
let bora: Member;
beforeEach(async () => {
  office = await Office.of('Ada', 'Bora');
  const [first, second] = office.members;
  if (first === undefined || second === undefined) throw new Error('nobody is here');
  [ada, bora] = [first, second];
  await office.level();
});
afterEach(() => office.close());

/** To what a member seals bundles for the one of a name, or the name of why not. */
async function recipientsOf(vault: Vault, typed: string): Promise<readonly string[] | string> {
  const found = await findAddressee(vault, typed);
  return found.ok ? found.value.recipients : found.error.type;
}

async function opened(folder: string): Promise<Vault> {
  return must(await Vault.open({ folder, passphrase, worker, now }));
}

it('E5, V32: under a new vault key bundles are sealed to a new identity, and what was sealed to the old one still opens', async () => {
  const before = (await office.give(ada, [bora])).path;
  const stolen = await bora.vault.query('sealingKeys', undefined);
  const options = { passphrase, at: now, cost, kept: [], leftOut: [], progress: () => {} };
  must(await bora.vault.revoke(options));
  await office.reopen(bora);
  expect(await office.take(bora, before)).toMatchObject({ takenBefore: undefined });
  await office.taken(ada, (await office.give(bora, [ada])).path);
  const recipients = await recipientsOf(ada.vault, 'Bora');
  expect(recipients).toEqual([must(await statedSealingKey(bora.vault, clock)).recipient]);
  expect(stolen.map(({ recipient }) => recipient)).not.toContain(recipients[0]);
  const after = (await office.give(ada, [{ ...bora, recipient: String(recipients[0]) }])).path;
  expect(await office.take(bora, after)).toMatchObject({ takenBefore: undefined });
  expect(await bora.vault.query('sealingKeys', undefined)).toHaveLength(2);
});

it.each(['a copied folder', 'a restored backup'])(
  'E5: %s states an identity of its own, so that the computer it came from can be left out',
  async (which) => {
    const place = join(office.base, 'stick');
    await backUp(bora.vault, place);
    await bora.vault.close();
    const folder = which === 'a copied folder' ? copyFolder(bora.folder, 'copied') : join(office.base, 'restored');
    if (which === 'a restored backup') await restoreTo(place, folder);
    await office.reopen(bora);
    const vault = await opened(folder);
    try {
      const own = must(await statedSealingKey(vault, clock)).recipient;
      expect(own).not.toBe(bora.recipient);
      expect(must(await statedSealingKey(vault, clock)).recipient).toBe(own);
      expect(must(await statedSealingKey(bora.vault, clock)).recipient).toBe(bora.recipient);
      await office.taken(ada, (await office.give({ ...bora, vault }, [ada])).path);
      expect([await recipientsOf(ada.vault, 'Bora')].flat().sort()).toEqual([bora.recipient, own].sort());
    } finally {
      await vault.close();
    }
  },
);

it('E9: nothing is sealed to what a removed device stated, not by name, by the enrolment, or typed', async () => {
  const cem = await office.add('Cem');
  await office.level();
  const target = { role: 'device' as const, key: bora.vault.device, owner: bora.vault.person };
  const state = async ({ vault }: Member): Promise<string> =>
    must(await stateRemoval(vault, target, { now: clock, second: undefined })).type;
  expect(await recipientsOf(ada.vault, 'Bora')).toEqual([bora.recipient]);
  expect(await state(ada)).toBe('waits-for-second');
  await office.taken(cem, (await office.give(ada, [cem])).path);
  expect(await state(cem)).toBe('holds');
  await office.taken(ada, (await office.give(cem, [ada])).path);
  expect(await recipientsOf(ada.vault, 'Bora')).toBe('no-sealing-key');
  expect(await recipientsOf(ada.vault, bora.recipient)).toBe('recipient-of-removed-device');
  expect(await recipientsOf(ada.vault, 'Cem')).toEqual([cem.recipient]);
  // Another computer of the same person's, which has an identity of its own.
  const vault = await opened(copyFolder(bora.folder, 'other'));
  try {
    await office.taken(ada, (await office.give({ ...bora, vault }, [ada])).path);
    const own = must(await statedSealingKey(vault, clock)).recipient;
    expect(await recipientsOf(ada.vault, 'Bora')).toEqual([own]);
    expect(await recipientsOf(ada.vault, bora.recipient)).toBe('recipient-of-removed-device');
  } finally {
    await vault.close();
  }
});
