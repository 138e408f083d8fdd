import type { Span } from '../anchor.ts';
import type { Mention } from '../claim.ts';
import { type Sentence, sentencesIn } from '../claims/sentence-parts.ts';
import { findNames, indexNames, type NameIndex, type NameSpan } from '../figures/place-name.ts';
import { type Token, tokensOf } from '../figures/tokens.ts';
import type { Block, Layer } from '../layer.ts';
import { oncePer } from '../once.ts';
import type { ThemePack, ThemeRow } from '../theme-pack.ts';
import { findChinese } from './chinese.ts';
import { findChineseDangers } from './chinese-dangers.ts';
import { findContacts } from './contacts.ts';
import { type EnglishMemory, findEnglish, finding, NO_MEMORY } from './english.ts';
import { findEnglishDangers } from './english-dangers.ts';
import { findCapitalRuns, findNameRuns, isAgeBehind, type NameRun } from './english-names.ts';
import type { Finding, Stretch } from './finding.ts';
import { findKorean } from './korean.ts';
import { findKoreanDangers } from './korean-dangers.ts';
import { AGE, BYLINE, NAMED_PERSON, PUBLIC_FIGURE } from './markings.ts';
import { findNoteSource } from './note-source.ts';
import { type PlainLetters, plainLetters } from './plain-letters.ts';
import { repeatedNames } from './repeated-names.ts';
import { settle } from './settle.ts';
import { publicSpeakers, speakerFindings } from './speakers.ts';
import { isNobody, spokenFindings } from './spoken-names.ts';

/** Reads mentions block by block, so that a layer is cut into sentences once for all its readers. */
export interface MentionReader {
  /** Takes the next block; blocks come in text order. */
  readonly read: (block: Block, sentences: readonly Sentence[]) => void;
  /** All mentions, in text order; those of different types may overlap. `spoken`: where claims name who says them. */
  readonly finish: (spoken?: readonly Span[]) => Mention[];
}

/**
 * Finds every passage of a layer that needs a decision before it is shown or published: counts of ten or fewer people,
 * ages, sources without a name, handles, persons. Made to find too much rather than too little; all blocks are read,
 * menus too. Read in plain letters (`plainLetters`); what is found has its place and words in the layer's text as it stands.
 * Time grows linearly with the text.
 */
export function mentionReader(layer: Layer, pack: ThemePack): MentionReader {
  const plain = plainLetters(layer.text);
  const layerText = plain?.text ?? layer.text;
  const knowledge = knowledgeOf(layer, pack);
  const findings: Finding[] = [];
  const names: Named[] = [];
  const notes: Finding[] = [];
  const small = new Set<string>();
  // One by one: a block of a megabyte can hold more findings than a call takes arguments.
  const take = (found: readonly Finding[]): void => {
    for (const one of found) findings.push(one);
  };
  let english = NO_MEMORY;
  return {
    read: (givenBlock, givenSentences) => {
      const { block, sentences } =
        plain === undefined
          ? { block: givenBlock, sentences: givenSentences }
          : inPlainLetters(layer, plain, givenBlock, givenSentences);
      const text = layerText.slice(block.start, block.end);
      const titled = isTitled(block, text);
      if (/\p{Script=Hangul}|\p{Script=Han}/u.test(text)) take(eastAsian(layerText, block, knowledge));
      for (const note of findNoteSource(text, block.start)) notes.push(note);
      for (const sentence of sentences) {
        const stretch: Stretch = {
          text: layerText.slice(sentence.start, sentence.end),
          offset: sentence.start,
          heading: titled,
          opening: sentence.start === block.start,
        };
        take(findContacts(stretch, layerText));
        if (/\p{Script=Han}/u.test(stretch.text)) take(findChineseDangers(stretch));
        if (/\p{Script=Hangul}/u.test(stretch.text)) take(findKoreanDangers(stretch));
        const read = readLatin(stretch, sentence.tokens, knowledge, english);
        english = read.memory;
        take(read.findings);
        for (const name of read.names) names.push(name);
        for (const [i, { text, lower, kind }] of sentence.tokens.entries()) {
          if (kind === 'word' && text === lower && standsAlone(sentence.tokens, i)) small.add(lower);
        }
      }
    },
    finish: (spoken = []) => {
      const people = [...findings.filter(({ type }) => type === 'person'), ...persons(names, small, knowledge)];
      const placed = plain === undefined ? spoken : spoken.map(({ start, end }) => spanAt(plain, start, end));
      const said = spokenFindings(layerText, people, placed, (words) => isKnown(words, knowledge));
      const named = [...people, ...said].filter(
        ({ start, end, protection }) => protection !== 'high' || !isNobody(layerText.slice(start, end)),
      );
      const again = repeatedNames([...named, ...notes], {
        text: layerText,
        small,
        isOpen: openWords(layerText, named, knowledge),
      });
      const found = [...findings.filter(({ type }) => type !== 'person'), ...notes, ...named, ...again];
      const given = plain === undefined ? found : found.map((one) => ({ ...one, ...plain.given(one) }));
      return settle([...given, ...speakerFindings(layer)], layer.text);
    },
  };
}

