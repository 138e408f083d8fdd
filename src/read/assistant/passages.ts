import type { Language } from '../../base/index.ts';
import type { Span } from '../anchor.ts';
import type { Claim, Mention, Reading } from '../claim.ts';
import { sentencesIn } from '../claims/sentence-parts.ts';
import type { Block, Layer, LayerDocument } from '../layer.ts';
import { reasonsAgainstDraft } from '../mentions/draft-hold.ts';
import { heldWords } from '../mentions/held-words.ts';
import { plainLetters } from '../mentions/plain-letters.ts';
import { spokenNames } from '../mentions/spoken-names.ts';
import { isProtected, mentionsIn } from '../mentions/veil.ts';

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
  const held = withTranslations(layer, layer.blocks.map(holdingBack(layer, reading)));
  const hasContent = layer.blocks.some(({ label }) => label === 'content');
  const open: OpenPassage[] = [];
  let heldBack = 0;
  let aside = 0;
  for (const [i, block] of layer.blocks.entries()) {
    const pieces = piecesOf(layer, block);
    const unasked = block.kind === 'front-matter' || block.kind === 'control';
    if (held[i] === true) heldBack += pieces.length;
    else if (unasked || (hasContent && block.label === 'boilerplate')) aside += pieces.length;
    else for (const piece of pieces) open.push({ ...piece, language: languageOf(layer, block) });
  }
  return { open, heldBack, aside };
}

/** A block beside a held one and in another language may be its translation, in which a name was not known for one. */
function withTranslations(layer: Layer, held: readonly boolean[]): readonly boolean[] {
  const languages = layer.blocks.map((block) => languageOf(layer, block).split('-')[0]);
  const pairs = (i: number, other: number): boolean => held[other] === true && languages[i] !== languages[other];
  return held.map((each, i) => each || pairs(i, i - 1) || pairs(i, i + 1));
}

/** Judges blocks that are given in text order: what stands under a heading depends on it. */
function holdingBack(layer: Layer, { claims, mentions }: Reading): (block: Block) => boolean {
  const held = heldWords(
    mentions.filter((one) => (isProtected(one) ? !DESCRIPTIONS.has(one.type) : one.type === 'person')),
  );
  const unheld = namesUnheld(layer.text, claims, mentions);
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
    const text = layer.text.slice(block.start, block.end);
    const level = block.kind === 'heading' ? (block.level ?? 1) : undefined;
    const leads = level === undefined && isLeadIn(text);
    if (level !== undefined && under !== undefined && level <= under) under = undefined;
    if (leads && under === LABEL) under = undefined;
    const here = mentionsIn(mentions, block.start, block.end).filter(isProtected);
    const own =
      here.length > 0 ||
      reach > block.start ||
      !READ.test(languageOf(layer, block)) ||
      POSTER.test(text) ||
      reachesSomebody(text) ||
      unheld(block) ||
      held.spansIn(text).length > 0;
    if (own && level !== undefined) under = Math.min(under ?? LABEL, level);
    else if (own && under === undefined && (leads || isLabel(text, here, block.start))) under = LABEL;
    return own || under !== undefined;
  };
}

/** Ages, small counts and "a resident" are held where they stand, and are no names to look for elsewhere. */
const DESCRIPTIONS: ReadonlySet<Mention['type']> = new Set<Mention['type']>(['age', 'low-count', 'source', 'group']);

/** What may reach somebody, though no rule knew it for that: an "@", or a number of eight digits and more of any script. */
function reachesSomebody(given: string): boolean {
  const text = plainLetters(given)?.text ?? given;
  if (/[@＠﹫]/u.test(text)) return true;
  for (const [run] of text.matchAll(NUMBERS)) {
    if ((run.match(/\p{Nd}/gu)?.length ?? 0) >= 8 && !DATES.test(run)) return true;
  }
  return false;
}

/** Digits as numbers of telephones, papers and accounts are written; a comma parts thousands, which reach nobody. */
const NUMBERS = /\p{Nd}(?:[ ()（）.·–—/-]{0,2}\p{Nd}){7,60}/gu;
/** "2018-05-14", "14.05.2018", "2014–2018". */
const DATES =
  /^(?:(?:1[89]|20)\d\d ?[-–—./] ?(?:(?:1[89]|20)\d\d|\d\d?[-./]\d\d?)|\d\d?[-./]\d\d?[-./](?:1[89]|20)\d\d)$/;

/** Whether somebody by name says a claim in a block, and nothing marks them there: as a byline or in public, or to be held. */
function namesUnheld(text: string, claims: readonly Claim[], mentions: readonly Mention[]): (block: Span) => boolean {
  const unheld = spokenNames(text, claims).filter(
    ({ start, end }) => !mentionsIn(mentions, start, end).some(({ type }) => type === 'person'),
  );
  return ({ start, end }) => unheld.some((one) => one.start < end && start < one.end);
}

/** Below every level of headings. */
const LABEL = 99;
/** In other languages nobody looked for protected words. */
const READ = /^(?:en|zh|ko)(?:-|$)/;
/** "some_name7: …", as posts begin: a name with a digit or a line in it is no word of a text. */
const POSTER = /^(?=[^:：\s]{0,40}[\d_])(?=[^:：\s]{0,40}\p{L})[\p{L}\p{N}_.-]{3,40}[:：]/u;
const LONGEST_LABEL = 120;
const LONGEST_LEAD_IN = 300;

/** "A user who writes as J. asks:": what follows is what they say, up to the next one who is led in. */
function isLeadIn(text: string): boolean {
  return text.length <= LONGEST_LEAD_IN && /[:：]$/.test(text);
}

/** "J. (34), farmer" in a line of its own, as speakers are named: what follows is theirs. */
function isLabel(text: string, here: readonly Mention[], offset: number): boolean {
  return (
    text.length <= LONGEST_LABEL &&
    // A sentence of its own stands over nothing.
    !/[.!?。！？…]['"’”」』]?$/.test(text) &&
    here.some(({ type, start }) => (type === 'person' || type === 'source' || type === 'handle') && start - offset <= 3)
  );
}

/** A short block shows no language of its own: it has that of its document. */
function languageOf(layer: Layer, block: Block): Language {
  if (block.language !== 'und') return block.language;
  return documentAt(layer, block.start)?.language ?? layer.metadata.language?.value ?? 'und';
}

/** The document in which a place of a layer stands; undefined when it stands in none. */
export function documentAt({ documents }: Layer, at: number): LayerDocument | undefined {
  let low = 0;
  let high = documents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((documents[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const document = documents[low];
  return document !== undefined && document.start <= at ? document : undefined;
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
