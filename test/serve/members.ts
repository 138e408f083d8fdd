import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hexToBytes } from '../../src/base/index.ts';
import { encodeFrame, type Frame, readFrames } from '../../src/exchange/frame.ts';
import { openSeal, type SealKey, seal, type TakeReceipt } from '../../src/exchange/index.ts';
import { ownSealingKey } from '../../src/serve/addressees.ts';
import { type GiveReceipt, giveBundle, takeFile } from '../../src/serve/bundles.ts';
import { personEnrolled } from '../../src/serve/drafts.ts';
import { type CollectionRow, createVault, joinVault, Vault } from '../../src/vault/index.ts';
import { KDF_FLOOR } from '../../src/vault/key-slot.ts';
import { must } from '../must.ts';
import { random } from '../random.ts';
import { now, passphrase, worker } from '../vault/temporary-vault.ts';

/** Somebody with a vault of their own and the age recipient that it is given bundles for. */
export interface Member {
  readonly name: string;
  readonly folder: string;
  readonly recipient: string;
  vault: Vault;
}

const clock = (): string => now;

/** People of one workspace, each with a real vault in a folder of its own. Bundles lie beside the vaults. */
export class Office {
  readonly base: string = mkdtempSync(join(tmpdir(), 'daybook-office-'));
  readonly members: Member[] = [];

  /** The first founds the workspace, the others are admitted by the first; they have taken nothing yet. */
  static async of(...names: readonly string[]): Promise<Office> {
    const office = new Office();
    for (const name of names) await office.add(name);
    return office;
  }

  async add(name: string): Promise<Member> {
    const [founder] = this.members;
    const folder = join(this.base, name);
    const options = { folder, passphrase, worker, now, cost: KDF_FLOOR };
    const made =
      founder === undefined
        ? await createVault({ ...options, personName: name })
        : await joinVault({ ...options, workspace: founder.vault.workspace });
    if (!made.ok) throw new Error(made.error.type);
    const vault = made.value;
    const { recipient } = must(await ownSealingKey(vault, clock));
    if (founder !== undefined) {
      const draft = personEnrolled(vault.possession(), { name, recipient }, now);
      must(await founder.vault.append({ drafts: [draft], blobs: [], suggestions: [] }));
    }
    const member = { name, folder, recipient, vault };
    this.members.push(member);
    return member;
  }

  path(name: string): string {
    return join(this.base, name);
  }

  /** A bundle of one member's for others; answers its file. */
  async give(
    from: Member,
    to: readonly Member[],
    options: { readonly all?: boolean; readonly collection?: CollectionRow } = {},
  ): Promise<GiveReceipt> {
    return must(
      await giveBundle(from.vault, {
        recipients: to.map(({ recipient }) => recipient),
        names: to.map(() => null),
        collection: options.collection,
        all: options.all ?? false,
        path: (bundle) => this.path(`${bundle}.age`),
        now: clock,
        random,
      }),
    );
  }

  /** What taking a file came to: its receipt, or the name of why not. */
  async take(member: Member, path: string): Promise<TakeReceipt | string> {
    const taken = await takeFile(member.vault, path, clock);
    return taken.ok ? taken.value : taken.error.type;
  }

  async taken(member: Member, path: string): Promise<TakeReceipt> {
    const taken = await this.take(member, path);
    if (typeof taken === 'string') throw new Error(taken);
    return taken;
  }

  /** The first gives everything to all, hears from each, and gives again: afterwards all hold the same. */
  async level(members: readonly Member[] = this.members): Promise<void> {
    const [first, ...others] = members;
    if (first === undefined || others.length === 0) return;
    const spread = async (): Promise<void> => {
      const { path } = await this.give(first, others, { all: true });
      for (const member of others) await this.taken(member, path);
    };
    await spread();
    for (const member of others) await this.taken(first, (await this.give(member, [first])).path);
    await spread();
  }

  /** The frames inside a bundle that a member can open. */
  async frames(member: Member, path: string): Promise<readonly Frame[]> {
    const opened = must(await openSeal([readFileSync(path)], await keysOf(member.vault)));
    const frames: Frame[] = [];
    for await (const frame of readFrames(opened)) frames.push(frame);
    return frames;
  }

  /** Frames as a bundle again, signed by a member's device, sealed to another. */
  async forge(
    frames: readonly Pick<Frame, 'type' | 'body'>[],
    { signer, to }: { readonly signer: Member | undefined; readonly to: Member },
  ): Promise<string> {
    const body = innerStream(frames, signer);
    return this.sealed(body, to);
  }

  /** Any bytes, sealed to a member. */
  async sealed(inner: Uint8Array, to: Member): Promise<string> {
    const path = this.path(`${randomBytes(8).toString('hex')}.age`);
    const pieces: Uint8Array[] = [];
    for await (const piece of seal([inner], [to.recipient])) pieces.push(piece);
    writeFileSync(path, Buffer.concat(pieces));
    return path;
  }

  async reopen(member: Member): Promise<void> {
    await member.vault.close();
    const opened = await Vault.open({ folder: member.folder, passphrase, worker, now });
    if (!opened.ok) throw new Error(opened.error.type);
    member.vault = opened.value;
  }

  async close(): Promise<void> {
    for (const { vault } of this.members) await vault.close();
    rmSync(this.base, { recursive: true, force: true });
  }
}

/** Frames without the trailer as a stream that a device signed; unsigned: with a signature of zeros. */
function innerStream(frames: readonly Pick<Frame, 'type' | 'body'>[], signer: Member | undefined): Uint8Array {
  const before = Buffer.concat([
    Buffer.from('daybook-bundle/1\n'),
    ...frames.filter(({ type }) => type !== 'trailer').map(({ type, body }) => encodeFrame(type, body)),
  ]);
  return resign(Buffer.concat([before, encodeFrame('trailer', new Uint8Array(64))]), signer);
}

/** A stream with its last 64 bytes replaced by the signature that belongs to it. */
export function resign(stream: Uint8Array, signer: Member | undefined): Uint8Array {
  const before = stream.subarray(0, stream.length - 69);
  const digest = new Uint8Array(createHash('sha256').update(before).digest());
  const signature =
    signer === undefined ? new Uint8Array(64) : hexToBytes(signer.vault.state('device', 'bundle', digest));
  return new Uint8Array(Buffer.concat([before, encodeFrame('trailer', signature)]));
}

async function keysOf(vault: Vault): Promise<readonly SealKey[]> {
  return (await vault.query('sealingKeys', undefined)).map(({ identity }) => ({ type: 'identity', identity }));
}

export async function dumpOf(vault: Vault): Promise<string> {
  return (await vault.query('dump', undefined)).digest;
}
