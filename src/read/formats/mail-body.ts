import type { DraftBlock } from '../draft.ts';
import { parsePage } from '../html-tree.ts';
import { walkPage } from '../html-walker.ts';
import type { Charset } from '../layer.ts';
import { readPlainText } from '../plain-text.ts';
import { unflow } from './flowed-text.ts';
import type { Member, UnreadPart } from './format.ts';
import { decodeMailText } from './mail-charset.ts';
import { distinctNames, memberName } from './member-name.ts';
import { binaryOf, decodeTransfer } from './mime-bytes.ts';
import { decodeParam } from './mime-header.ts';
import type { MimePart } from './mime-tree.ts';

export interface MailBody {
  readonly blocks: readonly DraftBlock[];
  readonly members: readonly Member[];
  readonly unread: readonly UnreadPart[];
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly charset?: Charset;
  /** The encoding that the text says it is in, by which raw bytes of headers are read. */
  readonly label: string | undefined;
}

/** Reads a message that stands in another; undefined when it cannot be read there. */
export type ReadInline = (binary: string) => MailBody | undefined;

/**
 * The text of a message and the files in it. Of texts that say the same the one with more words is the text, and another
 * that says what it does not becomes a member. Without `readInline` messages inside become members.
 */
export function readBody(root: MimePart, readInline: ReadInline | undefined): MailBody {
  const label = labelOf(root);
  const name = distinctNames();
  const body = readPart(root, { label, readInline });
  return { ...body, label, members: body.members.map((member) => ({ ...member, name: name(member.name) })) };
}

interface Setting {
  readonly label: string | undefined;
  readonly readInline: ReadInline | undefined;
}

type Body = Omit<MailBody, 'label'>;

const NOTHING: Body = { blocks: [], members: [], unread: [], facts: [] };

/** The encoding of the first text of a message. */
function labelOf(part: MimePart): string | undefined {
  const own = part.type.value.startsWith('text/') ? part.type.params.get('charset') : undefined;
  if (own !== undefined) return own;
  for (const inner of part.parts) {
    const label = labelOf(inner);
    if (label !== undefined) return label;
  }
  return undefined;
}

function readPart(part: MimePart, setting: Setting): Body {
  const type = part.type.value;
  if (type === 'multipart/encrypted') return { ...NOTHING, unread: [{ part: partName(part), reason: 'encrypted' }] };
  if (type === 'multipart/alternative') return chooseAlternative(part, setting);
  if (type.startsWith('multipart/')) return joined(part.parts.map((inner) => readPart(inner, setting)));
  const sealed = sealOf(part, setting.label);
  if (sealed !== undefined) return { ...NOTHING, unread: [{ part: partName(part), reason: sealed }] };
  if (type === 'message/rfc822' && !isAttached(part)) {
    const inner = setting.readInline?.(binaryOf(decodeTransfer(part.body, part.transfer)));
    if (inner !== undefined) return inner;
  }
  if ((type === 'text/plain' || type === 'text/html') && !isAttached(part)) return readText(part);
  return { ...NOTHING, members: [memberOf(part, setting.label)] };
}

function joined(bodies: readonly Body[]): Body {
  const charset = bodies.find((body) => body.charset !== undefined)?.charset;
  return {
    blocks: bodies.flatMap(({ blocks }) => blocks),
    members: bodies.flatMap(({ members }) => members),
    unread: bodies.flatMap(({ unread }) => unread),
    facts: bodies.flatMap(({ facts }) => facts),
    ...(charset !== undefined && { charset }),
  };
}

function isAttached(part: MimePart): boolean {
  return (
    part.disposition.value === 'attachment' ||
    ['filename', 'filename*', 'filename*0', 'filename*0*'].some((param) => part.disposition.params.has(param))
  );
}

/** What cannot be read without somebody's key, and signatures, which are left unread. */
function sealOf(part: MimePart, label: string | undefined): UnreadPart['reason'] | undefined {
  const type = part.type.value;
  if (/^application\/(?:x-)?pkcs7-mime$/.test(type)) {
    const kind = part.type.params.get('smime-type')?.toLowerCase();
    return kind === 'signed-data' || kind === 'compressed-data' || kind === 'certs-only'
      ? 'not-supported'
      : 'encrypted';
  }
  if (/^application\/(?:(?:x-)?pkcs7|pgp)-signature$/.test(type)) return 'not-supported';
  if (type === 'application/pgp-encrypted') return 'encrypted';
  const name = nameOf(part, label) ?? '';
  return type === 'application/octet-stream' && /\.p7m$/i.test(name) ? 'encrypted' : undefined;
}

function partName(part: MimePart): string {
  if (/signature$/.test(part.type.value)) return 'signature';
  return part.number === '' ? 'message' : `part ${part.number}`;
}

