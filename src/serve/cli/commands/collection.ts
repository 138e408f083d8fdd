import type { SourceId } from '../../../base/index.ts';
import { COLLECTION_NAME_LIMIT, ensureCollection, fillCollection, findCollection } from '../../collections.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { counted, vaultSentence } from '../../sentences.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags, someText } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { findSources, namedCollection, shortId } from '../source-words.ts';
import { tableLines } from '../table.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

export interface CollectionRequest {
  readonly action: string;
  readonly name: string | undefined;
  readonly ids: readonly string[];
}

/** Lists, makes and fills collections. */
export async function collection(
  context: CommandContext,
  request: CollectionRequest,
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(vaultFlags.extend({ json: given }), typed);
  if (!flags.ok) return flags.error;
  const { json } = flags.value;
  const { action, ids } = request;
  if (action === 'list') return withVault(context, flags.value, (session) => list(context, session, json));
  if (action !== 'create' && action !== 'add' && action !== 'remove') {
    return stop(EXIT.usage, 'A collection can do four things: list, create NAME, add NAME ID..., remove NAME ID...');
  }
  const name = parseFlags(someText(COLLECTION_NAME_LIMIT), request.name ?? '');
  if (!name.ok)
    return stop(
      EXIT.usage,
      `Give the collection a name of 1 to ${COLLECTION_NAME_LIMIT} characters: collection ${action} NAME`,
    );
  if (action === 'create') {
    if (ids.length > 0)
      return stop(EXIT.usage, 'A name of several words stands in quotation marks: collection create "NAME"');
    return withVault(context, flags.value, (session) => create(context, session, name.value, json));
  }
  if (ids.length === 0)
    return stop(EXIT.usage, `Name the sources by the first digits of their ids: collection ${action} NAME ID...`);
  const change = { name: name.value, ids, member: action === 'add', json };
  return withVault(context, flags.value, (session) => fill(context, session, change));
}

async function list({ terminal }: CommandContext, { vault }: Session, json: boolean): Promise<ExitCode> {
  const all = await vault.query('collections', undefined);
  if (json) for (const each of all) terminal.out(jsonLine(each));
  else if (all.length === 0) terminal.out('There are no collections yet. Make one: collection create NAME');
  else {
    const rows = all.map((each) => [
      shortId(each.collection),
      oneLine(each.name),
      each.sources.toLocaleString('en-US'),
    ]);
    const columns = [{ heading: 'id' }, { heading: 'name', least: 20 }, { heading: 'sources', side: 'right' as const }];
    for (const line of tableLines(columns, rows, { cells: terminal.cells })) terminal.out(line);
  }
  return EXIT.done;
}

async function create(
  { terminal, now, random }: CommandContext,
  { vault, folder }: Session,
  name: string,
  json: boolean,
): Promise<ExitCode | Stop> {
  if ((await findCollection(vault, name)) !== undefined) {
    return stop(EXIT.inputRefused, 'There is a collection of this name already. Fill it: collection add NAME ID...');
  }
  const made = await ensureCollection(vault, name, { now, random });
  if (!made.ok) return vaultSentence(made.error, folder);
  terminal.out(json ? jsonLine(made.value) : `Made the collection ${oneLine(name)}.`);
  return EXIT.done;
}

async function fill(
  { terminal, now }: CommandContext,
  { vault, folder }: Session,
  change: { readonly name: string; readonly ids: readonly string[]; readonly member: boolean; readonly json: boolean },
): Promise<ExitCode | Stop> {
  const { name, ids, member, json } = change;
  const found = await namedCollection(vault, name);
  if (!found.ok) return found.error;
  const sources = await findSources(vault, ids);
  if (!sources.ok) return sources.error;
  if (found.value === undefined) throw new Error('a collection was named and not looked for');
  const changing: SourceId[] = [];
  for (const source of new Set(sources.value))
    if ((await vault.query('collectionsOf', { source })).includes(name) !== member) changing.push(source);
  const kept = await fillCollection(vault, found.value, changing, { member, now });
  if (!kept.ok) return vaultSentence(kept.error, folder);
  const after = await findCollection(vault, name);
  const held = after?.sources ?? 0;
  const same = new Set(sources.value).size - changing.length;
  const unchanged = same === 0 ? '' : ` ${counted(same, 'source')} ${member ? 'in it already' : 'not in it'}.`;
  terminal.out(
    json
      ? jsonLine({ ...after })
      : `${member ? 'Added' : 'Removed'} ${counted(changing.length, 'source')}; ${oneLine(name)} now holds ${held}.${unchanged}`,
  );
  return EXIT.done;
}
