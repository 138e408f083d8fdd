import { ok, type QuantityFault, type Result, readTypedQuantity, type TypedQuantity } from '../base/index.ts';
import type { Comparator, Quantity } from '../read/index.ts';

/** A number as a person types it, `over 90 => >90 persons refugees`: words of the text, what they mean, unit, what is counted. */
export function readQuantityLine(line: string): Result<Quantity, QuantityFault> {
  const typed = typedOf(line);
  const meant = readTypedQuantity(typed);
  if (!meant.ok) return meant;
  const { stated, op, unit, counts } = typed;
  return ok({ stated, ...meant.value, unit, counts, op: comparatorOf(op) });
}

/** The parts of a line; what it lacks is empty. */
function typedOf(line: string): TypedQuantity {
  const at = line.lastIndexOf('=>');
  const stated = line.slice(0, Math.max(0, at)).trim();
  const meant = at < 0 ? '' : line.slice(at + 2).trim();
  const [, vague] = /^\?\s*(.*)$/s.exec(meant) ?? [];
  if (vague !== undefined) return { stated, op: '?', value: '', high: '', ...countedIn(vague) };
  const [, low, high, range] = /^(\S*?)\s*\.\.\s*(\S+)\s*(.*)$/s.exec(meant) ?? [];
  if (low !== undefined && high !== undefined && range !== undefined)
    return { stated, op: '..', value: low, high, ...countedIn(range) };
  const [, op = '=', value = '', one = ''] = /^(>=|<=|[<>~=])?\s*(\S*)\s*(.*)$/s.exec(meant) ?? [];
  return { stated, op, value, high: '', ...countedIn(one) };
}

function countedIn(words: string): { readonly unit: string; readonly counts: string } {
  const [, unit = '', counts = ''] = /^(\S*)\s*(.*)$/s.exec(words.trim()) ?? [];
  return { unit, counts };
}

const COMPARATORS = ['=', '>', '>=', '<', '<=', '~', '..', '?'] as const satisfies readonly Comparator[];

function comparatorOf(sign: string): Comparator {
  return COMPARATORS.find((each) => each === sign) ?? '=';
}
