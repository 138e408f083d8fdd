import { ok, type Result, refuse } from '../../base/index.ts';
import { decodeContent, type InflateRefusal } from './inflate.ts';
import { binaryOf } from './mime-bytes.ts';
import { headerOf, type MimeHeader, readHeaders } from './mime-header.ts';

/** An answer of a web server as a web archive keeps it. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: readonly MimeHeader[];
  /** As it came over the wire. */
  readonly raw: Uint8Array;
}

const LONGEST_HEAD = 256 * 1024;

/** Undefined when the bytes do not begin with a status line and headers. */
export function readHttpAnswer(bytes: Uint8Array): HttpAnswer | undefined {
  const head = binaryOf(bytes.subarray(0, LONGEST_HEAD));
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(head);
  const end = /\r?\n\r?\n/.exec(head);
  if (status === null || end === null) return undefined;
  return {
    status: Number(status[1]),
    headers: readHeaders(head.slice(head.indexOf('\n') + 1, end.index)),
    raw: bytes.subarray(end.index + end[0].length),
  };
}

/** The body without the framing of chunks, still under its content codings; as it is when it was not chunked. */
export function unchunked({ headers, raw }: HttpAnswer): Uint8Array {
  if (!/\bchunked\b/i.test(headerOf(headers, 'transfer-encoding') ?? '')) return raw;
  // Chunks can be of one byte each: they are copied, not kept one by one.
  const whole = new Uint8Array(raw.length);
  let length = 0;
  let at = 0;
  while (at < raw.length) {
    const size = /^([0-9a-f]{1,8})[^\n]{0,150}\n/i.exec(binaryOf(raw.subarray(at, at + 200)));
    // Programs that decode before they store leave the header in place.
    if (size === null) return at === 0 ? raw : whole.subarray(0, length);
    const chunk = Number.parseInt(size[1] ?? '0', 16);
    if (chunk === 0) break;
    at += size[0].length;
    const bytes = raw.subarray(at, at + chunk);
    whole.set(bytes, length);
    length += bytes.length;
    at += chunk;
    if (raw[at] === 13) at++;
    if (raw[at] === 10) at++;
  }
  return whole.subarray(0, length);
}

/** The body as its writer meant it, `limit` bytes at most after each coding. */
export function decodedBody(answer: HttpAnswer, limit: number): Result<Uint8Array, InflateRefusal> {
  const codings = (headerOf(answer.headers, 'content-encoding') ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .reverse();
  if (codings.length > 4) return refuse({ type: 'not-inflated', reason: 'bomb' });
  let body = unchunked(answer);
  for (const coding of codings) {
    const decoded = decodeContent(body, coding, limit);
    if (!decoded.ok) return decoded;
    body = decoded.value;
  }
  return ok(body);
}
