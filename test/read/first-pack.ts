import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ThemePack } from '../../src/read/theme-pack.ts';
import { parseThemePack } from '../../src/read/theme-pack-parser.ts';

const FOLDER = join(import.meta.dirname, '../../packs/north-korea-china');

/** The theme pack that ships with the program. */
export function firstPack(): ThemePack {
  const parsed = parseThemePack(new Map(readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name))])));
  if (!parsed.ok) throw new Error('the bundled pack must open');
  return parsed.value;
}
