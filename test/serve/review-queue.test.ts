import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk, jsonLines, page, type Run } from './daybook.ts';
import { TERMINAL_AVAILABLE } from './pseudo-terminal.ts';
import { hereOnVault } from './run-here.ts';
import { Typing } from './typing.ts';

const desk = new Desk();
beforeAll(async () => {
  await desk.makeVault();
  for (const [n, place] of ['the harbour', 'the mill', 'the ferry', 'the bridge', 'the tower'].entries())
    desk.write(`in/${n}.txt`, page(`${n + 1}2,000`, place));
  expect((await onVault(['add', 'in'])).code).toBe(0);
});
afterAll(() => desk.remove());

const onVault = (args: readonly string[]): Promise<Run> => hereOnVault(desk, args);

const atPrompt = (...lines: readonly string[]): Promise<Run> =>
  desk.run(['open', '--passphrase-file', 'pass'], { input: `${lines.join('\n')}\n` });
const states = async (): Promise<readonly unknown[]> =>
  jsonLines(await onVault(['claims', '--json'])).map(({ state }) => state);

describe('the queue', () => {
  it('RV13: takes one key a line where nobody sits, asks for reasons, and goes on by itself', async () => {
    const run = await atPrompt('review', ...['y', 'n', 'boats, not people', 'h', '', ' ', 's', 'q'], 'claims --json');
    expect([run.code, run.err]).toEqual([0, '']);
    for (const progress of ['1 of 5', '2 of 5', '3 of 5', '4 of 5', '5 of 5']) expect(run.out).toContain(progress);
    expect(run.out).toContain('«');
    expect(run.out).toContain('3 claims of 5 reviewed: 1 accepted, 1 rejected, 1 unsure.');
    expect(await states()).toEqual(['accepted', 'rejected', 'unsure', 'unreviewed', 'unreviewed']);
    const reasons: unknown[] = [];
    for (const { id } of jsonLines(await onVault(['claims', '--json'])).slice(0, 3)) {
      const [shown] = jsonLines(await onVault(['claims', String(id), '--json']));
      reasons.push(shown?.['history']);
    }
    expect(reasons).toMatchObject([
      [{ verdict: 'accept', reason: 'accepted in the review queue' }],
      [{ verdict: 'reject', reason: 'boats, not people' }],
      [{ verdict: 'unsure', reason: 'unsure in the review queue' }],
    ]);
  });

  it('RV13: u takes the last one back and shows it again, e asks what is to be another', async () => {
    const run = await atPrompt(
      'review',
      ...['y', 'u', 'e', '--quantity "99,000 => 99000 persons"', 'e', '--no-such-flag', 'e'],
      ...['--chain "issuer:Lantern Society"', 'it says who', 'q'],
    );
    expect(run.err).toBe('');
    expect(run.out).toContain('Taken back.');
    expect(run.out).toContain('no claim of this text');
    expect(run.out).toContain('it takes the flags of review ID edit');
    expect(run.out).toContain('1 claim of 2 reviewed: 1 accepted with changes.');
    expect(await states()).toEqual(['accepted', 'rejected', 'unsure', 'accepted', 'unreviewed']);
    expect((await onVault(['figures'])).out).toContain('Lantern Society');
  });

  it('RV13: what is left, and input that ends anywhere, records nothing that was not decided', async () => {
    for (const lines of [['review'], ['review', 'n'], ['review', 'e'], ['review', 'x', '', 'quit']]) {
      expect((await atPrompt(...lines)).code).toBe(0);
      expect((await states()).at(-1)).toBe('unreviewed');
    }
    const alone = await desk.onVault(['review', '--state', 'unsure'], { input: 's\n' });
    expect([alone.code, alone.out]).toEqual([0, expect.stringContaining('1 of 1')]);
    expect((await onVault(['review', '--collection', 'none'])).code).toBe(7);
    expect((await onVault(['review', '--reason', 'x'])).code).toBe(2);
  });

  it.skipIf(!TERMINAL_AVAILABLE)('RV13: on a terminal one key is enough, and a reason is a line', async () => {
    const prompt = new Typing(['open', 'daybook-vault', '--passphrase-file', 'pass'], desk.folder);
    await prompt.sees(/daybook> /);
    prompt.type('review');
    await prompt.sees(/1 of 1/);
    await prompt.sees(/q> /);
    prompt.press(' ');
    await prompt.sees(/1 of 1/);
    await prompt.sees(/q> /);
    prompt.press('n');
    await prompt.sees(/no reason\): /);
    prompt.type('read it again');
    await prompt.sees(/1 claim of 1 reviewed: 1 rejected/);
    await prompt.sees(/daybook> /);
    prompt.type('review --state rejected');
    await prompt.sees(/1 of 2/);
    await prompt.sees(/q> /);
    prompt.press('\r');
    await prompt.sees(/2 of 2/);
    await prompt.sees(/q> /);
    prompt.press('q');
    await prompt.sees(/0 claims of 2 reviewed/);
    prompt.type('quit');
    expect((await prompt.end()).code).toBe(0);
    expect((await states()).at(-1)).toBe('rejected');
  });
});

