import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePdf } from '../read/pdf-maker.ts';
import { Desk, PASSPHRASE } from './daybook.ts';
import { RunningDesk } from './running-desk.ts';

const PORT = 31_829;

describe('pictures of pages at the desk', () => {
  const folder = new Desk();
  let desk: RunningDesk;
  beforeAll(async () => {
    await folder.makeVault();
    desk = await RunningDesk.start('daybook-vault', { port: PORT, cwd: folder.folder, args: ['--idle', '60'] });
    expect((await desk.unlock(PASSPHRASE)).status).toBe(200);
  });
  afterAll(async () => {
    await desk?.stop();
    folder.remove();
  });

  async function add(name: string, bytes: Uint8Array): Promise<string> {
    return (await desk.keep(name, bytes)).source ?? expect.fail('nothing was stored');
  }
  const picture = async (source: string, page: number): Promise<readonly [number, string | undefined]> => {
    const { status, headers } = await desk.post('page-image', { source, page, scale: 1 });
    return [status, headers['content-type']];
  };

  it('DR8: a page is drawn where nothing is protected, or once the protected words were asked for', async () => {
    const plain = await add('plain.pdf', await makePdf([[{ x: 50, y: 60, text: 'The ferry was late on Monday.' }]]));
    expect(await picture(plain, 1)).toEqual([200, 'image/png']);
    expect(await picture(plain, 2)).toEqual([404, 'application/json']);
    const lines = ['Write to the keeper at mara.veldt@example.org.', 'The ferry was late on Monday.'];
    const held = await add('held.pdf', await makePdf([lines.map((text, i) => ({ x: 50, y: 60 + 30 * i, text }))]));
    expect((await desk.call('source', { source: held })).veiled.length).toBeGreaterThan(0);
    expect(await picture(held, 1)).toEqual([400, 'application/json']);
    await desk.call('source', { source: held, reveal: true });
    expect(await picture(held, 1)).toEqual([200, 'image/png']);
  }, 120_000);
});
