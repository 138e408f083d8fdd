import { isPaper } from '../byline.ts';
import type { Attribution, Basis } from '../claim.ts';
import { FIRST_PERSON } from '../data/speaker-words.ts';
import { CARRIER_PHRASES } from '../figures/data/attribution-words.ts';
import { type Token, tokensOf } from '../figures/tokens.ts';
import { isPublication } from '../imprint.ts';
import type { Found, Layer } from '../layer.ts';
import { matchesIn } from '../matches.ts';
import {
  AGENCY_DATELINES,
  FIRST_PRINTED,
  INTERVIEWED_BY,
  TOLD_THE_PAPER,
  TRANSLATED_BY,
} from './data/provenance-words.ts';
import { statementGroupOf } from './statement-group.ts';

/** Who carried a layer's texts to the reader: the same for each of its claims. */
export interface Carriers {
  readonly author: Attribution | undefined;
  readonly publisher: Attribution | undefined;
  readonly newspaper: Attribution | undefined;
  readonly translator: Attribution | undefined;
  /** The agency whose story a paper prints. */
  readonly agency: Attribution | undefined;
  /** The group whose statement the text is: its author and publisher at once. */
  readonly group: Attribution | undefined;
  /** Questions and answers that a page puts to itself: nobody speaks in them but the page. */
  readonly asksItself: boolean;
  /** A page that explains under headings or questions of its own, whoever wrote it: what bodies count in it are its figures. */
  readonly explains: boolean;
  /** One person answers whoever met them: the talk has an author beside who speaks. */
  readonly isInterview: boolean;
  /** Posts and little else: nobody but those who post carries them. */
  readonly isThread: boolean;
}

/** Reads who wrote, published, first printed and translated a layer; each undefined when the layer does not say. */
export function carriersOf(layer: Layer): Carriers {
  const { publisher } = layer.metadata;
  const isInterview = answersOfOne(layer);
  const author = layer.metadata.author ?? (isInterview ? namedBy(layer.text, INTERVIEWED_BY) : undefined);
  const group = statementGroupOf(layer);
  const carrier: Attribution | undefined =
    publisher === undefined
      ? (toldPaper(layer.text) ?? placeLineName(layer, null))
      : { role: 'publisher', name: publisher.value, type: 'media', basis: basisOf(publisher, 'metadata') };
  return {
    author: author && { role: 'author', name: author.value, type: 'person', basis: basisOf(author, 'byline') },
    publisher: carrier,
    newspaper: newspaperOf(layer),
    translator: translatorOf(layer),
    agency: carrier === undefined ? undefined : placeLineName(layer, carrier.name),
    group: group && {
      role: 'author/publisher',
      name: group.value,
      type: 'organisation',
      basis: basisOf(group, group.from === 'closing-block' ? 'closing-block' : 'metadata'),
    },
    isThread: isThread(layer),
    isInterview,
    explains: explains(layer),
    asksItself: publisher !== undefined && asksItself(layer),
  };
}

/** The place a value was found at; one without a place in the text rests on the source's metadata, at 0 to 0. */
export function basisOf(found: Found, from: Basis['from']): Basis {
  if (found.start === undefined || found.end === undefined) return { from: 'metadata', start: 0, end: 0 };
  return { from, start: found.start, end: found.end };
}

/** Questions and answers of one person who answers. */
function answersOfOne({ documents }: Layer): boolean {
  const answers = documents.filter(({ turn }) => turn === 'answer');
  return answers.length >= 2 && new Set(answers.map(({ issuer }) => issuer?.value)).size === 1;
}

/** The name that the first of some formulas gives, at the head of a text. */
function namedBy(text: string, formulas: readonly RegExp[]): Found | undefined {
  const head = text.slice(0, NAMED_WITHIN);
  for (const formula of formulas) {
    const match = formula.exec(head);
    const value = match?.[1];
    if (match === null || value === undefined) continue;
    const start = match.index + match[0].lastIndexOf(value);
    return { value: value.replace(/^the\s/iu, ''), from: 'byline', start, end: start + value.length };
  }
  return undefined;
}

const NAMED_WITHIN = 1200;

function isThread({ text, documents }: Layer): boolean {
  const posted = documents.filter(({ role }) => role === 'post').reduce((sum, { start, end }) => sum + end - start, 0);
  return posted * 10 >= text.length * 6;
}

/** Headings or questions of a page, behind its title, that part it into so many sections. */
const SECTIONS = 3;

function explains({ text, blocks, documents }: Layer): boolean {
  if (documents.some(({ role, turn, issuer }) => role === 'post' || (turn !== undefined && issuer !== undefined)))
    return false;
  const questions = text.match(QUESTION_LINE)?.length ?? 0;
  const headings = blocks.filter(({ kind, start }) => kind === 'heading' && start > 0).length;
  return (questions >= SECTIONS || headings >= SECTIONS) && !DATELINE.test(text.slice(0, NAMED_WITHIN));
}

