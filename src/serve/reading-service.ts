import { canonicalJson } from '../base/index.ts';
import { parseThemePack, type ReadRefusal, readingOf, readLayer, type ThemePack } from '../read/index.ts';
import { encodeFrame, type Frame, FrameReader } from './reading-frames.ts';
import { type ReadingReply, type ReadingRequest, readRequest } from './reading-messages.ts';

/** Answers over the output what comes over the input, until that ends. Documents are read one after another; the pack comes before the first. */
export function serveReadings(): void {
  let pack: ThemePack | undefined;
  const frames = new FrameReader(({ header, sections }) => {
    const request = readRequest(header);
    if (request.type === 'pack') {
      const parsed = openPack(request.names, sections);
      if (parsed === 'refused') send({ type: 'pack-refused' }, []);
      else {
        pack = parsed;
        send({ type: 'ready' }, []);
      }
    } else readOne(request, sections[0] ?? new Uint8Array(), pack);
  });
  process.stdin.on('data', (chunk: Uint8Array) => frames.take(chunk));
  process.stdin.on('end', () => process.exit(0));
}

function readOne(
  { id, fileName, claims }: Extract<ReadingRequest, { type: 'read' }>,
  bytes: Uint8Array,
  pack: ThemePack | undefined,
): void {
  const layer = readLayer(bytes, { fileName });
  const rss = process.memoryUsage.rss();
  if (!layer.ok) {
    send({ type: 'not-read', id, rss, reason: reasonOf(layer.error) }, []);
    return;
  }
  const sections = [encode(canonicalJson(layer.value))];
  if (claims && pack !== undefined) {
    const { json, record } = readingOf(layer.value, pack);
    sections.push(encode(json), encode(canonicalJson(record)));
  }
  send({ type: 'read', id, rss: process.memoryUsage.rss() }, sections);
}

function openPack(names: readonly string[], sections: Frame['sections']): ThemePack | 'refused' | undefined {
  if (names.length === 0) return undefined;
  const pack = parseThemePack(new Map(names.map((name, i) => [name, sections[i] ?? new Uint8Array()])));
  return pack.ok ? pack.value : 'refused';
}

function reasonOf(refusal: ReadRefusal): 'format-not-read' | 'too-large' | 'no-text' {
  switch (refusal.type) {
    case 'empty':
      return 'no-text';
    case 'binary':
      return 'format-not-read';
    case 'too-large':
    case 'too-complex':
      return 'too-large';
  }
}

function send(reply: ReadingReply, sections: Frame['sections']): void {
  for (const piece of encodeFrame({ header: reply, sections })) process.stdout.write(piece);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
