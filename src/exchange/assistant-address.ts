import { ok, type Result, refuse } from '../base/index.ts';

/** Where a local model server listens: always this machine, by its number. */
export interface AssistantAddress {
  /** A number of the loopback network, 127.0.0.0/8 or ::1; never a name. */
  readonly host: string;
  readonly port: number;
  /** What stands before `/chat/completions`: `/v1` when the user gave no path. */
  readonly path: string;
}

export type AddressRefusal =
  /** Not of the form `http://127.0.0.1:PORT`. */
  | { readonly type: 'address-malformed' }
  /** It names another machine, or something that might. */
  | { readonly type: 'not-loopback' };

/**
 * Reads an address that somebody typed (docs/assistant.md A1). Letter by letter and not as a browser reads it: what a URL
 * parser would turn into a loopback number (`2130706433`, `0x7f.1`, `127.1`) is refused, and so is every name but
 * `localhost`, which is taken for 127.0.0.1 without being looked up.
 */
export function parseAssistantAddress(text: string): Result<AssistantAddress, AddressRefusal> {
  const parts =
    /^http:\/\/(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9._-]{1,253}):(\d{1,5})((?:\/[A-Za-z0-9_-]{1,40}){0,6})\/?$/.exec(
      text.length > LONGEST ? '' : text,
    );
  if (parts === null) return refuse({ type: 'address-malformed' });
  const [, typed = '', digits = '', path = ''] = parts;
  const host = loopbackHost(typed);
  if (host === undefined) return refuse({ type: 'not-loopback' });
  const port = Number(digits);
  if (port < 1 || port > 65_535) return refuse({ type: 'address-malformed' });
  return ok({ host, port, path: path === '' ? '/v1' : path });
}

/** An address as it is kept and shown; reading it again gives the same. */
export function writeAssistantAddress({ host, port, path }: AssistantAddress): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}${path}`;
}

const LONGEST = 600;

function loopbackHost(typed: string): string | undefined {
  if (typed === 'localhost') return '127.0.0.1';
  if (typed === '[::1]') return '::1';
  const numbers = /^127\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(typed)?.slice(1);
  // "127.0.0.010" is eight to some and ten to others.
  return numbers?.every((number) => String(Number(number)) === number && Number(number) <= 255) ? typed : undefined;
}
