import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { ok, type Result, refuse } from '../../../base/index.ts';
import { type Library, readTella, readUwazi, type SheetMapping, type TableRows } from '../../../read/index.ts';
import { COLLECTION_NAME_LIMIT, ensureCollection } from '../../collections.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { CLAIM_SHEET, takeClaimSheet } from '../../importing/claim-sheet.ts';
import { importAnnotations } from '../../importing/import-annotations.ts';
import { type ImportedRecord, importRecords } from '../../importing/import-records.ts';
import { type LibraryFiles, openLibrary } from '../../importing/library-files.ts';
import { annotationsIn, type LibraryNotRead, mappingIn, tableIn, zoteroIn } from '../../importing/library-reading.ts';
import { importSheet } from '../../importing/mapped-import.ts';
import { SOURCE_SHEET, takeSourceSheet } from '../../importing/source-sheet.ts';
import { ReadingPool } from '../../reading-pool.ts';
import { counted, vaultSentence } from '../../sentences.ts';
import { errorCode } from '../../system-errors.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags, someText } from '../flags.ts';
import { libraryStop, NO_LIBRARY, newImportTally, tellImport, tellRecord } from '../import-words.ts';
import { vaultFlags, withVault } from '../vault-session.ts';
import { choosePack } from './add.ts';

const KINDS = ['uwazi', 'zotero', 'sheet', 'tella', 'annotations'] as const;
type Kind = (typeof KINDS)[number];

const schema = vaultFlags.extend({
  dryRun: given,
  mapping: z.string().min(1).optional(),
  collection: someText(COLLECTION_NAME_LIMIT).optional(),
  reason: someText(10_000).optional(),
  pack: z.string().min(1).optional(),
  json: given,
});
type ImportFlags = z.infer<typeof schema>;

/** Takes in what people kept in another program, and answers for every record of it. */
export async function importLibrary(
  context: CommandContext,
  { kind: typedKind, path }: { readonly kind: string; readonly path: string },
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const kind = KINDS.find((each) => each === typedKind);
  if (kind === undefined) return stop(EXIT.usage, `Say from where: import ${KINDS.join('|')} PATH`);
  if (flags.value.mapping !== undefined && kind !== 'sheet')
    return stop(EXIT.usage, 'A mapping says which column of a sheet is what: import sheet FILE --mapping FILE');
  const pool = new ReadingPool({ installation: context.installation, most: 1 });
  try {
    const mapping = await mappingOf(context, pool, flags.value.mapping);
    if (!mapping.ok) return mapping.error;
    const request = { kind, path, mapping: mapping.value, pool };
    return await withVault(context, flags.value, (session) => importInto(context, session, request, flags.value));
  } finally {
    await pool.close();
  }
}

interface Request {
  readonly kind: Kind;
  readonly path: string;
  readonly mapping: SheetMapping | undefined;
  /** Reads files of the library: they are parsed beside no key. */
  readonly pool: ReadingPool;
}

const MAPPING_LIMIT = 64 * 1024;

async function mappingOf(
  context: CommandContext,
  pool: ReadingPool,
  file: string | undefined,
): Promise<Result<SheetMapping | undefined, Stop>> {
  if (file === undefined) return ok(undefined);
  try {
    const path = resolve(context.folder, file);
    if (statSync(path).size > MAPPING_LIMIT)
      return refuse(libraryStop({ type: 'library-refused', reason: 'bad-mapping' }));
    const read = await mappingIn(pool, readFileSync(path));
    return read.ok ? read : refuse(libraryStop(read.error));
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return refuse(stop(EXIT.inputRefused, 'The file that --mapping names is not there, or cannot be read.'));
  }
}

async function importInto(
  context: CommandContext,
  session: Session,
  request: Request,
  flags: ImportFlags,
): Promise<ExitCode | Stop> {
  const { installation } = context;
  const vault = resolve(context.folder, session.folder);
  const opened = await openLibrary(resolve(context.folder, request.path), { vault, installation });
  if (!opened.ok) return NO_LIBRARY[opened.error.type];
  const { files, main } = opened.value;
  try {
    switch (request.kind) {
      case 'annotations':
        return await takeAnnotations(context, session, { ...request, files, main }, flags);
      case 'sheet':
        return await takeSheet(context, session, { ...request, files, main }, flags);
      default: {
        const { kind } = request;
        const library = await libraryIn(kind, { ...request, files, main });
        if (!library.ok) return libraryStop(library.error);
        const { records, unclaimed } = library.value;
        return await takeRecords(context, session, flags, async (run) => {
          const end = await importRecords(records, files, { ...run, from: kind });
          return ok({ ...end, unclaimed: unclaimed.length, unread: files.unread.length });
        });
      }
    }
  } finally {
    await files.close();
  }
}

/** A request with what was found where it points; `main` is the export itself, when that was named. */
interface Opened extends Request {
  readonly files: LibraryFiles;
  readonly main: string | undefined;
}

async function takeAnnotations(
  context: CommandContext,
  { vault, folder }: Session,
  { files, main, pool }: Opened,
  flags: ImportFlags,
): Promise<ExitCode | Stop> {
  const bytes = await bytesAt(files, main ?? onlyFile(files, /\.json(?:ld)?$/i));
  if (!bytes.ok) return libraryStop(bytes.error);
  const read = await annotationsIn(pool, bytes.value);
  if (!read.ok) return libraryStop(read.error);
  const done = await importAnnotations(vault, read.value, { dryRun: flags.dryRun, now: context.now });
  return done.ok ? tellImport(context, done.value, flags) : vaultSentence(done.error, folder);
}

