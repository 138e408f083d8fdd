import type { Sha256 } from '../base/index.ts';
import { type Claim, type Layer, type Mention, parseLayer, parseReading, type Reading } from '../read/index.ts';
import type { SourceRow, Vault } from '../vault/index.ts';
import { checkClaim, type KeyedClaim, nameClaims, type ReviewedClaim, statesOf } from '../weigh/index.ts';
import { storedProposals } from './stored-proposals.ts';
import { readSourceOf } from './stored-readings.ts';

/** A text of a source, with what has to be written over in it. */
export interface ClaimText {
  readonly layer: Layer;
  /** Undefined when this text was not read here: nobody knows what is protected in it. */
  readonly reading: Reading | undefined;
}

/** A source with what is proposed of it and the texts that claims of it stand in. */
export interface OpenedSource {
  readonly row: SourceRow;
  /** Undefined when its text was not read here. */
  readonly proposals: readonly KeyedClaim[] | undefined;
  /** By the digest of the text: the newest, and older ones that a reviewed claim stands in. */
  readonly texts: Map<Sha256, ClaimText>;
}

/** The claims of a source, each in its state. */
export interface SourceClaims extends OpenedSource {
  readonly claims: readonly ReviewedClaim[];
}

/** Opens a source for its claims. */
export async function openSource(vault: Vault, row: SourceRow): Promise<OpenedSource> {
  const read = await readSourceOf(vault, row);
  const texts = new Map<Sha256, ClaimText>();
  if (read === undefined || row.layer === undefined) return { row, proposals: undefined, texts };
  texts.set(row.layer.digest, read);
  const proposals = nameClaims(read.layer.text, read.reading.claims, row.source);
  return { row, proposals: await withAssistants(vault, row, read.layer, proposals), texts };
}

/** What the reader proposes, and behind it what assistants proposed besides. */
async function withAssistants(
  vault: Vault,
  { source }: SourceRow,
  { text }: Layer,
  read: readonly KeyedClaim[],
): Promise<readonly KeyedClaim[]> {
  const stored = await storedProposals(vault, source);
  if (stored.length === 0) return read;
  const known = new Set(read.map(({ id }) => id));
  const named = nameClaims(
    text,
    stored.map(({ claim }) => claim),
    source,
  );
  const besides = named.flatMap((keyed, at): KeyedClaim[] => {
    const proposedBy = stored[at]?.reader.name;
    return known.has(keyed.id) || proposedBy === undefined ? [] : [{ ...keyed, proposedBy }];
  });
  return [...read, ...besides];
}

/** The claims of an opened source as the vault has them now. */
export async function claimsIn(vault: Vault, opened: OpenedSource): Promise<SourceClaims> {
  const { row, proposals, texts } = opened;
  const claims = statesOf(row.source, proposals, await vault.query('reviews', { source: row.source }));
  const wanted = new Set(claims.map(({ claim }) => claim.passage.layer).filter((digest) => !texts.has(digest)));
  if (wanted.size > 0) await addOlderTexts(vault, opened, wanted);
  return { ...opened, claims };
}

/** Opens a source and gives its claims. */
export async function claimsOf(vault: Vault, row: SourceRow): Promise<SourceClaims> {
  return claimsIn(vault, await openSource(vault, row));
}

/** The text that a claim stands in; undefined when it is not here. */
export function textOf({ texts }: OpenedSource, { passage }: Claim): ClaimText | undefined {
  return texts.get(passage.layer);
}

/** What is protected in a text: all of it, told as undefined, when nobody knows. */
export function protectedIn(text: ClaimText | undefined): readonly Mention[] | undefined {
  return text?.reading?.mentions;
}

/**
 * Whether a claim may count: its text is here, was read, and holds every word of it. A colleague's program may have kept
 * a claim that says more than its text, and what does must not get into a total.
 */
export function isBorneOut(opened: OpenedSource, claim: Claim): boolean {
  const text = textOf(opened, claim);
  return text?.reading !== undefined && checkClaim(text.layer, claim).ok;
}

async function addOlderTexts(vault: Vault, { row, texts }: OpenedSource, wanted: ReadonlySet<Sha256>): Promise<void> {
  for (const { layer: id, digest } of await vault.query('layersOf', { source: row.source })) {
    if (!wanted.has(digest) || texts.get(digest)?.reading !== undefined) continue;
    const [json, read] = await Promise.all([
      vault.query('layer', { layer: id }),
      vault.query('reading', { layer: id }),
    ]);
    const layer = json === undefined ? undefined : parseLayer(json);
    if (layer !== undefined) texts.set(digest, { layer, reading: read === undefined ? undefined : parseReading(read) });
  }
}
