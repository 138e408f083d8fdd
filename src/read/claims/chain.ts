import { isPaper } from '../byline.ts';
import type { Attribution, Basis } from '../claim.ts';
import { CARRIER_PHRASES } from '../figures/data/attribution-words.ts';
import { type Token, tokensOf } from '../figures/tokens.ts';
import type { Found, Layer, LayerDocument } from '../layer.ts';
import { matchesIn } from '../matches.ts';
import { TOLD_THE_PAPER } from './data/provenance-words.ts';

/** Who carried a layer's texts to the reader: the same for each of its claims. */
export interface Carriers {
  readonly author: Attribution | undefined;
  readonly publisher: Attribution | undefined;
  readonly newspaper: Attribution | undefined;
  readonly translator: Attribution | undefined;
}

/** Reads author, publisher, first newspaper and translator of a layer; each undefined when the layer does not say. */
export function carriersOf(layer: Layer): Carriers {
  const { author, publisher } = layer.metadata;
  return {
    author: author && { role: 'author', name: author.value, type: 'person', basis: basisOf(author, 'byline') },
    publisher:
      publisher === undefined
        ? toldPaper(layer.text)
        : { role: 'publisher', name: publisher.value, type: 'media', basis: basisOf(publisher, 'metadata') },
    newspaper: newspaperOf(layer),
    translator: translatorOf(layer),
  };
}

/** Origin first: the sources that the sentence states, then the document's issuer or speaker, then who carried it. */
export function chainOf(
  sources: readonly Attribution[],
  document: LayerDocument | undefined,
  carriers: Carriers,
): readonly Attribution[] {
  const voice = voiceOf(document);
  // The paper that first printed notices carried those, not the words of whoever prints them now.
  const carrier = voice?.role === 'issuer' ? (carriers.newspaper ?? carriers.publisher) : carriers.publisher;
  // Who quotes a post carried it; a roundtable's author is one of its speakers.
  const author = voice === undefined || document?.role === 'post' ? carriers.author : undefined;
  const chain = [...sources, voice, author, carrier, carriers.translator];
  return chain.flatMap((link, i) => {
    if (link === undefined) return [];
    const repeated = chain
      .slice(0, i)
      .some((earlier) => earlier !== undefined && earlier.name !== null && earlier.name === link.name);
    return repeated ? [] : [link];
  });
}

/** The chain that every claim of a document has, whatever its sentence says besides: for each document of a layer, in their order. */
export function documentChains(layer: Layer): {
  readonly documents: readonly (readonly Attribution[])[];
  /** Of text outside all documents. */
  readonly outside: readonly Attribution[];
} {
  const carriers = carriersOf(layer);
  const documents = layer.documents.map((document) => chainOf([], document, carriers));
  return { documents, outside: chainOf([], undefined, carriers) };
}

/** Who speaks in a document: its issuer, or a speaker, whom an interview may leave without a name. */
function voiceOf(document: LayerDocument | undefined): Attribution | undefined {
  const issuer = document?.issuer;
  if (issuer === undefined) return document?.turn === 'answer' ? { role: 'speaker', name: null } : undefined;
  const from = issuer.from === 'heading' || issuer.from === 'byline' ? issuer.from : 'closing-block';
  return {
    role: from === 'closing-block' ? 'issuer' : 'speaker',
    name: issuer.value,
    basis: basisOf(issuer, from),
  };
}

/** The place a value was found at; one without a place in the text rests on the source's metadata, at 0 to 0. */
export function basisOf(found: Found, from: Basis['from']): Basis {
  if (found.start === undefined || found.end === undefined) return { from: 'metadata', start: 0, end: 0 };
  return { from, start: found.start, end: found.end };
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
  return undefined;
}

function capitalsAt(tokens: readonly Token[]): { readonly start: number; readonly end: number } | undefined {
  const first = tokens[0]?.lower === 'the' ? 1 : 0;
  let next = first;
  while (next < first + 6 && /^\p{Lu}/u.test(tokens[next]?.text ?? '')) next++;
  const [start, end] = [tokens[first]?.start, tokens[next - 1]?.end];
  return next > first && start !== undefined && end !== undefined ? { start, end } : undefined;
}

const TRANSLATED_BY =
  /(?:^|[^\p{L}])(?:translated by|translation by|translator:|译者[::]|譯者[::]|翻译[::]|翻譯[::]|번역[::]?)[ \t]{0,3}(\p{L}[\p{L}\p{M}'’.-]{0,40}(?: \p{Lu}[\p{L}\p{M}'’.-]{0,40}){0,3})/giu;
const OWN_TRANSLATION = /translations?\b[^.\n]{0,80}\b(?:provided|given|follows|below|our own)\b/iu;

/** What both of them need: most texts are no translation, and a search for a few letters is cheap. */
const TRANSLATION_SIGN = /translat|译者|譯者|翻译|翻譯|번역/iu;

function translatorOf(layer: Layer): Attribution | undefined {
  if (!TRANSLATION_SIGN.test(layer.text)) return undefined;
  for (const match of matchesIn(layer.text, TRANSLATED_BY)) {
    const name = match[1];
    if (name === undefined) continue;
    const start = match.index + match[0].length - name.length;
    return { role: 'translator', name, type: 'person', basis: { from: 'byline', start, end: start + name.length } };
  }
  const own = OWN_TRANSLATION.exec(layer.text);
  if (own === null) return undefined;
  const basis: Basis = { from: 'earlier-sentence', start: own.index, end: own.index + own[0].length };
  return { role: 'translator/host', name: null, basis };
}
