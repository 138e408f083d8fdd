import type { StatementInput } from '../clause.ts';
import { readStatement } from '../statement.ts';

/** How many clauses of a kind were read as they should be, of how many. */
export type Share = readonly [right: number, of: number];

/** What was read of clauses written for the purpose; `held` are those whose misses were not looked at. */
export interface Shares {
  readonly category: Share;
  readonly direction: Share;
  readonly option: Share;
  readonly side: Share;
  readonly nothing: Share;
}

interface Wanted {
  readonly genre: NonNullable<StatementInput['genre']>;
  readonly what: string;
  readonly how: string;
  readonly text: string;
}

const GENRES = ['notice', 'news', 'statement', 'roundtable', 'post', 'report'] as const;
const SIDES: ReadonlySet<string> = new Set(['for', 'against', 'hostile']);
const COURSES: ReadonlySet<string> = new Set([
  'stay',
  'stay-adapted',
  'ad-hoc',
  'from-outside',
  'leave',
  'enter',
  'due-diligence',
  'exchange',
]);

/** Shares of the lists in `data/*-clauses.ts`, of the lines that stand first of two or of those that stand second. */
export function sharesOf(clauses: string, lang: StatementInput['lang'], half: 'built' | 'held'): Shares {
  const read = clauses
    .trim()
    .split('\n')
    .filter((_, i) => i % 2 === (half === 'built' ? 0 : 1))
    .map((line) => wantedOf(line))
    .map((wanted) => ({ ...wanted, said: readStatement({ text: wanted.text, lang, genre: wanted.genre }) }));
  const share = (those: typeof read, isRight: (each: (typeof read)[number]) => boolean): Share => [
    those.filter(isRight).length,
    those.length,
  ];
  const options = read.filter(({ what }) => COURSES.has(what));
  const sides = read.filter(({ what }) => SIDES.has(what));
  const risks = read.filter(({ what }) => !COURSES.has(what) && !SIDES.has(what) && what !== '-');
  const named = risks.filter(({ what, said }) => said.signal?.category === what);
  return {
    category: [named.length, risks.length],
    direction: share(named, ({ how, said }) => said.signal?.direction === how),
    option: share(options, ({ what, said }) => said.option?.options.some((course) => course === what) === true),
    side: share(sides, ({ what, said }) => said.stance?.polarity === what),
    nothing: share(
      read.filter(({ what }) => what === '-'),
      ({ said }) => said.signal === null && said.option === null && said.stance === null,
    ),
  };
}

function wantedOf(line: string): Wanted {
  const [genre = '', wanted = '', ...text] = line.split('; ');
  const [what = '', how = ''] = wanted.split(' ');
  return { genre: GENRES.find((each) => each === genre) ?? 'news', what, how, text: text.join('; ') };
}
