import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ok, type Result, refuse } from '../../../base/index.ts';
import {
  firstIdentity,
  joinShares,
  type KeyShare,
  type RecoveryKey,
  readShare,
  readSheet,
  typedWords,
  unknownWord,
  waysIn,
} from '../../../vault/index.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { recoverVault } from '../../open.ts';
import { wordsOnPaper } from '../../recovery-paper.ts';
import { vaultSentence } from '../../sentences.ts';
import { errorCode } from '../../system-errors.ts';
import { vaultPlace } from '../../vault-place.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext, Terminal } from '../context.ts';
import { jsonLine } from '../json-line.ts';
import { sharesSentence, slotsSentence, wordsSentence } from '../key-words.ts';
import { newPassphrase, type Occasion, passphraseSource } from '../new-passphrase.ts';
import { DEFAULT_VAULT, type VaultFlags } from '../vault-session.ts';

/** What somebody may have in place of a passphrase, and where the new one comes from. */
export interface RecoveryMeans extends VaultFlags {
  readonly sheet?: string | undefined;
  readonly identity?: string | undefined;
  readonly share?: readonly string[] | undefined;
  readonly newPassphraseFile?: string | undefined;
  readonly json: boolean;
}

const OCCASION: Occasion = {
  what: 'your new passphrase',
  flag: '--new-passphrase-file',
  nothingDone: 'The passphrase was not changed.',
};
const FILE_BYTES = 64 * 1024;
const ATTEMPTS = 3;
/** How many lines somebody may try before the paper is taken to be wrong. */
const MOST_LINES = 60;
const SHEET_WORDS = 11;

/**
 * Opens a vault with what is left when its passphrase is lost, and sets a new passphrase for the person who had made the
 * sheet, key or shares.
 */
export async function recoverWith(context: CommandContext, means: RecoveryMeans): Promise<ExitCode | Stop> {
  if (context.watched !== undefined) return context.watched;
  if (context.session !== undefined) {
    return stop(
      EXIT.usage,
      'The vault is open here already. Change its passphrase: leave with quit, then daybook passphrase',
    );
  }
  const folder = means.vault ?? context.defaultVault ?? DEFAULT_VAULT;
  const path = resolve(context.folder, folder);
  const { problem, notice } = await vaultPlace(path, oneLine(folder));
  if (problem !== undefined) return problem;
  if (notice !== undefined) context.terminal.err(`Warning: ${notice}`);
  const ways = waysIn(path);
  if (!ways.ok) return vaultSentence(ways.error, oneLine(folder));
  const source = passphraseSource(context, means.newPassphraseFile, OCCASION);
  // Who has nothing to open it with is told that first.
  const key = await recoveryKey(context, means, ways.value);
  if (!key.ok) return key.error;
  if (!source.ok) return source.error;
  const { installation, now, machine, terminal } = context;
  const opened = await recoverVault({ installation, folder: path, now, machine }, key.value);
  if (!opened.ok) return vaultSentence(opened.error, oneLine(folder));
  const vault = opened.value;
  try {
    if (!means.json) terminal.out('The vault is open. Now it gets a new passphrase in place of the one that was lost.');
    const passphrase = await newPassphrase(context, source.value, OCCASION);
    if (!passphrase.ok) return passphrase.error;
    const changed = await vault.slots.changePassphrase({ passphrase: passphrase.value, at: now() });
    if (!changed.ok) return slotsSentence(changed.error, folder);
  } finally {
    await vault.close();
  }
  if (means.json) terminal.out(jsonLine({ recovered: true, with: key.value.type }));
  else {
    terminal.out(
      'The vault opens with the new passphrase. What you recovered it with still opens it too: keep it as before, or make a new one (daybook recovery sheet) and remove it.',
    );
    terminal.out('If somebody else may have the lost passphrase, or a copy of what you used just now: daybook revoke');
  }
  return EXIT.done;
}

async function recoveryKey(
  context: CommandContext,
  { sheet, identity, share }: RecoveryMeans,
  ways: readonly string[],
): Promise<Result<RecoveryKey, Stop>> {
  const named = [sheet, identity, share].filter((each) => each !== undefined).length;
  if (named > 1)
    return refuse(stop(EXIT.usage, 'Name one of them: --sheet FILE, --identity FILE, or --share FILE FILE.'));
  if (identity !== undefined) return officeIdentity(context, identity);
  if (share !== undefined) return joinedShares(context, share);
  if (sheet !== undefined) {
    const text = readText(context, sheet);
    return text.ok ? readPaper(text.value) : text;
  }
  if (!ways.some((kind) => kind !== 'person'))
    return refuse(nothingLeft('There is no other way into this vault than its passphrases'));
  if (!ways.includes('sheet') || !context.terminal.asks) return refuse(nothingLeft(waysWords(ways)));
  return askSheet(context.terminal, ways);
}

