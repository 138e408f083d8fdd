import { open, stat } from 'node:fs/promises';
import { ok, type Result, refuse } from '../base/index.ts';
import { CHECKPOINT_FILE_LIMIT, splitCheckpoints } from '../preserve/index.ts';
import type { KeptStanding, Vault } from '../vault/index.ts';
import { EXIT, type Stop, stop } from './exit-code.ts';
import { errorCode } from './system-errors.ts';
import { DAYBOOK } from './typed.ts';

/** Reads a file of checkpoints that was kept elsewhere; nothing in it is checked yet. `shown` is its name as typed. */
export async function readKeptCheckpoints(path: string, shown: string): Promise<Result<readonly string[], Stop>> {
  const text = await readText(path);
  if (text === 'missing') return refuse(stop(EXIT.inputRefused, `There is no file ${shown}. Look at --against FILE.`));
  const notes = text === undefined ? undefined : splitCheckpoints(text);
  if (notes !== undefined) return ok(notes);
  return refuse(
    stop(
      EXIT.inputRefused,
      `${shown} is no file of checkpoints, or was cut short. Take the one that ${DAYBOOK} checkpoint --out wrote.`,
    ),
  );
}

/**
 * What the vault has to say to checkpoints that were kept elsewhere; refused when one of them cannot be taken for what it
 * claims to be, since then nothing it says counts.
 */
export async function compareKept(
  vault: Vault,
  notes: readonly string[],
  shown: string,
): Promise<Result<readonly KeptStanding[], Stop>> {
  const standings: KeptStanding[] = [];
  for (const [i, standing] of (await vault.query('checkpointStandings', { notes })).entries()) {
    if (standing.type === 'other-workspace') {
      return refuse(
        stop(
          EXIT.inputRefused,
          `Checkpoint ${i + 1} in ${shown} is of another workspace, so it says nothing about this vault.`,
        ),
      );
    }
    if (standing.type === 'refused') {
      return refuse(
        stop(
          EXIT.inputRefused,
          `Checkpoint ${i + 1} in ${shown} was changed, or is not signed by its device (${standing.error}), so the file says nothing. Take another copy of it.`,
        ),
      );
    }
    standings.push(standing);
  }
  return ok(standings);
}

/** Undefined for what is no text file of that size. */
async function readText(path: string): Promise<string | 'missing' | undefined> {
  try {
    // A pipe in its place would block the opening of it.
    const found = await stat(path);
    if (!found.isFile() || found.size > CHECKPOINT_FILE_LIMIT) return undefined;
    const handle = await open(path, 'r');
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'missing';
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
