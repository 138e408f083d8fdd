import { z } from 'zod';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { needsApproval, othersHere, setApproval } from '../../second-approval.ts';
import { vaultSentence } from '../../sentences.ts';
import { newSubjectId } from '../../subjects.ts';
import { askApproval } from '../approval-words.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({ secondPassphraseFile: z.string().min(1).optional(), json: given });

/** Shows, or changes, whether what cannot be undone needs a second person. */
export async function approval(context: CommandContext, action: string, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const { json, secondPassphraseFile } = flags.value;
  if (action === 'show') return withVault(context, flags.value, (session) => show(context, session, json));
  if (action !== 'on' && action !== 'off') return stop(EXIT.usage, 'Approval can do three things: show, on, off.');
  return withVault(context, flags.value, (session) => change(context, session, action, secondPassphraseFile));
}

async function show({ terminal }: CommandContext, { vault }: Session, json: boolean): Promise<ExitCode> {
  const on = await needsApproval(vault);
  terminal.out(json ? jsonLine({ secondApproval: on }) : on ? ON : OFF);
  return EXIT.done;
}

async function change(
  context: CommandContext,
  session: Session,
  value: 'on' | 'off',
  file: string | undefined,
): Promise<ExitCode | Stop> {
  const { vault, folder } = session;
  if (value === 'on' && (await othersHere(vault)).length === 0) {
    return stop(
      EXIT.inputRefused,
      'One person cannot approve twice. Enrol a second person first: person add NAME. Nothing was changed.',
    );
  }
  const approved = await askApproval(context, session, newSubjectId(context.random), file);
  if (!approved.ok) return approved.error;
  const set = await setApproval(vault, value, { now: context.now, approval: approved.value });
  if (!set.ok) return vaultSentence(set.error, oneLine(folder));
  context.terminal.out(value === 'on' ? ON : OFF);
  return EXIT.done;
}

const ON =
  'Erasing, changing how long things are kept, and this setting need a second person, who enters their own passphrase. That proves two passphrases, not two bodies.';
const OFF = 'One person may erase, remove and change settings alone. Each such act is signed and stands in the log.';
