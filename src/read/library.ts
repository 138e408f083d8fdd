/**
 * The reading of Daybook for other programs: `import { readLayer, readClaims } from 'daybook/read'`. Everything here is pure and offline:
 * no clock, no network, no file. Offsets are UTF-16 units of the text that was given, or of the layer's text.
 */
import type { Reading } from './claim.ts';
import { readClaims as readClaimsWith } from './claims/read-claims.ts';
import type { Layer } from './layer.ts';
import type { ThemePack } from './theme-pack.ts';

export type * from './claim.ts';
export { readingToClaimsJson } from './claims-json.ts';
export { type FoundDate, readDates } from './dates/read-dates.ts';
export type { Block, BlockKind, Found, Layer, LayerDocument, Metadata } from './layer.ts';
export { type FoundOffice, readOffices } from './places/read-offices.ts';
export { type FoundPlace, readPlaces } from './places/read-places.ts';
export { type PublicSpeaker, readPublicSpeakers } from './places/read-public-speakers.ts';
export { type FoundNumber, type FoundQuantity, readNumbers, readQuantities } from './quantities/read-quantities.ts';
export { type FoundAttribution, readAttributions } from './quotations/read-attributions.ts';
export { type ReadHints, type ReadRefusal, readLayer } from './read-layer.ts';
export type { ThemePack } from './theme-pack.ts';
export { parseThemePack } from './theme-pack-parser.ts';

/**
 * Reads a layer: its claims, and the mentions that must be held back, both in text order (docs/read-claims.md). Places and offices are those of
 * `pack`; without one, none is known. Nothing that it finds has been reviewed by anybody.
 */
export function readClaims(layer: Layer, pack: ThemePack = NO_PACK): Reading {
  return readClaimsWith(layer, pack);
}

const NO_PACK: ThemePack = {
  id: 'none',
  title: '',
  version: '0',
  licence: 'CC0-1.0',
  digest: '',
  places: [],
  offices: [],
  terms: [],
};
