import type { ThemePack } from '../src/read/index.ts';
import { officeReader } from '../src/read/places/read-offices.ts';
import { placeReader } from '../src/read/places/read-places.ts';
import type { Figure } from './figure.ts';
import { firstPack } from './gold-documents.ts';
import { type KlueSentence, klueSentences } from './klue-sentences.ts';

/** Places and organisations of a published Korean suite, names of the bundled pack across scripts, and speed. */
export async function places(): Promise<readonly Figure[]> {
  const pack = firstPack();
  if (pack === undefined) throw new Error('the bundled theme pack is not beside the bundle');
  return [...klue(pack), ...acrossScripts(pack), ...officesAcrossScripts(pack), ...speeds(pack)];
}

type Pair = readonly [start: number, end: number];

interface Sentence {
  readonly text: string;
  readonly places: readonly Pair[];
  readonly organisations: readonly Pair[];
}

function klue(pack: ThemePack): readonly Figure[] {
  const pairs = (spans: ReturnType<KlueSentence['spans']>): readonly Pair[] =>
    spans.map(({ start, end }) => [start, end]);
  const sentences = klueSentences().map(({ text, spans }) => ({
    text,
    places: pairs(spans('LC')),
    organisations: pairs(spans('OG')),
  }));
  const [read, offices] = [placeReader(pack), officeReader(pack)];
  return [
    ...scored(
      'places of the Korean suite',
      sentences,
      (one) => one.places,
      ({ text }) => joined(text, read(text, { lang: 'ko' })),
    ),
    ...scored(
      'organisations of the Korean suite',
      sentences,
      (one) => one.organisations,
      ({ text }) => offices(text, { lang: 'ko' }).map(({ start, end }) => [start, end]),
    ),
  ];
}

/** The suite takes 강원도 영서 for one name: found places with only a space between them are joined. */
function joined(text: string, found: readonly { readonly start: number; readonly end: number }[]): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const { start, end } of found) {
    const last = pairs.at(-1);
    if (last !== undefined && /^ ?$/.test(text.slice(last[1], start))) pairs[pairs.length - 1] = [last[0], end];
    else pairs.push([start, end]);
  }
  return pairs;
}

function scored(
  name: string,
  sentences: readonly Sentence[],
  goldOf: (one: Sentence) => readonly Pair[],
  foundIn: (one: Sentence) => readonly Pair[],
): readonly Figure[] {
  let [wanted, given, exact, half, halfGiven] = [0, 0, 0, 0, 0];
  for (const one of sentences) {
    const [gold, found] = [goldOf(one), foundIn(one)];
    wanted += gold.length;
    given += found.length;
    exact += gold.filter(([a, b]) => found.some(([c, d]) => a === c && b === d)).length;
    half += gold.filter((pair) => found.some((other) => common(pair, other) * 2 >= pair[1] - pair[0])).length;
    halfGiven += found.filter((pair) => gold.some((other) => common(pair, other) * 2 >= pair[1] - pair[0])).length;
  }
  return [
    {
      name: `${name}, exact`,
      value: round(exact / wanted),
      unit: 'recall',
      n: wanted,
      conditions: `precision ${round(exact / given)} of ${given}`,
    },
    {
      name: `${name}, half covered`,
      value: round(half / wanted),
      unit: 'recall',
      n: wanted,
      conditions: `precision ${round(halfGiven / given)} of ${given}`,
    },
  ];
}

function common([a, b]: Pair, [c, d]: Pair): number {
  return Math.max(0, Math.min(b, d) - Math.max(a, c));
}

/** Sentences that hold a name, three for each script. */
const CARRIERS = {
  en: [
    'Last year three people came from {} on foot.',
    'Nothing is known of {}, the notice says.',
    '{} was quiet that winter.',
  ],
  'zh-Hans': ['去年有三个人从{}步行来到这里。', '关于{}的情况，通知没有说明。', '{}那个冬天很安静。'],
  'zh-Hant': ['去年有三個人從{}步行來到這裡。', '關於{}的情況，通知沒有說明。', '{}那個冬天很安靜。'],
  ko: ['지난해 세 사람이 {}에서 걸어서 왔다.', '통지문은 {}의 상황을 밝히지 않았다.', '그들은 {}에 머물렀다.'],
} as const;

