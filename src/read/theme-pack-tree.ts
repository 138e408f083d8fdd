import type { PackFault, ThemeRow } from './theme-pack.ts';
import { PACK_LIMITS } from './theme-pack-manifest.ts';
import { PLACE_TYPES, type PlaceLevel } from './theme-pack-place-types.ts';
import type { PackRow } from './theme-pack-rows.ts';

/**
 * Looks at the rows of one table beside each other: ids, parents, and for places what may be drawn and shown.
 * Returns them with `showAs` filled in for places, or the faults.
 */
export function checkPackTree(
  rows: readonly PackRow[],
  levels: ReadonlyMap<string, PlaceLevel> | undefined,
): { readonly rows: readonly ThemeRow[]; readonly faults: readonly PackFault[] } {
  const faults: PackFault[] = [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const row of rows) {
    if (row.parent === undefined || byId.has(row.parent)) continue;
    faults.push(at(row, 'parent', 'unknown-parent', 'no row of this table has this id'));
  }
  const lines = new Map<string, readonly PackRow[]>();
  for (const row of rows) {
    const line = lineOf(row, byId);
    if (line === undefined) {
      faults.push(
        at(row, 'parent', 'parent-cycle', `parents come back to the row, or are more than ${PACK_LIMITS.parents}`),
      );
    } else lines.set(row.id, line);
  }
  const checked = rows.map((row): ThemeRow => {
    const { file: _file, row: _row, hasPoint: _point, ...plain } = row;
    if (levels === undefined) return plain;
    const line = lines.get(row.id);
    const showAs = line && checkPlace(row, line, byId, levels, faults);
    return showAs === undefined ? plain : { ...plain, showAs };
  });
  return { rows: checked, faults };
}

/** Levels of all types a pack uses: the house's own words, then the manifest's, which cannot change the house's. */
export function placeLevels(own: Readonly<Record<string, PlaceLevel>> | undefined): {
  readonly levels: ReadonlyMap<string, PlaceLevel>;
  readonly redeclared: readonly string[];
} {
  const added = Object.entries(own ?? {});
  return {
    levels: new Map([...added, ...PLACE_TYPES]),
    redeclared: added.map(([type]) => type).filter((type) => PLACE_TYPES.has(type)),
  };
}

/** The row and its ancestors, nearest first; undefined when they form a ring or go on too long. */
function lineOf(row: PackRow, byId: ReadonlyMap<string, PackRow>): readonly PackRow[] | undefined {
  const line: PackRow[] = [];
  for (
    let next: PackRow | undefined = row;
    next;
    next = next.parent === undefined ? undefined : byId.get(next.parent)
  ) {
    if (line.length > PACK_LIMITS.parents) return undefined;
    line.push(next);
  }
  return line;
}

/** The id a place may be shown as: what the row says, else itself, else the nearest larger place. */
function checkPlace(
  row: PackRow,
  line: readonly PackRow[],
  byId: ReadonlyMap<string, PackRow>,
  levels: ReadonlyMap<string, PlaceLevel>,
  faults: PackFault[],
): string | undefined {
  const level = levels.get(row.type);
  if (level === undefined) {
    faults.push(at(row, 'type', 'unknown-type', 'neither a known type of place nor one of the manifest’s placeTypes'));
    return undefined;
  }
  if (row.hasPoint && (level === 'finer' || level === 'line')) {
    const what =
      level === 'line' ? 'this type of place has no one point' : 'a place finer than a county has no point here';
    faults.push(at(row, 'lat', 'point-too-fine', what));
  }
  const isShowable = (other: PackRow): boolean => levels.get(other.type) !== 'finer';
  if (row.showAs === undefined) {
    const nearest = line.find(isShowable);
    if (!nearest)
      faults.push(at(row, 'show_as', 'show-as-too-fine', 'no county or larger place stands above this row'));
    return nearest?.id;
  }
  const shown = byId.get(row.showAs);
  if (!shown) faults.push(at(row, 'show_as', 'unknown-show-as', 'no row of this table has this id'));
  else if (!isShowable(shown))
    faults.push(at(row, 'show_as', 'show-as-too-fine', 'nothing finer than a county is shown'));
  else if (!line.includes(shown)) {
    faults.push(at(row, 'show_as', 'show-as-elsewhere', 'a place is shown as itself or as a place above it'));
  }
  return row.showAs;
}

function at(row: PackRow, column: string, code: PackFault['code'], what: string): PackFault {
  return { file: row.file, row: row.row, column, code, what };
}