/** No back door: said plainly, so that nobody pays somebody who claims to have one. */
function nothingLeft(ways: string): Stop {
  return stop(
    EXIT.inputRefused,
    `${ways}. With --sheet FILE, --identity FILE or --share FILE FILE name what you have. Without a passphrase, sheet, key or enough shares nobody can open this vault, its makers included: there is no back door. A backup helps only with a passphrase or sheet of its own time.`,
  );
}

function waysWords(ways: readonly string[]): string {
  const known = [
    ways.includes('sheet') && 'a recovery sheet',
    ways.includes('office') && "an office's key",
    ways.includes('shares') && 'shares',
  ].filter((each) => each !== false);
  return known.length === 0
    ? 'Only a newer Daybook knows another way into this vault'
    : `This vault can be recovered with ${known.join(', or ')}`;
}

async function readPaper(text: string): Promise<Result<RecoveryKey, Stop>> {
  const read = await readSheet(wordsOnPaper(text));
  return read.ok ? read : refuse(stop(EXIT.inputRefused, wordsSentence(read.error, 'The sheet')));
}

function officeIdentity(context: CommandContext, file: string): Result<RecoveryKey, Stop> {
  const text = readText(context, file);
  if (!text.ok) return text;
  const identity = firstIdentity(text.value);
  if (identity !== undefined) return ok({ type: 'office', identity });
  const isSealed = text.value.startsWith('age-encryption.org/') || text.value.includes('-----BEGIN AGE ENCRYPTED FILE');
  return refuse(
    stop(
      EXIT.inputRefused,
      isSealed
        ? `${oneLine(file)} is itself sealed with a passphrase. Open it first (age -d), and name what comes out.`
        : `There is no line AGE-SECRET-KEY-1… in ${oneLine(file)}. Name the file that age-keygen made.`,
    ),
  );
}

async function joinedShares(context: CommandContext, files: readonly string[]): Promise<Result<RecoveryKey, Stop>> {
  const shares: KeyShare[] = [];
  for (const file of files) {
    const text = readText(context, file);
    if (!text.ok) return text;
    const share = await readShare(wordsOnPaper(text.value));
    if (!share.ok) {
      return refuse(stop(EXIT.inputRefused, wordsSentence(share.error, `The share in ${oneLine(file)}`)));
    }
    shares.push(share.value);
  }
  const joined = await joinShares(shares);
  return joined.ok
    ? ok({ type: 'shares', ...joined.value })
    : refuse(stop(EXIT.inputRefused, sharesSentence(joined.error)));
}

/** Asks for a sheet's words, one or more a line, and tells at once of a word that Daybook does not write. */
async function askSheet(terminal: Terminal, ways: readonly string[]): Promise<Result<RecoveryKey, Stop>> {
  for (let attempt = 1; ; attempt++) {
    const words = await askWords(terminal);
    if (words === undefined || words.length === 0) return refuse(nothingLeft(waysWords(ways)));
    const read = await readSheet(words.join(' '));
    if (read.ok) return read;
    const said = wordsSentence(read.error, 'The sheet');
    if (attempt === ATTEMPTS) return refuse(stop(EXIT.inputRefused, said));
    terminal.err(`${said} Type all of them again.`);
  }
}

async function askWords(terminal: Terminal): Promise<readonly string[] | undefined> {
  const words: string[] = [];
  for (let line = 0; line < MOST_LINES && words.length < SHEET_WORDS; line++) {
    const typed = await terminal.ask(`Word ${words.length + 1} of the ${SHEET_WORDS} on the sheet (not shown): `, {
      hidden: true,
    });
    if (typed === undefined) return undefined;
    const more = typedWords(typed);
    if (more.length === 0) return words;
    const unknown = await unknownWord(more);
    if (unknown === undefined) words.push(...more);
    else terminal.err(`Word ${words.length + unknown} is not one that Daybook writes. Look at its letters once more.`);
  }
  return words;
}

/** The text of a small file that the user named. */
function readText(context: CommandContext, file: string): Result<string, Stop> {
  try {
    const path = resolve(context.folder, file);
    const found = statSync(path);
    if (found.isFile() && found.size <= FILE_BYTES) return ok(readFileSync(path, 'utf8'));
    return refuse(
      stop(EXIT.inputRefused, `${oneLine(file)} is no small text file. Name the file with the words or the key.`),
    );
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return refuse(stop(EXIT.inputRefused, `There is no file ${oneLine(file)}. Look at its name.`));
  }
}
