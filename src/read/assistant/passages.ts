import type { Language } from '../../base/index.ts';
import type { Span } from '../anchor.ts';
import type { Mention, Reading } from '../claim.ts';
import { sentencesIn } from '../claims/sentence-parts.ts';
import type { Block, Layer } from '../layer.ts';
import { reasonsAgainstDraft } from '../mentions/draft-hold.ts';
import { isProtected, mentionsIn } from '../mentions/veil.ts';
import { protectedNames } from './protected-names.ts';

/** A stretch of a layer that may be sent: a block, or some sentences of a long one. */
export interface OpenPassage extends Span {
  readonly language: Language;
}

/** What of a layer may be sent and what not. The three counts are all its passages. */
export interface OpenPassages {
  readonly open: readonly OpenPassage[];
  /** Passages that are never sent. */
  readonly heldBack: number;
  /** Passages that nobody asks about: menus, links, front matter. */
  readonly aside: number;
}

/**
 * The passages of a layer that may be shown to an assistant (docs/assistant.md A4 to A6), in text order. Made to hold back too much
 * rather than too little: a whole block goes for one protected word, with what stands under it when it is a heading or a label.
 * `reading` is this build's own of this layer.
 */
export function openPassages(layer: Layer, reading: Reading): OpenPassages {
  const isHeld = holdingBack(layer, reading);
  const hasContent = layer.blocks.some(({ label }) => label === 'content');
  const open: OpenPassage[] = [];
  let heldBack = 0;
  let aside = 0;
  for (const block of layer.blocks) {
    const held = isHeld(block);
    const pieces = piecesOf(layer, block);
    const unasked = block.kind === 'front-matter' || block.kind === 'control';
    if (held) heldBack += pieces.length;
    else if (unasked || (hasContent && block.label === 'boilerplate')) aside += pieces.length;
    else for (const piece of pieces) open.push({ ...piece, language: languageOf(layer, block) });
  }
  return { open, heldBack, aside };
}

/** Judges blocks that are given in text order: what stands under a heading depends on it. */
function holdingBack(layer: Layer, { claims, mentions }: Reading): (block: Block) => boolean {
  const names = protectedNames(mentions);
  // A claim that may not stand in a draft, or in which somebody tells of themselves: its words single out without a name in them.
  const heldClaims = claims
    .filter((claim) => claim.kind === 'testimony' || reasonsAgainstDraft(claim, mentions, layer) !== undefined)
    .map(({ passage }) => passage)
    .sort((a, b) => a.start - b.start);
  let claimAt = 0;
  let reach = 0;
  /** Level of the held heading that is open: of a label, below all headings. */
  let under: number | undefined;
  return (block) => {
    while (claimAt < heldClaims.length && (heldClaims[claimAt]?.start ?? 0) < block.end) {
      reach = Math.max(reach, heldClaims[claimAt++]?.end ?? 0);
    }
    const level = block.kind === 'heading' ? (block.level ?? 1) : undefined;
    if (level !== undefined && under !== undefined && level <= under) under = undefined;
    const here = mentionsIn(mentions, block.start, block.end).filter(isProtected);
    const own =
      here.length > 0 ||
      reach > block.start ||
      !READ.test(languageOf(layer, block)) ||
      names.occurIn(layer.text.slice(block.start, block.end));
    if (own && level !== undefined) under = Math.min(under ?? LOWEST, level);
    else if (own && under === undefined && isLabel(layer.text, block, here)) under = LOWEST;
    return own || under !== undefined;
  };
}

const LOWEST = 99;
/** In other languages nobody looked for protected words. */
const READ = /^(?:en|zh|ko)(?:-|$)/;
const LONGEST_LABEL = 120;

/** "J. (34), farmer:" in a line of its own: what follows is theirs. */
function isLabel(text: string, block: Block, here: readonly Mention[]): boolean {
  return (
    block.end - block.start <= LONGEST_LABEL &&
    // A sentence of its own stands over nothing.
    !/[.!?。！？…]['"’”」』]?$/.test(text.slice(block.end - 2, block.end)) &&
    here.some(
      ({ type, start }) => (type === 'person' || type === 'source' || type === 'handle') && start - block.start <= 3,
    )
  );
}

/** A short block shows no language of its own: it has that of its document. */
function languageOf(layer: Layer, block: Block): Language {
  if (block.language !== 'und') return block.language;
  const document = layer.documents.find(({ start, end }) => start <= block.start && block.start < end);
  return document?.language ?? layer.metadata.language?.value ?? 'und';
}

const LONGEST_PIECE = 2000;

function piecesOf(layer: Layer, block: Block): readonly Span[] {
  if (block.end - block.start <= LONGEST_PIECE) return [{ start: block.start, end: block.end }];
  const pieces: Span[] = [];
  for (const { start, end } of sentencesIn(layer, block)) {
    const last = pieces.at(-1);
    if (last !== undefined && end - last.start <= LONGEST_PIECE) pieces[pieces.length - 1] = { start: last.start, end };
    else pieces.push({ start, end });
  }
  return pieces;
}
