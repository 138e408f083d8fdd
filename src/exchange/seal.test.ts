import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { openSeal, SealBroken, type SealKey, seal } from './seal.ts';
import { makeSealingKey } from './sealing-key.ts';

const VECTORS = join(import.meta.dirname, '../../../shared/testdata/age-vectors');
const vectors = existsSync(VECTORS) ? readdirSync(VECTORS).filter((name) => /^[a-z0-9_]+$/.test(name)) : [];
const absent = vectors.length === 0 ? ' (SKIPPED: ../shared is not here)' : '';

interface Vector {
  readonly expect: string;
  readonly payload: string | undefined;
  readonly keys: readonly SealKey[];
  readonly file: Uint8Array;
}

/** A test file of C2SP's CCTV: lines of `name: value`, an empty line, and the age file, packed when it is large. */
function readVector(name: string): Vector {
  const bytes = readFileSync(join(VECTORS, name));
  const end = bytes.indexOf('\n\n');
  const lines = bytes.subarray(0, end).toString('latin1').split('\n');
  const values = (wanted: string): readonly string[] =>
    lines.filter((line) => line.startsWith(`${wanted}: `)).map((line) => line.slice(wanted.length + 2));
  const body = bytes.subarray(end + 2);
  return {
    expect: values('expect')[0] ?? '',
    payload: values('payload')[0],
    keys: [
      ...values('identity').map((identity) => ({ type: 'identity' as const, identity })),
      ...values('passphrase').map((passphrase) => ({ type: 'passphrase' as const, passphrase })),
    ],
    file: values('compressed')[0] === 'zlib' ? inflateSync(body) : body,
  };
}

/** What opening came to, in the words of the vectors, and the SHA-256 of what was given. */
async function outcomeOf({ file, keys }: Pick<Vector, 'file' | 'keys'>): Promise<readonly [string, string]> {
  const opened = await openSeal(pieces(file, 1000), keys);
  if (!opened.ok) {
    if (opened.error.type === 'not-sealed-to-us') return ['no match', ''];
    return [`${opened.error.part === 'mac' ? 'HMAC' : opened.error.part} failure`, ''];
  }
  const hash = createHash('sha256');
  try {
    for await (const chunk of opened.value) hash.update(chunk);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return ['payload failure', hash.digest('hex')];
  }
  return ['success', hash.digest('hex')];
}

function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const held: Uint8Array[] = [];
  for await (const chunk of chunks) held.push(chunk);
  return Buffer.concat(held);
}

it.skipIf(vectors.length === 0)(
  `E7: every published age vector (${vectors.length}) opens, or fails as it should, in the function that opens bundles${absent}`,
  async () => {
    expect(vectors).toHaveLength(143);
    const differing: unknown[] = [];
    for (const name of vectors) {
      const vector = readVector(name);
      const [said, digest] = await outcomeOf(vector);
      const right = said === vector.expect && (said !== 'success' || digest === vector.payload);
      if (!right) differing.push({ name, expected: vector.expect, said });
    }
    expect(differing).toEqual([]);
  },
);

it('E7: what was sealed opens for each of its recipients, at every length around the edges of a chunk, and for nobody else', async () => {
  const [one, two, other] = await Promise.all([makeSealingKey(), makeSealingKey(), makeSealingKey()]);
  for (const length of [0, 1, 65_535, 65_536, 65_537, 200_000]) {
    const plain = randomBytes(length);
    const sealed = await gathered(seal(pieces(plain, 777), [one.recipient, two.recipient]));
    for (const { identity } of [one, two]) {
      const opened = await openSeal(pieces(sealed, 4096), [
        { type: 'identity', identity: other.identity },
        { type: 'identity', identity },
      ]);
      expect(opened.ok && (await gathered(opened.value)).equals(plain)).toBe(true);
    }
    const closed = await openSeal([sealed], [{ type: 'identity', identity: other.identity }]);
    expect(closed).toEqual({ ok: false, error: { type: 'not-sealed-to-us' } });
  }
});

it('E7: a header without end is given up, and an error of the file passes through', async () => {
  const { identity, recipient } = await makeSealingKey();
  let given = 0;
  function* endless(): Generator<Uint8Array> {
    yield Buffer.from('age-encryption.org/v1\n');
    for (;;) {
      given += 4096;
      yield new Uint8Array(4096).fill(0x61);
    }
  }
  const keys = [{ type: 'identity' as const, identity }];
  expect(await openSeal(endless(), keys)).toEqual({ ok: false, error: { type: 'seal-broken', part: 'header' } });
  expect(given).toBeLessThan(200_000);
  const sealed = await gathered(seal([randomBytes(300_000)], [recipient]));
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield sealed.subarray(0, 100_000);
    throw new Error('the disk fails');
  }
  const read = async (): Promise<Buffer> => {
    const opened = await openSeal(failing(), keys);
    if (!opened.ok) throw new Error(opened.error.type);
    return gathered(opened.value);
  };
  await expect(read()).rejects.toThrow('the disk fails');
});
