import { z } from 'zod';
import { MOST_DAYS } from '../../../preserve/index.ts';
import { retentionSet } from '../../drafts.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { counted, vaultSentence } from '../../sentences.ts';
import { newSubjectId } from '../../subjects.ts';
import { askApproval } from '../approval-words.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags, someText, wholeNumber } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { namedCollection, shortId } from '../source-words.ts';
import { tableLines } from '../table.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({
  days: wholeNumber(0, MOST_DAYS).optional(),
  reason: someText(2000).optional(),
  secondPassphraseFile: z.string().min(1).optional(),
  json: given,
});
type RetentionFlags = z.infer<typeof schema>;

/** Sets, lists and takes back how long collections are kept. Nothing is ever erased by a rule. */
export async function retention(
  context: CommandContext,
  { action, name }: { readonly action: string; readonly name: string | undefined },
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const { json, days } = flags.value;
  switch (action) {
    case 'list':
      return withVault(context, flags.value, (session) => list(context, session, json));
    case 'due':
      return withVault(context, flags.value, (session) => due(context, session, json));
    case 'set':
    case 'clear': {
      const needed = action === 'set' ? 'retention set NAME --days N' : 'retention clear NAME';
      if (name === undefined || (action === 'set') !== (days !== undefined)) {
        return stop(EXIT.usage, `Name the collection${action === 'set' ? ' and the days' : ''}: ${needed}`);
      }
      return withVault(context, flags.value, (session) => set(context, session, name, flags.value));
    }
    default:
      return stop(EXIT.usage, 'Retention can do four things: list, due, set NAME --days N, clear NAME.');
  }
}

async function set(
  context: CommandContext,
  session: Session,
  name: string,
  { days, reason, secondPassphraseFile, json }: RetentionFlags,
): Promise<ExitCode | Stop> {
  const found = await namedCollection(session.vault, name);
  if (!found.ok) return found.error;
  if (found.value === undefined) throw new Error('a collection was named and not looked for');
  const { collection } = found.value;
  const approval = await askApproval(context, session, newSubjectId(context.random), secondPassphraseFile);
  if (!approval.ok) return approval.error;
  const rule = { collection, days: days ?? null, reason: reason ?? null };
  const drafts = [...approval.value, retentionSet(rule, context.now())];
  const kept = await session.vault.append({ drafts, blobs: [], suggestions: [] });
  if (!kept.ok) return vaultSentence(kept.error, oneLine(session.folder));
  context.terminal.out(
    json
      ? jsonLine(rule)
      : days === undefined
        ? `There is no rule for ${oneLine(name)} any more.`
        : `Sources in ${oneLine(name)} fall due ${counted(days, 'day')} after they were captured. They are listed then (retention due); nothing is erased by itself.`,
  );
  return EXIT.done;
}

async function list({ terminal }: CommandContext, { vault }: Session, json: boolean): Promise<ExitCode> {
  const rules = await vault.query('retention', undefined);
  if (json) for (const rule of rules) terminal.out(jsonLine(rule));
  else if (rules.length === 0) {
    terminal.out('No collection has a rule yet. Set one: retention set NAME --days N');
  } else {
    const rows = rules.map(({ name, days, reason }) => [
      oneLine(name),
      days.toLocaleString('en-US'),
      oneLine(reason ?? ''),
    ]);
    const columns = [
      { heading: 'collection', least: 16 },
      { heading: 'days', side: 'right' as const },
      { heading: 'why', least: 16 },
    ];
    for (const line of tableLines(columns, rows, { cells: terminal.cells })) terminal.out(line);
  }
  return EXIT.done;
}

async function due({ terminal, now }: CommandContext, { vault }: Session, json: boolean): Promise<ExitCode> {
  const rows = await vault.query('due', { now: Date.parse(now()) });
  if (json) {
    for (const row of rows) terminal.out(jsonLine({ ...row, due: new Date(row.due).toISOString() }));
    return EXIT.done;
  }
  if (rows.length === 0) {
    terminal.out('Nothing has fallen due.');
    return EXIT.done;
  }
  const names = new Map((await vault.query('retention', undefined)).map(({ collection, name }) => [collection, name]));
  const columns = [
    { heading: 'source' },
    { heading: 'captured' },
    { heading: 'fell due' },
    { heading: 'collection', least: 16 },
  ];
  const shown = rows.map(({ source, capturedAt, due: fell, collection }) => [
    shortId(source),
    capturedAt.slice(0, 10),
    new Date(fell).toISOString().slice(0, 10),
    oneLine(names.get(collection) ?? ''),
  ]);
  for (const line of tableLines(columns, shown, { cells: terminal.cells })) terminal.out(line);
  terminal.out(
    `${counted(rows.length, 'source')} due by this computer's clock. Look at each, then: erase ID... Nothing is erased by itself.`,
  );
  return EXIT.done;
}
