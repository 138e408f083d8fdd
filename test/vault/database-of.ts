import { join } from 'node:path';
import Database from '@signalapp/sqlcipher';
import { keysOf } from './peers.ts';

/** Opens the database of a vault that is closed, past everything that guards it: as a skilled hand would. */
export async function databaseOf(folder: string, passphrase?: string): Promise<Database> {
  const { keys } = await keysOf(folder, passphrase);
  const db = new Database(join(folder, 'daybook.db'));
  db.exec(`PRAGMA cipher_log_level = NONE; PRAGMA key = "x'${Buffer.from(keys.database).toString('hex')}'"`);
  return db;
}
