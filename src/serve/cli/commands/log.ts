import { EXIT, type ExitCode, type Stop } from '../../exit-code.ts';
import { counted } from '../../sentences.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags, wholeNumber } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { shortId } from '../source-words.ts';
import { tableLines } from '../table.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({ limit: wholeNumber(1, 1_000_000), json: given });

/** Shows the newest entries and where the logs end. */
export async function log(context: CommandContext, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const { limit, json } = flags.value;
  return withVault(context, flags.value, (session) => showLog(context, session, { limit, json }));
}

async function showLog(
  { terminal }: CommandContext,
  { vault }: Session,
  { limit, json }: { readonly limit: number; readonly json: boolean },
): Promise<ExitCode> {
  const status = await vault.query('status', undefined);
  const names = new Map(status.persons.map(({ person, name }) => [person, name]));
  const rows: string[][] = [];
  let after: string | undefined;
  for (let left = limit; left > 0; ) {
    const page = await vault.query('log', { after, limit: Math.min(left, 500) });
    for (const { device, seq, order, at, kind, person, parts } of page.items) {
      if (json) terminal.out(jsonLine({ device, entry: seq, order, at, kind, person, parts }));
      const who = person === null ? 'this machine' : (names.get(person) ?? shortId(person));
      rows.push([String(order), at, kind, String(seq), `${shortId(device)}…`, who]);
    }
    left -= page.items.length;
    after = page.next;
    if (after === undefined) break;
  }
  if (json) {
    for (const head of status.heads) terminal.out(jsonLine({ head: head.device, size: head.size, root: head.root }));
    return EXIT.done;
  }
  const columns = [
    { heading: 'order', side: 'right' as const },
    { heading: 'when (as the device claims)' },
    { heading: 'what' },
    { heading: 'entry', side: 'right' as const },
    { heading: 'device' },
    { heading: 'by', least: 8 },
  ];
  for (const line of tableLines(columns, rows, { cells: terminal.cells })) terminal.out(line);
  if (rows.length < status.entries)
    terminal.out(
      `… and ${counted(status.entries - rows.length, 'older entry', 'older entries')} (--limit N shows more).`,
    );
  terminal.out('');
  for (const { device, size, root } of status.heads) {
    terminal.out(
      `The log of device ${shortId(device)}… ends at ${counted(size, 'entry', 'entries')}, root ${root.slice(0, 32)}…`,
    );
  }
  for (const { device, seq } of status.forks) {
    terminal.out(`Fork: two entries at place ${seq} of device ${shortId(device)}…. Both are kept.`);
  }
  if (status.waiting > 0)
    terminal.out(`${counted(status.waiting, 'entry waits', 'entries wait')} for others that are not here yet.`);
  return EXIT.done;
}
