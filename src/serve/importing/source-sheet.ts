import { type CollectionId, ok, parseSourceId, type Result, type SourceId } from '../../base/index.ts';
import { type DescriptionRecord, readDescriptionRecord } from '../../preserve/index.ts';
import { isRealDate, plainCell, type TableRows, VEIL } from '../../read/index.ts';
import type { SourceRow, Vault, WriteRefusal } from '../../vault/index.ts';
import type { Clock } from '../clock.ts';
import { ensureCollection, fillCollection } from '../collections.ts';
import { MOST_PARTS, sourcesDescribed } from '../drafts.ts';
import { eachSource, mentionsOf } from '../stored-readings.ts';
import type { RandomBytes } from '../subjects.ts';
import { veilWords } from '../veil-words.ts';

/** First cell of a sheet of sources: by it the sheet is known again. */
export const SOURCE_SHEET = 'daybook source';

/** What people may change in a sheet of sources, and what is there to be looked at. */
const EDITABLE = ['title', 'author', 'publisher', 'date', 'language', 'address', 'tags', 'collections'] as const;
const SHOWN = ['file', 'added', 'length'] as const;
type Editable = (typeof EDITABLE)[number];

/** Between several values of one cell. */
const BETWEEN = ' | ';

/** The rows of a sheet of sources, the header first. Protected words are written over unless they are asked for. */
export async function sourceSheet(
  vault: Vault,
  options: { readonly collection: CollectionId | undefined; readonly reveal: boolean },
): Promise<{ readonly rows: readonly (readonly string[])[]; readonly sources: readonly SourceId[] }> {
  const rows: string[][] = [[SOURCE_SHEET, ...EDITABLE, ...SHOWN]];
  const sources: SourceId[] = [];
  for await (const row of eachSource(vault, options.collection)) {
    const { cells } = await cellsOf(vault, row, options.reveal);
    rows.push([row.source, ...EDITABLE.map((name) => cells[name]), ...SHOWN.map((name) => cells[name])]);
    sources.push(row.source);
  }
  return { rows, sources };
}

/** What a row of an edited sheet comes to. */
export interface SheetRow {
  readonly row: number;
  readonly outcome:
    | { readonly type: 'same' }
    | { readonly type: 'changed'; readonly source: SourceId; readonly columns: readonly Editable[] }
    | { readonly type: 'refused'; readonly why: SheetWhy };
}

export type SheetWhy =
  | 'no-such-source'
  | 'twice'
  | 'column-fixed'
  | 'no-date'
  | 'veiled'
  | 'too-long'
  | 'interrupted'
  /** Sheets of claims. */
  | 'no-such-claim'
  | 'no-verdict'
  /** A verdict on words that the sheet has written over. */
  | 'claim-veiled'
  | 'no-reason';

/**
 * Compares an edited sheet with what it would say now, and, unless it is a dry run, keeps the differences: what is said of a source as
 * a description, its collections as memberships. Columns that are not there, and sources without a row, stay as they are.
 */
export async function takeSourceSheet(
  vault: Vault,
  { header, rows }: TableRows,
  options: { readonly dryRun: boolean; readonly now: Clock; readonly random: RandomBytes },
): Promise<Result<readonly SheetRow[], WriteRefusal>> {
  const seen = new Set<string>();
  const judged: Judged[] = [];
  for (const { row, cells } of rows) {
    const edited = new Map(header.map((name, i) => [name, plainCell(cells[i] ?? '').replaceAll('\r\n', '\n')]));
    const id = (edited.get(SOURCE_SHEET) ?? '').trim();
    judged.push(seen.has(id) ? { row, outcome: refusedBy('twice') } : await judge(vault, row, id, edited));
    seen.add(id);
  }
  if (!options.dryRun) {
    const kept = await keep(vault, judged, options);
    if (!kept.ok) return kept;
  }
  return ok(judged.map(({ row, outcome }) => ({ row, outcome })));
}

interface Judged extends SheetRow {
  readonly description?: DescriptionRecord;
  readonly collections?: { readonly before: readonly string[]; readonly after: readonly string[] };
}

function refusedBy(why: SheetWhy): SheetRow['outcome'] {
  return { type: 'refused', why };
}

