import type { IncomingMessage } from 'node:http';
import { ok, type Result } from '../../base/index.ts';
import { type Refused, refuseWith } from './refusal.ts';

/**
 * The whole body of a request, when it is of the type that is asked for and not larger than the limit. More than that is
 * not read: the connection is closed behind the answer.
 */
export async function readBody(
  request: Request,
  incoming: IncomingMessage,
  { limit, type }: { readonly limit: number; readonly type: string },
): Promise<Result<Uint8Array, Refused>> {
  const given = request.headers.get('content-type')?.toLowerCase() ?? '';
  if (!new RegExp(`^${type.replaceAll('.', '\\.')}(?:\\s*;\\s*charset=utf-8)?$`).test(given)) {
    return refuseWith('not-understood', { field: 'content-type' });
  }
  if (request.headers.has('content-encoding')) return refuseWith('not-understood', { field: 'content-encoding' });
  const said = request.headers.get('content-length');
  if (said !== null && Number(said) > limit) return tooLarge(incoming, limit);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > limit) return tooLarge(incoming, limit);
    chunks.push(chunk);
  }
  const [only] = chunks;
  return ok(chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks));
}

function tooLarge(incoming: IncomingMessage, limit: number): Result<never, Refused> {
  // What is still under way is let go, so that the answer is read before the connection ends.
  incoming.resume();
  return refuseWith('too-large', { limit });
}
