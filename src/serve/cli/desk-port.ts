import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';

/** Ports that are neither handed out by systems to whoever asks for any, nor refused by browsers. */
const FIRST = 20_000;
const COUNT = 10_000;

/**
 * The port of a vault's desk: made of the path of its folder alone, so that it is the same each time and no file has to be
 * opened to know it. Two vaults can get one port; `--port` parts them.
 */
export function deskPort(folder: string): number {
  const digest = createHash('sha256')
    .update(`daybook/desk-port/1\n${wholePath(folder)}`)
    .digest();
  return FIRST + (digest.readUInt32BE(0) % COUNT);
}

/** The path without links; as it was given where there is no such folder, which the engine says. */
function wholePath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
