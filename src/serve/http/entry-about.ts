import { type LeafHash, parseSourceId, type SourceId } from '../../base/index.ts';
import { type Mention, VEIL, veil } from '../../read/index.ts';
import type { LogRow, SourceRow } from '../../vault/index.ts';
import { claimReviewed, type Review } from '../../weigh/index.ts';
import type { EntryAbout } from '../api.ts';
import { mentionsOf } from '../stored-readings.ts';
import type { Desk } from './desk.ts';

/** UTF-16 units of a claim's words that a line of the log shows. */
const QUOTE_SHOWN = 160;

/**
 * What entries are about, by their leaf: the source that they name, and of a review the claim. None for an entry that is about no source,
 * about several, or about one that is not here any more.
 */
export async function entriesAbout(
  desk: Pick<Desk, 'vault' | 'summaries'>,
  entries: readonly LogRow[],
): Promise<ReadonlyMap<LeafHash, EntryAbout>> {
  const about = new Map<LeafHash, EntryAbout>();
  const rows = await sourcesNamed(desk, entries);
  const reviewing = new Map<SourceId, LeafHash[]>();
  for (const { leaf, kind, of } of entries) {
    const [row, another] = of.flatMap((subject) => rows.get(subject) ?? []);
    if (row === undefined || another !== undefined) continue;
    about.set(leaf, { source: row.source, title: await desk.summaries.title(row), claim: null, quote: null });
    if (kind === 'review') reviewing.set(row.source, [...(reviewing.get(row.source) ?? []), leaf]);
  }
  for (const [source, leaves] of reviewing) {
    const row = rows.get(source);
    if (row === undefined) continue;
    for (const [leaf, said] of await claimsReviewed(desk, row, leaves)) {
      const line = about.get(leaf);
      if (line !== undefined) about.set(leaf, { ...line, ...said });
    }
  }
  return about;
}

/** The sources that are here of those that entries name, by their ids. */
async function sourcesNamed(
  { vault }: Pick<Desk, 'vault'>,
  entries: readonly LogRow[],
): Promise<ReadonlyMap<string, SourceRow>> {
  const rows = new Map<string, SourceRow>();
  for (const subject of new Set(entries.flatMap(({ of }) => of))) {
    const source = parseSourceId(subject);
    const row = source && (await vault.query('source', { source }));
    if (row !== undefined) rows.set(subject, row);
  }
  return rows;
}

/** Which claims of a source some entries reviewed, with their words as they are shown. */
async function claimsReviewed(
  { vault }: Pick<Desk, 'vault'>,
  row: SourceRow,
  leaves: readonly LeafHash[],
): Promise<ReadonlyMap<LeafHash, Pick<EntryAbout, 'claim' | 'quote'>>> {
  const { source } = row;
  const reviews = await vault.query('reviewsIn', { source, leaves });
  const takenBack = reviews.flatMap(({ record }) => (record.type === 'review-withdrawn' ? [record.review] : []));
  const before = takenBack.length === 0 ? [] : await vault.query('reviewsIn', { source, leaves: takenBack });
  const mentions = reviews.length === 0 ? undefined : await mentionsOf(vault, row);
  const byLeaf = new Map([...before, ...reviews].map((review) => [review.leaf, review]));
  return new Map(
    reviews.map(({ leaf, record }) => {
      const of = record.type === 'review-withdrawn' ? byLeaf.get(record.review) : byLeaf.get(leaf);
      return [leaf, { claim: claimReviewed(record), quote: of === undefined ? null : quoteOf(of, row, mentions) }];
    }),
  );
}

/** The words of a reviewed claim, protected ones written over: all of them where nobody knows which those are. */
function quoteOf({ record }: Review, { layer }: SourceRow, mentions: readonly Mention[] | undefined): string | null {
  if (record.type !== 'review') return null;
  const { passage } = record.claim;
  // Mentions are places of the newest text: of an older one nothing is known.
  if (mentions === undefined || passage.layer !== layer?.digest) return VEIL;
  const within = mentions
    .filter((mention) => mention.start < passage.end && mention.end > passage.start)
    .map((mention) => ({ ...mention, start: mention.start - passage.start, end: mention.end - passage.start }));
  const shown = veil(passage.quote, within, 0, passage.quote.length);
  const words = shown.slice(0, QUOTE_SHOWN);
  return words.isWellFormed() ? words : words.slice(0, -1);
}
