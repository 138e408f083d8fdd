/** Putting a bundle into a vault: read twice. The first time nothing is changed; the second time everything counts. */
import { bytesToHex, type DeviceKey, ok, type Result, refuse, type Sha256, type SubjectId } from '../base/index.ts';
import { readEnvelope } from '../preserve/index.ts';
import type { BundleHeader } from './bundle-header.ts';
import { type BundleItem, type GivenPart, readItems } from './bundle-items.ts';
import type { BundleRefusal } from './bundle-refusal.ts';
import { checkBundle, refusalOf } from './check-bundle.ts';
import { areOlder } from './heads.ts';
import type { Accepted, TakingVault } from './ports.ts';
import type { SealRefusal } from './seal.ts';

/** What became of everything in a bundle. The sums add up. */
export interface TakeReceipt {
  readonly header: BundleHeader;
  /** When this very bundle was taken before; undefined when it was not. */
  readonly takenBefore: string | undefined;
  /** Whether a later bundle of the same device was taken before. */
  readonly older: boolean;
  /** Heads at which the bundle begins and which are not here: what an earlier bundle held is missing. */
  readonly missingBefore: number;
  /** `waiting`: their past is not here. `refused`: by the name of why. */
  readonly entries: {
    readonly given: number;
    readonly placed: number;
    readonly alreadyHere: number;
    readonly waiting: number;
    readonly refused: ReadonlyMap<string, number>;
  };
  /** Entries that waited here before and found their past in this bundle. */
  readonly settled: number;
  readonly parts: {
    readonly given: number;
    readonly kept: number;
    readonly alreadyHere: number;
    readonly erased: number;
    readonly refused: number;
    /** What the sender left out. */
    readonly withheld: number;
  };
  readonly blobs: {
    readonly given: number;
    readonly kept: number;
    readonly alreadyHere: number;
    /** Of sources that were erased. */
    readonly erased: number;
    /** No capture record of their source is here. */
    readonly unknown: number;
    readonly differing: number;
  };
  readonly checkpoints: number;
  /** Logs that have two ends since this bundle. */
  readonly forks: readonly { readonly device: DeviceKey; readonly seq: number }[];
}

/** Entries and bytes that go into the vault as one group: another process that writes waits for no more. */
const BATCH = { entries: 200, bytes: 4 * 1024 * 1024 };

/**
 * Takes a bundle. `open` opens its seal from the beginning, each time it is called. Refused before anything is changed,
 * except by the vault itself, or as `bundle-changed-meanwhile`; what was taken till then is sound, and taking the bundle
 * again goes on from there.
 */
export async function takeBundle<E extends { readonly type: string }>(
  vault: TakingVault<E>,
  open: () => Promise<Result<AsyncIterable<Uint8Array>, SealRefusal>>,
  { now }: { readonly now: string },
): Promise<Result<TakeReceipt, BundleRefusal | SealRefusal | E>> {
  const first = await open();
  if (!first.ok) return first;
  const checked = await checkBundle(first.value, { workspace: vault.workspace, members: await vault.members() });
  if (!checked.ok) return checked;
  const { header, digest } = checked.value;
  const forksBefore = new Set((await vault.forks()).map(({ device }) => device));
  const here = await vault.headsHere(header.before);
  const takenBefore = await vault.takenAt(header.bundle);
  const heard = await vault.heard(header.device);
  const older = heard !== undefined && areOlder(header.after, heard);
  const taking = new Taking(vault);
  const taken = await takeItems(taking, open, digest);
  if (!taken.ok) return taken;
  if (await taking.droppedInVain()) {
    const again = new Taking(vault);
    const takenAgain = await takeItems(again, open, digest);
    if (!takenAgain.ok) return takenAgain;
    taking.addRestored(again);
  }
  // Only a recipient that the sender's own entries name: else one member could speak for another's vault.
  const names = await vault.recipientsOf(header.person);
  const peer =
    older || !names.includes(header.recipient)
      ? undefined
      : { recipient: header.recipient, heads: header.after, complete: header.complete };
  const noted = await vault.noteTaken({ bundle: header.bundle, takenAt: now, device: header.device, peer });
  if (!noted.ok) return noted;
  const forks = (await vault.forks()).filter(({ device }) => !forksBefore.has(device));
  return ok({
    header,
    takenBefore,
    older,
    missingBefore: header.before.length - here.length,
    ...taking.counts(header.counts.withheld),
    forks,
  });
}

