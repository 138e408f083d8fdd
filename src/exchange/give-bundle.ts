/** Making a bundle: first counted, then written, so that its header says what it holds. Streams; nothing lies in memory whole. */
import { createHash } from 'node:crypto';
import {
  type CollectionId,
  hexToBytes,
  type LeafHash,
  paddedTo,
  type SourceId,
  type SubjectId,
} from '../base/index.ts';
import type { SeenHead } from '../preserve/index.ts';
import { type BundleHeader, encodeHeader, MOST_HEADS, newBundleId } from './bundle-header.ts';
import { blobHead, cut, partHead } from './bundle-items.ts';
import { bundleMagic, encodeFrame, FRAME_HEAD, FRAME_LIMIT } from './frame.ts';
import type { EntryAtHand, GivingVault, Stretch } from './ports.ts';

export interface BundleOrder {
  /** What the recipients are known to have. */
  readonly before: readonly SeenHead[];
  /** `subjects`: what parts may speak of to be sent. */
  readonly scope:
    | { readonly type: 'all' }
    | {
        readonly type: 'collections';
        readonly collections: readonly CollectionId[];
        readonly subjects: ReadonlySet<SubjectId>;
      };
  /** What no part that is sent may speak of, whatever the scope. None when absent. */
  readonly withheld?: ReadonlySet<SubjectId>;
  /** The sender's own age recipient. */
  readonly recipient: string;
  /** The sender's clock. */
  readonly at: string;
  readonly random: (count: number) => Uint8Array;
}

/** A bundle that was counted and not yet written. */
export interface BundlePlan {
  readonly header: BundleHeader;
  /** Sources whose bytes are missing or damaged here, and so are not sent. */
  readonly blobsLacking: number;
  readonly stretches: readonly Stretch[];
  readonly scope: Pick<BundleOrder, 'scope' | 'withheld'>;
  readonly blobs: readonly { readonly source: SourceId; readonly length: number }[];
}

/** Smallest step of the length of a bundle. */
const STEP = 64 * 1024;

/** Looks through everything that a bundle will hold, reading each source's bytes once, and counts it. */
export async function planBundle(vault: GivingVault, order: BundleOrder): Promise<BundlePlan> {
  const { scope } = order;
  const within: BundlePlan['scope'] = order;
  const { stretches, before, ends } = await vault.beyond(order.before);
  const counts = { entries: 0, parts: 0, withheld: 0, blobs: 0, bytes: 0 };
  for await (const { parts } of entriesIn(vault, stretches)) {
    counts.entries++;
    const sent = parts.filter(({ of }) => isWithin(of, within)).length;
    counts.parts += sent;
    counts.withheld += parts.length - sent;
  }
  const { blobs, lacking } = await findBlobs(vault, stretches, within);
  counts.blobs = blobs.length;
  counts.bytes = blobs.reduce((sum, { length }) => sum + length, 0);
  const header: BundleHeader = {
    v: 1,
    bundle: newBundleId(order.random),
    workspace: vault.workspace,
    device: vault.device,
    person: vault.person,
    at: order.at,
    before: before.slice(0, MOST_HEADS),
    after: ends.slice(0, MOST_HEADS),
    scope: scope.type === 'all' ? 'all' : [...scope.collections],
    counts,
    complete: lacking === 0 && (await vault.lacksNothing()),
    recipient: order.recipient,
  };
  return { header, blobsLacking: lacking, stretches, scope: within, blobs };
}

/**
 * The inner stream of a planned bundle, filled up so that its length tells little. Throws `VaultMoved` when something was
 * erased or lost since it was counted.
 */
export async function* bundleBytes(vault: GivingVault, plan: BundlePlan): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let length = 0;
  for await (const bytes of contents(vault, plan)) {
    hash.update(bytes);
    length += bytes.length;
    yield bytes;
  }
  for (const frame of filling(length)) {
    hash.update(frame);
    yield frame;
  }
  yield encodeFrame('trailer', hexToBytes(vault.sign(new Uint8Array(hash.digest()))));
}

/** What was counted is no longer here: something was erased in between. Made again, the bundle will be right. */
export class VaultMoved extends Error {
  constructor() {
    super('the vault changed while a bundle was made of it');
  }
}

async function* contents(vault: GivingVault, plan: BundlePlan): AsyncGenerator<Uint8Array> {
  const said = plan.header.counts;
  yield bundleMagic();
  yield encodeFrame('header', encodeHeader(plan.header));
  let [entries, parts] = [0, 0];
  for await (const entry of entriesIn(vault, plan.stretches)) {
    entries++;
    yield encodeFrame('entry', entry.bytes);
    for (const part of entry.parts) {
      if (!isWithin(part.of, plan.scope)) continue;
      parts++;
      yield encodeFrame('part', partHead(part));
      for (const piece of cut(part.body)) yield encodeFrame('part-bytes', piece);
    }
  }
  if (entries !== said.entries || parts !== said.parts) throw new VaultMoved();
  for (const note of await vault.checkpoints()) yield encodeFrame('checkpoint', new TextEncoder().encode(note));
  for (const { source, length } of plan.blobs) {
    yield encodeFrame('blob', blobHead(source, length));
    let given = 0;
    for await (const chunk of await vault.bytesOf(source)) {
      given += chunk.length;
      for (const piece of cut(chunk)) yield encodeFrame('blob-bytes', piece);
    }
    if (given !== length) throw new VaultMoved();
  }
}

/** Frames of zeros after so many bytes, so that the stream with its trailer ends at a step. */
function* filling(length: number): Generator<Uint8Array> {
  const trailer = FRAME_HEAD + 64;
  let left = paddedTo(length + FRAME_HEAD + trailer, STEP) - length - trailer;
  while (left > 0) {
    const most = Math.min(left, FRAME_HEAD + FRAME_LIMIT);
    // What is left over must make a frame too.
    const take = left - most > 0 && left - most < FRAME_HEAD ? most - FRAME_HEAD : most;
    yield encodeFrame('filling', new Uint8Array(take - FRAME_HEAD));
    left -= take;
  }
}

async function* entriesIn(vault: GivingVault, stretches: readonly Stretch[]): AsyncGenerator<EntryAtHand> {
  let after: LeafHash | undefined;
  for (;;) {
    const page = await vault.entries(stretches, after);
    yield* page;
    after = page.at(-1)?.leaf;
    if (after === undefined) return;
  }
}

async function findBlobs(
  vault: GivingVault,
  stretches: readonly Stretch[],
  scope: BundlePlan['scope'],
): Promise<{ readonly blobs: BundlePlan['blobs']; readonly lacking: number }> {
  const blobs: { source: SourceId; length: number }[] = [];
  let lacking = 0;
  let after: string | undefined;
  do {
    const page = await vault.sources(after);
    for (const { source, device, seq, length } of page.items) {
      const isNew = stretches.some((each) => each.device === device && seq >= each.from && seq < each.to);
      if (!isNew || !isWithin([source], scope)) continue;
      if (await vault.isWhole(source)) blobs.push({ source, length });
      else lacking++;
    }
    after = page.next;
  } while (after !== undefined);
  return { blobs, lacking };
}

function isWithin(subjects: readonly SubjectId[], { scope, withheld }: BundlePlan['scope']): boolean {
  if (withheld !== undefined && subjects.some((subject) => withheld.has(subject))) return false;
  return scope.type === 'all' || subjects.every((subject) => scope.subjects.has(subject));
}
