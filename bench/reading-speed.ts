import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import recognizers from '@microsoft/recognizers-text-suite';
import * as chrono from 'chrono-node';
import { readClaims, readDates, readLayer, type ThemePack } from '../src/read/index.ts';
import type { Figure } from './figure.ts';
import { firstPack, shared } from './gold-documents.ts';

/** How fast documents become claims: the real ones, and long texts made of sentences of each language. */
export function readingSpeed(): Figure[] {
  const pack = firstPack();
  if (pack === undefined) return [];
  return [...documentTimes(pack), ...LANGUAGES.flatMap((lang) => throughput(lang, pack)), ...datesBesidePeers()];
}

const LANGUAGES = ['en', 'zh', 'ko'] as const;
const NAMES = { en: 'English', zh: 'Chinese', ko: 'Korean' } as const;

/** Invented sentences of notices and news. */
const SENTENCES = {
  en: `The county office has closed three piers since 2019, and residents must register every boat. According to the harbour police, about 13,300 people left the area last year, but many stayed. "We will go on as before," a spokesman said on Monday. Boats that are found without papers will be sold. The ferry runs twice a day, and most of the passengers are traders who sell fish in the villages along the coast. Nobody knows how long this will last.`,
  zh: '2019年以来，县政府关闭了三个渡口，居民必须登记船只。据港口警方统计，去年约有1万3300人离开该地区，但仍有许多人留下。发言人周一表示：“我们将一如既往。”没有证件的船只将被出售。渡轮每天两班，乘客大多是在沿海村庄卖鱼的商人。没有人知道这种情况会持续多久。',
  ko: '군청은 2019년부터 나루터 세 곳을 닫았으며 주민들은 배를 등록해야 한다. 항만 경찰에 따르면 지난해 약 1만3300명이 이 지역을 떠났지만 많은 사람이 남았다. 대변인은 월요일 "우리는 전과 같이 할 것"이라고 말했다. 서류가 없는 배는 팔린다. 나룻배는 하루 두 번 다니며 승객은 대부분 바닷가 마을에서 생선을 파는 상인이다. 이런 상황이 얼마나 갈지는 아무도 모른다.',
} as const;

function documentTimes(pack: ThemePack): Figure[] {
  const folder = shared('documents');
  if (folder === undefined) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => {
      const bytes = readFileSync(join(folder, file));
      const times = Array.from({ length: 12 }, () => {
        const started = performance.now();
        const layer = readLayer(bytes, { fileName: file });
        if (layer.ok) readClaims(layer.value, pack);
        return performance.now() - started;
      });
      const value = Math.round(Math.min(...times.slice(4)) * 10) / 10;
      return {
        name: `document ${file.slice(0, 3)} to claims`,
        value,
        unit: 'ms',
        n: bytes.length,
        conditions: `warm, best of eight, layer and claims and mentions; bar 60 ${value < 60 ? 'met' : 'NOT met'}`,
      };
    });
}

/** UTF-8 bytes of text that become claims in a second of processor time, at one and at ten million bytes. */
function throughput(lang: keyof typeof SENTENCES, pack: ThemePack): Figure[] {
  const paragraph = `${SENTENCES[lang]}\n\n`;
  const [one = 0, ten = 0] = [1, 10].map((millions) => {
    const text = paragraph.repeat(Math.ceil((millions * 1e6) / Buffer.byteLength(paragraph)));
    const read = readLayer(new TextEncoder().encode(text), { fileName: 'text.txt' });
    if (!read.ok) throw new Error('a text of the bench makes no layer');
    if (millions === 1) readClaims(read.value, pack);
    const started = process.cpuUsage().user;
    readClaims(read.value, pack);
    return Buffer.byteLength(text) / (process.cpuUsage().user - started);
  });
  const bar = lang === 'en' ? 1 : 0.5;
  return [
    {
      name: `${NAMES[lang]} text to claims`,
      value: Math.round(one * 1000) / 1000,
      unit: 'MB per processor second',
      n: 1_000_000,
      conditions: `claims and mentions of a layer, UTF-8; bar ${bar} ${one >= bar ? 'met' : 'NOT met'}; at ten times the length ${Math.round((ten / one) * 100) / 100} of this rate`,
    },
  ];
}

/** Dates of the same English text by the packages that people take for it. */
function datesBesidePeers(): Figure[] {
  // Short, since the time of one of the peers grows with the square of the length.
  const text = `${SENTENCES.en}\n\n`.repeat(8);
  const reference = new Date(Date.UTC(2021, 4, 6));
  const ours = rateOf(text, () => readDates(text, { lang: 'en', reference: '2021-05-06' }).length);
  const peers = [
    { peer: 'chrono-node', rate: rateOf(text, () => chrono.parse(text, reference).length) },
    {
      peer: 'Recognizers-Text',
      rate: rateOf(text, () => recognizers.recognizeDateTime(text, 'en-us', undefined, reference).length),
    },
  ];
  return peers.map(({ peer, rate }) => ({
    name: 'dates of English text',
    value: Math.round(ours * 1000) / 1000,
    unit: 'MB per processor second',
    n: text.length,
    peer,
    ratio: Math.round((ours / rate) * 100) / 100,
    conditions: 'the same text in the same run',
  }));
}

function rateOf(text: string, run: () => number): number {
  run();
  const started = process.cpuUsage().user;
  let rounds = 0;
  // A short text is read so often that the clock of the processor can tell.
  while (process.cpuUsage().user - started < 200_000) {
    run();
    rounds++;
  }
  return (text.length * rounds) / (process.cpuUsage().user - started);
}
