import type { PersonKey } from '../base/index.ts';
import { membershipOf, readSealingKeyRecord, type SignedEntry } from '../preserve/index.ts';
import { personSubject } from './person-subject.ts';
import type { BodyOf, ProjectionRow } from './projector.ts';

/**
 * To what persons' bundles are sealed, as an entry says. Read only in an entry that enrols the person, or that the person
 * signs: else a colleague could put a key of their own in its place. And only in a part of the person's subject, with
 * which it is erased.
 */
export function sealingKeyRows(
  { envelope }: SignedEntry,
  bodies: readonly BodyOf[],
  give: (table: ProjectionRow['table'], row: ProjectionRow['row']) => ProjectionRow,
): readonly ProjectionRow[] {
  const persons = new Set<PersonKey>();
  for (const fact of membershipOf(envelope) ?? []) if (fact.type === 'person') persons.add(fact.person);
  if (envelope.person !== null) persons.add(envelope.person);
  return bodies.flatMap(({ reference, value }) => {
    const stated = readSealingKeyRecord(value);
    if (stated === undefined || !persons.has(stated.person)) return [];
    if (!reference.of.includes(personSubject(stated.person))) return [];
    return [give('sealing_key', { person: stated.person, recipient: stated.recipient })];
  });
}
