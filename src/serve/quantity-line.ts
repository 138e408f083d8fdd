import type { Comparator, Quantity } from '../read/index.ts';

const NUMBER = '(\\d{1,15}(?:\\.\\d{1,6})?)';
const MEANT = new RegExp(
  `^(?:(\\?)|(>=|<=|[<>~=])?\\s*${NUMBER}|${NUMBER}\\s*\\.\\.\\s*${NUMBER})\\s+(\\S{1,40})(?:\\s+(.{1,200}))?$`,
);

/** A number as a person types it, `over 90 => >90 persons refugees`: words of the text, what they mean, unit, what is counted. */
export function readQuantityLine(text: string): Quantity | undefined {
  const at = text.lastIndexOf('=>');
  const stated = text.slice(0, Math.max(0, at)).trim();
  const meant = MEANT.exec(text.slice(at + 2).trim());
  if (at < 0 || stated === '' || meant === null) return undefined;
  const [, vague, sign, value, low, high, unit = '', counts = ''] = meant;
  const said = { stated, unit, counts };
  if (vague !== undefined) return { ...said, value: null, low: null, high: null, op: '?' };
  if (low !== undefined && high !== undefined)
    return { ...said, value: null, low: Number(low), high: Number(high), op: '..' };
  return { ...said, value: Number(value), low: null, high: null, op: comparatorOf(sign) };
}

const COMPARATORS = ['=', '>', '>=', '<', '<=', '~'] as const satisfies readonly Comparator[];

function comparatorOf(sign: string | undefined): Comparator {
  return COMPARATORS.find((each) => each === sign) ?? '=';
}
