import { resolve } from 'node:path';
import { z } from 'zod';
import { type Destruction, destroyVault, isVaultToDestroy } from '../../../vault/index.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { DAYBOOK } from '../../typed.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { DEFAULT_VAULT } from '../vault-session.ts';

const schema = z.object({ yes: given, json: given });

/** What has to be typed: a word that nobody types by mistake, and short enough for shaking hands. */
const WORD = 'destroy';
const LONGEST_ANSWER = 4096;

/**
 * Destroys what opens a vault, without its passphrase and at once. At the prompt it destroys the vault that is open, and the
 * process ends with what it holds in memory.
 */
export async function panic(
  context: CommandContext,
  dir: string | undefined,
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const { session, terminal } = context;
  if (session !== undefined && dir !== undefined) {
    return stop(EXIT.usage, 'Here panic destroys the vault that is open, and takes no folder.');
  }
  const shown = session?.folder ?? dir ?? context.defaultVault ?? DEFAULT_VAULT;
  const folder = session?.vault.folder ?? resolve(context.folder, shown);
  if (!isVaultToDestroy(folder)) {
    return stop(
      EXIT.inputRefused,
      `There is no vault in ${oneLine(shown)}, so nothing was destroyed. Name its folder: ${DAYBOOK} panic DIR`,
    );
  }
  if (!flags.value.yes) {
    const agreed = await confirm(context, oneLine(shown));
    if (agreed !== undefined) return agreed;
  }
  const done = destroyVault(folder, { random: context.random });
  const code = done.left.length === 0 ? EXIT.done : EXIT.partFailed;
  // First off the screen, then in words what happened.
  if (session !== undefined) terminal.clear();
  if (flags.value.json) terminal.out(jsonLine(done));
  else for (const line of destructionLines(done, oneLine(shown))) terminal.out(line);
  // Key and text are still in this process, and it has used the database's file past SQLite: it ends here.
  if (session !== undefined) process.exit(code);
  return code;
}

async function confirm({ terminal, session }: CommandContext, shown: string): Promise<Stop | undefined> {
  const question = `Type ${WORD} to make the vault in ${shown} unreadable for good, for everybody: `;
  let answer: string | undefined;
  if (session !== undefined) {
    // Lines belong to the prompt here: the next one is the answer.
    terminal.err(question.trim());
    answer = new TextDecoder().decode(await terminal.readInput(LONGEST_ANSWER));
  } else if (terminal.asks) answer = await terminal.ask(question);
  else return stop(EXIT.usage, `There is nobody to ask whether this is meant. Say so: ${DAYBOOK} panic DIR --yes`);
  return answer?.trim().toLowerCase() === WORD ? undefined : stop(EXIT.usage, 'Nothing was destroyed.');
}

/** What is gone, what resisted, and what remains possible: nothing here may sound safer than it is. */
function destructionLines({ destroyed, left }: Destruction, shown: string): readonly string[] {
  const isShut = destroyed.includes('header.json') || !left.some(({ file }) => file === 'header.json');
  return [
    ...(destroyed.length > 0 ? [`Destroyed: ${destroyed.join(', ')}.`] : []),
    ...left.map(
      ({ file, overwritten, removed, code }) =>
        `NOT ${overwritten ? (removed ? 'made sure on the disk' : 'removed') : removed ? 'written over, only removed' : 'destroyed'}: ${file} (${code}).`,
    ),
    isShut
      ? `What lies in ${shown} opens no more, with any passphrase, sheet or key.`
      : `The vault in ${shown} MAY STILL OPEN: its key file resisted. Destroy the disk, or delete the file by other means.`,
    'What remains possible:',
    '  Backups, bundles and copies of the folder elsewhere are as they were, and open as before.',
    '  The disk may keep old bytes (flash memory moves what is written over; journals and snapshots keep more). Whoever finds an old key file there and knows a passphrase may read what is left.',
    '  Documents that you added, and briefs that you exported, lie readable where they were.',
    '  The folder is still there and shows that there was a vault, how large, and when it was last used. Delete it when there is time.',
    '  A Daybook that has this vault open elsewhere can write nothing more, and shows what it has in memory until it ends.',
  ];
}
