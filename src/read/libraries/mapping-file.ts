import { parse as parseYaml } from 'yaml';
import { ok, type Result, refuse } from '../../base/index.ts';
import type { LibraryRefusal } from './library.ts';
import { mappingOf, type SheetMapping } from './sheet-mapping.ts';

/** Reads a mapping out of YAML or JSON. */
export function readMapping(bytes: Uint8Array): Result<SheetMapping, LibraryRefusal> {
  let value: unknown;
  try {
    value = parseYaml(new TextDecoder('utf-8', { fatal: true }).decode(bytes), { maxAliasCount: 0 });
  } catch {
    return refuse({ type: 'library-refused', reason: 'bad-mapping' });
  }
  const read = mappingOf(value);
  return read === undefined ? refuse({ type: 'library-refused', reason: 'bad-mapping' }) : ok(read);
}
