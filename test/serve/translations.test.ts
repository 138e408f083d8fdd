import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson, parseLayerId, type SourceId } from '../../src/base/index.ts';
import { SAMPLE_PACK } from '../../src/read/figures/gold-set.ts';
import { type Layer, layerDigest, readingOf, readLayer } from '../../src/read/index.ts';
import { layerRecordOf } from '../../src/serve/document-reading.ts';
import { layerMade, readingMade } from '../../src/serve/drafts.ts';
import { translationOf } from '../../src/serve/translating.ts';
import type { Vault } from '../../src/vault/index.ts';
import { addLayered } from '../search/layered-source.ts';
import { now, temporaryVault } from '../vault/temporary-vault.ts';
import type { Run } from './daybook.ts';
import { runHere } from './run-here.ts';

const ORIGINAL = `등불회는 2019년 5월 3일에 보고서를 발표했다. 2018년 말 항구 근처에 약 1만 2000명이 살았다.

나룻배 회사는 이 숫자에 동의하지 않는다. 왜 이렇게 차이가 큰가?
`;
const RENDERED = `The Lantern Society published its report on 3 May 2019. About 12,000 people lived near the harbour at the end of 2018.

The ferry company disagrees with this number. Why is the difference so large?
`;

let vault: Vault;
let remove = (): void => {};
let base = '';
beforeEach(async () => {
  ({ vault, remove } = await temporaryVault());
  base = mkdtempSync(join(tmpdir(), 'daybook-translations-'));
});
afterEach(async () => {
  await vault.close();
  remove();
  rmSync(base, { recursive: true, force: true });
});

const run = (args: readonly string[], input = ''): Promise<Run> =>
  runHere(base, args, { session: { vault, folder: 'vault' }, input });
const objects = ({ out }: Run): readonly Record<string, unknown>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

async function addOriginal(): Promise<string> {
  writeFileSync(join(base, 'report.txt'), ORIGINAL);
  return String(objects(await run(['add', 'report.txt', '--json']))[0]?.['source']);
}

const translate = (id: string, ...more: readonly string[]): Promise<Run> =>
  run(['translate', id, '--language', 'en', '--translator', 'Mara Veldt', ...more], RENDERED);

describe('a translation', () => {
  it('TR1, TR4: is a layer of its own, shown beside its original sentence by sentence', async () => {
    const id = await addOriginal();
    const before = (await vault.query('sourcesByPrefix', { prefix: id }))[0];
    const entered = await translate(id, '--json');
    expect([entered.code, entered.err]).toEqual([0, '']);
    expect(objects(entered)[0]).toMatchObject({ source: id, language: 'en', aligned: 4, untranslated: 0, added: 0 });
    const row = (await vault.query('sourcesByPrefix', { prefix: id }))[0];
    // What the source says in its own language stays what it is read, counted and searched by.
    expect(row?.layer).toEqual(before?.layer);
    expect((await run(['text', '--source', id, '--reveal'])).out).toContain('등불회는');
    const [head, ...groups] = objects(await run(['show', id, '--translation', '--reveal', '--json']));
    expect(head).toMatchObject({
      translator: 'Mara Veldt',
      language: 'en',
      parent: row?.layer?.layer,
      outdated: false,
    });
    expect(groups[1]).toMatchObject({
      original: ['2018년 말 항구 근처에 약 1만 2000명이 살았다.'],
      translation: ['About 12,000 people lived near the harbour at the end of 2018.'],
      evidence: ['numbers'],
    });
    const shown = await run(['show', id, '--translation', 'en', '--reveal']);
    expect(shown.out).toContain('TRANSLATION  into en by Mara Veldt');
    expect(shown.out).toContain('4 groups aligned');
    expect((await run(['show', id, '--translation', 'zh'])).code).toBe(7);
  });

  it('TR2: has its translator in the attribution chain of what is read in it', async () => {
    const id = await addOriginal();
    expect((await translate(id)).code).toBe(0);
    const row = (await vault.query('sourcesByPrefix', { prefix: id }))[0];
    const made = row && (await translationOf(vault, row, 'en'));
    if (made === undefined) throw new Error('there is no translation');
    const json = await vault.query('reading', { layer: made.record.layer });
    const claims: readonly {
      readonly attribution: readonly { readonly role: string; readonly name: string | null }[];
    }[] = JSON.parse(json ?? '{}').claims;
    expect(claims.length).toBeGreaterThan(0);
    for (const { attribution } of claims)
      expect(attribution.at(-1)).toMatchObject({ role: 'translator', name: 'Mara Veldt' });
    expect((await run(['rebuild', '--json'])).code).toBe(0);
    expect(await vault.query('reading', { layer: made.record.layer })).toBe(json);
    expect((await run(['verify'])).code).toBe(0);
  });

  it('TR3: is entered once, named by one line, and goes with its source', async () => {
    const id = await addOriginal();
    expect((await translate(id)).code).toBe(0);
    expect((await translate(id)).code).toBe(7);
    expect((await run(['translate', id, '--language', 'en', '--translator', 'A\nB'], RENDERED)).code).toBe(2);
    expect((await run(['translate', id, '--language', 'xx', '--translator', 'A'], RENDERED)).code).toBe(2);
    expect((await run(['translate', id, '--language', 'en', '--translator', 'A'], ' \n')).code).toBe(7);
    expect((await run(['translate', id, '--language', 'en', '--translator', 'A', '--file', 'gone.txt'])).code).toBe(7);
    expect((await run(['erase', id, '--yes'])).code).toBe(0);
    expect((await run(['show', id, '--translation'])).code).toBe(7);
    expect((await run(['verify'])).code).toBe(0);
  });

  it('TR4: shows protected words written over on both sides until they are asked for', async () => {
    writeFileSync(
      join(base, 'women.txt'),
      'Only two women, one of them aged 34, reached the lighthouse in May 2018.\n',
    );
    const id = String(objects(await run(['add', 'women.txt', '--json']))[0]?.['source']);
    await run(
      ['translate', id, '--language', 'en', '--translator', 'Mara Veldt'],
      'Only two women, one of them aged 34, came to the tower in May 2018.',
    );
    const hidden = await run(['show', id, '--translation']);
    expect(hidden.out).toContain('▒▒▒');
    expect(hidden.out).not.toMatch(/two women|\b34\b/);
    expect((await run(['show', id, '--translation', '--reveal'])).out).toContain('two women');
  });
});

