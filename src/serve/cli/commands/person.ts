import { z } from 'zod';
import { ok, type Result, refuse } from '../../../base/index.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { type Member, membersOf } from '../../members.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { removeAndTell } from '../removal-words.ts';
import { shortId } from '../source-words.ts';
import { tableLines } from '../table.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({ secondPassphraseFile: z.string().min(1).optional(), yes: given, json: given });

/** Lists who belongs, and states that somebody belongs no longer. */
export async function person(
  context: CommandContext,
  { action, name }: { readonly action: string; readonly name: string | undefined },
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  if (action === 'list') return withVault(context, flags.value, (session) => list(context, session, flags.value.json));
  if (action !== 'remove') return stop(EXIT.usage, 'Person can do three things: list, add NAME, remove NAME.');
  if (name === undefined)
    return stop(EXIT.usage, 'Name the person, or the first digits of their key: person remove NAME');
  return withVault(context, flags.value, async (session) => {
    const found = await findMember(session, name);
    if (!found.ok) return found.error;
    const member = found.value;
    const shown = memberWords(member);
    return removeAndTell(context, session, { role: 'person', key: member.person }, { ...flags.value, shown });
  });
}

async function list({ terminal }: CommandContext, { vault }: Session, json: boolean): Promise<ExitCode> {
  const members = await membersOf(vault);
  if (json) {
    for (const { devices, ...each } of members) {
      terminal.out(
        jsonLine({ ...each, here: each.person === vault.person, devices: devices.map(({ device }) => device) }),
      );
    }
    return EXIT.done;
  }
  const rows = members.map((member) => [
    shortId(member.person),
    memberWords(member),
    String(member.devices.length),
    heardWords(member),
    member.removed ? 'removed' : member.person === vault.person ? 'opened this vault' : '',
  ]);
  const columns = [
    { heading: 'key' },
    { heading: 'name', least: 12 },
    { heading: 'devices', side: 'right' as const },
    { heading: 'last heard (as their device claims)' },
    { heading: '' },
  ];
  for (const line of tableLines(columns, rows, { cells: terminal.cells })) terminal.out(line);
  return EXIT.done;
}

function memberWords({ name, person: key }: Member): string {
  return name === null ? `the holder of key ${shortId(key)}…` : oneLine(name);
}

function heardWords({ devices }: Member): string {
  const times = devices.map(({ heardAt }) => heardAt ?? '').sort();
  return times.at(-1) || 'never';
}

/** The member of this name, or whose key begins with these digits; a sentence when there is none, or more than one. */
async function findMember({ vault }: Session, typed: string): Promise<Result<Member, Stop>> {
  const members = await membersOf(vault);
  const named = members.filter(({ name }) => name === typed);
  const digits = typed.toLowerCase().replace(/…$/, '');
  const found = named.length > 0 ? named : members.filter(({ person: key }) => key.startsWith(digits));
  const [first] = found;
  if (first === undefined || digits === '') {
    return refuse(stop(EXIT.inputRefused, 'Nobody of this name or key belongs here. Type person list to see all.'));
  }
  if (found.length > 1) {
    return refuse(
      stop(
        EXIT.inputRefused,
        'More than one person is meant. Give the first digits of the key: person list shows them.',
      ),
    );
  }
  return ok(first);
}
