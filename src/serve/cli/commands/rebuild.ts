import { EXIT, type ExitCode, type Stop } from '../../exit-code.ts';
import { counted, vaultSentence } from '../../sentences.ts';
import { openBundledPacks } from '../../theme-packs.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

/** Makes everything that is derived again from the entries, and compares. */
export async function rebuild(context: CommandContext, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(vaultFlags.extend({ json: given }), typed);
  if (!flags.ok) return flags.error;
  return withVault(context, flags.value, (session) => rebuildVault(context, session, flags.value.json));
}

async function rebuildVault(
  { terminal, installation }: CommandContext,
  { vault, folder }: Session,
  json: boolean,
): Promise<ExitCode | Stop> {
  const packs = openBundledPacks(installation);
  const outcome = await vault.rebuild(packs, ({ entries, readings }) =>
    terminal.progress(`${counted(entries, 'entry', 'entries')}, ${counted(readings, 'reading')} …`),
  );
  terminal.progress('');
  if (!outcome.ok) return vaultSentence(outcome.error, folder);
  const { entries, readings, readingsDropped, rows, before, after, resumed } = outcome.value;
  const equal = before === after;
  if (json) {
    terminal.out(jsonLine({ entries, readings, readingsDropped, rows, before: before ?? null, after, equal, resumed }));
    return EXIT.done;
  }
  terminal.out(
    `Made again from ${counted(entries, 'entry', 'entries')}: ${counted(rows, 'row')}, ${counted(readings, 'reading')}.`,
  );
  if (resumed) terminal.out('An earlier rebuild had been interrupted; this one went on where it stopped.');
  if (readingsDropped > 0) {
    terminal.out(
      `${counted(readingsDropped, 'reading was', 'readings were')} made by another reader or theme pack and left out. Read those sources again: read --source ID`,
    );
  }
  terminal.out(`before  ${before ?? 'nothing'}`);
  terminal.out(`after   ${after}`);
  terminal.out(
    equal
      ? 'Equal: nothing had changed that should not.'
      : 'Different: what was derived had not been what the entries give. It is now.',
  );
  return EXIT.done;
}