describe('what is written over', () => {
  it('RV14: is not accepted, kept or edited before it was shown; v shows it, for one claim at a time', async () => {
    const veiled = new Desk();
    try {
      await veiled.makeVault();
      veiled.write(
        'in/a.txt',
        'Report of the Lantern Society, 3 May 2019\n\nOnly two women, one of them aged 34, reached the lighthouse in May 2018.\n\nOnly three women, one of them aged 35, reached the mill in May 2018.\n',
      );
      expect((await veiled.onVault(['add', 'in'])).code).toBe(0);
      const at = (...keys: readonly string[]): Promise<Run> =>
        veiled.onVault(['review'], { input: `${keys.join('\n')}\n` });
      const statesNow = async (): Promise<readonly unknown[]> =>
        jsonLines(await veiled.onVault(['claims', '--json'])).map(({ state }) => state);
      const unseen = await at('y', 'e', 'q');
      expect(unseen.out.match(/nobody accepts what they did not see/g)).toHaveLength(2);
      expect(unseen.out).not.toContain('two women');
      expect(await statesNow()).toEqual(['unreviewed', 'unreviewed']);
      const revealed = async (): Promise<number> =>
        jsonLines(await veiled.onVault(['log', '--json'])).filter(({ kind }) => kind === 'source-revealed').length;
      expect(await revealed()).toBe(0);
      const seen = await at('v', 'y', 'y', 'n', 'no', 'q');
      expect(await revealed()).toBe(1);
      expect(seen.out).toContain('two women');
      expect(seen.out).not.toContain('three women');
      expect(await statesNow()).toEqual(['accepted', 'rejected']);
    } finally {
      veiled.remove();
    }
  });
});

describe('two people', () => {
  beforeAll(async () => {
    desk.write('second', 'another row of seven invented words\n');
    const added = await onVault(['person', 'add', 'Ilsa Torvane', '--new-passphrase-file', 'second']);
    expect(added.code).toBe(0);
  });
  const asSecond = (args: readonly string[]): Promise<Run> => hereOnVault(desk, args, { passphraseFile: 'second' });

  it('RV5: disagree, both are shown, and nothing that is disputed counts', async () => {
    const [first] = jsonLines(await onVault(['claims', '--state', 'accepted', '--json']));
    const id = String(first?.['id']);
    expect((await asSecond(['review', id, 'reject', '--reason', 'another harbour'])).code).toBe(0);
    expect((await states())[0]).toBe('disputed');
    const shown = await onVault(['claims', id]);
    expect(shown.out).toContain('Mara Veldt: accepted');
    expect(shown.out).toContain('Ilsa Torvane: rejected, because: another harbour');
    const figures = await onVault(['figures']);
    expect(figures.out).toContain('1 disputed');
    expect(figures.out).not.toMatch(/^12,000/m);
    // Nobody takes back what another said.
    expect((await asSecond(['review', id, 'undo', '--reason', 'x'])).code).toBe(0);
    expect((await states())[0]).toBe('accepted');
    expect((await asSecond(['review', id, 'undo', '--reason', 'x'])).code).toBe(7);
    expect((await onVault(['verify'])).code).toBe(0);
  });

  it('RV5: whoever accepts what a colleague edited says the same as the colleague', async () => {
    const all = jsonLines(await onVault(['claims', '--json']));
    const id = String(all[3]?.['id']);
    const done = await asSecond(['review', id, 'accept', '--reason', 'I agree', '--json']);
    expect(jsonLines(done)).toMatchObject([{ id, did: 'accept', state: 'accepted' }]);
    expect((await onVault(['figures'])).out).toContain('Lantern Society');
  });
});
