import { ok, type Result, refuse } from '../../base/index.ts';
import type { FormatHints, FormatReading, FormatRefusal, Member, UnreadPart } from './format.ts';
import { MEMBER_LIMITS } from './member-limits.ts';
import { openZip } from './zip-entries.ts';

/** The files of an archive, each to become a source (docs/formats.md F20). Those that are left are named with why. */
export async function readZip(bytes: Uint8Array, _hints: FormatHints): Promise<Result<FormatReading, FormatRefusal>> {
  const opened = await openZip(bytes);
  if (!opened.ok) return refuse({ type: 'format-refused', format: 'zip', reason: opened.error.reason });
  const { files, unread } = opened.value;
  const members: Member[] = [];
  const left: UnreadPart[] = [...unread];
  let held = 0;
  for (const file of files) {
    if (isFurniture(file.name)) continue;
    if (members.length === MEMBER_LIMITS.files) {
      left.push({ part: file.name, reason: 'too-many' });
      continue;
    }
    if (held + file.statedBytes > MEMBER_LIMITS.bytes) {
      left.push({ part: file.name, reason: 'too-large' });
      continue;
    }
    const read = await file.read();
    if (!read.ok) left.push({ part: file.name, reason: read.error.reason });
    else if (held + read.value.length > MEMBER_LIMITS.bytes) left.push({ part: file.name, reason: 'too-large' });
    else {
      held += read.value.length;
      const { name, modified } = file;
      members.push({ name, bytes: read.value, ...(modified !== undefined && { modified }) });
    }
  }
  return ok({ members, unread: left });
}

/** What systems leave in archives beside what somebody put there. */
export function isFurniture(name: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i.test(name);
}
