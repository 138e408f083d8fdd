import { ok, type Result, refuse } from '../../base/index.ts';
import type { FormatHints, FormatReading, FormatRefusal } from './format.ts';
import { decodeContent } from './inflate.ts';
import { MEMBER_LIMITS } from './member-limits.ts';
import { ZIP_LIMITS } from './zip-entries.ts';

/**
 * The file inside a gzip file, to become a source under the name without `.gz`. Refused when damaged, or when it grows as no
 * entry of a ZIP archive may.
 */
export function readGzip(bytes: Uint8Array, { fileName }: FormatHints): Result<FormatReading, FormatRefusal> {
  const refused = (reason: FormatRefusal['reason']): Result<never, FormatRefusal> =>
    refuse({ type: 'format-refused', format: 'gzip', reason });
  const growth = Math.max(ZIP_LIMITS.ratioFrom, bytes.length * ZIP_LIMITS.ratio);
  const inflated = decodeContent(bytes, 'gzip', Math.min(growth, MEMBER_LIMITS.bytes));
  if (!inflated.ok) {
    const { reason } = inflated.error;
    return refused(reason === 'bomb' && growth > MEMBER_LIMITS.bytes ? 'too-large' : reason);
  }
  if (inflated.value.length === 0) return refused('empty');
  const name = (fileName.split('/').at(-1) ?? '').replace(/\.t?gz$/i, (ending) => (/t/i.test(ending) ? '.tar' : ''));
  return ok({ members: [{ name: name === '' ? 'file' : name, bytes: inflated.value }], unread: [] });
}
