import type { Span } from '../anchor.ts';
import { isPublication } from '../imprint.ts';
import { sought } from '../sought.ts';
import { BODY_END, DATA_BRACKETS, DATA_FRAMES, NO_MAKER, QUOTED_MAKERS } from './data/source-words.ts';
import type { ReadLanguage, SourceWords } from './findings.ts';

/** Whose figures a sentence gives, and for which stretch of it. */
export interface DataSource {
  readonly source: SourceWords;
  /** What it holds for. */
  readonly reach: Span;
}

const FRAMES = {
  en: DATA_FRAMES.en.map(sought),
  zh: DATA_FRAMES.zh.map(sought),
  ko: DATA_FRAMES.ko.map(sought),
} as const;
const QUOTED = {
  en: QUOTED_MAKERS.en.map(sought),
  zh: QUOTED_MAKERS.zh.map(sought),
  ko: QUOTED_MAKERS.ko.map(sought),
} as const;
const BRACKETS = {
  en: sought(DATA_BRACKETS.en),
  zh: sought(DATA_BRACKETS.zh),
  ko: sought(DATA_BRACKETS.ko),
} as const;

/**
 * The makers of figures that a sentence names (docs/read-claims.md RC13): `according to figures from X`, 据X统计, X 자료에 따르면, and in brackets
 * behind a statement. Empty when it names none. Looks at the beginning of a long sentence alone.
 */
export function dataSourcesIn(text: string, sentence: Span, lang: ReadLanguage): readonly DataSource[] {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 600));
  const found: DataSource[] = [];
  const frames = [...QUOTED[lang], ...FRAMES[lang]];
  for (const [at, frame] of frames.entries()) {
    const match = frame.exec(words);
    const name = match?.[1];
    // What stands in quotation marks behind a kind of body needs no such word in its name.
    if (match === null || name === undefined || (at >= QUOTED[lang].length && !isMaker(name))) continue;
    const start = sentence.start + match.index + match[0].indexOf(name);
    found.push({ source: sourceOf(name, start), reach: sentence });
    break;
  }
  const bracket = BRACKETS[lang].exec(words);
  const name = bracket?.[1];
  if (bracket !== null && name !== undefined && isMaker(name)) {
    const at = sentence.start + bracket.index;
    // From the end of what stands before, the comma or stop before it.
    found.push({
      source: sourceOf(name, at + bracket[0].indexOf(name)),
      reach: { start: at - 1, end: at + bracket[0].length },
    });
  }
  return found;
}

function isMaker(name: string): boolean {
  const bare = name.trim();
  return BODY_END.test(bare) && !NO_MAKER.test(bare) && !isPublication(bare);
}

function sourceOf(words: string, start: number): SourceWords {
  const lead = /^(?:the|a)\s/iu.exec(words)?.[0].length ?? 0;
  const name = words
    .slice(lead)
    .replace(/\s(?:shows?|showed|suggests?|indicates?|puts?)\b.*$/u, '')
    .replace(/(?:['’]s?)$/u, '')
    .trim();
  return {
    start: start + lead,
    end: start + lead + name.length,
    link: { role: 'data-source', name, type: 'organisation' },
  };
}
