import { givenSpan } from '../terms/folded-text.ts';
import type { ThemePack } from '../theme-pack.ts';
import type { FoundPlace, Hit } from './found-place.ts';
import type { OfficeHit } from './office-hit.ts';
import { officeScanner } from './office-scan.ts';
import { type PlaceLanguage, type PlaceScan, placeScanner } from './place-scan.ts';
import { settledPlaces } from './settled-places.ts';

export type { FoundPlace } from './found-place.ts';

/** What language a text is in; told by its letters when absent. */
export interface PlaceOptions {
  readonly lang?: PlaceLanguage | undefined;
}

/**
 * Finds the places that a text names, in English, Chinese and Korean (docs/read-places.md), in the order of the text and none
 * overlapping another. Names in every script are looked up whatever the language. Ambiguous names have candidates; a place that
 * neither the pack nor the lists of the world know has no `norm`. Empty for a text without places. Linear in the text.
 */
export function readPlaces(
  text: string,
  { pack, ...options }: PlaceOptions & { readonly pack: ThemePack },
): readonly FoundPlace[] {
  return placeReader(pack)(text, options);
}

/** The same for many texts: the names of the pack are indexed once. */
export function placeReader(pack: ThemePack): (text: string, options?: PlaceOptions) => readonly FoundPlace[] {
  const scan = placeScanner(pack);
  const offices = officeScanner(pack);
  return (text, { lang } = {}) => {
    const scanned = scan(text, lang);
    return settledPlaces(text, outsideOrganisations(scanned, offices(text, scanned)));
  };
}

/** The university of a city is no city (RP11); an office keeps the place that it is of. */
function outsideOrganisations(
  { latin, unspaced, folded }: PlaceScan,
  offices: { readonly latin: readonly OfficeHit[]; readonly unspaced: readonly OfficeHit[] },
): readonly Hit[] {
  const given = outside(unspaced, offices.unspaced).map((hit) => ({
    ...hit,
    ...givenSpan(folded, hit.start, hit.end),
  }));
  return [...outside(latin, offices.latin), ...given].sort((a, b) => a.start - b.start);
}

function outside(hits: readonly Hit[], offices: readonly OfficeHit[]): readonly Hit[] {
  const organisations = offices.filter(({ kind }) => kind === 'organisation');
  let at = 0;
  return hits.filter((hit) => {
    while (at < organisations.length && (organisations[at]?.end ?? 0) <= hit.start) at++;
    return hit.end <= (organisations[at]?.start ?? Number.POSITIVE_INFINITY);
  });
}
