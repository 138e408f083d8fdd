import { EXIT, type Stop, stop } from './exit-code.ts';

/**
 * An error of the operating system or of the database in words, with its exit code; undefined when it has none here.
 * Only its code is looked at: a message can hold a path.
 */
export function systemStop(error: unknown): Stop | undefined {
  const code = errorCode(error);
  // The database says more closely what cannot be written: SQLITE_READONLY_DIRECTORY, SQLITE_READONLY_DBMOVED.
  switch (code?.startsWith('SQLITE_READONLY_') === true ? 'SQLITE_READONLY' : code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
    // A disk so full that not even the few kilobytes beside the database fit, which are needed to read it.
    case 'SQLITE_IOERR_SHMSIZE':
      return diskFullStop();
    case 'EACCES':
    case 'EPERM':
    case 'ERR_ACCESS_DENIED':
      return failed('The system does not allow it. Look at the permissions of the folder, then try again.');
    case 'EROFS':
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
      return failed(
        'The folder can only be read here, and Daybook has to write to it, also to open a vault. Look at its permissions, or copy the whole folder to a disk that can be written and use it there.',
      );
    case 'ENOENT':
      return failed(
        'A file or folder that is needed is not there, or cannot be made. Look at the folder that was named, then try again.',
      );
    case 'EMFILE':
    case 'ENFILE':
      return failed('Too many files are open on this computer. Close some programs, then try again.');
    case 'VAULT_CHANGED':
      return stop(EXIT.vaultInUse, VAULT_CHANGED);
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return stop(
        EXIT.damaged,
        'The database of the vault is damaged: a part of it cannot be read. Copy the folder as it is, then put back daybook.db from a backup.',
      );
    default:
      return undefined;
  }
}

/** What is said of a vault that is no longer the one that was opened. */
export const VAULT_CHANGED =
  'The vault in this folder was put under another key, replaced or destroyed since it was opened here, so nothing was written. Close it, then open it again.';
/** Whether an error says that there is no room left. */
export function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(errorCode(error) ?? '');
}

/** The code of an error, or of what caused it; undefined when there is none. */
export function errorCode(error: unknown): string | undefined {
  let at = error;
  for (let depth = 0; depth < 8 && at instanceof Error; depth++) {
    if ('code' in at && typeof at.code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(at.code)) return at.code;
    at = at.cause;
  }
  return undefined;
}

/** What broke, by the kind of the error alone: its words can hold paths and content. */
export function brokenCode(error: unknown): string {
  const name = error instanceof Error && /^[A-Za-z]{1,60}$/.test(error.name) ? error.name : 'Error';
  const code = errorCode(error);
  return code === undefined ? name : `${name}, ${code}`;
}

/** What is told when there is no room left. */
export function diskFullStop(): Stop {
  return failed('The disk is full. Nothing that was acknowledged is lost. Make room, then try again.');
}

function failed(sentence: string): Stop {
  return stop(EXIT.partFailed, sentence);
}
