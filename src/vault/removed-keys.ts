import type Database from '@signalapp/sqlcipher';
import { canonicalJson, type DeviceKey, idFromBytes, type PersonKey, type WorkspaceId } from '../base/index.ts';
import { membershipOf } from '../preserve/index.ts';
import { LogStore, leafOf } from './log-store.ts';
import { blobOf, type Row } from './rows.ts';

/**
 * Keys of persons and devices whose removal holds (P19): two other persons stated the same heads, or a device's own person
 * did. From the entries that `removal` points at.
 */
export function removedKeys(db: Database, workspace: WorkspaceId): readonly (PersonKey | DeviceKey)[] {
  const log = new LogStore(db, workspace);
  const statedBy = new Map<string, Set<PersonKey>>();
  const removed = new Set<PersonKey | DeviceKey>();
  for (const row of db.prepare('SELECT leaf FROM removal').all<Row>()) {
    const entry = log.entry(leafOf(row));
    const by = entry?.envelope.person ?? null;
    if (entry === undefined || by === null) continue;
    for (const fact of membershipOf(entry.envelope) ?? []) {
      if (fact.type !== 'person-removal' && fact.type !== 'device-removal') continue;
      const key = fact.type === 'person-removal' ? fact.person : fact.device;
      if (fact.type === 'person-removal' && by === key) continue;
      const stated = canonicalJson({ key, heads: fact.heads });
      const persons = (statedBy.get(stated) ?? new Set()).add(by);
      statedBy.set(stated, persons);
      if (persons.size > 1 || (fact.type === 'device-removal' && isDeviceOf(db, fact.device, by))) removed.add(key);
    }
  }
  return [...removed];
}

function isDeviceOf(db: Database, device: DeviceKey, person: PersonKey): boolean {
  return db
    .prepare("SELECT person FROM enrolment WHERE key = ? AND role = 'device'")
    .all<Row>([Buffer.from(device, 'hex')])
    .some((row) => row['person'] !== null && idFromBytes('PersonKey', blobOf(row, 'person')) === person);
}
