import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FoundAttribution, readAttributions } from '../src/read/index.ts';
import type { Figure } from './figure.ts';

const SUITES = join(process.cwd(), '../shared/testdata');
/** Lines of a passage before the quotation that is asked about. */
const LINES_BEFORE = 10;

/** Who speaks in Chinese novels, and who says what in English ones: suites that nobody here wrote. */
export function suiteFigures(): readonly Figure[] {
  return [...speakersInNovels(), ...riqua()];
}

interface Asked {
  readonly text: string;
  readonly start: number;
  readonly speaker: string;
}

/** Speakers of quotations beside which a novel names them, with the names of its people and without. */
function speakersInNovels(): readonly Figure[] {
  const folder = join(SUITES, 'speakers-zh');
  if (!existsSync(folder)) return [absent('speakers-zh')];
  const people = readFileSync(join(folder, 'name_list.txt'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim().split(/\s+/).slice(1));
  return ['dev', 'train'].flatMap((part) => {
    const asked = passagesOf(readFileSync(join(folder, `${part}_explicit.txt`), 'utf8'));
    return [people.flat(), []].map((names) => {
      const right = asked.filter((each) => isRight(each, { names, people })).length;
      return {
        name: `speakers-zh, explicit, ${part}, ${names.length > 0 ? 'with' : 'without'} the list of names`,
        value: round(right / asked.length),
        unit: 'share',
        n: asked.length,
        conditions: part === 'train' ? 'verbs were learned from these' : '',
      };
    });
  });
}

function passagesOf(file: string): readonly Asked[] {
  return file
    .split(/Instance index: \d+\r?\n/)
    .slice(1)
    .map((block) => {
      const lines = block.trim().split(/\r?\n/);
      const body = lines.filter((line) => !/^(?:Speaker|Speaker index|Category):/.test(line));
      const speaker = /^Speaker: (.+)$/m.exec(block)?.[1]?.trim() ?? '';
      return { text: body.join('\n'), start: body.slice(0, LINES_BEFORE).join('\n').length + 1, speaker };
    });
}

function isRight(
  { text, start, speaker }: Asked,
  { names, people }: { readonly names: readonly string[]; readonly people: readonly (readonly string[])[] },
): boolean {
  const said = readAttributions(text, { lang: 'zh', names }).find(({ content, more }) =>
    [content, ...more].some((span) => span.start <= start + 1 && span.end > start + 1),
  );
  if (said === undefined || said.speaker === null) return false;
  const found = text.slice(said.speaker.start, said.speaker.end);
  const aliases = people.find((each) => each[0] === speaker) ?? [speaker];
  // Somebody else's name within the words is somebody else.
  return aliases.some(
    (alias) => found === alias || found.endsWith(alias) || (alias.length > 1 && found.includes(alias)),
  );
}

interface Tagged {
  readonly tokens: readonly string[];
  readonly labels: readonly string[];
}

/** RiQuA: exact spans of who, by which verb, and what, in English novels; printed, never tuned on. */
function riqua(): readonly Figure[] {
  const file = join(SUITES, 'quotations/valid.txt');
  if (!existsSync(file)) return [absent('quotations')];
  const counts = new Map(['source', 'cue', 'content'].map((kind) => [kind, { wanted: 0, given: 0, right: 0 }]));
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const passage: Tagged = JSON.parse(line);
    const { text, starts, ends } = laidOut(passage.tokens);
    const wanted = spansOf(passage.labels);
    const found = new Set(
      readAttributions(text, { lang: 'en' }).flatMap((each) =>
        tokensOf(each, { starts, ends, tokens: passage.tokens }),
      ),
    );
    for (const [kind, count] of counts) {
      const mine = [...found].filter((each) => each.startsWith(`${kind} `));
      const theirs = wanted.filter((each) => each.startsWith(`${kind} `));
      count.given += mine.length;
      count.wanted += theirs.length;
      count.right += theirs.filter((each) => found.has(each)).length;
    }
  }
  return [...counts].map(([kind, { wanted, given, right }]) => ({
    name: `quotations of novels, en, exact ${kind}, F1`,
    value: round((2 * right) / Math.max(1, wanted + given)),
    unit: 'share',
    n: wanted,
    conditions: `precision ${round(right / Math.max(1, given))}, recall ${round(right / Math.max(1, wanted))}`,
  }));
}

/** The tokens as a text, with curly marks for those that the suite writes as two. */
function laidOut(tokens: readonly string[]): {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
} {
  const starts: number[] = [];
  const ends: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  for (const [index, token] of tokens.entries()) {
    const word = token === '``' ? '“' : token === "''" ? '”' : token;
    const joins = index === 0 || /^(?:[.,;:!?”)]|['’]\w*|n't)$/.test(word) || /^[“(]$/.test(pieces.at(-1) ?? '');
    if (!joins) {
      pieces.push(' ');
      length++;
    }
    starts.push(length);
    pieces.push(word);
    length += word.length;
    ends.push(length);
  }
  return { text: pieces.join(''), starts, ends };
}

function spansOf(labels: readonly string[]): readonly string[] {
  const spans: string[] = [];
  let open: { readonly kind: string; readonly from: number } | undefined;
  for (const [at, label] of [...labels, 'O'].entries()) {
    if (open !== undefined && label !== `I-${open.kind}`) {
      spans.push(`${open.kind} ${open.from} ${at - 1}`);
      open = undefined;
    }
    if (label.startsWith('B-')) open = { kind: label.slice(2), from: at };
  }
  return spans;
}

/** Spans of an attribution as the suite has them, by token; its contents hold their marks. */
function tokensOf(
  { content, more, speaker, cue }: FoundAttribution,
  {
    starts,
    ends,
    tokens,
  }: { readonly starts: readonly number[]; readonly ends: readonly number[]; readonly tokens: readonly string[] },
): readonly string[] {
  const at = (kind: string, { start, end }: { readonly start: number; readonly end: number }): string => {
    let from = ends.findIndex((each) => each > start);
    let to = starts.findLastIndex((each) => each < end);
    if (kind === 'content' && tokens[from - 1] === '``') from--;
    if (kind === 'content' && tokens[to + 1] === "''") to++;
    return `${kind} ${from} ${to}`;
  };
  return [
    ...[content, ...more].map((span) => at('content', span)),
    ...(speaker === null ? [] : [at('source', speaker)]),
    ...(cue === null ? [] : [at('cue', cue)]),
  ];
}

const absent = (suite: string): Figure => ({
  name: `${suite}: the suite is not here, so nothing was measured`,
  value: 0,
  unit: 'share',
  n: 0,
  conditions: 'absent',
});

const round = (value: number): number => Math.round(value * 1000) / 1000;