/** A line that is a question and nothing else. */
const QUESTION_LINE = /(?:^|\n)[^\n。.!?？！]{3,60}[?？](?=[ \t]*\n)/gu;

/** The beginning of a report. */
const DATELINE = /本[报報]讯|本[报報]訊|[电電]\s|기자\s|특파원/u;

/** Answers without a name in which nobody says I or we. */
function asksItself({ text, documents }: Layer): boolean {
  const answers = documents.filter(({ turn, issuer }) => turn === 'answer' && issuer === undefined);
  return answers.length > 0 && !answers.some(({ start, end }) => FIRST_PERSON.test(text.slice(start, end)));
}

/** "A source told the Daily X", "the Daily X has learned": whoever was told prints it, when its name is a paper's. */
function toldPaper(text: string): Attribution | undefined {
  for (const pattern of TOLD_THE_PAPER) {
    for (const match of matchesIn(text, pattern)) {
      const name = match[1]?.replace(/^the\s/iu, '');
      if (name === undefined || !isPaper(name)) continue;
      const start = match.index + match[0].indexOf(name);
      const basis: Basis = { from: 'earlier-sentence', start, end: start + name.length };
      return { role: 'publisher', name, type: 'media', basis };
    }
  }
  return undefined;
}

/** How far into a text its place line may stand. */
const PLACE_LINE_WITHIN = 1500;

/** `HELAN, May 9 (Northline) -`, `北线社白河5月8日电`, `(서울=북선통신)`: the agency that stands in the place line, when it is not who publishes. */
function placeLineName({ text }: Layer, publisher: string | null): Attribution | undefined {
  const head = text.slice(0, PLACE_LINE_WITHIN);
  for (const pattern of AGENCY_DATELINES) {
    const match = pattern.exec(head);
    const name = match?.[1];
    if (match === null || name === undefined || name.toLowerCase() === publisher?.toLowerCase()) continue;
    const start = match.index + match[0].indexOf(name);
    return { role: 'agency', name, type: 'media', basis: { from: 'byline', start, end: start + name.length } };
  }
  return undefined;
}

/** "As authorized by the X": the paper named right after words of republication. */
function newspaperOf(layer: Layer): Attribution | undefined {
  for (const phrase of CARRIER_PHRASES) {
    for (let at = layer.text.indexOf(phrase); at >= 0; at = layer.text.indexOf(phrase, at + phrase.length)) {
      const from = at + phrase.length;
      const name = capitalsAt(tokensOf(layer.text.slice(from, from + 120), from));
      if (name === undefined) continue;
      const basis: Basis = { from: 'earlier-sentence', start: name.start, end: name.end };
      return { role: 'newspaper', name: layer.text.slice(name.start, name.end), type: 'media', basis };
    }
  }
  // Of notices that somebody else prints: which paper had them first.
  if (!layer.documents.some(({ issuer }) => issuer?.from === 'closing-block' || issuer?.from === 'body'))
    return undefined;
  const first = namedBy(layer.text, FIRST_PRINTED);
  if (first === undefined || !(isPaper(first.value) || isPublication(first.value) || /\bLedger$/.test(first.value)))
    return undefined;
  return { role: 'newspaper', name: first.value, type: 'media', basis: basisOf(first, 'earlier-sentence') };
}

function capitalsAt(tokens: readonly Token[]): { readonly start: number; readonly end: number } | undefined {
  const first = tokens[0]?.lower === 'the' ? 1 : 0;
  let next = first;
  while (next < first + 6 && /^\p{Lu}/u.test(tokens[next]?.text ?? '')) next++;
  const [start, end] = [tokens[first]?.start, tokens[next - 1]?.end];
  return next > first && start !== undefined && end !== undefined ? { start, end } : undefined;
}

const OWN_TRANSLATION = /translations?\b[^.\n]{0,80}\b(?:provided|given|follows|below|our own)\b/iu;

/** What both of them need: most texts are no translation, and a search for a few letters is cheap. */
const TRANSLATION_SIGN = /translat|The English|English text|interpret|译|譯|번역|옮긴|옮김|통역/iu;

function translatorOf(layer: Layer): Attribution | undefined {
  if (!TRANSLATION_SIGN.test(layer.text)) return undefined;
  for (const pattern of TRANSLATED_BY) {
    const match = pattern.exec(layer.text);
    const name = match?.[1];
    if (match === null || name === undefined) continue;
    const start = match.index + match[0].lastIndexOf(name);
    return { role: 'translator', name, type: 'person', basis: { from: 'byline', start, end: start + name.length } };
  }
  const own = OWN_TRANSLATION.exec(layer.text);
  if (own === null) return undefined;
  const basis: Basis = { from: 'earlier-sentence', start: own.index, end: own.index + own[0].length };
  return { role: 'translator/host', name: null, basis };
}
