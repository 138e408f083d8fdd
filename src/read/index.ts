export type { PackFault, PackFaultCode, PackNote, PackRefusal, ThemeName, ThemePack, ThemeRow } from './theme-pack.ts';
export { parseThemePack } from './theme-pack-parser.ts';
