import { canonicalJson, ok, type Result, type SourceId } from '../../base/index.ts';
import {
  type Annotation,
  anchorPassage,
  type Layer,
  NOTE_LIMITS,
  type PassageNote,
  placeOfQuote,
  readPassageNote,
} from '../../read/index.ts';
import type { SourceRow, Vault, WriteRefusal } from '../../vault/index.ts';
import type { Clock } from '../clock.ts';
import { MOST_PARTS, passagesNoted } from '../drafts.ts';
import { eachSource, layerOf } from '../stored-readings.ts';

export type AnnotationOutcome =
  | { readonly type: 'stored'; readonly source: SourceId }
  | { readonly type: 'changed'; readonly source: SourceId }
  | { readonly type: 'already-here'; readonly source: SourceId }
  /** `lost`: its quote stands nowhere, or in several places alike; `no-source`: no stored source has its address or its words. */
  | { readonly type: 'refused'; readonly why: 'not-an-annotation' | 'no-quote' | 'no-source' | 'lost' | 'too-long' };

export interface AnnotationImport {
  readonly row: number;
  readonly outcome: AnnotationOutcome;
}

/** Sources whose text is looked through for an annotation that names no address of any. */
const LOOKED_THROUGH = 2000;

/**
 * Puts annotations onto the passages of stored sources that they quote: on the source with their address, else on the one
 * source whose text holds the quote between the same words. Each becomes a note, never a claim, and each is answered for.
 */
export async function importAnnotations(
  vault: Vault,
  annotations: readonly (Annotation | null)[],
  { dryRun, now }: { readonly dryRun: boolean; readonly now: Clock },
): Promise<Result<readonly AnnotationImport[], WriteRefusal>> {
  const known = await sourcesByAddress(vault);
  const layers = new Map<SourceId, Layer | undefined>();
  const layerIn = async (row: SourceRow): Promise<Layer | undefined> => {
    if (!layers.has(row.source)) layers.set(row.source, await layerOf(vault, row));
    return layers.get(row.source);
  };
  const outcomes: AnnotationImport[] = [];
  const notes: PassageNote[] = [];
  for (const [i, annotation] of annotations.entries()) {
    const judged = await judge(vault, annotation, known, layerIn);
    if ('note' in judged) notes.push(judged.note);
    outcomes.push({ row: i + 1, outcome: judged.outcome });
  }
  for (let at = 0; !dryRun && at < notes.length; at += MOST_PARTS) {
    const drafts = [passagesNoted(notes.slice(at, at + MOST_PARTS), now())];
    const kept = await vault.append({ drafts, blobs: [], suggestions: [] });
    if (!kept.ok) return kept;
  }
  return ok(outcomes);
}

interface KnownSources {
  readonly byAddress: ReadonlyMap<string, readonly SourceRow[]>;
  readonly rows: readonly SourceRow[];
}

async function sourcesByAddress(vault: Vault): Promise<KnownSources> {
  const byAddress = new Map<string, SourceRow[]>();
  const rows: SourceRow[] = [];
  for await (const row of eachSource(vault)) {
    if (rows.length < LOOKED_THROUGH) rows.push(row);
    const described = (await vault.query('descriptions', { source: row.source })).flatMap(({ fields }) => fields);
    const addresses = [
      row.record.origin ?? '',
      row.layer?.metadata.address?.value ?? '',
      ...described.filter(({ name }) => ADDRESS_FIELD.test(name)).flatMap(({ values }) => values),
    ];
    for (const address of new Set(addresses.map(comparable).filter((each) => each !== '')))
      byAddress.set(address, [...(byAddress.get(address) ?? []), row]);
  }
  return { byAddress, rows };
}

const ADDRESS_FIELD = /^(?:address|attachment address|url|uri|link)$/i;

/** One page has one address, with or without its fragment, a stroke at its end, or encryption. */
function comparable(address: string): string {
  return address
    .trim()
    .replace(/#.*$/, '')
    .replace(/^https?:\/\//i, '')
    .replace(/\/+$/, '');
}

type Judged =
  | { readonly outcome: AnnotationOutcome; readonly note: PassageNote }
  | { readonly outcome: AnnotationOutcome };

async function judge(
  vault: Vault,
  annotation: Annotation | null,
  known: KnownSources,
  layerIn: (row: SourceRow) => Promise<Layer | undefined>,
): Promise<Judged> {
  const refused = (why: Extract<AnnotationOutcome, { type: 'refused' }>['why']): Judged => ({
    outcome: { type: 'refused', why },
  });
  if (annotation === null) return refused('not-an-annotation');
  const { quote } = annotation;
  if (quote === undefined) return refused('no-quote');
  if (quote.exact.length > NOTE_LIMITS.quote) return refused('too-long');
  const named = annotation.addresses.flatMap((address) => known.byAddress.get(comparable(address)) ?? []);
  const places: { readonly row: SourceRow; readonly layer: Layer; readonly start: number; readonly end: number }[] = [];
  for (const row of named.length > 0 ? new Set(named) : known.rows) {
    const layer = await layerIn(row);
    const place = layer && placeOfQuote(layer.text, quote);
    if (layer !== undefined && place !== undefined) places.push({ row, layer, ...place });
  }
  const [place, other] = places;
  if (place === undefined) return refused(named.length > 0 ? 'lost' : 'no-source');
  // Words that two sources hold alike belong to neither for certain.
  if (other !== undefined) return refused('lost');
  const { source } = place.row;
  const note: PassageNote = {
    type: 'passage-note',
    source,
    item: annotation.item.toWellFormed(),
    passage: anchorPassage(place.layer, place),
    words: annotation.words.toWellFormed(),
    tags: annotation.tags.map((tag) => tag.toWellFormed()),
    creator: annotation.creator?.toWellFormed() ?? null,
    created: annotation.created?.toWellFormed() ?? null,
  };
  if (readPassageNote(note) === undefined) return refused('too-long');
  const before = (await vault.query('passageNotes', { source })).find(({ item }) => item === note.item);
  if (before === undefined) return { outcome: { type: 'stored', source }, note };
  const same =
    canonicalJson([before.words, before.tags, before.passage]) === canonicalJson([note.words, note.tags, note.passage]);
  return same ? { outcome: { type: 'already-here', source } } : { outcome: { type: 'changed', source }, note };
}
