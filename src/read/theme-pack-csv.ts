/**
 * Comma-separated tables as RFC 4180 defines them, with what spreadsheets add: a byte order mark, and semicolons or
 * tabs where the computer's language uses the comma for decimals.
 */
export interface CsvTable {
  readonly header: readonly string[];
  /** Records below the header; each has exactly as many cells as the header. Rows of empty cells are left out. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

export interface CsvFault {
  readonly type: 'csv-fault';
  /** Record as a spreadsheet numbers it; the header is 1. */
  readonly row: number;
  readonly code: 'unclosed-quote' | 'text-after-quote' | 'quote-in-cell' | 'uneven-row' | 'empty' | 'too-many-rows';
}

type CsvOutcome = { readonly ok: true; readonly value: CsvTable } | { readonly ok: false; readonly error: CsvFault };

/**
 * Reads a whole table in one pass, or says at which row it stops being one. The separator is the comma, semicolon or
 * tab that occurs most often outside quotation marks in the first record. A quotation mark inside an unquoted cell is
 * refused rather than guessed at. Cells are trimmed of white space around them.
 */
export function parseCsv(text: string, maxRows: number): CsvOutcome {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const separator = separatorOf(text, start);
  const records: { row: number; cells: string[] }[] = [];
  let at = start;
  let row = 0;
  while (at < text.length) {
    row++;
    const record = readRecord(text, at, separator);
    if (typeof record === 'string') return { ok: false, error: { type: 'csv-fault', row, code: record } };
    at = record.next;
    if (record.cells.every((cell) => cell === '')) continue;
    if (records.length > maxRows) return { ok: false, error: { type: 'csv-fault', row, code: 'too-many-rows' } };
    records.push({ row, cells: record.cells });
  }
  const [header, ...rows] = records;
  if (header === undefined) return { ok: false, error: { type: 'csv-fault', row: 1, code: 'empty' } };
  const uneven = rows.find(({ cells }) => cells.length !== header.cells.length);
  if (uneven) return { ok: false, error: { type: 'csv-fault', row: uneven.row, code: 'uneven-row' } };
  return { ok: true, value: { header: header.cells, rows } };
}

function separatorOf(text: string, start: number): string {
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ]);
  let quoted = false;
  for (let i = start; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '"') quoted = !quoted;
    else if (!quoted && (c === '\n' || c === '\r')) break;
    else if (!quoted && counts.has(c)) counts.set(c, (counts.get(c) ?? 0) + 1);
  }
  let best = ',';
  for (const [separator, count] of counts) if (count > (counts.get(best) ?? 0)) best = separator;
  return best;
}

type RecordOutcome = { readonly cells: string[]; readonly next: number } | CsvFault['code'];

function readRecord(text: string, start: number, separator: string): RecordOutcome {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = text.charAt(at) === '"' ? readQuoted(text, at) : readBare(text, at, separator);
    if (typeof cell === 'string') return cell;
    cells.push(cell.text.trim());
    at = cell.next;
    const after = text.charAt(at);
    if (after === separator) at++;
    else if (after === '') return { cells, next: at };
    else if (after === '\n') return { cells, next: at + 1 };
    else if (after === '\r') return { cells, next: text.charAt(at + 1) === '\n' ? at + 2 : at + 1 };
    else return 'text-after-quote';
  }
}

type CellOutcome = { readonly text: string; readonly next: number } | CsvFault['code'];

function readQuoted(text: string, start: number): CellOutcome {
  let from = start + 1;
  let value = '';
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return 'unclosed-quote';
    value += text.slice(from, quote);
    if (text.charAt(quote + 1) !== '"') return { text: value, next: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}

function readBare(text: string, start: number, separator: string): CellOutcome {
  let at = start;
  while (at < text.length) {
    const c = text.charAt(at);
    if (c === separator || c === '\n' || c === '\r') break;
    if (c === '"') return 'quote-in-cell';
    at++;
  }
  return { text: text.slice(start, at), next: at };
}
