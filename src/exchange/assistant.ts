import { z } from 'zod';
import { nestsDeeper, ok, type Result, refuse } from '../base/index.ts';
import type { AssistantAddress } from './assistant-address.ts';
import { type PostLimits, type PostRefusal, postToLoopback } from './loopback-post.ts';

export interface ChatMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

/** Why an assistant gave no answer, by its kind alone: no word of what was sent or came back. */
export type AssistantRefusal =
  | PostRefusal
  /** Not UTF-8, or no JSON; a body that ends too early and did not say how long it is comes out so too. */
  | { readonly type: 'not-json' }
  | { readonly type: 'too-deep' }
  /** JSON, and no answer of the chat API. */
  | { readonly type: 'wrong-shape' };

/** One call, whether it brought an answer or not: what is written down of it. */
export interface AssistantCall {
  /** What the model wrote. It is anything at all: whoever reads it checks every word. */
  readonly answer: Result<string, AssistantRefusal>;
  /** Bytes over the connection, heads included; 0 when there was none. */
  readonly bytesOut: number;
  readonly bytesIn: number;
}

/** A small model on a laptop takes minutes; a program that does not answer at all is told within seconds. */
export const DEFAULT_LIMITS: PostLimits = {
  connectMs: 3000,
  firstByteMs: 240_000,
  wholeMs: 300_000,
  maxBytes: 1 << 20,
};

/**
 * Asks a local model server by the OpenAI chat API: one request, one answer, nothing kept between two. The only
 * connection that Daybook makes, and only to the loopback address that somebody configured and confirmed (docs/assistant.md A1,
 * A2). No key is sent. Whoever calls writes the call down.
 */
export async function askAssistant(
  {
    address,
    model,
    limits,
    signal,
  }: {
    readonly address: AssistantAddress;
    readonly model: string;
    readonly limits: PostLimits;
    readonly signal: AbortSignal;
  },
  messages: readonly ChatMessage[],
): Promise<AssistantCall> {
  const json = JSON.stringify({ model, messages, temperature: 0, stream: false, max_tokens: MOST_TOKENS });
  const place = { host: address.host, port: address.port, path: `${address.path}/chat/completions` };
  const { bytes, bytesOut, bytesIn } = await postToLoopback(place, json, limits, signal);
  return { answer: bytes instanceof Uint8Array ? readAnswer(bytes) : refuse(bytes), bytesOut, bytesIn };
}

const MOST_TOKENS = 4096;
const DEEPEST = 64;

function readAnswer(bytes: Uint8Array): Result<string, AssistantRefusal> {
  let value: unknown;
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (nestsDeeper(json, DEEPEST)) return refuse({ type: 'too-deep' });
    value = JSON.parse(json);
  } catch {
    return refuse({ type: 'not-json' });
  }
  const content = chatAnswer.safeParse(value).data?.choices[0]?.message.content;
  return content === undefined ? refuse({ type: 'wrong-shape' }) : ok(content);
}

/** As much of a chat completion as is used; what else a server adds is passed over. */
const chatAnswer = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string() }) }))
    .min(1)
    .max(16),
});
