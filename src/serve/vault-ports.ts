/** A vault as the room that carries bundles sees it. */
import { ok } from '../base/index.ts';
import type { GivingVault, TakingVault } from '../exchange/index.ts';
import { bytesAtHand, keepArrivedBytes, lacksBlobFile, type Vault, type WriteRefusal } from '../vault/index.ts';

/** The vault that a bundle is made of. Its device must be enrolled. */
export function givingVault(vault: Vault): GivingVault {
  return {
    workspace: vault.workspace,
    device: vault.device,
    person: vault.person,
    beyond: (heads) => vault.query('stretchesBeyond', { heads }),
    entries: (stretches, after) => vault.query('entriesWithin', { stretches, after }),
    checkpoints: () => vault.query('checkpoints', undefined),
    sources: async (after) => {
      const page = await vault.query('sources', { after, limit: 200 });
      const items = page.items.map(({ source, position, record: { length } }) => ({ source, ...position, length }));
      return { ...page, items };
    },
    isWhole: async (source) => (await bytesAtHand(vault, source)) === 'whole',
    bytesOf: async (source) => {
      const bytes = await vault.bytesOf(source);
      if (bytes === undefined || !bytes.ok) throw new Error('the bytes of a source are no longer here');
      return bytes.value;
    },
    lacksNothing: async () => (await vault.query('lacksNothing', undefined)) && !(await lacksBlobFile(vault)),
    sign: (body) => vault.state('device', 'bundle', body),
  };
}

/** The vault that a bundle is put into. */
export function takingVault(vault: Vault): TakingVault<WriteRefusal> {
  return {
    workspace: vault.workspace,
    members: () => vault.query('belonging', undefined),
    takenAt: (bundle) => vault.query('bundleTaken', { bundle }),
    headsHere: (heads) => vault.query('headsHere', { heads }),
    forks: async () => (await vault.query('status', undefined)).forks,
    partsHere: (commitments) => vault.query('partsHere', { commitments }),
    erasedAmong: (subjects) => vault.query('erasedAmong', { subjects }),
    accept: (entries, parts) => vault.accept({ entries, parts }),
    keepCheckpoint: (note) => vault.note('checkpointCame', { note }),
    bytesAtHand: (source) => bytesAtHand(vault, source),
    keepBytes: async (source, chunks) => {
      const kept = await keepArrivedBytes(vault, source, chunks);
      if (kept.ok) return ok('kept');
      if (kept.error.type === 'blob-unknown') return ok('unknown');
      if (kept.error.type === 'blob-differs') return ok('differing');
      return { ok: false, error: kept.error };
    },
    heard: async (device) => (await vault.query('peers', undefined)).find((peer) => peer.device === device)?.heads,
    recipientsOf: async (person) =>
      (await vault.query('recipients', undefined)).filter((row) => row.person === person).map((row) => row.recipient),
    noteTaken: (note) => vault.note('bundleTaken', note),
  };
}
