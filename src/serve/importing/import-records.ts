import { createHash } from 'node:crypto';
import { canonicalJson, type SourceId } from '../../base/index.ts';
import { type DescriptionOrigin, type DescriptionRecord, readDescriptionRecord } from '../../preserve/index.ts';
import type { LibraryRecord } from '../../read/index.ts';
import type { Vault, WriteRefusal } from '../../vault/index.ts';
import type { IntakeInput } from '../capture.ts';
import { MOST_PARTS, sourcesDescribed } from '../drafts.ts';
import { type FailReason, type IntakeOptions, receive } from '../intake.ts';
import type { FileWhy, LibraryFiles } from './library-files.ts';

/** What one record of a library became. */
export type RecordOutcome =
  /** It was not known here. With `sources`, what its files became: some may have been here already. */
  | { readonly type: 'stored' }
  /** Known, with nothing new to be said of it. */
  | { readonly type: 'already-here' }
  /** Known, and its files or what is said of it are others now. */
  | { readonly type: 'changed' }
  | { readonly type: 'refused'; readonly why: RecordWhy };

export type RecordWhy = FileWhy | FailReason | 'empty' | 'nothing-said' | 'too-long' | 'interrupted';

export interface ImportedRecord {
  readonly row: number;
  readonly outcome: RecordOutcome;
  readonly sources: readonly SourceId[];
  /** Files of it that could not be had, beside others that could. */
  readonly lacking: readonly RecordWhy[];
  /** Whether its file is not the one whose digest the library states. */
  readonly digestDiffers: boolean;
  /** What became of the claim that its row states; absent when it states none. */
  readonly claim?: 'recorded' | 'already-here' | 'lost';
}

export interface ImportOptions
  extends Pick<IntakeOptions, 'vault' | 'pool' | 'now' | 'random' | 'tool' | 'interrupted'> {
  readonly from: DescriptionOrigin;
  readonly reason: string | null;
  readonly collection: IntakeOptions['collection'];
  /** Says what would become of each, and stores nothing. */
  readonly dryRun: boolean;
  readonly acknowledge: (record: ImportedRecord) => void;
}

export interface ImportEnd {
  /** Why the vault took no more, when it did not. */
  readonly refusal: WriteRefusal | undefined;
  readonly diskFull: boolean;
  readonly interrupted: boolean;
}

/** Records and bytes that are under way together: their entries are committed at once. */
const BATCH = { records: 100, bytes: 64 * 1024 * 1024 };

/**
 * Takes the records of a library in: each file a source, what the library says of it a description of that source, and a
 * record without a file a source made of what is said. Every record is answered for once (docs/imports.md IM2).
 */
export async function importRecords(
  records: readonly LibraryRecord[],
  files: LibraryFiles,
  options: ImportOptions,
): Promise<ImportEnd> {
  let end: ImportEnd = { refusal: undefined, diskFull: false, interrupted: false };
  let batch: Prepared[] = [];
  let bytes = 0;
  for (const record of records) {
    const ended = end.refusal !== undefined || end.diskFull || options.interrupted.aborted;
    if (ended) {
      options.acknowledge(refusedRecord(record, 'interrupted'));
      continue;
    }
    const prepared = await prepare(record, files, options);
    if (options.dryRun) {
      options.acknowledge(foreseen(prepared));
      continue;
    }
    batch.push(prepared);
    bytes += prepared.inputs.reduce((sum, input) => sum + (input.type === 'bytes' ? input.bytes.length : 0), 0);
    if (batch.length < BATCH.records && bytes < BATCH.bytes) continue;
    end = await takeIn(batch, options);
    [batch, bytes] = [[], 0];
  }
  if (batch.length > 0) end = await takeIn(batch, options);
  return { ...end, interrupted: options.interrupted.aborted };
}

interface Prepared {
  readonly record: LibraryRecord;
  readonly inputs: readonly IntakeInput[];
  readonly lacking: readonly RecordWhy[];
  /** What this library said of this record before, of each of its sources. */
  readonly known: readonly DescriptionRecord[];
}

async function prepare(record: LibraryRecord, files: LibraryFiles, { vault, from }: ImportOptions): Promise<Prepared> {
  const inputs: IntakeInput[] = [];
  const lacking: RecordWhy[] = [];
  for (const path of new Set(record.files)) {
    const input = await files.input(path);
    if (input.ok) inputs.push(input.value);
    else lacking.push(input.error.type);
  }
  if (record.files.length === 0 && record.fields.length > 0) inputs.push(recordInput(record));
  const known = await vault.query('descriptionsOf', { from, item: itemOf(record) });
  return { record, inputs, lacking, known };
}

/** A record of another program that has no file is kept as what it says: a line for each value. */
function recordInput({ fields, row }: LibraryRecord): IntakeInput {
  const lines = fields.flatMap(({ name, values }) => values.map((value) => `${name}: ${value}`));
  const bytes = new TextEncoder().encode(`Record\n\n${lines.join('\n\n').toWellFormed()}\n`);
  return { type: 'bytes', shown: `record ${row}`, fileName: 'record.txt', bytes };
}

/** What would become of a record, as far as that can be told without storing it. */
function foreseen({ record, inputs, lacking, known }: Prepared): ImportedRecord {
  const [why] = lacking;
  const { row } = record;
  const sources = known.map(({ source }) => source);
  const told = (outcome: RecordOutcome): ImportedRecord => ({ row, outcome, sources, lacking, digestDiffers: false });
  if (inputs.length === 0) return told({ type: 'refused', why: why ?? 'nothing-said' });
  const [first] = known;
  if (first === undefined) return told({ type: 'stored' });
  return told({ type: saysSame(first, record) ? 'already-here' : 'changed' });
}

