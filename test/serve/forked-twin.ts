import { markFolder, readDeviceFile, writeDeviceFile } from '../../src/vault/device-file.ts';
import { openHeader, readHeader } from '../../src/vault/header.ts';
import { Vault } from '../../src/vault/index.ts';
import { must } from '../must.ts';
import { random } from '../random.ts';
import { now, passphrase, worker } from '../vault/temporary-vault.ts';
import type { Member } from './members.ts';

/** Opens a copied folder as the very device it was copied from, as a cloned disk would be opened. */
export async function forkedTwin(member: Member): Promise<Member> {
  const { folder } = member;
  const { vault, keys } = must(await openHeader(must(readHeader(folder)), passphrase));
  const authority = { vault, device: keys.device };
  const secrets = must(readDeviceFile(folder, authority));
  writeDeviceFile(folder, authority, { ...secrets, mark: markFolder(folder), random });
  return { ...member, vault: must(await Vault.open({ folder, passphrase, worker, now })) };
}
