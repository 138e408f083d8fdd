import type { Quantity } from './claim.ts';

/** A quantity as claims JSON writes it: its numbers in a unit of the format, and what it is counted by where the format has no unit for that. */
export interface FormatQuantity extends Pick<Quantity, 'value' | 'low' | 'high' | 'unit'> {
  readonly per?: string;
}

/** Units of the reader that the format writes as another: its name, and how many of those one is. */
const FORMAT_UNITS: ReadonlyMap<string, readonly [string, number]> = new Map([
  ['places', ['items', 1]],
  ['km', ['metres', 1000]],
  ['m', ['metres', 1]],
  ['cm', ['metres', 0.01]],
]);

/** The format has rates by the year; money by the head, the household or the month is money, and `per` says by what. */
const RATE = /^(.+)\/(?!year$)([a-z]+)$/;

/** A third has no end of places: the format writes shares with four. */
const SHARE_PLACES = 4;

/** The numbers of a quantity in the units of claims JSON. What the reader counts finer than the format is named by the format's word. */
export function inFormatUnits({
  value,
  low,
  high,
  unit,
}: Pick<Quantity, 'value' | 'low' | 'high' | 'unit'>): FormatQuantity {
  const [, own = unit, per] = RATE.exec(unit) ?? [];
  const [name, factor] = FORMAT_UNITS.get(own) ?? [own, 1];
  const number = (each: number | null): number | null => {
    if (each === null) return null;
    if (own === 'share') return Number(each.toFixed(SHARE_PLACES));
    return factor === 1 ? each : Number((each * factor).toPrecision(12));
  };
  return {
    value: number(value),
    low: number(low),
    high: number(high),
    unit: name,
    ...(per === undefined ? {} : { per }),
  };
}
