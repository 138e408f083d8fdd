import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk, installation, jsonLines, page, type Run } from './daybook.ts';
import { hereOnVault, runHere } from './run-here.ts';

/** The part of a digest that shows. */
const ID = /^[0-9a-f]{32}$/;

describe('the commands on a vault', () => {
  const desk = new Desk();
  const onVault = (args: readonly string[]): Promise<Run> => hereOnVault(desk, args);
  let source = '';
  beforeAll(async () => {
    await desk.makeVault();
    desk.write('one.txt', page('12,000'));
    desk.write(
      'two.md',
      `# Second report\n\n${page('more than 31,000')}\n\nOnly two women, one of them aged 34, crossed in May 2018.\n`,
    );
    desk.write(
      'three.html',
      `<!doctype html><html lang="ko"><title>견본</title><p>지어낸 글. 주민 ${'가'.repeat(40)}.</p></html>`,
    );
    const run = await desk.onVault([
      'add',
      'one.txt',
      'two.md',
      'three.html',
      '--collection',
      'Harbour',
      '--reason',
      'to try',
    ]);
    expect(run.code).toBe(0);
    const shown = jsonLines(await onVault(['show', '--json']));
    source = String(shown.find(({ file }) => file === 'one.txt')?.['source']);
    expect(source).toMatch(ID);
  });
  afterAll(() => desk.remove());

  it('show lists every source in lines of at most 100 cells', async () => {
    const run = await desk.onVault(['show']);
    expect(run.code).toBe(0);
    expect(run.out).toContain(source.slice(0, 8));
    expect(run.out).toContain('3 sources');
  });

  it('show of one says who captured it and that it is unchanged, and never that it is authentic', async () => {
    const run = await onVault(['show', source.slice(0, 6)]);
    expect(run.code).toBe(0);
    for (const words of [
      source,
      'captured by Mara Veldt at ',
      'unchanged since',
      'captured because: to try',
      'recorded as entry ',
      'SHA-256 ',
      'in collections: Harbour',
    ]) {
      expect(run.out).toContain(words);
    }
    expect(run.out).not.toMatch(/authentic|genuine|proof that/i);
    const [object] = jsonLines(await onVault(['show', source, '--json']));
    expect(object).toMatchObject({
      source,
      file: 'one.txt',
      custody: { method: 'file', bytes: { type: 'unchanged' } },
    });
  });

  it('text of a source is its text', async () => {
    const run = await desk.onVault(['text', '--source', source]);
    expect(run.out).toContain('12,000 people lived near the harbour');
    const [object] = jsonLines(await onVault(['text', '--source', source, '--main', '--json']));
    expect(Object.keys(object ?? {})).toEqual([
      'file',
      'text',
      'title',
      'author',
      'publisher',
      'date',
      'language',
      'documents',
    ]);
  });

  it('figures are unreviewed suggestions with comparator and source', async () => {
    const run = await desk.onVault(['figures']);
    expect(run.out).toMatch(/12,000\s/);
    expect(run.out).toContain('more than 31,000');
    expect(run.out).toContain('unreviewed suggestion');
    const lines = jsonLines(await onVault(['figures', '--source', source, '--json']));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatchObject({ source, state: 'unreviewed' });
    expect((await onVault(['figures', '--collection', 'Harbour'])).out).toContain('more than 31,000');
  });

  it('S28: what is held in a text shows in no title, name of a file, origin or reason, however it is spelt', async () => {
    desk.write(
      'Jane_Doerwick.md',
      '# JANE DOERWICK: HER STORY\n\nPastor Jane Doerwick counted 8,000 boats at the mill.\n',
    );
    const about = ['--origin', 'sent by jane doerwick', '--reason', 'Doerwick, Jane asked for it'];
    const [added] = jsonLines(await desk.onVault(['add', 'Jane_Doerwick.md', ...about, '--json']));
    const id = String(added?.['source']);
    for (const command of [
      ['show'],
      ['show', '--json'],
      ['show', id],
      ['show', id, '--json'],
      ['search', 'boats'],
      ['search', 'boats', '--json'],
      ['text', '--source', id],
      ['claims', '--json'],
    ]) {
      const { out } = await desk.onVault(command);
      expect([command, out.includes('▒▒▒'), /doerwick/i.test(out)]).toEqual([command, true, false]);
    }
    expect((await desk.onVault(['show', id, '--reveal'])).out).toContain(
      'came from, as whoever captured it says: sent by jane doerwick',
    );
  });

  it('a count of two and an age are veiled until they are asked for', async () => {
    for (const command of [['figures'], ['figures', '--json']]) {
      const run = await onVault(command);
      expect(run.out).toContain('▒▒▒');
      expect(run.out).not.toMatch(/two women|\b34\b/);
    }
    const shown = jsonLines(await onVault(['show', '--json']));
    const two = String(shown.find(({ file }) => file === 'two.md')?.['source']);
    const veiled = await onVault(['text', '--source', two]);
    expect(veiled.out).toContain('▒▒▒');
    expect(veiled.out).not.toMatch(/two women|\b34\b/);
    expect((await onVault(['text', '--source', two, '--reveal'])).out).toContain('Only two women, one of them aged 34');
  });

  it('a brief is an entry first and then two files, which cite what they say', async () => {
    const run = await desk.onVault(['brief', '--about', '-', '--out', 'out', '--json'], { input: 'people harbour\n' });
    expect(run.code).toBe(0);
    const [object] = jsonLines(run);
    const files = object?.['files'];
    expect(files).toEqual([expect.stringMatching(/^out\/brief-[0-9a-f]{16}\.md$/), expect.stringMatching(/\.html$/)]);
    const [markdown = ''] = Array.isArray(files) ? files.map(String) : [];
    const text = readFileSync(desk.path(markdown), 'utf8');
    expect(text).toContain('DRAFT, NOT REVIEWED, NOT CHECKED FOR DISCLOSURE');
    const log = jsonLines(await onVault(['log', '--json']));
    expect(log[0]).toMatchObject({ kind: 'brief-drafted', person: null });
  });

  it('a brief of which everything is held back writes nothing and says so', async () => {
    desk.write('held.txt', 'SAMPLE, INVENTED\n\nOnly two women, aged 34 and 52, reached the lighthouse in May 2018.\n');
    await onVault(['add', 'held.txt', '--collection', 'Held']);
    const run = await onVault(['brief', '--about', 'lighthouse', '--collection', 'Held', '--out', 'held']);
    expect([run.code, run.err]).toEqual([6, expect.stringContaining('held back')]);
    expect(existsSync(desk.path('held'))).toBe(false);
    expect(run.out + run.err).not.toMatch(/two women|\b34\b/);
  });

  it('verify counts what it checked', async () => {
    const run = await desk.onVault(['verify']);
    expect([run.code, run.out]).toEqual([0, expect.stringContaining('Everything is as it was kept.')]);
    for (const what of ['entries', 'parts', 'checkpoints', 'projections', 'sources']) {
      expect(run.out).toMatch(new RegExp(`^${what} +\\d`, 'm'));
    }
  });

  it('rebuild gives equal digests', async () => {
    const [object] = jsonLines(await desk.onVault(['rebuild', '--json']));
    expect(object).toMatchObject({ equal: true, readingsDropped: 0 });
    expect(object?.['before']).toBe(object?.['after']);
  });

  it('log shows the newest entries first and where the log ends', async () => {
    const run = await onVault(['log', '--limit', '3']);
    expect(run.out).toMatch(/older entries \(--limit N shows more\)/);
    expect(run.out).toMatch(/The log of device [0-9a-f]{8}… ends at \d+ entries, root [0-9a-f]{32}…/);
  });

  it('collections are made, filled and emptied', async () => {
    expect((await onVault(['collection', 'create', 'North shore'])).out).toBe('Made the collection North shore.\n');
    expect((await onVault(['collection', 'create', 'North shore'])).code).toBe(7);
    expect((await onVault(['collection', 'add', 'North shore', source])).out).toContain('now holds 1');
    expect((await onVault(['show', '--collection', 'North shore', '--json'])).out).toContain(source);
    expect((await onVault(['collection', 'remove', 'North shore', source])).out).toContain('now holds 0');
    expect((await onVault(['collection', 'list'])).out).toContain('North shore');
  });

  it('read of a source reads it again and keeps what it found', async () => {
    const kinds = async () => jsonLines(await onVault(['log', '--json'])).map(({ kind }) => kind);
    const before = await kinds();
    const run = await desk.onVault(['read', '--source', source, '--json', '--pack', `${installation.packs}/samples`]);
    expect(run.code).toBe(0);
    expect(jsonLines(run)[0]).toMatchObject({ file: 'one.txt' });
    // Its text came out as it stood, so nothing but the reading is stated again.
    const after = await kinds();
    expect(after.slice(0, after.indexOf('collection-changed'))).toEqual(['reading-made']);
    expect(before[0]).toBe('collection-changed');
  });

  it('the vault can be named by the environment', async () => {
    const run = await desk.run(['show', '--passphrase-file', 'pass', '--json'], {
      env: { DAYBOOK_VAULT: desk.path('daybook-vault') },
    });
    expect([run.code, run.err]).toEqual([0, '']);
  });
});

