import { type FolderInspection, inspectVaultFolder } from '../vault/index.ts';
import { EXIT, type Stop, stop } from './exit-code.ts';
import { vaultSentence } from './sentences.ts';
import { DAYBOOK } from './typed.ts';

/** Why no vault may be made in this folder; undefined when one may. */
export async function placeProblem(path: string, shown: string): Promise<Stop | undefined> {
  const inspection = await inspectVaultFolder(path);
  switch (inspection.content.type) {
    case 'vault':
    case 'incomplete':
      return stop(
        EXIT.inputRefused,
        `There is a vault in ${shown} already. Open it, or name another folder: ${DAYBOOK} init DIR`,
      );
    case 'restore-interrupted':
      return restoreInterrupted(shown);
    case 'not-a-folder':
      return stop(EXIT.inputRefused, `${shown} is a file. Name a folder: ${DAYBOOK} init DIR`);
    case 'not-a-vault':
      if (!inspection.content.empty) return vaultSentence({ type: 'folder-not-empty' }, shown);
      break;
    case 'missing':
  }
  return carriedAway(inspection, shown);
}

/** What stands in the way of opening a vault here, and what its owner should know though it opens. */
export interface VaultPlace {
  readonly problem: Stop | undefined;
  readonly notice: string | undefined;
}

/** Looks at a folder before anybody is asked for its passphrase. */
export async function vaultPlace(path: string, shown: string): Promise<VaultPlace> {
  const inspection = await inspectVaultFolder(path);
  return { problem: contentProblem(inspection, shown), notice: carriedAway(inspection, shown)?.sentence };
}

function contentProblem({ content }: FolderInspection, shown: string): Stop | undefined {
  switch (content.type) {
    case 'vault':
      return undefined;
    case 'missing':
    case 'not-a-vault':
      return vaultSentence({ type: 'header-missing' }, shown);
    case 'restore-interrupted':
      return restoreInterrupted(shown);
    case 'not-a-folder':
      return stop(EXIT.inputRefused, `${shown} is a file, not the folder of a vault. Name its folder: --vault DIR`);
    case 'incomplete': {
      // A backup leaves the others out on purpose, and the vault makes itself new ones.
      const needed = content.missing.filter((name) => NEEDED.includes(name));
      if (needed.length === 0) return undefined;
      return stop(
        EXIT.damaged,
        `The vault in ${shown} is not complete: ${needed.join(', ')} ${needed.length === 1 ? 'is' : 'are'} missing. Put back what is missing from a backup.`,
      );
    }
  }
}

function restoreInterrupted(shown: string): Stop {
  return stop(
    EXIT.inputRefused,
    `A backup was to be restored into ${shown}, and that was interrupted, so there is no vault yet. Run it again: ${DAYBOOK} restore BACKUP ${shown}`,
  );
}

const NEEDED: readonly string[] = ['header.json', 'daybook.db', 'blobs'];

/** Why a folder is no place for a vault, since it does not stay on this computer; undefined when it seems to. */
export function carriedAway({ cloud, network }: FolderInspection, shown: string): Stop | undefined {
  if (cloud !== undefined) {
    return stop(
      EXIT.inputRefused,
      `${shown} lies in a folder that ${cloud} seems to copy to other computers, which damages a vault and takes it out of your hands. Choose a folder that stays on this computer.`,
    );
  }
  if (network.type === 'network') {
    return stop(
      EXIT.inputRefused,
      `${shown} lies on another computer (${network.fileSystem}), where a vault cannot be locked safely. Choose a folder on this computer's own disk.`,
    );
  }
  return undefined;
}
