import { z } from 'zod';
import { ok, type Result } from '../../../base/index.ts';
import { restingOn } from '../../consent.ts';
import { type ErasureEnd, type ErasurePlan, erase as eraseNow, planErasure } from '../../erasing.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { counted, sizeWords, vaultSentence } from '../../sentences.ts';
import { newSubjectId } from '../../subjects.ts';
import { agreeByWord } from '../agreement.ts';
import { askApproval } from '../approval-words.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext, Session } from '../context.ts';
import { endWords, unreachedLines } from '../erasure-words.ts';
import { given, parseFlags, someText } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { factsOf } from '../source-facts.ts';
import { findSources, namedCollection, shortId } from '../source-words.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({
  collection: z.string().min(1).optional(),
  reason: someText(2000).optional(),
  secondPassphraseFile: z.string().min(1).optional(),
  yes: given,
  json: given,
});
type EraseFlags = z.infer<typeof schema>;

/** Erases sources, or a collection with all that is in it. */
export async function erase(context: CommandContext, ids: readonly string[], typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  if (ids.length > 0 === (flags.value.collection !== undefined)) {
    return stop(EXIT.usage, 'Name the sources by the first digits of their ids, or one collection: --collection NAME');
  }
  return withVault(context, flags.value, (session) => eraseAndTell(context, session, ids, flags.value));
}

async function eraseAndTell(
  context: CommandContext,
  session: Session,
  ids: readonly string[],
  flags: EraseFlags,
): Promise<ExitCode | Stop> {
  const { terminal, now, random } = context;
  const { vault, folder } = session;
  const plan = await findPlan(session, ids, flags.collection);
  if (!plan.ok) return plan.error;
  if (!flags.json) {
    for await (const line of sourceLines(session, plan.value)) terminal.out(line);
    for (const line of planLines(plan.value)) terminal.out(line);
  }
  const question = 'Type erase to go on: ';
  const agreed = await agreeByWord(context.terminal, flags.yes, { word: 'erase', question, done: 'erased' });
  if (agreed !== undefined) return agreed;
  const erasure = newSubjectId(random);
  const approval = await askApproval(context, session, erasure, flags.secondPassphraseFile);
  if (!approval.ok) return approval.error;
  terminal.progress('erasing; the database is written anew …');
  const reason = flags.reason ?? null;
  const done = await eraseNow(vault, plan.value, { erasure, reason, approval: approval.value, now });
  terminal.progress('');
  if (!done.ok) return vaultSentence(done.error, oneLine(folder));
  if (flags.json) terminal.out(jsonLine(receiptOf(done.value)));
  else for (const line of receiptLines(done.value)) terminal.out(line);
  return done.value.end.type === 'finished' ? EXIT.done : EXIT.partFailed;
}

async function findPlan(
  { vault }: Session,
  ids: readonly string[],
  name: string | undefined,
): Promise<Result<ErasurePlan, Stop>> {
  const within = await namedCollection(vault, name);
  if (!within.ok) return within;
  if (within.value !== undefined) return ok(await planErasure(vault, { collection: within.value.collection }));
  const sources = await findSources(vault, ids);
  return sources.ok ? ok(await planErasure(vault, { sources: sources.value })) : sources;
}

/** How many sources are named before the question; each is opened for the claims that rest on it. */
const NAMED = 50;

/** Each source with what it says of itself and what rests on it, protected words written over. */
async function* sourceLines({ vault }: Session, { sources }: ErasurePlan): AsyncGenerator<string> {
  for (const source of sources.slice(0, NAMED)) {
    const row = await vault.query('source', { source });
    if (row === undefined) continue;
    const [{ facts }, { accepted, briefs }] = await Promise.all([factsOf(vault, row, false), restingOn(vault, row)]);
    const said = [shortId(source), facts.title, facts.date, facts.file]
      .filter((each) => each)
      .map((each) => oneLine(each ?? ''));
    const claims = accepted === 0 ? [] : [counted(accepted, 'accepted claim')];
    const rests = [...claims, ...briefs.map(({ brief, at }) => `brief ${shortId(brief)} of ${at.slice(0, 10)}`)];
    yield said.join(' · ');
    yield `  ${rests.length === 0 ? 'no accepted claim and no brief rests on it' : `on it rest ${rests.join(', ')}`}`;
  }
  if (sources.length > NAMED)
    yield `and ${counted(sources.length - NAMED, 'more source')}: show --collection NAME lists all of them`;
}

function planLines({ sources, collection, held }: ErasurePlan): readonly string[] {
  const what = `${counted(sources.length, 'source')}${collection === undefined ? '' : ' and the collection they are in'}`;
  const them = sources.length === 1 ? 'it' : 'them';
  const gone = sources.length === 1 ? 'it' : 'one or more of them';
  const also = [
    ...(held.collections > 0
      ? [
          `${counted(held.collections, collection === undefined ? 'collection' : 'other collection')} ${held.collections === 1 ? 'loses' : 'lose'} ${gone}`,
        ]
      : []),
    ...(held.briefs > 0
      ? [`${counted(held.briefs, 'brief')} ${held.briefs === 1 ? 'loses' : 'lose'} the sentences that rest on ${them}`]
      : []),
  ];
  return [
    `To be erased: ${what}, ${counted(held.parts, 'part')}, ${counted(held.blobs, 'file')} of ${sizeWords(held.bytes)}.`,
    ...(also.length > 0 ? [`With it, ${also.join(', and ')}.`] : []),
    'This cannot be undone. The log keeps that it happened, when, by whom and why, and not what was erased.',
  ];
}

function receiptLines(end: ErasureEnd): readonly string[] {
  const { plan, left } = end;
  const { held } = plan;
  return [
    '',
    `Erased ${counted(plan.sources.length, 'source')}: ${counted(held.parts - left.parts, 'part')} and ${counted(held.blobs - left.blobs, 'file')}, with texts, readings and names.`,
    endWords(end),
    ...unreachedLines(end),
  ];
}

function receiptOf({ erasure, at, plan, left, end, outOfReach }: ErasureEnd): object {
  return {
    erasure,
    at,
    sources: plan.sources,
    collection: plan.collection ?? null,
    parts: plan.held.parts - left.parts,
    files: plan.held.blobs - left.blobs,
    bytes: plan.held.bytes,
    left: left.parts + left.blobs + left.readings,
    finished: end.type === 'finished',
    reason: end.type === 'finished' ? null : end.type,
    outOfReach: {
      backups: outOfReach.backups.map(({ id, madeAt, place }) => ({ id, madeAt, place })),
      bundles: outOfReach.bundles.map(({ bundle, madeAt, recipients }) => ({ bundle, madeAt, recipients })),
      devices: outOfReach.devices.map(({ device, heardAt }) => ({ device, heardAt: heardAt ?? null })),
    },
  };
}
