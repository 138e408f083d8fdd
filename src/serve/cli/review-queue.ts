import { z } from 'zod';
import { nameForms, VEIL, veil } from '../../read/index.ts';
import type { SourceRow } from '../../vault/index.ts';
import { CLAIM_STATES, type ClaimId, isReopened, type ReviewedClaim } from '../../weigh/index.ts';
import { contextOf } from '../claim-context.ts';
import { type ClaimFilter, type ClaimFilterWords, claimFilter } from '../claim-filter.ts';
import { claimFacts, showClaim } from '../claim-view.ts';
import { EXIT, type ExitCode, type Stop } from '../exit-code.ts';
import { shortClaimIds } from '../finding-claims.ts';
import { counted, vaultSentence } from '../sentences.ts';
import { claimsIn, claimsOf, type OpenedSource, openSource, type SourceClaims, textOf } from '../source-claims.ts';
import { oneLine, wrapCells } from './cell-text.ts';
import { historyLines, type NameOf, namesIn, proposalWords, stateWords } from './claim-words.ts';
import type { CommandContext, Session } from './context.ts';
import { type Act, actOn, type Done } from './queue-acts.ts';
import { keysOf, type QueueKeys } from './queue-keys.ts';
import { recordReveal } from './revealing.ts';
import { chooseSources } from './source-words.ts';

/** Flags that narrow the queue. */
export const queueFlags: {
  readonly [name in 'source' | 'collection' | 'state']: z.ZodType<QueueFlags[name]>;
} = {
  source: z.string().min(1).optional(),
  collection: z.string().min(1).optional(),
  state: z.enum([...CLAIM_STATES, 'changed'], `it takes ${CLAIM_STATES.join(', ')} or changed`).optional(),
};

export interface QueueFlags extends Pick<ClaimFilterWords, 'kind' | 'state'> {
  readonly source?: string | undefined;
  readonly collection?: string | undefined;
  readonly reveal: boolean;
}

/** One claim that waits, by name: claims are read when their turn comes. */
interface Waiting {
  readonly row: SourceRow;
  readonly id: ClaimId;
}

/**
 * Goes through claims one at a time: those that nobody has reviewed, and those of which the reader now says something
 * else, or those that the flags ask for. Whatever is decided is recorded at once, and undone by another entry.
 */
export async function runQueue(
  context: CommandContext,
  { vault, folder }: Session,
  flags: QueueFlags,
): Promise<ExitCode | Stop> {
  const { terminal } = context;
  const chosen = await chooseSources(vault, flags.source, flags.collection);
  if (!chosen.ok) return chosen.error;
  const isWanted = wantedBy(flags);
  const waiting: Waiting[] = [];
  for await (const row of chosen.value) {
    const { claims } = await claimsOf(vault, row);
    waiting.push(...claims.filter(isWanted).map(({ id }) => ({ row, id })));
  }
  if (waiting.length === 0) {
    terminal.out('Nothing waits for a review here.');
    return EXIT.done;
  }
  const keys = await keysOf(context);
  if (!keys.ok) return keys.error;
  terminal.out(KEYS);
  const nameOf = await namesIn(vault);
  const end = await goThrough({ context, session: { vault, folder }, flags, keys: keys.value, nameOf }, waiting);
  if (end.stopped !== undefined) return end.stopped;
  terminal.out(endWords(end.done, waiting.length));
  return EXIT.done;
}

const KEYS =
  'y accept · n reject · h unsure · e edit · k keep as it was · u undo · v show protected words · space more of the text · Enter or s skip · q leave';

interface Queue {
  readonly context: CommandContext;
  readonly session: Session;
  readonly flags: QueueFlags;
  readonly keys: QueueKeys;
  readonly nameOf: NameOf;
}

