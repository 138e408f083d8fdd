import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Test data that nobody here wrote, beside the repository. */
export const TESTDATA: string = process.env['DAYBOOK_TESTDATA'] ?? join(process.cwd(), '../shared/testdata');

export interface RetrievalSet {
  readonly name: 'CMRC' | 'XQuAD-zh' | 'XQuAD-en';
  readonly passages: readonly string[];
  /** Each with the place of its passage. */
  readonly questions: readonly { readonly text: string; readonly answer: number }[];
}

/** The question sets, each question with the passage that answers it. */
export function retrievalSets(): readonly RetrievalSet[] {
  return [squad('CMRC', 'cmrc2018_dev.json'), squad('XQuAD-zh', 'xquad.zh.json'), squad('XQuAD-en', 'xquad.en.json')];
}

interface Squad {
  readonly data: readonly {
    readonly paragraphs: readonly {
      readonly context: string;
      readonly qas: readonly { readonly question: string }[];
    }[];
  }[];
}

function squad(name: RetrievalSet['name'], file: string): RetrievalSet {
  const { data }: Squad = JSON.parse(readFileSync(join(TESTDATA, 'retrieval', file), 'utf8'));
  const paragraphs = data.flatMap((article) => article.paragraphs);
  return {
    name,
    passages: paragraphs.map(({ context }) => context),
    questions: paragraphs.flatMap(({ qas }, answer) => qas.map(({ question }) => ({ text: question, answer }))),
  };
}

/** Real sentences by language, none of the question sets' own. */
function sentencePools(): Readonly<Record<'zh' | 'en' | 'ko', readonly string[]>> {
  return { zh: chinese(), en: english(), ko: korean() };
}

function chinese(): readonly string[] {
  const folder = join(TESTDATA, 'speakers-zh');
  const lines = ['train_unsplit.txt', 'dev_unsplit.txt'].flatMap((file) =>
    readFileSync(join(folder, file), 'utf8').split('\n'),
  );
  return distinct(lines.flatMap((line) => line.replace(/\s+/g, '').match(/[^。！？]{8,120}[。！？]/gu) ?? [])).filter(
    (each) => /\p{Script=Han}{4}/u.test(each),
  );
}

function english(): readonly string[] {
  const folder = join(TESTDATA, 'web-pages-wcxb/ground-truth');
  return distinct(
    readdirSync(folder)
      .sort()
      .flatMap((file) => {
        const found = JSON.stringify(JSON.parse(readFileSync(join(folder, file), 'utf8')));
        return found.match(/[A-Z][a-z]+(?: [\w,;:'’()-]+){6,40}[.!?]/g) ?? [];
      }),
  );
}

function korean(): readonly string[] {
  const klue = readFileSync(join(TESTDATA, 'ner-ko-klue/dev-half.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('## klue-ner'))
    .map((line) => (line.split('\t')[1] ?? '').replace(/<([^<>:]*):[A-Z]{2}>/g, '$1'));
  const orthography = ['northkorean-english.dev.nk', 'korean-english-park.dev.ko'].flatMap((file) =>
    readFileSync(join(TESTDATA, 'orthography-ko', file), 'utf8').split('\n'),
  );
  return distinct([...klue, ...orthography]).filter((each) => each.length > 12);
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

/** Passages of two to five sentences of one language, drawn with a seed: a third of each language. */
export function* inventedPassages(count: number, random: (below: number) => number): Generator<string> {
  const pools = Object.values(sentencePools());
  for (let i = 0; i < count; i++) {
    const pool = pools[i % pools.length] ?? [];
    const sentences = Array.from({ length: 2 + random(4) }, () => pool[random(pool.length)] ?? '');
    yield sentences.join(' ');
  }
}
