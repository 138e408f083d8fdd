import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { ok, type Result, refuse } from '../../base/index.ts';

export interface InflateRefusal {
  readonly type: 'not-inflated';
  readonly reason: 'damaged' | 'bomb' | 'not-supported';
}

/**
 * Bytes without a coding of HTTP (RFC 9110, 8.4.1), `limit` of them at most. Bytes that do not begin as their coding does
 * are returned as they are: some programs store an answer decoded, under the headers that it came with.
 */
export function decodeContent(bytes: Uint8Array, coding: string, limit: number): Result<Uint8Array, InflateRefusal> {
  switch (coding) {
    case 'identity':
    case '':
      return ok(bytes);
    case 'gzip':
    case 'x-gzip':
      if (!isGzip(bytes, 0)) return ok(bytes);
      return inflated(() => gunzipSync(bytes, { maxOutputLength: limit }));
    case 'deflate': {
      // Servers send it with the head of zlib and without.
      const whole = inflated(() => inflateSync(bytes, { maxOutputLength: limit }));
      return whole.ok || whole.error.reason === 'bomb'
        ? whole
        : inflated(() => inflateRawSync(bytes, { maxOutputLength: limit }));
    }
    case 'br':
      return inflated(() => brotliDecompressSync(bytes, { maxOutputLength: limit }));
    default:
      return refuse({ type: 'not-inflated', reason: 'not-supported' });
  }
}

export function isGzip(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8;
}

/** One member of a gzip file (RFC 1952), and where the next may begin. */
export function inflateMember(
  bytes: Uint8Array,
  at: number,
  limit: number,
): Result<{ readonly bytes: Uint8Array; readonly next: number }, InflateRefusal> {
  const body = gzipBody(bytes, at);
  if (body === undefined) return refuse({ type: 'not-inflated', reason: 'damaged' });
  let consumed = 0;
  const result = inflated(() => {
    const answer: unknown = inflateRawSync(bytes.subarray(body), { maxOutputLength: limit, info: true });
    if (typeof answer !== 'object' || answer === null || !('buffer' in answer) || !('engine' in answer))
      throw new Error('zlib gave no information');
    const { buffer, engine } = answer;
    if (!(buffer instanceof Uint8Array) || typeof engine !== 'object' || engine === null || !('bytesWritten' in engine))
      throw new Error('zlib gave no information');
    consumed = Number(engine.bytesWritten);
    return buffer;
  });
  // Behind the data stand a checksum and a length, eight bytes.
  return result.ok ? ok({ bytes: result.value, next: body + consumed + 8 }) : result;
}

/** Where the data of a gzip member begins, behind its head; undefined when the head is cut short. */
function gzipBody(bytes: Uint8Array, at: number): number | undefined {
  const flags = bytes[at + 3] ?? 0;
  let next = at + 10;
  if ((flags & 4) !== 0) next += 2 + (bytes[next] ?? 0) + 256 * (bytes[next + 1] ?? 0);
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, next);
    if (end < 0) return undefined;
    next = end + 1;
  }
  if ((flags & 2) !== 0) next += 2;
  return next < bytes.length ? next : undefined;
}

/** Node reports an output beyond the limit and damaged input by the codes of its errors. */
function inflated(run: () => Uint8Array): Result<Uint8Array, InflateRefusal> {
  try {
    return ok(new Uint8Array(run()));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') return refuse({ type: 'not-inflated', reason: 'bomb' });
    if (typeof code === 'string' && /^(?:Z_|ERR__?ERROR_|ERR_)/.test(code))
      return refuse({ type: 'not-inflated', reason: 'damaged' });
    throw error;
  }
}
