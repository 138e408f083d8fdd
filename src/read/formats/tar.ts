import { extract, type Header } from 'tar-stream';
import { ok, type Result, refuse } from '../../base/index.ts';
import type { FormatHints, FormatReading, FormatRefusal, Member, UnreadPart, UnreadReason } from './format.ts';

import { MEMBER_LIMITS } from './member-limits.ts';
import { isFurniture } from './zip.ts';
import { memberPath } from './zip-entries.ts';

/** The files of a TAR archive, each to become a source. Links are never followed; what is left is named with why. */
export async function readTar(bytes: Uint8Array, _hints: FormatHints): Promise<Result<FormatReading, FormatRefusal>> {
  const members: Member[] = [];
  const unread: UnreadPart[] = [];
  const taken = new Set<string>();
  let held = 0;
  const archive = extract();
  archive.end(bytes);
  try {
    for await (const entry of archive) {
      const { type, mtime } = entry.header;
      const { part, reason } = judge(entry.header, { taken, held, files: members.length });
      if (reason !== undefined) unread.push({ part, reason });
      if (reason !== undefined || type === 'directory' || isFurniture(part)) {
        entry.resume();
        continue;
      }
      const whole = await wholeOf(entry);
      held += whole.length;
      taken.add(part);
      const modified = mtime === undefined || Number.isNaN(mtime.getTime()) ? undefined : mtime.toISOString();
      members.push({ name: part, bytes: whole, ...(modified !== undefined && { modified }) });
    }
  } catch {
    if (members.length === 0) return refuse({ type: 'format-refused', format: 'tar', reason: 'damaged' });
    unread.push({ part: 'what follows', reason: 'damaged' });
  }
  if (members.length === 0 && unread.length === 0)
    return refuse({ type: 'format-refused', format: 'tar', reason: 'empty' });
  return ok({ members, unread });
}

/** The name that an entry is shown by, and why it is left, if it is. */
function judge(
  { name, type, size }: Pick<Header, 'name' | 'type' | 'size'>,
  so: { readonly taken: ReadonlySet<string>; readonly held: number; readonly files: number },
): { readonly part: string; readonly reason?: UnreadReason } {
  const path = memberPath(name);
  if (!path.ok) return { part: 'an entry with an unusable name', reason: path.error.reason };
  const part = path.value;
  if (type === 'symlink' || type === 'link') return { part, reason: 'link' };
  if (type === 'directory') return { part };
  if (type !== 'file' && type !== 'contiguous-file') return { part, reason: 'not-supported' };
  if (so.taken.has(part)) return { part, reason: 'duplicate-name' };
  if (so.files === MEMBER_LIMITS.files) return { part, reason: 'too-many' };
  return so.held + (size ?? 0) > MEMBER_LIMITS.bytes ? { part, reason: 'too-large' } : { part };
}

async function wholeOf(entry: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry) if (chunk instanceof Uint8Array) chunks.push(chunk);
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
