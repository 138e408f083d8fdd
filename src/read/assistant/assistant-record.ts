import { z } from 'zod';
import { isId, type Sha256, type SourceId, type SubjectId } from '../../base/index.ts';
import type { Claim } from '../claim.ts';
import { parseClaim } from '../reading-json.ts';
import { DROP_REASONS, type DropReason } from './proposals.ts';

/** Turns the assistant on for one device, or off: `address` null. `subject` is that of the workspace's settings. */
export interface AssistantSetting {
  readonly type: 'assistant';
  readonly subject: SubjectId;
  /** As it is kept (`writeAssistantAddress`): whoever uses it reads it again and refuses what is not on this machine. */
  readonly address: string | null;
  readonly model: string | null;
}

/** Written before anything is sent: what will be asked, counted and without a word of it. */
export interface AssistantAsked {
  readonly type: 'assistant-asked';
  readonly call: SubjectId;
  readonly model: string;
  readonly requests: number;
  /** Passages. */
  readonly sent: number;
  readonly heldBack: number;
}

/** Written afterwards: how it went, counted and without a word of it. */
export interface AssistantAnswered {
  readonly type: 'assistant-answered';
  readonly call: SubjectId;
  /** Bytes over all connections of the call, heads included. */
  readonly bytesOut: number;
  readonly bytesIn: number;
  /** How often each end of a request came about: `answered`, or the kind of a refusal. */
  readonly ends: Readonly<Record<string, number>>;
  readonly kept: number;
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
  readonly valuesDropped: number;
  readonly unreadableAnswers: number;
}

/** The proposals themselves, `of` the call and the source: they go when the source is erased. */
export interface AssistantProposals {
  readonly type: 'assistant-proposals';
  readonly call: SubjectId;
  readonly source: SourceId;
  /** Digest of the text that was read. */
  readonly digest: Sha256;
  readonly reader: { readonly name: string; readonly version: string };
  readonly claims: readonly Claim[];
}

/** Letters of a model's name. */
export const MODEL_LIMIT = 200;

/** Reads a setting of the assistant; undefined when the value is none. */
export function readAssistantSetting(value: unknown): AssistantSetting | undefined {
  return setting.safeParse(value).data;
}

/** Reads what is written before a call; undefined when the value is none. */
export function readAssistantAsked(value: unknown): AssistantAsked | undefined {
  return asked.safeParse(value).data;
}

/** Reads what is written after a call; undefined when the value is none. */
export function readAssistantAnswered(value: unknown): AssistantAnswered | undefined {
  return answered.safeParse(value).data;
}

/** Of which call and source a part holds proposals; undefined when it holds none. Its claims are not looked at. */
export function proposalsPlace(value: unknown): Pick<AssistantProposals, 'call' | 'source'> | undefined {
  return place.safeParse(value).data;
}

/** Reads proposals; undefined when the value is none, or one of its claims says more than this version understands. */
export function readAssistantProposals(value: unknown): AssistantProposals | undefined {
  return proposals.safeParse(value).data;
}

const count = z.number().int().min(0);
const subject = z.custom<SubjectId>((value) => isId('SubjectId', value));
const model = z.string().min(1).max(MODEL_LIMIT);
const setting: z.ZodType<AssistantSetting> = z.strictObject({
  type: z.literal('assistant'),
  subject,
  address: z.string().min(1).max(600).nullable(),
  model: model.nullable(),
});
const asked: z.ZodType<AssistantAsked> = z.strictObject({
  type: z.literal('assistant-asked'),
  call: subject,
  model,
  requests: count,
  sent: count,
  heldBack: count,
});
const answered: z.ZodType<AssistantAnswered> = z.strictObject({
  type: z.literal('assistant-answered'),
  call: subject,
  bytesOut: count,
  bytesIn: count,
  ends: z.record(z.string().regex(/^[a-z0-9-]{1,40}$/), count),
  kept: count,
  dropped: z.partialRecord(z.enum(DROP_REASONS), count),
  valuesDropped: count,
  unreadableAnswers: count,
});
const source = z.custom<SourceId>((value) => isId('SubjectId', value));
const place = z.object({ type: z.literal('assistant-proposals'), call: subject, source });
const proposals: z.ZodType<AssistantProposals> = z.strictObject({
  type: z.literal('assistant-proposals'),
  call: subject,
  source,
  digest: z.custom<Sha256>((value) => isId('Sha256', value)),
  reader: z.strictObject({ name: z.string().max(300), version: z.string().max(100) }),
  claims: z.array(z.custom<Claim>((value) => parseClaim(value) !== undefined)).max(5000),
});
