import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Desk, jsonLines, page } from './daybook.ts';
import { runHere } from './run-here.ts';
import { Typing } from './typing.ts';

const NEW = 'eleven paper boats beside the mill';
const LATER = 'nine kites above the frozen pond';

/** A word of a paper put in the place of another. */
function slip(text: string, at: number): string {
  const row = new RegExp(`^(\\s*${at} )(\\S+)|(\\s{2,}${at} )(\\S+)`, 'm');
  return text.replace(row, (_all, start = '', word = '', second = '', other = '') => {
    const old = word + other;
    return `${start}${second}${old === 'abacus' ? 'zoom' : 'abacus'}`;
  });
}

describe('ways into a vault', () => {
  const desk = new Desk();
  const run = (args: readonly string[]) => runHere(desk.folder, args);
  const onVault = (args: readonly string[]) => run([...args, '--passphrase-file', 'pass']);
  const use = (...args: readonly string[]) => run(['recovery', 'use', ...args]);
  const opensWith = async (file: string) => (await run(['show', '--passphrase-file', file])).code;
  beforeAll(async () => {
    await desk.makeVault();
    desk.write('one.txt', page('12,000'));
    desk.write('new', `${NEW}\n`);
    desk.write('later', `${LATER}\n`);
    expect((await onVault(['add', 'one.txt'])).code).toBe(0);
    cpSync(desk.path('daybook-vault'), desk.path('pristine'), { recursive: true });
  });
  afterAll(() => desk.remove());
  afterEach(() => {
    // The folder itself stays, since its number marks the device.
    for (const name of readdirSync(desk.path('daybook-vault')))
      rmSync(desk.path('daybook-vault', name), { recursive: true });
    for (const name of readdirSync(desk.path('pristine'))) {
      cpSync(desk.path('pristine', name), desk.path('daybook-vault', name), { recursive: true });
    }
  });

  it('V31: a passphrase is changed, and the one before no longer opens', async () => {
    const changed = await onVault(['passphrase', '--new-passphrase-file', 'new']);
    expect([changed.code, changed.err]).toEqual([0, '']);
    expect(changed.out).toMatch(/opens with the new passphrase[\s\S]*backups[\s\S]*daybook revoke/);
    expect([await opensWith('pass'), await opensWith('new')]).toEqual([3, 0]);
    const weak = desk.write('weak', '123412341234\n');
    expect(weak).toBeDefined();
    const refused = await run(['passphrase', '--passphrase-file', 'new', '--new-passphrase-file', 'weak']);
    expect([refused.code, refused.err]).toEqual([7, expect.stringContaining('too simple')]);
    const nobody = await run(['passphrase', '--passphrase-file', 'new']);
    expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining('--new-passphrase-file FILE')]);
  });

  it('V26, V27: a sheet is written to be printed, and restores who lost the passphrase', async () => {
    const made = await onVault(['recovery', 'sheet', '--out', 'papers/sheet', '--label', 'the blue <folder>']);
    expect([made.code, made.err]).toEqual([0, '']);
    const [text, html] = ['txt', 'html'].map((kind) => readFileSync(desk.path(`papers/sheet.${kind}`), 'utf8'));
    if (text === undefined || html === undefined) throw new Error('two files');
    const words = [...text.matchAll(/^ +\d+ (\S+)$/gm)].map(([, word = '']) => word);
    expect(words).toHaveLength(11);
    expect([...html.matchAll(/<li>([a-z-]+)<\/li>/g)].map(([, word]) => word)).toEqual(words);
    expect(html).toContain('the blue &lt;folder&gt;');
    // Nothing in it runs or is fetched; nothing of the vault and no name stands on it; it is for its owner alone.
    expect(html).not.toMatch(/<script|src=|href=|url\(|@import/);
    expect(html).toContain("default-src 'none'");
    expect(`${text}${html}`).not.toMatch(/harbour|Lantern|one\.txt|daybook-vault|Mara/);
    expect(statSync(desk.path('papers/sheet.txt')).mode & 0o777).toBe(0o600);
    expect(made.out).not.toContain(words[0]);
    const again = await onVault(['recovery', 'sheet', '--out', 'papers/sheet.txt']);
    expect([again.code, again.err]).toEqual([7, expect.stringContaining('nothing is written over')]);
    const inside = await onVault(['recovery', 'sheet', '--out', 'daybook-vault/sheet']);
    expect([inside.code, inside.err]).toEqual([7, expect.stringContaining('must not lie in its folder')]);
    const listed = jsonLines(await onVault(['recovery', 'list', '--json']));
    expect(listed.map(({ kind, own, name }) => [kind, own, name])).toEqual([
      ['person', true, 'Mara Veldt'],
      ['sheet', false, 'Mara Veldt'],
    ]);
    const [own, sheet] = listed.map(({ slot }) => String(slot));
    if (own === undefined || sheet === undefined) throw new Error('two slots');
    const not = await onVault(['recovery', 'remove', own]);
    expect([not.code, not.err]).toEqual([7, expect.stringContaining('daybook passphrase')]);

    desk.write('typed', `\n  ${words.join('  ').toUpperCase()}\n`);
    desk.write('slipped', slip(text, 3));
    desk.write('unknown', text.replace(words[6] ?? '', 'lanternfish'));
    desk.write('short', words.slice(1).join(' '));
    const refusals: readonly (readonly [file: string, words: RegExp])[] = [
      ['slipped', /last word does not fit the others/],
      ['unknown', /word 7 is not one that Daybook writes/],
      ['short', /has 10 words, and 11 belong on it/],
    ];
    for (const [file, said] of refusals) {
      const refused = await use('--sheet', file, '--new-passphrase-file', 'new');
      expect([refused.code, refused.out]).toEqual([7, '']);
      expect(refused.err).toMatch(said);
      expect(refused.err).not.toMatch(/lanternfish/);
    }
    const used = await use('--sheet', 'typed', '--new-passphrase-file', 'new');
    expect([used.code, used.err]).toEqual([0, '']);
    const removed = await run(['recovery', 'remove', sheet.slice(0, 8), '--passphrase-file', 'new']);
    expect([removed.code, removed.out]).toEqual([0, expect.stringContaining('Copies of the folder')]);
    const gone = await use('--sheet', 'papers/sheet.txt', '--new-passphrase-file', 'later');
    expect([gone.code, gone.err]).toEqual([3, expect.stringContaining('opens no slot of the vault')]);
  });

  it('V28: shares that suffice restore; too few, twice, of two sets and a slip are each told', async () => {
    const made = await onVault(['recovery', 'shares', '--threshold', '2', '--count', '3', '--out', 'set/a', '--json']);
    expect(jsonLines(made)).toMatchObject([{ kind: 'shares', files: expect.arrayContaining(['set/a-3-of-3.html']) }]);
    expect(readdirSync(desk.path('set'))).toHaveLength(6);
    await onVault(['recovery', 'shares', '--threshold', '2', '--count', '2', '--out', 'set']);
    const [one, two, other] = ['set/a-1-of-3.txt', 'set/a-2-of-3.txt', 'set/daybook-recovery-1-of-2.txt'] as const;
    desk.write('slip', slip(readFileSync(desk.path(two), 'utf8'), 30));
    const refusals: readonly (readonly [files: readonly string[], words: RegExp])[] = [
      [[one], /1 share of at least 2/],
      [[one, one], /Share 1 is there twice/],
      [[one, other], /different sets/],
      [[one, 'slip'], /The share in slip: the last word does not fit/],
      [[one, 'nowhere'], /There is no file nowhere/],
      [[one, 'daybook-vault'], /no small text file/],
    ];
    for (const [files, said] of refusals) {
      const refused = await use('--share', ...files, '--new-passphrase-file', 'new');
      expect([refused.code, refused.err]).toEqual([7, expect.stringMatching(said)]);
    }
    const used = await use('--share', two, 'set/a-3-of-3.txt', '--new-passphrase-file', 'new', '--json');
    expect(jsonLines(used)).toEqual([{ recovered: true, with: 'shares' }]);
    for (const sizes of [
      ['--threshold', '3', '--count', '2'],
      ['--threshold', '1', '--count', '2'],
      ['--count', '2'],
    ]) {
      expect((await run(['recovery', 'shares', ...sizes, '--passphrase-file', 'new'])).code).toBe(2);
    }
    const shown = await run(['recovery', 'shares', '--threshold', '2', '--count', '2', '--passphrase-file', 'new']);
    expect([shown.code, shown.out]).toEqual([2, '']);
  });

  it('V29: an office whose key was made by stock age-keygen opens the vault with its identity file', async () => {
    execFileSync('age-keygen', ['-o', desk.path('office')], { stdio: 'ignore' });
    const recipient = execFileSync('age-keygen', ['-y', desk.path('office')], { encoding: 'utf8' }).trim();
    const wrong = await onVault(['recovery', 'office', '--recipient', recipient.slice(0, -1)]);
    expect([wrong.code, wrong.err]).toEqual([7, expect.stringContaining('no key that Daybook can seal to')]);
    expect((await onVault(['recovery', 'office'])).code).toBe(2);
    expect((await onVault(['recovery', 'office', '--recipient', recipient])).code).toBe(0);
    execFileSync('age', ['-r', recipient, '-a', '-o', desk.path('sealed'), desk.path('office')]);
    execFileSync('age-keygen', ['-o', desk.path('stranger')], { stdio: 'ignore' });
    desk.write('public', `${recipient}\n`);
    const refusals: readonly (readonly [file: string, code: number, words: RegExp])[] = [
      ['sealed', 7, /itself sealed with a passphrase/],
      ['stranger', 3, /opens no slot of the vault/],
      ['public', 7, /no line AGE-SECRET-KEY-1/],
    ];
    for (const [file, code, said] of refusals) {
      const refused = await use('--identity', file, '--new-passphrase-file', 'new');
      expect([refused.code, refused.err]).toEqual([code, expect.stringMatching(said)]);
    }
    expect((await use('--identity', 'office', '--new-passphrase-file', 'new')).code).toBe(0);
    expect(await opensWith('new')).toBe(0);
  });

  it('V26: who has nothing left is told plainly that there is no back door', async () => {
    const none = await use();
    expect([none.code, none.err]).toEqual([
      7,
      expect.stringMatching(/no other way into this vault.*there is no back door/),
    ]);
    await onVault(['recovery', 'sheet', '--out', 'spare']);
    const some = await use();
    expect([some.code, some.err]).toEqual([7, expect.stringMatching(/with a recovery sheet.*there is no back door/)]);
    expect((await use('--sheet', 'a', '--identity', 'b')).code).toBe(2);
    const wrong = await run(['show', '--passphrase-file', 'new']);
    expect([wrong.code, wrong.err]).toEqual([3, expect.stringContaining('daybook recovery use')]);
    expect((await onVault(['recovery', 'burn'])).err).toContain('six things');
  });

  it('V32: revoking asks first, says what ends, and tells what it does not reach', async () => {
    await onVault(['recovery', 'sheet', '--out', 'before']);
    cpSync(desk.path('daybook-vault'), desk.path('copy'), { recursive: true });
    expect((await onVault(['revoke', '--new-passphrase-file', 'new'])).err).toContain('--yes');
    expect((await onVault(['revoke', '--yes'])).err).toContain('--new-passphrase-file FILE');
    expect((await onVault(['revoke', '--yes', '--keep-passphrase', '--new-passphrase-file', 'new'])).code).toBe(2);
    expect((await onVault(['revoke', '--yes', '--keep-passphrase', '--drop', 'ffff'])).err).toContain('No slot');
    const done = await onVault(['revoke', '--yes', '--new-passphrase-file', 'new']);
    expect([done.code, done.err]).toEqual([0, '']);
    expect(done.out).toMatch(/under a new key, with 1 document\. It opens in 1 way\./);
    expect(done.out).toMatch(/No longer opens: recovery sheet[\s\S]*No backup is noted[\s\S]*Copies of the old folder/);
    expect([await opensWith('pass'), await opensWith('new')]).toEqual([3, 0]);
    expect((await use('--sheet', 'before.txt', '--new-passphrase-file', 'later')).code).toBe(3);
    // The old header beside what is new is refused by name.
    const current = readFileSync(desk.path('daybook-vault/header.json'));
    cpSync(desk.path('copy/header.json'), desk.path('daybook-vault/header.json'));
    const older = await onVault(['show']);
    expect([older.code, older.err]).toEqual([5, expect.stringContaining('does not belong to the vault beside it')]);
    desk.write('daybook-vault/header.json', current);
    const kept = await run(['revoke', '--yes', '--keep-passphrase', '--passphrase-file', 'new', '--json']);
    expect(jsonLines(kept)).toMatchObject([{ documents: 1, documentsUnreadable: 0, backups: [], gone: [] }]);
  });

  it('V31, V34: at the prompt slots can be changed, and what needs the vault alone says so', async () => {
    const prompt = await desk.run(['open', '--passphrase-file', 'pass'], {
      input: [
        'revoke --yes --new-passphrase-file new',
        'recovery use',
        'recovery sheet',
        'recovery sheet --out at-the-prompt',
        'recovery list',
        'passphrase',
        'passphrase --new-passphrase-file new',
        'show',
        'quit',
      ].join('\n'),
    });
    expect(prompt.err).toContain('needs the vault alone');
    expect(prompt.err).toContain('open here already');
    expect(prompt.err).toContain('no terminal to show the words on');
    expect(prompt.err).toContain('no terminal to show a passphrase on');
    expect(prompt.out).toContain('wrote at-the-prompt.html');
    expect(prompt.out).toContain('1 source,');
    expect(await opensWith('new')).toBe(0);
  });

  it('V26: a vault made without a terminal says that it has no sheet', async () => {
    const made = await run(['init', 'other', '--passphrase-file', 'pass']);
    expect([made.code, made.err]).toEqual([0, '']);
    expect(made.out).toContain('No recovery sheet was made. Make one: daybook recovery sheet --vault other');
  });
});

