import { canonicalJson } from '../base/index.ts';
import {
  type FileRefusal,
  pageImage,
  parseThemePack,
  type ReadFile,
  readFormat,
  readingOf,
  readLibraryFile,
  recogniseFormat,
  type ThemePack,
} from '../read/index.ts';
import { ArchiveReading } from './reading-archive.ts';
import { encodeFrame, type Frame, FrameReader } from './reading-frames.ts';
import {
  type FileFacts,
  type GivingRequest,
  type ReadingReply,
  type ReadingRequest,
  readRequest,
} from './reading-messages.ts';

/** Answers over the output what comes over the input, until that ends. Documents are read one after another; the pack comes before the first. */
export function serveReadings(): void {
  let pack: ThemePack | undefined;
  let archive: ArchiveReading | undefined;
  const frames = new FrameReader(({ header, sections }) => {
    const request = readRequest(header);
    if (request.type === 'pack') {
      const parsed = openPack(request.names, sections);
      if (parsed === 'refused') send({ type: 'pack-refused' }, []);
      else {
        pack = parsed;
        send({ type: 'ready' }, []);
      }
    } else if (request.type === 'range') archive?.take(sections[0] ?? new Uint8Array());
    else {
      const { id } = request;
      if (request.type === 'archive')
        archive = new ArchiveReading((at, length) => send({ type: 'range', id, at, length }, []));
      // What breaks is told by its kind; the process is not used again.
      const bytes = sections[0] ?? new Uint8Array();
      const task = request.type === 'read' ? readOne(request, bytes, pack) : giveOne(request, bytes, archive);
      task.catch(() => {
        send({ type: 'not-read', id, rss: process.memoryUsage.rss(), reason: 'damaged' }, []);
      });
    }
  });
  process.stdin.on('data', (chunk: Uint8Array) => frames.take(chunk));
  process.stdin.on('end', () => process.exit(0));
}

async function readOne(
  { id, fileName, claims, mediaType, transportCharset, recognise }: Extract<ReadingRequest, { type: 'read' }>,
  bytes: Uint8Array,
  pack: ThemePack | undefined,
): Promise<void> {
  const hints = {
    fileName,
    ...(mediaType !== undefined && { mediaType }),
    ...(transportCharset !== undefined && { transportCharset }),
  };
  const read =
    recognise === undefined
      ? await readFormat(bytes, hints)
      : await recogniseFormat(bytes, hints, {
          ...(recognise.pages !== undefined && { pages: recognise.pages }),
          ...(recognise.languages !== undefined && { languages: recognise.languages }),
          onPage: (page) => send({ type: 'page', id, page }, []),
        });
  if (!read.ok) {
    send({ type: 'not-read', id, rss: process.memoryUsage.rss(), reason: reasonOf(read.error) }, []);
    return;
  }
  const { layer, members, unread, format } = read.value;
  const found = factsOf(read.value);
  const inside = members.map((member) => member.bytes);
  if (layer === undefined) {
    const scanned = format === 'pdf' && recognise === undefined && unread.some(({ reason }) => reason === 'no-text');
    const reason = members.length > 0 ? 'files-inside' : scanned ? 'to-recognise' : 'no-text';
    send({ type: 'not-read', id, rss: process.memoryUsage.rss(), reason, found }, inside);
    return;
  }
  const sections = [encode(canonicalJson(layer))];
  if (claims && pack !== undefined) {
    const { json, record } = readingOf(layer, pack);
    sections.push(encode(json), encode(canonicalJson(record)));
  }
  send({ type: 'read', id, rss: process.memoryUsage.rss(), found }, [...sections, ...inside]);
}

/** Answers with one section: a picture, JSON, or a file of an archive. */
async function giveOne(request: GivingRequest, bytes: Uint8Array, archive: ArchiveReading | undefined): Promise<void> {
  const given = await givenFor(request, bytes, archive);
  const [id, rss] = [request.id, process.memoryUsage.rss()];
  if (given instanceof Uint8Array) send({ type: 'given', id, rss }, [given]);
  else send({ type: 'not-read', id, rss, reason: given }, []);
}

async function givenFor(
  request: GivingRequest,
  bytes: Uint8Array,
  archive: ArchiveReading | undefined,
): Promise<Uint8Array | Extract<ReadingReply, { type: 'not-read' }>['reason']> {
  switch (request.type) {
    case 'page-image': {
      const drawn = await pageImage(bytes, request);
      if (drawn.ok) return drawn.value.png;
      return drawn.error.reason === 'not-supported' ? 'format-not-read' : drawn.error.reason;
    }
    case 'library':
      return encode(JSON.stringify(await readLibraryFile(bytes, request.ask)));
    case 'archive':
      return (await archive?.open(request.length)) ?? 'damaged';
    case 'entry':
      return (await archive?.read(request.name)) ?? 'damaged';
  }
}

/** Bounded, as whoever receives them demands: what is more is counted by a last row. */
const MOST_UNREAD = 1000;

function factsOf({ format, members, unread, notes, facts }: ReadFile): FileFacts {
  const cut = (text: string): string => text.slice(0, 4000).toWellFormed();
  return {
    format,
    unread: unread.slice(0, MOST_UNREAD).map(({ part, reason }) => ({ part: cut(part), reason })),
    notes: notes.slice(0, MOST_UNREAD).map((note) => ({ ...note, part: cut(note.part) })),
    facts: facts.slice(0, 100).map(({ name, value }) => ({ name: cut(name), value: cut(value) })),
    members: members.map(({ bytes: _, ...member }) => ({
      ...member,
      name: cut(member.name),
      ...(member.facts === undefined ? {} : { facts: [...member.facts] }),
    })),
  };
}

function openPack(names: readonly string[], sections: Frame['sections']): ThemePack | 'refused' | undefined {
  if (names.length === 0) return undefined;
  const pack = parseThemePack(new Map(names.map((name, i) => [name, sections[i] ?? new Uint8Array()])));
  return pack.ok ? pack.value : 'refused';
}

function reasonOf(refusal: FileRefusal): Extract<ReadingReply, { type: 'not-read' }>['reason'] {
  switch (refusal.type) {
    case 'empty':
      return 'no-text';
    case 'binary':
      return 'format-not-read';
    case 'too-large':
    case 'too-complex':
    case 'over-limit':
      return 'too-large';
    case 'format-refused':
      return REFUSED[refusal.reason] ?? 'damaged';
  }
}

const REFUSED: Readonly<Partial<Record<string, Extract<ReadingReply, { type: 'not-read' }>['reason']>>> = {
  encrypted: 'encrypted',
  bomb: 'bomb',
  'too-large': 'too-large',
  'too-many': 'too-large',
  'too-deep': 'too-large',
  'no-text': 'no-text',
  empty: 'no-text',
  'not-supported': 'format-not-read',
  'digest-differs': 'not-as-signed',
  'signature-differs': 'not-as-signed',
};

function send(reply: ReadingReply, sections: Frame['sections']): void {
  for (const piece of encodeFrame({ header: reply, sections })) process.stdout.write(piece);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
