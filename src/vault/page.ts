/** Some of a list, and where the rest goes on. `next` is absent at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

export interface PageRequest {
  readonly after?: string | undefined;
  /** At most 500. */
  readonly limit?: number | undefined;
}

const MOST = 500;

/** How many rows a page takes: what was asked for, within bounds. */
export function pageLimit({ limit }: PageRequest): number {
  return Math.min(MOST, Math.max(1, Math.floor(limit ?? 100)));
}

/** A page of rows, of which one more than the limit was read. */
export function page<T>(rows: readonly T[], limit: number, key: (row: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: key(last) } : { items };
}
