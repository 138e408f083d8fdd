export type {
  Attribution,
  AttributionRole,
  Basis,
  Claim,
  ClaimKind,
  Comparator,
  Mention,
  Passage,
  Protection,
  Quantity,
  Reading,
  StatedDate,
  StatedPlace,
} from './claim.ts';
export type { Block, BlockKind, Charset, Found, Layer, LayerDocument, Metadata, Page } from './layer.ts';
export type { PackFault, PackFaultCode, PackNote, PackRefusal, ThemeName, ThemePack, ThemeRow } from './theme-pack.ts';
export { parseThemePack } from './theme-pack-parser.ts';
