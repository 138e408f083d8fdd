import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TESTDATA } from './search-corpus.ts';

/** UTF-16 offsets in a sentence, the end exclusive. */
export interface KlueSpan {
  readonly start: number;
  readonly end: number;
}

/** A Korean sentence with the spans that annotators marked, by their tag: PS, LC, OG, DT, TI, QT. */
export interface KlueSentence {
  readonly text: string;
  readonly spans: (tag: string) => readonly KlueSpan[];
}

/** The sentences of the published set of Korean names, one character a line. Throws when it is not beside the repository. */
export function klueSentences(): readonly KlueSentence[] {
  const table = readFileSync(join(TESTDATA, 'ner-ko-klue/dev-half.tsv'), 'utf8');
  return table
    .split(/^## (?=klue)/m)
    .slice(1)
    .map((block) => sentenceOf(block));
}

function sentenceOf(block: string): KlueSentence {
  let text = '';
  const byTag = new Map<string, { start: number; end: number }[]>();
  for (const line of block.split('\n').slice(1)) {
    const [character, tag = ''] = line.split('\t');
    if (character === undefined || tag === '') continue;
    const start = text.length;
    text += character;
    const [where, kind = ''] = tag.trim().split('-');
    const spans = byTag.get(kind) ?? [];
    const last = spans.at(-1);
    if (where === 'B') byTag.set(kind, [...spans, { start, end: text.length }]);
    else if (where === 'I' && last !== undefined) last.end = text.length;
  }
  return { text, spans: (tag) => byTag.get(tag) ?? [] };
}