/** Opens the bundle once more, takes all that it holds, and compares it with what was checked. */
async function takeItems<E extends { readonly type: string }>(
  taking: Taking<E>,
  open: () => Promise<Result<AsyncIterable<Uint8Array>, SealRefusal>>,
  digest: string,
): Promise<Result<undefined, BundleRefusal | SealRefusal | E>> {
  const opened = await open();
  if (!opened.ok) return opened;
  try {
    for await (const item of readItems(opened.value)) {
      const stopped = await taking.take(item);
      if (stopped !== undefined) return refuse(stopped);
      if (item.type === 'end' && bytesToHex(item.digest) !== digest)
        return refuse({ type: 'bundle-changed-meanwhile' });
    }
    return ok(undefined);
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    return refuse({ type: 'bundle-changed-meanwhile' });
  }
}

class Taking<E extends { readonly type: string }> {
  readonly #vault: TakingVault<E>;
  #entries: Uint8Array[] = [];
  #parts: GivenPart[] = [];
  #bytes = 0;
  /** Whether the first entry of the batch was in the batch before: its parts did not fit into one. */
  #carried = false;
  readonly #refused = new Map<string, number>();
  readonly #counts = { given: 0, placed: 0, alreadyHere: 0, waiting: 0 };
  readonly #partCounts = { given: 0, kept: 0, alreadyHere: 0, erased: 0, refused: 0 };
  readonly #blobCounts = { given: 0, kept: 0, alreadyHere: 0, erased: 0, unknown: 0, differing: 0 };
  #settled = 0;
  #checkpoints = 0;
  /** Subjects of which something was dropped, since they were erased at that moment. */
  readonly #dropped: Set<SubjectId> = new Set();

  constructor(vault: TakingVault<E>) {
    this.#vault = vault;
  }

