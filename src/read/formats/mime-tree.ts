import { headerOf, type MimeHeader, readHeaders, readStructured, type Structured } from './mime-header.ts';

/** A part of a message, or the message itself. Strings are binary: one unit a byte. */
export interface MimePart {
  readonly headers: readonly MimeHeader[];
  readonly type: Structured;
  readonly disposition: Structured;
  readonly transfer: string;
  /** Still under its transfer encoding; empty for a multipart. */
  readonly body: string;
  readonly parts: readonly MimePart[];
  /** `1.2`: the second part of the first. Empty for the message. */
  readonly number: string;
}

export interface MimeTree {
  readonly root: MimePart;
  /** Numbers of parts that were not looked into, since they lie too deep or come after too many. */
  readonly tooDeep: readonly string[];
  readonly tooMany: boolean;
  /** Multiparts that end without their closing boundary, as those of a truncated message do. */
  readonly unclosed: readonly string[];
}

export interface MimeLimits {
  readonly depth: number;
  readonly parts: number;
  readonly headerUnits: number;
}

/** The parts of a message within the limits; undefined when a block of headers is longer than they allow. */
export function readMimeTree(binary: string, limits: MimeLimits): MimeTree | undefined {
  const state: State = { limits, count: 0, tooDeep: [], tooMany: false, unclosed: [], longHeader: false };
  const root = partOf(binary, '', 'text/plain', 0, state);
  return state.longHeader ? undefined : { root, ...state };
}

interface State {
  readonly limits: MimeLimits;
  count: number;
  readonly tooDeep: string[];
  tooMany: boolean;
  readonly unclosed: string[];
  longHeader: boolean;
}

function partOf(binary: string, number: string, defaultType: string, depth: number, state: State): MimePart {
  state.count++;
  const { head, body } = cutHead(binary);
  if (head.length > state.limits.headerUnits) state.longHeader = true;
  const headers = state.longHeader ? [] : readHeaders(head);
  const type = readStructured(headerOf(headers, 'content-type') ?? defaultType);
  const part = {
    headers,
    type: type.value.includes('/') ? type : { value: defaultType, params: type.params },
    disposition: readStructured(headerOf(headers, 'content-disposition') ?? ''),
    transfer: readStructured(headerOf(headers, 'content-transfer-encoding') ?? '').value,
    number,
  };
  const boundary = type.params.get('boundary')?.trimEnd();
  if (!type.value.startsWith('multipart/') || boundary === undefined || boundary === '')
    return { ...part, body, parts: [] };
  if (depth >= state.limits.depth) {
    state.tooDeep.push(number);
    return { ...part, body: '', parts: [] };
  }
  const { pieces, closed } = cutAtBoundary(body, boundary, state.limits.parts - state.count);
  if (!closed) state.unclosed.push(number);
  const inner = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const parts: MimePart[] = [];
  for (const [i, piece] of pieces.entries()) {
    if (state.count >= state.limits.parts) {
      state.tooMany = true;
      break;
    }
    parts.push(partOf(piece, number === '' ? String(i + 1) : `${number}.${i + 1}`, inner, depth + 1, state));
  }
  return { ...part, body: '', parts };
}

/** Headers end at the first empty line; a part that begins with one has none. */
function cutHead(binary: string): { readonly head: string; readonly body: string } {
  const begin = /^\r?\n/.exec(binary);
  if (begin !== null) return { head: '', body: binary.slice(begin[0].length) };
  const end = /\r?\n\r?\n/.exec(binary);
  if (end === null) return { head: binary, body: '' };
  return { head: binary.slice(0, end.index), body: binary.slice(end.index + end[0].length) };
}

/**
 * What stands between lines of `--boundary` (RFC 2046, 5.1.1). What comes before the first and after the closing one is
 * no part of the message. One piece more than `most` is cut, which tells that there are more.
 */
function cutAtBoundary(
  body: string,
  boundary: string,
  most: number,
): { readonly pieces: readonly string[]; readonly closed: boolean } {
  const mark = `--${boundary}`;
  const pieces: string[] = [];
  let from = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    const rest = /^(--)?[ \t]*(?:\r?\n|$)/.exec(body.slice(at + mark.length, at + mark.length + 200));
    if (rest === null) continue;
    // The line end before the boundary belongs to the boundary.
    if (from >= 0) pieces.push(body.slice(from, at).replace(/\r?\n$/, ''));
    if (rest[1] !== undefined) return { pieces, closed: true };
    from = at + mark.length + rest[0].length;
    if (pieces.length > most) return { pieces, closed: true };
  }
  if (from >= 0 && from < body.length) pieces.push(body.slice(from));
  return { pieces, closed: false };
}
