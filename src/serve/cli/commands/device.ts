import { z } from 'zod';
import { ok, type Result, refuse } from '../../../base/index.ts';
import type { DeviceRow } from '../../../vault/index.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { membersOf } from '../../members.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { removeAndTell } from '../removal-words.ts';
import { shortId } from '../source-words.ts';
import { tableLines } from '../table.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({ secondPassphraseFile: z.string().min(1).optional(), yes: given, json: given });

/** Lists the copies that belong to the workspace, and states that one is lost. */
export async function device(
  context: CommandContext,
  { action, id }: { readonly action: string; readonly id: string | undefined },
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  if (action === 'list') return withVault(context, flags.value, (session) => list(context, session, flags.value.json));
  if (action !== 'remove' || id === undefined) {
    return stop(EXIT.usage, 'Device can do two things: list, remove ID (the first digits of its key).');
  }
  return withVault(context, flags.value, async (session) => {
    const found = await findDevice(session, id);
    if (!found.ok) return found.error;
    const { device: key, person: owner } = found.value;
    if (key === session.vault.device) {
      return stop(EXIT.inputRefused, 'This is the device that you are using. Run it in another copy of the vault.');
    }
    const shown = `device ${shortId(key)}…`;
    return removeAndTell(context, session, { role: 'device', key, owner }, { ...flags.value, shown });
  });
}

async function list({ terminal }: CommandContext, { vault }: Session, json: boolean): Promise<ExitCode> {
  const rows: string[][] = [];
  for (const member of await membersOf(vault)) {
    for (const each of member.devices) {
      if (json) terminal.out(jsonLine({ ...each, heardAt: each.heardAt ?? null, here: each.device === vault.device }));
      rows.push([
        shortId(each.device),
        oneLine(member.name ?? `key ${shortId(member.person)}…`),
        each.entries.toLocaleString('en-US'),
        each.heardAt ?? 'never',
        each.removed ? 'removed' : each.device === vault.device ? 'this one' : '',
      ]);
    }
  }
  if (json) return EXIT.done;
  const columns = [
    { heading: 'device' },
    { heading: 'of', least: 12 },
    { heading: 'entries here', side: 'right' as const },
    { heading: 'last heard (as it claims)' },
    { heading: '' },
  ];
  for (const line of tableLines(columns, rows, { cells: terminal.cells })) terminal.out(line);
  if (vault.isCopy) terminal.out('This folder becomes a device of its own with its first entry.');
  return EXIT.done;
}

async function findDevice({ vault }: Session, typed: string): Promise<Result<DeviceRow, Stop>> {
  const digits = typed.toLowerCase().replace(/…$/, '');
  const found = (await vault.query('devices', undefined)).filter(({ device: key }) => key.startsWith(digits));
  const [first] = found;
  if (first !== undefined && found.length === 1) return ok(first);
  const what = first === undefined ? 'No device begins' : 'More than one device begins';
  return refuse(stop(EXIT.inputRefused, `${what} with these digits. Type device list to see all.`));
}
