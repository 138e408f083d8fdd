import type { Desk } from './desk.ts';

/** Names of persons by their keys; somebody who gave none is called by the first digits of theirs. */
export async function namesOf({ vault }: Pick<Desk, 'vault'>): Promise<(person: string) => string> {
  const { persons } = await vault.query('status', undefined);
  const names = new Map<string, string | null>(persons.map(({ person, name }) => [person, name]));
  return (person) => names.get(person) ?? person.slice(0, 8);
}
