import type { Mention } from '../claim.ts';
import type { Finding } from './finding.ts';

/**
 * Findings as mentions in text order, each stretch of words once per type: a finding inside another of its type, or
 * inside a handle or a source, is no mention of its own, but lends it its class when that is stronger. Mentions of
 * different types may overlap. A group at risk is told once per layer for the same words: what is said of it holds for
 * every place.
 */
export function settle(findings: readonly Finding[], text: string): Mention[] {
  const sorted = findings
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
  const kept: Mention[] = [];
  const groups = new Set<string>();
  let recent: number[] = [];
  for (const one of sorted) {
    recent = recent.filter((at) => (kept[at]?.end ?? 0) > one.start);
    const cover = recent.find((at) => covers(kept[at], one));
    const covering = cover === undefined ? undefined : kept[cover];
    if (cover !== undefined && covering !== undefined) {
      if (covering.type === one.type) kept[cover] = strengthened(covering, one);
      // Whoever is described and speaks is a source, of the class that the description has.
      else if (covering.type === 'low-count' && one.type === 'source')
        kept[cover] = { ...strengthened(covering, one), type: 'source', reason: one.reason };
      continue;
    }
    const surface = text.slice(one.start, one.end);
    if (one.protection === 'group-risk') {
      const words = surface.toLowerCase().replace(/^(?:the|these|those)\s/, '');
      if (groups.has(words)) continue;
      groups.add(words);
    }
    recent.push(kept.length);
    kept.push({ ...one, surface });
  }
  return kept;
}

function covers(other: Mention | undefined, one: Finding): boolean {
  if (other === undefined || other.end < one.end) return false;
  const isSame = other.start === one.start && other.end === one.end;
  return (
    other.type === one.type ||
    other.type === 'handle' ||
    other.type === 'source' ||
    (isSame && other.type === 'low-count' && one.type === 'source')
  );
}

function strengthened(mention: Mention, one: Finding): Mention {
  const quasiIdentifiers = [...new Set([...mention.quasiIdentifiers, ...one.quasiIdentifiers])];
  const { protection, reason } = rank(one) < rank(mention) ? one : mention;
  return { ...mention, protection, reason, quasiIdentifiers };
}

/** What somebody chose to publish under wins: a credit line is no hidden person. Then the strongest. */
const ORDER: readonly Finding['protection'][] = [
  'byline',
  'public-figure',
  'public',
  'singling-out',
  'high',
  'medium',
  'operational',
  'low-count',
  'context-sensitive',
  'group-risk',
];

function rank({ protection }: Finding): number {
  return ORDER.indexOf(protection);
}
