/**
 * RFC 8785 (JSON Canonicalization Scheme). ECMAScript's own number and string forms are the ones the RFC asks for, so
 * what is left is the order of keys (by UTF-16 code unit) and refusing what I-JSON (RFC 7493) has no place for.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Writes a value canonically. Keys whose value is undefined are left out, as JSON.stringify does.
 * Throws on NaN, infinities, lone surrogates and anything that is not JSON: signing an ambiguous text would be a defect.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('canonical JSON has no form for a number that is not finite');
    return JSON.stringify(value);
  }
  if (typeof value === 'string') return canonicalString(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const members: string[] = [];
    const record = value as Readonly<Record<string, unknown>>;
    // Array.prototype.sort without a comparator sorts by UTF-16 code units: RFC 8785 section 3.2.3.
    for (const key of Object.keys(record).sort()) {
      if (record[key] !== undefined) members.push(`${canonicalString(key)}:${canonicalJson(record[key])}`);
    }
    return `{${members.join(',')}}`;
  }
  throw new Error(`canonical JSON has no form for a ${typeof value}`);
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new Error('canonical JSON has no form for a lone surrogate');
  return JSON.stringify(text);
}
