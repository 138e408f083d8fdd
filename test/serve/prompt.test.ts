import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk, page } from './daybook.ts';
import { Typing } from './typing.ts';

describe('the prompt', () => {
  const desk = new Desk();
  beforeAll(async () => {
    await desk.makeVault();
    desk.write('one.txt', page('12,000'));
  });
  afterAll(() => desk.remove());

  it('opens once and runs every line that is piped in, with content from the next line', async () => {
    const run = await desk.run(['open', '--passphrase-file', 'pass'], {
      input: [
        'add one.txt --reason "two words"',
        'daybook show',
        '',
        'figures',
        'brief --about - --out out',
        'people harbour',
        'verify',
        'quit',
        'show',
      ].join('\n'),
    });
    expect(run.err).toBe('');
    expect(run.code).toBe(0);
    expect(run.out).toContain('Received 1: 1 stored');
    expect(run.out).toContain('1 source,');
    expect(run.out).toContain('unreviewed suggestion');
    expect(run.out).toContain('wrote out/brief-');
    expect(run.out).toContain('Everything is as it was kept.');
    // What follows quit is not run.
    expect(run.out.split('1 source,').length).toBe(2);
  });

  it('a line that is wrong is told and the next one is run', async () => {
    const run = await desk.run(['open', '--passphrase-file', 'pass'], {
      input: 'shwo\nshow "open quote\nopen\nshow --vault elsewhere\nshow\n',
    });
    expect(run.err).toContain("unknown command 'shwo'");
    expect(run.err).toContain('quotation mark is left open');
    expect(run.err).toContain('One vault is open here');
    expect(run.err).toContain("unknown option '--vault'");
    expect(run.out).toContain('1 source,');
    expect(run.code).toBe(2);
  });

  it('lock closes the vault, and nothing after it is run', async () => {
    const run = await desk.run(['open', '--passphrase-file', 'pass'], { input: 'lock\nshow\n' });
    expect([run.code, run.out, run.err]).toEqual([0, '', 'Locked. The vault is closed.\n']);
  });

  it('Ctrl-C at a question ends the command with nothing stored, here and on a terminal by itself', async () => {
    const prompt = new Typing(['open', 'daybook-vault', '--passphrase-file', 'pass'], desk.folder);
    await prompt.sees(/daybook> /);
    prompt.type('add --note hello');
    await prompt.sees(/How it was learnt/);
    prompt.press('\u0003');
    await prompt.sees(/Nothing was stored\./);
    await prompt.sees(/daybook> /);
    prompt.type('quit');
    expect((await prompt.end()).out).not.toContain('Received');
    const alone = new Typing(['add', '--note', 'hello', '--passphrase-file', 'pass'], desk.folder);
    await alone.sees(/How it was learnt/);
    alone.press('\u0003');
    expect(await alone.end()).toMatchObject({ code: 2, out: expect.stringMatching(/Nothing was stored\.\s*$/) });
  });

  it('help lists the commands, and what only the prompt has', async () => {
    const run = await desk.run(['open', '--passphrase-file', 'pass'], { input: 'help\nadd --help\n' });
    expect(run.out).toContain('Also here: help, lock (closes the vault), quit.');
    expect(run.out).not.toContain('--passphrase-file');
    expect(run.code).toBe(0);
  });

  it('a wrong passphrase gives no prompt', async () => {
    desk.write('wrong', 'not the passphrase of this vault\n');
    const run = await desk.run(['open', '--passphrase-file', 'wrong'], { input: 'show\n' });
    expect(run.code).toBe(3);
  });

  it('its lines are written nowhere', async () => {
    const word = 'Quellwasserprobe';
    await desk.run(['open', '--passphrase-file', 'pass'], { input: `brief --about ${word}\nquit\n` });
    const texts = readdirSync(desk.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`).toString('latin1'));
    expect(texts.filter((text) => text.includes(word))).toEqual([]);
    expect(readdirSync(homedir()).filter((name) => /daybook.*history/i.test(name))).toEqual([]);
  });
});
