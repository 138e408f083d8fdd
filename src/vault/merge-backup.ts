/**
 * Bringing back from a backup what a vault of the same workspace lacks (docs/vault.md, V50): a set union, so that nothing
 * of the vault is lost and nothing that was erased in either of them comes back. Nothing is changed before the backup is
 * known to be whole and of this workspace; what was brought back until something stops it stays, and the same again goes on.
 */
import { bytesToHex, ok, type Result, refuse } from '../base/index.ts';
import { BackupEntries } from './backup-entries.ts';
import type { Backup, BackupPart } from './backup-reading.ts';
import { Interrupted } from './blob-copy.ts';
import { type BlobsBrought, bringBackBlobs } from './blobs-brought-back.ts';
import type { EntryAtHand } from './exchange-queries.ts';
import { readHeader } from './header.ts';
import type { Vault, VaultCondition } from './vault.ts';
import type { LockRefusal } from './write-lock.ts';
import type { AcceptOutcome, WriteRefusal } from './write-request.ts';

export interface MergeRequest {
  /** Where the backup lies, as an absolute path, for the vault's own list. */
  readonly place: string;
  readonly progress: (step: MergeStep) => void;
  readonly interrupted: AbortSignal;
}

export type MergeStep =
  | { readonly type: 'checking-database' }
  | { readonly type: 'entries'; readonly entries: number }
  | { readonly type: 'readings'; readonly readings: number }
  | { readonly type: 'blobs'; readonly blobs: number; readonly bytes: number };

/** What became of everything in a backup. The sums add up. */
export interface MergeReceipt {
  /** The moment at which the backup was made, as its maker's clock had it; undefined when its manifest was not whole. */
  readonly madeAt: string | undefined;
  /** Whether the database is the one that was backed up. A damaged one was taken as far as it reads. */
  readonly database: 'whole' | 'damaged';
  readonly entries: {
    readonly given: number;
    readonly placed: number;
    readonly alreadyHere: number;
    /** Their past is not here. */
    readonly waiting: number;
    readonly refused: number;
  };
  /** Entries that waited here before and found their past in the backup. */
  readonly settled: number;
  readonly parts: {
    readonly given: number;
    readonly kept: number;
    readonly alreadyHere: number;
    /** Of something that was erased. */
    readonly erased: number;
    readonly refused: number;
    /** What the backup's entries name and the backup has not: it was erased before, or withheld from that vault. */
    readonly notInBackup: number;
  };
  /** Parts that the vault had until an erasure came out of the backup. */
  readonly partsErasedHere: number;
  readonly checkpoints: number;
  readonly readings: number;
  readonly blobs: BlobsBrought;
  /** Whether an erasure is to be finished (`Vault.finishErasing`). */
  readonly erasing: boolean;
  /** How the vault stands now: behind its head still, when the backup held not all that it had lost. */
  readonly condition: VaultCondition;
}

export type MergeRefusal =
  | { readonly type: 'backup-of-other-workspace' }
  | { readonly type: 'backup-damaged'; readonly part: BackupPart }
  | { readonly type: 'backup-newer'; readonly version: number }
  /** Stopped on request; what was brought back until then stays. */
  | { readonly type: 'merge-interrupted' }
  /** The vault takes nothing, or, once it was `begun`, nothing more. */
  | {
      readonly type: 'merge-refused';
      readonly by: WriteRefusal | { readonly type: 'database-damaged' };
      readonly begun: boolean;
    };

/**
 * Merges a backup into a vault. What the backup's vault had erased is erased here too. A vault that is behind its head
 * takes what it lost, and can be written to again once all of that is here. Throws as writing does, on a full disk.
 */
export async function mergeBackup(
  vault: Vault,
  backup: Backup,
  { place, progress, interrupted }: MergeRequest,
): Promise<Result<MergeReceipt, MergeRefusal>> {
  const workspace = await backup.workspace();
  if (!workspace.ok) {
    if (workspace.error.type === 'database-newer') return refuse({ ...workspace.error, type: 'backup-newer' });
    return refuse({ type: 'backup-damaged', part: 'daybook.db' });
  }
  if (workspace.value !== vault.workspace) return refuse({ type: 'backup-of-other-workspace' });
  const condition = await vault.condition();
  if (!TAKING.has(condition.type) && condition.type !== 'sound') {
    return refuse({ type: 'merge-refused', by: condition, begun: false });
  }
  const merging = new Merging(vault, backup, { place, progress, interrupted });
  try {
    progress({ type: 'checking-database' });
    const isWhole = await backup.isDatabaseWhole(interrupted);
    if (!isWhole && !backup.found.partial) return refuse({ type: 'backup-damaged', part: 'daybook.db' });
    return ok(await merging.run(isWhole));
  } catch (error) {
    if (error instanceof Interrupted) return refuse({ type: 'merge-interrupted' });
    if (error instanceof Stopped) return refuse({ type: 'merge-refused', by: error.by, begun: merging.begun });
    throw error;
  }
}

/** Conditions in which a vault takes entries of others. */
const TAKING: ReadonlySet<string> = new Set<VaultCondition['type']>(['sound', 'behind-head', 'not-admitted']);

/** The vault takes nothing more. */
class Stopped extends Error {
  readonly by: WriteRefusal;

  constructor(by: WriteRefusal) {
    super(`the vault takes nothing more: ${by.type}`);
    this.by = by;
  }
}

