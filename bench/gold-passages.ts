import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SAMPLE_PACK, sentenceLayer } from '../src/read/figures/gold-set.ts';
import { readClaims, readingToClaimsJson } from '../src/read/index.ts';
import type { Figure } from './figure.ts';
import { fileNumber, rowsOf, type Scorer, shared } from './gold-documents.ts';

interface Item {
  readonly id: string;
  readonly language: 'en' | 'zh' | 'ko';
  readonly documentDate: string;
  readonly text: string;
  readonly claims: readonly { readonly quote: string; readonly kind: string }[];
}

/** What the set was when it was written, before the rules: a set that was changed since measures nothing. */
const DIGEST = 'd2677071b63335ff0fedb0c65c1b741fdd4471300130c1ba24bf94d4f9eed19a';

/** Invented passages in three languages, written before the rules by whoever did not write them, read through the whole room. */
export async function goldPassages(): Promise<Figure[]> {
  const file = join(process.cwd(), 'test/read/gold/kinds.json');
  const gold = shared('gold');
  if (!existsSync(file) || gold === undefined) return [];
  const bytes = readFileSync(file);
  if (createHash('sha256').update(bytes).digest('hex') !== DIGEST) throw new Error('the gold set of kinds was changed');
  const { items }: { readonly items: readonly Item[] } = JSON.parse(bytes.toString('utf8'));
  const scorer: Scorer = await import(pathToFileURL(join(gold, 'score.mjs')).href);
  return (['en', 'zh', 'ko'] as const).flatMap((lang) => {
    const own = items.filter(({ language }) => language === lang);
    const wanted = own.map((item, at) => ({
      seed: fileNumber(at),
      file: `${fileNumber(at)}_${item.id}.txt`,
      items: item.claims.map((claim, i) => ({
        ...claim,
        id: `${item.id}-${i}`,
        start: item.text.indexOf(claim.quote),
        tier: 'core',
        // The set says nothing of sources: whatever stands there is not scored.
        attribution: [{ role: 'author', name: null }],
      })),
      mentions: [],
    }));
    const read = own.map((item, at) => {
      const layer = sentenceLayer(item.text, { date: item.documentDate, language: lang });
      return readingToClaimsJson(`${fileNumber(at)}_${item.id}.txt`, layer, readClaims(layer, SAMPLE_PACK));
    });
    const { overall } = scorer.score(wanted, read);
    return rowsOf(overall, `passages, ${lang}`, { how: 'written before the rules, not looked at' }).filter(
      ({ name }) => !/attribution|chain|mentions|quantity|date|place/.test(name),
    );
  });
}