async function takeSheet(
  context: CommandContext,
  session: Session,
  { files, main, pool, mapping }: Opened,
  flags: ImportFlags,
): Promise<ExitCode | Stop> {
  const { vault, folder } = session;
  const { now, random } = context;
  const table = await tableAt(pool, files, main ?? onlyTable(files), mapping?.sheet);
  if (!table.ok) return libraryStop(table.error);
  if (mapping !== undefined)
    return takeRecords(context, session, flags, (run) => importSheet(table.value, mapping, files, { ...run, vault }));
  const [first] = table.value.header;
  const options = { dryRun: flags.dryRun, now, random };
  if (first === SOURCE_SHEET) {
    const done = await takeSourceSheet(vault, table.value, options);
    return done.ok ? tellImport(context, done.value, flags) : vaultSentence(done.error, folder);
  }
  if (first === CLAIM_SHEET) {
    const done = await takeClaimSheet(vault, table.value, options);
    return done.ok ? tellImport(context, done.value, flags) : vaultSentence(done.error, folder);
  }
  return stop(
    EXIT.usage,
    'This sheet is none that Daybook wrote, so say which column is what: import sheet FILE --mapping FILE',
  );
}

type Run = Omit<Parameters<typeof importRecords>[2], 'from'>;
interface RunEnd extends Awaited<ReturnType<typeof importRecords>> {
  readonly unclaimed: number;
  readonly unread: number;
}

/** Runs an import of records with what an intake needs, and tells what became of each. */
async function takeRecords(
  context: CommandContext,
  { vault, folder }: Session,
  flags: ImportFlags,
  take: (run: Run) => Promise<Result<RunEnd, LibraryNotRead>>,
): Promise<ExitCode | Stop> {
  const { terminal, now, random } = context;
  const pack = choosePack(context, flags.pack);
  if (!pack.ok) return pack.error;
  const collection =
    flags.collection === undefined || flags.dryRun
      ? undefined
      : await ensureCollection(vault, flags.collection, { now, random });
  if (collection?.ok === false) return vaultSentence(collection.error, folder);
  const pool = new ReadingPool({ installation: context.installation, pack: pack.value.files });
  const records: ImportedRecord[] = [];
  const tally = newImportTally();
  try {
    const end = await context.interruptible((interrupted) =>
      take({
        ...{ vault, pool, now, random, interrupted, dryRun: flags.dryRun },
        tool: { name: 'daybook', version: context.version },
        reason: flags.reason ?? null,
        collection: collection?.value,
        acknowledge: (record) => {
          records.push(record);
          tellRecord(context, record, tally, flags);
          terminal.progress(`${counted(records.length, 'record')} so far …`);
        },
      }),
    );
    terminal.progress('');
    if (!end.ok) return libraryStop(end.error);
    if (end.value.refusal !== undefined) return vaultSentence(end.value.refusal, folder);
    return tellImport(context, [], flags, { tally, ...end.value });
  } finally {
    await pool.close();
  }
}

async function libraryIn(
  kind: 'tella' | 'uwazi' | 'zotero',
  { files, main, pool }: Opened,
): Promise<Result<Library, LibraryNotRead>> {
  switch (kind) {
    case 'tella': {
      const isTable = (path: string): boolean => /\.csv$/i.test(path);
      const tables: { path: string; table: TableRows }[] = [];
      for (const path of main === undefined ? files.paths.filter(isTable) : [main]) {
        const table = await tableAt(pool, files, path);
        if (!table.ok) return table;
        tables.push({ path, table: table.value });
      }
      const others = files.paths.filter((path) => !isTable(path));
      return ok(readTella(tables, others));
    }
    case 'uwazi': {
      const named = main ?? files.paths.find((path) => path.endsWith('import.csv')) ?? onlyTable(files);
      const table = await tableAt(pool, files, named);
      return table.ok
        ? readUwazi(
            table.value,
            files.paths.filter((path) => path !== named),
          )
        : table;
    }
    case 'zotero': {
      const named = main ?? onlyFile(files, /\.rdf$/i) ?? onlyFile(files, /^[^/]*\.json$/i);
      const bytes = await bytesAt(files, named);
      return bytes.ok
        ? zoteroIn(
            pool,
            bytes.value,
            files.paths.filter((path) => path !== named),
          )
        : bytes;
    }
  }
}

async function tableAt(
  pool: ReadingPool,
  files: LibraryFiles,
  path: string | undefined,
  sheet?: string,
): Promise<Result<TableRows, LibraryNotRead>> {
  const bytes = await bytesAt(files, path);
  return bytes.ok ? tableIn(pool, bytes.value, { fileName: path ?? '', sheet }) : bytes;
}

async function bytesAt(files: LibraryFiles, path: string | undefined): Promise<Result<Uint8Array, LibraryNotRead>> {
  const bytes = path === undefined ? undefined : await files.bytes(path);
  if (bytes?.ok === true) return bytes;
  const reason = bytes?.error.type === 'too-large' ? 'too-large' : 'no-table';
  return refuse({ type: 'library-refused', reason });
}

/** The one file of a kind; undefined when there is none, or when nobody can tell which is meant. */
function onlyFile({ paths }: LibraryFiles, kind: RegExp): string | undefined {
  const found = paths.filter((path) => kind.test(path));
  return found.length === 1 ? found[0] : undefined;
}

/** The one table: a workbook beside a table of characters is an attachment of it. */
function onlyTable(files: LibraryFiles): string | undefined {
  return onlyFile(files, /\.(?:csv|tsv)$/i) ?? onlyFile(files, /\.(?:xlsx|ods)$/i);
}
