import type { Span } from '../anchor.ts';
import { givenSpan } from '../terms/folded-text.ts';
import type { ThemePack } from '../theme-pack.ts';
import { chineseSpeakers } from './chinese-speakers.ts';
import { englishSpeakers } from './english-speakers.ts';
import { koreanSpeakers } from './korean-speakers.ts';
import { officeScanner } from './office-scan.ts';
import { placeScanner } from './place-scan.ts';
import type { PlaceOptions } from './read-places.ts';
import type { SpeakerHit } from './speaker-hit.ts';

/** A person whom a text names with a title of public office, of a university or of an organisation. */
export interface PublicSpeaker {
  readonly start: number;
  readonly end: number;
  readonly stated: string;
  readonly title: Span & { readonly stated: string };
}

/**
 * Finds the persons whom a text names beside a title of public office or of a university or an organisation (docs/read-places.md
 * RP13), in the order of the text. Nobody without such a title is returned, and being returned decides nothing: whether a name may be shown is
 * the business of mentions. Empty for a text without any. Linear in the text.
 */
export function readPublicSpeakers(
  text: string,
  { pack, ...options }: PlaceOptions & { readonly pack: ThemePack },
): readonly PublicSpeaker[] {
  return speakerReader(pack)(text, options);
}

/** The same for many texts: the names of the pack are indexed once. */
export function speakerReader(pack: ThemePack): (text: string, options?: PlaceOptions) => readonly PublicSpeaker[] {
  const scan = placeScanner(pack);
  const offices = officeScanner(pack);
  return (text, { lang } = {}) => {
    const scanned = scan(text, lang);
    const { latin, unspaced } = offices(text, scanned);
    const { compared, folded, unspaced: places } = scanned;
    const latinSpeakers = englishSpeakers(text, scanned.words, { places: scanned.latin, offices: latin });
    const others = [
      ...chineseSpeakers(compared, { places, offices: unspaced }),
      ...koreanSpeakers(compared, places),
    ].map(
      (hit): SpeakerHit => ({
        ...givenSpan(folded, hit.start, hit.end),
        title: givenSpan(folded, hit.title.start, hit.title.end),
      }),
    );
    return (
      [...latinSpeakers, ...others]
        .sort((a, b) => a.start - b.start)
        .map(({ start, end, title }) => ({
          start,
          end,
          stated: text.slice(start, end),
          title: { ...title, stated: text.slice(title.start, title.end) },
        }))
        // Folding may take a mark for a space: what is not all letters is no name.
        .filter(({ stated }) => /[\p{L}\p{M}.]$/u.test(stated))
    );
  };
}
