import type { Span } from '../anchor.ts';
import { LAWS } from './data/source-words.ts';
import type { ReadLanguage, SourceWords } from './findings.ts';

/** Words for a law that was named before. */
const SAME_LAW = /^(?:该|該|此|本|上述)(?:法|条例|條例)$/u;

/**
 * The law, treaty or set of rules that a sentence has its rule from (docs/read-claims.md RC15), and from where on: `Under the Entry Act, …`, 依照…法,
 * …법에 따르면. 该法 is the last law that was named before it. Undefined when it names none. Looks at the beginning of a long sentence alone.
 */
export function lawIn(text: string, sentence: Span, lang: ReadLanguage): SourceWords | undefined {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 400));
  for (const pattern of LAWS[lang]) {
    const match = pattern.exec(words);
    const name = (match?.[1] ?? match?.[2])?.trim();
    if (match === null || name === undefined) continue;
    const start = sentence.start + match.index + match[0].indexOf(name);
    if (!SAME_LAW.test(name)) return sourceAt(name, start);
    return lawsBefore(text, start);
  }
  return undefined;
}

const HAN_LAW =
  /(?:《([^《》\n]{2,30}(?:法|条例|條例))》|(?<=^|[，。；：、\s])([\p{Script=Han}]{3,20}(?:法|条例|條例))(?=[\p{Script=Han}，。]))/gu;
const REACH = 2000;

function lawsBefore(text: string, until: number): SourceWords | undefined {
  const from = Math.max(0, until - REACH);
  const last = [...text.slice(from, until).matchAll(HAN_LAW)].at(-1);
  const name = last?.[1] ?? last?.[2];
  if (last === undefined || name === undefined) return undefined;
  return sourceAt(name, from + last.index + last[0].indexOf(name));
}

function sourceAt(name: string, start: number): SourceWords {
  return { start, end: start + name.length, link: { role: 'issuer', name: name.replace(/\s+/g, ' '), type: 'public' } };
}
