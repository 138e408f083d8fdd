import { resolve } from 'node:path';
import { z } from 'zod';
import { letterText, writeInvitation } from '../../../exchange/index.ts';
import { digestWords } from '../../../vault/index.ts';
import { statedSealingKey } from '../../addressees.ts';
import { fileSentence } from '../../exchange-sentences.ts';
import { EXIT, type ExitCode, type Stop } from '../../exit-code.ts';
import { writeNewFile } from '../../sealed-file.ts';
import { vaultSentence } from '../../sentences.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({ out: z.string().min(1), json: given });

/** Writes an invitation into this vault's workspace, and shows the words by which it is compared. */
export async function invite(context: CommandContext, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  return withVault(context, flags.value, (session) => writeFor(context, session, flags.value));
}

async function writeFor(
  { terminal, folder: base, now }: CommandContext,
  { vault, folder }: Session,
  { out, json }: z.infer<typeof schema>,
): Promise<ExitCode | Stop> {
  const key = await statedSealingKey(vault, now);
  if (!key.ok) return vaultSentence(key.error, folder);
  const { workspace, person, device } = vault;
  const invitation = writeInvitation({ workspace, person, device, recipient: key.value.recipient }, (domain, body) =>
    vault.state('person', domain, body),
  );
  const written = await writeNewFile(resolve(base, out), [new TextEncoder().encode(letterText(invitation))]);
  if (!written.ok) return fileSentence(written.error, oneLine(out));
  const words = (await digestWords({ ...invitation })).join(' ');
  if (json) terminal.out(jsonLine({ invitation: out, words }));
  else {
    terminal.out(
      `Wrote ${oneLine(out)}. It is not secret. Whoever you give it to runs: daybook join ${oneLine(out)} DIR`,
    );
    terminal.out('');
    terminal.out(`    ${words}`);
    terminal.out('');
    terminal.out('Read these words out to them, by voice: theirs must be the same.');
  }
  return EXIT.done;
}
