import type { ThemePack, ThemeRow } from '../theme-pack.ts';
import { packNames } from './place-names.ts';
import { worldPlaces } from './world-places.ts';

/** What a place is called, by language tag, in the languages in which somebody says. */
export type PlaceLabel = Readonly<Record<string, string>>;

/**
 * What places are called, by how a claim writes them (`CN-22 Jilin`) and by the ids that candidates have. A pack's names go before
 * those of the lists of the world; countries that no pack has are not here, since every platform names them. A place that is
 * finer than may be shown is not here either: it is written as the one that it is shown as.
 */
export function placeLabels(packs: readonly ThemePack[]): ReadonlyMap<string, PlaceLabel> {
  const labels = new Map<string, PlaceLabel>();
  const keep = (key: string, label: PlaceLabel): void => {
    if (key !== '' && !labels.has(key)) labels.set(key, label);
  };
  for (const pack of packs) {
    const { byId } = packNames(pack);
    for (const row of pack.places) {
      if (row.showAs !== undefined && row.showAs !== row.id) continue;
      keep(byId.get(row.id)?.norm ?? '', labelOf(row));
      keep(row.id, labelOf(row));
    }
  }
  for (const { place, names } of worldPlaces()) {
    if (place.level === 'country') continue;
    keep(place.norm, labelByScript(names));
    keep(place.id, labelByScript(names));
  }
  return labels;
}

/** The preferred name of each language, which is the first. */
function labelOf({ names }: ThemeRow): PlaceLabel {
  return Object.fromEntries(names.toReversed().map(({ language, text }) => [language, text]));
}

/** The lists of the world say no languages; their Chinese is simplified. */
function labelByScript(names: readonly string[]): PlaceLabel {
  const first = (script: RegExp): string | undefined => names.find((name) => script.test(name));
  const [en, hans, ko] = [first(/\p{Script=Latin}/u), first(/^\p{Script=Han}/u), first(/\p{Script=Hangul}/u)];
  return {
    ...(en !== undefined && { en }),
    ...(hans !== undefined && { 'zh-Hans': hans }),
    ...(ko !== undefined && { ko }),
  };
}
