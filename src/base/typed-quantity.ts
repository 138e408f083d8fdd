import { ok, type Result, refuse } from './result.ts';

/** A number of a claim as a person types it: all of it words. `value` is the lower end of a range, whose `op` is `..`. */
export interface TypedQuantity {
  readonly stated: string;
  /** Of `=`, `>`, `>=`, `<`, `<=`, `~`, `..`, and `?` for one that the text leaves vague. */
  readonly op: string;
  readonly value: string;
  readonly high: string;
  readonly unit: string;
  readonly counts: string;
}

/** Which part of a typed number cannot be meant, and why. */
export interface QuantityFault {
  readonly part: 'stated' | 'value' | 'high' | 'unit' | 'counts';
  readonly type: NumberFault['type'] | 'reversed' | 'too-long';
}

interface NumberFault {
  readonly type: 'lacking' | 'not-a-number' | 'negative' | 'too-large' | 'too-precise';
}

/** Characters of a unit, and of what is counted. */
const UNIT_LIMIT = 40;
const COUNTS_LIMIT = 200;

/** What a typed number means: the fields of a quantity that are numbers. */
interface MeantNumber {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What a typed number means, else the first thing that is wrong with it. Whether its text says so is for the text. */
export function readTypedQuantity(typed: TypedQuantity): Result<MeantNumber, QuantityFault> {
  const { stated, op, unit, counts } = typed;
  if (stated.trim() === '') return refuse({ part: 'stated', type: 'lacking' });
  const meant = readMeant(op, typed);
  if (!meant.ok) return meant;
  if (unit.trim() === '') return refuse({ part: 'unit', type: 'lacking' });
  if (unit.trim().length > UNIT_LIMIT) return refuse({ part: 'unit', type: 'too-long' });
  return counts.trim().length > COUNTS_LIMIT ? refuse({ part: 'counts', type: 'too-long' }) : meant;
}

function readMeant(op: string, typed: Pick<TypedQuantity, 'value' | 'high'>): Result<MeantNumber, QuantityFault> {
  if (op === '?') return ok({ value: null, low: null, high: null });
  const value = readTypedNumber(typed.value);
  if (!value.ok) return refuse({ part: 'value', type: value.error.type });
  if (op !== '..') return ok({ value: value.value, low: null, high: null });
  const high = readTypedNumber(typed.high);
  if (!high.ok) return refuse({ part: 'high', type: high.error.type });
  if (high.value < value.value) return refuse({ part: 'high', type: 'reversed' });
  return ok({ value: null, low: value.value, high: high.value });
}

/**
 * The value of a number in digits of any width. Commas and spaces may part it by thousands; a comma elsewhere is refused, since to some
 * it is the decimal point.
 */
function readTypedNumber(words: string): Result<number, NumberFault> {
  const typed = words.normalize('NFKC').trim();
  if (typed === '') return refuse({ type: 'lacking' });
  const parted = /^[-−–]?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?$/.test(typed) ? typed.replaceAll(/[, ]/g, '') : typed;
  const [, sign, whole, fraction = ''] = /^([-−–]?)(\d+)(?:\.(\d+))?$/.exec(parted) ?? [];
  if (whole === undefined) return refuse({ type: 'not-a-number' });
  if (sign !== '') return refuse({ type: 'negative' });
  // Of more digits than these a number of the computer is no longer the one that was typed.
  if (whole.length > 15) return refuse({ type: 'too-large' });
  return fraction.length > 6 ? refuse({ type: 'too-precise' }) : ok(Number(parted));
}
