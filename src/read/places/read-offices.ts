import type { Span } from '../anchor.ts';
import { givenSpan } from '../terms/folded-text.ts';
import type { ThemePack } from '../theme-pack.ts';
import type { OfficeHit } from './office-hit.ts';
import { officeScanner } from './office-scan.ts';
import { placeScanner } from './place-scan.ts';
import type { PlaceOptions } from './read-places.ts';

/** An office of a state or an organisation that a text names, with its words and where they stand (UTF-16 units). */
export interface FoundOffice {
  readonly start: number;
  readonly end: number;
  readonly stated: string;
  readonly kind: 'office' | 'organisation';
  /** The pack's row and its first English name; absent when the pack knows none, or when several. */
  readonly id?: string;
  readonly norm?: string;
  /** Ids that the words could mean, when more than one and no country beside them tells. */
  readonly candidates?: readonly string[];
  /** The country beside it that settled what it means. */
  readonly evidence?: Span;
  /** The pack's type, or `unknown`. */
  readonly type: string;
}

/**
 * Finds the offices and organisations that a text names (docs/read-places.md RP12), in the order of the text. A pack's office of one country
 * is not meant where another country stands beside the words. Empty for a text without any. Linear in the text.
 */
export function readOffices(
  text: string,
  { pack, ...options }: PlaceOptions & { readonly pack: ThemePack },
): readonly FoundOffice[] {
  return officeReader(pack)(text, options);
}

/** The same for many texts: the names of the pack are indexed once. */
export function officeReader(pack: ThemePack): (text: string, options?: PlaceOptions) => readonly FoundOffice[] {
  const scan = placeScanner(pack);
  const offices = officeScanner(pack);
  return (text, { lang } = {}) => {
    const scanned = scan(text, lang);
    const { latin, unspaced } = offices(text, scanned);
    const given = (span: Span): Span => givenSpan(scanned.folded, span.start, span.end);
    return [
      ...latin.map((hit) => settled(text, hit, hit, hit.country)),
      ...unspaced.map((hit) => settled(text, hit, given(hit), hit.country && given(hit.country))),
    ].sort((a, b) => a.start - b.start);
  };
}

function settled(text: string, hit: OfficeHit, { start, end }: Span, evidence: Span | undefined): FoundOffice {
  const base = { start, end, stated: text.slice(start, end), kind: hit.kind };
  // An organisation may be about a country that is not its own.
  const country = hit.kind === 'office' ? hit.country?.id : undefined;
  const fitting = hit.meanings.filter(
    ({ place }) => country === undefined || place.countries.length === 0 || place.countries.includes(country),
  );
  const [only, ...others] = fitting;
  if (only === undefined) return { ...base, type: 'unknown' };
  const { id, norm, type } = only.place;
  if (others.length > 0) return { ...base, candidates: fitting.map(({ place }) => place.id), type };
  const isSettled = hit.meanings.length > 1 && evidence !== undefined;
  return { ...base, id, norm, type, ...(isSettled && { evidence: { start: evidence.start, end: evidence.end } }) };
}
