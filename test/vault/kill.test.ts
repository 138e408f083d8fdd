import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseSourceId } from '../../src/base/index.ts';
import { verifyBlobs } from '../../src/vault/index.ts';
import { filesHolding, passphrase, reopen, temporaryVault, worker } from './temporary-vault.ts';

const kills = process.env['SLOW'] ? 20 : 2;
const points = ['in-transaction', 'committed', 'head-written', 'acknowledged', 'projection-swap'];
const child = join(import.meta.dirname, '../../dist/test/fault-child.js');
const canary = 'CANARY-7f3d-the-ferry-leaves-at-dusk';

it.each(points)(`a kill at "%s" (${kills} times) loses nothing that was acknowledged`, async (point) => {
  const { vault, folder, remove } = await temporaryVault();
  await vault.close();
  const acknowledged: string[] = [];
  for (let kill = 1; kill <= kills; kill++) {
    const passing = String(point === 'projection-swap' ? 1 : 1 + (kill % 5));
    const run = spawnSync(process.execPath, [child, folder, passphrase, String(worker), point, passing, canary], {
      encoding: 'utf8',
    });
    expect({ signal: run.signal, stderr: run.stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
    acknowledged.push(...run.stdout.split('\n').filter((line) => line !== ''));
    expect(filesHolding(folder, canary)).toEqual([]);
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
  }
  if (point !== 'projection-swap') expect(acknowledged.length).toBeGreaterThan(0);
  remove();
});
