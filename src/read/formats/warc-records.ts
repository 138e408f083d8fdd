import type { UnreadPart } from './format.ts';
import { inflateMember, isGzip } from './inflate.ts';
import { binaryOf } from './mime-bytes.ts';
import { headerOf, type MimeHeader, readHeaders } from './mime-header.ts';

/** A record of a web archive (ISO 28500). */
export interface WarcRecord {
  /** Counted from 1, damaged ones too. */
  readonly number: number;
  readonly type: string;
  readonly headers: readonly MimeHeader[];
  readonly block: Uint8Array;
}

export interface WarcLimits {
  readonly records: number;
  /** Of one record, inflated. */
  readonly recordBytes: number;
  /** Of all of them. */
  readonly totalBytes: number;
}

const LONGEST_HEAD = 256 * 1024;
/** Places at which reading goes on behind damage. */
const MOST_DAMAGE = 100;

/**
 * The records of a WARC file, plain or with each record or the whole of it in gzip. Yields what it cannot read as
 * `unread` and goes on at the next record; ends at a limit.
 */
export function* warcRecords(bytes: Uint8Array, limits: WarcLimits): Generator<WarcRecord | UnreadPart> {
  const state: State = { limits, number: 0, total: 0, damage: 0, ended: false };
  if (!isGzip(bytes, 0)) {
    yield* plainRecords(bytes, state);
    return;
  }
  let at = 0;
  while (at < bytes.length && !state.ended) {
    const member = inflateMember(bytes, at, Math.min(limits.recordBytes, limits.totalBytes - state.total));
    if (member.ok) {
      state.total += member.value.bytes.length;
      yield* plainRecords(member.value.bytes, state);
      at = member.value.next;
      // Padding may stand between members.
      while (at < bytes.length && bytes[at] === 0) at++;
      if (at >= bytes.length || isGzip(bytes, at)) continue;
    } else {
      state.number++;
      yield { part: `record ${state.number}`, reason: member.error.reason === 'bomb' ? 'bomb' : 'damaged' };
    }
    at = nextMember(bytes, at + 1);
    if (++state.damage > MOST_DAMAGE || at < 0) return;
  }
}

interface State {
  readonly limits: WarcLimits;
  number: number;
  total: number;
  damage: number;
  ended: boolean;
}

function nextMember(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1)) if (isGzip(bytes, at)) return at;
  return -1;
}

function* plainRecords(bytes: Uint8Array, state: State): Generator<WarcRecord | UnreadPart> {
  let at = 0;
  while (at < bytes.length) {
    while (bytes[at] === 13 || bytes[at] === 10) at++;
    if (at >= bytes.length) return;
    if (state.number >= state.limits.records) {
      state.ended = true;
      yield { part: `records after ${state.limits.records}`, reason: 'too-many' };
      return;
    }
    state.number++;
    const head = headAt(bytes, at);
    const length = Number(headerOf(head?.headers ?? [], 'content-length'));
    if (head === undefined || !Number.isSafeInteger(length) || length < 0) {
      yield { part: `record ${state.number}`, reason: 'damaged' };
      at = nextRecord(bytes, at + 1);
      if (at < 0 || ++state.damage > MOST_DAMAGE) return;
      continue;
    }
    const end = head.end + length;
    if (length > state.limits.recordBytes) yield { part: `record ${state.number}`, reason: 'too-large' };
    else if (end > bytes.length) yield { part: `record ${state.number}`, reason: 'damaged' };
    else {
      const type = (headerOf(head.headers, 'warc-type') ?? '').toLowerCase();
      yield { number: state.number, type, headers: head.headers, block: bytes.subarray(head.end, end) };
    }
    at = end;
  }
}

function headAt(
  bytes: Uint8Array,
  at: number,
): { readonly headers: readonly MimeHeader[]; readonly end: number } | undefined {
  const begin = binaryOf(bytes.subarray(at, at + 4096));
  if (!/^WARC\/1\.\d\r?\n/.test(begin)) return undefined;
  const near = /\r?\n\r?\n/.exec(begin);
  const text = near === null ? binaryOf(bytes.subarray(at, at + LONGEST_HEAD)) : begin;
  const end = near ?? /\r?\n\r?\n/.exec(text);
  if (end === null) return undefined;
  return { headers: readHeaders(text.slice(text.indexOf('\n') + 1, end.index)), end: at + end.index + end[0].length };
}

function nextRecord(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x57, from); at >= 0; at = bytes.indexOf(0x57, at + 1))
    if (bytes[at - 1] === 10 && binaryOf(bytes.subarray(at, at + 7)) === 'WARC/1.') return at;
  return -1;
}
