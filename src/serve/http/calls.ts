import { nestsDeeper, type Result } from '../../base/index.ts';
import type { Api, ApiName } from '../api.ts';
import { answers } from './answers.ts';
import { asks, pageImageAsk } from './asks.ts';
import type { Desk } from './desk.ts';
import { pagePicture } from './page-pictures.ts';
import { type Refused, refuseWith } from './refusal.ts';

/** Levels of a call's JSON: none of ours has as many. */
const DEEPEST = 12;

/** Whether there is a call of this name. */
export function isCall(name: string): name is ApiName {
  return Object.hasOwn(asks, name);
}

/** Reads what is asked, and answers it; what it takes is checked here and nowhere further in. */
export async function answerCall(desk: Desk, name: ApiName, body: Uint8Array): Promise<Result<unknown, Refused>> {
  const json = jsonIn(body);
  return json === undefined ? refuseWith('not-understood') : answerNamed(desk, name, json.value);
}

async function answerNamed<N extends ApiName>(desk: Desk, name: N, json: unknown): Promise<Result<unknown, Refused>> {
  const ask = asks[name].safeParse(json);
  if (!ask.success) return refuseWith('not-understood');
  const answer: (desk: Desk, ask: Api[N]['ask']) => Promise<Result<unknown, Refused>> = answers[name];
  return answer(desk, ask.data);
}

/** A page of a source as PNG. */
export async function pageImage(desk: Desk, body: Uint8Array): Promise<Result<Uint8Array, Refused>> {
  const ask = pageImageAsk.safeParse(jsonIn(body)?.value);
  return ask.success ? pagePicture(desk, ask.data) : refuseWith('not-understood');
}

function jsonIn(body: Uint8Array): { readonly value: unknown } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return nestsDeeper(text, DEEPEST) ? undefined : { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
