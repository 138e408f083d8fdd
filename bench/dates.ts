import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDates } from '../src/read/index.ts';
import type { Figure } from './figure.ts';
import { TESTDATA } from './search-corpus.ts';

const LANGUAGES = { English: 'en', Chinese: 'zh', Korean: 'ko' } as const;
type Case = {
  readonly lang: keyof typeof LANGUAGES;
  readonly index: number;
  readonly text: string;
  readonly reference?: string;
};

/** Dates of a published suite by its scorer, and how fast they are read. */
export async function figures(): Promise<readonly Figure[]> {
  const scorer = join(TESTDATA, 'recognizers-text/score-dates.mjs');
  if (!existsSync(scorer)) throw new Error('the suite of dates is not beside the repository: ../shared/testdata');
  const folder = mkdtempSync(join(tmpdir(), 'daybook-dates-'));
  const cases: readonly Case[] = run(folder, scorer, '--cases')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const answers = join(folder, 'answers.jsonl');
  const lines = cases.map(({ lang, index, text, reference }) => {
    const dates = readDates(text, { lang: LANGUAGES[lang], reference }).filter(({ norm }) => norm !== null);
    return JSON.stringify({ lang, index, dates });
  });
  writeFileSync(answers, lines.join('\n'));
  const scored = run(folder, scorer, answers);
  rmSync(folder, { recursive: true });
  const rights = [
    ...scored.matchAll(
      /^(\w+): cases right ([\d.]+) \((\d+)\/(\d+)\); spans found ([\d.]+) of (\d+), spurious (\d+)/gm,
    ),
  ];
  return [
    ...rights.map(([, lang, right, , n, found, spans, spurious]) => ({
      name: `dates of the published suite, ${lang}`,
      value: Number(right),
      unit: 'share of cases right',
      n: Number(n),
      conditions: `spans found ${found} of ${spans}, ${spurious} beside them`,
    })),
    ...Object.entries(LANGUAGES).map(([name, lang]) => speed(name, lang, cases)),
  ];
}

/** What the scorer prints, by way of a file: it ends at once, and what a pipe has not taken by then is lost. */
function run(folder: string, scorer: string, argument: string): string {
  const file = join(folder, 'printed');
  const printed = openSync(file, 'w');
  const { status } = spawnSync(process.execPath, [scorer, argument], { stdio: ['ignore', printed, 'inherit'] });
  closeSync(printed);
  if (status !== 0) throw new Error('the scorer of the suite did not run');
  return readFileSync(file, 'utf8');
}

function speed(name: string, lang: 'en' | 'zh' | 'ko', cases: readonly Case[]): Figure {
  const one = cases
    .filter((each) => LANGUAGES[each.lang] === lang)
    .map(({ text }) => text)
    .join('\n');
  const text = one.repeat(Math.ceil(1_000_000 / one.length));
  readDates(text.slice(0, 200_000), { lang, reference: '2019-05-15' });
  const started = process.cpuUsage().user;
  const found = readDates(text, { lang, reference: '2019-05-15' }).length;
  const seconds = (process.cpuUsage().user - started) / 1e6;
  const bytes = Buffer.byteLength(text);
  return {
    name: `reading of dates, ${name}`,
    value: Math.round((bytes / 1e6 / seconds) * 100) / 100,
    unit: 'MB per processor second',
    n: bytes,
    conditions: `${found} dates: a date in every sentence, denser than prose`,
  };
}
