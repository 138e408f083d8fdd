import { cpSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unlockVault } from '../../src/serve/open.ts';
import type { Vault } from '../../src/vault/index.ts';
import { Desk, installation, jsonLines, page } from './daybook.ts';
import { hereOnVault, runHere } from './run-here.ts';

async function openVault(desk: Desk, name: string): Promise<Vault> {
  const passphrase = readFileSync(desk.path('pass'), 'utf8').trim();
  const now = (): string => '2026-02-03T04:05:06.789Z';
  const opened = await unlockVault({ installation, folder: desk.path(name), passphrase, now, machine: undefined });
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
}

/** Gives one vault all entries of another; answers how many were refused. */
async function mergeInto(desk: Desk, from: string, to: string): Promise<number> {
  const [giver, taker] = [await openVault(desk, from), await openVault(desk, to)];
  try {
    const { items } = await giver.query('entries', { limit: 500 });
    const given = { entries: items.map(({ bytes }) => bytes), parts: items.flatMap(({ parts }) => parts) };
    const taken = await taker.accept(given);
    return taken.ok ? taken.value.refused.length : -1;
  } finally {
    await giver.close();
    await taker.close();
  }
}

describe('copies of a vault', () => {
  const desk = new Desk();
  const pass = ['--passphrase-file', 'pass'];
  /** Types lines at the prompt of a vault: opening it once for several commands. */
  const atPrompt = (lines: readonly string[], vault = 'daybook-vault'): ReturnType<Desk['run']> =>
    desk.run(['open', vault, ...pass], { input: `${lines.join('\n')}\nquit\n` });
  beforeAll(async () => {
    await desk.makeVault();
    for (const [name, count] of Object.entries({ one: '12,000', two: '31,000', three: '41,000' })) {
      desk.write(`${name}.txt`, page(count));
    }
    desk.write('wrong', 'not the passphrase of this vault\n');
    desk.write('letters/letter.txt', 'a letter');
    expect((await desk.onVault(['add', 'one.txt', 'two.txt'])).code).toBe(0);
  });
  afterAll(() => desk.remove());

  it('V36, V41: a backup is made at the prompt and by itself, is restored, and says what was counted', async () => {
    const lines = [
      'backup stick',
      'backup stick',
      'restore stick other',
      'backup letters',
      'backup daybook-vault/copy',
    ];
    const prompt = await atPrompt(lines);
    expect(prompt.code).toBe(7);
    expect(prompt.err.split('\n')).toMatchObject([
      expect.stringContaining('One vault is open here'),
      expect.stringContaining('There is something in letters that is no backup'),
      expect.stringContaining('lies inside the vault'),
      '',
    ]);
    expect(prompt.out).toMatch(/^documents {4}2 documents \([\d.]+ KB\): 2 copied, 0 there already; 2 read through$/m);
    expect(prompt.out).toContain('stick is now a complete backup');
    expect(prompt.out).toMatch(/^Nothing new since the backup of \d{4}-.*Z: stick holds all of it\.$/m);
    const [again] = jsonLines(await hereOnVault(desk, ['backup', 'stick', '--full', '--json']));
    const blobs = { count: 2, kept: 2, checked: 2 };
    expect(again).toMatchObject({ type: 'made', previous: 'whole', lacking: [], noted: true, blobs });

    const restored = await desk.run(['restore', 'stick', 'restored', ...pass]);
    expect({ ...restored, out: '' }).toEqual({ code: 0, err: '', out: '' });
    expect(restored.out).toMatch(/^documents {4}2 documents of 2, [\d.]+ KB, each read through$/m);
    expect(restored.out).toMatch(/^What was erased after \d{4}-.*Z is here again, until you take a bundle/m);
    const worked = await atPrompt(['verify', 'add three.txt', 'verify'], 'restored');
    expect([worked.code, worked.err]).toEqual([0, expect.stringContaining('copied or restored')]);
    expect(worked.out.match(/Everything is as it was kept\./g)).toHaveLength(2);
  });

  it('V41, V42: a restore that is refused gets one sentence and its code', async () => {
    await desk.makeVault('stranger');
    expect((await atPrompt(['backup foreign'], 'stranger')).code).toBe(0);
    cpSync(desk.path('stick'), desk.path('hurt'), { recursive: true });
    rmSync(desk.path('hurt/blobs', readdirSync(desk.path('hurt/blobs'))[0] ?? ''));
    const cases: readonly (readonly [args: readonly string[], code: number, words: RegExp])[] = [
      [['nowhere', 'x', ...pass], 7, /There is no backup in nowhere/],
      [['daybook-vault', 'x', ...pass], 7, /daybook-vault is a vault itself/],
      [['foreign', 'daybook-vault', ...pass], 7, /backup in foreign is of another workspace.*nothing was brought back/],
      [['stick', 'daybook-vault', ...pass, '--backup-passphrase-file', 'wrong'], 3, /does not open the backup/],
      [['stick', 'letters', ...pass], 7, /something in letters already/],
      [['stick', 'x', '--passphrase-file', 'wrong'], 3, /does not open the backup/],
      [['hurt', 'x', ...pass], 5, /LACKING {2}source [0-9a-f]{8}.*missing[\s\S]*1 document missing.*--partial/],
    ];
    for (const [args, code, words] of cases) {
      const run = await runHere(desk.folder, ['restore', ...args]);
      expect({ args, ...run }).toEqual({ args, code, err: expect.stringMatching(words), out: '' });
    }
    const partial = await desk.run(['restore', 'hurt', 'x', '--partial', ...pass]);
    expect([partial.code, partial.out]).toEqual([1, expect.stringMatching(/1 document of 2[\s\S]*LACKING/)]);
  });

  it('V50: restored onto the vault, a backup brings back what was lost and erased things stay away, all of it counted', async () => {
    cpSync(desk.path('daybook-vault'), desk.path('lossy'), { recursive: true });
    const shown = await atPrompt(['show --json'], 'lossy');
    const [erased = '', kept = ''] = [...shown.out.matchAll(/"source":"([0-9a-f]{32})"/g)].map(([, id]) => id ?? '');
    expect((await atPrompt([`erase ${erased} --yes`], 'lossy')).code).toBe(0);
    const [left = ''] = readdirSync(desk.path('lossy/blobs'));
    rmSync(desk.path('lossy/blobs', left));
    const args = ['restore', 'stick', 'lossy', ...pass];
    const merged = await desk.run(args);
    expect([merged.code, merged.out]).toEqual([
      0,
      expect.stringMatching(/^entries {6}\d+ in the backup, \d+ here already$/m),
    ]);
    expect(merged.out).toMatch(/^parts {8}\d+ in the backup, \d+ here already, \d+ left out, since .* erased$/m);
    expect(merged.out).toMatch(
      /^documents {4}2 in the backup, 1 brought back \([\d.]+ \w+\), 1 left out, since they were erased$/m,
    );
    expect(merged.out).toContain('lossy lacks nothing any more that stick could give.');
    const [again] = jsonLines(await runHere(desk.folder, [...args, '--json']));
    expect(again).toMatchObject({ database: 'whole', blobs: { given: 2, kept: 0, alreadyHere: 1, erased: 1 } });
    const checked = await atPrompt(['verify', 'show --json'], 'lossy');
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('Everything is as it was kept.')]);
    expect([checked.out.includes(erased), checked.out.includes(kept)]).toEqual([false, true]);
  });

  it('V41: a sheet, or shares that suffice, restore a backup whose passphrase is lost, and set a new one', async () => {
    desk.write('new', 'nine green boats under the mill\n');
    const anew = ['--new-passphrase-file', 'new'];
    const made = await atPrompt([
      'recovery sheet --out sheet',
      'recovery shares --threshold 2 --count 3 --out shares',
      'backup kept',
    ]);
    expect([made.code, made.err]).toEqual([0, '']);
    const shares = readdirSync(desk.folder).filter((name) => /^shares.*\.txt$/.test(name));
    expect(shares).toHaveLength(3);
    for (const [name, means] of [
      ['by-sheet', ['--sheet', 'sheet.txt']],
      ['by-shares', ['--share', ...shares.slice(1)]],
    ] as const) {
      const run = await desk.run(['restore', 'kept', name, ...means, ...anew]);
      expect([run.code, run.err]).toEqual([0, '']);
      expect(run.out).toContain('opens with the new passphrase');
      const opens = async (file: string): Promise<number | null> =>
        (await hereOnVault(desk, ['verify', '--vault', name], { passphraseFile: file })).code;
      expect([await opens('new'), await opens('pass')]).toEqual([0, 3]);
    }
    const refused: readonly (readonly [args: readonly string[], code: number, words: RegExp])[] = [
      [['stick', 'y', '--sheet', 'sheet.txt', ...anew], 3, /opens nothing in the backup/],
      [['kept', 'y', '--share', ...shares.slice(2), ...anew], 7, /1 share of at least 2/],
      [['kept', 'y', '--sheet', 'sheet.txt', ...pass, ...anew], 2, /Name one thing/],
      [['kept', 'y', '--ask-sheet', '--sheet', 'sheet.txt', ...anew], 2, /Name one thing/],
      [['kept', 'y', ...pass, ...anew], 2, /Leave out --new-passphrase-file/],
      [['kept', 'y', '--sheet', 'sheet.txt'], 2, /no terminal to show a passphrase on/],
    ];
    for (const [args, code, words] of refused) {
      const run = await runHere(desk.folder, ['restore', ...args]);
      expect({ args, ...run }).toEqual({ args, code, err: expect.stringMatching(words), out: '' });
    }
  });

  it('V44: checkpoints kept elsewhere show a copy that is older, and one that is another', async () => {
    cpSync(desk.path('daybook-vault'), desk.path('older'), { recursive: true });
    const keep = ['checkpoint --json', 'add three.txt', 'checkpoint --json', 'checkpoint --out kept.txt'];
    const kept = await atPrompt([...keep, 'checkpoint --out kept.txt', 'collection create Later']);
    expect([kept.code, kept.err]).toEqual([7, expect.stringContaining('is not written over')]);
    expect(kept.out).toMatch(/^Head words {3}(?:[a-z-]+ ){5}[a-z-]+$/m);
    const words = [...kept.out.matchAll(/^\{"words":"([^"]+)"/gm)].map(([, told]) => told);
    const text = readFileSync(desk.path('kept.txt'), 'utf8');
    desk.write('changed.txt', text.replace(/\n(\d+)\n/, '\n1\n'));
    desk.write('cut.txt', text.slice(0, 90));
    desk.write(
      'other.txt',
      text.replace(/^daybook\/./, (start) => `daybook/${start.endsWith('0') ? '1' : '0'}`),
    );
    const files = ['kept.txt', 'changed.txt', 'other.txt', 'cut.txt', 'letters/letter.txt', 'nowhere.txt'];
    const same = await atPrompt(files.map((file) => `verify --against ${file}`));
    expect(same.out).toMatch(/against .*first \d+ entries are those.*; 1 came since/);
    expect([same.code, same.err.split('\n')]).toMatchObject([
      7,
      [
        expect.stringMatching(/in changed\.txt was changed, or is not signed/),
        expect.stringMatching(/in other\.txt is of another workspace/),
        expect.stringMatching(/cut\.txt is no file of checkpoints/),
        expect.stringMatching(/letter\.txt is no file of checkpoints/),
        expect.stringMatching(/There is no file nowhere\.txt/),
        '',
      ],
    ]);

    const older = await atPrompt(
      ['checkpoint --json', 'verify --against kept.txt', 'verify --against kept.txt --json'],
      'older',
    );
    expect([older.code, older.out]).toEqual([5, expect.stringMatching(/FAULT {2}this copy is older by 4 entries/)]);
    expect(older.out).toContain('"faults":[],"forks":[],');
    expect(older.out).toMatch(/"sound":false.*"against":\[\{"type":"shorter"/);
    expect([words.length, older.out.includes(`"words":"${words[0]}"`), words[0] === words[1]]).toEqual([
      2,
      true,
      false,
    ]);
  });

  it('V43: a copied folder that was written to as the same device shows the fork in log and verify, both kept', async () => {
    const vault = 'daybook-vault';
    cpSync(desk.path(vault), desk.path('clone'), { recursive: true });
    const newest = ['collection create Here', 'log --limit 1 --json'];
    const here = await atPrompt(newest);
    cpSync(desk.path(vault), desk.path('here'), { recursive: true });
    // As after the disk was cloned: the folder lies where it lay, and nothing tells the copy from the first.
    for (const file of readdirSync(desk.path('clone'))) {
      cpSync(desk.path('clone', file), desk.path(vault, file), { recursive: true });
    }
    const there = await atPrompt(newest.map((line) => line.replace('Here', 'There')));
    const devices = [here, there].map(({ out }) => /"device":"([0-9a-f]+)","entry":(\d+)/.exec(out)?.slice(1));
    expect([devices[0]?.length, devices[1]]).toEqual([2, devices[0]]);
    expect(await mergeInto(desk, 'here', vault)).toBe(0);
    const shown = await atPrompt(['log', 'verify', 'collection list']);
    expect([shown.code, shown.out]).toEqual([
      0,
      expect.stringMatching(/^Fork: two entries at place \d+ of device .*Both are kept\.$/m),
    ]);
    expect(shown.out).toMatch(/^Fork: two entries .*not damage\.$/m);
    expect(shown.out).toMatch(/Here[\s\S]*There/);
  });

  it('V43: strays among the blobs are told by their kind; only what is certainly left is taken away', async () => {
    const blobs = (name: string): string => desk.path('daybook-vault/blobs', name);
    const old = new Date(Date.now() - 3 * 24 * 60 * 60 * 1000);
    for (const [name, age] of [
      [`${'0a'.repeat(16)}.part`, old],
      [`${'0b'.repeat(16)}.part`, new Date()],
      ['0c'.repeat(16), old],
      ['photograph.jpg.part', old],
    ] as const) {
      writeFileSync(blobs(name), 'x');
      utimesSync(blobs(name), age, age);
    }
    const run = await atPrompt(['verify', 'verify --json']);
    expect(run.code).toBe(0);
    expect(run.out).toMatch(/^Removed 1 unfinished file of more than a day ago/m);
    expect(run.out).toMatch(/^1 unfinished file in blobs/m);
    expect(run.out).toMatch(/^1 whole file in blobs that no source points at/m);
    expect(run.out).toMatch(/^1 file in blobs that Daybook did not make: photograph\.jpg\.part$/m);
    expect(run.out).toContain('"strays":{"parts":1,"unknown":1,"foreign":["photograph.jpg.part"],"removed":0}');
    expect(readdirSync(desk.path('daybook-vault/blobs')).filter((file) => file.includes('0a0a'))).toEqual([]);
  });
});