  /** Takes one item; answers why the vault takes nothing more, when it does not. */
  async take(item: BundleItem): Promise<E | undefined> {
    switch (item.type) {
      case 'header':
        return undefined;
      case 'entry': {
        const isFull = this.#entries.length >= BATCH.entries || this.#bytes >= BATCH.bytes;
        const stopped = isFull ? await this.#flush({ carry: false }) : undefined;
        this.#entries.push(item.bytes);
        this.#bytes += item.bytes.length;
        this.#counts.given++;
        return stopped;
      }
      case 'part': {
        const { commitment, salt, chunks } = item;
        this.#parts.push({ commitment, salt, body: await gather(chunks) });
        this.#bytes += item.length;
        this.#partCounts.given++;
        return this.#bytes >= BATCH.bytes ? this.#flush({ carry: true }) : undefined;
      }
      case 'checkpoint': {
        const stopped = await this.#flush({ carry: false });
        if (stopped !== undefined) return stopped;
        const kept = await this.#vault.keepCheckpoint(item.note);
        if (!kept.ok) return kept.error;
        if (kept.value) this.#checkpoints++;
        return undefined;
      }
      case 'blob':
        return (await this.#flush({ carry: false })) ?? this.#takeBlob(item);
      case 'end':
        return this.#flush({ carry: false });
    }
  }

  /** Whether something was dropped for an erasure that no longer counts, since a removal came later in the bundle. */
  async droppedInVain(): Promise<boolean> {
    if (this.#dropped.size === 0) return false;
    return (await this.#vault.erasedAmong([...this.#dropped])).length < this.#dropped.size;
  }

  /** Counts what a second taking of the same bundle kept, and this one had dropped; the rest is as that one found it. */
  addRestored(again: Taking<E>): void {
    const [parts, blobs] = [again.#partCounts, again.#blobCounts];
    this.#partCounts.kept += parts.kept;
    this.#partCounts.erased = parts.erased;
    this.#partCounts.refused = parts.refused;
    this.#blobCounts.kept += blobs.kept;
    this.#blobCounts.erased = blobs.erased;
    this.#blobCounts.unknown = blobs.unknown;
    this.#blobCounts.differing = blobs.differing;
  }

  counts(withheld: number): Pick<TakeReceipt, 'entries' | 'settled' | 'parts' | 'blobs' | 'checkpoints'> {
    return {
      entries: { ...this.#counts, refused: this.#refused },
      settled: this.#settled,
      parts: { ...this.#partCounts, withheld },
      blobs: this.#blobCounts,
      checkpoints: this.#checkpoints,
    };
  }

  async #takeBlob({ source, chunks }: Extract<BundleItem, { type: 'blob' }>): Promise<E | undefined> {
    this.#blobCounts.given++;
    const atHand = await this.#vault.bytesAtHand(source);
    if (atHand === 'whole') this.#blobCounts.alreadyHere++;
    else if (atHand === 'unknown') {
      const erased = await this.#vault.erasedAmong([source]);
      this.#blobCounts[erased.length > 0 ? 'erased' : 'unknown']++;
      for (const subject of erased) this.#dropped.add(subject);
    } else {
      const kept = await this.#vault.keepBytes(source, chunks);
      if (!kept.ok) return kept.error;
      this.#blobCounts[kept.value]++;
    }
    return undefined;
  }

  /** Puts the batch into the vault. `carry`: more parts of its last entry may come. */
  async #flush({ carry }: { readonly carry: boolean }): Promise<E | undefined> {
    const [entries, parts, carried] = [this.#entries, this.#parts, this.#carried];
    if (entries.length === 0) return undefined;
    const last = entries.at(-1);
    this.#entries = carry && last !== undefined ? [last] : [];
    this.#carried = carry;
    this.#parts = [];
    this.#bytes = 0;
    // An entry that was carried over and got no more parts is in the vault already.
    if (carried && entries.length === 1 && parts.length === 0) return undefined;
    const commitments = parts.map(({ commitment }) => commitment);
    const before = new Set(await this.#vault.partsHere(commitments));
    const accepted = await this.#vault.accept(entries, parts);
    if (!accepted.ok) return accepted.error;
    this.#countEntries(accepted.value, entries.length, carried);
    await this.#countParts(entries, commitments, before);
    return undefined;
  }

  #countEntries({ placed, alreadyHere, waiting, refused }: Accepted, offered: number, carried: boolean): void {
    const refusals = refused.filter(({ index, error }) => !PART_REFUSALS.has(error.type) && !(carried && index === 0));
    const again = carried && !refused.some(({ index, error }) => index === 0 && !PART_REFUSALS.has(error.type));
    for (const { error } of refusals) this.#refused.set(error.type, (this.#refused.get(error.type) ?? 0) + 1);
    const known = alreadyHere - (again ? 1 : 0);
    const own = offered - (carried ? 1 : 0) - refusals.length - waiting - known;
    this.#counts.placed += own;
    this.#counts.waiting += waiting;
    this.#counts.alreadyHere += known;
    // What was placed beyond what was offered waited here before.
    this.#settled += placed - own;
  }

  async #countParts(
    entries: readonly Uint8Array[],
    commitments: readonly Sha256[],
    before: ReadonlySet<Sha256>,
  ): Promise<void> {
    if (commitments.length === 0) return;
    const after = new Set(await this.#vault.partsHere(commitments));
    const gone = commitments.filter((commitment) => !after.has(commitment));
    const erased = gone.length === 0 ? new Set<Sha256>() : await this.#erasedOf(entries, new Set(gone));
    for (const commitment of commitments) {
      if (before.has(commitment)) this.#partCounts.alreadyHere++;
      else if (after.has(commitment)) this.#partCounts.kept++;
      else if (erased.has(commitment)) this.#partCounts.erased++;
      else this.#partCounts.refused++;
    }
  }

  /** Which of these parts speak of a subject that was erased. */
  async #erasedOf(entries: readonly Uint8Array[], gone: ReadonlySet<Sha256>): Promise<ReadonlySet<Sha256>> {
    const subjects = new Map<Sha256, readonly SubjectId[]>();
    for (const bytes of entries) {
      const read = readEnvelope(bytes, this.#vault.workspace);
      if (!read.ok) continue;
      for (const { commitment, of } of read.value.envelope.parts)
        if (gone.has(commitment)) subjects.set(commitment, of);
    }
    const erased = new Set(await this.#vault.erasedAmong([...new Set([...subjects.values()].flat())]));
    for (const subject of erased) this.#dropped.add(subject);
    return new Set(
      [...subjects].filter(([, of]) => of.some((each) => erased.has(each))).map(([commitment]) => commitment),
    );
  }
}

/** Bytes in one piece, gathered as they come: nothing is made room for beforehand. */
async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(chunk);
  return Buffer.concat(pieces);
}

/** Refusals of parts stand among those of entries. */
const PART_REFUSALS: ReadonlySet<string> = new Set([
  'salt-length-wrong',
  'part-differs-from-commitment',
  'part-too-large',
]);
