import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk, jsonLines, page } from './daybook.ts';
import { hereOnVault, runHere } from './run-here.ts';
import { Typing } from './typing.ts';

const asRoot = process.getuid?.() === 0 && process.platform === 'linux';

describe('panic', () => {
  const desk = new Desk();
  beforeAll(async () => {
    await desk.makeVault('pristine');
    desk.write('one.txt', page('12,000'));
    await hereOnVault(desk, ['add', 'one.txt', '--vault', 'pristine']);
  });
  afterAll(() => desk.remove());
  const anew = (): void => {
    rmSync(desk.path('daybook-vault'), { recursive: true, force: true });
    cpSync(desk.path('pristine'), desk.path('daybook-vault'), { recursive: true });
  };
  const left = (): readonly string[] => readdirSync(desk.path('daybook-vault')).toSorted();

  it('V35: needs no passphrase, destroys what opens the vault, and says what remains', async () => {
    anew();
    desk.write('daybook-vault/next/header.json', 'one that lay ready');
    const unasked = await desk.run(['panic']);
    expect([unasked.code, unasked.err]).toEqual([2, expect.stringContaining('--yes')]);
    expect(left()).toContain('header.json');
    const run = await desk.run(['panic', '--yes']);
    expect([run.code, run.err]).toEqual([0, '']);
    expect(left()).toEqual(['blobs', 'lock.db']);
    expect(run.out).toContain('Destroyed: header.json, device.key, head, next/header.json, daybook.db.');
    expect(run.out).toMatch(
      /opens no more[\s\S]*Backups[\s\S]*disk may keep[\s\S]*Documents that you added[\s\S]*Delete it/,
    );
    expect((await hereOnVault(desk, ['show'])).code).toBe(7);
    expect((await desk.run(['panic', '--yes'])).err).toContain('There is no vault in ./daybook-vault');
  });

  it('V35: touches nothing in a folder that is no vault', async () => {
    for (const name of ['header.json', 'head', 'next/header.json']) desk.write(`project/${name}`, '{"title":"x"}');
    const run = await desk.run(['panic', 'project', '--yes']);
    expect([run.code, run.err]).toEqual([7, expect.stringContaining('There is no vault in project')]);
    expect(readdirSync(desk.path('project')).toSorted()).toEqual(['head', 'header.json', 'next']);
  });

  it('V35: a file that resists is named, the others are destroyed, and the code says so', async () => {
    anew();
    // A folder in the place of the file: not even an administrator can remove it as one.
    rmSync(desk.path('daybook-vault/device.key'));
    desk.write('daybook-vault/device.key/inside', 'x');
    const run = await desk.run(['panic', 'daybook-vault', '--yes', '--json']);
    expect(run.code).toBe(1);
    const [done] = jsonLines(run);
    expect(done).toMatchObject({
      destroyed: ['header.json', 'head', 'daybook.db'],
      left: [{ file: 'device.key', removed: false }],
    });
    expect(left()).toEqual(['blobs', 'device.key', 'lock.db']);
  });

  it.skipIf(!asRoot)(
    'V35: on a disk that can only be read nothing is destroyed, and that is said (needs root)',
    async () => {
      const disk = desk.path('disk');
      mkdirSync(disk);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]);
      try {
        cpSync(desk.path('pristine'), desk.path('disk/vault'), { recursive: true });
        execFileSync('mount', ['-o', 'remount,ro', disk]);
        const run = await desk.run(['panic', 'disk/vault', '--yes']);
        expect([run.code, run.err]).toEqual([1, '']);
        expect(run.out).toMatch(/NOT destroyed: header\.json \(EROFS\)[\s\S]*MAY STILL OPEN/);
        const args = [
          'passphrase',
          '--vault',
          'disk/vault',
          '--new-passphrase-file',
          'pass',
          '--passphrase-file',
          'pass',
        ];
        const changed = await runHere(desk.folder, args);
        expect([changed.code, changed.err]).toEqual([1, expect.stringContaining('can only be read here')]);
      } finally {
        execFileSync('umount', [disk]);
      }
    },
  );

  it('V35: at the prompt it asks for one word, destroys the open vault, and the process ends', async () => {
    anew();
    const run = await desk.run(['open', '--passphrase-file', 'pass'], {
      input: 'panic elsewhere\npanic\nno\nshow\npanic\ndestroy\nshow\n',
    });
    expect(run.err).toContain('takes no folder');
    expect(run.err).toContain('Nothing was destroyed.');
    expect(run.out.split('1 source,').length).toBe(2);
    expect(run.out).toContain('Destroyed: header.json, device.key, head, daybook.db');
    expect([run.code, left()]).toEqual([0, ['blobs', 'lock.db']]);
  });

  it('V34, V35: a process that has the vault open writes nothing more, and says why', async () => {
    anew();
    const prompt = new Typing(['open', 'daybook-vault', '--passphrase-file', 'pass'], desk.folder);
    await prompt.sees(/daybook> /);
    expect((await desk.run(['panic', '--yes'])).code).toBe(0);
    prompt.type('collection create "after"');
    await prompt.sees(/replaced or destroyed since it was opened/);
    prompt.type('quit');
    await prompt.end();
    expect(left()).toEqual(['blobs', 'lock.db']);
    expect(existsSync(desk.path('daybook-vault/daybook.db'))).toBe(false);
  });
});
