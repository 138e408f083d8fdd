import type { Finding, Stretch } from './finding.ts';

/** A pattern whose whole match is a mention of one type; what stands around it belongs into look-arounds. */
export interface MentionRule {
  readonly pattern: RegExp;
  readonly type: Finding['type'];
  readonly protection: Finding['protection'];
  readonly keys: readonly string[];
}

/** A rule from the source of its pattern, which must be linear: it meets hostile text. */
export function mentionRule(
  source: string,
  type: MentionRule['type'],
  protection: MentionRule['protection'],
  keys: readonly string[] = [],
): MentionRule {
  return { pattern: new RegExp(source, 'gu'), type, protection, keys };
}

/** Every match of every rule, rule by rule. A small count whose words also tell the sex has the key for that too. */
export function findByRules(stretch: Stretch, rules: readonly MentionRule[], tellsSex: RegExp): Finding[] {
  return rules.flatMap(({ pattern, type, protection, keys }) =>
    [...stretch.text.matchAll(pattern)].map((match) => {
      const start = stretch.offset + match.index;
      const sexed = keys.includes('count') && tellsSex.test(match[0]);
      const quasiIdentifiers = sexed ? [...keys, 'sex'] : keys;
      return { start, end: start + match[0].length, type, protection, quasiIdentifiers };
    }),
  );
}
