import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceId } from '../../src/base/index.ts';
import { nameForms, parseQuery } from '../../src/read/index.ts';
import type { SearchAnswer, SearchRequest, Vault } from '../../src/vault/index.ts';
import { firstPack } from '../read/first-pack.ts';
import { eraseSubjects } from '../vault/erase.ts';
import { keysOf } from '../vault/peers.ts';
import { pagesHolding, plainPages } from '../vault/plain-pages.ts';
import { reopen, temporaryVault } from '../vault/temporary-vault.ts';
import { addLayered } from './layered-source.ts';

const names = nameForms([firstPack()]);
let vault: Vault;
let folder = '';
let remove = (): void => {};
beforeEach(async () => {
  ({ vault, folder, remove } = await temporaryVault());
});
afterEach(async () => {
  await vault.close();
  remove();
});

async function ask(text: string, more: Partial<SearchRequest> = {}): Promise<SearchAnswer> {
  const query = parseQuery(text, { names, exact: more.exactly !== undefined });
  return vault.query('search', { query, mode: 'all', order: 'best', filter: {}, limit: 20, ...more });
}

const sourcesOf = ({ hits }: SearchAnswer): readonly SourceId[] => hits.map(({ source }) => source);

describe('what is found', () => {
  it('S10: every word in one passage; when none has them all, any, and the answer says so', async () => {
    const both = await addLayered(vault, 'Refugees crossed the river.\n\nThe market was closed.');
    const one = await addLayered(vault, 'The river froze.');
    const all = await ask('refugee river');
    expect([all.matched, sourcesOf(all)]).toEqual(['all', [both.source]]);
    const any = await ask('river volcano');
    expect(any.matched).toBe('any');
    expect(new Set(sourcesOf(any))).toEqual(new Set([both.source, one.source]));
    expect((await ask('volcano')).matched).toBe('none');
  });

  it('S10a: characters typed without spaces need not stand together, and a name among them counts in every script', async () => {
    const chinese = await addLayered(vault, '当局在图们江一带抓人。');
    const korean = await addLayered(vault, '두만강에서 사람을 잡았다.');
    const parts = await ask('谁在图们江抓人');
    expect([parts.matched, sourcesOf(parts)]).toEqual(['parts', [chinese.source]]);
    expect((await ask('"在图们江抓人"')).matched).toBe('any');
    expect((await ask('图们江一带')).matched).toBe('all');
    const any = await ask('谁在图们江抓人', { mode: 'any' });
    expect(sourcesOf(any)).toEqual([chinese.source, korean.source]);
  });

  it('S7: a place is found in every script and form of the pack, and marked', async () => {
    const texts = ['They crossed the Tumen River.', '他们渡过图们江。', '他們渡過圖們江。', '두만강을 건넜다.'];
    const added = await Promise.all(texts.map((text) => addLayered(vault, text)));
    for (const query of ['Tumen River', '图们江', '圖們江', '두만강', '두만강에서']) {
      const answer = await ask(query);
      expect(new Set(sourcesOf(answer))).toEqual(new Set(added.map(({ source }) => source)));
      expect(answer.hits.every(({ passages }) => passages.every(({ marks }) => marks.length === 1))).toBe(true);
    }
  });

  it('S13: what is excluded is left out, and S15: an exact query finds the very letters', async () => {
    const trade = await addLayered(vault, '북한과의 무역이 늘었다.');
    const other = await addLayered(vault, '북한에서 학교가 문을 닫았다.');
    expect(sourcesOf(await ask('북한 -무역'))).toEqual([other.source]);
    expect(sourcesOf(await ask('북한에서', { exactly: [['북한에서']] }))).toEqual([other.source]);
    expect(new Set(sourcesOf(await ask('북한에서')))).toEqual(new Set([trade.source, other.source]));
  });

  it('S10 to S15: OR, exclusions and exact letters where the newest passages do not bear out what the index proposes', async () => {
    const both = await addLayered(vault, '강제북송 반대');
    const volcano = await addLayered(vault, 'The volcano.');
    expect(new Set(sourcesOf(await ask('강제북송 OR volcano', { mode: 'any' })))).toEqual(
      new Set([both.source, volcano.source]),
    );
    expect(sourcesOf(await ask('"secret police" OR volcano', { mode: 'any' }))).toEqual([volcano.source]);
    expect((await ask('market OR volcano', { exactly: [['market', 'volcano']] })).matched).toBe('all');
    expect(parseQuery('river -"market', { names, exact: false })).toMatchObject({
      terms: [{ text: 'river' }],
      excluded: [{ text: 'market' }],
    });
    const old = await addLayered(vault, '---\ntitle: T\ndate: 1999-01-01\n---\n\nNear yŏnbyŏn, quiet.', {
      fileName: 'a.md',
    });
    const many = Array.from({ length: 3_100 }, (_, n) => `Yonbyon is loud, ${n}.`).join('\n\n');
    await addLayered(vault, many);
    expect(sourcesOf(await ask('yŏnbyŏn', { exactly: [['yŏnbyŏn']] }))).toEqual([old.source]);
    expect(sourcesOf(await ask('yonbyon -loud'))).toEqual([old.source]);
  });

  it('S18: language, kind and date narrow a search', async () => {
    const english = await addLayered(vault, '---\ntitle: Border\ndate: 2016-08-10\n---\n\nThe Tumen River rose.', {
      fileName: 'a.md',
    });
    const korean = await addLayered(
      vault,
      '---\ntitle: 국경\ndate: 2020-01-02\n---\n\n두만강 물이 불었다고 주민이 말했다.',
      {
        fileName: 'b.md',
      },
    );
    expect(new Set(sourcesOf(await ask('두만강')))).toEqual(new Set([english.source, korean.source]));
    expect(sourcesOf(await ask('두만강', { filter: { language: 'ko' } }))).toEqual([korean.source]);
    const days = (await ask('두만강', { order: 'newest' })).hits;
    expect(days.map(({ source }) => source)).toEqual([korean.source, english.source]);
    const [newest] = days;
    expect(sourcesOf(await ask('두만강', { filter: { from: newest?.day ?? 0 } }))).toEqual([korean.source]);
    expect(sourcesOf(await ask('두만강', { filter: { to: (newest?.day ?? 0) - 1 } }))).toEqual([english.source]);
  });
});

