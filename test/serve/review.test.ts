import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson, type SourceId } from '../../src/base/index.ts';
import { sha256 } from '../../src/preserve/index.ts';
import { SAMPLE_PACK } from '../../src/read/figures/gold-set.ts';
import { type Claim, parseReading } from '../../src/read/index.ts';
import { claimReviewed, readingMade } from '../../src/serve/drafts.ts';
import type { Vault } from '../../src/vault/index.ts';
import { addLayered } from '../search/layered-source.ts';
import { now, temporaryVault } from '../vault/temporary-vault.ts';
import type { Run } from './daybook.ts';
import { runHere } from './run-here.ts';

const TEXT = `Report of the Lantern Society, 3 May 2019

The society said that 12,000 people lived near the harbour at the end of 2018.

According to the ferry office, more than 31,000 boats passed the mill in 2017.

Only two women, one of them aged 34, reached the lighthouse in May 2018.
`;

let vault: Vault;
let remove = (): void => {};
let base = '';
let source: SourceId;
beforeEach(async () => {
  ({ vault, remove } = await temporaryVault());
  base = mkdtempSync(join(tmpdir(), 'daybook-review-'));
  ({ source } = await addLayered(vault, TEXT, { pack: SAMPLE_PACK }));
});
afterEach(async () => {
  await vault.close();
  remove();
  rmSync(base, { recursive: true, force: true });
});

const runOn = (of: Vault, args: readonly string[], input?: string | Uint8Array): Promise<Run> =>
  runHere(base, args, { session: { vault: of, folder: 'vault' }, ...(input !== undefined && { input }) });
const run = (...args: readonly string[]): Promise<Run> => runOn(vault, args);
const objects = ({ out }: Run): readonly Record<string, unknown>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** The id of the claim whose words hold these. */
async function idOf(words: string, of: Vault = vault): Promise<string> {
  const all = objects(await runOn(of, ['claims', '--json', '--reveal']));
  const found = all.find(({ quote }) => String(quote).includes(words));
  if (found === undefined) throw new Error(`no claim says ${words}`);
  return String(found['id']);
}
const stateOf = async (id: string, of: Vault = vault): Promise<unknown> =>
  objects(await runOn(of, ['claims', id, '--json']))[0]?.['state'];
const accept = async (id: string): Promise<void> => {
  expect((await run('review', id, 'accept', '--reason', 'as in the page')).code).toBe(0);
};

/** States another reading of the source, as another version of the reader would. */
async function readOtherwise(
  change: (claims: readonly Claim[]) => readonly Claim[],
): Promise<{ readonly entry: number; readonly part: number }> {
  const row = await vault.query('source', { source });
  if (row?.layer === undefined || row.reading === undefined) throw new Error('the source was not read');
  const { layer } = row.layer;
  const before = parseReading((await vault.query('reading', { layer })) ?? '');
  if (before === undefined) throw new Error('the reading is not here');
  const json = canonicalJson({ ...before, reader: { ...before.reader, version: '99' }, claims: change(before.claims) });
  const record = { ...row.reading, reader: { ...row.reading.reader, version: '99' }, output: sha256(json) };
  const draft = readingMade(record, now);
  const kept = await vault.append({
    drafts: [draft],
    blobs: [],
    suggestions: [{ layer, source, output: record.output, reading: json }],
  });
  if (!kept.ok) throw new Error(kept.error.type);
  const { items } = await vault.query('entries', { limit: 500 });
  const last = items.at(-1);
  const part = (last?.parts ?? []).reduce((sum, { body, salt }) => sum + body.length + salt.length, 0);
  return { entry: last?.bytes.length ?? 0, part };
}

