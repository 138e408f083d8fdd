import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok } from '../../src/base/index.ts';
import { bundleBytes, planBundle, takeBundle } from '../../src/exchange/index.ts';
import { givingVault, takingVault } from '../../src/serve/vault-ports.ts';
import { verifyBlobs } from '../../src/vault/index.ts';
import { ROOT } from '../house/tree.ts';
import { must } from '../must.ts';
import { anySeed, seeded } from '../random.ts';
import { addSource } from '../vault/invented-source.ts';
import { copyFolder, now, passphrase, worker } from '../vault/temporary-vault.ts';
import { dumpOf, type Member, Office, resign } from './members.ts';

const mutants = process.env['SLOW'] ? 3000 : 20;
const passings = process.env['SLOW'] ? [1, 2, 3] : [2];
const child = join(ROOT, 'dist/test/taking-child.js');

let office: Office;
let ada: Member;
let bora: Member;
beforeAll(async () => {
  office = await Office.of('Ada', 'Bora');
  const [first, second] = office.members;
  if (first === undefined || second === undefined) throw new Error('nobody is here');
  [ada, bora] = [first, second];
  await addSource(ada.vault, 'an invented report');
  const note = { kind: 'note', personal: false, at: now, parts: [] };
  for (let i = 0; i < 5; i++) {
    must(await ada.vault.append({ drafts: Array.from({ length: 50 }, () => note), blobs: [], suggestions: [] }));
  }
});
afterAll(() => office.close());

describe('taking a bundle', () => {
  it(`E20: a process that ends in the middle, at ${3 * passings.length} places, is followed by one that takes the rest: the same vault`, async () => {
    const { path } = await office.give(ada, [bora]);
    const wanted = await dumpOf(ada.vault);
    await bora.vault.close();
    for (const point of ['in-transaction', 'committed', 'head-written']) {
      for (const passing of passings) {
        const folder = copyFolder(bora.folder, `killed-${point}-${passing}`);
        const args = [child, folder, passphrase, String(worker), point, String(passing), path];
        const killed = spawnSync(process.execPath, args, { encoding: 'utf8' });
        expect([killed.signal, killed.stdout]).toEqual(['SIGKILL', '']);
        const member = { ...bora, folder };
        await office.reopen(member);
        expect((await office.taken(member, path)).takenBefore).toBeUndefined();
        expect(await dumpOf(member.vault)).toBe(wanted);
        expect((await member.vault.query('status', undefined)).waiting).toBe(0);
        expect((await member.vault.verify(() => {})).faults).toEqual([]);
        expect((await verifyBlobs(member.vault, () => {})).faults).toEqual([]);
        expect(readdirSync(join(folder, 'blobs'))).toHaveLength(1);
        await member.vault.close();
      }
    }
    await office.reopen(bora);
    await office.taken(bora, path);
    expect(await dumpOf(bora.vault)).toBe(wanted);
  });

  const seed = anySeed();
  it(`E21: ${mutants} streams changed inside the seal, half of them signed again, give a receipt or a name, and the same vault (seed ${seed})`, async () => {
    await addSource(ada.vault, 'a second report');
    await office.taken(bora, (await office.give(ada, [bora])).path);
    const giving = givingVault(ada.vault);
    const heads = (await ada.vault.query('status', undefined)).heads;
    const before = heads.map((head) => ({ device: head.device, size: head.size, root: head.root }));
    const order = { scope: { type: 'all' as const }, recipient: ada.recipient, at: now, random: zeros };
    await addSource(ada.vault, 'a third report');
    const plan = await planBundle(giving, { ...order, before });
    const pieces: Uint8Array[] = [];
    for await (const piece of bundleBytes(giving, plan)) pieces.push(piece);
    const whole = Buffer.concat(pieces);
    await office.taken(bora, (await office.give(ada, [bora])).path);
    const wanted = await dumpOf(bora.vault);
    const blobs = readdirSync(join(bora.folder, 'blobs')).sort();
    const random = seeded(seed);
    const outcomes = new Map<string, number>();
    for (let i = 0; i < mutants; i++) {
      const changed = mutated(whole, random);
      const stream = i % 2 === 0 ? changed : resign(changed, ada);
      const open = async () => ok(inPieces(stream, 1 + Math.floor(random() * 5000)));
      const taken = await takeBundle(takingVault(bora.vault), open, { now });
      const name = taken.ok ? 'taken' : taken.error.type;
      outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
      if (i % 2 === 0 && !whole.equals(changed)) expect(name).not.toBe('taken');
    }
    expect(await dumpOf(bora.vault)).toBe(wanted);
    expect(readdirSync(join(bora.folder, 'blobs')).sort()).toEqual(blobs);
    expect((await bora.vault.verify(() => {})).faults).toEqual([]);
    const known = ['taken', 'not-a-bundle', 'bundle-newer', 'bundle-malformed', 'bundle-cut-short'];
    const signed = ['bundle-signature-wrong', 'bundle-of-other-workspace', 'sender-unknown'];
    expect([...outcomes.keys()].filter((name) => ![...known, ...signed].includes(name))).toEqual([]);
  });
});

/** Without the filling at its end, which is most of a small bundle, a change hits what matters. */
function mutated(whole: Buffer, random: () => number): Uint8Array {
  const content = Math.min(whole.length, 12_000);
  const at = Math.floor(random() * content);
  const length = 1 + Math.floor(random() * 64);
  const piece = whole.subarray(at, at + length);
  switch (Math.floor(random() * 6)) {
    case 0: {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      return changed;
    }
    case 1:
      return Buffer.concat([whole.subarray(0, at), whole.subarray(at + length)]);
    case 2:
      return Buffer.concat([whole.subarray(0, at), piece, whole.subarray(at)]);
    case 3:
      return Buffer.concat([whole.subarray(0, at), Buffer.alloc(length, 0xff), whole.subarray(at + length)]);
    case 4:
      return Buffer.concat([whole.subarray(0, at), whole.subarray(whole.length - 69)]);
    default:
      // A length far beyond what is there.
      return Buffer.concat([whole.subarray(0, at), Buffer.from([0x45, 0x7f, 0xff, 0xff, 0xff]), whole.subarray(at)]);
  }
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function zeros(count: number): Uint8Array {
  return new Uint8Array(count);
}
