import { cpSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk, jsonLines, page, type Run } from './daybook.ts';
import { hereOnVault } from './run-here.ts';
import { Typing } from './typing.ts';

describe('erasing and keeping', () => {
  const desk = new Desk();
  const onVault = (args: readonly string[]): Promise<Run> => hereOnVault(desk, args);
  const ids: string[] = [];
  beforeAll(async () => {
    await desk.makeVault();
    for (const [n, place] of ['the harbour', 'the mill', 'the ferry'].entries()) {
      desk.write(`in/${n}.txt`, page(`${n + 1}2,000`, place));
    }
    const added = await onVault(['add', 'in', '--collection', 'shelf', '--json']);
    ids.push(...jsonLines(added).flatMap(({ source }) => (typeof source === 'string' ? [source.slice(0, 12)] : [])));
    expect(ids).toHaveLength(3);
  });
  afterAll(() => desk.remove());
  const blobs = (): number => readdirSync(desk.path('daybook-vault/blobs')).length;

  it('nobody to ask means that nothing is erased', async () => {
    const run = await desk.onVault(['erase', ids[0] ?? '']);
    expect([run.code, run.err]).toEqual([2, expect.stringContaining('nothing was erased')]);
    expect(run.out).toContain('To be erased: 1 source');
    expect((await onVault(['erase'])).code).toBe(2);
    expect((await onVault(['erase', ids[0] ?? '', '--collection', 'shelf', '--yes'])).code).toBe(2);
    expect((await onVault(['erase', '0123456789', '--yes'])).code).toBe(7);
    expect(blobs()).toBe(3);
  });

  it('one source goes with its file, and the receipt says what is out of reach', async () => {
    const run = await desk.onVault(['erase', ids[0] ?? '', '--reason', 'its author asked', '--yes']);
    expect([run.code, run.err]).toEqual([0, '']);
    expect(run.out).toContain('1 collection loses it');
    expect(run.out).toMatch(/Erased 1 source: \d+ parts and 1 file/);
    expect(run.out).toContain('nothing of it is left in this folder');
    for (const reach of ['your own files', 'what was exported', 'the disk itself']) expect(run.out).toContain(reach);
    expect(blobs()).toBe(2);
    const shown = jsonLines(await onVault(['show', '--json']));
    expect(shown.map(({ source }) => String(source).slice(0, 12)).sort()).toEqual([...ids.slice(1)].sort());
    const verified = await onVault(['verify']);
    expect([verified.code, verified.out]).toEqual([0, expect.stringMatching(/parts +\d+ as .*; \d+ erased\n/)]);
    expect((await onVault(['log', '--limit', '1'])).out).toContain('erasure');
  });

  it('a rule lists what is due and erases nothing; clearing it ends that', async () => {
    expect((await onVault(['retention', 'set', 'shelf'])).code).toBe(2);
    expect((await onVault(['retention', 'set', 'no such', '--days', '3'])).code).toBe(7);
    expect((await onVault(['retention', 'set', 'shelf', '--days', '0', '--reason', 'agreed'])).code).toBe(0);
    const due = await onVault(['retention', 'due']);
    expect(due.out).toContain('2 sources due');
    expect((await onVault(['retention', 'list'])).out).toMatch(/shelf +0 +agreed/);
    expect(jsonLines(await onVault(['retention', 'due', '--json']))).toHaveLength(2);
    expect(blobs()).toBe(2);
    expect((await onVault(['retention', 'set', 'shelf', '--days', '400'])).code).toBe(0);
    expect((await onVault(['retention', 'due'])).out).toContain('Nothing has fallen due.');
    expect((await onVault(['retention', 'clear', 'shelf'])).code).toBe(0);
    expect((await onVault(['retention', 'list'])).out).toContain('No collection has a rule');
  });

  it('one person cannot ask for a second approval, nor remove somebody who is not there', async () => {
    expect((await onVault(['approval'])).out).toContain('One person may erase');
    const on = await onVault(['approval', 'on']);
    expect([on.code, on.err]).toEqual([7, expect.stringContaining('One person cannot approve twice')]);
    expect((await onVault(['person', 'remove', 'Nobody', '--yes'])).code).toBe(7);
    expect((await onVault(['person', 'list'])).out).toMatch(/Mara Veldt +1 +\S+ +opened this vault/);
    const devices = await onVault(['device', 'list']);
    expect(devices.out).toMatch(/Mara Veldt +\d+ +\S+ +this one/);
    const own = jsonLines(await onVault(['device', 'list', '--json']))[0]?.['device'];
    expect((await onVault(['device', 'remove', String(own), '--yes'])).code).toBe(7);
  });

  it('a collection goes with all that is in it', async () => {
    const run = await onVault(['erase', '--collection', 'shelf', '--yes', '--json']);
    const [receipt] = jsonLines(run);
    expect([run.code, receipt]).toEqual([0, expect.objectContaining({ files: 2, left: 0, finished: true })]);
    expect([blobs(), (await onVault(['collection', 'list'])).out]).toEqual([
      0,
      expect.stringContaining('no collections'),
    ]);
  });
});

