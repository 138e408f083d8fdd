import { parseDocument } from 'yaml';

export interface FrontMatter {
  /** Plain values by lower-case key; a list is joined with commas. Nested maps are left out. */
  readonly values: ReadonlyMap<string, string>;
  /** The lines between the fences, in the decoded source. */
  readonly inner: { readonly start: number; readonly end: number };
  /** Where the body begins in the decoded source. */
  readonly bodyStart: number;
}

/** Front matter is a few lines; what is longer is a text between two rules. */
const LONGEST = 64 * 1024;

/**
 * Cuts YAML front matter (`---` … `---` or `...` at the very start) off a text, by hand, so that the body's offset is
 * known. Undefined when there is none. Front matter that YAML refuses still counts as front matter: it has no values.
 */
export function cutFrontMatter(source: string): FrontMatter | undefined {
  const open = /^---[ \t]*\r?\n/.exec(source);
  if (open === null) return undefined;
  const start = open[0].length;
  const window = source.slice(start, start + LONGEST);
  const close = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(window);
  if (close === null) return undefined;
  const end = start + close.index;
  return {
    values: valuesOf(source.slice(start, end)),
    inner: { start, end },
    bodyStart: end + close[0].length,
  };
}

function valuesOf(yaml: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  // Core schema: no custom tags are constructed. Scalars are taken as written, so that a date keeps its precision.
  const document = parseDocument(yaml, { schema: 'failsafe', version: '1.2', logLevel: 'silent', uniqueKeys: false });
  if (document.errors.length > 0) return values;
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 20 });
  } catch {
    return values;
  }
  if (typeof plain !== 'object' || plain === null) return values;
  for (const [key, value] of Object.entries(plain)) {
    const text = plainText(value);
    if (text !== undefined && text !== '') values.set(key.toLowerCase(), text);
  }
  return values;
}

function plainText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) {
    const items = value.map(plainText).filter((item) => item !== undefined && item !== '');
    return items.length > 0 ? items.join(', ') : undefined;
  }
  if (typeof value === 'object' && value !== null && 'name' in value) return plainText(value.name);
  return undefined;
}
