import type { ClientRequest, IncomingMessage } from 'node:http';
import { request } from 'node:http';

/** How long and how much: milliseconds from the beginning, and bytes of a body. */
export interface PostLimits {
  /** Until the connection stands. */
  readonly connectMs: number;
  /** Until the head of the answer is here: a model server sends it when the model has finished. */
  readonly firstByteMs: number;
  /** Until the last byte of the answer. */
  readonly wholeMs: number;
  readonly maxBytes: number;
}

/** Why a post brought no answer. Nothing that a server said is told. */
export type PostRefusal =
  /** Nobody listens there. */
  | { readonly type: 'not-reached' }
  | { readonly type: 'slow'; readonly stage: 'connect' | 'first-byte' | 'whole' }
  /** The connection ended before the answer did. */
  | { readonly type: 'cut-off' }
  | { readonly type: 'too-large' }
  | { readonly type: 'redirect' }
  | { readonly type: 'http-error'; readonly status: number }
  /** What came back is no HTTP, asks to speak something else, or is packed. */
  | { readonly type: 'not-http' }
  /** The user stopped it. */
  | { readonly type: 'interrupted' };

/** What a post brought, with what went over the connection in either direction, heads included. */
export interface Posted {
  readonly bytes: Uint8Array | PostRefusal;
  readonly bytesOut: number;
  readonly bytesIn: number;
}

/**
 * Posts JSON to a server on this machine (docs/assistant.md A2). `host` is a loopback number, so nothing is looked up. A
 * connection of its own each time, without a proxy, whatever the environment says; no redirect is followed, nothing is unpacked, and
 * no more than the limits is waited for or kept. Never throws for what a server does.
 */
export function postToLoopback(
  { host, port, path }: { readonly host: string; readonly port: number; readonly path: string },
  json: string,
  limits: PostLimits,
  signal: AbortSignal,
): Promise<Posted> {
  return new Promise((resolve) => {
    const body = new TextEncoder().encode(json);
    const timers: ReturnType<typeof setTimeout>[] = [];
    let settled = false;
    let connected = false;
    const sending: ClientRequest = request({
      host,
      port,
      path,
      method: 'POST',
      // An agent could keep connections, or take a proxy from the environment.
      agent: false,
      lookup: (_name, _options, answer) => answer(new Error('no name is looked up'), []),
      headers: {
        'content-type': 'application/json',
        'content-length': body.length,
        accept: 'application/json',
        'accept-encoding': 'identity',
      },
    });
    const settle = (bytes: Uint8Array | PostRefusal): void => {
      if (settled) return;
      settled = true;
      for (const timer of timers) clearTimeout(timer);
      signal.removeEventListener('abort', interrupt);
      const { socket } = sending;
      const [bytesOut, bytesIn] = connected ? [socket?.bytesWritten ?? 0, socket?.bytesRead ?? 0] : [0, 0];
      sending.destroy();
      resolve({ bytes, bytesOut, bytesIn });
    };
    const interrupt = (): void => settle({ type: 'interrupted' });
    const by = (ms: number, stage: 'connect' | 'first-byte' | 'whole', over: () => boolean): void => {
      timers.push(setTimeout(() => over() || settle({ type: 'slow', stage }), ms));
    };

    let answered = false;
    by(limits.connectMs, 'connect', () => connected);
    by(limits.firstByteMs, 'first-byte', () => answered);
    by(limits.wholeMs, 'whole', () => false);
    signal.addEventListener('abort', interrupt, { once: true });
    sending.on('error', (error) => settle(refusalOf(error, connected)));
    sending.on('socket', (socket) =>
      socket.once('connect', () => {
        // Belt and braces: whatever stands between us and the number that was typed, this is where we got.
        if (socket.remotePort !== port || !isLoopback(socket.remoteAddress)) settle({ type: 'not-reached' });
        connected = true;
        sending.end(body);
      }),
    );
    // News of its work, of which a server may send any amount before its answer.
    let news = 0;
    sending.on('information', () => {
      if (++news > MOST_NEWS) settle({ type: 'too-large' });
    });
    sending.on('upgrade', () => settle({ type: 'not-http' }));
    sending.on('response', (answer) => {
      answered = true;
      const refusal = refusalOfHead(answer, limits.maxBytes);
      if (refusal === undefined) collect(answer, limits.maxBytes, settle);
      else settle(refusal);
    });
    if (signal.aborted) interrupt();
  });
}

const MOST_NEWS = 16;

function refusalOfHead({ statusCode = 0, headers }: IncomingMessage, maxBytes: number): PostRefusal | undefined {
  if (statusCode >= 300 && statusCode < 400) return { type: 'redirect' };
  if (statusCode !== 200) return { type: 'http-error', status: statusCode };
  // A packed megabyte can hold a thousand.
  if (!/^(?:identity)?$/i.test(headers['content-encoding'] ?? '')) return { type: 'not-http' };
  return Number(headers['content-length'] ?? 0) > maxBytes ? { type: 'too-large' } : undefined;
}

function collect(answer: IncomingMessage, maxBytes: number, settle: (bytes: Uint8Array | PostRefusal) => void): void {
  const chunks: Uint8Array[] = [];
  let length = 0;
  answer.on('data', (chunk: Uint8Array) => {
    length += chunk.length;
    if (length > maxBytes) settle({ type: 'too-large' });
    else chunks.push(chunk);
  });
  answer.on('end', () => settle(answer.complete ? new Uint8Array(Buffer.concat(chunks)) : { type: 'cut-off' }));
  answer.on('error', (error) => settle(refusalOf(error, true)));
  answer.on('close', () => settle({ type: 'cut-off' }));
}

function refusalOf(error: Error, connected: boolean): PostRefusal {
  if (!connected) return { type: 'not-reached' };
  // Node's parser of HTTP names what it cannot read.
  return 'code' in error && String(error.code).startsWith('HPE_') ? { type: 'not-http' } : { type: 'cut-off' };
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && (address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(address));
}