describe('claims', () => {
  it('RV10: are listed with state, source and veiled words, and counted', async () => {
    const listed = await run('claims');
    expect(listed.code).toBe(0);
    expect(listed.out).toMatch(new RegExp(`${source.slice(0, 8)}[0-9a-f]{4} +unreviewed`));
    expect(listed.out).toContain('3 claims of 1 source: 3 unreviewed.');
    expect(listed.out).toContain('▒▒▒');
    expect(listed.out).not.toMatch(/two women|\b34\b/);
    expect((await run('claims', '--reveal')).out).toContain('two women');
    const [first] = objects(await run('claims', '--json'));
    expect(first).toMatchObject({ source, state: 'unreviewed', proposed: true, changed: null, reviews: 0 });
  });

  it('RV10: are narrowed by state, kind, place, date and collection, and a limit counts the rest', async () => {
    await accept(await idOf('12,000'));
    const count = async (...flags: readonly string[]): Promise<number> =>
      objects(await run('claims', '--json', ...flags)).length;
    expect(await count('--state', 'accepted')).toBe(1);
    expect(await count('--state', 'unreviewed')).toBe(2);
    expect(await count('--kind', 'rule')).toBe(0);
    expect(await count('--from', '2018', '--to', '2018-12')).toBe(2);
    expect(await count('--to', '2017-12-31')).toBe(1);
    expect((await run('claims', '--place', 'Nowhere at all')).code).toBe(7);
    expect((await run('claims', '--collection', 'None')).code).toBe(7);
    expect((await run('claims', '--state', 'odd')).code).toBe(2);
    expect((await run('claims', '--limit', '1')).out).toContain('The first 1 are shown');
  });

  it('RV2: an unknown, a wrong and an ambiguous id are told', async () => {
    for (const [id, code] of [
      ['ffffffffffffffff', 7],
      ['not an id', 2],
      ['\u0000', 2],
      ['0'.repeat(33), 2],
      [source.slice(0, 8), 7],
    ] as const) {
      const told = await run('review', id, 'accept', '--reason', 'x');
      expect([id, told.code, told.out]).toEqual([id, code, '']);
    }
    expect((await run('claims', source.slice(0, 8))).err).toContain('Type more digits');
  });
});