describe('on a terminal', () => {
  const desk = new Desk();
  afterAll(() => desk.remove());

  /** Reads the words that are shown, and answers the two that are asked back. */
  async function keepWords(typing: Typing, shown: RegExp): Promise<readonly string[]> {
    const [, text = ''] = await typing.sees(shown);
    const words = text.split(/\s+/).filter((word) => /^[a-z-]+$/.test(word));
    await typing.sees(/Press Enter/);
    typing.type('');
    for (let i = 0; i < 2; i++) {
      const [, at = '0'] = await typing.sees(/Word (\d+) of the \d+ on your paper: /);
      typing.type(words[Number(at) - 1] ?? '');
    }
    return words;
  }

  it('V26, V27: a new vault comes with a sheet, and the sheet opens it when the passphrase is lost', async () => {
    const init = new Typing(['init'], desk.folder);
    const passphrase = await keepWords(init, /kept nowhere:\s+([a-z -]+)\r/);
    expect(passphrase).toHaveLength(6);
    await init.sees(/Your name/);
    init.type('A. Tester');
    await init.sees(/Make a recovery sheet now.*\[Y\/n\] /);
    init.type('');
    const words = await keepWords(init, /--- the words ---([\s\S]*)--- end of the words ---/);
    expect(words).toHaveLength(11);
    await init.sees(/now opens with this sheet too/);
    expect((await init.end()).code).toBe(0);

    const use = new Typing(['recovery', 'use'], desk.folder);
    await use.sees(/Word 1 of the 11/);
    use.type(`${words[0]} lanternfish`);
    await use.sees(/Word 2 is not one that Daybook writes/);
    await use.sees(/Word 1 of the 11/);
    use.type(words.slice(0, 4).join(' ').toUpperCase());
    await use.sees(/Word 5 of the 11/);
    use.type(words.slice(4).join('   '));
    await use.sees(/The vault is open/);
    const changed = await keepWords(use, /kept nowhere:\s+([a-z -]+)\r/);
    await use.sees(/opens with the new passphrase/);
    const used = await use.end();
    expect(used.code).toBe(0);
    // What is typed is not shown.
    expect(used.out).not.toContain(words.slice(4).join('   '));
    desk.write('pass', `${changed.join(' ')}\n`);

    const revoke = new Typing(['revoke', '--passphrase-file', 'pass'], desk.folder);
    await revoke.sees(/stays {2}passphrase, A\. Tester[\s\S]*ends {3}recovery sheet, A\. Tester/);
    await revoke.sees(/Type yes to go on: /);
    revoke.type('yes');
    const last = await keepWords(revoke, /kept nowhere:\s+([a-z -]+)\r/);
    await revoke.sees(/Make a recovery sheet now/);
    revoke.type('n');
    await revoke.sees(/a lost passphrase loses the vault/);
    expect((await revoke.end()).code).toBe(0);
    expect(last).toHaveLength(6);
    const panic = new Typing(['panic'], desk.folder);
    await panic.sees(/Type destroy to make/);
    panic.type('yes');
    await panic.sees(/Nothing was destroyed/);
    expect((await panic.end()).code).toBe(2);
    expect(existsSync(desk.path('daybook-vault/header.json'))).toBe(true);
  });
});
