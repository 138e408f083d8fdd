/**
 * RFC 8785 (JSON Canonicalization Scheme). ECMAScript's own number and string forms are the ones the RFC asks for, so
 * what is left is the order of keys (by UTF-16 code unit) and refusing what I-JSON (RFC 7493) has no place for.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Values nested deeper than this are refused, so that no verdict depends on how much stack a thread has left. */
const DEEPEST = 64;

/**
 * Writes a value canonically. Keys whose value is undefined are left out, as JSON.stringify does.
 * Throws on NaN, infinities, lone surrogates, holes in arrays, objects of a class, more than 64 levels and anything
 * else that is not JSON: signing an ambiguous text would be a defect.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('canonical JSON has no form for a number that is not finite');
    return JSON.stringify(value);
  }
  if (typeof value === 'string') return canonicalString(value);
  if (depth === DEEPEST) throw new Error(`canonical JSON nests at most ${DEEPEST} levels`);
  // Array.from turns holes into undefined, which is refused; map would leave them out.
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, depth + 1)).join(',')}]`;
  if (isPlainObject(value)) {
    const members: string[] = [];
    // Array.prototype.sort without a comparator sorts by UTF-16 code units: RFC 8785 section 3.2.3.
    for (const key of Object.keys(value).sort()) {
      if (value[key] !== undefined) members.push(`${canonicalString(key)}:${write(value[key], depth + 1)}`);
    }
    return `{${members.join(',')}}`;
  }
  throw new Error(`canonical JSON has no form for a ${typeof value}`);
}

/** A date, a map or bytes would be written as an empty or a numbered object: a caller's mistake, found here. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new Error('canonical JSON has no form for a lone surrogate');
  return JSON.stringify(text);
}
