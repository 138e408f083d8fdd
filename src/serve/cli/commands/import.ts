import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { ok, type Result, refuse } from '../../../base/index.ts';
import {
  csvRows,
  type Library,
  type LibraryRefusal,
  readAnnotations,
  readMapping,
  readTella,
  readUwazi,
  readZotero,
  type SheetMapping,
} from '../../../read/index.ts';
import { COLLECTION_NAME_LIMIT, ensureCollection } from '../../collections.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { CLAIM_SHEET, takeClaimSheet } from '../../importing/claim-sheet.ts';
import { importAnnotations } from '../../importing/import-annotations.ts';
import { type ImportedRecord, importRecords } from '../../importing/import-records.ts';
import { type LibraryFiles, openLibrary } from '../../importing/library-files.ts';
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
  const mapping = mappingOf(context, flags.value.mapping);
  if (!mapping.ok) return mapping.error;
  return withVault(context, flags.value, (session) =>
    importInto(context, session, { kind, path, mapping: mapping.value }, flags.value),
  );
}

interface Request {
  readonly kind: Kind;
  readonly path: string;
  readonly mapping: SheetMapping | undefined;
}

const MAPPING_LIMIT = 64 * 1024;

function mappingOf(context: CommandContext, file: string | undefined): Result<SheetMapping | undefined, Stop> {
  if (file === undefined) return ok(undefined);
  try {
    const path = resolve(context.folder, file);
    if (statSync(path).size > MAPPING_LIMIT)
      return refuse(libraryStop({ type: 'library-refused', reason: 'bad-mapping' }));
    const read = readMapping(readFileSync(path, 'utf8'));
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
  const { vault, folder } = session;
  const { now, random } = context;
  const opened = await openLibrary(resolve(context.folder, request.path), resolve(context.folder, folder));
  if (!opened.ok) return NO_LIBRARY[opened.error.type];
  const { files, main } = opened.value;
  const table = async (path: string | undefined): Promise<Result<Uint8Array, Stop>> => {
    const bytes = path === undefined ? undefined : await files.bytes(path);
    return bytes?.ok === true ? bytes : refuse(libraryStop({ type: 'library-refused', reason: 'no-table' }));
  };
  if (request.kind === 'annotations') {
    const bytes = await table(main ?? onlyFile(files, /\.json(?:ld)?$/i));
    if (!bytes.ok) return bytes.error;
    const read = readAnnotations(bytes.value);
    if (!read.ok) return libraryStop(read.error);
    const done = await importAnnotations(vault, read.value, { dryRun: flags.dryRun, now });
    return done.ok ? tellImport(context, done.value, flags) : vaultSentence(done.error, folder);
  }
  if (request.kind === 'sheet') {
    const bytes = await table(main ?? onlyFile(files, /\.(?:csv|tsv)$/i));
    if (!bytes.ok) return bytes.error;
    const rows = csvRows(bytes.value);
    if (!rows.ok) return libraryStop(rows.error);
    const [first] = rows.value.header;
    const options = { dryRun: flags.dryRun, now, random };
    if (request.mapping === undefined && first === SOURCE_SHEET) {
      const done = await takeSourceSheet(vault, rows.value, options);
      return done.ok ? tellImport(context, done.value, flags) : vaultSentence(done.error, folder);
    }
    if (request.mapping === undefined && first === CLAIM_SHEET) {
      const done = await takeClaimSheet(vault, rows.value, options);
      return done.ok ? tellImport(context, done.value, flags) : vaultSentence(done.error, folder);
    }
    if (request.mapping === undefined)
      return stop(
        EXIT.usage,
        'This sheet is none that Daybook wrote, so say which column is what: import sheet FILE --mapping FILE',
      );
    const { mapping } = request;
    return takeRecords(context, session, flags, (run) => importSheet(rows.value, mapping, files, { ...run, vault }));
  }
  const library = await libraryIn(request.kind, files, main, table);
  if (!library.ok) return library.error;
  const { kind } = request;
  return takeRecords(context, session, flags, async (run) => {
    const end = await importRecords(library.value.records, files, { ...run, from: kind });
    return ok({ ...end, unclaimed: library.value.unclaimed.length, unread: files.unread.length });
  });
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
  take: (run: Run) => Promise<Result<RunEnd, LibraryRefusal>>,
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
  kind: Exclude<Kind, 'annotations' | 'sheet'>,
  files: LibraryFiles,
  main: string | undefined,
  table: (path: string | undefined) => Promise<Result<Uint8Array, Stop>>,
): Promise<Result<Library, Stop>> {
  const read = await readLibrary(kind, files, main, table);
  if (read.ok) return read;
  return 'type' in read.error && read.error.type === 'library-refused'
    ? refuse(libraryStop(read.error))
    : refuse(read.error);
}

async function readLibrary(
  kind: Exclude<Kind, 'annotations' | 'sheet'>,
  files: LibraryFiles,
  main: string | undefined,
  table: (path: string | undefined) => Promise<Result<Uint8Array, Stop>>,
): Promise<Result<Library, LibraryRefusal | Stop>> {
  if (kind === 'tella') {
    const isTable = (path: string): boolean => /\.csv$/i.test(path);
    const tables: { path: string; bytes: Uint8Array }[] = [];
    for (const path of main === undefined ? files.paths.filter(isTable) : [main]) {
      const bytes = await table(path);
      if (!bytes.ok) return bytes;
      tables.push({ path, bytes: bytes.value });
    }
    return readTella(
      tables,
      files.paths.filter((path) => !isTable(path)),
    );
  }
  const named =
    kind === 'uwazi'
      ? (main ?? files.paths.find((path) => path.endsWith('import.csv')) ?? onlyFile(files, /\.csv$/i))
      : (main ?? onlyFile(files, /\.rdf$/i) ?? onlyFile(files, /^[^/]*\.json$/i));
  const bytes = await table(named);
  if (!bytes.ok) return bytes;
  const others = files.paths.filter((path) => path !== named);
  return kind === 'uwazi' ? readUwazi(bytes.value, others) : readZotero(bytes.value, others);
}

/** The one file of a kind; undefined when there is none, or when nobody can tell which is meant. */
function onlyFile({ paths }: LibraryFiles, kind: RegExp): string | undefined {
  const found = paths.filter((path) => kind.test(path));
  return found.length === 1 ? found[0] : undefined;
}
