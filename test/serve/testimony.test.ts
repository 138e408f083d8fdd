import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Vault } from '../../src/vault/index.ts';
import { filesHolding, temporaryVault } from '../vault/temporary-vault.ts';
import type { Run } from './daybook.ts';
import { Office } from './members.ts';
import { runHere } from './run-here.ts';

const WORDS = `The Lantern Society said that 12,000 people lived near the harbour at the end of 2018.

The ferry office said that more than 31,000 people crossed the copper bridge in 2017.`;

let vault: Vault;
let vaultFolder = '';
let remove = (): void => {};
let base = '';
beforeEach(async () => {
  ({ vault, remove, folder: vaultFolder } = await temporaryVault());
  base = mkdtempSync(join(tmpdir(), 'daybook-testimony-'));
});
afterEach(async () => {
  await vault.close();
  remove();
  rmSync(base, { recursive: true, force: true });
});

const run = (args: readonly string[], input = '', of: Vault = vault): Promise<Run> =>
  runHere(base, args, { session: { vault: of, folder: 'vault' }, input });
const objects = ({ out }: Run): readonly Record<string, unknown>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** Writes a consent that says these answers, and the rest not asked. */
function consentFile(answers: Readonly<Record<string, string>>, more: object = {}): string {
  const uses = Object.entries(answers).map(([use, answer]) => ({ use, answer, ...more }));
  writeFileSync(join(base, 'consent.json'), JSON.stringify({ legalBasis: 'consent', uses }));
  return 'consent.json';
}

async function addTestimony(
  answers: Readonly<Record<string, string>>,
  words = WORDS,
  of: Vault = vault,
): Promise<string> {
  const added = await run(['add', '--note', '-', '--consent', consentFile(answers), '--json'], words, of);
  expect([added.err, added.code]).toEqual(['', 0]);
  return String(objects(added)[0]?.['source']);
}

describe('a note', () => {
  it('T1: is a source of its own, made of what was learnt, how, when and through whom', async () => {
    const args = ['add', '--note', '-', '--how', 'by telephone', '--when', '2026-05', '--by', 'a colleague', '--json'];
    const added = await run(args, WORDS);
    expect([added.code, added.err]).toEqual([0, '']);
    const [item] = objects(added);
    expect(item).toMatchObject({ file: 'note', status: 'stored', read: true, figures: 2 });
    const source = String(item?.['source']);
    const text = (await run(['text', '--source', source, '--reveal'])).out;
    expect(text).toContain('12,000 people lived near the harbour');
    expect(text).toContain('How it was learnt: by telephone\nWhen it was learnt: 2026-05\nThrough whom: a colleague');
    expect(objects(await run(['show', source, '--json']))[0]).toMatchObject({ custody: { method: 'note' } });
    const again = await run(args, WORDS);
    expect(objects(again)[0]).toMatchObject({ status: 'already-here', source });
  });

  it('T1: says through whom nowhere until it is asked for, however that is spelt', async () => {
    const words = 'Some 9,000 people lived near the mill, said jane d. in the evening.';
    const [item] = objects(await run(['add', '--note', '-', '--by', 'jane d.', '--json'], words));
    const source = String(item?.['source']);
    for (const args of [
      ['show', source],
      ['show', source, '--json'],
      ['text', '--source', source],
      ['claims', '--json'],
    ]) {
      const { out } = await run(args);
      expect([args[0], out.length > 0, /jane d\./i.test(out)]).toEqual([args[0], true, false]);
    }
    expect((await run(['show', source, '--reveal'])).out).toContain('Through whom: jane d.');
  });

  it('T1: whose words look like a page or like front matter keeps every one of them', async () => {
    const words = '---\ntitle: no\n---\n\n<b>5</b> & *six* # [x](y) <!-- z --> `q`';
    const [item] = objects(await run(['add', '--note', '-', '--json'], words));
    const text = (await run(['text', '--source', String(item?.['source']), '--reveal'])).out;
    for (const line of words.split('\n')) expect(text).toContain(line.trim());
  });

  it('T1: is refused without words, with a date that is none, and beside a file', async () => {
    expect((await run(['add', '--note', '-'], '  \n')).code).toBe(7);
    expect((await run(['add', '--note', '-', '--when', 'last week'], WORDS)).code).toBe(7);
    expect((await run(['add', '--note', '-', '--when', '2026-13'], WORDS)).code).toBe(7);
    expect((await run(['add', 'file.txt', '--note', 'words'])).code).toBe(2);
    expect((await run(['add', '--how', 'by telephone', 'file.txt'])).code).toBe(2);
    expect((await run(['add'])).code).toBe(2);
    expect((await run(['show'])).out).toContain('No sources yet');
  });
});

