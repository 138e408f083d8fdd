import type { ApiErrorCode } from '../api.ts';

/** What a request says before its body. */
export interface RequestHead {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Names and values by turns, as they came: a header that came twice is seen twice. */
  readonly rawHeaders: readonly string[];
}

export interface HeadRefusal {
  readonly status: 400 | 403 | 404 | 405 | 413 | 415;
  readonly code: ApiErrorCode;
}

/** Longest address. Nothing that was typed stands in one. */
const LONGEST_URL = 512;
/** A path of RFC 3986 with a query: whatever else browsers write, they escape. */
const PLAIN_URL = /^\/(?!\/)[A-Za-z0-9\-._~!$&'()*+,;=:@%/?]*$/;

/**
 * Whether a request may be looked at; undefined when it may. It must name this desk as its host, so that another name that was made to lead
 * here gets nothing, and it must come from a page of this desk, or by a person's own going there.
 */
export function judgeHead({ method, url, rawHeaders }: RequestHead, port: number): HeadRefusal | undefined {
  const hosts = valuesOf(rawHeaders, 'host');
  const host = hosts[0]?.toLowerCase();
  if (hosts.length !== 1 || (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`)) {
    return { status: 403, code: 'not-ours' };
  }
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return { status: 405, code: 'not-understood' };
  if (url === undefined || url.length > LONGEST_URL || !PLAIN_URL.test(url)) {
    return { status: 400, code: 'not-understood' };
  }
  const isOurs = method === 'POST' ? comesFromUs(rawHeaders, host) : mayBeRead(rawHeaders, host);
  return isOurs ? undefined : { status: 403, code: 'not-ours' };
}

/** Every browser names the page that has something sent; what names none is no page of ours. */
function comesFromUs(rawHeaders: readonly string[], host: string): boolean {
  const origins = valuesOf(rawHeaders, 'origin');
  const sites = valuesOf(rawHeaders, 'sec-fetch-site');
  return origins.length === 1 && origins[0] === `http://${host}` && sites.every((site) => site === 'same-origin');
}

/** What is only read may be asked for by our pages, by hand, and by a link that somebody followed, in a window of its own. */
function mayBeRead(rawHeaders: readonly string[], host: string): boolean {
  const origins = valuesOf(rawHeaders, 'origin');
  const sites = valuesOf(rawHeaders, 'sec-fetch-site');
  const isPage =
    valuesOf(rawHeaders, 'sec-fetch-mode').every((mode) => mode === 'navigate') &&
    valuesOf(rawHeaders, 'sec-fetch-dest').every((dest) => dest === 'document');
  const isOwn = sites.every((site) => site === 'same-origin' || site === 'none');
  return (isOwn || isPage) && origins.every((origin) => origin === `http://${host}`);
}

function valuesOf(rawHeaders: readonly string[], name: string): readonly string[] {
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name);
}
