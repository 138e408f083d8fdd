import { anchorIn } from '../anchor.ts';
import type { Basis, Claim, Reading } from '../claim.ts';
import type { Block, Layer, LayerDocument } from '../layer.ts';
import { layerDigest } from '../layer-digest.ts';
import { mentionReader } from '../mentions/read-mentions.ts';
import type { ThemePack } from '../theme-pack.ts';
import { basisOf, carriersOf } from './attribution-chain.ts';
import { parsePartialDate } from './calendar.ts';
import { readEnglishSentence } from './english-sentence.ts';
import { makeClaim } from './make-claim.ts';
import type { DocumentSetting, Memory, SentenceReader } from './passage-draft.ts';
import { indexNames, issuerPlace } from './place-name.ts';
import { READER } from './reader.ts';
import { type Sentence, sentencesIn } from './sentence-parts.ts';

/** Which reader serves which language; a language without one is read for mentions alone. */
const READERS: ReadonlyMap<string, SentenceReader> = new Map([['en', readEnglishSentence]]);

const EMPTY: Memory = { date: undefined, source: undefined, unit: undefined, subject: undefined, voice: undefined };

/**
 * Reads a layer: its figures as claims, and the mentions that must be held back, both in text order. Pure: the same
 * layer and pack give the same reading. Blocks labelled boilerplate are read for figures only when the layer has
 * nothing else, since menus and counters would be figures; mentions are looked for everywhere. Time and memory grow
 * linearly with the text.
 */
export function readClaims(layer: Layer, pack: ThemePack): Reading {
  const claims: Claim[] = [];
  const figures = figureReader(layer, pack);
  const mentions = mentionReader(layer, pack);
  for (const block of layer.blocks) {
    const sentences = sentencesIn(layer, block);
    for (const claim of figures(block, sentences)) claims.push(claim);
    mentions.read(block, sentences);
  }
  return { reader: READER, claims, mentions: mentions.finish() };
}

/** A reader of one layer's blocks, which are given to it in text order. */
function figureReader(layer: Layer, pack: ThemePack): (block: Block, sentences: readonly Sentence[]) => Claim[] {
  const places = indexNames(pack.places);
  const carriers = carriersOf(layer);
  const digest = layerDigest(layer);
  const hasContent = layer.blocks.some(({ label }) => label === 'content');
  let documentAt = 0;
  let setting: DocumentSetting | undefined;
  let memory = EMPTY;
  return (block, sentences) => {
    while (documentAt < layer.documents.length && (layer.documents[documentAt]?.end ?? 0) <= block.start) documentAt++;
    const document = documentOf(layer.documents[documentAt], block.start);
    if (setting === undefined || setting.document !== document) {
      setting = settingOf(layer, pack, document, { places, carriers });
      memory = EMPTY;
    }
    const aside = block.kind === 'front-matter' || block.kind === 'control';
    const reader = READERS.get(block.language.split('-')[0] ?? '');
    if (reader === undefined || aside || (hasContent && block.label === 'boilerplate')) return [];
    memory = { ...EMPTY, unit: memory.unit, subject: memory.subject, voice: memory.voice };
    const claims: Claim[] = [];
    for (const sentence of sentences) {
      const read = reader({ ...sentence, heading: block.kind === 'heading' }, setting, memory);
      memory = read.memory;
      for (const { start, end, ...rest } of read.drafts) {
        claims.push(makeClaim(layer.text, { ...rest, passage: anchorIn(layer.text, digest, { start, end }) }));
      }
    }
    return claims;
  };
}

function documentOf(document: LayerDocument | undefined, at: number): LayerDocument | undefined {
  return document !== undefined && document.start <= at && at < document.end ? document : undefined;
}

function settingOf(
  layer: Layer,
  pack: ThemePack,
  document: LayerDocument | undefined,
  shared: Pick<DocumentSetting, 'places' | 'carriers'>,
): DocumentSetting {
  const date = document?.date ?? layer.metadata.date;
  const documentDate = parsePartialDate(date?.value);
  const dateBasis: Basis | undefined = date && documentDate && basisOf(date, 'document-date');
  return {
    ...shared,
    text: layer.text,
    pack,
    document,
    documentDate,
    dateBasis,
    issuerPlace: issuerPlace(document?.issuer, layer.text, shared.places),
  };
}