function spanAt({ placeOf }: PlainLetters, start: number, end: number): Span {
  return { start: placeOf(start), end: placeOf(end) };
}

/** Whether a pack knows words, or a byline is made of them. */
function isKnown(words: string, { index, eastern, bylines }: Knowledge): boolean {
  const tokens = tokensOf(words);
  const lower = tokens.map((token) => token.lower).join(' ');
  return (
    findNames(tokens, index).length > 0 ||
    (eastern.get(words[0] ?? '') ?? []).includes(words) ||
    bylines.some((name) => name.join(' ') === lower)
  );
}

/** Words that tell of nobody by themselves, since a pack knows them or a byline or office-holder bears them. */
function openWords(text: string, people: readonly Finding[], { index, bylines }: Knowledge): (word: string) => boolean {
  const open = new Set(bylines.flat());
  for (const { start, end, protection } of people) {
    if (protection !== 'byline' && protection !== 'public-figure') continue;
    for (const { lower } of tokensOf(text.slice(start, end))) open.add(lower);
  }
  return (word) => open.has(word) || findNames(tokensOf(word), index).length > 0;
}

/** A block and its sentences by their places in plain letters; cut anew only where its own letters are others. */
function inPlainLetters(
  layer: Layer,
  { text, placeOf }: PlainLetters,
  given: Block,
  sentences: readonly Sentence[],
): { readonly block: Block; readonly sentences: readonly Sentence[] } {
  const block = { ...given, start: placeOf(given.start), end: placeOf(given.end) };
  const by = block.start - given.start;
  if (layer.text.slice(given.start, given.end) !== text.slice(block.start, block.end))
    return { block, sentences: sentencesIn({ ...layer, text }, block) };
  const moved = <T extends Span>(one: T): T => ({ ...one, start: one.start + by, end: one.end + by });
  return { block, sentences: sentences.map((one) => ({ ...moved(one), tokens: one.tokens.map(moved) })) };
}

/**
 * Whether a line writes every noun with a capital, so that capitals tell nothing: a heading, or a short line without a full
 * stop, in title case. Never an item of a list, a row, a caption, nor a line with digits or brackets: there somebody is named.
 */
