import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FoundAttribution, readAttributions } from '../../src/read/index.ts';

interface Case {
  readonly text: string;
  readonly lines: readonly string[];
}

const describeFound = (text: string, { speaker, via, cue, content, more }: FoundAttribution): string => {
  const words = (span: { readonly start: number; readonly end: number } | null, none: string): string =>
    span === null ? none : text.slice(span.start, span.end);
  return [
    [speaker, ...via].map((span) => words(span, '?')).join(' < '),
    words(cue, '-'),
    [content, ...more].map((span) => words(span, '')).join(' + '),
  ].join(' | ');
};

/** The groups of a file of sentences, by the words at their head. The file begins with how it is written. */
function groupsOf(lang: string): ReadonlyMap<string, readonly Case[]> {
  const groups = new Map<string, Case[]>();
  let cases: Case[] = [];
  let lines: string[] = [];
  const [, ...parts] = readFileSync(new URL(`attributions/${lang}.txt`, import.meta.url), 'utf8').split(/^# /m);
  for (const part of parts) {
    const [head = '', ...rows] = part.split('\n');
    cases = [];
    groups.set(head, cases);
    for (const row of rows) {
      if (row.startsWith('  ')) lines.push(row.trim());
      else if (row !== '') {
        lines = [];
        cases.push({ text: row.replaceAll('⏎', '\n'), lines });
      }
    }
  }
  return groups;
}

for (const lang of ['en', 'zh', 'ko'] as const) {
  describe.each([...groupsOf(lang)])(`${lang}, %s`, (_, cases) => {
    it.each(cases)('$text', ({ text, lines }) => {
      const found = readAttributions(text, { lang }).map((each) => describeFound(text, each));
      expect(found).toEqual(lines.map((line) => line.replaceAll('⏎', '\n')));
    });
  });
}
