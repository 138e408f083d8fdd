import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ok, type Result, refuse } from '../../base/index.ts';
import {
  firstIdentity,
  joinShares,
  type KeyShare,
  type RecoveryKey,
  readShare,
  readSheet,
  typedWords,
  unknownWord,
} from '../../vault/index.ts';
import { EXIT, type Stop, stop } from '../exit-code.ts';
import { wordsOnPaper } from '../recovery-paper.ts';
import { errorCode } from '../system-errors.ts';
import { oneLine } from './cell-text.ts';
import type { CommandContext, Terminal } from './context.ts';
import { sharesSentence, wordsSentence } from './key-words.ts';

/** What somebody may have in place of a passphrase: files that they name. */
export interface RecoveryMeans {
  readonly sheet?: string | undefined;
  readonly identity?: string | undefined;
  readonly share?: readonly string[] | undefined;
}

const FILE_BYTES = 64 * 1024;
const ATTEMPTS = 3;
/** How many lines somebody may try before the paper is taken to be wrong. */
const MOST_LINES = 60;
const SHEET_WORDS = 11;

/** The key that the named files give, or words that are asked for. `ways` are the kinds of slots that there are. */
export async function recoveryKey(
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
