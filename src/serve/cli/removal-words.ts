import { EXIT, type ExitCode, type Stop, stop } from '../exit-code.ts';
import { holdsAlone, type RemovalTarget, stateRemoval } from '../members.ts';
import { othersHere } from '../second-approval.ts';
import { vaultSentence } from '../sentences.ts';
import { DAYBOOK } from '../typed.ts';
import { agreeByWord } from './agreement.ts';
import { askSecondPersonIfThere } from './approval-words.ts';
import { oneLine } from './cell-text.ts';
import type { CommandContext, Session } from './context.ts';
import { jsonLine } from './json-line.ts';
import { slotsSentence } from './key-words.ts';

/** Asks, states a removal, alone or with a second person, and says what it does and what it does not. */
export async function removeAndTell(
  context: CommandContext,
  session: Session,
  target: RemovalTarget,
  options: {
    /** Who or what, for people. */
    readonly shown: string;
    readonly secondPassphraseFile?: string | undefined;
    readonly yes: boolean;
    readonly json: boolean;
  },
): Promise<ExitCode | Stop> {
  const { terminal, now } = context;
  const { vault, folder } = session;
  const { shown, secondPassphraseFile, yes, json } = options;
  const question = `This cannot be taken back. Type remove to remove ${shown}: `;
  const agreed = await agreeByWord(terminal, yes, { word: 'remove', question, done: 'stated' });
  if (agreed !== undefined) return agreed;
  const wantsSecond =
    !holdsAlone(vault, target) &&
    (secondPassphraseFile !== undefined ||
      (terminal.asks && (await othersHere(vault)).some((person) => person !== target.key)));
  const second = wantsSecond ? await askSecondPersonIfThere(context, session, secondPassphraseFile) : undefined;
  if (second !== undefined && !second.ok) return second.error;
  const done = await stateRemoval(vault, target, { now, second: second?.value });
  if (!done.ok) {
    // A removal that came from elsewhere leaves their ways into this vault: they go when it is asked for here too.
    if (done.error.type === 'removed-before' && target.role === 'person' && target.key !== vault.person) {
      const shut = await vault.slots.removeSlotsOf(target.key);
      if (shut.ok) {
        if (json) terminal.out(jsonLine({ removed: target.key, holds: true }));
        else terminal.out(`${shown} was removed before. Now they have no way into this vault either.`);
        return EXIT.done;
      }
      if (shut.error.type !== 'no-such-slot') return slotsSentence(shut.error, oneLine(folder));
    }
    return done.error.type === 'removed-before'
      ? stop(EXIT.inputRefused, `${shown} was removed before. Nothing was changed.`)
      : vaultSentence(done.error, oneLine(folder));
  }
  const { type } = done.value;
  if (type === 'holds' && target.role === 'person' && target.key !== vault.person) {
    const shut = await vault.slots.removeSlotsOf(target.key);
    if (!shut.ok && shut.error.type !== 'no-such-slot') return slotsSentence(shut.error, oneLine(folder));
  }
  if (json) terminal.out(jsonLine({ removed: target.key, holds: type === 'holds' }));
  else if (type === 'holds') for (const line of holdsLines(shown)) terminal.out(line);
  else {
    terminal.out(
      `Stated by you alone: it holds once a second person states the same, here or in their own vault: ${target.role} remove ${target.key.slice(0, 16)}`,
    );
  }
  return EXIT.done;
}

function holdsLines(shown: string): readonly string[] {
  return [
    `Removed ${shown}. What they write from here on is kept in the record, shown nowhere, and counts for nothing.`,
    'They keep what they had: whoever was given a copy can go on reading it. Two statements prove two passphrases, not two bodies.',
    `If they knew a passphrase of this vault, make a new vault key now: ${DAYBOOK} revoke`,
  ];
}
