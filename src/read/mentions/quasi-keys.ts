import { matchesIn } from '../matches.ts';
import type { Finding, Stretch } from './finding.ts';

/** Which words of a sentence give a quasi-identifier away; one pattern per key. Only the key is kept, never the words. */
export type KeySigns = Readonly<Record<'sex' | 'age' | 'origin' | 'route' | 'date' | 'mode' | 'custody', RegExp>>;

/** More keys than this in one sentence, and whoever was there knows who is meant (docs/read-protection.md M9). */
const SINGLED_OUT = 3;

/**
 * Small counts and persons at risk with the keys that their sentence gives away; with three or more they single
 * somebody out. The sex is that of the words themselves; all other keys are the sentence's.
 */
export function withKeys(findings: readonly Finding[], { text, offset }: Stretch, signs: KeySigns): Finding[] {
  if (!findings.some(countsFew)) return [...findings];
  const sentence = new Map<string, readonly string[]>();
  return findings.map((one) => {
    if (!countsFew(one)) return one;
    const [from, to] = sentenceAround(text, one.start - offset, one.end - offset);
    const words = text.slice(from, to);
    const around = sentence.get(`${from}`) ?? keysOf(words, signs);
    sentence.set(`${from}`, around);
    const sex = signs.sex.test(text.slice(one.start - offset, one.end - offset)) ? ['sex'] : [];
    const quasiIdentifiers = [...new Set([...one.quasiIdentifiers, ...sex, ...around])];
    // A court's count of twelve to thirty is no person; "his wife" is somebody through somebody else.
    const singled = quasiIdentifiers.length >= SINGLED_OUT && one.reason === 'small-count';
    return { ...one, quasiIdentifiers, protection: singled ? 'singling-out' : one.protection };
  });
}

function countsFew({ type }: Finding): boolean {
  return type === 'low-count';
}

function keysOf(words: string, signs: KeySigns): readonly string[] {
  return (['age', 'origin', 'route', 'date', 'mode', 'custody'] as const).filter((key) => signs[key].test(words));
}

/** A sentence of East Asian text ends at its full stop or its line; looked for within the reach of a long sentence. */
const REACH = 120;
const END = /[。！？!?\n]|[다요까]\.\s/u;

function sentenceAround(text: string, start: number, end: number): readonly [number, number] {
  const before = text.slice(Math.max(0, start - REACH), start);
  let from = Math.max(0, start - REACH);
  for (const match of matchesIn(before, /[。！？!?\n]|[다요까]\.\s/gu))
    from = Math.max(0, start - REACH) + match.index + match[0].length;
  const after = END.exec(text.slice(end, end + REACH));
  return [from, after === null ? Math.min(text.length, end + REACH) : end + after.index];
}
