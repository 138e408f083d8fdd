import type { Span } from '../anchor.ts';
import type { Basis, StatedPlace } from '../claim.ts';
import type { Found } from '../layer.ts';
import type { ReadLanguage } from './findings.ts';
import type { PlaceWordsReader } from './place-words.ts';

/** The place a document speaks from: the narrowest known place in its issuer's name. */
export interface IssuerPlace {
  readonly place: StatedPlace;
  readonly basis: Basis;
}

/** Finds the issuer's place; undefined when the issuer is unknown, has no position in the text, or names none. */
export function issuerPlace(
  issuer: Found | undefined,
  text: string,
  read: PlaceWordsReader,
  lang: ReadLanguage,
): IssuerPlace | undefined {
  if (issuer?.start === undefined || issuer.end === undefined) return undefined;
  const span = { start: issuer.start, end: Math.min(issuer.end, issuer.start + 500) };
  const found = read(text, span, lang);
  const known = found.filter(({ place }) => place.norm !== undefined);
  // "Varnow County, Tessany province": the one whose norm is the longest lies within the others.
  const narrowest = known.toSorted((a, b) => depth(b.place) - depth(a.place) || a.start - b.start)[0];
  const division = divisionIn(text, span, lang);
  const isWithin =
    division !== undefined &&
    (narrowest === undefined ||
      (division.end > narrowest.end && /^[A-Z]{2}(?:-\d\d)? /u.test(`${narrowest.place.norm} `)));
  if (isWithin) {
    const code = /^[A-Z]{2}(?:-\d\d)?(?=\s|$)/u.exec(narrowest?.place.norm ?? '')?.[0];
    const { stated, name } = division;
    return {
      place: { stated, norm: code === undefined ? name : `${code} ${name}` },
      basis: { from: 'closing-block', start: division.start, end: division.end },
    };
  }
  if (narrowest === undefined) return undefined;
  const { stated, norm, id } = narrowest.place;
  return {
    place: { stated, ...(norm === undefined ? {} : { norm }), ...(id === undefined ? {} : { id }) },
    basis: { from: 'closing-block', start: narrowest.start, end: narrowest.end },
  };
}

/**
 * The narrowest division that the name of an office begins with or ends in, known or not: Lanquan County, 吉林省檀江县, 풍산현. A name that nobody's list
 * has is still the name of a place, where a word of kind says so.
 */
function divisionIn(
  text: string,
  { start, end }: Span,
  lang: ReadLanguage,
): (Span & { readonly stated: string; readonly name: string }) | undefined {
  const match = DIVISION[lang].exec(text.slice(start, end));
  const name = match?.groups?.['name'] ?? match?.groups?.['of'];
  if (match === null || name === undefined) return undefined;
  const finer = match.groups?.['finer'] ?? '';
  const at = start + match.index + match[0].lastIndexOf(name + finer);
  const inner = finer.trim();
  // A town of a county has both names: 檀江县 / 松林镇.
  return {
    start: at,
    end: at + name.length + finer.length,
    ...(inner === '' ? { stated: name, name } : { stated: inner, name: `${name} / ${inner}` }),
  };
}

const DIVISION: Readonly<Record<ReadLanguage, RegExp>> = {
  en: /(?<!\p{L})(?<name>(?!The\s)\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?\s(?:County|City|Prefecture|District|Township))(?!\p{L})|(?:County|City|Prefecture|District)\sof\s(?<of>\p{Lu}[\p{L}'’-]+)/u,
  zh: /(?:^(?:中共|中国共产党)?|[省州市盟]|自治区|自治區)(?<name>(?:(?![省州盟])\p{Script=Han}){1,6}?(?:自治[县縣]|[县縣]|[市区區]|[镇鎮乡鄉]))(?<finer>(?:(?![委政公民司人机機])\p{Script=Han}){1,4}?[镇鎮乡鄉])?(?=\p{Script=Han}|$)/u,
  ko: /(?:^|[성도주시]\s?)(?<name>\p{Script=Hangul}{1,6}?(?:현|군|시))(?<finer>\s\p{Script=Hangul}{1,5}[진향촌])?(?=\s?(?:\p{Script=Hangul}{0,8}(?:국|정부|위원회|대대|청|처|소|부))(?!\p{L}))/u,
};

function depth({ norm = '' }: StatedPlace): number {
  const [code = '', ...name] = norm.split(' ');
  return code.split('-').length + name.filter((word) => word === '/').length + (name.length > 0 ? 1 : 0);
}
