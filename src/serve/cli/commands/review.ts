import { z } from 'zod';
import { canonicalJson, ok, type Result, refuse } from '../../../base/index.ts';
import { anchorPassage, type Claim, layerDigest, parseClaim } from '../../../read/index.ts';
import { CLAIM_LIMIT, changeClaim, checkClaim, REASON_LIMIT, readReason } from '../../../weigh/index.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import type { FoundClaim } from '../../finding-claims.ts';
import { type Judgement, reviewClaim, reviewTyped, undoReview } from '../../reviewing.ts';
import { isUnseen } from '../../seen-claim.ts';
import { vaultSentence } from '../../sentences.ts';
import { claimsOf, textOf } from '../../source-claims.ts';
import { oneLine } from '../cell-text.ts';
import { changeFlags, changeOf, saysChange } from '../claim-flags.ts';
import { claimNamed } from '../claim-words.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { type QueueFlags, queueFlags, runQueue } from '../review-queue.ts';
import { findSource } from '../source-words.ts';
import { InputTooLong } from '../terminal.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const ACTIONS = ['accept', 'reject', 'unsure', 'edit', 'keep', 'undo'] as const;
type Action = (typeof ACTIONS)[number];
/** Bytes that are read of what stands behind `-`: a reason and a claim. */
const INPUT_LIMIT = CLAIM_LIMIT * 4;

const schema = vaultFlags.extend({
  ...queueFlags,
  ...changeFlags,
  reason: z.string().min(1).optional(),
  passage: z
    .string()
    .regex(/^[0-9a-fA-F]{1,32}…?:\d{1,9}-\d{1,9}$/, 'it takes SOURCE:START-END, as 8c7c1a2b:120-184')
    .optional(),
  json: z.union([z.literal('-'), z.boolean()], 'it takes nothing, or - for the whole claim on input').default(false),
  reveal: given,
});
type Flags = z.infer<typeof schema>;

/** Reviews one claim, records one that is typed, or goes through those that wait, one after another. */
export async function review(
  context: CommandContext,
  request: { readonly id: string | undefined; readonly action: string | undefined },
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const { id } = request;
  if (id === undefined && flags.value.passage === undefined) return startQueue(context, flags.value);
  const action = ACTIONS.find((each) => each === request.action);
  if (id !== undefined && (action === undefined || flags.value.passage !== undefined))
    return stop(EXIT.usage, `Say what you make of it: review ID ${ACTIONS.join('|')} --reason TEXT`);
  const needed = needsOf(flags.value, action);
  if (needed !== undefined) return needed;
  // The reason comes first, so that nothing of a passphrase prompt stands between a pipe and what it is for.
  const input = await inputOf(context, flags.value);
  if (!input.ok) return input.error;
  return withVault(context, flags.value, async (session) => {
    if (id === undefined || action === undefined) return recordTyped(context, session, input.value.reason, flags.value);
    const found = await claimNamed(session.vault, id);
    return found.ok
      ? judge(context, session, { ...input.value, found: found.value, action }, flags.value)
      : found.error;
  });
}

async function startQueue(context: CommandContext, flags: Flags): Promise<ExitCode | Stop> {
  if (flags.reason !== undefined || flags.json !== false || saysChange({ ...flags, kind: undefined }))
    return stop(EXIT.usage, 'Name the claim that is meant: review ID accept --reason TEXT');
  const queue: QueueFlags = flags;
  return withVault(context, flags, (session) => runQueue(context, session, queue));
}

/** What is missing or too much for an action; undefined when nothing is. */
function needsOf(flags: Flags, action: Action | undefined): Stop | undefined {
  if (flags.source !== undefined || flags.collection !== undefined || flags.state !== undefined)
    return stop(EXIT.usage, '--source, --collection and --state narrow the queue: review --source ID');
  if (flags.reason === undefined)
    return stop(EXIT.usage, 'Say why: --reason TEXT, or --reason - and then the words, which no shell keeps.');
  const whole = flags.json === '-';
  if (action === undefined) {
    if (whole) return stop(EXIT.usage, 'A claim that is typed takes its fields as flags: --kind, --date, --quantity …');
    return flags.kind === undefined
      ? stop(EXIT.usage, 'Say what the passage is: --kind statistic, rule, event …')
      : undefined;
  }
  const says = saysChange(flags) || flags.dateWords !== undefined;
  if (action !== 'edit')
    return says || whole ? stop(EXIT.usage, `Only edit takes fields: review ID edit --reason TEXT`) : undefined;
  if (says && whole) return stop(EXIT.usage, 'Give the fields, or the whole claim with --json -, not both.');
  return says || whole
    ? undefined
    : stop(
        EXIT.usage,
        'Say what is to be another: --kind, --date, --place, --quantity, --chain, or --json - with the whole claim.',
      );
}

