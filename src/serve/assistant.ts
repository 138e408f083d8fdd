import { ok, type Result, refuse } from '../base/index.ts';
import {
  type AssistantAddress,
  type AssistantRefusal,
  askAssistant,
  type PostLimits,
  parseAssistantAddress,
  writeAssistantAddress,
} from '../exchange/index.ts';
import { settingsSubject } from '../preserve/index.ts';
import {
  type AssistantAnswered,
  type AssistantAsked,
  type AssistantRequest,
  assistantRequests,
  type Layer,
  layerDigest,
  type Proposals,
  proposalsFrom,
  READER,
  type Reading,
} from '../read/index.ts';
import type { SourceRow, Vault, WriteRefusal } from '../vault/index.ts';
import type { Clock } from './clock.ts';
import { assistantAnswered, assistantAsked, assistantSet } from './drafts.ts';
import { readSourceOf } from './stored-readings.ts';
import { newSubjectId, type RandomBytes } from './subjects.ts';

/** The program that may be asked: where it listens, and the name by which it knows its model. */
export interface Assistant {
  readonly address: AssistantAddress;
  readonly model: string;
}

/** How a source was read with an assistant. The first four counts of passages are all that its text has. */
export interface AssistantReceipt {
  readonly layer: Layer;
  readonly reading: Reading;
  readonly passages: Pick<AssistantAsked, 'sent' | 'heldBack'> & { readonly aside: number; readonly leftOut: number };
  readonly requests: number;
  readonly answered: Omit<AssistantAnswered, 'type' | 'call'>;
  readonly proposals: Proposals;
}

export type AssistantReadRefusal =
  | { readonly type: 'assistant-off' }
  /** The source has no text here, or nobody looked for protected words in it. */
  | { readonly type: 'source-not-read' }
  /** An earlier reader looked for protected words: this one may find more. */
  | { readonly type: 'source-read-earlier' }
  | { readonly type: 'nothing-to-send'; readonly heldBack: number };

/** The assistant of this device; undefined when it is off, as it is until somebody turns it on, and in every copy of a vault. */
export async function assistantOf(vault: Vault): Promise<Assistant | undefined> {
  const { address, model } = (await vault.query('assistant', { device: vault.device })) ?? {};
  if (address === undefined || model === undefined) return undefined;
  // Judged again each time: what lies in a vault could have been written by another program.
  const parsed = parseAssistantAddress(address);
  return parsed.ok ? { address: parsed.value, model } : undefined;
}

/** Turns the assistant on for this device, or off when none is given. Connects to nothing. */
export async function setAssistant(
  vault: Vault,
  assistant: Assistant | undefined,
  { now }: { readonly now: Clock },
): Promise<Result<undefined, WriteRefusal>> {
  const record = {
    subject: settingsSubject(vault.workspace),
    address: assistant === undefined ? null : writeAssistantAddress(assistant.address),
    model: assistant?.model ?? null,
  };
  const kept = await vault.append({ drafts: [assistantSet(record, now())], blobs: [], suggestions: [] });
  return kept.ok ? ok(undefined) : kept;
}

/**
 * Has the assistant asked about one source (docs/assistant.md A9 to A11). That it will be asked is written down before anything is
 * sent, so that no call goes unrecorded, and how it went afterwards, with what it proposes. A server that does not answer is
 * asked no more; one answer that cannot be read costs the others nothing.
 */
export async function readWithAssistant(
  vault: Vault,
  row: SourceRow,
  outside: {
    readonly limits: PostLimits;
    readonly now: Clock;
    readonly random: RandomBytes;
    readonly signal: AbortSignal;
    readonly progress: (done: number, of: number) => void;
  },
): Promise<Result<AssistantReceipt, AssistantReadRefusal | WriteRefusal>> {
  const assistant = await assistantOf(vault);
  if (assistant === undefined) return refuse({ type: 'assistant-off' });
  const read = await readSourceOf(vault, row);
  if (read === undefined) return refuse({ type: 'source-not-read' });
  const { layer, reading } = read;
  const { name, version } = reading.reader;
  if (name !== READER.name || version !== READER.version) return refuse({ type: 'source-read-earlier' });
  const { requests, ...passages } = assistantRequests(layer, reading);
  if (requests.length === 0) return refuse({ type: 'nothing-to-send', heldBack: passages.heldBack });

  const call = newSubjectId(outside.random);
  const { sent, heldBack } = passages;
  const asked = { call, model: assistant.model, requests: requests.length, sent, heldBack };
  const begun = await vault.append({ drafts: [assistantAsked(asked, outside.now())], blobs: [], suggestions: [] });
  if (!begun.ok) return begun;

  const { answers, ...counts } = await askAll(assistant, requests, outside);
  const proposals = proposalsFrom(layer, reading, assistant.model, answers);
  const { claims, dropped, valuesDropped, unreadableAnswers, reader } = proposals;
  const answered = { ...counts, kept: claims.length, dropped, valuesDropped, unreadableAnswers };
  const made = { source: row.source, digest: layerDigest(layer), reader, claims };
  const entry = assistantAnswered({ call, ...answered }, made, outside.now());
  const kept = await vault.append({ drafts: [entry], blobs: [], suggestions: [] });
  if (!kept.ok) return kept;
  return ok({ layer, reading, passages, requests: requests.length, answered, proposals });
}

async function askAll(
  assistant: Assistant,
  requests: readonly AssistantRequest[],
  { limits, signal, progress }: Pick<Parameters<typeof readWithAssistant>[2], 'limits' | 'signal' | 'progress'>,
): Promise<
  Pick<AssistantAnswered, 'bytesOut' | 'bytesIn' | 'ends'> & {
    readonly answers: readonly { readonly passages: AssistantRequest['passages']; readonly content: string }[];
  }
> {
  const answers: { passages: AssistantRequest['passages']; content: string }[] = [];
  const ends = new Map<string, number>();
  const count = (end: string): void => void ends.set(end, (ends.get(end) ?? 0) + 1);
  let [bytesOut, bytesIn, over] = [0, 0, false];
  for (const [i, { messages, passages }] of requests.entries()) {
    if (over) {
      count('not-asked');
      continue;
    }
    progress(i, requests.length);
    const call = await askAssistant({ ...assistant, limits, signal }, messages);
    bytesOut += call.bytesOut;
    bytesIn += call.bytesIn;
    if (call.answer.ok) {
      count('answered');
      answers.push({ passages, content: call.answer.value });
    } else {
      count(endOf(call.answer.error));
      over = isOver(call.answer.error);
    }
  }
  return { answers, bytesOut, bytesIn, ends: Object.fromEntries(ends) };
}

/** How a request ended, as it is written down. */
function endOf(refusal: AssistantRefusal): string {
  switch (refusal.type) {
    case 'slow':
      return `slow-${refusal.stage}`;
    case 'http-error':
      return `http-error-${refusal.status}`;
    default:
      return refusal.type;
  }
}

/** Whether asking again would only bring the same. */
function isOver({ type }: AssistantRefusal): boolean {
  switch (type) {
    case 'not-reached':
    case 'slow':
    case 'redirect':
    case 'http-error':
    case 'not-http':
    case 'interrupted':
      return true;
    case 'cut-off':
    case 'too-large':
    case 'not-json':
    case 'too-deep':
    case 'wrong-shape':
      return false;
  }
}
