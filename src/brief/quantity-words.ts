import type { Quantity } from '../read/index.ts';

const COMPARATORS: Readonly<Partial<Record<Quantity['op'], string>>> = {
  '=': '',
  '>': 'more than ',
  '>=': 'at least ',
  '<': 'fewer than ',
  '<=': 'up to ',
};

/**
 * A quantity with its comparator: "more than 93,000". An estimate, a range or a vague number is given in the words of
 * the text, since "close to" and "about" are not the same; undefined when there are no words to give.
 */
export function quantityWords({
  op,
  value,
  stated,
  unit,
}: Quantity): { readonly text: string; readonly quoted: boolean } | undefined {
  const comparator = COMPARATORS[op];
  if (comparator === undefined || value === null) {
    return stated === '' ? undefined : { text: stated, quoted: true };
  }
  if (!Number.isFinite(value)) return undefined;
  return { text: `${comparator}${numberWords(value)}${unitWords(unit)}`, quoted: false };
}

function numberWords(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

function unitWords(unit: string): string {
  // What is counted says already what these are.
  if (unit === '' || /^(?:persons|items|occurrences|cases|facilities|documents|organisations|farms)$/.test(unit))
    return '';
  const [what, period] = unit.split('/');
  return ` ${what}${period === undefined ? '' : ` a ${period}`}`;
}