interface Input {
  readonly reason: string;
  /** The text behind `--json -`. */
  readonly claim: string | undefined;
}

/** The reason and the claim, out of flags or out of the input: of both, the reason is the first line. */
async function inputOf(context: CommandContext, { reason, json }: Flags): Promise<Result<Input, Stop>> {
  const asked = reason === '-' ? await nextText(context, 'Reason: ') : ok(reason ?? '');
  if (!asked.ok) return asked;
  const both = reason === '-' && json === '-';
  const [first = '', ...more] = asked.value.split('\n');
  const plain = readReason(both ? first : asked.value);
  if (plain === undefined) return refuse(reasonStop());
  if (json !== '-') return ok({ reason: plain, claim: undefined });
  const rest = both ? more.join('\n') : '';
  // At the prompt each text is the next line; a pipe gave everything at once.
  const claim = rest.trim() === '' ? await nextText(context, 'Claim: ') : ok(rest);
  return claim.ok ? ok({ reason: plain, claim: claim.value }) : claim;
}

function reasonStop(): Stop {
  return stop(
    EXIT.inputRefused,
    `A reason takes 1 to ${REASON_LIMIT.toLocaleString('en-US')} characters of plain text; nothing was recorded.`,
  );
}

async function nextText({ terminal }: CommandContext, question: string): Promise<Result<string, Stop>> {
  if (terminal.asks) return ok((await terminal.ask(question)) ?? '');
  try {
    const bytes = await terminal.readInput(INPUT_LIMIT);
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n'));
  } catch (error) {
    if (error instanceof InputTooLong) return refuse(reasonStop());
    if (error instanceof TypeError)
      return refuse(stop(EXIT.inputRefused, 'What came on the input is not UTF-8; nothing was recorded.'));
    throw error;
  }
}

async function judge(
  { terminal, now }: CommandContext,
  { vault, folder }: Session,
  { found, action, reason, claim: typed }: Input & { readonly found: FoundClaim; readonly action: Action },
  flags: Flags,
): Promise<ExitCode | Stop> {
  const { claim } = found;
  const done = async (said: string): Promise<ExitCode> => {
    const { claims } = await claimsOf(vault, found.source.row);
    const state = claims.find(({ id }) => id === claim.id)?.state ?? 'unreviewed';
    terminal.out(
      flags.json === true
        ? jsonLine({ id: claim.id, did: action, state })
        : `${said} ${claim.id.slice(0, 12)}: now ${state}.`,
    );
    return EXIT.done;
  };
  if (action === 'undo') {
    const undone = await undoReview(vault, claim, { reason, now });
    if (undone.ok) return done('Took back your newest review of');
    return undone.error.type === 'nothing-to-undo'
      ? stop(EXIT.inputRefused, 'You have made no review of this claim that stands, so there is nothing to take back.')
      : vaultSentence(undone.error, folder);
  }
  // A whole claim on the input holds the very words of its passage: whoever typed it had them before them.
  const seen = { claim, opened: found.source, reveal: flags.reveal || typed !== undefined };
  if (isUnseen(seen, action)) return unseenStop(claim.id);
  const judgement = judgementOf(found, action, typed, flags);
  if (!judgement.ok) return judgement.error;
  const kept = await reviewClaim(vault, seen, judgement.value, { reason, now });
  if (kept.ok) return done(DID[action]);
  return kept.error.type === 'claim-veiled' ? unseenStop(claim.id) : vaultSentence(kept.error, folder);
}

/** What to do about a claim of which something was written over. */
function unseenStop(id: string): Stop {
  const short = id.slice(0, 12);
  return stop(
    EXIT.inputRefused,
    `Part of this claim is protected and was not shown to you, and nobody accepts what they did not see. Look at it first: claims ${short} --reveal. Then say so with the verdict: review ${short} … --reveal. It can be rejected or left unsure as it is. Nothing was recorded.`,
  );
}

const DID: Readonly<Record<Exclude<Action, 'undo'>, string>> = {
  accept: 'Accepted',
  reject: 'Rejected',
  unsure: 'Marked as unsure',
  edit: 'Accepted with changes',
  keep: 'Kept',
};

