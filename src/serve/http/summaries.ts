import type { SourceId } from '../../base/index.ts';
import type { Mention } from '../../read/index.ts';
import type { ReviewMark, SourceRow, Vault } from '../../vault/index.ts';
import { type ClaimCounts, countStates } from '../../weigh/index.ts';
import type { SourceLine } from '../api.ts';
import { NO_CLAIMS } from '../counting.ts';
import { titleOf } from '../layer-facts.ts';
import { ShownText } from '../shown-text.ts';
import { claimsOf } from '../source-claims.ts';
import { mentionsOf } from '../stored-readings.ts';
import { veilWords } from '../veil-words.ts';
import type { OpenSources } from './open-sources.ts';

/** Sources whose lines are kept. */
const MOST_KEPT = 20_000;

/** Marks of reviews by their sources, as they are now. */
export type Marks = ReadonlyMap<SourceId, ReviewMark>;

/**
 * Lines of sources and counts of their claims, kept until text, reading or reviews of a source are others: no list opens
 * every text again.
 */
export class Summaries {
  readonly #vault: Vault;
  readonly #sources: OpenSources;
  readonly #words = new Map<SourceId, Kept<Words>>();
  readonly #counts = new Map<SourceId, Kept<ClaimCounts | null>>();

  /** What is open in `sources` is not opened again. */
  constructor(vault: Vault, sources: OpenSources) {
    this.#vault = vault;
    this.#sources = sources;
  }

  async marks(): Promise<Marks> {
    return new Map((await this.#vault.query('reviewMarks', undefined)).map((mark) => [mark.source, mark]));
  }

  async line(row: SourceRow, marks: Marks): Promise<SourceLine> {
    const { source, record, position, layer, reading } = row;
    const { offsets: _offsets, ...words } = await this.#wordsOf(row);
    return {
      source,
      ...words,
      date: layer?.metadata.date?.value ?? null,
      language: layer?.metadata.language?.value ?? null,
      mediaType: layer?.mediaType ?? null,
      bytes: record.length,
      addedAt: position.at,
      read: reading !== undefined,
      claims: await this.counts(row, marks),
      sameText: await this.#sameText(source),
    };
  }

  /** Not kept: a source that comes in later is one of them without an entry of this one. */
  async #sameText(source: SourceId): Promise<SourceLine['sameText']> {
    const others = await this.#vault.query('sourcesWithText', { source });
    const rows = await Promise.all(others.map((other) => this.#vault.query('source', { source: other })));
    const found = rows.filter((row) => row !== undefined);
    return Promise.all(found.map(async (row) => ({ source: row.source, title: (await this.#wordsOf(row)).title })));
  }

  /** What a source is called, its protected words written over. */
  async title(row: SourceRow): Promise<string> {
    return (await this.#wordsOf(row)).title;
  }

  /** Where stretches of a source's text stand once its protected words are written over; the text itself is not in it. */
  async offsets(row: SourceRow): Promise<ShownText> {
    return (await this.#wordsOf(row)).offsets;
  }

  #wordsOf(row: SourceRow): Promise<Words> {
    return kept(this.#words, row.source, readStamp(row), async () => {
      const open = await this.#sources.peek(row);
      const isRead = open !== undefined && row.layer !== undefined;
      return wordsOf(row, isRead ? open.reading?.mentions : await mentionsOf(this.#vault, row));
    });
  }

  /** How many claims of a source are in each state; null when its text was not read here. */
  counts(row: SourceRow, marks: Marks): Promise<ClaimCounts | null> {
    const mark = marks.get(row.source);
    const stamp = `${readStamp(row)}/${mark?.reviews ?? 0}/${mark?.newest ?? ''}`;
    return kept(this.#counts, row.source, stamp, async () => {
      const stated = mark === undefined ? await this.#stated(row) : undefined;
      if (stated !== undefined) return { value: { ...NO_CLAIMS, unreviewed: stated }, lasts: true };
      const open = await this.#sources.peek(row);
      const { proposals, claims } = await (open === undefined
        ? claimsOf(this.#vault, row)
        : this.#sources.claims(open));
      const isRead = proposals !== undefined;
      return { value: isRead ? countStates(claims) : null, lasts: isRead };
    });
  }

  /** How many claims the record itself says that a source has; undefined where that is not all that is to be known. */
  async #stated({ source, layer, reading }: SourceRow): Promise<number | undefined> {
    if (layer === undefined || reading === undefined) return undefined;
    const [known, proposals] = await Promise.all([
      this.#vault.query('figureCounts', { layers: [layer.layer] }),
      this.#vault.query('proposals', { source }),
    ]);
    return known.length === 1 && proposals.length === 0 ? reading.claims : undefined;
  }
}

interface Words extends Pick<SourceLine, 'title' | 'file' | 'publisher'> {
  readonly offsets: ShownText;
}

interface Kept<T> {
  readonly stamp: string;
  readonly value: T;
}

/**
 * What was not read here may be read at any time, without an entry that would tell: that does not last. The first ones go
 * when there are too many: maps keep the order in which things came.
 */
async function kept<T>(
  map: Map<SourceId, Kept<T>>,
  source: SourceId,
  stamp: string,
  make: () => Promise<{ readonly value: T; readonly lasts: boolean }>,
): Promise<T> {
  const known = map.get(source);
  if (known?.stamp === stamp) return known.value;
  const { value, lasts } = await make();
  map.delete(source);
  if (!lasts) return value;
  map.set(source, { stamp, value });
  const [first] = map.keys();
  if (map.size > MOST_KEPT && first !== undefined) map.delete(first);
  return value;
}

function readStamp({ layer, reading }: SourceRow): string {
  return `${layer?.layer ?? ''}/${reading?.output ?? ''}`;
}

function wordsOf(
  row: SourceRow,
  mentions: readonly Mention[] | undefined,
): { readonly value: Words; readonly lasts: boolean } {
  const { fileName } = row.record;
  const metadata = row.layer?.metadata;
  const publisher = metadata?.publisher?.value;
  const value = {
    title: veilWords(titleOf(metadata?.title?.value, fileName), mentions),
    file: veilWords(fileName, mentions),
    publisher: publisher === undefined ? null : veilWords(publisher, mentions),
    offsets: ShownText.veiled('', mentions),
  };
  return { value, lasts: mentions !== undefined };
}
