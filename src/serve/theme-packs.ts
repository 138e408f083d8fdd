import { join } from 'node:path';
import { ok, type Result, refuse } from '../base/index.ts';
import { parseThemePack, type ThemePack } from '../read/index.ts';
import { EXIT, type Stop, stop } from './exit-code.ts';
import { bundledPacks, type Installation, readPackFiles } from './paths.ts';
import type { PackFiles } from './reading-child.ts';
import { packSentence } from './sentences.ts';

/** A theme pack with the files it was made from, which a reading process is given. */
export interface OpenedPack {
  readonly pack: ThemePack;
  readonly files: PackFiles;
}

/** The pack that documents are read with when nobody says. */
const DEFAULT_PACK = 'north-korea-china';

/** Opens a theme pack; `shown` is the folder as the user named it. */
export function openPack(folder: string, shown: string): Result<OpenedPack, Stop> {
  const files = readPackFiles(folder);
  if (files === undefined) {
    return refuse(
      stop(EXIT.inputRefused, `There is no theme pack in ${shown}. Name its folder, the one with manifest.json.`),
    );
  }
  const pack = parseThemePack(files);
  return pack.ok ? ok({ pack: pack.value, files }) : refuse(packSentence(pack.error, shown));
}

/** Opens the pack that comes with the program and is used when nobody says. */
export function openDefaultPack(installation: Installation): OpenedPack {
  const opened = openPack(join(installation.packs, DEFAULT_PACK), DEFAULT_PACK);
  if (!opened.ok) throw new Error('the bundled theme pack does not open');
  return opened.value;
}

/** All packs that come with the program: an earlier reading may have used any of them. */
export function openBundledPacks(installation: Installation): readonly ThemePack[] {
  return bundledPacks(installation).flatMap((folder) => {
    const opened = openPack(folder, folder);
    return opened.ok ? [opened.value.pack] : [];
  });
}
