import { drawSheet } from '../../vault/index.ts';
import { EXIT, type Stop, stop } from '../exit-code.ts';
import { paperLines, sheetPaper } from '../recovery-paper.ts';
import { DAYBOOK } from '../typed.ts';
import { wrapCells } from './cell-text.ts';
import type { CommandContext, Session } from './context.ts';
import { slotsSentence } from './key-words.ts';
import { askBack } from './new-passphrase.ts';

/** Offers a recovery sheet to somebody who sits at a terminal. Whatever goes wrong is told; the vault is made all the same. */
export async function offerSheet(context: CommandContext, session: Session): Promise<void> {
  const { terminal } = context;
  const answer = await terminal.ask(
    'Make a recovery sheet now, words on paper that open the vault if the passphrase is lost? [Y/n] ',
  );
  if (answer === undefined || /^\s*no?\s*$/i.test(answer)) {
    terminal.out(
      `No recovery sheet was made: without one a lost passphrase loses the vault. Later: ${DAYBOOK} recovery sheet`,
    );
    return;
  }
  const stopped = await showSheet(context, session, undefined);
  if (stopped !== undefined) terminal.err(stopped.sentence);
}

/** Why words that open a vault are not printed where a file or a pipe would keep them. */
export function noScreen(): Stop {
  return stop(
    EXIT.usage,
    'There is no terminal to show the words on. Have them written to files that you print and destroy: --out NAME',
  );
}

/** Shows a new sheet on the terminal, asks two of its words back, and only then puts its slot into the vault. */
export async function showSheet(
  context: CommandContext,
  { vault, folder }: Session,
  label: string | undefined,
): Promise<Stop | undefined> {
  const { terminal, random, now } = context;
  const { draft, words } = await drawSheet(random);
  for (const line of paperLines(sheetPaper(words, label)).flatMap((each) => wrapCells(each, terminal.cells))) {
    terminal.out(line);
  }
  const stopped = await askBack(context, words, 'No recovery sheet was made.');
  if (stopped !== undefined) return stopped;
  const added = await vault.slots.addRecovery(draft, now());
  if (!added.ok) return slotsSentence(added.error, folder);
  terminal.out(
    `The vault now opens with this sheet too (slot ${added.value.slice(0, 8)}). If it was seen: ${DAYBOOK} revoke`,
  );
  return undefined;
}
