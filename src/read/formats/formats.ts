import type { Result } from '../../base/index.ts';
import type { FormatHints, FormatReading, FormatRefusal } from './format.ts';

/** Reads bytes of one format. */
export type FormatReader = (
  bytes: Uint8Array,
  hints: FormatHints,
) => Result<FormatReading, FormatRefusal> | Promise<Result<FormatReading, FormatRefusal>>;

export const FORMAT_NAMES = [
  'pdf',
  'docx',
  'odt',
  'xlsx',
  'ods',
  'csv',
  'subtitles',
  'mail',
  'mbox',
  'zip',
  'tar',
  'gzip',
  'image',
  'rtf',
  'epub',
  'hwpx',
  'json',
  'mhtml',
  'singlefile',
  'warc',
  'wacz',
] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];

/** A format that is read, in the words of `daybook formats`. */
export interface Format {
  readonly name: FormatName;
  readonly title: string;
  readonly extensions: readonly string[];
  /** Bytes above which the file is kept and not read. */
  readonly byteLimit: number;
  /** Whether it is made to hold files: one that could not be read through when it came is opened again for them. Others may hold some too. */
  readonly holdsFiles?: true;
  /** What is read of it, and how well. */
  readonly reads: string;
  readonly load: () => Promise<FormatReader>;
}

const MEBI = 1024 * 1024;
/** Largest file of any format that is held in memory to be read. */
const LARGEST = 128 * MEBI;

/**
 * Every format that is read besides plain text, Markdown and HTML, which have readers of their own (`readLayer`). A reader is
 * loaded when a file asks for it.
 */
