import { anchorIn, type Span } from '../anchor.ts';
import type { Basis, Claim, Reading } from '../claim.ts';
import { parsePartialDate } from '../figures/calendar.ts';
import type { Block, Layer, LayerDocument } from '../layer.ts';
import { layerDigest } from '../layer-digest.ts';
import { mentionReader } from '../mentions/read-mentions.ts';
import { spokenNames } from '../mentions/spoken-names.ts';
import { provisionsOf } from '../provisions.ts';
import type { ThemePack } from '../theme-pack.ts';
import { type BlockMemory, claimsOfBlock, NOTHING_BEFORE, provenanceClaim } from './block-reader.ts';
import { basisOf, carriersOf } from './carriers.ts';
import { type ReadLanguage, touches, within } from './findings.ts';
import { inForceOf } from './in-force.ts';
import { issuerPlace } from './issuer-place.ts';
import { makeClaim } from './make-claim.ts';
import { placeWordsReader } from './place-words.ts';
import { borderIn } from './pointed-places.ts';
import { creditIn, issuancesOf } from './provenance.ts';
import { READER } from './reader.ts';
import { spokenSentences, spokenSpans } from './residue.ts';
import { type Sentence, sentencesIn } from './sentence-parts.ts';
import type { ClaimDraft, DocumentSetting } from './setting.ts';

/** The languages that claims are read in; of another, mentions alone are looked for. */
const LANGUAGES: ReadonlyMap<string, ReadLanguage> = new Map([
  ['en', 'en'],
  ['zh', 'zh'],
  ['ko', 'ko'],
]);

/**
 * Reads a layer: its figures as claims, and the mentions that must be held back, both in text order. Pure: the same
 * layer and pack give the same reading. Blocks labelled boilerplate are read for figures only when the layer has
 * nothing else, since menus and counters would be figures; mentions are looked for everywhere. Time and memory grow
 * linearly with the text.
 */
export function readClaims(layer: Layer, pack: ThemePack): Reading {
  const claims: Claim[] = [];
  const claimsOf = claimReader(layer, pack);
  const mentions = mentionReader(layer, pack);
  for (const block of layer.blocks) {
    const sentences = sentencesIn(layer, block);
    for (const claim of claimsOf(block, sentences)) claims.push(claim);
    mentions.read(block, sentences);
  }
  return { reader: READER, claims, mentions: mentions.finish(spokenNames(layer.text, claims)) };
}

/** A reader of one layer's blocks, which are given to it in text order. */
function claimReader(layer: Layer, pack: ThemePack): (block: Block, sentences: readonly Sentence[]) => Claim[] {
  const places = placeWordsReader(pack);
  const border = borderIn(layer.text, pack);
  const carriers = carriersOf(layer);
  const digest = layerDigest(layer);
  const hasContent = layer.blocks.some(({ label }) => label === 'content');
  const issuances = issuancesOf(layer);
  const leadIns = leadInsOf(layer);
  let documentAt = 0;
  let setting: DocumentSetting | undefined;
  let memory = NOTHING_BEFORE;
  let works = false;
  return (block, sentences) => {
    while (documentAt < layer.documents.length && (layer.documents[documentAt]?.end ?? 0) <= block.start) documentAt++;
    const document = documentOf(layer.documents[documentAt], block.start);
    if (setting === undefined || setting.document !== document) {
      setting = settingOf(layer, document, { places, carriers, border });
      memory = memoryIn(document, memory);
      works = false;
    }
    const drafts: ClaimDraft[] = [];
    const aside = block.kind === 'front-matter' || block.kind === 'control';
    const lang = languageOf(block, document, layer);
    if (lang === undefined || aside) return [];
    const issued = within(issuances, block);
    const credit = creditIn(layer.text, block);
    const origin = credit === undefined ? issued : [credit];
    // What stands below a picture is told of the world as well.
    const read = !hasContent || block.label === 'content' || block.kind === 'caption';
    if (block.kind === 'heading') works = false;
    if (read && credit === undefined) {
      const { spans, listsWorks } = spokenSpans(layer.text, block, { lang, listsWorks: works });
      works = listsWorks;
      const free = sentences.filter((sentence) => !issued.some((each) => touches(each, sentence)));
      const said = spokenSentences(layer.text, free, { spans, lang });
      const found = claimsOfBlock(block, said, setting, { lang, memory, leadIn: leadIns.get(block.start) });
      memory = found.memory;
      drafts.push(...found.drafts);
    }
    for (const words of origin) drafts.push(provenanceClaim(words, setting, lang));
    return drafts.map((draft) => makeClaim(layer.text, anchored(draft, anchorIn(layer.text, digest, draft))));
  };
}

/**
 * What is remembered where a document of a layer begins: of talks and threads the places and sums that were spoken of, since one speaks on what another
 * said; the paper that a hand passed on; else nothing.
 */
function memoryIn(document: LayerDocument | undefined, { counted, paper, places }: BlockMemory): BlockMemory {
  const speaksOn = document?.role === 'contribution' || document?.role === 'post' || document?.role === 'continuation';
  if (!speaksOn) return { ...NOTHING_BEFORE, paper };
  return { ...NOTHING_BEFORE, paper, places, counted: { ...NOTHING_BEFORE.counted, money: counted.money } };
}

/** A draft with the passage that it is read from. Written out: spread, each claim would be put together member by member. */
function anchored(draft: ClaimDraft, passage: Claim['passage']): Claim {
  const { kind, subkind, rule, event, signal, option, stance, hedge, attribution, date, place, quantity } = draft;
  return subkind === undefined
    ? { kind, rule, event, signal, option, stance, hedge, attribution, date, place, quantity, passage }
    : { kind, subkind, rule, event, signal, option, stance, hedge, attribution, date, place, quantity, passage };
}

/** The sentence that the numbered item of a block hangs on, by where the block begins. */
function leadInsOf(layer: Layer): ReadonlyMap<number, Span> {
  const leadIns = new Map<number, Span>();
  for (const { block, leadIn } of provisionsOf(layer)) {
    const start = layer.blocks[block]?.start;
    if (start !== undefined && leadIn !== undefined) leadIns.set(start, leadIn);
  }
  return leadIns;
}

/** A short block shows no language of its own: it has that of its document. */
function languageOf(block: Block, document: LayerDocument | undefined, layer: Layer): ReadLanguage | undefined {
  const known = block.language === 'und' ? (document?.language ?? layer.metadata.language?.value) : block.language;
  return LANGUAGES.get(known?.split('-')[0] ?? '');
}

function documentOf(document: LayerDocument | undefined, at: number): LayerDocument | undefined {
  return document !== undefined && document.start <= at && at < document.end ? document : undefined;
}

function settingOf(
  layer: Layer,
  document: LayerDocument | undefined,
  shared: Pick<DocumentSetting, 'places' | 'carriers' | 'border'>,
): DocumentSetting {
  const date = document?.date ?? layer.metadata.date;
  const documentDate = parsePartialDate(date?.value);
  const dateBasis: Basis | undefined = date && documentDate && basisOf(date, 'document-date');
  const lang = LANGUAGES.get(document?.language.split('-')[0] ?? '') ?? 'en';
  const setting: DocumentSetting = {
    ...shared,
    text: layer.text,
    document,
    documentDate,
    dateBasis,
    inForce: undefined,
    issuerPlace: issuerPlace(document?.issuer, layer.text, shared.places, lang),
  };
  const inForce = inForceOf(setting, lang);
  return inForce === undefined ? setting : { ...setting, inForce };
}
