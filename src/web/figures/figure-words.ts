import type { FigureLine } from '../../serve/api.ts';
import type { Formats } from '../formats.ts';
import type { Say } from '../i18n.ts';

const WORDS: Readonly<Record<string, string>> = {
  '>': 'op.over',
  '>=': 'op.at-least',
  '<': 'op.under',
  '<=': 'op.at-most',
  '~': 'op.about',
  '..': 'op.between',
};

const UNITS: Readonly<Record<string, string>> = {
  persons: 'unit.persons',
  households: 'unit.households',
  cases: 'unit.cases',
  percent: 'unit.percent',
};

const MEASURES: Readonly<Record<string, string>> = {
  stock: 'measure.stock',
  flow: 'measure.flow',
  cumulative: 'measure.cumulative',
};

/** A number with its comparator and unit. One that the text does not put into digits is given in the text's words. */
export function valueWords(figure: FigureLine, say: Say, { number }: Formats): string {
  const { value, low, high, op, stated, unit } = figure;
  const words = WORDS[op];
  const unitWords = UNITS[unit];
  const united = (text: string): string =>
    unitWords === undefined
      ? unit === ''
        ? text
        : say('unit.other', { value: text, unit })
      : say(unitWords, { value: text });
  if (op === '..' && low !== null && high !== null) {
    return united(say('op.between', { low: number(low), high: number(high) }));
  }
  const shown = value ?? low ?? high;
  if (shown === null || op === '?') return stated;
  return words === undefined || op === '..' ? united(number(shown)) : united(say(words, { value: number(shown) }));
}

/** Stock, flow or cumulative, where the text tells. */
export function measureMessage(measure: string | null): string | undefined {
  return measure === null ? undefined : MEASURES[measure];
}

export interface Question {
  readonly key: string;
  readonly figures: readonly FigureLine[];
}

/** Figures by the question they answer, the one with the most figures first; within one, in order of their dates. */
export function questionsOf(figures: readonly FigureLine[]): readonly Question[] {
  const groups = new Map<string, FigureLine[]>();
  for (const figure of figures) {
    const group = groups.get(figure.question) ?? [];
    group.push(figure);
    groups.set(figure.question, group);
  }
  return [...groups]
    .map(([key, group]) => ({ key, figures: group.sort((a, b) => compare(a.date ?? '~', b.date ?? '~')) }))
    .sort((a, b) => b.figures.length - a.figures.length || compare(a.key, b.key));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