export const FORMATS: readonly Format[] = [
  {
    name: 'pdf',
    title: 'PDF',
    extensions: ['pdf'],
    byteLimit: LARGEST,
    reads: 'the text layer with the place of each line; pages without one are named and offered for recognition',
    load: async () => (await import('./pdf.ts')).readPdf,
  },
  {
    name: 'docx',
    title: 'Word',
    extensions: ['docx', 'docm'],
    byteLimit: LARGEST,
    reads: 'text, tables, notes, comments and headers; tracked deletions are left out and counted, macros never run',
    load: async () => (await import('./docx.ts')).readDocx,
  },
  {
    name: 'odt',
    title: 'OpenDocument text',
    extensions: ['odt'],
    byteLimit: LARGEST,
    reads: 'text, tables, notes and comments',
    load: async () => (await import('./odt.ts')).readOdt,
  },
  {
    name: 'xlsx',
    title: 'Excel',
    extensions: ['xlsx', 'xlsm'],
    byteLimit: LARGEST,
    reads: 'rows of every sheet, hidden ones too; results of formulas as they were last stored',
    load: async () => (await import('./xlsx.ts')).readXlsx,
  },
  {
    name: 'ods',
    title: 'OpenDocument sheet',
    extensions: ['ods'],
    byteLimit: LARGEST,
    reads: 'rows of every sheet, hidden ones too',
    load: async () => (await import('./ods.ts')).readOds,
  },
  {
    name: 'csv',
    title: 'CSV and TSV',
    extensions: ['csv', 'tsv', 'tab'],
    byteLimit: 64 * MEBI,
    reads: 'rows, with separator and encoding told from the bytes',
    load: async () => (await import('./csv.ts')).readCsv,
  },
  {
    name: 'subtitles',
    title: 'Subtitles',
    extensions: ['srt', 'vtt'],
    byteLimit: 64 * MEBI,
    reads: 'cues with their times and named speakers',
    load: async () => (await import('./subtitles.ts')).readSubtitles,
  },
  {
    name: 'mail',
    title: 'Mail',
    extensions: ['eml'],
    holdsFiles: true,
    byteLimit: LARGEST,
    reads:
      'named headers and the body in the encodings of Korea, China and Japan; attachments become sources of their own',
    load: async () => (await import('./mail.ts')).readMail,
  },
  {
    name: 'mbox',
    title: 'Mailbox',
    extensions: ['mbox'],
    holdsFiles: true,
    byteLimit: LARGEST,
    reads: 'each mail becomes a source of its own',
    load: async () => (await import('./mbox.ts')).readMbox,
  },
  {
    name: 'zip',
    title: 'ZIP archive',
    extensions: ['zip'],
    holdsFiles: true,
    byteLimit: LARGEST,
    reads: 'each file becomes a source of its own; what would leave its folder, or grow without end, is left and named',
    load: async () => (await import('./zip.ts')).readZip,
  },
  {
    name: 'tar',
    title: 'TAR archive',
    extensions: ['tar'],
    holdsFiles: true,
    byteLimit: LARGEST,
    reads: 'each file becomes a source of its own; links are left and named',
    load: async () => (await import('./tar.ts')).readTar,
  },
  {
    name: 'gzip',
    title: 'gzip',
    extensions: ['gz', 'tgz'],
    holdsFiles: true,
    byteLimit: LARGEST,
    reads: 'the file inside becomes a source of its own',
    load: async () => (await import('./gzip.ts')).readGzip,
  },
  {
    name: 'image',
    title: 'Image',
    extensions: ['png', 'jpg', 'jpeg', 'gif', 'tif', 'tiff', 'webp'],
    byteLimit: 64 * MEBI,
    reads:
      'words recognised in it, in English, Chinese and Korean, marked as recognised; where it was taken is never shown',
    load: async () => (await import('./image.ts')).readImage,
  },
  {
    name: 'rtf',
    title: 'Rich Text Format',
    extensions: ['rtf'],
    byteLimit: 64 * MEBI,
    reads: 'text and tables, in the code pages of Korea, China and Japan',
    load: async () => (await import('./rtf.ts')).readRtf,
  },
  {
    name: 'epub',
    title: 'EPUB',
    extensions: ['epub'],
    byteLimit: LARGEST,
    reads: 'chapters in the order of the book; a book that is locked is not read',
    load: async () => (await import('./epub.ts')).readEpub,
  },
  {
    name: 'hwpx',
    title: 'Hangul document (HWPX)',
    extensions: ['hwpx'],
    byteLimit: LARGEST,
    reads: 'paragraphs and tables; the older HWP is kept and not read',
    load: async () => (await import('./hwpx.ts')).readHwpx,
  },
  {
    name: 'json',
    title: 'JSON',
    extensions: ['json', 'jsonl', 'ndjson'],
    byteLimit: 64 * MEBI,
    reads: 'texts and numbers, each with its path; JSON Lines too',
    load: async () => (await import('./json.ts')).readJson,
  },
  {
    name: 'mhtml',
    title: 'Saved page (MHTML)',
    extensions: ['mhtml', 'mht'],
    holdsFiles: true,
    byteLimit: LARGEST,
    reads: 'the text of the page with its address and day; nothing is fetched and no script run',
    load: async () => (await import('./mhtml.ts')).readMhtml,
  },
  {
    name: 'singlefile',
    title: 'Saved page (SingleFile)',
    extensions: ['html'],
    byteLimit: 64 * MEBI,
    reads: 'the text of the page with its address and when it was saved; no script is run',
    load: async () => (await import('./saved-page.ts')).readSingleFile,
  },
  {
    name: 'warc',
    title: 'Web archive (WARC)',
    extensions: ['warc'],
    holdsFiles: true,
    byteLimit: LARGEST,
    reads: 'each page becomes a source with its address and the instant that the archive states; digests are checked',
    load: async () => (await import('./warc.ts')).readWarc,
  },
  {
    name: 'wacz',
    title: 'Web archive (WACZ)',
    extensions: ['wacz'],
    holdsFiles: true,
    byteLimit: LARGEST,
    reads: 'as WARC; digests and signature are checked, and what differs is not read',
    load: async () => (await import('./wacz.ts')).readWacz,
  },
];

/** The row of a format; undefined for one that no reader is there for. */
export function formatNamed(name: FormatName): Format | undefined {
  return FORMATS.find((format) => format.name === name);
}

/** Bytes of the largest file that any format is read from. */
export const FILE_LIMIT: number = Math.max(...FORMATS.map(({ byteLimit }) => byteLimit));
