import type { Member, UnreadPart } from './format.ts';
import { attempt, type PdfDocument } from './mupdf-engine.ts';

const MOST_FILES = 200;
/** All attached files together, unpacked. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Files that were put into a PDF, added to `members`; what is left out is added to `unread`. */
export function attachedFiles(
  document: PdfDocument,
  { members, unread }: { readonly members: Member[]; readonly unread: UnreadPart[] },
): void {
  const files = attempt(() => Object.entries(document.getEmbeddedFiles())) ?? [];
  let bytes = 0;
  for (const [i, [name, reference]] of files.entries()) {
    const part = `attachment ${i + 1}`;
    if (i >= MOST_FILES) {
      unread.push({ part: `${part} to ${files.length}`, reason: 'too-many' });
      break;
    }
    const content = attempt(() => document.getEmbeddedFileContents(reference));
    if (content === undefined || content === null) {
      unread.push({ part, reason: 'damaged' });
      continue;
    }
    bytes += content.getLength();
    // A copy: the engine's own memory is freed with the file.
    if (bytes <= MOST_BYTES) members.push({ name: cleanName(name, part), bytes: content.asUint8Array().slice() });
    else unread.push({ part, reason: 'too-large' });
    content.destroy();
  }
}

/** The last part of the name, without what file systems take for something else. */
function cleanName(name: string, otherwise: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 200);
  return clean === '' || clean === '.' || clean === '..' ? otherwise : clean;
}
