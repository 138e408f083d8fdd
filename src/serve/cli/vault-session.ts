import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { ok, type Result, refuse } from '../../base/index.ts';
import type { Vault } from '../../vault/index.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../exit-code.ts';
import { unlockVault } from '../open.ts';
import { vaultSentence } from '../sentences.ts';
import { errorCode } from '../system-errors.ts';
import { vaultPlace } from '../vault-place.ts';
import { oneLine } from './cell-text.ts';
import type { CommandContext, Session } from './context.ts';
import { removedWithWaysIn } from './key-words.ts';

/** Flags of every command that opens a vault. */
export const vaultFlags: z.ZodObject<{
  vault: z.ZodOptional<z.ZodString>;
  passphraseFile: z.ZodOptional<z.ZodString>;
}> = z.object({ vault: z.string().min(1).optional(), passphraseFile: z.string().min(1).optional() });

export type VaultFlags = z.infer<typeof vaultFlags>;

/** Where a vault lies when nobody says. */
export const DEFAULT_VAULT = './daybook-vault';

/** How often a passphrase is asked for before giving up. */
const ATTEMPTS = 3;
const PASSPHRASE_FILE_BYTES = 4096;

/**
 * Runs a command on a vault: the one that the prompt holds, or one that is opened here and closed afterwards, whatever
 * happens.
 */
export async function withVault(
  context: CommandContext,
  flags: VaultFlags,
  run: (session: Session) => Promise<ExitCode | Stop>,
): Promise<ExitCode | Stop> {
  if (context.session !== undefined) return run(context.session);
  const opened = await openSession(context, flags);
  if (!opened.ok) return opened.error;
  const session = opened.value;
  try {
    return await run(session);
  } finally {
    await session.vault.close();
  }
}

/**
 * Opens the vault that the flags, the environment or the default name. `opened` is told the passphrase that did it, for
 * something else that may open with the same.
 */
export async function openSession(
  context: CommandContext,
  flags: VaultFlags,
  opened: (passphrase: string) => void = () => undefined,
): Promise<Result<Session, Stop>> {
  if (context.watched !== undefined) return refuse(context.watched);
  const named = await vaultNamed(context, flags.vault);
  if (!named.ok) return named;
  const unlock = async (passphrase: string): Promise<Result<Vault, Stop>> => {
    const vault = await unlockNamed(context, named.value, passphrase);
    if (vault.ok) opened(passphrase);
    return vault;
  };
  const vault = await withPassphrase(context, flags.passphraseFile, unlock);
  return vault.ok ? ok(await beginSession(context, vault.value, named.value.folder)) : vault;
}

/** A folder as the user named it, and where it lies. */
export interface NamedVault {
  readonly folder: string;
  readonly path: string;
}

/** Opens a vault with a passphrase, unless something looks into this process. */
export async function unlockNamed(
  context: CommandContext,
  { folder, path }: NamedVault,
  passphrase: string,
): Promise<Result<Vault, Stop>> {
  const { installation, now, machine } = context;
  const vault = await unlockVault({ installation, folder: path, passphrase, now, machine });
  if (!vault.ok) return refuse(vaultSentence(vault.error, oneLine(folder)));
  // A debugger that was asked for while Node started may have come up only now.
  const { watched } = context;
  if (watched === undefined) return vault;
  await vault.value.close();
  return refuse(watched);
}

/** The folder of the vault that is meant. Looked at first: nobody is asked for the passphrase of nothing. */
export async function vaultNamed(
  context: CommandContext,
  vault: string | undefined,
): Promise<Result<NamedVault, Stop>> {
  const folder = vault ?? context.defaultVault ?? DEFAULT_VAULT;
  const path = resolve(context.folder, folder);
  const { problem, notice } = await vaultPlace(path, oneLine(folder));
  if (problem !== undefined) return refuse(problem);
  if (notice !== undefined) context.terminal.err(`Warning: ${notice}`);
  return ok({ folder, path });
}

/** Opens something with the passphrase in a file, or asks for one, several times when it is wrong. */
export async function withPassphrase<T>(
  context: CommandContext,
  passphraseFile: string | undefined,
  unlock: (passphrase: string) => Promise<Result<T, Stop>>,
  question: string = 'Passphrase (not shown): ',
  calledOff?: AbortSignal,
): Promise<Result<T, Stop>> {
  if (passphraseFile === undefined) return askAndUnlock(context, unlock, question, calledOff);
  const read = readPassphraseFile(context, passphraseFile);
  return read.ok ? unlock(read.value) : read;
}