describe('the index follows the record', () => {
  it('S20, S21: a newer layer takes the place of the older, and an erased source leaves no term', async () => {
    const { source } = await addLayered(vault, '귀뚜라미 보고서: xylograph canarium.');
    const kept = await addLayered(vault, 'Another report about a xylophone.');
    await addLayered(vault, 'The second edition speaks of a zeppelin 잠자리.', { source });
    expect((await ask('xylograph')).matched).toBe('none');
    expect(sourcesOf(await ask('zeppelin'))).toEqual([source]);
    await expect(eraseSubjects(vault, [source])).resolves.toBeUndefined();
    expect((await ask('zeppelin')).matched).toBe('none');
    expect(sourcesOf(await ask('xylophone'))).toEqual([kept.source]);
    await vault.finishErasing();
    await vault.close();
    const pages = plainPages(folder, (await keysOf(folder)).keys.database);
    for (const term of ['zeppelin', 'canarium', '귀뚜', '잠자리']) expect(pagesHolding(pages, term)).toBe(0);
    expect(pagesHolding(pages, 'xylophone')).toBeGreaterThan(0);
  });

  it('S21: nor does the list of the pages of an index of many keep the beginnings of erased terms', async () => {
    const words = (lead: string): string =>
      Array.from({ length: 4_000 }, (_, n) => `${lead}${((n * 7919) % 1_000_003).toString(36).padStart(6, '0')}`).join(
        '\n\n',
      );
    const { source } = await addLayered(vault, words('zqx'));
    await addLayered(vault, words('mno'));
    const pages = async (): Promise<number> => {
      await vault.close();
      const found = pagesHolding(plainPages(folder, (await keysOf(folder)).keys.database), 'zqx');
      vault = await reopen(folder);
      return found;
    };
    expect(await pages()).toBeGreaterThan(0);
    await eraseSubjects(vault, [source]);
    expect(await vault.finishErasing()).toEqual({ ok: true, value: { type: 'finished' } });
    expect(await pages()).toBe(0);
  });

  it('S22: rebuilding gives the same answers', async () => {
    for (let n = 0; n < 40; n++)
      await addLayered(vault, `Report ${n}: refugees near the river ${'again '.repeat(n % 7)}.`);
    const before = await ask('refugees river');
    const rebuilt = await vault.rebuild([], () => {});
    expect(rebuilt.ok).toBe(true);
    expect(await ask('refugees river')).toEqual(before);
  });
});

describe('queries that mean harm or nothing', () => {
  const { queries }: { readonly queries: readonly HostileQuery[] } = JSON.parse(
    readFileSync(join(import.meta.dirname, 'gold/hostile-queries.json'), 'utf8'),
  );

  it(`S14: ${queries.length} of them get an answer`, async () => {
    await addLayered(vault, 'A OR B NEAR C: 북한 "quoted" 图们江 \u200f abc 2016.');
    for (const { query, repeat, times } of queries) {
      const text = query ?? (repeat ?? '').repeat(Math.min(times ?? 0, 20_000));
      for (const mode of ['all', 'any'] as const) {
        const answer = await ask(text, { mode });
        expect(['all', 'any', 'none']).toContain(answer.matched);
      }
    }
  });
});

interface HostileQuery {
  readonly name: string;
  readonly query?: string;
  readonly repeat?: string;
  readonly times?: number;
}
