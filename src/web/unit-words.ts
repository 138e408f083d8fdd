import type { Formats } from './formats.ts';
import type { Say } from './i18n.ts';

const UNITS: Readonly<Record<string, string>> = {
  persons: 'unit.persons',
  households: 'unit.households',
  cases: 'unit.cases',
  percent: 'unit.percent',
  items: 'unit.items',
  documents: 'unit.documents',
  organisations: 'unit.organisations',
  places: 'unit.places',
  facilities: 'unit.facilities',
  farms: 'unit.farms',
  hours: 'unit.hours',
  days: 'unit.days',
  weeks: 'unit.weeks',
  months: 'unit.months',
  years: 'unit.years',
  tonnes: 'unit.tonnes',
  times: 'unit.times',
  occurrences: 'unit.occurrences',
  share: 'unit.share',
};

/** A value with its unit, as the desk's language says it. A unit that has no words stands as it was kept. */
export function unitedWords(say: Say, formats: Pick<Formats, 'currency'>, value: string, unit: string): string {
  if (unit === '') return value;
  if (unit.endsWith('/year')) {
    return say('unit.per-year', { value: unitedWords(say, formats, value, unit.slice(0, -'/year'.length)) });
  }
  const message = UNITS[unit];
  if (message !== undefined) return say(message, { value });
  return say('unit.other', { value, unit: formats.currency(unit) });
}
