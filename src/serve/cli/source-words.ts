import { type CollectionId, ok, type Result, refuse, type SourceId } from '../../base/index.ts';
import type { CollectionRow, LogPosition, SourceRow, Vault } from '../../vault/index.ts';
import { findCollection } from '../collections.ts';
import type { Scope } from '../counting.ts';
import { EXIT, type Stop, stop } from '../exit-code.ts';
import { counted } from '../sentences.ts';
import { eachSource } from '../stored-readings.ts';

/** Said where words would have to be written over and nobody knows which. */
export const NOT_READ =
  'This source was not read here, so what is protected in it is not known. Read it first: read --source ID. Or show all of it: --reveal';

/** The first digits of an id, as many as tables show. */
export function shortId(id: string): string {
  return id.slice(0, 8);
}

/** "entry 12 of device 3f9a1b2c4d5e6f70…", as briefs and findings name it; a log begins at 0. */
export function positionWords({ device, seq }: Pick<LogPosition, 'device' | 'seq'>): string {
  return `entry ${seq} of device ${device.slice(0, 16)}…`;
}

/** The source whose id begins with these digits; a sentence when there is none, or more than one. */
export async function findSource(vault: Vault, typed: string): Promise<Result<SourceRow, Stop>> {
  const prefix = typed.toLowerCase().replace(/…$/, '');
  if (!/^[0-9a-f]{1,32}$/.test(prefix)) {
    return refuse(
      stop(
        EXIT.usage,
        `"${typed.slice(0, 40)}" is no source: an id is made of the digits 0-9 and a-f. Type show to see all.`,
      ),
    );
  }
  const found = await vault.query('sourcesByPrefix', { prefix });
  const [first] = found;
  if (first === undefined) {
    return refuse(stop(EXIT.inputRefused, `No source's id begins with ${prefix}. Type show to see all.`));
  }
  if (found.length > 1) {
    const few = found.slice(0, 4).map(({ source }) => `${source.slice(0, Math.max(8, prefix.length + 2))}…`);
    return refuse(
      stop(EXIT.inputRefused, `More than one source's id begins with ${prefix}: ${few.join(', ')}. Type more digits.`),
    );
  }
  return ok(first);
}

/** Sources by the first digits of their ids; the first sentence when one of them is none. */
export async function findSources(vault: Vault, typed: readonly string[]): Promise<Result<readonly SourceId[], Stop>> {
  const sources: SourceId[] = [];
  for (const each of typed) {
    const found = await findSource(vault, each);
    if (!found.ok) return found;
    sources.push(found.value.source);
  }
  return ok(sources);
}

/** The collection of this name; a sentence when there is none. */
export async function namedCollection(
  vault: Vault,
  name: string | undefined,
): Promise<Result<CollectionRow | undefined, Stop>> {
  if (name === undefined) return ok(undefined);
  const found = await findCollection(vault, name);
  return found === undefined
    ? refuse(stop(EXIT.inputRefused, 'There is no collection of this name. Type collection list to see all.'))
    : ok(found);
}

/** Says how many sources a search cannot have looked into, since none of their text was read; undefined when it could all. */
export async function unreadNote(vault: Vault, collection?: CollectionId): Promise<string | undefined> {
  let unread = 0;
  for await (const { layer } of eachSource(vault, collection)) if (layer === undefined) unread++;
  return unread === 0
    ? undefined
    : `${counted(unread, 'source')} could not be read, so nothing is found in ${unread === 1 ? 'it' : 'them'}: show lists ${unread === 1 ? 'it' : 'them'} as not read.`;
}

/** The sources that a command is about: one, those of a collection, or all; a sentence when there is no such one. */
export async function chooseSources(
  vault: Vault,
  source: string | undefined,
  collection: string | undefined,
): Promise<Result<AsyncIterable<SourceRow> | Iterable<SourceRow>, Stop>> {
  const scope = await scopeOf(vault, source, collection);
  if (!scope.ok) return scope;
  return ok(scope.value.source === undefined ? eachSource(vault, scope.value.collection) : [scope.value.source]);
}

/** The same as a scope; a source in no collection that is named beside it is that source all the same. */
export async function scopeOf(
  vault: Vault,
  source: string | undefined,
  collection: string | undefined,
): Promise<Result<Scope, Stop>> {
  if (source !== undefined) {
    const found = await findSource(vault, source);
    return found.ok ? ok({ source: found.value }) : found;
  }
  const within = await namedCollection(vault, collection);
  return within.ok ? ok({ collection: within.value?.collection }) : within;
}