/** One merging, with what it counted. */
class Merging {
  readonly #vault: Vault;
  readonly #backup: Backup;
  readonly #request: MergeRequest;
  readonly #entries = { given: 0, placed: 0, alreadyHere: 0, waiting: 0, refused: 0 };
  readonly #parts = { given: 0, kept: 0, alreadyHere: 0, erased: 0, refused: 0, notInBackup: 0 };
  #settled = 0;
  #erasedHere = 0;
  /** Whether anything was given to the vault. */
  begun = false;

  constructor(vault: Vault, backup: Backup, request: MergeRequest) {
    this.#vault = vault;
    this.#backup = backup;
    this.#request = request;
  }

  async run(isWhole: boolean): Promise<MergeReceipt> {
    const { progress, interrupted } = this.#request;
    const reading = new BackupEntries(this.#backup, { isWhole });
    for await (const entries of reading.pages()) {
      if (interrupted.aborted) throw new Interrupted();
      await this.#take(entries);
      progress({ type: 'entries', entries: this.#entries.given });
    }
    // After the entries, since a checkpoint counts only when its tree is here.
    const checkpoints = await this.#takeCheckpoints(await reading.checkpoints());
    let readings = 0;
    for await (const page of reading.readings()) {
      if (interrupted.aborted) throw new Interrupted();
      readings += settled(await this.#vault.note('readingsCame', { readings: page }));
      progress({ type: 'readings', readings });
    }
    const blobs = await bringBackBlobs(this.#vault, this.#backup, {
      rows: reading.blobs(),
      interrupted,
      progress: (done) => progress({ type: 'blobs', ...done }),
    });
    if (!blobs.ok) throw new Stopped(blobs.error);
    const database = isWhole && !reading.isBroken ? 'whole' : 'damaged';
    if (database === 'whole') await this.#note();
    return {
      madeAt: this.#backup.found.manifest?.madeAt,
      database,
      entries: this.#entries,
      settled: this.#settled,
      parts: this.#parts,
      partsErasedHere: this.#erasedHere,
      checkpoints,
      readings,
      blobs: blobs.value,
      erasing: (await this.#vault.query('status', undefined)).erasing,
      condition: await this.#vault.condition(),
    };
  }

  async #take(entries: readonly EntryAtHand[]): Promise<void> {
    this.begun = true;
    const given = { entries: entries.map(({ bytes }) => bytes), parts: entries.flatMap(({ parts }) => parts) };
    const accepted = settled(await this.#vault.accept(given, { mending: true }));
    this.#count(accepted, { entries: given.entries.length, parts: given.parts.length });
    this.#parts.notInBackup += entries.reduce((sum, { named, parts }) => sum + named - parts.length, 0);
  }

  #count(accepted: AcceptOutcome, given: { readonly entries: number; readonly parts: number }): void {
    const { placed, alreadyHere, waiting, partsKept, partsLeftOut, partsErased, refused } = accepted;
    const partsRefused = refused.filter(({ error }) => PART_REFUSALS.has(error.type)).length;
    const entriesRefused = refused.length - partsRefused;
    const own = given.entries - entriesRefused - waiting - alreadyHere;
    this.#entries.given += given.entries;
    this.#entries.placed += own;
    this.#entries.alreadyHere += alreadyHere;
    this.#entries.waiting += waiting;
    this.#entries.refused += entriesRefused;
    // What was placed beyond what was given waited here before.
    this.#settled += placed - own;
    this.#parts.given += given.parts;
    this.#parts.kept += partsKept;
    this.#parts.erased += partsLeftOut;
    this.#parts.refused += partsRefused;
    this.#parts.alreadyHere += given.parts - partsKept - partsLeftOut - partsRefused;
    this.#erasedHere += partsErased - partsLeftOut;
  }

  async #takeCheckpoints(notes: readonly string[]): Promise<number> {
    let kept = 0;
    for (const note of notes) if (settled(await this.#vault.note('checkpointCame', { note }))) kept++;
    return kept;
  }

  /** What folders note for themselves: age identities, to open with what was sealed to them, and that this backup exists. */
  async #note(): Promise<void> {
    const { found, keys: backupKeys, vault: of } = this.#backup;
    const header = readHeader(this.#vault.folder);
    const ask = <T>(answer: Result<T, { readonly type: string }>): T | undefined =>
      answer.ok ? answer.value : undefined;
    if (header.ok && header.value.vault === of) {
      const keys = ask(await this.#backup.query('sealingKeys', undefined)) ?? [];
      settled(await this.#vault.note('sealingKeysCame', { keys }));
    }
    const heads = ask(await this.#backup.query('heads', undefined));
    if (found.manifest === undefined || heads === undefined) return;
    const { snapshot: id, madeAt } = found.manifest;
    const { place } = this.#request;
    const keyId = bytesToHex(backupKeys.keyId);
    settled(await this.#vault.note('backupMade', { id, madeAt, keyId, place, heads, replaced: [] }));
  }
}

/** The value of an answer; throws `Stopped` when there is none. */
function settled<T>(answer: Result<T, WriteRefusal | LockRefusal>): T {
  if (!answer.ok) throw new Stopped(answer.error);
  return answer.value;
}

/** Refusals of parts stand among those of entries. */
const PART_REFUSALS: ReadonlySet<string> = new Set([
  'salt-length-wrong',
  'part-differs-from-commitment',
  'part-too-large',
]);
