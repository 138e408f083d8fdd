/** A table as RFC 4180 has it, for spreadsheets: a byte order mark, since some of them take anything else for Latin-1. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(quotedCell).join(',')}\r\n`).join('')}`;
}

function quotedCell(cell: string): string {
  const safe = neutralCell(cell);
  return /[",\r\n]|^\s|\s$|^$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A cell that no spreadsheet takes for a formula: one that begins like a formula, behind any apostrophes, gets an apostrophe
 * more. `plainCell` takes it off again.
 */
export function neutralCell(cell: string): string {
  return /^'*[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}

/** What a cell held before it was made neutral. */
export function plainCell(cell: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}
