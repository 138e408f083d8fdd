import type { StatementInput } from '../clause.ts';
import { readStatement, type Statement } from '../statement.ts';
import { CHINESE_SIGNS } from './chinese-signs.ts';
import { CHINESE_VOICES } from './chinese-voices.ts';
import { ENGLISH_SIGNS } from './english-signs.ts';
import { ENGLISH_VOICES } from './english-voices.ts';
import { KOREAN_SIGNS } from './korean-signs.ts';
import { KOREAN_VOICES } from './korean-voices.ts';

/** What a sentence was written to say: the topic of its heading (`risk`, `option`, `side`, `kind`, `hedge`) and the values. */
export interface InventedSentence {
  readonly topic: string;
  readonly what: string;
  readonly how: string;
  readonly text: string;
  readonly said: Statement;
}

const TABLES = {
  en: [ENGLISH_SIGNS, ENGLISH_VOICES],
  zh: [CHINESE_SIGNS, CHINESE_VOICES],
  ko: [KOREAN_SIGNS, KOREAN_VOICES],
};
const GENRES = ['notice', 'news', 'statement', 'roundtable', 'post', 'report'] as const;

/** Every invented sentence of a language with what it is read as, in the order of the tables. */
export function inventedSentences(lang: StatementInput['lang']): readonly InventedSentence[] {
  return TABLES[lang].flatMap((table) =>
    table
      .split('\n= ')
      .slice(1)
      .flatMap((section) => {
        const [heading = '', ...lines] = section.trim().split('\n');
        const [first = '', second] = heading.split(' ');
        return lines.map((line) => sentence(line, second === undefined ? 'risk' : first, second ?? first, lang));
      }),
  );
}

function sentence(line: string, topic: string, what: string, lang: StatementInput['lang']): InventedSentence {
  const [head = '', marked = ''] = line.split(' | ');
  const [genreName, ...rest] = head.split(' ');
  const text = marked.replace(/[{}]/g, '');
  const genre = GENRES.find((each) => each === genreName) ?? 'news';
  const isHedge = topic === 'hedge' || what === 'hedge';
  return {
    topic: isHedge ? 'hedge' : topic,
    what,
    how: isHedge ? (/\{(.*)\}/.exec(marked)?.[1] ?? '') : rest.join(' '),
    text,
    said: readStatement({ text: quoteOf(text), sentence: text, lang, genre }),
  };
}

/** What stands between curly or straight quotation marks, or all of it: the clause that somebody is quoted with. */
function quoteOf(text: string): string {
  return /^["“](.+?)[,，]?["”]/.exec(text)?.[1] ?? text;
}

/** Whether a sentence is read as it was written to be: of an option one in common, of opinion and assertion either. */
export function isRight({ topic, what, how, said }: InventedSentence): boolean {
  switch (topic) {
    case 'risk':
      return (said.signal?.category ?? '-') === what;
    case 'option':
      return said.option?.options.some((each) => each === what) === true;
    case 'side':
      return (said.stance?.polarity ?? '-') === what;
    case 'hedge':
      return said.hedge.some((words) => words.includes(how.toLowerCase()) || how.includes(words));
    default:
      return family(said.kind) === family(what) && (what !== 'rule' || said.rule?.modality === how);
  }
}

function family(kind: string): string {
  return kind === 'opinion' ? 'assertion' : kind;
}