function isTitled({ kind }: Block, text: string): boolean {
  if (kind === 'list-item' || kind === 'table-row' || kind === 'caption' || /[\p{Nd}()[\]（）\t|]/u.test(text))
    return false;
  if (kind !== 'heading' && (text.length >= 80 || /[.!?,;:”"]$/.test(text))) return false;
  return !SMALL_WORD.test(text);
}

/** A word of four letters or more in small letters that stands by itself: in a title those are capitals. */
const SMALL_WORD =
  /(?<=^|[\s“‘"'])(?!(?:from|with|into|over|upon|amid|than|that|after|under|about|between|against|through)\s)\p{Ll}{4}/u;

/** Whether a word is one by itself: neither "ho" of "Yong-ho" nor "doe" of "doe.j@example.org". */
function standsAlone(tokens: readonly Token[], at: number): boolean {
  const [word, mark, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (word?.spaced !== true) return false;
  return !(mark?.spaced === false && /^[-.@_+/]$/.test(mark.text) && next?.spaced === false && next.kind !== 'symbol');
}

/** Tokens with which a cell of a table begins: no name goes on from the cell before. */
function cellsOf({ text, offset }: Stretch, tokens: readonly Token[]): ReadonlySet<number> {
  const cells = new Set<number>();
  if (!text.includes('\t')) return cells;
  for (const [i, { start, spaced }] of tokens.entries()) {
    if (spaced && i > 0 && text.slice((tokens[i - 1]?.end ?? 0) - offset, start - offset).includes('\t')) cells.add(i);
  }
  return cells;
}

interface Knowledge {
  readonly index: NameIndex;
  readonly offices: ReadonlySet<string>;
  /** Names in Chinese and Korean letters by their first character, longest first. */
  readonly eastern: ReadonlyMap<string, readonly string[]>;
  readonly bylines: readonly (readonly string[])[];
}

/** A run of capitals with what stands around it, kept until the whole layer's names are known. */
interface Named {
  readonly run: NameRun;
  readonly words: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly publicOffice: boolean;
  readonly heading: boolean;
  readonly finding: Finding;
}

function knowledgeOf(layer: Layer, pack: ThemePack): Knowledge {
  const author = layer.metadata.author === undefined ? [] : [layer.metadata.author.value];
  const bylines = [...author, ...publicSpeakers(layer)]
    .flatMap((value) => value.split(/,|;| and | & /))
    // "… and more": only what has a name's letters.
    .filter((value) => /^\s*[\p{Lu}\p{Lo}]/u.test(value))
    .map((value) => tokensOf(plainLetters(value)?.text ?? value).map(({ lower }) => lower));
  return {
    ...namesOf(pack),
    bylines: bylines.filter((words) => words.length > 0 && words.length < 8),
  };
}

const namesOf: (pack: ThemePack) => Pick<Knowledge, 'index' | 'offices' | 'eastern'> = oncePer((pack) => {
  const rows = [...pack.places, ...pack.offices, ...pack.terms];
  return {
    index: indexNames(rows),
    offices: new Set(pack.offices.map(({ id }) => id)),
    eastern: easternNames(rows),
  };
});

function easternNames(rows: readonly ThemeRow[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { text } of rows.flatMap((row) => row.names)) {
    if (!/^[\p{Script=Han}\p{Script=Hangul}]/u.test(text)) continue;
    const list = names.get(text[0] ?? '') ?? [];
    list.push(text);
    names.set(text[0] ?? '', list);
  }
  for (const list of names.values()) list.sort((a, b) => b.length - a.length);
  return names;
}

function eastAsian(text: string, block: Block, knowledge: Knowledge): Finding[] {
  const found: Finding[] = [];
  let opening = true;
  // Lines are read one by one: a poster's label stands at the beginning of its line.
  for (let start = block.start; start < block.end; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > block.end ? block.end : newline;
    for (let from = start; from < end; from += LONGEST_LINE) {
      const stretch: Stretch = {
        text: text.slice(from, Math.min(end, from + LONGEST_LINE + OVERLAP)),
        offset: from,
        heading: block.kind === 'heading',
        opening,
      };
      if (/\p{Script=Han}/u.test(stretch.text)) for (const one of findChinese(stretch)) found.push(one);
      if (/\p{Script=Hangul}/u.test(stretch.text)) for (const one of findKorean(stretch)) found.push(one);
    }
    opening = false;
    start = end + 1;
  }
  // The keys of front matter ("tags: …") are no posters.
  const keyed = block.kind === 'front-matter' || block.kind === 'control';
  return found.filter((one) => {
    if (keyed && one.type === 'handle') return /[@“‘]/.test(text[one.start] ?? '');
    return one.type !== 'person' || !isKnownName(text, one, knowledge);
  });
}

const LONGEST_LINE = 1500;
const OVERLAP = 40;

/** "金川" the place is not "金川" the person: a pack name that covers the finding wins. */
function isKnownName(text: string, one: Finding, { eastern }: Knowledge): boolean {
  for (let start = Math.max(0, one.start - 4); start <= one.start; start++) {
    const names = eastern.get(text[start] ?? '') ?? [];
    if (
      names.some(
        (name) => text.startsWith(name, start) && start + name.length >= one.end && start + name.length > one.start,
      )
    )
      return true;
  }
  return false;
}

function readLatin(
  stretch: Stretch,
  tokens: readonly Token[],
  knowledge: Knowledge,
  memory: EnglishMemory,
): { readonly findings: readonly Finding[]; readonly names: readonly Named[]; readonly memory: EnglishMemory } {
  if (!/[A-Za-z]/.test(stretch.text)) return { findings: [], names: [], memory };
  const known = findNames(tokens, knowledge.index);
  const bylines = bylineSpans(tokens, knowledge.bylines);
  const taken = [...known, ...bylines];
  const options = { heading: stretch.heading, cells: cellsOf(stretch, tokens) };
  const runs = [...findNameRuns(tokens, taken, options), ...findCapitalRuns(tokens, taken, options)];
  const { findings, memory: next } = findEnglish(stretch, tokens, known, memory);
  const names = runs.map((run) => named(tokens, run, known, { knowledge, heading: stretch.heading }));
  const made = [
    ...bylines.map(({ first, next: end }) => finding(tokens, first, end, BYLINE)),
    ...runs.flatMap(({ next: at }) => (isAgeBehind(tokens, at) ? [finding(tokens, at + 1, at + 2, AGE)] : [])),
  ];
  // A person of a pack's office speaks in public: "the ministry's spokesman said" is no hidden source.
  const sources = findings.filter(
    (one) => one.type !== 'source' || !names.some(({ start, end }) => one.start <= start && end <= one.end),
  );
  return { findings: [...sources, ...made, ...findEnglishDangers(stretch, tokens)], names, memory: next };
}

function bylineSpans(tokens: readonly Token[], bylines: readonly (readonly string[])[]): NameSpan[] {
  const spans: NameSpan[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const words = bylines.find((name) => name.every((word, i) => tokens[at + i]?.lower === word));
    if (words === undefined) continue;
    spans.push({ first: at, next: at + words.length, rows: [] });
    at += words.length - 1;
  }
  return spans;
}

function named(
  tokens: readonly Token[],
  run: NameRun,
  known: readonly NameSpan[],
  { knowledge, heading }: { readonly knowledge: Knowledge; readonly heading: boolean },
): Named {
  const publicOffice = known.some(({ first, next, rows }) => {
    if (!rows.some(({ id }) => knowledge.offices.has(id))) return false;
    const before = next <= run.first && run.first - next <= 2 && (run.title === undefined || next <= run.first);
    const after = first >= run.next && first - run.next <= 6 && isHolder(tokens, run.next, first);
    return (before && joins(tokens, next, run.first)) || after;
  });
  const made = finding(tokens, run.first, run.next, NAMED_PERSON);
  const words = tokens
    .slice(run.first, run.next)
    .filter(({ kind }) => kind === 'word')
    .map(({ lower }) => lower);
  return { run, words, start: made.start, end: made.end, publicOffice, heading, finding: made };
}

// "Ministry of Interior spokesman X", "Foreign Minister X": nothing but a title between office and name.
function joins(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .every(({ lower }) =>
      /^(?:spokesman|spokeswoman|spokesperson|minister|director|chief|head|secretary|'s|s|’)$/.test(lower),
    );
}

// "X, spokesman for the Ministry of Interior"
function isHolder(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to).map(({ lower }) => lower);
  return words.some((word) =>
    /^(?:spokesman|spokeswoman|spokesperson|minister|director|head|chief|secretary|ambassador)$/.test(word),
  );
}

/**
 * Words that the layer also writes small are no name: all of them in running text, any of them in a heading, where
 * every noun has a capital. Only for runs that nothing but their shape speaks for.
 */
function isPlainWords(run: NameRun, words: readonly string[], heading: boolean, small: ReadonlySet<string>): boolean {
  if (run.cue !== 'shape') return false;
  return heading
    ? words.some((word) => small.has(word) || small.has(word.replace(/s$/, '')))
    : words.every((word) => small.has(word));
}

/** Decides about runs once the whole layer is known: a single capital is a person when it repeats part of a name. */
function persons(all: readonly Named[], small: ReadonlySet<string>, knowledge: Knowledge): Finding[] {
  const names = all.filter(({ run, words, heading }) => !isPlainWords(run, words, heading, small));
  const parts = new Map<string, Finding['protection']>();
  const learn = (words: readonly string[], protection: Finding['protection']): void => {
    for (const word of words) if (word.length > 1 && !parts.has(word)) parts.set(word, protection);
  };
  for (const words of knowledge.bylines) learn(words, 'byline');
  for (const { run, words, publicOffice } of names) {
    if (run.cue === 'single') continue;
    learn(words, run.cue === 'byline' ? 'byline' : publicOffice ? 'public-figure' : 'high');
  }
  return names.flatMap(({ run, words, publicOffice, finding: made }): Finding[] => {
    if (run.cue === 'byline') return [{ ...made, ...shownAs('byline') }];
    if (publicOffice) return [{ ...made, ...shownAs('public-figure') }];
    const repeated = words.length === 1 ? parts.get(words[0] ?? '') : undefined;
    if (run.cue === 'single') return repeated === undefined ? [] : [{ ...made, ...shownAs(repeated) }];
    return [{ ...made, ...shownAs(repeated ?? 'high') }];
  });
}

function shownAs(protection: Finding['protection']): Pick<Finding, 'protection' | 'reason'> {
  const { reason } = protection === 'byline' ? BYLINE : protection === 'public-figure' ? PUBLIC_FIGURE : NAMED_PERSON;
  return { protection, reason };
}
