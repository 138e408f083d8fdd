import { Command } from 'commander';
import { z } from 'zod';
import { ok, type Result, refuse } from '../../base/index.ts';
import type { Claim } from '../../read/index.ts';
import type { Vault, WriteRefusal } from '../../vault/index.ts';
import { changeClaim, REASON_LIMIT, type ReviewedClaim, readReason } from '../../weigh/index.ts';
import { type Judgement, reviewClaim, undoReview } from '../reviewing.ts';
import { isUnseen } from '../seen-claim.ts';
import { claimsOf, type SourceClaims, textOf } from '../source-claims.ts';
import { oneLine } from './cell-text.ts';
import { addChangeOptions, changeFlags, changeOf } from './claim-flags.ts';
import type { CommandContext } from './context.ts';
import { parseFlags } from './flags.ts';
import type { QueueKeys } from './queue-keys.ts';
import { splitLine } from './split-line.ts';

export type Act = Judgement['type'] | 'undo';

/** Something that was decided in a queue, so that it can be taken back there. */
export interface Done {
  readonly claim: ReviewedClaim;
  readonly source: SourceClaims;
  /** Its place in the queue. */
  readonly at: number;
  readonly did: string;
  readonly words: string;
}

export type ActOutcome =
  | { readonly type: 'done'; readonly done: Done }
  | { readonly type: 'undone'; readonly of: Done | undefined; readonly words: string }
  /** Nothing was recorded, and why. */
  | { readonly type: 'said'; readonly words: string }
  /** The input ended before all was said. */
  | { readonly type: 'left' }
  | { readonly type: 'refused'; readonly error: WriteRefusal };

interface Here {
  readonly context: CommandContext;
  readonly vault: Vault;
  readonly keys: QueueKeys;
  readonly source: SourceClaims;
  readonly claim: ReviewedClaim;
  /** Whether its protected words were shown to whoever sits there. */
  readonly reveal: boolean;
  /** What was decided before, the newest last. */
  readonly done: readonly Done[];
  readonly at: number;
}

/** Does what a key asks for. Whoever takes a default reason has it said so. */
export async function actOn(here: Here, act: Act): Promise<ActOutcome> {
  const { context, vault, keys, source, claim, reveal, at } = here;
  if (act === 'undo') return undo(here);
  const seen = { claim, opened: source, reveal };
  if (isUnseen(seen, act)) return UNSEEN;
  if (act === 'keep' && claim.standing.length === 0)
    return { type: 'said', words: 'Nobody has reviewed this claim, so there is nothing to keep.' };
  const judgement = act === 'edit' ? await askForChange(here) : ok<Judgement>({ type: act });
  if (!judgement.ok) return judgement.error;
  const reason = await reasonFor(keys, act);
  if (reason === undefined) return { type: 'left' };
  const plain = readReason(reason);
  if (plain === undefined)
    return {
      type: 'said',
      words: `A reason takes at most ${REASON_LIMIT} characters of plain text. Nothing was recorded.`,
    };
  const kept = await reviewClaim(vault, seen, judgement.value, { reason: plain, now: context.now });
  if (!kept.ok) return kept.error.type === 'claim-veiled' ? UNSEEN : { type: 'refused', error: kept.error };
  const did = DID[act];
  return { type: 'done', done: { claim, source, at, did, words: `${did}.` } };
}

const UNSEEN: ActOutcome = {
  type: 'said',
  words:
    'Part of this claim is written over as ▒▒▒, and nobody accepts what they did not see. Press v to show it, then accept it; or reject it (n) or leave it unsure (h) as it is. Nothing was recorded.',
};

const DID: Readonly<Record<Judgement['type'], string>> = {
  accept: 'accepted',
  reject: 'rejected',
  unsure: 'unsure',
  edit: 'accepted with changes',
  keep: 'kept as it was',
};

/** Nobody is made to invent a reason: what is recorded then says how it came about. */
async function reasonFor(keys: QueueKeys, act: Judgement['type']): Promise<string | undefined> {
  const unsaid = `${DID[act]} in the review queue`;
  if (act === 'accept' || act === 'keep') return unsaid;
  const typed = await keys.line('Why (Enter for no reason): ');
  return typed?.trim() === '' ? unsaid : typed;
}

async function undo({ context, vault, source, claim, done }: Here): Promise<ActOutcome> {
  const last = done.at(-1);
  const of = last ?? { claim, source };
  const { claims } = await claimsOf(vault, of.source.row);
  const now = claims.find(({ id }) => id === of.claim.id);
  const undone =
    now === undefined
      ? undefined
      : await undoReview(vault, now, { reason: 'taken back in the review queue', now: context.now });
  if (undone?.ok) return { type: 'undone', of: last, words: 'Taken back.' };
  if (undone === undefined || undone.error.type === 'nothing-to-undo')
    return { type: 'said', words: 'There is nothing of yours to take back.' };
  return { type: 'refused', error: undone.error };
}

/** Asks what is to be another, in the flags of `review ID edit`. */
async function askForChange({ keys, source, claim }: Here): Promise<Result<Judgement, ActOutcome>> {
  const line = await keys.line('Change (as --kind rule, --date 2004, --quantity "over 90 => >90 persons"): ');
  if (line === undefined) return refuse({ type: 'left' });
  const said = (words: string): Result<never, ActOutcome> =>
    refuse({ type: 'said', words: `${words} Nothing was recorded.` });
  const text = textOf(source, claim.claim);
  if (text === undefined) return said('The text of this claim is not here.');
  const typed = flagsIn(line);
  if (typed === undefined) return said('That is no change: it takes the flags of review ID edit.');
  const flags = parseFlags(z.object(changeFlags), typed);
  if (!flags.ok) return said(flags.error.sentence);
  const change = changeOf(flags.value);
  if (!change.ok) return said(change.error.sentence);
  const edited = changeClaim(text.layer, claim.claim, change.value);
  return edited.ok
    ? ok<Judgement>(editTo(edited.value))
    : said(`That is no claim of this text: ${oneLine(edited.error.why)}.`);
}

function editTo(edited: Claim): Judgement {
  return { type: 'edit', edited };
}

/** Flags in a line, by the same rules as on the command line; undefined when there are none, or others. */
function flagsIn(line: string): unknown {
  const args = splitLine(line);
  if (args === undefined || args.length === 0) return undefined;
  const command = addChangeOptions(new Command())
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  try {
    return command.parse([...args], { from: 'user' }).opts();
  } catch {
    return undefined;
  }
}
