import type { ThemePack, ThemeRow } from '../theme-pack.ts';
import { PLACE_ENDINGS } from './data/place-endings.ts';
import { type Unit, unitsOf } from './units.ts';

/** One way to write the name of a place, an office or a term of a theme pack. */
export interface NameForm {
  readonly text: string;
  readonly units: readonly Unit[];
}

/** A row of a pack with all its forms, none of them holding another. */
export interface NamedRow {
  readonly id: string;
  readonly type: string;
  readonly parent: string | undefined;
  /** The form that is shown first. */
  readonly name: string;
  readonly forms: readonly NameForm[];
}

/** The names of theme packs, ready to be looked up. Never names of persons: packs have none. */
export interface NameForms {
  readonly rows: ReadonlyMap<string, NamedRow>;
  /** Rows by each form that they are written in; more than one where a form is ambiguous. */
  readonly byForm: ReadonlyMap<string, readonly NamedRow[]>;
  /** Units in the longest form. */
  readonly longest: number;
}

/** Gathers the names of packs (docs/search.md S7). */
export function nameForms(packs: readonly ThemePack[]): NameForms {
  const rows = new Map<string, NamedRow>();
  const byForm = new Map<string, NamedRow[]>();
  let longest = 0;
  for (const pack of packs) {
    for (const [row, isPlace] of rowsOf(pack)) {
      const all = formsOf(row, isPlace);
      const named: NamedRow = {
        id: row.id,
        type: row.type,
        parent: row.parent,
        name: row.names[0]?.text ?? row.id,
        forms: withoutLonger(all),
      };
      rows.set(row.id, named);
      for (const { units } of all) {
        const key = formKey(units);
        longest = Math.max(longest, units.length);
        const have = byForm.get(key) ?? [];
        if (!have.includes(named)) byForm.set(key, [...have, named]);
      }
    }
  }
  return { rows, byForm, longest };
}

/** Under what a form is looked up: accents, spaces and width are no difference. */
export function formKey(units: readonly Unit[]): string {
  return units.map(({ text, kind }) => (kind === 'word' || kind === 'number' ? ` ${text} ` : text)).join('');
}

/** A row and all rows beneath it: a province with its prefectures and counties. */
export function withinRow({ rows }: NameForms, id: string): readonly NamedRow[] {
  const found: NamedRow[] = [];
  for (const row of rows.values()) {
    let at: NamedRow | undefined = row;
    for (let step = 0; at !== undefined && step < MOST_GENERATIONS; step++) {
      if (at.id === id) {
        found.push(row);
        break;
      }
      at = at.parent === undefined ? undefined : rows.get(at.parent);
    }
  }
  return found;
}

const MOST_GENERATIONS = 16;

function* rowsOf({ places, offices, terms }: ThemePack): Generator<readonly [ThemeRow, boolean]> {
  for (const row of places) yield [row, true];
  for (const row of offices) yield [row, false];
  for (const row of terms) yield [row, false];
}

function formsOf({ names }: ThemeRow, isPlace: boolean): readonly NameForm[] {
  const forms = new Map<string, NameForm>();
  for (const { text } of names) {
    const texts = isPlace ? [text, ...shorter(text)] : [text];
    for (const each of texts) {
      const units = unitsOf(each);
      if (units.length > 0 && !forms.has(formKey(units))) forms.set(formKey(units), { text: each, units });
    }
  }
  return [...forms.values()];
}

/** A place's name without the word for what kind of place it is, where a name is left. */
function shorter(text: string): readonly string[] {
  for (const ending of PLACE_ENDINGS) {
    const found = ending.exec(text.toLowerCase());
    if (found === null) continue;
    const short = text.slice(0, found.index);
    if (unitsOf(short).length >= (/^[a-z]/i.test(short) ? 1 : 2)) return [short];
  }
  return [];
}

/** Forms without those that hold another: whoever finds 延吉 has found 延吉市. */
function withoutLonger(forms: readonly NameForm[]): readonly NameForm[] {
  const keys = forms.map(({ units }) => formKey(units));
  return forms.filter((_, i) => !keys.some((key, j) => j !== i && key !== keys[i] && (keys[i] ?? '').includes(key)));
}
