import { matchesIn } from '../matches.ts';
import type { Finding, Stretch } from './finding.ts';

/** What a rule says of every match: its type, its class, the reason, and the keys of what gives somebody away. */
export interface Marking {
  readonly type: Finding['type'];
  readonly protection: Finding['protection'];
  readonly reason: Finding['reason'];
  readonly keys?: readonly string[];
}

/** A pattern whose whole match is a mention of one marking; what stands around it belongs into look-arounds. */
export interface MentionRule extends Marking {
  readonly pattern: RegExp;
  /** What stands in whatever it finds, where that is rare: a text without it need not be searched from each of its places. */
  readonly needs?: RegExp | undefined;
}

/** A rule from the source of its pattern, which must be linear: it meets hostile text. `needs` is the source of what it cannot do without. */
export function mentionRule(source: string, marking: Marking, needs?: string): MentionRule {
  return {
    ...marking,
    pattern: new RegExp(source, 'gu'),
    needs: needs === undefined ? undefined : new RegExp(needs, 'u'),
  };
}

/** A mention of the words from `start` to `end` of the layer, marked so. */
export function marked(start: number, end: number, { type, protection, reason, keys = [] }: Marking): Finding {
  return { start, end, type, protection, reason, quasiIdentifiers: keys };
}

/** Every match of every rule, rule by rule. */
export function findByRules(stretch: Stretch, rules: readonly MentionRule[]): Finding[] {
  const found: Finding[] = [];
  for (const rule of rules) {
    if (rule.needs?.test(stretch.text) === false) continue;
    for (const { 0: words, index } of matchesIn(stretch.text, rule.pattern)) {
      const start = stretch.offset + index;
      found.push(marked(start, start + words.length, rule));
    }
  }
  return found;
}
