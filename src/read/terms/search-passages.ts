import type { Language } from '../../base/index.ts';
import type { Block, Layer, LayerDocument } from '../layer.ts';
import { sentencesOf } from '../sentences.ts';

/** A stretch of a layer that is found and shown as one: a block, or part of a long one. */
export interface SearchPassage {
  /** UTF-16 offsets in the layer's text. */
  readonly start: number;
  readonly end: number;
  readonly kind: PassageKind;
  readonly language: Language;
  /** Title and headings above it; for a heading, itself, which so counts twice. */
  readonly head: string;
  readonly body: string;
  /** Days since 1800-01-01 of the document it stands in; undefined when that is not dated. */
  readonly day: number | undefined;
}

export const PASSAGE_KINDS = ['heading', 'text', 'quotation', 'table', 'boilerplate'] as const;
export type PassageKind = (typeof PASSAGE_KINDS)[number];

/** The kind of this name; undefined when there is none. */
export function passageKind(name: string | null): PassageKind | undefined {
  return PASSAGE_KINDS.find((each) => each === name);
}

/** UTF-16 units that a passage may have before it is parted at the ends of sentences. */
const LONGEST_PASSAGE: number = 2000;

/** Passages that one layer may have; in a layer of more blocks, neighbours are taken together. */
export const MOST_PASSAGES: number = 1 << 18;

/** The passages of a layer in order (docs/search.md S2). Together they hold all its blocks, but for scripts and the like. */
export function searchPassages(layer: Layer): readonly SearchPassage[] {
  const passages: SearchPassage[] = [];
  const blocks = layer.blocks.filter(({ kind }) => kind !== 'control');
  const together = Math.ceil(blocks.length / (MOST_PASSAGES / 4));
  let heading = '';
  let document: LayerDocument | undefined;
  for (let at = 0; at < blocks.length; at += together) {
    const [block] = blocks.slice(at, at + 1);
    const last = blocks[Math.min(at + together, blocks.length) - 1];
    if (block === undefined || last === undefined) break;
    const within = documentAt(layer, block.start);
    if (within !== document) {
      document = within;
      heading = '';
    }
    const kind = kindOf(block);
    const title = titleOf(layer, document);
    const day = dayOf(document?.date?.value ?? layer.metadata.date?.value);
    for (const { start, end } of partsOf(layer.text, block.start, last.end, block.language)) {
      const text = layer.text.slice(start, end);
      const isHeading = kind === 'heading';
      passages.push({
        start,
        end,
        kind,
        language: block.language,
        head: isHeading
          ? text
          : [title, heading]
              .filter((each) => each !== '')
              .join('\n')
              .slice(0, LONGEST_HEAD),
        body: text,
        day,
      });
    }
    if (kind === 'heading') {
      const said = layer.text.slice(block.start, block.end);
      heading = said === title ? '' : said;
    }
  }
  return passages;
}

/** UTF-16 units of headings that are kept with a passage. */
const LONGEST_HEAD = 300;

function documentAt({ documents }: Layer, at: number): LayerDocument | undefined {
  return documents.find(({ start, end }) => start <= at && at < end);
}

function titleOf({ metadata }: Layer, document: LayerDocument | undefined): string {
  return document?.title?.value ?? metadata.title?.value ?? '';
}

function kindOf({ kind, label }: Block): PassageKind {
  if (kind === 'heading') return 'heading';
  if (label === 'boilerplate' || kind === 'front-matter') return 'boilerplate';
  if (kind === 'quotation') return 'quotation';
  return kind === 'table-row' || kind === 'caption' ? 'table' : 'text';
}

function* partsOf(
  text: string,
  start: number,
  end: number,
  language: Language,
): Generator<{ readonly start: number; readonly end: number }> {
  if (end - start <= LONGEST_PASSAGE) {
    yield { start, end };
    return;
  }
  let from = start;
  let to = start;
  for (const sentence of sentencesOf(text.slice(start, end), language)) {
    const sentenceEnd = start + sentence.end;
    if (sentenceEnd - from > LONGEST_PASSAGE && to > from) {
      yield { start: from, end: to };
      from = start + sentence.start;
    }
    while (sentenceEnd - from > LONGEST_PASSAGE) {
      const cut = wordEnd(text, from, from + LONGEST_PASSAGE);
      yield { start: from, end: cut };
      from = cut;
    }
    to = sentenceEnd;
  }
  if (to > from) yield { start: from, end: to };
}

/** The last space before a limit, or the limit when there is none near; never between the halves of a character. */
function wordEnd(text: string, from: number, limit: number): number {
  const space = text.lastIndexOf(' ', limit);
  if (space > from + LONGEST_PASSAGE / 2) return space;
  const code = text.charCodeAt(limit);
  return code >= 0xdc00 && code <= 0xdfff ? limit - 1 : limit;
}

/** Days from 1800-01-01 to the first day that an EDTF date means; undefined for none, or one outside 1800 to 2158. */
export function dayOf(edtf: string | undefined): number | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(edtf ?? '') ?? [];
  if (year === undefined) return undefined;
  const days = daysFromCivil(Number(year), Math.max(Number(month ?? 1), 1), Math.max(Number(day ?? 1), 1));
  return days >= 0 && days < MOST_DAYS ? days : undefined;
}

/** The date of a day that is so many from 1800-01-01. */
export function dateOfDay(day: number): string {
  return new Date(Date.UTC(1800, 0, 1 + day)).toISOString().slice(0, 10);
}

/** Days that there is room for. */
const MOST_DAYS: number = 1 << 17;

/** Days since 1800-01-01 in the Gregorian calendar. Months beyond twelve (EDTF's seasons) count as the first. */
function daysFromCivil(year: number, month: number, day: number): number {
  const m = month > 12 ? 1 : month;
  const y = m <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - EPOCH;
}

/** 1800-01-01, counted from 0000-03-01. */
const EPOCH = 657_377;
