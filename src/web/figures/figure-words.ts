import type { FigureLine } from '../../serve/api.ts';
import type { Formats } from '../formats.ts';
import type { Say } from '../i18n.ts';
import { unitedWords } from '../unit-words.ts';

const WORDS: Readonly<Record<string, string>> = {
  '>': 'op.over',
  '>=': 'op.at-least',
  '<': 'op.under',
  '<=': 'op.at-most',
  '~': 'op.about',
  '..': 'op.between',
};

const MEASURES: Readonly<Record<string, string>> = {
  stock: 'measure.stock',
  flow: 'measure.flow',
  cumulative: 'measure.cumulative',
};

/** A number with its comparator and unit. One that the text does not put into digits is given in the text's words. */
export function valueWords(figure: FigureLine, say: Say, formats: Formats): string {
  const { number } = formats;
  const { value, low, high, op, stated, unit } = figure;
  const words = WORDS[op];
  const united = (text: string): string => unitedWords(say, formats, text, unit);
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

export interface FigureGroups {
  /** Questions that several figures answer, the one with the most figures first. */
  readonly questions: readonly Question[];
  /** Figures that stand alone, and those of which the text does not say what they count: nothing is drawn of them. */
  readonly others: readonly FigureLine[];
}

/** Figures by the question they answer; within one, in order of their dates. */
export function groupFigures(figures: readonly FigureLine[]): FigureGroups {
  const groups = new Map<string, FigureLine[]>();
  const others: FigureLine[] = [];
  for (const figure of figures) {
    // Two sums of money of which nobody says what they paid for answer no common question.
    if (figure.counts.trim() === '') others.push(figure);
    else groups.set(figure.question, [...(groups.get(figure.question) ?? []), figure]);
  }
  const questions: Question[] = [];
  for (const [key, group] of groups) {
    if (group.length === 1) others.push(...group);
    else questions.push({ key, figures: group.sort(byDate) });
  }
  questions.sort((a, b) => b.figures.length - a.figures.length || compare(a.key, b.key));
  return { questions, others: others.sort((a, b) => compare(a.title, b.title) || a.start - b.start) };
}

function byDate(a: FigureLine, b: FigureLine): number {
  // What has no date stands last.
  return compare(a.date ?? '~', b.date ?? '~');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
