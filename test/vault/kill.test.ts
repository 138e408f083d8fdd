import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseSourceId } from '../../src/base/index.ts';
import { verifyBlobs } from '../../src/vault/index.ts';
import { filesHolding, passphrase, reopen, temporaryVault, worker } from './temporary-vault.ts';

const kills = process.env['SLOW'] ? 20 : 1;
const points = ['in-transaction', 'committed', 'head-written', 'acknowledged', 'projection-swap'];
const child = join(import.meta.dirname, '../../dist/test/fault-child.js');
const canary = 'CANARY-7f3d-the-ferry-leaves-at-dusk';

it.each(points)(
  `D8, D17: a kill at "%s" (${kills} times) loses nothing that was acknowledged and leaves nothing readable`,
  async (point) => {
    const { vault, folder, remove } = await temporaryVault();
    await vault.close();
    const temporary = join(folder, '..', 'temporary');
    mkdirSync(temporary);
    const acknowledged: string[] = [];
    for (let kill = 1; kill <= kills; kill++) {
      const passing = String(point === 'projection-swap' ? 1 : 1 + (kill % 5));
      const run = spawnSync(process.execPath, [child, folder, passphrase, String(worker), point, passing, canary], {
        encoding: 'utf8',
        env: { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary, SQLITE_TMPDIR: temporary },
      });
      expect({ signal: run.signal, stderr: run.stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
      acknowledged.push(...run.stdout.split('\n').filter((line) => line !== ''));
      expect([filesHolding(folder, canary), filesHolding(folder, 'CANARY'), readdirSync(temporary)]).toEqual([
        [],
        [],
        [],
      ]);
      const again = await reopen(folder);
      expect(await again.condition()).toEqual({ type: 'sound' });
      const lost: string[] = [];
      for (const line of acknowledged) {
        const source = parseSourceId(line);
        if (source === undefined || (await again.query('source', { source })) === undefined) lost.push(line);
      }
      expect(lost).toEqual([]);
      const { faults } = await again.verify(() => {});
      expect(faults).toEqual([]);
      expect((await verifyBlobs(again, () => {})).faults).toEqual([]);
      await again.close();
      expect(filesHolding(folder, canary)).toEqual([]);
    }
    if (point !== 'projection-swap') expect(acknowledged.length).toBeGreaterThan(0);
    remove();
  },
);

it('D17: the search that finds no canary finds one that is put there, in each of its forms', async () => {
  const { vault, folder, remove } = await temporaryVault();
  await vault.close();
  const utf16 = Buffer.from(`before ${canary} after`, 'utf16le');
  for (const [name, bytes] of [
    ['blobs/planted', Buffer.from(`before ${canary} after`)],
    ['daybook.db-wal', utf16],
    ['planted', Buffer.from(utf16).swap16()],
  ] as const) {
    writeFileSync(join(folder, name), bytes);
    expect(filesHolding(folder, canary)).toContain(join(folder, name));
  }
  remove();
});
