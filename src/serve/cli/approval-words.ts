import { ok, type Result, refuse, type SubjectId } from '../../base/index.ts';
import { type Approver, type ApproverRefusal, type EntryDraft, openApprover } from '../../vault/index.ts';
import { EXIT, type Stop, stop } from '../exit-code.ts';
import { approvalOf, needsApproval, othersHere } from '../second-approval.ts';
import { vaultSentence } from '../sentences.ts';
import { oneLine } from './cell-text.ts';
import type { CommandContext, Session } from './context.ts';
import { readPassphraseFile } from './vault-session.ts';

/**
 * The approval that something needs before it is recorded under an id: none while the workspace asks for none, else a
 * second person's, who enters their own passphrase now.
 */
export async function askApproval(
  context: CommandContext,
  session: Session,
  approves: SubjectId,
  file: string | undefined,
): Promise<Result<readonly EntryDraft[], Stop>> {
  if (!(await needsApproval(session.vault))) return ok([]);
  if ((await othersHere(session.vault)).length === 0) return refuse(NOBODY_ELSE);
  const approver = await askSecondPerson(context, session, file);
  return approver.ok ? ok([approvalOf(approver.value, approves, context)]) : approver;
}

/** A second person, by a passphrase of their own that is typed now or stands in a file. */
async function askSecondPerson(
  context: CommandContext,
  session: Session,
  file: string | undefined,
): Promise<Result<Approver, Stop>> {
  const passphrase = await secondPassphrase(context, file, "The second person's passphrase (not shown): ");
  return passphrase.ok ? approverBy(passphrase.value, session) : passphrase;
}

/** The same where it can also be done later or elsewhere: undefined when an empty line says that nobody is there now. */
export async function askSecondPersonIfThere(
  context: CommandContext,
  session: Session,
  file: string | undefined,
): Promise<Result<Approver | undefined, Stop>> {
  const question = "The second person's passphrase (not shown; Enter alone when nobody is there now): ";
  const passphrase = await secondPassphrase(context, file, question);
  if (!passphrase.ok) return passphrase;
  return file === undefined && passphrase.value === '' ? ok(undefined) : approverBy(passphrase.value, session);
}

async function approverBy(passphrase: string, { vault, folder }: Session): Promise<Result<Approver, Stop>> {
  const approver = await openApprover(vault, passphrase);
  return approver.ok ? approver : refuse(approverSentence(approver.error, folder));
}

async function secondPassphrase(
  context: CommandContext,
  file: string | undefined,
  question: string,
): Promise<Result<string, Stop>> {
  if (file !== undefined) return readPassphraseFile(context, file);
  const { asks, confirms, ask } = context.terminal;
  if (!asks) return refuse(stop(EXIT.usage, confirms ? NOT_AT_PROMPT : NOBODY_TO_ASK));
  const typed = await ask(question, { hidden: true });
  return typed === undefined ? refuse(stop(EXIT.usage, 'Nobody approved, so nothing was done.')) : ok(typed);
}

const NOBODY_TO_ASK =
  'This needs a second person, who enters a passphrase of their own. Run it on a terminal, or give --second-passphrase-file FILE.';
const NOT_AT_PROMPT =
  'This needs a second person, and a passphrase typed at this prompt would be seen. Leave it with quit and type the command behind daybook, or give --second-passphrase-file FILE. Nothing was done.';

function approverSentence(refusal: ApproverRefusal, folder: string): Stop {
  switch (refusal.type) {
    case 'same-person':
      return stop(
        EXIT.inputRefused,
        'This is the passphrase of whoever opened the vault. A second person has to enter their own. Nothing was done.',
      );
    case 'not-a-member':
      return stop(
        EXIT.inputRefused,
        'Whoever has this passphrase does not belong to the workspace, or no longer. Nothing was done.',
      );
    default:
      return vaultSentence(refusal, oneLine(folder));
  }
}

const NOBODY_ELSE: Stop = stop(
  EXIT.inputRefused,
  'A second approval is needed here, and nobody else belongs to the workspace any more. Enrol somebody first: person add NAME',
);
