import type { LibraryRefusal } from '../../read/index.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../exit-code.ts';
import type { AnnotationOutcome } from '../importing/import-annotations.ts';
import type { ImportEnd, ImportedRecord, RecordWhy } from '../importing/import-records.ts';
import type { LibraryFilesRefusal } from '../importing/library-files.ts';
import type { LibraryNotRead } from '../importing/library-reading.ts';
import type { SheetWhy } from '../importing/source-sheet.ts';
import { counted } from '../sentences.ts';
import { diskFullStop } from '../system-errors.ts';
import { DAYBOOK } from '../typed.ts';
import { padCells } from './cell-text.ts';
import type { CommandContext } from './context.ts';
import { jsonLine } from './json-line.ts';
import { shortId } from './source-words.ts';

/** What an import came to, counted: the four add up to what was received. */
export interface ImportTally {
  received: number;
  stored: number;
  alreadyHere: number;
  changed: number;
  refused: number;
  readonly refusedBecause: Map<string, number>;
  /** Files that could not be had beside others of their record. */
  lacking: number;
  digestsDiffer: number;
  readonly claims: Map<NonNullable<ImportedRecord['claim']>, number>;
}

/** An empty tally. */
export function newImportTally(): ImportTally {
  return {
    ...{ received: 0, stored: 0, alreadyHere: 0, changed: 0, refused: 0, lacking: 0, digestsDiffer: 0 },
    refusedBecause: new Map(),
    claims: new Map(),
  };
}

type Why = RecordWhy | SheetWhy | Extract<AnnotationOutcome, { type: 'refused' }>['why'];
type Outcome =
  | { readonly type: 'stored' | 'already-here' | 'changed' | 'same' }
  | { readonly type: 'refused'; readonly why: Why };

interface ToldRow {
  readonly row: number;
  readonly outcome: Outcome;
}

interface Switches {
  readonly json: boolean;
  readonly dryRun: boolean;
}

/** Counts one record and prints its line. */
export function tellRecord(
  { terminal }: CommandContext,
  told: ToldRow & Partial<Omit<ImportedRecord, 'outcome'>>,
  tally: ImportTally,
  { json, dryRun }: Switches,
): void {
  const { row, outcome, sources = [], lacking = [], digestDiffers = false, claim } = told;
  tally.received++;
  tally[COUNTED[outcome.type]]++;
  const why = outcome.type === 'refused' ? WHY[outcome.why] : undefined;
  if (why !== undefined) tally.refusedBecause.set(why, (tally.refusedBecause.get(why) ?? 0) + 1);
  tally.lacking += lacking.length;
  if (digestDiffers) tally.digestsDiffer++;
  if (claim !== undefined) tally.claims.set(claim, (tally.claims.get(claim) ?? 0) + 1);
  if (json) {
    const { type, ...more } = outcome;
    terminal.out(
      jsonLine({ row, status: type, ...more, sources, lacking: lacking.length, digestDiffers, claim: claim ?? null }),
    );
    return;
  }
  // Of a sheet that comes back, and of a dry run, what stays as it is needs no line of its own.
  if (outcome.type === 'same' || (dryRun && outcome.type === 'already-here')) return;
  const remarks = [
    ...(why === undefined ? [] : [why]),
    ...('columns' in outcome && Array.isArray(outcome.columns) ? [outcome.columns.join(', ')] : []),
    ...(lacking.length > 0 ? [`${counted(lacking.length, 'file')} of it not to be had`] : []),
    ...(digestDiffers ? ['its file is not the one whose SHA-256 the library states'] : []),
    ...(claim === 'lost' ? ['the quote of its claim does not stand in its file'] : []),
  ];
  const words = dryRun ? FORESEEN[outcome.type] : WORDS[outcome.type];
  const ids = sources.map(shortId).join(' ');
  terminal.out(
    `${padCells(words, 13)} row ${row}${ids === '' ? '' : `  ${ids}`}${remarks.length > 0 ? `  (${remarks.join('; ')})` : ''}`,
  );
}

/** Ends an import: its counts, and the code that they come to. `rows` are told first, when they were not. */
export function tellImport(
  context: CommandContext,
  rows: readonly ToldRow[],
  flags: Switches,
  end?: ImportEnd & { readonly tally: ImportTally; readonly unclaimed: number; readonly unread: number },
): ExitCode | Stop {
  const { terminal } = context;
  const tally = end?.tally ?? newImportTally();
  for (const row of rows) tellRecord(context, row, tally, flags);
  const { received, stored, alreadyHere, changed, refused, refusedBecause, lacking, digestsDiffer, claims } = tally;
  const { unclaimed = 0, unread = 0 } = end ?? {};
  if (flags.json) {
    terminal.out(
      jsonLine({
        receipt: {
          ...{ received, stored, alreadyHere, changed, refused, refusedBecause: Object.fromEntries(refusedBecause) },
          ...{ lacking, digestsDiffer, claims: Object.fromEntries(claims), unclaimed, unread, dryRun: flags.dryRun },
        },
      }),
    );
  } else {
    const verb = flags.dryRun ? 'Would take in' : 'Received';
    terminal.out(
      `${verb} ${received.toLocaleString('en-US')}: ${stored} ${flags.dryRun ? 'new' : 'stored'}, ${alreadyHere} already here, ${changed} changed, ${refused} refused.`,
    );
    for (const [why, count] of refusedBecause) terminal.out(`  refused: ${why} (${count})`);
    if (lacking > 0) terminal.out(`  ${counted(lacking, 'file')} beside others of their records could not be had`);
    if (digestsDiffer > 0)
      terminal.out(`  ${counted(digestsDiffer, 'file')} not the one whose SHA-256 the library states`);
    for (const [what, count] of claims)
      terminal.out(`  claims ${what === 'recorded' ? 'recorded, typed by you' : what}: ${count}`);
    if (unclaimed > 0)
      terminal.out(
        `  ${counted(unclaimed, 'file')} of the library named by no record, and not taken: ${DAYBOOK} add takes them`,
      );
    if (unread > 0)
      terminal.out(`  ${counted(unread, 'entry', 'entries')} of the archive not to be trusted, and not taken`);
    if (flags.dryRun) terminal.out('Nothing was stored: this was a dry run.');
  }
  if (end?.diskFull === true) return diskFullStop();
  if (received === 0) return stop(EXIT.inputRefused, 'There was no record in it.');
  if (refused === received) return EXIT.inputRefused;
  return refused > 0 || lacking > 0 || digestsDiffer > 0 || (claims.get('lost') ?? 0) > 0 ? EXIT.partFailed : EXIT.done;
}

