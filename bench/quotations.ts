import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FoundAttribution, readAttributions } from '../src/read/index.ts';
import type { Figure } from './figure.ts';
import { suiteFigures } from './quotation-suites.ts';

/** The digest of the set as it was written, before the rules that are measured with it. */
const DIGEST = 'acd3d3a8a40e68f7fa19daa18e403196931b79ae09f023bc28c675e744f59d4d';
/** Share of two stretches that they have in common, from which on they are of one attribution, or one speaker. */
const SAME = 0.5;

type Pair = readonly [start: number, end: number];
interface Item {
  readonly lang: string;
  readonly text: string;
  readonly attributions: readonly {
    readonly content: Pair;
    readonly speaker: Pair | null;
    readonly anonymous: boolean;
  }[];
}

/** Attributions of news quotations that were written before the rules, per language, and of published suites. */
export async function figures(): Promise<readonly Figure[]> {
  const bytes = readFileSync(join(process.cwd(), 'test/read/gold/quotations.json'));
  if (createHash('sha256').update(bytes).digest('hex') !== DIGEST) throw new Error('the set of quotations was changed');
  const { items }: { readonly items: readonly Item[] } = JSON.parse(bytes.toString('utf8'));
  const own = (['en', 'zh', 'ko'] as const).flatMap((lang) =>
    scored(
      lang,
      items.filter((item) => item.lang.startsWith(lang)),
    ),
  );
  return [...own, ...suiteFigures()];
}

function scored(lang: 'en' | 'zh' | 'ko', items: readonly Item[]): readonly Figure[] {
  let [wanted, given, matched, speakers, anonymous] = [0, 0, 0, 0, 0];
  for (const { text, attributions } of items) {
    const found = readAttributions(text, { lang });
    const used = new Set<FoundAttribution>();
    wanted += attributions.length;
    given += found.length;
    for (const gold of attributions) {
      const best = found
        .filter((each) => !used.has(each) && common(pairOf(each.content), gold.content) >= SAME)
        .sort((a, b) => common(pairOf(b.content), gold.content) - common(pairOf(a.content), gold.content))[0];
      if (best === undefined) continue;
      used.add(best);
      matched++;
      const isRight =
        gold.speaker === null
          ? best.speaker === null
          : best.speaker !== null && common(pairOf(best.speaker), gold.speaker) >= SAME;
      if (isRight) speakers++;
      if (best.anonymous === gold.anonymous) anonymous++;
    }
  }
  const [precision, recall] = [matched / given, matched / wanted];
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  const conditions = `precision ${round(precision)}, recall ${round(recall)}`;
  return [
    {
      name: `attributions, ${lang}, F1`,
      value: round((2 * precision * recall) / (precision + recall)),
      unit: 'share',
      n: wanted,
      conditions,
    },
    {
      name: `speakers of matched attributions, ${lang}`,
      value: round(speakers / matched),
      unit: 'share',
      n: matched,
      conditions: '',
    },
    {
      name: `anonymity of matched attributions, ${lang}`,
      value: round(anonymous / matched),
      unit: 'share',
      n: matched,
      conditions: '',
    },
  ];
}

const pairOf = ({ start, end }: { readonly start: number; readonly end: number }): Pair => [start, end];

function common([a, b]: Pair, [c, d]: Pair): number {
  const both = Math.max(0, Math.min(b, d) - Math.max(a, c));
  return both / Math.max(1, b - a + (d - c) - both);
}
