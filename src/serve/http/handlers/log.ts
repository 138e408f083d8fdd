import { isId, ok } from '../../../base/index.ts';
import { logOfCheckpoint } from '../../../preserve/index.ts';
import { headWords, type SlotInfo } from '../../../vault/index.ts';
import type { Answers } from '../desk.ts';
import { entriesAbout } from '../entry-about.ts';
import { refuseWith } from '../refusal.ts';

/** Entries of a page when it does not say how many. */
const ENTRIES = 50;

export const logAnswers: Pick<Answers, 'log' | 'people'> = {
  log: async (desk, { before, limit }) => {
    const { vault } = desk;
    if (before !== undefined && !isId('LeafHash', before)) return refuseWith('not-understood', { field: 'before' });
    const [page, status, notes] = await Promise.all([
      vault.query('log', { after: before, limit: limit ?? ENTRIES }),
      vault.query('status', undefined),
      vault.query('checkpoints', undefined),
    ]);
    const about = await entriesAbout(desk, page.items);
    const names = new Map(status.persons.map(({ person, name }) => [person, name]));
    return ok({
      entries: page.items.map(({ leaf, device, seq, at, kind, person, parts, erased }) => ({
        ...{ id: leaf, device, seq, at, kind, parts, erased },
        person: person === null ? null : (names.get(person) ?? person.slice(0, 8)),
        about: about.get(leaf) ?? null,
      })),
      ...(page.next !== undefined && { before: page.next }),
      total: status.entries,
      heads: await Promise.all(
        status.heads.map(async (head) => ({
          device: head.device,
          size: head.size,
          words: await headWords(vault.workspace, [head]),
        })),
      ),
      checkpoints: notes.flatMap((note) => {
        const checkpoint = logOfCheckpoint(note);
        return checkpoint === undefined ? [] : [{ device: checkpoint.device, size: sizeOf(note), at: null }];
      }),
      forks: status.forks.length,
    });
  },

  people: async ({ vault }) => {
    const [{ persons }, devices, slots] = await Promise.all([
      vault.query('status', undefined),
      vault.query('devices', undefined),
      vault.slots.list(),
    ]);
    const ways: readonly SlotInfo[] = slots.ok ? slots.value : [];
    return ok({
      persons: persons.map(({ person, name, removed }) => ({
        ...{ id: person, name, removed },
        self: person === vault.person,
      })),
      devices: devices.map(({ device, entries, heardAt }) => ({
        ...{ id: device, entries },
        self: device === vault.device,
        lastHeard: heardAt ?? null,
      })),
      slots: ways.map(({ kind, person }) => ({ kind, mine: person === vault.person })),
      hasRecovery: ways.some(({ kind }) => kind !== 'person'),
    });
  },
};

/** The number of entries that a checkpoint's second line says. */
function sizeOf(note: string): number {
  return Number(note.split('\n')[1]);
}
