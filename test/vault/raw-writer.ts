import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from '@signalapp/sqlcipher';
import type { WorkspaceId } from '../../src/base/index.ts';
import { foundingMembers } from '../../src/preserve/index.ts';
import { openDatabase } from '../../src/vault/database.ts';
import { parseVaultId } from '../../src/vault/vault-key.ts';
import { WriteLock } from '../../src/vault/write-lock.ts';
import type { FaultPoint } from '../../src/vault/write-request.ts';
import { Writer } from '../../src/vault/writer.ts';
import { checkpointKeyOf, deviceKeyOf, testKey } from '../preserve/log-book.ts';
import { now } from './temporary-vault.ts';

/** A writer on a real database in this thread, founded with keys that tests know. */
export interface RawWriter {
  readonly db: Database;
  readonly writer: Writer;
  readonly workspace: WorkspaceId;
  readonly folder: string;
  readonly remove: () => void;
}

/** Makes a folder with database, lock and head, and nothing else of a vault. */
export function rawWriter(fault: (point: FaultPoint) => void = () => {}): RawWriter {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-writer-'));
  mkdirSync(join(folder, 'blobs'));
  const opened = openDatabase(join(folder, 'daybook.db'), new Uint8Array(32).fill(1), 'founder');
  const vault = parseVaultId('ab'.repeat(16));
  if (!opened.ok || vault === undefined) throw new Error('a new database was refused');
  const db = opened.value;
  const [device, person, checkpoint] = [testKey(1), testKey(2), testKey(3)];
  const keys = { device: deviceKeyOf(device), person, checkpointKey: checkpointKeyOf(checkpoint) };
  const { workspace, members } = foundingMembers(keys);
  const authority = { vault, headMac: new Uint8Array(32).fill(2) };
  const lock = WriteLock.open(join(folder, 'lock.db'));
  const writer = new Writer({
    db,
    folder,
    workspace,
    keys: { authority, device, person, checkpoint },
    lock,
    fault,
  });
  const founded = writer.found([{ kind: 'workspace-founded', personal: true, at: now, members, parts: [] }]);
  if (!founded.ok) throw new Error(founded.error.type);
  const remove = (): void => {
    writer.close();
    db.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { db, writer, workspace, folder, remove };
}