/** Tells what whoever opens a vault must know before working in it. */
export async function beginSession({ terminal }: CommandContext, vault: Vault, folder: string): Promise<Session> {
  if (vault.isCopy) {
    terminal.err('Note: this folder was copied or restored. From its first entry on it is a device of its own.');
  }
  const condition = await vault.condition();
  if (condition.type !== 'sound') terminal.err(`Warning: ${vaultSentence(condition, oneLine(folder)).sentence}`);
  const { erasing, persons } = await vault.query('status', undefined);
  if (persons.some(({ person, removed }) => removed && person === vault.person)) {
    terminal.err('Note: whoever has this passphrase was removed. What is written here counts for nothing elsewhere.');
  }
  const still = await removedWithWaysIn(vault, persons);
  if (still !== undefined) terminal.err(`Warning: ${still}`);
  if (erasing) await finishErasing(terminal, vault);
  return { vault, folder };
}

/** Takes away what an erasure left in files and pages: one that was interrupted, or that another copy made. */
export async function finishErasing(terminal: CommandContext['terminal'], vault: Vault): Promise<void> {
  terminal.progress('finishing an erasure; the database is written anew …');
  const finished = await vault.finishErasing();
  terminal.progress('');
  if (finished.ok && finished.value.type === 'finished')
    terminal.err('Note: what was erased is gone from files and pages here too.');
  else
    terminal.err(
      'Warning: an erasure is not finished yet: encrypted remains lie in this folder. Close other Daybooks, and make room on the disk.',
    );
}

async function askAndUnlock<T>(
  context: CommandContext,
  unlock: (passphrase: string) => Promise<Result<T, Stop>>,
  question: string,
  calledOff: AbortSignal | undefined,
): Promise<Result<T, Stop>> {
  if (!context.terminal.asks) return refuse(nobodyToAsk());
  for (let attempt = 1; ; attempt++) {
    const passphrase = await context.terminal.ask(question, { hidden: true, calledOff });
    if (passphrase === undefined) return refuse(stop(EXIT.usage, 'No passphrase was given, so nothing was opened.'));
    const opened = await unlock(passphrase);
    if (opened.ok) return opened;
    if (opened.error.code !== EXIT.wrongPassphrase || attempt === ATTEMPTS) return opened;
    context.terminal.err(opened.error.sentence);
  }
}

/** The first line of a file, without its line end; refused with a sentence when there is none. */
export function readPassphraseFile(context: CommandContext, file: string): Result<string, Stop> {
  const path = resolve(context.folder, file);
  let first: string | undefined;
  try {
    first = firstLine(path, context, file);
  } catch (error) {
    const missing = errorCode(error) === 'ENOENT';
    return refuse(
      stop(
        EXIT.usage,
        `The passphrase file ${oneLine(file)} ${missing ? 'does not exist' : 'cannot be read'}. Look at --passphrase-file, or leave it out to be asked.`,
      ),
    );
  }
  if (first === undefined || first === '') {
    return refuse(
      stop(
        EXIT.usage,
        `The first line of the passphrase file ${oneLine(file)} is empty, too long or not UTF-8. Put the passphrase there.`,
      ),
    );
  }
  return ok(first);
}

function firstLine(path: string, { terminal }: CommandContext, file: string): string | undefined {
  const bytes = Buffer.alloc(PASSPHRASE_FILE_BYTES);
  const fd = openSync(path, 'r');
  try {
    const found = fstatSync(fd);
    if (process.platform !== 'win32' && found.isFile() && (found.mode & 0o077) !== 0) {
      terminal.err(
        `Note: others on this computer may read ${oneLine(file)}. Close it to them: chmod 600 ${oneLine(file)}`,
      );
    }
    let length = 0;
    while (length < bytes.length) {
      const got = readSync(fd, bytes, length, bytes.length - length, null);
      if (got === 0) break;
      length += got;
      if (bytes.subarray(0, length).includes(0x0a)) break;
    }
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return undefined;
    const end = bytes.subarray(0, length).indexOf(0x0a);
    if (end === -1 && length === bytes.length) return undefined;
    return bytes.toString('utf8', 0, end === -1 ? length : end).replace(/\r$/, '');
  } finally {
    bytes.fill(0);
    closeSync(fd);
  }
}

function nobodyToAsk(): Stop {
  return stop(
    EXIT.usage,
    'There is no terminal to ask for the passphrase. Give it in a file: --passphrase-file FILE (its first line).',
  );
}
