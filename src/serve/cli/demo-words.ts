import { heldBackLine } from '../../brief/index.ts';
import type { Vault } from '../../vault/index.ts';
import type { WrittenBrief } from '../brief-drafting.ts';
import { DEMO_FIGURES, DEMO_QUERY } from '../data/demo-figures.ts';
import { chainWords, claimViews, DATE_MARK, figureRows } from '../figure-view.ts';
import type { IntakeEnd } from '../intake.ts';
import { counted, sizeWords } from '../sentences.ts';
import { eachSource, readSourceOf } from '../stored-readings.ts';
import { DAYBOOK } from '../typed.ts';
import type { Verdict } from '../verification.ts';
import { cellsOf, oneLine, wrapCells } from './cell-text.ts';
import { faultWords } from './fault-words.ts';
import type { IntakeTally } from './intake-words.ts';
import { tableLines } from './table.ts';

/** Cells before the words of a section. */
const INDENT = 7;

/** The first line of all. */
export function introduction(shown: string): string {
  return `Daybook on invented documents, in ${shown}: what it keeps, reads, drafts and checks.`;
}

/** A section: its name in the margin, its lines beside it; lines that are too long are wrapped. */
export function section(title: string, lines: readonly string[], cells: number): readonly string[] {
  const wrapped = lines.flatMap((line) => (cellsOf(line) <= cells - INDENT ? [line] : wrapCells(line, cells - INDENT)));
  return ['', ...wrapped.map((line, i) => `${(i === 0 ? title : '').padEnd(INDENT)}${line}`.trimEnd())];
}

/** What was kept, in which languages, and where the log ends. */
export async function keepLines(
  vault: Vault,
  { receipt }: IntakeEnd,
  tally: IntakeTally,
  bytes: number,
): Promise<readonly string[]> {
  const { received, stored, alreadyHere, refused, failed } = receipt;
  const { heads } = await vault.query('status', undefined);
  const head = heads.find(({ device }) => device === vault.device);
  const languages = [...tally.languages].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return [
    `${received} files received: ${stored} stored, ${alreadyHere} already here, ${refused} refused, ${failed} failed (${sizeWords(bytes)})`,
    `in ${languages.map(([tag, count]) => `${languageName(tag)} ${count}`).join(', ')}`,
    `Each is encrypted as it came, fixed by two digests, and stands in a log of ${head?.size ?? 0} signed entries.`,
    `Head of the log: ${head?.root.slice(0, 16) ?? 'missing'}… Kept elsewhere too, it shows later changes.`,
  ];
}

/** What was read: how much, and a table of figures that need telling apart. */
export async function readLines(vault: Vault, cells: number): Promise<readonly string[]> {
  const picked = new Map<string, readonly string[]>();
  let documents = 0;
  let figures = 0;
  for await (const row of eachSource(vault)) {
    documents += row.layer?.documents ?? 0;
    const read = await readSourceOf(vault, row);
    if (read === undefined) continue;
    for (const view of claimViews(read.layer, read.reading, { reveal: false })) {
      figures += view.quantity.length;
      for (const [i, quantity] of view.quantity.entries()) {
        const wanted = DEMO_FIGURES.find(
          ({ file, stated }) => file === row.record.fileName && quantity.stated.includes(stated),
        );
        const figure = figureRows(view)[i];
        const key = `${wanted?.file} ${wanted?.stated}`;
        if (wanted === undefined || figure === undefined || picked.has(key)) continue;
        picked.set(
          key,
          [figure.value, figure.counts, chainWords(figure), figure.when, figure.where, wanted.file.slice(0, 2)].map(
            oneLine,
          ),
        );
      }
    }
  }
  const rows = DEMO_FIGURES.map(({ file, stated }) => picked.get(`${file} ${stated}`)).filter(
    (row) => row !== undefined,
  );
  return [
    `${counted(documents, 'document')} in these files (a page can hold several), ${counted(figures, 'figure')}, each with its passage.`,
    'They are suggestions, not reviewed by anybody, and count for nothing until then. Some:',
    ...tableLines(COLUMNS, rows, { cells: cells - INDENT, rowLines: 2 }),
    DATE_MARK,
  ];
}

const COLUMNS = [
  { heading: 'how many', least: 17, most: 26 },
  { heading: 'of what', least: 10, most: 28 },
  { heading: 'who said so', least: 14, most: 34 },
  { heading: 'when', least: 11, most: 14 },
  { heading: 'where', least: 10, most: 18 },
  { heading: 'in' },
] as const;

/** What was drafted and what was not. */
export function briefLines({ draft, sentences }: WrittenBrief, files: readonly string[]): readonly string[] {
  return [
    `A draft about “${DEMO_QUERY}”: ${counted(sentences, 'sentence')}, each citing source, date, chain and passage.`,
    ...files.map((file) => oneLine(file)),
    heldBackLine(draft),
  ];
}

/** What was checked, in one look. */
export function checkLines({ record, blobs, condition, names }: Verdict): readonly string[] {
  const { counts } = record;
  const n = (value: number): string => value.toLocaleString('en-US');
  const faults = [...record.faults, ...blobs.faults];
  return [
    `verify read ${n(counts.entries)} entries, ${n(counts.signatures)} signatures, ${n(counts.bodies)} parts, ${n(counts.projectionRows)} rows`,
    `and the bytes of ${counted(blobs.blobs, 'file')}: ${faults.length === 0 && condition.type === 'sound' ? 'everything is as it was kept' : `${counted(faults.length, 'fault')}`}`,
    ...faults.slice(0, 3).map((fault) => faultWords(fault, names)),
  ];
}

/** What to type now. */
export function nextLines(shown: string): readonly string[] {
  return [
    `${DAYBOOK} open ${shown}/vault --passphrase-file ${shown}/passphrase.txt`,
    'opens it; then type: show, figures, brief --about "guest card", verify, help',
    `${DAYBOOK} init`,
    'makes a vault of your own; its passphrase is shown once and kept nowhere.',
    'The passphrase of this demo lies beside it. Never do that with a vault that matters.',
  ];
}

function languageName(tag: string): string {
  return LANGUAGES[tag] ?? tag;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  en: 'English',
  ko: 'Korean',
  zh: 'Chinese',
  'zh-Hans': 'simplified Chinese',
  'zh-Hant': 'traditional Chinese',
  und: 'unknown',
};