function readText(part: MimePart): Body {
  const bytes = decodeTransfer(part.body, part.transfer);
  const { text, charset } = decodeMailText(bytes, part.type.params.get('charset'));
  const clean = text.replaceAll('\0', '\ufffd');
  if (part.type.value === 'text/html') {
    const tree = parsePage(clean);
    if (!tree.ok) return { ...NOTHING, unread: [{ part: partName(part), reason: 'too-large' }] };
    return { ...NOTHING, blocks: walkPage(tree.value), charset };
  }
  const { params } = part.type;
  const flowed = params.get('format')?.toLowerCase() === 'flowed';
  const blocks = readPlainText(flowed ? unflow(clean, params.get('delsp')?.toLowerCase() === 'yes') : clean);
  const sealed = /^-----BEGIN PGP MESSAGE-----/m.test(clean);
  return { ...NOTHING, blocks, charset, unread: sealed ? [{ part: partName(part), reason: 'encrypted' }] : [] };
}

/** So much that only the other text says is worth keeping; footers and descriptions of pictures are less. */
const OWN_WORDS = 5;
const OWN_SHARE = 0.05;

function chooseAlternative(part: MimePart, setting: Setting): Body {
  const read = part.parts.map((inner) => ({ inner, body: readPart(inner, setting) }));
  const texts = read.filter(({ body }) => body.blocks.length > 0);
  let chosen = texts[0];
  for (const other of texts) if (chosen !== undefined && visible(other.body) > visible(chosen.body)) chosen = other;
  if (chosen === undefined) return joined(read.map(({ body }) => body));
  const said = wordsOf(chosen.body);
  const others = texts.filter((each) => each !== chosen);
  const kept = others.flatMap(({ inner, body }): readonly Member[] => {
    const words = wordsOf(body);
    const own = [...words].filter((word) => !said.has(word)).length;
    const source = sourceOf(inner);
    return own >= OWN_WORDS && own > words.size * OWN_SHARE && source !== undefined ? [alternative(source)] : [];
  });
  const fact = { name: 'text taken', value: `${sourceOf(chosen.inner)?.type.value ?? 'message'} of ${texts.length}` };
  return joined([
    { ...chosen.body, facts: [...chosen.body.facts, ...(others.length > 0 ? [fact] : [])] },
    ...others.map(({ body }) => ({ ...body, blocks: [] })),
    ...read.filter(({ body }) => body.blocks.length === 0).map(({ body }) => body),
    { ...NOTHING, members: kept },
  ]);
}

/** The part that holds an alternative's text: itself, or the page among the pictures that go with it. */
function sourceOf(part: MimePart): MimePart | undefined {
  if (part.type.value.startsWith('text/')) return part;
  for (const inner of part.parts) {
    const source = sourceOf(inner);
    if (source !== undefined) return source;
  }
  return undefined;
}

function alternative(part: MimePart): Member {
  const label = part.type.params.get('charset');
  return {
    name: part.type.value === 'text/html' ? 'alternative.html' : 'alternative.txt',
    bytes: decodeTransfer(part.body, part.transfer),
    mediaType: part.type.value,
    ...(label !== undefined && { transportCharset: label }),
  };
}

function visible({ blocks }: Body): number {
  return blocks.reduce((sum, { text }) => sum + text.replace(/\s+/g, '').length, 0);
}

/** Addresses of links stand in a plain text where a page hides them behind words. */
function wordsOf({ blocks }: Body): ReadonlySet<string> {
  const text = blocks.map((block) => block.text.replace(/\bhttps?:\S+|\bmailto:\S+/g, ' ')).join('\n');
  return new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}

function nameOf(part: MimePart, label: string | undefined): string | undefined {
  const given = decodeParam(part.disposition, 'filename', label) ?? decodeParam(part.type, 'name', label);
  return given === undefined ? undefined : memberName(given);
}

function memberOf(part: MimePart, label: string | undefined): Member {
  const type = part.type.value;
  const charset = type.startsWith('text/') ? part.type.params.get('charset') : undefined;
  return {
    name: nameOf(part, label) ?? `part-${part.number === '' ? '1' : part.number}${ENDINGS.get(type) ?? ''}`,
    bytes: decodeTransfer(part.body, part.transfer),
    mediaType: type,
    ...(charset !== undefined && { transportCharset: charset }),
  };
}

const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['message/rfc822', '.eml'],
  ['text/plain', '.txt'],
  ['text/html', '.html'],
  ['text/calendar', '.ics'],
  ['application/pdf', '.pdf'],
  ['image/png', '.png'],
  ['image/jpeg', '.jpg'],
  ['image/gif', '.gif'],
]);
