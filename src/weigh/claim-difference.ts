import { canonicalJson } from '../base/index.ts';
import type { Claim } from '../read/index.ts';

/** A member of a claim that says something; the passage says where. */
export type ClaimField = Exclude<keyof Claim, 'passage'>;

/**
 * The fields in which two claims say different things, in alphabetical order; none when they say the same. Where a value
 * was taken from counts by its kind alone (heading, closing block …), since offsets move with the text, and white space
 * inside words does not count. Members that come with later versions count like the others.
 */
export function fieldsThatDiffer(one: Claim, other: Claim): readonly ClaimField[] {
  const [a, b] = [fieldsOf(one), fieldsOf(other)];
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].filter((name) => a.get(name) !== b.get(name)).sort();
}

function fieldsOf(claim: Claim): ReadonlyMap<ClaimField, string> {
  const { passage: _passage, ...fields } = claim;
  const said = new Map<ClaimField, string>();
  for (const name of namesOf(fields)) {
    const value = fields[name];
    // What is null and what is not there say the same: nothing.
    if (value !== undefined && value !== null) said.set(name, canonicalJson(plain(value, undefined)));
  }
  return said;
}

function namesOf(fields: Omit<Claim, 'passage'>): readonly ClaimField[] {
  return Object.keys(fields).filter((name): name is ClaimField => name in fields);
}

function plain(value: unknown, member: string | undefined): unknown {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return value.map((each) => plain(each, undefined));
  if (typeof value !== 'object' || value === null) return value;
  if (member === 'basis') return 'from' in value ? value.from : null;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each, name)]));
}
