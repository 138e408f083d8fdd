import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_PACK } from '../src/read/figures/gold-set.ts';
import { readClaims, readLayer } from '../src/read/index.ts';
import type { Figure } from './figure.ts';

/** The digest of the set as it was written, before the rules that are measured with it. */
const DIGEST = '0bfa16886a85c6a04446167b4b96d0e9185f7392a7526120a9f7f06f1d49e741';
/** Share of two stretches that they have in common, from which on a claim is the one that was marked. */
const SAME = 0.5;
const BAR = 0.9;

interface Item {
  readonly id: string;
  readonly language: string;
  readonly format: 'txt' | 'html';
  readonly text: string;
  readonly claims: readonly { readonly quote: string; readonly kind: string; readonly place?: string }[];
  readonly residue: readonly { readonly quote: string; readonly type: string }[];
  readonly either?: readonly string[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What is counted of one language: claims wanted, given and right, and where residue came out as a claim. */
interface Count {
  wanted: number;
  given: number;
  found: number;
  kind: number;
  clean: number;
  inPlaces: [found: number, wanted: number];
  readonly leaks: Map<string, [leaked: number, of: number]>;
}

/** Claims beside what only looks like one (titles, credits, closing lines), in invented passages of three languages. */
export function figures(): readonly Figure[] {
  const bytes = readFileSync(join(process.cwd(), 'test/read/gold/residue.json'));
  if (createHash('sha256').update(bytes).digest('hex') !== DIGEST) throw new Error('the set of residue was changed');
  const { items }: { readonly items: readonly Item[] } = JSON.parse(bytes.toString('utf8'));
  return ['en', 'zh', 'ko'].flatMap((language) => {
    const count: Count = {
      wanted: 0,
      given: 0,
      found: 0,
      kind: 0,
      clean: 0,
      inPlaces: [0, 0],
      leaks: new Map(),
    };
    for (const item of items) if (item.language === language) tally(item, count);
    return rowsOf(language, count);
  });
}

function tally(item: Item, count: Count): void {
  const layer = readLayer(new TextEncoder().encode(item.text), { fileName: `${item.id}.${item.format}` });
  if (!layer.ok) throw new Error('a passage of the set makes no layer');
  const read = readClaims(layer.value, SAMPLE_PACK).claims;
  // White space is the layout's: stretches are told apart by their characters alone.
  const at = offsets(layer.value.text);
  const text = bare(layer.value.text);
  let from = 0;
  const placed = (quote: string, after = 0): Stretch => {
    const start = text.indexOf(bare(quote), after);
    return { start, end: start < 0 ? start : start + bare(quote).length };
  };
  const wanted = item.claims.map((claim) => {
    const place = placed(claim.quote, from);
    if (place.start >= 0) from = place.end;
    return { ...claim, ...place };
  });
  const residue = item.residue.map(({ quote, type }) => ({ type, ...placed(quote) }));
  const either = (item.either ?? []).map((quote) => placed(quote));
  const given = read
    .map(({ kind, passage }) => ({ kind, start: at[passage.start] ?? 0, end: at[passage.end] ?? 0 }))
    .filter((claim) => !either.some((one) => covered(claim, one) >= SAME));
  const used = new Set<Stretch>();
  count.given += given.length;
  count.wanted += wanted.length;
  for (const gold of wanted) {
    const best = given
      .filter((claim) => !used.has(claim) && common(claim, gold) >= SAME)
      .sort((a, b) => common(b, gold) - common(a, gold))[0];
    if (gold.place !== undefined) count.inPlaces[1]++;
    if (best === undefined) continue;
    used.add(best);
    count.found++;
    if (familyOf(best.kind) === familyOf(gold.kind)) count.kind++;
    if (!residue.some((one) => shared(best, one) > 0)) count.clean++;
    if (gold.place !== undefined) count.inPlaces[0]++;
  }
  for (const one of residue) {
    const tallied = count.leaks.get(one.type) ?? [0, 0];
    if (given.some((claim) => !used.has(claim) && covered(claim, one) >= SAME)) tallied[0]++;
    tallied[1]++;
    count.leaks.set(one.type, tallied);
  }
}

function rowsOf(language: string, count: Count): Figure[] {
  const row = (name: string, part: number, whole: number, conditions = ''): Figure => ({
    name: `claims beside residue, ${language}, ${name}`,
    value: Math.round((part / Math.max(1, whole)) * 1000) / 1000,
    unit: 'share',
    n: whole,
    conditions: `${part} of ${whole}${conditions}`,
  });
  const bar = (part: number, whole: number): string => `; bar ${BAR} ${part / whole >= BAR ? 'met' : 'NOT met'}`;
  return [
    row('precision', count.found, count.given, bar(count.found, count.given)),
    row('recall', count.found, count.wanted, bar(count.found, count.wanted)),
    row('recall where residue is expected', ...count.inPlaces),
    row('kind of those found, assertion and opinion one family', count.kind, count.found),
    row('passages of those found without residue', count.clean, count.found),
    ...[...count.leaks]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([type, [leaked, of]]) => row(`${type} given as a claim`, leaked, of)),
  ];
}

function familyOf(kind: string): string {
  return kind === 'opinion' ? 'assertion' : kind;
}

function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** Where each offset of a text lies once white space is gone. */
function offsets(text: string): readonly number[] {
  const found = [0];
  for (let i = 0; i < text.length; i++) found.push((found[i] ?? 0) + (/\s/u.test(text.charAt(i)) ? 0 : 1));
  return found;
}

function shared(a: Stretch, b: Stretch): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function common(a: Stretch, b: Stretch): number {
  return shared(a, b) / Math.max(1, a.end - a.start + (b.end - b.start) - shared(a, b));
}

/** How much of a claim lies in a stretch. */
function covered(claim: Stretch, stretch: Stretch): number {
  return shared(claim, stretch) / Math.max(1, claim.end - claim.start);
}
