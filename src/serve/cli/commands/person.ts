import { z } from 'zod';
import { ok, type Result, refuse } from '../../../base/index.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { enrolHere, type Member, membersOf } from '../../members.ts';
import { DAYBOOK } from '../../typed.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags, someText } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { slotsSentence } from '../key-words.ts';
import { newPassphrase, type Occasion, passphraseSource } from '../new-passphrase.ts';
import { removeAndTell } from '../removal-words.ts';
import { shortId } from '../source-words.ts';
import { tableLines } from '../table.ts';
import { vaultFlags, withVault } from '../vault-session.ts';
import { NAME_LIMIT } from './init.ts';

const schema = vaultFlags.extend({
  newPassphraseFile: vaultFlags.shape.passphraseFile,
  secondPassphraseFile: z.string().min(1).optional(),
  yes: given,
  json: given,
});

const OCCASION: Occasion = {
  what: 'the passphrase of the person whom you enrol, for them alone: hand over the screen and look away',
  flag: '--new-passphrase-file',
  nothingDone: 'Nobody was enrolled.',
};

/** Lists who belongs, and states that somebody belongs no longer. */
export async function person(
  context: CommandContext,
  { action, name }: { readonly action: string; readonly name: string | undefined },
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  if (action === 'list') return withVault(context, flags.value, (session) => list(context, session, flags.value.json));
  if (action === 'add') return add(context, name, flags.value);
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

async function add(
  context: CommandContext,
  typed: string | undefined,
  flags: z.infer<typeof schema>,
): Promise<ExitCode | Stop> {
  const name = parseFlags(someText(NAME_LIMIT), typed?.trim() ?? '');
  if (!name.ok) {
    return stop(
      EXIT.usage,
      `Give the name by which colleagues know them, of 1 to ${NAME_LIMIT} characters: person add NAME`,
    );
  }
  const source = passphraseSource(context, flags.newPassphraseFile, OCCASION);
  if (!source.ok) return source.error;
  return withVault(context, flags, async ({ vault, folder }) => {
    const { now, random, terminal } = context;
    if ((await membersOf(vault)).some((member) => member.name === name.value && !member.removed)) {
      return stop(EXIT.inputRefused, 'Somebody of this name belongs here already. Give a name that tells them apart.');
    }
    const chosen = await newPassphrase(context, source.value, OCCASION);
    if (!chosen.ok) return chosen.error;
    const enrolled = await enrolHere(vault, { name: name.value, passphrase: chosen.value, now, random });
    if (!enrolled.ok) return slotsSentence(enrolled.error, oneLine(folder));
    if (flags.json) terminal.out(jsonLine({ person: enrolled.value, name: name.value }));
    else {
      terminal.out(`${oneLine(name.value)} belongs from here on, and opens this vault with a passphrase of their own.`);
      terminal.out(`A colleague with a laptop of their own joins instead: ${DAYBOOK} invite, then join and admit.`);
    }
    return EXIT.done;
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