function judgementOf(
  { source, claim }: FoundClaim,
  action: Exclude<Action, 'undo'>,
  typed: string | undefined,
  flags: Flags,
): Result<Judgement, Stop> {
  if (action === 'keep' && claim.standing.length === 0)
    return refuse(
      stop(
        EXIT.inputRefused,
        'Nobody has reviewed this claim, so there is nothing to keep. Accept it: review ID accept',
      ),
    );
  if (action !== 'edit') return ok({ type: action });
  const text = textOf(source, claim.claim);
  if (text === undefined)
    return refuse(stop(EXIT.inputRefused, 'The text of this claim is not here, so nothing can be compared with it.'));
  if (typed !== undefined) {
    const whole = wholeClaim(text.layer, typed);
    return whole.ok ? ok({ type: 'edit', edited: whole.value }) : whole;
  }
  const change = changeOf(flags);
  if (!change.ok) return change;
  const edited = changeClaim(text.layer, claim.claim, change.value);
  return edited.ok ? ok({ type: 'edit', edited: edited.value }) : refuse(claimStop(edited.error.why));
}

/** A claim as `claims ID --json --reveal` prints it under `claim`, changed by somebody. */
function wholeClaim(layer: Parameters<typeof layerDigest>[0], typed: string): Result<Claim, Stop> {
  let value: unknown;
  try {
    value = JSON.parse(typed);
  } catch {
    return refuse(
      stop(EXIT.inputRefused, 'The claim on the input is no JSON. Take it from: claims ID --json --reveal'),
    );
  }
  const claim = parseClaim(value);
  if (claim === undefined || !isKeepable(claim))
    return refuse(
      stop(
        EXIT.inputRefused,
        'The input is no claim. Take the member "claim" of: claims ID --json --reveal, and change that.',
      ),
    );
  const { passage } = claim;
  const { start, end } = passage;
  if (passage.layer !== layerDigest(layer) || start >= end || layer.text.slice(start, end) !== passage.quote)
    return refuse(claimStop('its passage does not stand in the text of the claim that is edited'));
  // What stands around the passage is taken from the text, whatever was typed.
  const checked = checkClaim(layer, { ...claim, passage: anchorPassage(layer, passage) });
  return checked.ok ? checked : refuse(claimStop(checked.error.why));
}

function isKeepable(claim: Claim): boolean {
  try {
    return canonicalJson(claim).length <= CLAIM_LIMIT;
  } catch {
    return false;
  }
}

function claimStop(why: string): Stop {
  return stop(EXIT.inputRefused, `That is no claim of this text: ${oneLine(why)}. Nothing was recorded.`);
}

async function recordTyped(
  { terminal, now }: CommandContext,
  { vault, folder }: Session,
  reason: string,
  flags: Flags,
): Promise<ExitCode | Stop> {
  const [, id = '', start = '', end = ''] = /^([0-9a-f]+)…?:(\d+)-(\d+)$/i.exec(flags.passage ?? '') ?? [];
  const found = await findSource(vault, id);
  if (!found.ok) return found.error;
  const source = await claimsOf(vault, found.value);
  const text = found.value.layer && source.texts.get(found.value.layer.digest);
  if (text === undefined || flags.kind === undefined)
    return stop(EXIT.inputRefused, 'This source was not read here. Read it first: read --source ID');
  const change = changeOf(flags);
  if (!change.ok) return change.error;
  const kept = await reviewTyped(
    vault,
    { source: source.row.source, text, reveal: flags.reveal, known: source.claims },
    { span: { start: Number(start), end: Number(end) }, change: { ...change.value, kind: flags.kind } },
    { reason, now },
  );
  if (kept.ok) {
    terminal.out(
      flags.json === true
        ? jsonLine({ id: kept.value, did: 'typed', state: 'accepted' })
        : `Recorded the claim ${kept.value.slice(0, 12)}, typed and accepted by you.`,
    );
    return EXIT.done;
  }
  switch (kept.error.type) {
    case 'claim-refused':
      return claimStop(kept.error.why);
    case 'claim-veiled':
      return stop(
        EXIT.inputRefused,
        'Part of this passage, or of what you say it holds, is protected and was not shown to you. Look at it first: text --source ID --reveal. Then type the claim with --reveal. Nothing was recorded.',
      );
    case 'known-already':
      return stop(
        EXIT.inputRefused,
        `These words are a claim of this kind already: ${kept.error.id.slice(0, 16)}. Review that one.`,
      );
    default:
      return vaultSentence(kept.error, folder);
  }
}