describe('two people at one computer', () => {
  const desk = new Desk();
  const onVault = (args: readonly string[]): Promise<Run> => hereOnVault(desk, args);
  beforeAll(async () => {
    await desk.makeVault();
    desk.write('second', 'another row of seven invented words\n');
    desk.write('third', 'yet another row of seven invented words\n');
    desk.write('one.txt', page('12,000'));
    await onVault(['add', 'one.txt']);
  });
  afterAll(() => desk.remove());
  const as = (file: string, args: readonly string[]): Promise<Run> => hereOnVault(desk, args, { passphraseFile: file });

  it('each opens the vault with a passphrase of their own and signs as themselves', async () => {
    const added = await desk.onVault(['person', 'add', 'Ilsa Torvane', '--new-passphrase-file', 'second']);
    expect([added.code, added.err]).toEqual([0, '']);
    expect((await onVault(['person', 'add', 'Ilsa Torvane', '--new-passphrase-file', 'third'])).code).toBe(7);
    expect((await onVault(['person', 'add', '--new-passphrase-file', 'third'])).code).toBe(2);
    expect((await as('second', ['collection', 'create', 'shelf'])).code).toBe(0);
    const [newest] = jsonLines(await onVault(['log', '--limit', '1', '--json']));
    const persons = jsonLines(await onVault(['person', 'list', '--json']));
    expect(persons.map(({ name }) => name)).toEqual(['Mara Veldt', 'Ilsa Torvane']);
    expect(newest?.['person']).toBe(persons[1]?.['person']);
    expect((await onVault(['verify'])).code).toBe(0);
  });

  it('what cannot be undone then asks for the passphrase of the other, and of nobody else', async () => {
    const second = ['--second-passphrase-file', 'second'];
    expect((await onVault(['approval', 'on'])).out).toContain('two passphrases, not two bodies');
    const id = String(jsonLines(await onVault(['show', '--json']))[0]?.['source']).slice(0, 12);
    const alone = await onVault(['erase', id, '--yes']);
    expect([alone.code, alone.err]).toEqual([2, expect.stringContaining('needs a second person')]);
    const same = await onVault(['erase', id, '--yes', '--second-passphrase-file', 'pass']);
    expect([same.code, same.err]).toEqual([7, expect.stringContaining('whoever opened the vault')]);
    expect((await onVault(['erase', id, '--yes', '--second-passphrase-file', 'third'])).code).toBe(3);
    expect((await onVault(['erase', id, '--yes', ...second])).code).toBe(0);
    const kinds = jsonLines(await onVault(['log', '--limit', '2', '--json'])).map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['erasure', 'approval']);
    expect((await onVault(['approval', 'off'])).code).toBe(2);
    expect((await onVault(['approval', 'off', ...second])).code).toBe(0);
  });

  it('in a team of two nobody removes the other alone; two of three do, and their way in is gone', async () => {
    await onVault(['person', 'add', 'Dorun Kest', '--new-passphrase-file', 'third']);
    const alone = await onVault(['person', 'remove', 'Dorun Kest', '--yes']);
    expect([alone.code, alone.out]).toEqual([0, expect.stringContaining('once a second person states the same')]);
    expect((await as('third', ['show'])).code).toBe(0);
    expect((await onVault(['invite', '--out', 'invitation'])).code).toBe(0);
    cpSync(desk.path('daybook-vault'), desk.path('elsewhere'), { recursive: true });
    const both = await desk.onVault(['person', 'remove', 'Dorun Kest', '--yes', '--second-passphrase-file', 'second']);
    expect([both.code, both.out]).toEqual([0, expect.stringContaining('Removed Dorun Kest')]);
    expect((await as('third', ['show'])).code).toBe(3);
    expect((await onVault(['person', 'list'])).out).toMatch(/Dorun Kest .*removed/);
    expect((await onVault(['person', 'remove', 'Dorun Kest', '--yes'])).code).toBe(7);
    expect((await onVault(['verify'])).code).toBe(0);
  });

  it('at the prompt the next line confirms, and no passphrase is asked for where it would be seen', async () => {
    desk.write('two.txt', page('13,000'));
    await onVault(['add', 'two.txt']);
    const id = String(jsonLines(await onVault(['show', '--json']))[0]?.['source']).slice(0, 12);
    const prompt = new Typing(['open', 'daybook-vault', '--passphrase-file', 'pass'], desk.folder);
    await prompt.sees(/daybook> /);
    prompt.type('approval on');
    await prompt.sees(/two passphrases/);
    for (const [line, answer, told] of [
      [`erase ${id}`, 'no', /Nothing was erased/],
      [`erase ${id}`, 'erase', /a passphrase typed at this prompt would be seen/],
      ['approval off --second-passphrase-file second', undefined, /may erase, remove and change settings alone/],
      [`erase ${id}`, 'erase', /Erased 1 source/],
      ['person remove "Ilsa Torvane"', 'no', /Nothing was stated/],
    ] as const) {
      prompt.type(line);
      if (answer !== undefined) {
        await prompt.sees(/Type (erase|remove) to /);
        prompt.type(answer);
      }
      await prompt.sees(told);
      await prompt.sees(/daybook> /);
    }
    prompt.type('quit');
    await prompt.end();
    // A pipe was filled before anybody saw the question.
    const piped = await desk.run(['open', '--passphrase-file', 'pass'], {
      input: 'erase --collection shelf\nerase\nquit\n',
    });
    expect(piped.err).toContain('nobody to ask, so nothing was erased');
  });

  it('who is alone at the terminal states a removal with an empty line, and the second person does later', async () => {
    const alone = new Typing(['person', 'remove', 'Ilsa Torvane', '--passphrase-file', 'pass'], desk.folder);
    await alone.sees(/Type remove to /);
    alone.type('remove');
    expect((await alone.end()).out).toContain('Stated by you alone');

    desk.write('fourth', 'one more row of seven invented words\n');
    await onVault(['person', 'add', 'Oren Maliq', '--new-passphrase-file', 'fourth']);
    const asked = new Typing(['person', 'remove', 'Ilsa Torvane', '--passphrase-file', 'pass'], desk.folder);
    await asked.sees(/Type remove to /);
    asked.type('remove');
    await asked.sees(/Enter alone when nobody is there now/);
    asked.type('');
    expect((await asked.end()).out).toContain('Stated by you alone');
    expect((await as('fourth', ['person', 'remove', 'Ilsa Torvane', '--yes'])).out).toContain('Removed Ilsa Torvane');
  });

  it('where a removal came by a bundle, whose way in is still there is named until it goes', async () => {
    const elsewhere = (args: readonly string[]) => onVault([...args, '--vault', 'elsewhere']);
    expect((await onVault(['bundle', '--to', 'Mara Veldt', '--out', 'news.age'])).code).toBe(0);
    const told = expect.stringMatching(/still able to open this vault: Ilsa Torvane, Dorun Kest\..*daybook revoke/);
    const taken = await elsewhere(['take', 'news.age']);
    expect([taken.code, taken.err]).toEqual([0, told]);
    expect((await elsewhere(['show'])).err).toEqual(told);
    for (const name of ['Ilsa Torvane', 'Dorun Kest']) {
      const gone = await elsewhere(['person', 'remove', name, '--yes']);
      expect([gone.code, gone.out]).toEqual([0, expect.stringContaining('no way into this vault either')]);
    }
    const shut = await desk.run(['show', '--vault', 'elsewhere', '--passphrase-file', 'third']);
    expect([shut.code, (await elsewhere(['show'])).err]).toEqual([3, expect.not.stringContaining('still able')]);
  });
});
