import { ok, type Result, refuse } from '../../base/index.ts';
import { hasStatedDigest, readStatedDigest } from '../../preserve/index.ts';
import type { FormatHints, FormatReading, FormatRefusal, Member, UnreadPart, UnreadReason } from './format.ts';
import { decodedBody, readHttpAnswer, unchunked } from './http-answer.ts';
import { binaryOf, bytesOfBinary } from './mime-bytes.ts';
import { headerOf, readStructured } from './mime-header.ts';
import { type WarcLimits, type WarcRecord, warcRecords } from './warc-records.ts';

const MEBI = 1024 * 1024;
const LIMITS: WarcLimits = { records: 500_000, recordBytes: 256 * MEBI, totalBytes: 1024 * MEBI };

/**
 * Reads a web archive (WARC): every page, PDF and text that a server answered with 200, and every screenshot, becomes a
 * member with its address and the time of capture (docs/read-web-archives.md W1 to W7). Scripts, styles and pictures are
 * left where they are. Refused when not one record can be read.
 */
export function readWarc(bytes: Uint8Array, _hints: FormatHints): Result<FormatReading, FormatRefusal> {
  if (bytes.length === 0) return refused('empty');
  const capture = readCapture(bytes, memberNames());
  if (capture.records === 0) return refused(capture.unread[0]?.reason ?? 'damaged');
  const { members, unread, facts } = capture;
  return ok({ members, unread, facts });
}

function refused(reason: FormatRefusal['reason']): Result<never, FormatRefusal> {
  return refuse({ type: 'format-refused', format: 'warc', reason });
}

export interface Capture {
  readonly members: readonly Member[];
  readonly unread: readonly UnreadPart[];
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** How many records could be read. */
  readonly records: number;
}

/** Names that tell no address: that stands in `origin`. */
export function memberNames(): (kind: string, ending: string) => string {
  let count = 0;
  return (kind, ending) => `${kind}-${String(++count).padStart(4, '0')}${ending}`;
}

/** What may still be taken, where several files make one archive. */
export interface CaptureRoom {
  readonly members: number;
  readonly bytes: number;
}

export const CAPTURE_ROOM: CaptureRoom = { members: 20_000, bytes: 512 * MEBI };

/** What a WARC file holds. */
export function readCapture(
  bytes: Uint8Array,
  name: (kind: string, ending: string) => string,
  room: CaptureRoom = CAPTURE_ROOM,
): Capture {
  const members: Member[] = [];
  const unread: UnreadPart[] = [];
  const counts = new Map<string, number>();
  let records = 0;
  let total = 0;
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  for (const record of warcRecords(bytes, LIMITS)) {
    if ('part' in record) {
      unread.push(record);
      continue;
    }
    records++;
    const found = documentOf(record);
    if (found.type === 'passed') {
      if (found.as !== undefined) count(found.as);
      continue;
    }
    if (found.type === 'unread') {
      unread.push({ part: `record ${record.number}`, reason: found.reason });
      continue;
    }
    total += found.bytes.length;
    if (members.length >= room.members || total > room.bytes) {
      unread.push({
        part: `records from ${record.number}`,
        reason: members.length >= room.members ? 'too-many' : 'too-large',
      });
      break;
    }
    members.push(memberOf(record, found, name));
  }
  const facts = [...counts].map(([what, value]) => ({ name: what, value: String(value) }));
  return { members, unread, facts, records };
}

interface Document {
  readonly type: 'document';
  readonly kind: string;
  readonly ending: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly charset?: string;
  readonly digest: string;
  readonly status?: number;
}

type Judged =
  | Document
  /** Not a document; counted for the receipt under a name where that tells something. */
  | { readonly type: 'passed'; readonly as?: string }
  | { readonly type: 'unread'; readonly reason: UnreadReason };

function documentOf(record: WarcRecord): Judged {
  switch (record.type) {
    case 'response':
      return answerOf(record);
    case 'resource':
      return resourceOf(record);
    case 'revisit':
      return { type: 'passed', as: 'captured again without change, stored elsewhere' };
    case 'continuation':
      return { type: 'unread', reason: 'not-supported' };
    default:
      return { type: 'passed' };
  }
}

function answerOf(record: WarcRecord): Judged {
  const answer = readHttpAnswer(record.block);
  if (answer === undefined) {
    // Answers of other protocols (DNS, FTP) are no pages.
    const stated = headerOf(record.headers, 'content-type') ?? '';
    return /http/i.test(stated) ? { type: 'unread', reason: 'damaged' } : { type: 'passed' };
  }
  if (answer.status !== 200) return { type: 'passed', as: 'answers that are no page' };
  const type = readStructured(headerOf(answer.headers, 'content-type') ?? '');
  const kind = kindOf(type.value, answer.raw);
  if (kind === undefined || answer.raw.length === 0)
    return { type: 'passed', as: 'scripts, styles, pictures and data' };
  const body = decodedBody(answer, LIMITS.recordBytes);
  const digest = digestOf(record, () => [answer.raw, unchunked(answer), ...(body.ok ? [body.value] : [])]);
  if (digest === undefined) return { type: 'unread', reason: 'digest-differs' };
  if (!body.ok) return { type: 'unread', reason: body.error.reason };
  const charset = type.params.get('charset');
  return {
    type: 'document',
    ...kind,
    bytes: Uint8Array.from(body.value),
    ...(charset !== undefined && { charset }),
    digest,
    status: answer.status,
  };
}

