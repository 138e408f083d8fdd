import { ok, type Result } from '../../base/index.ts';
import { decodeBytes } from '../charset.ts';
import type { DraftBlock } from '../draft.ts';
import type { FormatHints, FormatNote, FormatReading, FormatRefusal, UnreadPart } from './format.ts';
import { formatRefused } from './office-package.ts';
import { ROW_CHARACTERS, ROW_LIMIT, rowBlock } from './sheet-rows.ts';

/** Raise the version whenever the same bytes could give another text. */
const TOOL = { name: 'daybook-csv', version: '1' } as const;

const BYTE_LIMIT = 64 * 1024 * 1024;

/**
 * Reads a table in text (docs/read-office.md O25 to O27): each row as a block, divided by what divides its rows most evenly.
 * Never refuses what is text; a quote that is never closed is read as a character like any other.
 */
export async function readCsv(bytes: Uint8Array, hints: FormatHints): Promise<Result<FormatReading, FormatRefusal>> {
  if (bytes.length === 0) return formatRefused('csv', 'empty');
  if (bytes.length > BYTE_LIMIT) return formatRefused('csv', 'too-large');
  const { text, charset } = decodeBytes(bytes, hints);
  if (/\0/.test(text.slice(0, 65_536))) return formatRefused('csv', 'not-supported');
  const byName = /\.(?:tsv|tab)$/i.test(hints.fileName) || /tab-separated/i.test(hints.mediaType ?? '');
  const delimiter = delimiterOf(text, byName);
  const rows = await rowsOf(text, delimiter);
  const unread: UnreadPart[] = [];
  const blocks: DraftBlock[] = [];
  let room = ROW_CHARACTERS;
  for (const [i, row] of rows.entries()) {
    const block = rowBlock('', i + 1, row);
    if (block === undefined) continue;
    room -= block.text.length;
    if (blocks.length >= ROW_LIMIT || room < 0) {
      unread.push({ part: `rows from ${i + 1}`, reason: 'too-many' });
      break;
    }
    blocks.push(block);
  }
  if (blocks.length === 0) return formatRefused('csv', 'empty');
  const replaced: readonly FormatNote[] =
    charset.replaced > 0 ? [{ part: 'text', note: 'text-replaced', count: charset.replaced }] : [];
  return ok({
    text: {
      type: 'extracted',
      tool: TOOL,
      mediaType: delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv',
      blocks,
      properties: {},
      charset,
    },
    members: [],
    unread,
    notes: replaced,
  });
}

async function rowsOf(text: string, delimiter: string): Promise<readonly (readonly string[])[]> {
  const { parse } = await import('csv-parse/sync');
  const options = {
    delimiter,
    // One row more than is read, to tell that there are more.
    to: ROW_LIMIT + 1,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
  };
  try {
    return parse(text, options);
  } catch {
    // Only quotes can be wrong with these options: then they are characters, and nothing is lost.
    return parse(text, { ...options, quote: null });
  }
}

const DELIMITERS: readonly string[] = [',', ';', '\t', '|'];

/** The delimiter that divides the first lines into the most even rows; quoted parts do not count. */
function delimiterOf(text: string, tabbed: boolean): string {
  const lines = text
    .slice(0, 65_536)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|[\r\n]/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  if (tabbed && lines.some((line) => line.includes('\t'))) return '\t';
  let best = { delimiter: tabbed ? '\t' : ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const first = counts[0] ?? 0;
    const even = counts.filter((count) => count === first).length / Math.max(1, counts.length);
    const score = first === 0 ? 0 : even * even * Math.min(first, 4);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
