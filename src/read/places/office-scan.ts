import type { ThemePack } from '../theme-pack.ts';
import { chineseOffices } from './chinese-offices.ts';
import { englishOffices } from './english-offices.ts';
import { koreanOffices } from './korean-offices.ts';
import type { OfficeHit } from './office-hit.ts';
import { officeNames } from './place-names.ts';
import type { PlaceScan } from './place-scan.ts';

/** Offices in Latin letters by offsets of the text, those in Han and Hangul by offsets of the compared text. */
export interface OfficeHits {
  readonly latin: readonly OfficeHit[];
  readonly unspaced: readonly OfficeHit[];
}

/** Makes a scanner that knows the offices of a pack (docs/read-places.md RP12). */
export function officeScanner(pack: ThemePack): (text: string, scan: PlaceScan) => OfficeHits {
  const names = officeNames(pack);
  return (text, { words, latin, unspaced, compared }) => ({
    latin: englishOffices(text, words, latin, names),
    unspaced: [...chineseOffices(compared, unspaced, names), ...koreanOffices(compared, unspaced, names)].sort(
      (a, b) => a.start - b.start,
    ),
  });
}
