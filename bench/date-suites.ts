import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDates } from '../src/read/index.ts';
import type { Figure } from './figure.ts';
import { klueSentences } from './klue-sentences.ts';
import { TESTDATA } from './search-corpus.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Dates in the prose of two published sets: English news with values, and Korean sentences with spans alone. Printed, not tuned on. */
export function dateSuites(): Figure[] {
  return [...newsDates(), ...koreanDates()];
}

/** A word of a news article, or a date that annotators marked: their spans by token, and the value where it is a date. */
const TOKEN = /<token [^>]*t_id="(\d+)">([^<]*)<\/token>/g;
const TIMEX = /<TIMEX3([^>]*[^/])>([\s\S]*?)<\/TIMEX3>/g;

function newsDates(): Figure[] {
  const folder = join(TESTDATA, 'news-events-meantime');
  if (!existsSync(folder)) throw new Error('the news articles are not beside the repository: ../shared/testdata');
  const tally = { wanted: 0, found: 0, values: 0, equal: 0, given: 0 };
  for (const corpus of readdirSync(folder).filter((name) => name.startsWith('corpus_'))) {
    for (const file of readdirSync(join(folder, corpus)).filter((name) => name.endsWith('.xml')))
      countArticle(readFileSync(join(folder, corpus, file), 'utf8'), tally);
  }
  const conditions =
    'Wikinews articles, types DATE and DURATION, spans that overlap; values where the annotators give a date or month or year';
  return [
    figure('dates of news articles found', tally.found, tally.wanted, conditions),
    figure('dates of news articles, value within the one annotated', tally.equal, tally.values, conditions),
  ];
}

function countArticle(
  xml: string,
  tally: { wanted: number; found: number; values: number; equal: number; given: number },
): void {
  let text = '';
  const spans = new Map<string, Span>();
  for (const [, id = '', word = ''] of xml.matchAll(TOKEN)) {
    const plain = word
      .replaceAll('&amp;', '&')
      .replaceAll('&lt;', '<')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'");
    const glued = /^[,.;:)'%]/.test(plain) || text.endsWith('(');
    text += text === '' || glued ? '' : ' ';
    spans.set(id, { start: text.length, end: text.length + plain.length });
    text += plain;
  }
  const marked = [...xml.matchAll(TIMEX)].flatMap(([, attributes = '', inner = '']) => {
    const anchors = [...inner.matchAll(/t_id="(\d+)"/g)].flatMap(([, id = '']) => spans.get(id) ?? []);
    const [first, last] = [anchors[0], anchors.at(-1)];
    if (first === undefined || last === undefined) return [];
    const value = /\bvalue="([^"]*)"/.exec(attributes)?.[1] ?? '';
    return [{ start: first.start, end: last.end, value, creation: attributes.includes('CREATION_TIME') }];
  });
  const reference = marked.find(({ creation }) => creation)?.value;
  const dates = readDates(text, { lang: 'en', reference });
  for (const { start, end, value } of marked) {
    const hit = dates.find((date) => date.start < end && start < date.end);
    tally.wanted++;
    if (hit !== undefined) tally.found++;
    if (!/^\d{4}(?:-\d\d){0,2}$/.test(value)) continue;
    tally.values++;
    const norm = hit?.norm?.replaceAll('~', '');
    if (norm !== undefined && (norm.startsWith(value) || value.startsWith(norm))) tally.equal++;
  }
  tally.given += dates.length;
}

function koreanDates(): Figure[] {
  const tally = { wanted: 0, found: 0, given: 0, right: 0 };
  const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
  for (const { text, spans } of klueSentences()) {
    const wanted = spans('DT');
    const dates = readDates(text, { lang: 'ko', reference: '2020-01-01' });
    tally.wanted += wanted.length;
    tally.found += wanted.filter((span) => dates.some((date) => touches(date, span))).length;
    tally.given += dates.length;
    tally.right += dates.filter((date) => wanted.some((span) => touches(date, span))).length;
  }
  const conditions = 'KLUE, tag DT, spans that overlap; it tags ages of history, frequencies and durations too';
  return [
    figure('dates of Korean sentences found', tally.found, tally.wanted, conditions),
    figure('dates of Korean sentences, of those given', tally.right, tally.given, conditions),
  ];
}

function figure(name: string, part: number, whole: number, conditions: string): Figure {
  return { name, value: Math.round((part / Math.max(1, whole)) * 1000) / 1000, unit: 'share', n: whole, conditions };
}
