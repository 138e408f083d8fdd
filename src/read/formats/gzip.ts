import { ok, type Result, refuse } from '../../base/index.ts';
import type { FormatHints, FormatReading, FormatRefusal } from './format.ts';
import { MEMBER_LIMITS } from './zip.ts';

/** How many times longer than its packed form a file may grow, once it is longer than `RATIO_FROM`: as in a ZIP archive. */
const RATIO = 400;
const RATIO_FROM = 8 * 1024 * 1024;

/** The file inside a gzip file, to become a source under the name without `.gz`. Refused when damaged or a bomb. */
export async function readGzip(
  bytes: Uint8Array,
  { fileName }: FormatHints,
): Promise<Result<FormatReading, FormatRefusal>> {
  const refused = (reason: FormatRefusal['reason']): Result<never, FormatRefusal> =>
    refuse({ type: 'format-refused', format: 'gzip', reason });
  const chunks: Uint8Array[] = [];
  let length = 0;
  const input = new Blob([Uint8Array.from(bytes)]).stream();
  const reader = input.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      length += value.length;
      const bomb = length > RATIO_FROM && length > bytes.length * RATIO;
      if (bomb || length > MEMBER_LIMITS.bytes) {
        await reader.cancel();
        return refused(bomb ? 'bomb' : 'too-large');
      }
    }
  } catch {
    return refused('damaged');
  }
  if (length === 0) return refused('empty');
  const name = (fileName.split('/').at(-1) ?? '').replace(/\.t?gz$/i, (ending) => (/t/i.test(ending) ? '.tar' : ''));
  return ok({ members: [{ name: name === '' ? 'file' : name, bytes: joined(chunks, length) }], unread: [] });
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
