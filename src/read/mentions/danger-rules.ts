import { matchesIn } from '../matches.ts';
import { oncePer } from '../once.ts';
import type { Finding, Stretch } from './finding.ts';
import { type MentionRule, marked } from './mention-rule.ts';

/** Rules that share what must and must not stand in the sentence around their words. */
export interface DangerRules {
  /** Words of which one must stand in the sentence: most sentences have none, and one look tells. */
  readonly trigger: RegExp;
  /** What must stand somewhere in the sentence too. */
  readonly beside?: RegExp;
  /** What speaks against the rules anywhere in the sentence. */
  readonly unless?: RegExp;
  readonly rules: readonly MentionRule[];
}

/** The words of all rules of a list as one pattern: most sentences hold none of them. */
const anyTrigger: (list: readonly DangerRules[]) => RegExp = oncePer(
  (list) => new RegExp(list.map(({ trigger }) => `(?:${trigger.source})`).join('|'), 'u'),
);

/** Every match of the rules whose words stand in the sentence. The stretch is one sentence. */
export function findDangers({ text, offset }: Stretch, list: readonly DangerRules[]): Finding[] {
  const found: Finding[] = [];
  if (!anyTrigger(list).test(text)) return found;
  for (const { trigger, beside, unless, rules } of list) {
    if (!trigger.test(text) || beside?.test(text) === false || unless?.test(text) === true) continue;
    for (const rule of rules) {
      for (const { 0: words, index } of matchesIn(text, rule.pattern)) {
        found.push(marked(offset + index, offset + index + words.length, rule));
      }
    }
  }
  return found;
}