async function goThrough(
  queue: Queue,
  waiting: readonly Waiting[],
): Promise<{ readonly done: readonly Done[]; readonly stopped?: Stop }> {
  const { context, session, keys } = queue;
  const done: Done[] = [];
  let opened: OpenedSource | undefined;
  let wider = 0;
  // Asked for one claim at a time: the next is written over again.
  let reveal = queue.flags.reveal;
  const goOn = (to: number): void => {
    at = to;
    wider = 0;
    reveal = queue.flags.reveal;
  };
  let at = 0;
  while (at < waiting.length) {
    const { row, id } = waiting[at] ?? {};
    if (row === undefined) break;
    if (opened?.row.source !== row.source) opened = await openSource(session.vault, row);
    const source = await claimsIn(session.vault, opened);
    const claim = source.claims.find((each) => each.id === id);
    if (claim === undefined) {
      goOn(at + 1);
      continue;
    }
    const unrecorded = await recordReveal(context, session, { reveal, sources: [row.source] });
    if (unrecorded !== undefined) return { done, stopped: unrecorded };
    showLines(queue, source, claim, { progress: `${at + 1} of ${waiting.length}`, wider, reveal });
    const key = await keys.key('y n h e k u v space s q> ');
    if (key === undefined || key === 'q') return { done };
    if (key === ' ') {
      wider++;
      continue;
    }
    if (key === 'v') {
      reveal = !reveal;
      continue;
    }
    const act = ACTS[key];
    if (act === 'skip') {
      goOn(at + 1);
      continue;
    }
    if (act === undefined) {
      context.terminal.out(KEYS);
      continue;
    }
    const outcome = await actOn({ context, vault: session.vault, keys, source, claim, reveal, done, at }, act);
    switch (outcome.type) {
      case 'said':
        context.terminal.out(`  ${outcome.words}`);
        break;
      case 'left':
        return { done };
      case 'refused':
        return { done, stopped: vaultSentence(outcome.error, session.folder) };
      case 'done':
        done.push(outcome.done);
        context.terminal.out(`  ${outcome.done.words}`);
        goOn(at + 1);
        break;
      case 'undone': {
        const undone = outcome.of === undefined ? -1 : done.indexOf(outcome.of);
        if (undone >= 0) done.splice(undone, 1);
        context.terminal.out(`  ${outcome.words}`);
        goOn(outcome.of?.at ?? at);
        break;
      }
    }
  }
  return { done };
}

/** What each key does; Enter is an empty key. */
const ACTS: Readonly<Record<string, Act | 'skip'>> = {
  y: 'accept',
  n: 'reject',
  h: 'unsure',
  e: 'edit',
  k: 'keep',
  u: 'undo',
  s: 'skip',
  '': 'skip',
};

/** What waits: the queue is narrowed by kind and state alone, for which no theme pack is needed. */
function wantedBy({ kind, state }: QueueFlags): ClaimFilter {
  const filter = claimFilter(nameForms([]), { kind, state });
  if (!filter.ok) throw new Error('a queue was narrowed by a place');
  return (claim) => filter.value(claim) && (state !== undefined || claim.state === 'unreviewed' || isReopened(claim));
}

function showLines(
  { context: { terminal }, nameOf }: Queue,
  source: SourceClaims,
  each: ReviewedClaim,
  { progress, wider, reveal }: { readonly progress: string; readonly wider: number; readonly reveal: boolean },
): void {
  const { claim } = each;
  const text = textOf(source, claim);
  const shown = showClaim(text, claim, { reveal });
  const id = each.id.slice(0, shortClaimIds(source.claims));
  const changed = proposalWords(source, each, { reveal });
  const lines = [
    `“${oneLine(aroundWords(source, each, { wider, reveal }))}”`,
    ...claimFacts(shown).map(([name, words]) => `${name}: ${oneLine(words)}`),
    ...(changed === undefined ? [] : [oneLine(changed)]),
  ];
  terminal.out('');
  terminal.out(`${progress}  ${shown.view.kind}, ${stateWords(each)}  ${id}`);
  for (const line of lines)
    for (const [i, part] of wrapCells(line, terminal.cells - 4).entries())
      terminal.out(`${i === 0 ? '  ' : '    '}${part}`);
  for (const line of historyLines(source, each, { reveal, nameOf, cells: terminal.cells })) terminal.out(line);
}

/** The words around a claim, itself between « and ». */
function aroundWords(
  source: SourceClaims,
  { claim }: ReviewedClaim,
  { wider, reveal }: { readonly wider: number; readonly reveal: boolean },
): string {
  const text = textOf(source, claim);
  if (text === undefined || (text.reading === undefined && !reveal)) return VEIL;
  const { layer, reading } = text;
  const mentions = reveal ? [] : (reading?.mentions ?? []);
  const { start, end } = contextOf(layer, claim, wider);
  const { passage } = claim;
  const piece = (from: number, to: number): string => veil(layer.text, mentions, from, to);
  return `${piece(start, passage.start)}«${piece(passage.start, passage.end)}»${piece(passage.end, end)}`;
}

function endWords(done: readonly Done[], all: number): string {
  const counts = new Map<string, number>();
  for (const { did } of done) counts.set(did, (counts.get(did) ?? 0) + 1);
  const words = [...counts].map(([did, count]) => `${count.toLocaleString('en-US')} ${did}`);
  return `${counted(done.length, 'claim')} of ${all.toLocaleString('en-US')} reviewed${words.length === 0 ? '' : `: ${words.join(', ')}`}.`;
}