describe('a review', () => {
  it('RV1, RV11: once a claim is accepted, only accepted ones count, and it says how many do not', async () => {
    const before = await run('figures');
    expect(before.out).toContain('31,000');
    expect(before.out).toContain('unreviewed suggestion');
    await accept(await idOf('12,000'));
    const figures = await run('figures');
    expect(figures.out).toMatch(/12,000\s/);
    expect(figures.out).not.toContain('31,000');
    expect(figures.out).toContain('1 accepted, 2 unreviewed not counted');
    const lines = objects(await run('figures', '--json'));
    expect(lines[0]).toMatchObject({ source, state: 'accepted' });
    expect(lines.at(-1)).toMatchObject({ counting: 'accepted', claims: { accepted: 1, unreviewed: 2 }, lost: 0 });
    expect(lines).toHaveLength(2);
    expect((await run('show', source)).out).toMatch(/claims: 1 accepted, 2\s+unreviewed/);
  });

  it('RV11: a collection without an accepted claim shows its suggestions, as such', async () => {
    const other = await addLayered(vault, TEXT.replace('12,000', '47,000'), { pack: SAMPLE_PACK });
    expect((await run('collection', 'create', 'shelf')).code).toBe(0);
    expect((await run('collection', 'add', 'shelf', other.source)).code).toBe(0);
    await accept(await idOf('12,000'));
    expect((await run('figures', '--collection', 'shelf')).out).toContain('Nobody has accepted them');
    expect((await run('figures')).out).not.toContain('47,000');
  });

  it('RV11: a rejected claim never counts, whether others were accepted or not', async () => {
    const id = await idOf('31,000');
    expect((await run('review', id, 'reject', '--reason', 'boats are not people')).code).toBe(0);
    const figures = await run('figures');
    expect(figures.out).not.toContain('31,000');
    expect(figures.out).toContain('1 rejected not counted');
    await accept(await idOf('12,000'));
    expect((await run('figures')).out).not.toContain('31,000');
  });

  it('RV9, RV11: an edited claim counts with what the person said', async () => {
    const id = await idOf('31,000');
    const edit = [
      'review',
      id,
      'edit',
      '--reason',
      'it says over',
      '--quantity',
      '31,000 => =31000 items boats and rafts',
    ];
    const done = await run(...edit);
    expect([done.code, done.err]).toEqual([0, '']);
    const figures = await run('figures');
    expect(figures.out).toMatch(/31,000 +boats and rafts/);
    expect(figures.out).not.toContain('more than 31,000');
    const shown = await run('claims', id);
    expect(shown.out).toContain('accepted with changes (quantity)');
    const brief = await run('brief', '--about', 'boats mill', '--json');
    expect([brief.code, objects(brief)[0]]).toEqual([0, expect.objectContaining({ sentences: 1, lost: 0 })]);
    expect(objects(brief)[0]?.['claims']).toMatchObject({ accepted: 1, unreviewed: 2 });
  });

  it('RV9: a whole claim on the input is an edit, and one that says more than its text is refused', async () => {
    const id = await idOf('12,000');
    const [shown] = objects(await run('claims', id, '--json', '--reveal'));
    const claim = shown?.['claim'];
    const edited = JSON.stringify({ ...(claim as object), hedge: ['near'] });
    const both = ['review', id, 'edit', '--reason', '-', '--json', '-'];
    const done = await runOn(vault, both, `who said so\n${edited}\n`);
    expect([done.code, done.err]).toEqual([0, '']);
    expect(await stateOf(id)).toBe('accepted');
    for (const wrong of [
      'no JSON',
      '{}',
      '[]',
      'null',
      JSON.stringify({ ...(claim as object), hedge: ['perhaps'] }),
      JSON.stringify({ ...(claim as object), extra: 1 }),
      JSON.stringify({ ...(claim as object), passage: { ...(claim as { passage: object }).passage, start: 0 } }),
    ]) {
      const refused = await runOn(vault, ['review', id, 'edit', '--reason', 'x', '--json', '-'], wrong);
      expect([wrong, refused.code, refused.out]).toEqual([wrong, 7, '']);
    }
  });

  it.each([
    [['--quantity', '31,000 => 32000 items'], 7],
    [['--quantity', 'many words'], 2],
    [['--date', '31 May'], 2],
    [['--date', '2031', '--date-words', 'the mill'], 7],
    [['--place', 'Atlantis'], 7],
    [['--chain', 'friend:Somebody'], 2],
    [['--kind', 'rumour'], 2],
    [[], 2],
  ] as const)('RV9: an edit with %j is refused with a sentence, and nothing is recorded', async (flags, code) => {
    const id = await idOf('31,000');
    const refused = await run('review', id, 'edit', '--reason', 'x', ...flags);
    expect([refused.code, refused.out, refused.err]).toEqual([code, '', expect.stringMatching(/\S/)]);
    expect(await stateOf(id)).toBe('unreviewed');
  });

  it('RV6: undo is an entry of its own, and what stood before stands again', async () => {
    const id = await idOf('12,000');
    expect((await run('review', id, 'undo', '--reason', 'x')).code).toBe(7);
    await accept(id);
    expect((await run('review', id, 'reject', '--reason', 'no')).out).toContain('now rejected');
    expect((await run('review', id, 'undo', '--reason', 'it was right')).out).toContain('now accepted');
    expect((await run('review', id, 'undo', '--reason', 'look again')).out).toContain('now unreviewed');
    const history = objects(await run('claims', id, '--json'))[0]?.['history'];
    expect(history).toMatchObject([
      { verdict: 'accept', name: 'A. Tester', reason: 'as in the page' },
      { verdict: 'reject' },
      { verdict: 'undo', reason: 'it was right' },
      { verdict: 'undo' },
    ]);
  });

  it.each([
    ['10,000 characters', 'x'.repeat(10_000)],
    ['a NUL', 'a\u0000b'],
    ['an escape sequence', '\u001b[2J'],
    ['nothing but space', ' \n\t'],
  ])('RV3: a reason of %s is refused', async (_what, reason) => {
    const id = await idOf('12,000');
    for (const refused of [
      await run('review', id, 'accept', '--reason', reason),
      await runOn(vault, ['review', id, 'accept', '--reason', '-'], reason),
    ]) {
      expect([refused.code, refused.out]).toEqual([7, '']);
    }
    expect((await runOn(vault, ['review', id, 'accept', '--reason', '-'], new Uint8Array([0xff, 0xfe]))).code).toBe(7);
    expect(await stateOf(id)).toBe('unreviewed');
  });

  it('RV10: a reason that quotes protected words is veiled with them', async () => {
    const id = await idOf('two women');
    await run('review', id, 'unsure', '--reason', 'the two women may be three');
    const shown = await run('claims', id);
    expect(shown.out).toContain('because: the ▒▒▒ may be three');
    expect((await run('claims', id, '--reveal')).out).toContain('the two women may be three');
  });

  it('RV7: survives another version of the reader, which reopens what it reads otherwise, for less than a kilobyte', async () => {
    const [people, boats] = [await idOf('12,000'), await idOf('31,000')];
    await accept(people);
    await accept(boats);
    const grown = await readOtherwise((claims) =>
      claims.map((claim) =>
        claim.passage.quote.includes('31,000')
          ? { ...claim, quantity: claim.quantity.map((quantity) => ({ ...quantity, op: '>=' as const })) }
          : claim,
      ),
    );
    // The entry, and beside it its part with salt.
    expect(grown.entry).toBeLessThan(1000);
    expect(grown.part).toBeLessThan(500);
    const changed = objects(await run('claims', '--state', 'changed', '--json'));
    expect(changed).toMatchObject([{ id: boats, state: 'accepted', changed: ['quantity'] }]);
    expect((await run('claims', boats)).out).toContain('the reader now proposes other values of quantity');
    expect((await run('figures')).out).toContain('more than 31,000');
    // Keeping what was accepted answers the reader; accepting would take what it now says.
    expect((await run('review', boats, 'keep', '--reason', 'it says more than')).code).toBe(0);
    expect(objects(await run('claims', '--state', 'changed', '--json'))).toEqual([]);
    expect((await run('figures')).out).toContain('more than 31,000');
    await readOtherwise((claims) => claims.filter(({ passage }) => !passage.quote.includes('12,000')));
    expect(await stateOf(people)).toBe('accepted');
    expect((await run('claims', people)).out).toContain('the reader no longer proposes this');
    expect((await run('figures')).out).toMatch(/12,000\s/);
    expect((await vault.verify(() => {})).faults).toEqual([]);
  });

  it('RV7: a claim that was accepted in an older text of its source stays, and counts once', async () => {
    const id = await idOf('12,000');
    await accept(id);
    await addLayered(vault, `A line that was not read before.\n\n${TEXT}`, { source, pack: SAMPLE_PACK });
    expect(objects(await run('claims', id, '--json'))[0]).toMatchObject({
      state: 'accepted',
      changed: null,
      proposed: true,
    });
    const lines = objects(await run('figures', '--json'));
    expect(lines.filter(({ state }) => state === 'accepted')).toHaveLength(1);
    expect((await run('claims')).out).toContain('4 claims of 1 source');
    const brief = objects(await run('brief', '--about', 'people harbour', '--json'))[0];
    expect(brief).toMatchObject({ sentences: 1, searched: { sources: 1 } });
  });

  it('RV11: a claim that its text does not bear out counts nowhere, whoever accepted it', async () => {
    const id = await idOf('12,000');
    await accept(id);
    const [known] = await vault.query('reviews', { source });
    if (known?.record.type !== 'review') throw new Error('the review is not here');
    const { claim } = known.record;
    const invented = { ...claim, quantity: claim.quantity.map((quantity) => ({ ...quantity, value: 99_000 })) };
    const record = { ...known.record, verdict: 'edit' as const, edited: invented };
    const kept = await vault.append({ drafts: [claimReviewed(record, now)], blobs: [], suggestions: [] });
    expect(kept.ok).toBe(true);
    const figures = await run('figures');
    expect(figures.out).not.toContain('99,000');
    expect(figures.out).toContain('1 accepted claim left out');
    expect(figures.out).toContain('0 accepted, 2 unreviewed not counted');
  });

  it('RV14: a claim that is written over is not accepted, edited or typed before it was shown, and the sentence says how', async () => {
    const id = await idOf('two women');
    for (const [action, ...more] of [['accept'], ['edit', '--date', 'none']] as const) {
      const refused = await run('review', id, action, '--reason', 'x', ...more);
      expect([refused.code, refused.out]).toEqual([7, '']);
      expect(refused.err).toContain(`claims ${id.slice(0, 12)} --reveal`);
      expect(refused.err).not.toContain('two women');
    }
    expect(await stateOf(id)).toBe('unreviewed');
    expect((await run('review', id, 'unsure', '--reason', 'x')).code).toBe(0);
    expect((await run('review', id, 'accept', '--reveal', '--reason', 'seen')).code).toBe(0);
    expect(await stateOf(id)).toBe('accepted');
    const start = TEXT.indexOf('one of them aged 34');
    const typed = [
      'review',
      '--passage',
      `${source.slice(0, 10)}:${start}-${start + 19}`,
      '--kind',
      'event',
      '--reason',
      'x',
    ];
    const refused = await run(...typed);
    expect([refused.code, refused.out]).toEqual([7, '']);
    expect(refused.err).toContain('--reveal');
    expect((await run(...typed, '--reveal')).code).toBe(0);
  });

  it('RV14: a sheet that was written with words written over accepts none of those claims', async () => {
    const id = await idOf('two women');
    const verdictIn = async (...flags: readonly string[]): Promise<Run> => {
      const file = join(base, `claims${flags.length}.csv`);
      expect((await run('sheet', 'claims', file, ...flags)).code).toBe(0);
      const lines = readFileSync(file, 'utf8').split('\r\n');
      const edited = lines.map((line) => (line.includes(id) ? line.replace(/,"",""$/, ',accept,seen') : line));
      writeFileSync(file, edited.join('\r\n'));
      return run('import', 'sheet', file);
    };
    expect((await verdictIn()).out).toContain('nobody accepts what they did not see');
    expect(await stateOf(id)).toBe('unreviewed');
    await verdictIn('--reveal');
    expect(await stateOf(id)).toBe('accepted');
  });

  it('RV8: a claim is typed out of a passage, passes the same checks, and counts', async () => {
    const start = TEXT.indexOf('reached the lighthouse');
    const passage = `${source.slice(0, 10)}:${start}-${start + 'reached the lighthouse in May 2018'.length}`;
    const typed = ['review', '--passage', passage, '--kind', 'event', '--reason', 'it happened'];
    const done = await run(...typed, '--date', '2018-05', '--date-words', 'May 2018', '--place', 'lighthouse');
    expect([done.code, done.err]).toEqual([0, '']);
    const [event] = objects(await run('claims', '--kind', 'event', '--json'));
    expect(event).toMatchObject({
      state: 'accepted',
      typed: true,
      proposed: false,
      changed: null,
      date: { norm: '2018-05' },
    });
    expect((await run(...typed)).err).toContain('a claim of this kind already');
    expect((await run('review', '--passage', `${source}:0-999999`, '--kind', 'event', '--reason', 'x')).code).toBe(7);
    expect((await run('review', '--passage', `${source}:9-3`, '--kind', 'event', '--reason', 'x')).code).toBe(7);
    expect((await run('review', '--passage', 'x:1-2', '--kind', 'event', '--reason', 'x')).code).toBe(2);
    expect((await run('review', '--passage', passage, '--reason', 'x')).code).toBe(2);
    expect((await run(...typed, '--place', 'Atlantis')).code).toBe(7);
  });
});