async function takeIn(batch: readonly Prepared[], options: ImportOptions): Promise<ImportEnd> {
  const owner = new Map(batch.flatMap((prepared) => prepared.inputs.map((input) => [input, prepared] as const)));
  const became = new Map<Prepared, { source: SourceId | undefined; stored: boolean; why: RecordWhy | undefined }[]>();
  const { vault, pool, now, random, tool, interrupted, reason, collection } = options;
  const end = await receive(owner.keys(), {
    ...{ vault, pool, now, random, tool, interrupted, reason, collection, method: 'file', origin: null },
    acknowledge: (input, outcome) => {
      const prepared = owner.get(input);
      if (prepared === undefined) throw new Error('something was received that no record has');
      const source = 'source' in outcome ? outcome.source : undefined;
      const why = 'source' in outcome ? undefined : outcome.reason;
      became.set(prepared, [...(became.get(prepared) ?? []), { source, stored: outcome.type === 'stored', why }]);
    },
  });
  const told: { readonly imported: ImportedRecord; readonly descriptions: readonly DescriptionRecord[] }[] = [];
  for (const prepared of batch) told.push(judge(prepared, became.get(prepared) ?? [], options));
  const kept =
    end.refusal === undefined
      ? await describe(
          vault,
          told.flatMap(({ descriptions }) => descriptions),
          now,
        )
      : end.refusal;
  for (const { imported, descriptions } of told) {
    const checked = { ...imported, digestDiffers: await differs(vault, imported, batch) };
    options.acknowledge(kept !== undefined && descriptions.length > 0 ? { ...checked, outcome: NOT_WRITTEN } : checked);
  }
  return { refusal: kept, diskFull: end.diskFull, interrupted: end.interrupted };
}

/** Whether a record's one file has another digest than its library states: kept all the same, and said. */
async function differs(vault: Vault, { row, sources }: ImportedRecord, batch: readonly Prepared[]): Promise<boolean> {
  const stated = batch.find(({ record }) => record.row === row)?.record.statedSha256;
  const [source, ...others] = sources;
  if (stated === undefined || source === undefined || others.length > 0) return false;
  return (await vault.query('source', { source }))?.record.sha256 !== stated;
}

const NOT_WRITTEN: RecordOutcome = { type: 'refused', why: 'not-written' };

function judge(
  { record, lacking, known }: Prepared,
  became: readonly {
    readonly source: SourceId | undefined;
    readonly stored: boolean;
    readonly why: RecordWhy | undefined;
  }[],
  { from }: ImportOptions,
): { readonly imported: ImportedRecord; readonly descriptions: readonly DescriptionRecord[] } {
  const sources = [...new Set(became.flatMap(({ source }) => source ?? []))];
  const lost = [...lacking, ...became.flatMap(({ why }) => why ?? [])];
  const told = (outcome: RecordOutcome, descriptions: readonly DescriptionRecord[] = []) => ({
    imported: { row: record.row, outcome, sources, lacking: sources.length > 0 ? lost : [], digestDiffers: false },
    descriptions,
  });
  if (sources.length === 0) return told({ type: 'refused', why: lost[0] ?? 'interrupted' });
  const descriptions = sources.map((source) => descriptionOf(source, record, from));
  if (descriptions.some((each) => readDescriptionRecord(each) === undefined))
    return told({ type: 'refused', why: 'too-long' });
  const fresh = descriptions.filter(
    (each) => !known.some((before) => before.source === each.source && saysSame(before, record)),
  );
  if (fresh.length === 0) return told({ type: 'already-here' });
  // A file that was here before is told as that, though what the library says of it is new here and kept.
  const isNew = became.some(({ stored }) => stored) ? 'stored' : 'already-here';
  return told({ type: known.length > 0 ? 'changed' : isNew }, fresh);
}

async function describe(
  vault: Vault,
  descriptions: readonly DescriptionRecord[],
  now: ImportOptions['now'],
): Promise<WriteRefusal | undefined> {
  for (let at = 0; at < descriptions.length; at += MOST_PARTS) {
    const drafts = [sourcesDescribed(descriptions.slice(at, at + MOST_PARTS), now())];
    const kept = await vault.append({ drafts, blobs: [], suggestions: [] });
    if (!kept.ok) return kept.error;
  }
  return undefined;
}

function descriptionOf(source: SourceId, record: LibraryRecord, from: DescriptionOrigin): DescriptionRecord {
  const fields = record.fields.map(({ name, values }) => ({
    name: name.toWellFormed(),
    values: values.map((value) => value.toWellFormed()),
  }));
  return { type: 'description', source, from, item: itemOf(record), fields };
}

/** A name that is longer than a description takes is known by its digest. */
function itemOf({ item }: LibraryRecord): string {
  const name = item.toWellFormed();
  return name.length <= LONGEST_ITEM ? name : `sha256:${createHash('sha256').update(name).digest('hex')}`;
}

const LONGEST_ITEM = 900;

function saysSame(before: DescriptionRecord, { fields }: LibraryRecord): boolean {
  return (
    canonicalJson(before.fields) ===
    canonicalJson(
      fields.map(({ name, values }) => ({
        name: name.toWellFormed(),
        values: values.map((value) => value.toWellFormed()),
      })),
    )
  );
}

function refusedRecord({ row }: LibraryRecord, why: RecordWhy): ImportedRecord {
  return { row, outcome: { type: 'refused', why }, sources: [], lacking: [], digestDiffers: false };
}