const RECOGNISED = `Report of the Lantern Society, 3 May 2019

The society said that 12,000 people lived near the harb0ur at the end of 2018.

According to the ferry office, more than 31,000 boats passed the mill in 2017.
`;

/** A source whose text was recognised from an image, with places on a page, as recognition makes it. */
async function addRecognised(): Promise<SourceId> {
  const { source } = await addLayered(vault, RECOGNISED, { pack: SAMPLE_PACK });
  const read = readLayer(new TextEncoder().encode(RECOGNISED), { fileName: 'scan.txt' });
  const layer = parseLayerId(randomBytes(16).toString('hex'));
  if (!read.ok || layer === undefined) throw new Error('no layer');
  const recognised: Layer = {
    ...read.value,
    type: 'recognised',
    mediaType: 'image/png',
    blocks: read.value.blocks.map((block, i) => ({
      ...block,
      place: { type: 'page', page: 1, box: [0, i * 20, 300, i * 20 + 15] },
    })),
  };
  const place = { source, layer };
  const { json, output, record } = readingOf(recognised, SAMPLE_PACK);
  const kept = await vault.append({
    drafts: [
      layerMade(layerRecordOf(recognised, place), new TextEncoder().encode(canonicalJson(recognised)), now),
      readingMade({ type: 'reading', ...place, ...record }, now),
    ],
    blobs: [],
    suggestions: [{ ...place, output, reading: json }],
  });
  if (!kept.ok) throw new Error(kept.error.type);
  return source;
}

describe('a correction', () => {
  it('TR8, TR9: is a new layer; reviewed claims are carried over by their words or told as lost, never moved', async () => {
    const source = await addRecognised();
    for (const { id } of objects(await run(['claims', '--json', '--reveal'])))
      expect((await run(['review', String(id), 'accept', '--reveal', '--reason', 'as in the page'])).code).toBe(0);
    const ids = objects(await run(['claims', '--json', '--reveal']));
    const done = await run(
      ['correct', source, '--by', 'Mara Veldt', '--json'],
      RECOGNISED.replace('harb0ur', 'harbour').replace('31,000', '37,000'),
    );
    expect(done.code).toBe(1);
    const [receipt] = objects(done);
    const idOf = (words: string): unknown => ids.find(({ quote }) => String(quote).includes(words))?.['id'];
    const lost = receipt?.['lost'];
    expect(lost).toContain(idOf('31,000'));
    expect(receipt).toMatchObject({ placed: true, carried: ids.length - (Array.isArray(lost) ? lost.length : 0) });
    const row = await vault.query('source', { source });
    expect(row?.layer).toMatchObject({
      origin: 'recognised',
      mediaType: 'image/png',
      made: { by: 'correction', person: 'Mara Veldt' },
    });
    const stored: Layer = JSON.parse((await vault.query('layer', { layer: row?.layer?.layer ?? must() })) ?? '{}');
    expect(stored.blocks[1]?.place).toEqual({ type: 'page', page: 1, box: [0, 20, 300, 35] });
    expect(layerDigest(stored)).toBe(row?.layer?.digest);
    // The lost claim stands in the text that it was made of, and nowhere in the new one.
    const [claim] = objects(await run(['claims', String(idOf('31,000')), '--json', '--reveal']));
    expect(JSON.stringify(claim)).toContain('31,000');
    expect((await run(['show', source])).out).toContain('corrected by Mara Veldt');
    expect((await vault.query('layersOf', { source })).length).toBe(3);
    expect((await vault.verify(() => undefined)).faults).toEqual([]);
  });

  it('TR8: is refused for what was not recognised, and for the same words', async () => {
    const id = await addOriginal();
    expect((await run(['correct', id, '--by', 'A'], 'other words')).err).toContain('not recognised from an image');
    const source = await addRecognised();
    expect((await run(['correct', source, '--by', 'A'], RECOGNISED)).code).toBe(7);
    expect((await run(['correct', source, '--by', 'A', '--json'], `${RECOGNISED}\nOne more paragraph.`)).out).toContain(
      '"placed":false',
    );
  });
});

function must(): never {
  throw new Error('it is not there');
}