describe('questions', () => {
  const asked = (args: readonly string[], answers: readonly (string | undefined)[]): Promise<Run> =>
    runHere(base, args, { session: { vault, folder: 'vault' }, answers });
  const note = ['The ferry was late.', ''];

  it.each([
    [[undefined]],
    [['The ferry was late.', undefined]],
    [[...note, undefined]],
    [[...note, 'by telephone', undefined]],
    [[...note, '', '2026', undefined]],
  ])('end with nothing stored when one of a note is called off: %j', async (answers) => {
    const told = await asked(['add', '--note'], answers);
    expect([told.code, told.out]).toEqual([2, '']);
    expect(told.err).toMatch(/Nothing was stored\.\n$/);
    expect((await run(['show'])).out).toContain('No sources yet');
  });

  const general = ['', '2026-05-03', 'ko', 'a nurse'];
  const answered = ['given', '', 'g', '', '', 'refused', 'by her', 'not asked', '', 'na', ''];
  it.each([general.length, general.length + 1, general.length + 2, general.length + answered.length])(
    'end with nothing stored when one of a consent is called off: after %i',
    async (before) => {
      const told = await asked(
        ['add', '--testimony', '--note', 'words'],
        [...[...general, ...answered].slice(0, before), undefined],
      );
      expect([told.code, told.out]).toEqual([2, '']);
      expect(told.err).toMatch(/Nothing was stored\.\n$/);
      expect((await run(['show'])).out).toContain('No sources yet');
    },
  );

  it('are asked again until the answer is one, and what was answered is shown before it is kept', async () => {
    const unclear = ['no', 'maybe', '', 'n', 'yes', 'not'];
    const told = await asked(
      ['add', '--testimony', '--note', 'words', '--how', 'told', '--when', '2026', '--by', 'somebody'],
      [
        '',
        '2026-13',
        '2026-05-03',
        'ko',
        '',
        'given',
        '',
        ...unclear,
        'refused',
        '',
        'r',
        '',
        'NA',
        '',
        'not-asked',
        '',
        'perhaps',
        'yes',
      ],
    );
    expect(told.code).toBe(0);
    expect(told.err.split('no refusal is lost').length - 1).toBe(unclear.length);
    expect(told.err).toContain('That is no date.');
    expect(told.err).toMatch(/This was answered:\n {2}store +given +2026-05-03 · explained in ko\n {2}share +refused/);
    const [shown] = objects(await run(['consent', '--json']));
    expect(shown?.['consent']).toMatchObject(
      ['given', 'refused', 'refused', 'not-asked', 'not-asked'].map((answer) => ({ answer, date: '2026-05-03' })),
    );
  });

  it('end at once when storing is not given, and when what was answered is not to be kept', async () => {
    const early = await asked(['add', '--testimony', '--note'], [...general, 'refused', 'she said no']);
    expect([early.code, early.out]).toEqual([7, '']);
    const late = await asked(['add', '--testimony', '--note'], [...general, ...answered, 'no']);
    expect([late.code, late.out]).toEqual([2, '']);
    expect((await run(['show'])).out).toContain('No sources yet');
  });
});