/** Why an export was not read at all, in a sentence. */
export function libraryStop(refusal: LibraryNotRead): Stop {
  if (refusal.type === 'library-not-read')
    return stop(EXIT.partFailed, `${NOT_READ[refusal.reason]} Nothing was stored. Take it in in parts.`);
  const { reason, row } = refusal;
  return stop(
    EXIT.inputRefused,
    `${REFUSED[reason]}${row === undefined ? '' : ` Look at row ${row}.`} Nothing was stored.`,
  );
}

/** Why what was named is no library. */
export const NO_LIBRARY: Readonly<Record<LibraryFilesRefusal['type'], Stop>> = {
  'no-such-library': stop(EXIT.inputRefused, 'There is no such file or folder.'),
  'library-damaged': stop(
    EXIT.inputRefused,
    'The archive is damaged, encrypted, or no ZIP. Unpack it and name the folder.',
  ),
  'library-too-large': stop(EXIT.inputRefused, 'The archive is over 1 GB. Unpack it and name the folder.'),
};

const COUNTED = {
  stored: 'stored',
  'already-here': 'alreadyHere',
  same: 'alreadyHere',
  changed: 'changed',
  refused: 'refused',
} as const;

const WORDS = {
  stored: 'stored',
  'already-here': 'already here',
  same: 'same',
  changed: 'changed',
  refused: 'refused',
};
const FORESEEN = { ...WORDS, stored: 'new' };

const WHY: Readonly<Record<Why, string>> = {
  missing: 'its file is not there',
  'leads-out': 'its file is named outside the library',
  link: 'its file is a link',
  'not-allowed': 'its file may not be read',
  damaged: 'its file is damaged in the archive, or was not to be trusted',
  empty: 'its file is empty',
  'nothing-said': 'nothing is said in it',
  'too-long': 'it says more than is kept of one record',
  interrupted: 'not reached, since it was stopped',
  'not-a-file': 'neither file nor folder',
  'too-deep': 'below too many folders',
  'name-not-utf8': 'its name is not UTF-8',
  changed: 'its file changed while it was read',
  'disk-full': 'the disk is full',
  'not-written': 'the vault took no entry',
  broken: 'something in Daybook broke',
  'no-such-source': 'no source here has this id',
  twice: 'its id stands in an earlier row too',
  'column-fixed': 'a column was changed that only shows what is recorded',
  'no-date': 'its date is none; write 2026-05-03, 2026-05 or 2026',
  veiled: 'a changed cell holds words that are written over; write the sheet with --reveal',
  'no-such-claim': 'no claim here has this id',
  'no-verdict': 'its verdict is not accept, reject or unsure',
  'claim-veiled':
    'its row has protected words as ▒▒▒, and nobody accepts what they did not see: write the sheet with --reveal, or judge the claim at the desk',
  'no-reason': 'a verdict needs a reason of 1 to 2,000 characters',
  'not-an-annotation': 'it is no annotation',
  'no-quote': 'it is on a whole page, and quotes nothing',
  'no-source': 'no stored source has its address or its words',
  lost: 'its words do not stand in the source, or stand there several times alike',
};

const NOT_READ: Readonly<Record<Extract<LibraryNotRead, { type: 'library-not-read' }>['reason'], string>> = {
  'reader-stopped': 'The process that read the export stopped.',
  'reader-too-slow': 'The export took too long to read.',
  'reader-too-large': 'Reading the export took more memory than a reading process may have.',
};

const REFUSED: Readonly<Record<LibraryRefusal['reason'], string>> = {
  damaged: 'The export is damaged, or is not of this kind.',
  'no-table': 'There is no table in it that could be meant. Name the file itself.',
  'several-sheets':
    'Several sheets of the workbook have rows. Say in the mapping which is meant (sheet: its name), or save that one as CSV.',
  'no-records': 'There are no records in it.',
  'too-many': 'It has more than 100,000 records. Take it in in parts.',
  'too-large': 'It is too large: tables and exports are read up to 64 MB. Take it in in parts.',
  'no-such-column': 'A column that is needed is not there: look at the names in the first row.',
  'bad-mapping':
    'The mapping is none: YAML or JSON with title, file, date and so on, each the name of a column (docs/imports.md).',
};
