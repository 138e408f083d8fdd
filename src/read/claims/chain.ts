import type { Attribution } from '../claim.ts';
import type { Layer, LayerDocument } from '../layer.ts';
import { basisOf, type Carriers, carriersOf } from './carriers.ts';
import { SELF } from './data/statement-words.ts';

/** Origin first: the sources that the sentence states, then the document's issuer or speaker, then who carried it. */
export function chainOf(
  sources: readonly Attribution[],
  document: LayerDocument | undefined,
  carriers: Carriers,
): readonly Attribution[] {
  const voice = voiceOf(document, carriers);
  // The paper that first printed notices carried those, not the words of whoever prints them now.
  const carrier = voice?.role === 'issuer' ? (carriers.newspaper ?? carriers.publisher) : carriers.publisher;
  // Who quotes a post carried it; a roundtable's author is one of its speakers.
  const inThread = document?.role === 'post' && carriers.isThread;
  const isWritten = voice === undefined || carriers.isInterview || (document?.role === 'post' && !inThread);
  const author = isWritten ? carriers.author : undefined;
  const agency = voice === undefined ? carriers.agency : undefined;
  // "We demand" is the voice itself, and so is a group that names itself.
  // An office that orders has its orders from nobody unnamed; "the Daily X has learned" is who publishes.
  const own = sources
    .filter(({ name }) => voice === undefined || (name === null ? voice.role !== 'issuer' : !isSelf(name, voice)))
    .filter(({ name, role }) => role !== 'newspaper' || name !== carrier?.name);
  // A house that translates prints what its translator gave it; of other papers somebody translated what they printed.
  const carried = TRANSLATING_HOUSE.test(carrier?.name ?? '')
    ? [carriers.translator, carrier]
    : [carrier, carriers.translator];
  const chain = inThread ? [...own, voice] : [...own, voice, agency, author, ...carried];
  return chain.flatMap((link, i) => {
    if (link === undefined) return [];
    const repeated = chain
      .slice(0, i)
      .some((earlier) => earlier !== undefined && earlier.name !== null && earlier.name === link.name);
    return repeated ? [] : [link];
  });
}

const TRANSLATING_HOUSE = /translat|译|譯|번역/iu;

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
function voiceOf(document: LayerDocument | undefined, { group, asksItself }: Carriers): Attribution | undefined {
  if (group !== undefined) return group;
  const issuer = document?.issuer;
  if (issuer === undefined)
    return document?.turn === 'answer' && !asksItself ? { role: 'speaker', name: null } : undefined;
  const from = issuer.from === 'heading' || issuer.from === 'byline' ? issuer.from : 'closing-block';
  return {
    role: from === 'closing-block' ? 'issuer' : 'speaker',
    name: issuer.value,
    basis: basisOf(issuer, from),
  };
}

/** Whether a source is the voice of the document: "we", 本会, or its own name. */
function isSelf(name: string, voice: Attribution): boolean {
  return SELF.test(name) || name.replace(/^the\s/iu, '') === voice.name?.replace(/^the\s/iu, '');
}