describe('testimony', () => {
  it('T3: is not stored unless storing was given, and nothing of it is kept', async () => {
    for (const answers of [{ store: 'refused' }, { store: 'not-asked' }, { share: 'given' }]) {
      const told = await run(['add', '--note', '-', '--consent', consentFile(answers)], WORDS);
      expect([told.code, told.out]).toEqual([7, '']);
      expect(told.err).toContain('consent to store is not given');
    }
    writeFileSync(join(base, 'odd.json'), '{"uses":[{"use":"sell","answer":"given"}]}');
    expect((await run(['add', '--note', '-', '--consent', 'odd.json'], WORDS)).code).toBe(7);
    expect((await run(['add', '--note', '-', '--testimony'], WORDS)).code).toBe(2);
    expect((await run(['show'])).out).toContain('No sources yet');
    expect(filesHolding(vaultFolder, 'copper bridge')).toEqual([]);
  });

  it('T2, T5: keeps what was answered of each use, how it was asked, and what was answered since', async () => {
    const file = consentFile(
      { store: 'given', share: 'given' },
      { date: '2026-05-03', language: 'ko', explainedBy: 'a nurse', sharedWith: ['the harbour office'] },
    );
    const [item] = objects(await run(['add', '--note', '-', '--consent', file, '--json'], WORDS));
    const id = String(item?.['source']);
    expect((await run(['consent'])).out).toBe(`${id.slice(0, 8)}  store, share\n`);
    const shown = (await run(['consent', id])).out;
    expect(shown).toContain('store               given       2026-05-03 · explained in ko · by a nurse');
    expect(shown).toContain('court               not asked');
    const set = await run(['consent', id, '--set', 'court=given', 'share=refused', '--date', '2026-06', '--json']);
    expect(objects(set)[0]?.['consent']).toMatchObject([
      { use: 'store', answer: 'given' },
      { use: 'share', answer: 'refused', date: '2026-06' },
      { use: 'publish-anonymised', answer: 'not-asked' },
      { use: 'publish-named', answer: 'not-asked' },
      { use: 'court', answer: 'given', date: '2026-06' },
    ]);
    expect((await run(['consent', id, '--set', 'store=refused'])).code).toBe(7);
    expect((await run(['consent', id, '--set', 'sell=given'])).code).toBe(2);
    const shownAgain = objects(await run(['consent', id, '--json']))[0];
    expect(shownAgain?.['history']).toHaveLength(2);
  });

  it('T12: records a consent that is given with a document that is here already, and says so', async () => {
    writeFileSync(join(base, 'statement.txt'), WORDS);
    const id = String(objects(await run(['add', 'statement.txt', '--json']))[0]?.['source']);
    const answers = { store: 'given', share: 'refused' };
    const again = await run(['add', 'statement.txt', '--consent', consentFile(answers)]);
    expect([again.code, again.err]).toEqual([0, '']);
    expect(again.out).toContain('consent recorded: store=given share=refused');
    const stands = async (): Promise<unknown> => objects(await run(['consent', id, '--json']))[0]?.['consent'];
    expect(await stands()).toEqual([
      { use: 'store', answer: 'given', note: 'consent' },
      { use: 'share', answer: 'refused', note: '' },
      ...['publish-anonymised', 'publish-named', 'court'].map((use) => ({ use, answer: 'not-asked', note: '' })),
    ]);
    expect((await run(['sheet', 'sources', 'out.csv'])).code).toBe(6);
    const twice = await run(['add', 'statement.txt', '--consent', 'consent.json']);
    expect(twice).toMatchObject({ code: 0, out: expect.not.stringContaining('recorded') });

    // What would open what is closed is left to whoever types it.
    const looser = await run(['add', 'statement.txt', '--consent', consentFile({ store: 'given', share: 'given' })]);
    expect(looser.code).toBe(7);
    expect(looser.out).toContain(`type daybook consent ${id.slice(0, 8)} --set share=given`);
    expect(await stands()).toContainEqual({ use: 'share', answer: 'refused', note: '' });
    writeFileSync(join(base, 'other.txt'), `${WORDS} More.`);
    expect((await run(['add', 'statement.txt', 'other.txt', '--consent', 'consent.json'])).code).toBe(1);
  });

  it('T12: records it for the files inside as well', async () => {
    const message = (words: string): string =>
      `From a@example.org Thu May  3 10:00:00 2018\nFrom: a@example.org\nSubject: one\nDate: Thu, 3 May 2018 10:00:00 +0000\n\n${words}\n\n`;
    writeFileSync(join(base, 'mails.mbox'), message('The first letter.') + message('The second letter.'));
    const added = objects(await run(['add', 'mails.mbox', '--json'])).flatMap(({ source }) => source ?? []);
    expect(added).toHaveLength(3);
    await run(['add', 'mails.mbox', '--consent', consentFile({ store: 'given', share: 'refused' })]);
    for (const id of added)
      expect(objects(await run(['consent', String(id), '--json']))[0]?.['consent']).toContainEqual({
        use: 'share',
        answer: 'refused',
        note: '',
      });
  });

  it('says when a reason or an origin is not kept, since the document is here with its own', async () => {
    writeFileSync(join(base, 'page.txt'), WORDS);
    const first = ['add', 'page.txt', '--reason', 'the yearly report', '--origin', 'the harbour office'];
    expect((await run(first)).code).toBe(0);
    expect(await run(first)).toMatchObject({ code: 0, out: expect.not.stringContaining('NOT kept') });
    const other = await run(['add', 'page.txt', '--reason', 'another', '--origin', 'elsewhere', '--json']);
    expect(other.code).toBe(7);
    expect(objects(other)[0]).toMatchObject({ status: 'already-here', notKept: ['reason', 'origin'] });
    expect((await run(['add', 'page.txt', '--reason', 'another'])).out).toContain(
      'the reason that you gave is NOT kept',
    );
  });

  it('T7: a brief that would rest on it is refused until publishing was given, naming source and use', async () => {
    const id = await addTestimony({ store: 'given' });
    const refused = await run(['brief', '--about', 'harbour', '--out', 'briefs']);
    expect(refused.code).toBe(6);
    expect(refused.err).toContain(`${id.slice(0, 8)} must not be published without anybody being named`);
    expect(refused.err).toContain('consent to publish-anonymised: not asked');
    expect(readdirSync(base)).not.toContain('briefs');
    expect((await run(['briefs'])).out).toContain('No brief was recorded yet');
    const sheet = await run(['sheet', 'sources', 'out.csv']);
    expect([sheet.code, sheet.err.includes(`${id.slice(0, 8)} must not be shared`)]).toEqual([6, true]);
    expect((await run(['sheet', 'claims', 'out.csv'])).code).toBe(6);
    expect((await run(['consent', id, '--set', 'publish-anonymised=given'])).code).toBe(0);
    expect((await run(['brief', '--about', 'harbour', '--out', 'briefs'])).code).toBe(0);
    expect(readdirSync(join(base, 'briefs'))).toHaveLength(2);
  });

  it('T8: what is taken back, but for storing, flags the briefs that rest on it and refuses the next', async () => {
    const id = await addTestimony({ store: 'given', 'publish-anonymised': 'given' });
    expect((await run(['brief', '--about', 'harbour', '--out', 'briefs'])).code).toBe(0);
    const taken = await run(['consent', id, '--withdraw', 'publish-anonymised', '--reason', '-'], 'the witness asked');
    expect(taken.code).toBe(0);
    expect(taken.out).toMatch(/brief [0-9a-f]{8} of \S+ rests on it, and is flagged/);
    expect((await run(['briefs'])).out).toContain(`FLAGGED: source ${id.slice(0, 8)} no longer allows`);
    expect((await run(['brief', '--about', 'harbour', '--out', 'more'])).code).toBe(6);
    expect((await run(['consent', id, '--withdraw', 'publish-anonymised'])).code).toBe(7);
    expect((await run(['show', id])).code).toBe(0);
  });

  it('T9: a consent withdrawn: everything that rests on it is gone or flagged', async () => {
    const id = await addTestimony({ store: 'given', 'publish-anonymised': 'given' });
    writeFileSync(
      join(base, 'other.txt'),
      'The Heron Society said that 47,000 people lived near the harbour at the end of 2016.\n',
    );
    expect((await run(['add', 'other.txt'])).code).toBe(0);
    for (const claim of objects(await run(['claims', '--json', '--reveal'])))
      expect((await run(['review', String(claim['id']), 'accept', '--reveal', '--reason', 'as told'])).code).toBe(0);
    expect((await run(['brief', '--about', 'harbour', '--out', 'briefs'])).code).toBe(0);
    const file = readdirSync(join(base, 'briefs')).find((name) => name.endsWith('.md')) ?? '';
    expect(readFileSync(join(base, 'briefs', file), 'utf8')).toContain('12,000');
    expect((await run(['figures'])).out).toContain('12,000');
    const before = objects(await run(['consent', id, '--json']))[0];
    expect(before?.['rests']).toMatchObject({ accepted: 2, reviews: 2, briefs: [expect.any(String)] });

    expect((await run(['consent', id, '--withdraw', 'all'])).code).toBe(2);
    const gone = await run(['consent', id, '--withdraw', 'all', '--yes']);
    expect(gone.code).toBe(0);
    expect(gone.out).toContain('2 accepted claims gone, 2 reviews gone, 0 notes gone.');
    expect(gone.out).toMatch(/brief [0-9a-f]{8} of \S+ rests on it, and is flagged: daybook briefs/);

    // Gone: source, text, claims, reviews, consent, search, and the sentences of the brief; nothing readable or sealed is left.
    expect((await run(['show', id])).code).toBe(7);
    expect((await run(['consent'])).out).toContain('No testimony yet');
    expect((await run(['figures'])).out).not.toContain('12,000');
    expect((await run(['figures'])).out).toContain('47,000');
    expect((await run(['search', 'copper'])).out).not.toContain('copper bridge in 2017');
    const [brief] = await vault.query('briefs', { sources: undefined });
    expect(brief?.rests.map(({ here }) => here).toSorted()).toEqual([false, true]);
    if (brief === undefined) throw new Error('the brief is not listed');
    const bodies = JSON.stringify(await vault.query('brief', { brief: brief.brief }));
    expect(bodies).not.toContain('12,000');
    expect(bodies).toContain('47,000');
    // Flagged: the brief, for whoever looks at it next; and the log still verifies and says that consent was withdrawn.
    expect((await run(['briefs'])).out).toContain('FLAGGED: its sentences out of 1 source are gone');
    expect((await run(['verify'])).code).toBe(0);
    const kinds = objects(await run(['log', '--json', '--limit', '10'])).map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['erasure', 'consent-stated']);
    expect((await run(['rebuild', '--json'])).code).toBe(0);
  });
});