function resourceOf(record: WarcRecord): Judged {
  const type = readStructured(headerOf(record.headers, 'content-type') ?? '');
  const address = addressOf(record) ?? '';
  const kind = /^urn:view:/.test(address)
    ? PICTURES.get(type.value)
    : /^urn:(?!text:)/.test(address)
      ? undefined
      : kindOf(type.value, record.block);
  if (kind === undefined || record.block.length === 0) return { type: 'passed' };
  const digest = digestOf(record, () => [record.block]);
  if (digest === undefined) return { type: 'unread', reason: 'digest-differs' };
  const charset = type.params.get('charset');
  return {
    type: 'document',
    ...kind,
    ...(address.startsWith('urn:text:') && { kind: 'shown-text' }),
    bytes: Uint8Array.from(record.block),
    ...(charset !== undefined && { charset }),
    digest,
  };
}

/** Which digests the record states and agrees with; undefined when one differs. */
function digestOf(record: WarcRecord, payloads: () => readonly Uint8Array[]): string | undefined {
  const agreed: string[] = [];
  const block = readStatedDigest(headerOf(record.headers, 'warc-block-digest') ?? '');
  if (block !== undefined) {
    if (!hasStatedDigest(record.block, block)) return undefined;
    agreed.push(block.algorithm);
  }
  const payload = readStatedDigest(headerOf(record.headers, 'warc-payload-digest') ?? '');
  if (payload !== undefined) {
    // Programs differ in whether they mean the bytes of the wire, or those without chunks or codings.
    if (!payloads().some((bytes) => hasStatedDigest(bytes, payload))) return undefined;
    agreed.push(payload.algorithm);
  }
  return agreed.length === 0 ? 'none stated' : `${[...new Set(agreed)].join(', ')} agrees`;
}

interface Kind {
  readonly kind: string;
  readonly ending: string;
  readonly mediaType: string;
}

function kindOf(mediaType: string, bytes: Uint8Array): Kind | undefined {
  const known = DOCUMENTS.get(mediaType);
  if (known !== undefined) return { kind: known === '.html' ? 'page' : 'file', ending: known, mediaType };
  if (mediaType !== '' && mediaType !== 'application/octet-stream') return undefined;
  const head = binaryOf(bytes.subarray(0, 512)).trimStart();
  if (head.startsWith('%PDF-')) return { kind: 'file', ending: '.pdf', mediaType: 'application/pdf' };
  return /^<(?:!doctype html|html)\b/i.test(head)
    ? { kind: 'page', ending: '.html', mediaType: 'text/html' }
    : undefined;
}

const DOCUMENTS: ReadonlyMap<string, string> = new Map([
  ['text/html', '.html'],
  ['application/xhtml+xml', '.xhtml'],
  ['application/pdf', '.pdf'],
  ['text/plain', '.txt'],
  ['text/markdown', '.md'],
  ['text/csv', '.csv'],
  ['application/rtf', '.rtf'],
  ['text/rtf', '.rtf'],
  ['application/epub+zip', '.epub'],
  ['application/msword', '.doc'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', '.docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '.xlsx'],
  ['application/vnd.oasis.opendocument.text', '.odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', '.ods'],
  ['application/hwp+zip', '.hwpx'],
]);

const PICTURES: ReadonlyMap<string, Kind> = new Map(
  [
    ['image/png', '.png'],
    ['image/jpeg', '.jpg'],
    ['image/webp', '.webp'],
  ].map(([mediaType = '', ending = '']) => [mediaType, { kind: 'screenshot', ending, mediaType }]),
);

function addressOf(record: WarcRecord): string | undefined {
  const stated = headerOf(record.headers, 'warc-target-uri')?.replace(/^<|>$/g, '');
  return stated === undefined || stated === '' ? undefined : new TextDecoder().decode(bytesOfBinary(stated));
}

function memberOf(record: WarcRecord, found: Document, name: (kind: string, ending: string) => string): Member {
  const origin = addressOf(record)?.replace(/^urn:(?:view|text):/, '');
  const captured = headerOf(record.headers, 'warc-date');
  const instant = captured !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(captured);
  return {
    name: name(found.kind, found.ending),
    bytes: found.bytes,
    mediaType: found.mediaType,
    ...(found.charset !== undefined && { transportCharset: found.charset }),
    ...(instant && { modified: captured }),
    ...(origin !== undefined && { origin }),
    facts: [
      { name: 'record', value: record.type },
      { name: 'digest', value: found.digest },
      ...(found.status === undefined ? [] : [{ name: 'status', value: String(found.status) }]),
    ],
  };
}
