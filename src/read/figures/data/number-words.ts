/** English number words: the closed class every grammar of English lists. Lakh and crore as used in South Asia. */
export const SMALL: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value): [string, number] => [word, value]),
  ['nought', 0],
  ['naught', 0],
]);

export const TENS: ReadonlyMap<string, number> = new Map(
  '- - twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, tens): [string, number] => [word, tens * 10])
    .filter(([word]) => word !== '-'),
);

export const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['million', 1e6],
  ['crore', 1e7],
  ['crores', 1e7],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

/** Scales that are written against digits ("1.2bn", "10k") or as abbreviations after them ("10 bln"). */
export const SUFFIX_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['K', 1e3],
  ['M', 1e6],
  ['MM', 1e6],
  ['mm', 1e6],
  ['mil', 1e6],
  ['mio', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['b', 1e9],
  ['B', 1e9],
  ['G', 1e9],
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
  ['tln', 1e12],
  ['trn', 1e12],
]);

/** Of those, the ones that may also stand after a space. */
export const SPACED_SUFFIXES: ReadonlySet<string> = new Set([
  'mil',
  'mio',
  'mn',
  'mln',
  'bn',
  'bln',
  'tn',
  'tln',
  'trn',
]);

export const DENOMINATORS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['third', 3],
  ['quarter', 4],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
  ['eleventh', 11],
  ['twelfth', 12],
  ['fifteenth', 15],
  ['sixteenth', 16],
  ['twentieth', 20],
  ['thirtieth', 30],
  ['fortieth', 40],
  ['fiftieth', 50],
  ['hundredth', 100],
  ['thousandth', 1e3],
  ['millionth', 1e6],
  ['billionth', 1e9],
  ['trillionth', 1e12],
]);

/** Words that make what stands before them an ordinal: "twenty-first" is a rank, not a number of things. */
export const ORDINALS: ReadonlySet<string> = new Set([
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'hundredth',
  'thousandth',
  'millionth',
]);

export const DOZENS: ReadonlySet<string> = new Set(['dozen', 'dozens', 'dz', 'dzs', 'doz', 'dozs']);

export const VULGAR_FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅕', 1 / 5],
  ['⅖', 2 / 5],
  ['⅗', 3 / 5],
  ['⅘', 4 / 5],
  ['⅙', 1 / 6],
  ['⅚', 5 / 6],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
]);

/** "seven in ten" is a share, "seven in ten days" and "in ten villages" say when and where. */
export const NOT_WHOLES: ReadonlySet<string> = new Set(
  'year years month months week weeks day days hour hours minute minutes decade decades villages towns cities counties provinces countries cases places'.split(
    ' ',
  ),
);

/** "a good third", "a full quarter": words between an article and its share. */
export const FULL: ReadonlySet<string> = new Set(['good', 'full', 'clear', 'mere', 'bare']);

/** After these "one" stands for a thing and counts nothing: "which one", "no one". */
export const NOT_ONE: ReadonlySet<string> = new Set([
  'this',
  'that',
  'which',
  'the',
  'no',
  'any',
  'each',
  'every',
  'some',
]);
