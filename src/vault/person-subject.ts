import { createHash } from 'node:crypto';
import { idFromBytes, type PersonKey, type SubjectId } from '../base/index.ts';

/**
 * The subject of everything that names a person. Made from the key, so that the name can be found and erased; says
 * nothing, since the key is random.
 */
export function personSubject(person: PersonKey): SubjectId {
  return idFromBytes(
    'SubjectId',
    createHash('sha256').update(`daybook/person-subject/1\n${person}`).digest().subarray(0, 16),
  );
}