function acrossScripts(pack: ThemePack): readonly Figure[] {
  return [
    ...namesFound(pack, 'names of the pack in sentences', (name) => name),
    ...namesFound(pack, 'names of the pack without their word of kind', (name) =>
      name.replace(
        /(?: (?:Province|County|(?:Korean|Manchu) Autonomous (?:County|Prefecture))|(?:朝鲜族|朝鮮族|满族|滿族)自治[州县縣]|(?:조선족|만족)자치[주현]|[市县縣郡省]|[시군성])$/u,
        '',
      ),
    ),
  ];
}

function namesFound(pack: ThemePack, title: string, formOf: (name: string) => string): readonly Figure[] {
  const read = placeReader(pack);
  return Object.entries(CARRIERS).map(([language, carriers]) => {
    let [n, right, candidates] = [0, 0, 0];
    const missed = new Set<string>();
    for (const row of pack.places) {
      for (const { text } of row.names.filter((each) => each.language === language)) {
        const name = formOf(text);
        if (name.length < 2) continue;
        for (const carrier of carriers) {
          const at = carrier.indexOf('{}');
          const found = read(carrier.replace('{}', name)).find(
            ({ start, end }) => start <= at && end >= at + name.length,
          );
          n++;
          if (found?.id === row.id) right++;
          else if (found?.candidates?.includes(row.id)) candidates++;
          else missed.add(name);
        }
      }
    }
    const conditions = `${candidates} more among candidates; missed: ${[...missed].join(', ') || 'none'}`;
    return {
      name: `${title}, ${language}`,
      value: round(right / n),
      unit: 'share with the right id',
      n,
      conditions,
    };
  });
}

/** Names of offices stand in the same sentences; several rows may bear one name. */
function officesAcrossScripts(pack: ThemePack): readonly Figure[] {
  const read = officeReader(pack);
  return Object.entries(CARRIERS).map(([language, carriers]) => {
    let [n, right] = [0, 0];
    const missed = new Set<string>();
    for (const row of pack.offices) {
      for (const { text } of row.names.filter((each) => each.language === language)) {
        const name = text.replace(/ \([^)]*\)$/u, '');
        for (const carrier of carriers) {
          const at = carrier.indexOf('{}');
          const found = read(carrier.replace('{}', name)).find(
            ({ start, end }) => start <= at && end >= at + name.length,
          );
          n++;
          if (found?.id === row.id || found?.candidates?.includes(row.id) === true) right++;
          else missed.add(name);
        }
      }
    }
    const conditions = `or among candidates; missed: ${[...missed].join(', ') || 'none'}`;
    return {
      name: `offices of the pack in sentences, ${language}`,
      value: round(right / n),
      unit: 'share with the right id',
      n,
      conditions,
    };
  });
}

function speeds(pack: ThemePack): readonly Figure[] {
  const read = placeReader(pack);
  return Object.entries(CARRIERS).map(([language, carriers]) => {
    const names = pack.places.flatMap((row) =>
      row.names.filter((each) => each.language === language).map(({ text }) => text),
    );
    const one = names
      .map((name, i) => `${carriers.map((carrier) => carrier.replace('{}', i % 4 === 0 ? name : '…')).join(' ')}\n`)
      .join('');
    const text = one.repeat(Math.ceil(1_000_000 / Buffer.byteLength(one)));
    read(text.slice(0, 100_000));
    const started = process.cpuUsage().user;
    const found = read(text).length;
    const seconds = (process.cpuUsage().user - started) / 1e6;
    const bytes = Buffer.byteLength(text);
    return {
      name: `reading of places, ${language}`,
      value: round(bytes / 1e6 / seconds),
      unit: 'MB per processor second',
      n: bytes,
      conditions: `${found} places`,
    };
  });
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
