import {
  holdsExactly,
  type Layer,
  type Mention,
  type NameForms,
  occurrencesOf,
  parseQuery,
  Sought,
  type Span,
  searchedText,
} from '../read/index.ts';
import { typedTexts } from './searching.ts';
import { type Snippet, snippetOf } from './snippet.ts';

/** One place in a document at which something was found. */
export interface FoundPlace extends Snippet {
  /** UTF-16 offsets in the layer's text. */
  readonly start: number;
  readonly end: number;
  /** The number of its paragraph, from 1. */
  readonly paragraph: number;
}

export interface FindView {
  readonly total: number;
  /** In the order of the text, each with the words around it; protected ones written over. */
  readonly places: readonly FoundPlace[];
}

/** Finds each place of each word of a query in one document (docs/search.md S26); the first `limit` of them. */
export function findInLayer(
  layer: Layer,
  query: { readonly text: string; readonly exact: boolean },
  options: {
    readonly names: NameForms;
    readonly mentions: readonly Mention[] | undefined;
    readonly limit: number;
    /** Whether a place may be told of; every one when it is left out. */
    readonly mayTell?: (place: Span) => boolean;
  },
): FindView {
  const { names, mentions, limit, mayTell = () => true } = options;
  const parsed = parseQuery(query.text, { names, exact: query.exact });
  const looked = searchedText(layer.text, new Sought(parsed.terms));
  const typed = typedTexts(parsed).flat();
  const places = parsed.terms
    .flatMap((term) => occurrencesOf(looked, term))
    .filter(mayTell)
    .filter(({ start, end }) => !query.exact || typed.some((each) => holdsExactly(layer.text.slice(start, end), each)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const distinct = places.filter(
    ({ start, end }, i) => i === 0 || start >= (places[i - 1]?.end ?? 0) || end > (places[i - 1]?.end ?? 0),
  );
  return {
    total: distinct.length,
    places: distinct.slice(0, limit).map(({ start, end }) => {
      const paragraph = paragraphAt(layer, start);
      const block = layer.blocks[paragraph - 1];
      const [from, to] = [Math.min(start, block?.start ?? 0), Math.max(end, block?.end ?? layer.text.length)];
      const within = { text: layer.text.slice(from, to), marks: [{ start: start - from, end: end - from }] };
      return { start, end, paragraph, ...snippetOf(within, { at: from, mentions }) };
    }),
  };
}

function paragraphAt({ blocks }: Layer, at: number): number {
  const found = blocks.findLastIndex((block) => block.start <= at);
  return Math.max(0, found) + 1;
}