describe('testimony in a bundle', () => {
  it('T10: is left out and named until sharing with its recipients was given', async () => {
    const office = await Office.of('Ada', 'Bora');
    const [ada, bora] = office.members;
    if (ada === undefined || bora === undefined) throw new Error('nobody is there');
    try {
      const id = await addTestimony({ store: 'given' }, WORDS, ada.vault);
      const give = (out: string): Promise<Run> => run(['bundle', '--to', 'Bora', '--all', '--out', out], '', ada.vault);
      const first = await give('one.age');
      expect(first.code).toBe(1);
      expect(first.out).toContain(
        `left out  source ${id.slice(0, 8)} must not be shared (consent to share: not asked)`,
      );
      expect((await run(['take', 'one.age'], '', bora.vault)).code).not.toBe(7);
      expect(await bora.vault.query('testimonies', undefined)).toEqual([]);
      expect(await bora.vault.query('sourcesByPrefix', { prefix: id })).toEqual([]);
      await run(['consent', id, '--set', 'share=given', '--with', 'Mira'], '', ada.vault);
      expect((await give('two.age')).out).toContain('consent names others to share it with');
      await run(['consent', id, '--set', 'share=given', '--with', 'bora'], '', ada.vault);
      const third = await give('three.age');
      expect([third.code, third.out.includes('left out')]).toEqual([0, false]);
      expect((await run(['take', 'three.age'], '', bora.vault)).code).toBe(0);
      expect(await bora.vault.query('testimonies', undefined)).toEqual([id]);
      expect((await run(['consent', id], '', bora.vault)).out).toContain('with bora alone');
    } finally {
      await office.close();
    }
  });
});
