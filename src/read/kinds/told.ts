import type { Statement } from './statement.ts';

/** A statement in one line, for tests that compare a sentence with what it says. */
export function told({ kind, subkind, rule, signal, option, stance, hedge, isContent }: Statement): string {
  if (!isContent) return 'nothing';
  const amount = rule === null || rule.amount === null ? '' : ` ${rule.amount} ${rule.currency ?? '?'}`;
  return [
    subkind === undefined ? kind : `${kind}/${subkind}`,
    rule === null ? '' : `${rule.modality}${amount}`,
    signal === null ? '' : `risk=${signal.category}:${signal.direction}`,
    option === null ? '' : `option=${option.options.join('+')}:${option.stance}`,
    stance === null ? '' : `stance=${stance.polarity}`,
    hedge.length === 0 ? '' : `hedge=${hedge.join('+')}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
