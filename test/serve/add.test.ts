import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk, jsonLines, page } from './daybook.ts';
import { hereOnVault } from './run-here.ts';

describe('adding', () => {
  const desk = new Desk();
  beforeAll(async () => {
    await desk.makeVault();
    desk.write('in/one.txt', page('12,000'));
    desk.write('in/sub/twin.txt', page('12,000'));
    desk.write('in/sub/two.html', `<!doctype html><title>Two</title><p>${page('31,000')}</p>`);
    desk.write('in/empty.txt', '');
    desk.write('in/.hidden', 'hidden');
    desk.write('in/photo.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 3]));
    symlinkSync('one.txt', desk.path('in/link.txt'));
  });
  afterAll(() => desk.remove());

  it('says of each file what it became, and the sums of the receipt add up', async () => {
    const run = await desk.onVault([
      'add',
      'in',
      'not-there.txt',
      '--json',
      '--collection',
      'First',
      '--reason',
      'a test',
    ]);
    const lines = jsonLines(run);
    const receipt = lines.at(-1)?.['receipt'];
    expect(receipt).toMatchObject({ received: 6, stored: 3, alreadyHere: 1, refused: 1, failed: 1 });
    expect(receipt).toMatchObject({
      skipped: { hidden: 1, link: 1 },
      notRead: { 'damaged, or not what it says it is': 1 },
    });
    const byFile = new Map(lines.slice(0, -1).map((line) => [line['file'], line]));
    expect(byFile.get('in/empty.txt')).toMatchObject({ status: 'refused', source: null, reason: 'empty' });
    expect(byFile.get('not-there.txt')).toMatchObject({ status: 'failed', source: null, reason: 'no such file' });
    expect(byFile.get('in/photo.jpg')).toMatchObject({
      status: 'stored',
      read: false,
      reason: 'damaged, or not what it says it is',
    });
    const [one, twin] = [byFile.get('in/one.txt'), byFile.get('in/sub/twin.txt')];
    expect([one?.['status'], twin?.['status']].sort()).toEqual(['already-here', 'stored']);
    expect(one?.['source']).toBe(twin?.['source']);
    expect(byFile.size).toBe(6);
    // Done in part: something was refused and something failed.
    expect(run.code).toBe(1);
  });

  it('a second time stores nothing, and says that the files are still where they were', async () => {
    const run = await hereOnVault(desk, ['add', 'in/one.txt', 'in/sub']);
    expect(run.code).toBe(0);
    expect(run.out).toContain('Received 3: 0 stored, 3 already here, 0 refused, 0 failed.');
    expect(run.out).toContain('still where they were');
  });

  it('a file or folder whose name is not UTF-8 is told as that, and the rest is taken', async (context) => {
    context.skip(process.platform !== 'linux', 'only Linux takes such names');
    const named = (name: string, after: string) =>
      Buffer.concat([Buffer.from(desk.path(name)), Buffer.from([0xb0, 0xa1]), Buffer.from(after)]);
    desk.write('odd/good.txt', page('777'));
    writeFileSync(named('odd/', '.txt'), page('888'));
    mkdirSync(named('odd/folder-', ''));
    writeFileSync(named('odd/folder-', '/one.txt'), page('999'));
    const run = await hereOnVault(desk, ['add', 'odd']);
    expect(run.code).toBe(1);
    expect(run.out).toContain('Received 3: 1 stored, 0 already here, 0 refused, 2 failed.');
    expect(run.out).toContain('failed: its name is not UTF-8; rename it (2)');
  });

  it('puts what is already here into a collection when asked to', async () => {
    await hereOnVault(desk, ['add', 'in/one.txt', '--collection', 'Second']);
    await hereOnVault(desk, ['add', 'in/one.txt', '--collection', 'Second']);
    const collections = jsonLines(await hereOnVault(desk, ['collection', 'list', '--json']));
    expect(collections.map(({ name, sources }) => [name, sources])).toEqual([
      ['First', 3],
      ['Second', 1],
    ]);
  });

  it('takes standard input', async () => {
    const run = await desk.onVault(['add', '-', '--json'], { input: page('4,444') });
    expect(jsonLines(run)[0]).toMatchObject({ file: '-', status: 'stored', read: true });
    expect(run.code).toBe(0);
  });

  it('a folder with nothing in it is no input', async () => {
    desk.write('bare/.only-hidden', 'x');
    const run = await hereOnVault(desk, ['add', 'bare']);
    expect([run.code, run.err]).toEqual([7, 'There was nothing to add. Name files, or folders with files in them.\n']);
  });

  it('a file that may not be read costs itself alone', async (context) => {
    context.skip(process.getuid?.() === 0 || process.platform === 'win32', 'this user may read every file');
    const path = desk.write('closed/shut.txt', page('9,999'));
    desk.write('closed/open.txt', page('8,888'));
    chmodSync(path, 0);
    const run = await hereOnVault(desk, ['add', 'closed']);
    expect(run.out).toContain('failed: may not be read (1)');
    expect(run.code).toBe(1);
  });

  it('every run is an entry of its own with the same counts', async () => {
    const log = jsonLines(await hereOnVault(desk, ['log', '--limit', '1000', '--json']));
    expect(log.filter(({ kind }) => kind === 'intake-received').length).toBeGreaterThanOrEqual(4);
  });
});

describe('adding that is killed', () => {
  const desk = new Desk();
  beforeAll(async () => {
    await desk.makeVault();
    for (let i = 0; i < 60; i++) desk.write(`many/page-${String(i).padStart(2, '0')}.txt`, page(`${1000 + i}`));
  });
  afterAll(() => desk.remove());

  it('loses nothing that was acknowledged, and a second run takes the rest', async () => {
    const killed = await desk.onVault(['add', 'many', '--json'], { killAfterLines: 9 });
    expect(killed.code).toBeNull();
    const whole = killed.out.slice(0, killed.out.lastIndexOf('\n') + 1);
    const acknowledged = jsonLines({ ...killed, out: whole }).filter(({ status }) => status === 'stored');
    expect(acknowledged.length).toBeGreaterThanOrEqual(9);
    expect(acknowledged.length).toBeLessThan(60);
    const listed = jsonLines(await hereOnVault(desk, ['show', '--json'])).map(({ source }) => source);
    for (const { source } of acknowledged) expect(listed).toContain(source);
    const again = jsonLines(await desk.onVault(['add', 'many', '--json'])).at(-1)?.['receipt'];
    expect(again).toMatchObject({
      received: 60,
      refused: 0,
      failed: 0,
      stored: 60 - listed.length,
      alreadyHere: listed.length,
    });
    const verdict = await hereOnVault(desk, ['verify', '--json']);
    expect(jsonLines(verdict)[0]).toMatchObject({ sound: true, blobs: 60 });
    expect(verdict.code).toBe(0);
  });
});
