import { type Attribution, documentChains, type Span } from '../../read/index.ts';
import type { SourceView } from '../api.ts';
import { veilWords } from '../veil-words.ts';
import { basisView } from './claim-answer.ts';
import type { DeskSource } from './open-sources.ts';

type LinkView = SourceView['chains'][number]['links'][number];

/** A link of a document's chain as it is kept, and as it is shown. */
export interface ShownLink {
  readonly link: Attribution;
  readonly view: LinkView;
}

/** The chains of a source's documents, as every claim of them has it: first that of the text as a whole. */
export function chainsOf(
  { layer, reading, veiled, revealed, memory }: DeskSource,
  reveal: boolean,
): readonly (Span & { readonly links: readonly ShownLink[] })[] {
  if (layer === undefined) return [];
  const shown = reveal ? revealed : veiled;
  const linkView = (link: Attribution): LinkView => ({
    role: link.role,
    name: link.name === null || reveal ? link.name : veilWords(link.name, reading?.mentions),
    type: link.type ?? null,
    basis: basisView({ shown, isHere: true }, link.basis),
  });
  const chains = memory.chains.get(layer) ?? documentChains(layer);
  memory.chains.set(layer, chains);
  const viewed = (links: readonly Attribution[]): readonly ShownLink[] =>
    links.map((link) => ({ link, view: linkView(link) }));
  return [
    { ...shown.toShown({ start: 0, end: layer.text.length }), links: viewed(chains.outside) },
    ...layer.documents.map(({ start, end }, i) => ({
      ...shown.toShown({ start, end }),
      links: viewed(chains.documents[i] ?? []),
    })),
  ];
}
