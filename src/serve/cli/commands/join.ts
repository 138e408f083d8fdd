import { resolve } from 'node:path';
import { z } from 'zod';
import { ok, type Result, refuse } from '../../../base/index.ts';
import {
  type Invitation,
  type JoiningRequest,
  LETTER_LIMIT,
  letterText,
  readInvitation,
  seal,
  writeRequest,
} from '../../../exchange/index.ts';
import { digestWords, inspectVaultFolder, type Vault } from '../../../vault/index.ts';
import { ownSealingKey } from '../../addressees.ts';
import { fileSentence, letterSentence } from '../../exchange-sentences.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { makeJoinedVault } from '../../open.ts';
import { readSmall, writeNewFile } from '../../sealed-file.ts';
import { vaultSentence } from '../../sentences.ts';
import { DAYBOOK } from '../../typed.ts';
import { placeProblem } from '../../vault-place.ts';
import { oneLine } from '../cell-text.ts';
import { compareWords } from '../compared-words.ts';
import type { CommandContext } from '../context.ts';
import { given, parseFlags, someText } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { newPassphrase, passphraseSource } from '../new-passphrase.ts';
import { openSession } from '../vault-session.ts';
import { askName, NAME_LIMIT, OCCASION } from './init.ts';

const schema = z.object({
  out: z.string().min(1),
  name: someText(NAME_LIMIT).optional(),
  words: z.string().min(1).optional(),
  passphraseFile: z.string().min(1).optional(),
  json: given,
});
type Flags = z.infer<typeof schema>;

/** Makes a vault of one's own in somebody else's workspace, and a request to be admitted, sealed to who invited. */
export async function join(
  context: CommandContext,
  { invitation: file, dir }: { readonly invitation: string; readonly dir: string },
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  if (context.watched !== undefined) return context.watched;
  const invitation = await invitationIn(context, file);
  if (!invitation.ok) return invitation.error;
  const stopped = await compare(context, invitation.value, flags.value);
  if (stopped !== undefined) return stopped;
  const opened = await openOrMake(context, dir, invitation.value, flags.value);
  if (!opened.ok) return opened.error;
  const vault = opened.value;
  try {
    return await writeRequestOf(context, vault, invitation.value, { ...flags.value, dir });
  } finally {
    await vault.close();
  }
}

async function invitationIn({ folder }: CommandContext, file: string): Promise<Result<Invitation, Stop>> {
  const bytes = await readSmall(resolve(folder, file), LETTER_LIMIT);
  if (!bytes.ok) return refuse(fileSentence(bytes.error, oneLine(file)));
  const read = readInvitation(bytes.value);
  return read.ok ? read : refuse(letterSentence(read.error, oneLine(file)));
}

/** Where nobody can be asked and no words were given, the words are shown: the one who admits must compare in any case. */
async function compare({ terminal }: CommandContext, invitation: Invitation, flags: Flags): Promise<Stop | undefined> {
  const words = (await digestWords({ ...invitation })).join(' ');
  // Words that were given are compared without being shown: who sees the right ones need not ask by voice.
  if (!flags.json && flags.words === undefined) {
    terminal.out('The words of this invitation:');
    terminal.out('');
    terminal.out(`    ${words}`);
    terminal.out('');
  }
  if (flags.words === undefined && !terminal.asks) return undefined;
  return compareWords(terminal, words, {
    given: flags.words,
    question: 'Have whoever invited you read out theirs, by voice.',
  });
}

/** A new vault; or the one that was made before and not admitted yet. */
async function openOrMake(
  context: CommandContext,
  dir: string,
  { workspace }: Invitation,
  { passphraseFile }: Flags,
): Promise<Result<Vault, Stop>> {
  const folder = resolve(context.folder, dir);
  const { content } = await inspectVaultFolder(folder);
  if (content.type === 'vault') {
    const session = await openSession(context, { vault: dir, passphraseFile });
    if (!session.ok) return session;
    const { vault } = session.value;
    if (vault.workspace === workspace && (await vault.condition()).type === 'not-admitted') return ok(vault);
    await vault.close();
    return refuse(
      stop(EXIT.inputRefused, `There is another vault in ${oneLine(dir)} already. Name an empty or new folder.`),
    );
  }
  const problem = await placeProblem(folder, oneLine(dir));
  if (problem !== undefined) return refuse(problem);
  const source = passphraseSource(context, passphraseFile, OCCASION);
  if (!source.ok) return source;
  const chosen = await newPassphrase(context, source.value, OCCASION);
  if (!chosen.ok) return chosen;
  const { installation, now, machine } = context;
  const made = await makeJoinedVault({ installation, folder, passphrase: chosen.value, now, machine, workspace });
  return made.ok ? made : refuse(vaultSentence(made.error, oneLine(dir)));
}

async function writeRequestOf(
  { terminal, folder, now }: CommandContext,
  vault: Vault,
  invitation: Invitation,
  { out, name: givenName, passphraseFile, json, dir }: Flags & { readonly dir: string },
): Promise<ExitCode | Stop> {
  const key = await ownSealingKey(vault, now);
  if (!key.ok) return vaultSentence(key.error, oneLine(dir));
  const name = givenName ?? (passphraseFile === undefined && terminal.asks ? await askName(terminal) : undefined);
  const { workspace, device } = vault;
  const request: JoiningRequest = writeRequest(
    { workspace, device, name: name ?? null, recipient: key.value.recipient },
    vault.possession(),
    (domain, body) => vault.state('person', domain, body),
  );
  const text = new TextEncoder().encode(letterText(request));
  const written = await writeNewFile(resolve(folder, out), seal([text], [invitation.recipient]));
  if (!written.ok) return fileSentence(written.error, oneLine(out));
  const words = (await digestWords({ ...request })).join(' ');
  if (json) {
    terminal.out(jsonLine({ request: out, words, workspace }));
    return EXIT.done;
  }
  terminal.out(`Made a vault in ${oneLine(dir)}, and a request in ${oneLine(out)} that only who invited you can open.`);
  terminal.out(`Give them the request. They run: daybook admit ${oneLine(out)}`);
  terminal.out('');
  terminal.out(`    ${words}`);
  terminal.out('');
  terminal.out(
    `Read these words out to them, by voice. Then take the bundle that they make for you: ${DAYBOOK} take FILE`,
  );
  return EXIT.done;
}
