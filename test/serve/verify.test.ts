import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Database from '@signalapp/sqlcipher';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk, jsonLines, page } from './daybook.ts';
import { hereOnVault } from './run-here.ts';

describe('a vault that is not as it was kept', () => {
  const desk = new Desk();
  let blobs: readonly string[] = [];
  beforeAll(async () => {
    await desk.makeVault();
    desk.write('one.txt', page('12,000'));
    desk.write('two.txt', page('31,000'));
    expect((await desk.onVault(['add', 'one.txt', 'two.txt'])).code).toBe(0);
    blobs = readdirSync(desk.path('daybook-vault/blobs'));
    expect(blobs.length).toBe(2);
  });
  afterAll(() => desk.remove());

  /** A copy of the vault with something done to it; what it prints when it is verified. */
  const hurt = async (name: string, harm: (path: (file: string) => string) => void, args: readonly string[] = []) => {
    cpSync(desk.path('daybook-vault'), desk.path(name), { recursive: true });
    harm((file) => desk.path(name, file));
    return hereOnVault(desk, ['verify', '--vault', name, ...args]);
  };

  it('one changed byte of a document is named by its source', async () => {
    const [blob = ''] = blobs;
    const flip = (path: (file: string) => string): void => {
      const bytes = readFileSync(path(`blobs/${blob}`));
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      writeFileSync(path(`blobs/${blob}`), bytes);
    };
    const run = await hurt('flipped', flip);
    expect(run.code).toBe(5);
    expect(run.out).toMatch(/^FAULT {2}source [0-9a-f]{8}: its bytes were changed, or cut short$/m);
    expect(run.out).toContain('1 fault.');
    const [verdict] = jsonLines(await hurt('flipped-too', flip, ['--json']));
    expect(verdict).toMatchObject({ sound: false, blobs: 1, faults: [{ type: 'blob', error: 'damaged' }] });
    const source = String((Array.isArray(verdict?.['faults']) ? verdict['faults'] : [])[0]?.source);
    const shown = await hereOnVault(desk, ['show', source, '--vault', 'flipped']);
    expect([shown.code, shown.out]).toEqual([5, expect.stringContaining('ITS BYTES ARE NOT THOSE THAT WERE CAPTURED')]);
  });

  it('a document that is gone is named by its source', async () => {
    const run = await hurt('gone', (path) => rmSync(path(`blobs/${blobs[0]}`)));
    expect([run.code, run.out]).toEqual([5, expect.stringMatching(/its bytes are not here$/m)]);
  });

  it('a database older than what was acknowledged is told before anything else, and takes no entry', async () => {
    cpSync(desk.path('daybook-vault'), desk.path('old'), { recursive: true });
    desk.write('three.txt', page('41,000'));
    await hereOnVault(desk, ['add', 'three.txt']);
    cpSync(desk.path('daybook-vault/head'), desk.path('old/head'));
    const shown = await hereOnVault(desk, ['show', '--vault', 'old']);
    expect([shown.code, shown.err]).toEqual([0, expect.stringMatching(/Warning: The vault lacks its last 4 entries/)]);
    const verified = await desk.onVault(['verify', '--vault', 'old']);
    expect([verified.code, verified.out]).toEqual([5, expect.stringMatching(/FAULT {2}The vault lacks its last/)]);
    const added = await hereOnVault(desk, ['add', 'three.txt', '--vault', 'old']);
    expect(added.code).toBe(5);
    expect(added.err).toMatch(/nothing is written/);
  });

  it('a copy says that it is one', async () => {
    cpSync(desk.path('daybook-vault'), desk.path('copy'), { recursive: true });
    expect((await desk.onVault(['show', '--vault', 'copy'])).err).toContain('copied or restored');
    expect((await desk.onVault(['add', 'one.txt', '--vault', 'copy'])).code).toBe(0);
    expect((await desk.onVault(['verify', '--vault', 'copy'])).err).toBe('');
  });

  it('while another Daybook writes, reading goes on and writing is refused', async () => {
    const lock = new Database(desk.path('daybook-vault/lock.db'));
    lock.exec('BEGIN EXCLUSIVE');
    try {
      const [shown, added] = await Promise.all([
        desk.onVault(['show']),
        desk.onVault(['collection', 'create', 'Waiting']),
      ]);
      expect(shown.code).toBe(0);
      expect([added.code, added.err]).toEqual([4, expect.stringContaining('Another Daybook is writing to this vault')]);
    } finally {
      lock.exec('ROLLBACK');
      lock.close();
    }
  });
});
