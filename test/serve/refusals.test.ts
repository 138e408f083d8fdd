import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk, page } from './daybook.ts';

describe('what is wrong gets one clear sentence and its exit code', () => {
  const desk = new Desk();
  beforeAll(async () => {
    await desk.makeVault();
    desk.write('one.txt', page('12,000'));
    desk.write('other.txt', page('31,000'));
    desk.write('wrong', 'not the passphrase of this vault\n');
    desk.write('empty-pass', '\nsecond line\n');
    desk.write('digits', '123412341234\n');
    desk.write('utf-16', new Uint8Array([0xff, 0xfe, 0x61, 0, 0x62, 0, 0x0a, 0]));
    desk.write('empty.txt', '');
    desk.write(
      'binary.bin',
      new Uint8Array(4000).map((_, i) => (i * 97) % 251),
    );
    const added = await desk.onVault(['add', 'one.txt', 'other.txt']);
    expect(added.code).toBe(0);
  });
  afterAll(() => desk.remove());

  const cases: readonly (readonly [what: string, args: readonly string[], code: number, words: RegExp])[] = [
    [
      'no vault',
      ['show', '--vault', 'nowhere', '--passphrase-file', 'pass'],
      7,
      /There is no vault in nowhere\..*daybook init/,
    ],
    ['a folder that is no vault', ['show', '--vault', '.', '--passphrase-file', 'pass'], 7, /There is no vault in \./],
    ['a file for a vault', ['show', '--vault', 'one.txt', '--passphrase-file', 'pass'], 7, /is a file, not the folder/],
    ['a wrong passphrase', ['show', '--passphrase-file', 'wrong'], 3, /This passphrase does not open the vault/],
    ['no passphrase file', ['show', '--passphrase-file', 'nope'], 2, /passphrase file nope does not exist/],
    ['a passphrase file with an empty line', ['show', '--passphrase-file', 'empty-pass'], 2, /first line .* empty/],
    ['a passphrase file in UTF-16', ['show', '--passphrase-file', 'utf-16'], 2, /not UTF-8/],
    ['nobody to ask', ['show'], 2, /There is no terminal to ask for the passphrase/],
    ['an unknown command', ['shwo'], 2, /unknown command 'shwo'[\s\S]*daybook --help/],
    ['a flag that would drive the terminal', ['show', '--\u001b[31m\u202e'], 2, /'--⟨U\+001B⟩\[31m⟨U\+202E⟩'/],
    ['an unknown flag', ['show', '--everything'], 2, /unknown option '--everything'[\s\S]*daybook show --help/],
    ['nothing to add', ['add'], 2, /Name files or folders, or write down what you learnt/],
    ['a flag that is no number', ['log', '--limit', 'many', '--passphrase-file', 'pass'], 2, /--limit .* whole number/],
    ['a brief about nothing', ['brief', '--passphrase-file', 'pass'], 2, /required option '--about <WORDS>'/],
    [
      'a source that is not here',
      ['show', 'ffffffffffff', '--passphrase-file', 'pass'],
      7,
      /No source's id begins with ffffffffffff/,
    ],
    ['a source that is no id', ['show', 'one.txt', '--passphrase-file', 'pass'], 2, /is no source/],
    [
      'a collection that is not here',
      ['figures', '--collection', 'None', '--passphrase-file', 'pass'],
      7,
      /no collection of this name/,
    ],
    ['an unknown thing to do', ['collection', 'destroy', 'x', '--passphrase-file', 'pass'], 2, /can do four things/],
    ['a file that is not here', ['text', 'nope.txt'], 7, /nope\.txt: no such file/],
    ['a folder in place of a file', ['text', '.'], 7, /a folder, or no file/],
    ['an empty file', ['text', 'empty.txt'], 7, /empty\.txt: empty/],
    ['a file that is no text', ['read', 'binary.bin'], 7, /binary\.bin: format not read yet/],
    ['files and a source at once', ['text', 'one.txt', '--source', 'ab'], 2, /Name files, or a source/],
    ['a pack that is not there', ['read', 'one.txt', '--pack', 'nowhere'], 7, /There is no theme pack in nowhere/],
    [
      'a vault where one is',
      ['init', 'daybook-vault', '--passphrase-file', 'pass'],
      7,
      /There is a vault in daybook-vault already/,
    ],
    ['a vault among other files', ['init', '.', '--passphrase-file', 'pass'], 7, /There is (?:something|a vault)/],
    ['a vault in place of a file', ['init', 'one.txt', '--passphrase-file', 'pass'], 7, /one\.txt is a file/],
    ['a passphrase of digits', ['init', 'new', '--passphrase-file', 'digits'], 7, /too simple/],
    ['nobody to show a passphrase to', ['init', 'new'], 2, /no terminal to show a passphrase on/],
    [
      'a brief about what no source says',
      ['brief', '--about', 'zeppelin', '--passphrase-file', 'pass'],
      7,
      /No passage that is searched is about these words/,
    ],
    ['a time of idleness that is none', ['open', '--idle', '0', '--passphrase-file', 'pass'], 2, /--idle .* minutes/],
  ];
  it.each(cases)('%s', async (_what, args, code, words) => {
    const run = await desk.run(args);
    expect(run.err).toMatch(words);
    expect(run.code).toBe(code);
    // One sentence or two, never a stack or a path of the program.
    expect(run.err).not.toMatch(/\bat .*\.(?:js|ts):\d+|node_modules|Something in Daybook broke/);
  });

  it('digits with which more than one id begins are not enough', async () => {
    const { out } = await desk.onVault(['show', '--json']);
    const ids = out.split('\n').flatMap((line) => (line === '' ? [] : [String(JSON.parse(line).source)]));
    const [first = '', second = ''] = ids;
    // Two random ids rarely share a digit: then the sentence about none is asked for instead.
    const shared = first[0] === second[0];
    const run = await desk.onVault(['show', shared ? (first[0] ?? '') : first.slice(0, 4)]);
    if (shared) expect(run.err).toMatch(/More than one source's id begins with/);
    else expect(run.out).toContain(first);
    expect(run.code).toBe(shared ? 7 : 0);
  });

  it('a damaged key file is named, with what to put back', async () => {
    cpSync(desk.path('daybook-vault'), desk.path('hurt'), { recursive: true });
    writeFileSync(desk.path('hurt/header.json'), '{"v":1');
    const run = await desk.run(['show', '--vault', 'hurt', '--passphrase-file', 'pass']);
    expect([run.code, run.err]).toEqual([5, expect.stringMatching(/header\.json in hurt is damaged.*backup/)]);
  });

  it('a vault whose database is gone is not complete', async () => {
    cpSync(desk.path('daybook-vault'), desk.path('half'), { recursive: true });
    rmSync(desk.path('half/daybook.db'));
    const run = await desk.run(['show', '--vault', 'half', '--passphrase-file', 'pass']);
    expect([run.code, run.err]).toEqual([5, expect.stringMatching(/not complete: daybook\.db is missing/)]);
  });

  it('a database that is no longer one is damage, and its words are not shown', async () => {
    cpSync(desk.path('daybook-vault'), desk.path('broken'), { recursive: true });
    for (const name of ['daybook.db-wal', 'daybook.db-shm']) rmSync(desk.path('broken', name), { force: true });
    writeFileSync(desk.path('broken/daybook.db'), new Uint8Array(8192).fill(7));
    const run = await desk.run(['show', '--vault', 'broken', '--passphrase-file', 'pass']);
    expect([run.code, run.err]).toEqual([5, expect.stringMatching(/database of the vault in broken is damaged/)]);
  });

  it('no vault is opened where a debugger could look in', async () => {
    for (const run of [
      await desk.onVault(['show'], { env: { NODE_OPTIONS: '--inspect=127.0.0.1:0' } }),
      await desk.onVault(['show'], { flags: ['--inspect=127.0.0.1:0'] }),
    ]) {
      expect(run.code).toBe(2);
      expect(run.err).toContain('no vault is opened');
    }
  });

  it('a faulty theme pack is told by file and column', async () => {
    desk.write('pack/manifest.json', '{"format":1}');
    const run = await desk.run(['read', 'one.txt', '--pack', 'pack']);
    expect([run.code, run.err]).toEqual([
      7,
      expect.stringMatching(/The theme pack in pack has faults: manifest\.json/),
    ]);
  });
});