async function judge(vault: Vault, row: number, id: string, edited: ReadonlyMap<string, string>): Promise<Judged> {
  const source = parseSourceId(id);
  const found = source && (await vault.query('source', { source }));
  if (found === undefined) return { row, outcome: refusedBy('no-such-source') };
  const told = await cellsOf(vault, found, false);
  const whole = await cellsOf(vault, found, true);
  // A sheet shows words or writes over them: a cell is the same when it is as either of them.
  const differs = (name: Editable | (typeof SHOWN)[number]): boolean => {
    const cell = edited.get(name);
    return cell !== undefined && cell !== told.cells[name] && cell !== whole.cells[name];
  };
  if (SHOWN.some(differs)) return { row, outcome: refusedBy('column-fixed') };
  const columns = EDITABLE.filter(differs);
  if (columns.length === 0) return { row, outcome: { type: 'same' } };
  const cellOf = (name: Editable): string => (edited.get(name) ?? '').trim();
  if (columns.some((name) => cellOf(name).includes(VEIL))) return { row, outcome: refusedBy('veiled') };
  if (columns.includes('date') && cellOf('date') !== '' && !isRealDate(cellOf('date')))
    return { row, outcome: refusedBy('no-date') };
  const described = columns.filter((name) => name !== 'collections');
  const fields = [
    ...whole.said.filter(({ name }) => !described.some((column) => column === name)),
    ...described.map((name) => ({ name, values: valuesIn(cellOf(name)) })),
  ];
  const description: DescriptionRecord = {
    type: 'description',
    source: found.source,
    from: 'sheet',
    item: found.source,
    fields,
  };
  if (readDescriptionRecord(description) === undefined) return { row, outcome: refusedBy('too-long') };
  return {
    row,
    outcome: { type: 'changed', source: found.source, columns },
    ...(described.length > 0 && { description }),
    ...(columns.includes('collections') && {
      collections: { before: whole.collections, after: valuesIn(cellOf('collections')).filter((name) => name !== '') },
    }),
  };
}

/** A cell that was emptied is said to be empty: what the source says of itself does not come back. */
function valuesIn(cell: string): readonly string[] {
  const values = cell
    .split('|')
    .map((value) => value.trim())
    .filter((value) => value !== '');
  return values.length === 0 ? [''] : values;
}

async function keep(
  vault: Vault,
  judged: readonly Judged[],
  outside: { readonly now: Clock; readonly random: RandomBytes },
): Promise<Result<undefined, WriteRefusal>> {
  const records = judged.flatMap(({ description }) => description ?? []);
  for (let at = 0; at < records.length; at += MOST_PARTS) {
    const drafts = [sourcesDescribed(records.slice(at, at + MOST_PARTS), outside.now())];
    const kept = await vault.append({ drafts, blobs: [], suggestions: [] });
    if (!kept.ok) return kept;
  }
  for (const { outcome, collections } of judged) {
    if (outcome.type !== 'changed' || collections === undefined) continue;
    const { before, after } = collections;
    for (const name of new Set([...before, ...after])) {
      if (before.includes(name) === after.includes(name)) continue;
      const collection = await ensureCollection(vault, name, outside);
      if (!collection.ok) return collection;
      const filled = await fillCollection(vault, collection.value, [outcome.source], {
        member: after.includes(name),
        now: outside.now,
      });
      if (!filled.ok) return filled;
    }
  }
  return ok(undefined);
}

interface Cells {
  readonly cells: Readonly<Record<Editable | (typeof SHOWN)[number], string>>;
  /** What a sheet said of the source before. */
  readonly said: DescriptionRecord['fields'];
  readonly collections: readonly string[];
}

/** What a row says of a source: what people said of it in a sheet, else elsewhere, else what it says of itself. */
async function cellsOf(vault: Vault, row: SourceRow, reveal: boolean): Promise<Cells> {
  const { source, record, layer } = row;
  const [descriptions, collections, mentions] = await Promise.all([
    vault.query('descriptions', { source }),
    vault.query('collectionsOf', { source }),
    reveal ? [] : mentionsOf(vault, row),
  ]);
  const said = descriptions.findLast(({ from }) => from === 'sheet')?.fields ?? [];
  const elsewhere = descriptions.filter(({ from }) => from !== 'sheet').flatMap(({ fields }) => fields);
  const stated = (name: Editable, own: string | undefined): string => {
    const field = said.find((each) => each.name === name) ?? elsewhere.find((each) => each.name.toLowerCase() === name);
    return field?.values.join(BETWEEN) ?? own ?? '';
  };
  const { title, author, publisher, date, language, address } = layer?.metadata ?? {};
  const plain = (text: string): string => (text === '' ? '' : oneCell(veilWords(text, mentions)));
  return {
    cells: {
      title: plain(stated('title', title?.value)),
      author: plain(stated('author', author?.value)),
      publisher: plain(stated('publisher', publisher?.value)),
      date: oneCell(stated('date', date?.value)),
      language: oneCell(stated('language', language?.value)),
      address: plain(stated('address', record.origin ?? address?.value)),
      tags: plain(stated('tags', undefined)),
      collections: oneCell(collections.join(BETWEEN)),
      file: plain(record.fileName),
      added: record.capturedAt,
      length: String(record.length),
    },
    said,
    collections,
  };
}

/** Line ends as every spreadsheet gives them back. */
function oneCell(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
