import { parseSourceId, type SourceId } from '../../base/index.ts';
import type { SourceRow, Vault } from '../../vault/index.ts';
import type { ClaimsAt, PassagePlace, Span } from '../api.ts';
import { claimsOf } from '../source-claims.ts';
import type { OpenSources } from './open-sources.ts';
import type { Marks, Summaries } from './summaries.ts';

/** Sources whose places are kept. */
const MOST_KEPT = 2000;

/** A claim's place in the shown text; rejected ones have none. */
interface ClaimPlace extends Span {
  readonly claim: string;
  readonly isAccepted: boolean;
}

/**
 * Where the claims of sources stand, kept until text, reading or reviews of a source are others: a search shows what stands in the
 * passages that it found, and no second one opens the same readings again.
 */
export class ClaimPlaces {
  readonly #vault: Vault;
  readonly #sources: OpenSources;
  readonly #summaries: Summaries;
  readonly #kept = new Map<SourceId, { readonly stamp: string; readonly places: readonly ClaimPlace[] }>();

  constructor(vault: Vault, sources: OpenSources, summaries: Summaries) {
    this.#vault = vault;
    this.#sources = sources;
    this.#summaries = summaries;
  }

  /** What stands in each of some passages; of a source that is not here, or was not read here, nothing. */
  async claimsAt(passages: readonly PassagePlace[]): Promise<readonly ClaimsAt[]> {
    const marks = await this.#summaries.marks();
    const places = new Map<string, readonly ClaimPlace[]>();
    for (const each of new Set(passages.map(({ source }) => source))) {
      const source = parseSourceId(each);
      const row = source && (await this.#vault.query('source', { source }));
      if (row !== undefined) places.set(each, await this.#placesOf(row, marks));
    }
    return passages.map(({ source, start, end }) => {
      const there = (places.get(source) ?? []).filter((claim) => claim.start < end && claim.end > start);
      const ids = (wanted: boolean): readonly string[] =>
        there.filter(({ isAccepted }) => isAccepted === wanted).map(({ claim }) => claim);
      return { accepted: ids(true), open: ids(false) };
    });
  }

  async #placesOf(row: SourceRow, marks: Marks): Promise<readonly ClaimPlace[]> {
    const mark = marks.get(row.source);
    const stamp = [row.layer?.layer, row.reading?.output, mark?.reviews, mark?.newest].join('/');
    const known = this.#kept.get(row.source);
    if (known?.stamp === stamp) return known.places;
    const open = await this.#sources.peek(row);
    const { claims, proposals } = await (open === undefined ? claimsOf(this.#vault, row) : this.#sources.claims(open));
    const offsets = await this.#summaries.offsets(row);
    const places = claims.flatMap(({ id, claim: { passage }, state }): ClaimPlace[] =>
      state === 'rejected' || passage.layer !== row.layer?.digest
        ? []
        : [{ ...offsets.toShown(passage), claim: id, isAccepted: state === 'accepted' }],
    );
    this.#kept.delete(row.source);
    // What was not read here may be read at any time, without an entry that would tell.
    if (proposals !== undefined) this.#kept.set(row.source, { stamp, places });
    const [first] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && first !== undefined) this.#kept.delete(first);
    return places;
  }
}
