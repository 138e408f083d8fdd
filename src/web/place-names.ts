import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import type { Say } from './i18n.ts';
import { useAnswer, useSay } from './session.tsx';

/** Names of places by their codes, and of each by language tag. */
export type PlaceNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Says what a place is called in the desk's language; the code itself until names are here, and where nobody has one. */
export function usePlaceNames(): (code: string) => string {
  const { i18n } = useLingui();
  const say = useSay();
  const { data } = useAnswer('places', {});
  const names = data?.names ?? NONE;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `say` is another function at each drawing and says the same
  return useMemo(() => {
    const regions = new Intl.DisplayNames(i18n.locale, { type: 'region', fallback: 'none' });
    return (code) => placeWords(code, { names, locale: i18n.locale, say, region: (one) => regions.of(one) });
  }, [i18n.locale, names]);
}

const NONE: PlaceNames = {};

/**
 * A place as the desk's language calls it: `CN`, `CN-KP border`, `CN-22 Jilin`, `KR Jeonju`. Of one that no list has a name for the
 * name that was kept is said, with its country; whatever is no code is given back.
 */
export function placeWords(
  code: string,
  given: {
    readonly names: PlaceNames;
    readonly locale: string;
    readonly say: Say;
    readonly region: (code: string) => string | undefined;
  },
): string {
  const { names, locale, say, region } = given;
  const label = Object.hasOwn(names, code) ? names[code] : undefined;
  const name = label?.[locale] ?? (locale === 'zh-Hant' ? label?.['zh-Hans'] : undefined) ?? label?.['en'];
  if (name !== undefined) return name;
  if (/^[A-Z]{2}$/.test(code)) return region(code) ?? code;
  const [, one, other] = /^([A-Z]{2})-([A-Z]{2}) border$/.exec(code) ?? [];
  if (one !== undefined && other !== undefined)
    return say('place.border', { one: region(one) ?? one, other: region(other) ?? other });
  const [, country, place] = /^([A-Z]{2})(?:-[\dA-Z]+)* (\S.*)$/.exec(code) ?? [];
  if (country === undefined || place === undefined) return code;
  return say('place.within', { place, country: region(country) ?? country });
}
