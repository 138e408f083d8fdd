import { cellsOf, fitCells, padCells, wrapCells } from './cell-text.ts';

export interface Column {
  readonly heading: string;
  /** Numbers stand under each other from the right. */
  readonly side?: 'left' | 'right';
  /** Fewest cells when the table is too wide; a column without it is never narrowed. */
  readonly least?: number;
  /** Most cells, however long its values are. */
  readonly most?: number;
}

/**
 * Lines of a table, headings first, at most so many cells wide as its columns can be narrowed. Values are one-line text;
 * a column that is empty in every row is left out. No lines at all when there are no rows.
 */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  options: {
    readonly cells: number;
    readonly indent?: number;
    /** Most lines of one row; 1 when absent: values that are too long are then cut. */
    readonly rowLines?: number;
  },
): readonly string[] {
  if (rows.length === 0) return [];
  const indent = ' '.repeat(options.indent ?? 0);
  const kept = columns.map((column, at) => ({ column, at })).filter(({ at }) => rows.some((row) => row[at] !== ''));
  const wanted = kept.map(({ column, at }) =>
    Math.min(
      column.most ?? Number.POSITIVE_INFINITY,
      Math.max(cellsOf(column.heading), ...rows.map((row) => cellsOf(row[at] ?? ''))),
    ),
  );
  const room = options.cells - indent.length - GAP.length * (kept.length - 1);
  const widths = narrowed(
    wanted,
    kept.map(({ column }) => column.least),
    room,
  );
  const line = (values: readonly string[]): string => {
    const cells = kept.map(({ column }, i) =>
      padCells(values[i] ?? '', widths[i] ?? 0, column.side === 'right' ? 'left' : 'right'),
    );
    return (indent + cells.join(GAP)).trimEnd();
  };
  const rowLines = (row: readonly string[]): readonly string[] => {
    const cells = kept.map(({ at }, i) => cellLines(row[at] ?? '', widths[i] ?? 0, options.rowLines ?? 1));
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, at) => line(cells.map((lines) => lines[at] ?? '')));
  };
  return [line(kept.map(({ column }, i) => fitCells(column.heading, widths[i] ?? 0))), ...rows.flatMap(rowLines)];
}

/** A value on as many lines as it may take; what does not fit on the last one is cut there. */
function cellLines(value: string, width: number, most: number): readonly string[] {
  if (most === 1 || cellsOf(value) <= width) return [fitCells(value, width)];
  const lines = wrapCells(value, width);
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), fitCells(lines.slice(most - 1).join(' '), width)];
}

const GAP = '  ';

/** Takes cells from the widest column that may be narrowed, one by one, until the table fits or none may. */
function narrowed(wanted: readonly number[], least: readonly (number | undefined)[], room: number): readonly number[] {
  const widths = [...wanted];
  let over = widths.reduce((sum, width) => sum + width, 0) - room;
  while (over > 0) {
    let widest = -1;
    for (const [i, width] of widths.entries()) {
      const limit = least[i];
      if (limit !== undefined && width > limit && width > (widths[widest] ?? -1)) widest = i;
    }
    if (widest === -1) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    over--;
  }
  return widths;
}
