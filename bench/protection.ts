import { readClaims } from '../src/read/claims/read-claims.ts';
import { sentencesIn } from '../src/read/claims/sentence-parts.ts';
import { SAMPLE_PACK, sentenceLayer } from '../src/read/figures/gold-set.ts';
import gold from '../src/read/mentions/gold/protection.json' with { type: 'json' };
import second from '../src/read/mentions/gold/protection-second.json' with { type: 'json' };
import { heldThrough, TRANSFORMS } from '../src/read/mentions/gold-transforms.ts';
import { mentionReader } from '../src/read/mentions/read-mentions.ts';
import { isProtected } from '../src/read/mentions/veil.ts';
import type { Figure } from './figure.ts';

/** What of the invented sentences is marked, by class and by language; what of the look-alikes; and how fast. */
export function protection(): Figure[] {
  return [
    ...ofSet('first set', gold.sentences.map(judge)),
    ...ofSet('second set', second.sentences.map(judge)),
    ...TRANSFORMS.map((transform): Figure => {
      const { held, wanted } = heldThrough(transform);
      const conditions = 'both sets and the first rules’ sentences; of what is held as they stand';
      return { name: `held ${transform.name}`, value: round(held / wanted), unit: 'share', n: wanted, conditions };
    }),
    ...(['en', 'zh', 'ko'] as const).map(speed),
  ];
}

function ofSet(set: string, sentences: readonly Judged[]): Figure[] {
  const languages = [...new Set(sentences.map(({ language }) => language))].sort();
  const classes = [...new Set(sentences.flatMap(({ wanted }) => wanted.map((one) => one.protection)))].sort();
  return [
    ...languages.flatMap((language) =>
      rows(
        `mentions of the ${set}, ${language}`,
        sentences.filter((one) => one.language === language),
      ),
    ),
    ...classes.flatMap((name) => rows(`mentions of the ${set}, class ${name}`, sentences, name)),
    ...rows(`mentions of the ${set}`, sentences),
    keys(set, sentences),
    lookAlikes(set, sentences),
  ];
}

/** Marked at least as strongly as this asks for; a class that is shown must be the very one. */
const STRENGTH: Readonly<Record<string, number>> = {
  'singling-out': 4,
  high: 3,
  medium: 2,
  operational: 2,
  'context-sensitive': 2,
  'low-count': 2,
};

interface Judged {
  readonly language: string;
  readonly harmless: boolean;
  readonly wanted: readonly {
    readonly protection: string;
    readonly reason: string;
    readonly found: boolean;
    readonly reasoned: boolean;
    readonly keys: number;
    readonly keysFound: number;
  }[];
  /** Mentions that were given, and whether they touch anything that was wanted. */
  readonly given: readonly { readonly protection: string; readonly right: boolean; readonly held: boolean }[];
}

interface Sentence {
  readonly text: string;
  readonly language: string;
  readonly mentions: readonly {
    readonly surface: string;
    readonly protection: string;
    readonly reason: string;
    readonly keys?: readonly string[];
  }[];
}

function judge({ text, language, mentions }: Sentence): Judged {
  const layer = sentenceLayer(text, { language });
  const shift = layer.text.indexOf(text);
  const given = readClaims(layer, SAMPLE_PACK).mentions;
  const spans = mentions.map(({ surface, ...rest }) => {
    const start = text.indexOf(surface) + shift;
    return { ...rest, start, end: start + surface.length };
  });
  return {
    language: language.slice(0, 2),
    harmless: mentions.length === 0,
    wanted: spans.map((span) => {
      const near = given.filter((one) => overlap(one, span) >= (span.end - span.start) / 2);
      const enough = near.filter((one) => isEnough(one.protection, span.protection));
      const keys = span.keys ?? [];
      return {
        protection: span.protection,
        reason: span.reason,
        found: enough.length > 0,
        reasoned: enough.some(({ reason }) => reason === span.reason),
        keys: keys.length,
        keysFound: keys.filter((key) => near.some((one) => one.quasiIdentifiers.includes(key))).length,
      };
    }),
    given: given.map((one) => ({
      protection: one.protection,
      right: spans.some((span) => overlap(one, span) > 0),
      held: isProtected(one),
    })),
  };
}

function isEnough(given: string, wanted: string): boolean {
  const asked = STRENGTH[wanted];
  return asked === undefined ? given === wanted : (STRENGTH[given] ?? 0) >= asked;
}

function rows(name: string, sentences: readonly Judged[], onlyClass?: string): Figure[] {
  const of = <T extends { readonly protection: string }>(list: readonly T[]): readonly T[] =>
    onlyClass === undefined ? list : list.filter(({ protection }) => protection === onlyClass);
  const wanted = sentences.flatMap((one) => of(one.wanted));
  const given = sentences.flatMap((one) => of(one.given));
  const conditions = 'invented sentences, half of the words covered, by a class as strong as asked';
  return [
    { name, value: share(wanted, ({ found }) => found), unit: 'recall', n: wanted.length, conditions },
    { name, value: share(given, ({ right }) => right), unit: 'precision', n: given.length, conditions },
    {
      name,
      value: share(
        wanted.filter(({ found }) => found),
        ({ reasoned }) => reasoned,
      ),
      unit: 'share of the found with the very reason',
      n: wanted.filter(({ found }) => found).length,
      conditions,
    },
  ];
}

function keys(set: string, sentences: readonly Judged[]): Figure {
  const wanted = sentences.flatMap((one) => one.wanted);
  const n = wanted.reduce((sum, one) => sum + one.keys, 0);
  const found = wanted.reduce((sum, one) => sum + one.keysFound, 0);
  return {
    name: `keys of quasi-identifiers, ${set}`,
    value: round(found / n),
    unit: 'recall',
    n,
    conditions: 'of all small counts and persons at risk, found or not',
  };
}

function lookAlikes(set: string, sentences: readonly Judged[]): Figure {
  const harmless = sentences.filter((one) => one.harmless);
  return {
    name: `harmless look-alikes in which something is held, ${set}`,
    value: share(harmless, ({ given }) => given.some(({ held }) => held)),
    unit: 'share',
    n: harmless.length,
    conditions: 'figures, article numbers, prices, offices, rules that speak of whoever',
  };
}

function speed(language: 'en' | 'zh' | 'ko'): Figure {
  const one = gold.sentences
    .filter((each) => each.language.startsWith(language))
    .map(({ text }) => text)
    .join('\n\n');
  const layer = sentenceLayer(one.repeat(Math.ceil(500_000 / one.length)), { language });
  const blocks = layer.blocks.map((block) => ({ block, sentences: sentencesIn(layer, block) }));
  let best = Number.POSITIVE_INFINITY;
  let found = 0;
  for (let round = 0; round < 3; round++) {
    const started = process.cpuUsage().user;
    const reader = mentionReader(layer, SAMPLE_PACK);
    for (const { block, sentences } of blocks) reader.read(block, sentences);
    found = reader.finish().length;
    best = Math.min(best, (process.cpuUsage().user - started) / 1e6);
  }
  const bytes = Buffer.byteLength(layer.text);
  return {
    name: `reading of mentions, ${language}`,
    value: round(bytes / 1e6 / best),
    unit: 'MB per processor second',
    n: bytes,
    conditions: `${found} mentions: one in every sentence, denser than prose; cutting into sentences not counted`,
  };
}

function overlap(
  one: { readonly start: number; readonly end: number },
  other: { readonly start: number; readonly end: number },
): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}

function share<T>(list: readonly T[], holds: (one: T) => boolean): number {
  return list.length === 0 ? 0 : round(list.filter(holds).length / list.length);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