describe('the commands without a vault', () => {
  const desk = new Desk();
  beforeAll(() => {
    desk.write('one.txt', page('12,000'));
    desk.write('two.txt', page('close to 400,000'));
    desk.write('escape.txt', 'SAMPLE, INVENTED\n\nRed \u001b[31m words.\n');
  });
  afterAll(() => desk.remove());

  it('init makes a vault with the passphrase of a file, which then opens it', async () => {
    desk.write('pass', 'six words that nobody ever used before\n');
    const made = await desk.run(['init', 'mine', '--passphrase-file', 'pass']);
    expect([made.code, made.out]).toEqual([0, expect.stringContaining('Made an encrypted vault in mine.')]);
    expect(made.out).toContain('Next: daybook add FILE FOLDER --vault mine\nor, in the browser: daybook open mine\n');
    const shown = await desk.run(['show', '--vault', 'mine', '--passphrase-file', 'pass']);
    expect([shown.code, shown.out]).toEqual([0, 'No sources yet. Add some: add FILE FOLDER\n']);
  });

  it('text prints one object for each file', async () => {
    const lines = jsonLines(await desk.run(['text', 'one.txt', 'two.txt', '--json']));
    expect(lines.map(({ file }) => file)).toEqual(['one.txt', 'two.txt']);
    const plain = await runHere(desk.folder, ['text', 'one.txt']);
    expect(plain.out).toContain('12,000 people');
  });

  it('read prints claims JSON, one object for each file, every word of it', async () => {
    const lines = jsonLines(await desk.run(['read', 'one.txt', 'two.txt', '--json']));
    expect(lines.map(({ file }) => file)).toEqual(['one.txt', 'two.txt']);
    expect(JSON.stringify(lines[1])).toContain('"value":400000');
    expect((await runHere(desk.folder, ['read', 'two.txt'])).out).toContain('“close to 400,000”');
    expect(jsonLines(await desk.run(['read', '-', '--json'], { input: page('7,000') }))[0]).toMatchObject({
      file: 'standard-input',
    });
  });

  it('one bad file among good ones costs itself alone', async () => {
    const run = await desk.run(['read', 'one.txt', 'nope.txt', 'two.txt', '--json']);
    expect([run.code, jsonLines(run).length, run.err]).toEqual([1, 2, 'nope.txt: no such file\n']);
  });

  it('a document cannot drive the terminal of a list', async () => {
    const run = await runHere(desk.folder, ['read', 'escape.txt']);
    expect(run.out).not.toContain('\u001b');
  });

  it('version and help need nothing', async () => {
    expect((await desk.run(['version'])).out).toMatch(/^daybook \d+\.\d+\.\d+\n$/);
    expect((await desk.run(['--version'])).out).toBe((await desk.run(['version'])).out);
    expect(jsonLines(await runHere(desk.folder, ['version', '--json']))[0]).toEqual({ daybook: expect.any(String) });
    const help = await desk.run(['--help']);
    expect([help.code, help.err]).toEqual([0, '']);
    for (const name of [
      'init',
      'open',
      'demo',
      'add',
      'show',
      'text',
      'read',
      'figures',
      'brief',
      'verify',
      'rebuild',
      'log',
      'collection',
      'version',
    ]) {
      expect(help.out).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    }
  });
});
