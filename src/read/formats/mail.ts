import { ok, type Result, refuse } from '../../base/index.ts';
import type { DraftBlock } from '../draft.ts';
import type { Charset } from '../layer.ts';
import type { FormatHints, FormatProperties, FormatReading, FormatRefusal, Member, UnreadPart } from './format.ts';
import { type MailBody, readBody } from './mail-body.ts';
import { mailDay } from './mail-date.ts';
import { binaryOf } from './mime-bytes.ts';
import { decodeHeaderText, headerOf, type MimeHeader } from './mime-header.ts';
import { type MimeTree, readMimeTree } from './mime-tree.ts';

/** A message is held as text and as bytes, several times over; no mail server takes one this large. */
const MAIL_BYTES = 128 * 1024 * 1024;
const LIMITS = { depth: 20, parts: 1000, headerUnits: 1024 * 1024 } as const;
/** Messages within messages that are read as text; deeper ones become members. */
const INLINE_DEPTH = 5;

const TOOL = { name: 'daybook-mail', version: '1' } as const;

/**
 * Headers that a reader of the mail sees, in the order shown. No other is kept: the rest says over which machines and from
 * which address a message came, and that can find a person (docs/read-mail.md M3).
 */
const SHOWN: readonly (readonly [string, string])[] = [
  ['from', 'From'],
  ['to', 'To'],
  ['cc', 'Cc'],
  ['date', 'Date'],
  ['subject', 'Subject'],
];

/**
 * Reads one message (RFC 5322, MIME) by a reader of our own (docs/read-mail.md M1): its named headers and text as blocks,
 * its attachments as members. Refused when there is no header that a mail has, or more than the limits allow.
 */
export function readMail(bytes: Uint8Array, _hints: FormatHints): Result<FormatReading, FormatRefusal> {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > MAIL_BYTES) return refused('too-large');
  const message = readMessage(binaryOf(bytes).replace(/^>?From [^\n]*\n/, ''), 0);
  if (message === undefined) return refused('too-large');
  if (!message.headers.some(({ name }) => MAIL_HEADERS.has(name))) return refused('damaged');
  const { blocks, members, unread, facts, charset, properties } = message;
  const text = { type: 'extracted', mediaType: 'message/rfc822', tool: TOOL, blocks, properties } as const;
  return ok({
    ...(blocks.length > 0 && { text: { ...text, ...(charset !== undefined && { charset }) } }),
    members,
    unread,
    ...(facts.length > 0 && { facts }),
  });
}

const MAIL_HEADERS: ReadonlySet<string> = new Set([
  'from',
  'to',
  'date',
  'subject',
  'message-id',
  'received',
  'sender',
]);

function refused(reason: FormatRefusal['reason']): Result<never, FormatRefusal> {
  return refuse({ type: 'format-refused', format: 'eml', reason });
}

interface Message {
  readonly headers: readonly MimeHeader[];
  readonly blocks: readonly DraftBlock[];
  readonly members: readonly Member[];
  readonly unread: readonly UnreadPart[];
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly properties: FormatProperties;
  readonly charset?: Charset;
}

/** A message with those that stand in its text; undefined when its headers are beyond the limit. */
function readMessage(binary: string, depth: number): Message | undefined {
  const tree = readMimeTree(binary, LIMITS);
  if (tree === undefined) return undefined;
  const { headers } = tree.root;
  const body = readBody(tree.root, depth < INLINE_DEPTH ? (inner) => inlineBody(inner, depth + 1) : undefined);
  const shown = SHOWN.flatMap(([name, title]) => {
    const words = shownHeader(headers, name, body.label);
    return words === undefined ? [] : [{ name, line: `${title}: ${words}`, words }];
  });
  const head: readonly DraftBlock[] =
    shown.length === 0
      ? []
      : [
          {
            text: shown.map(({ line }) => line).join('\n'),
            kind: 'front-matter',
            source: { start: 0, end: 0 },
            linked: 0,
            aside: true,
          },
        ];
  const wordsOf = (name: string) => shown.find((each) => each.name === name)?.words;
  return {
    headers,
    blocks: numbered([...head, ...body.blocks], depth),
    members: body.members,
    unread: [...body.unread, ...unreadOf(tree)],
    facts: body.facts,
    properties: propertiesOf(wordsOf('subject'), wordsOf('from'), wordsOf('date')),
    ...(body.charset !== undefined && { charset: body.charset }),
  };
}

/** A message that stands in the text of another is read there, under its own headers. */
function inlineBody(binary: string, depth: number): MailBody | undefined {
  const message = readMessage(binary, depth);
  return message === undefined ? undefined : { ...message, label: message.charset?.name };
}

/** Addresses can be given in several headers of a name; of every other header the first stands. */
function shownHeader(headers: readonly MimeHeader[], name: string, bodyLabel: string | undefined): string | undefined {
  const values =
    name === 'to' || name === 'cc'
      ? headers.filter((header) => header.name === name).map(({ value }) => value)
      : [headerOf(headers, name) ?? ''];
  const words = values
    .map((value) => decodeHeaderText(value, bodyLabel).replace(/\s+/g, ' '))
    .filter((value) => value !== '')
    .join(', ');
  return words === '' ? undefined : words;
}

function propertiesOf(
  subject: string | undefined,
  from: string | undefined,
  date: string | undefined,
): FormatProperties {
  const day = date === undefined ? undefined : mailDay(date);
  return {
    ...(subject !== undefined && { title: { value: subject, from: 'mail-header' } }),
    ...(from !== undefined && { author: { value: from, from: 'mail-header' } }),
    ...(day !== undefined && { date: { value: day, from: 'mail-header' } }),
  };
}

function numbered(blocks: readonly DraftBlock[], depth: number): readonly DraftBlock[] {
  if (depth > 0) return blocks;
  return blocks.map(({ element: _, ...block }, i) => ({
    ...block,
    source: { start: 0, end: 0 },
    place: { type: 'paragraph', number: i + 1, part: block.kind === 'front-matter' ? 'headers' : 'body' },
  }));
}

function unreadOf({ tooDeep, tooMany, unclosed }: MimeTree): readonly UnreadPart[] {
  return [
    ...tooDeep.map((number): UnreadPart => ({ part: `part ${number}`, reason: 'too-deep' })),
    ...(tooMany ? [{ part: `parts after ${LIMITS.parts}`, reason: 'too-many' } as const] : []),
    ...unclosed.map(
      (number): UnreadPart => ({
        part: number === '' ? 'end of the message' : `end of part ${number}`,
        reason: 'damaged',
      }),
    ),
  ];
}
