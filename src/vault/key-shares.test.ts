import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { joinShares, type KeyShare, readShare, shareToWords, splitSecret } from './key-shares.ts';

const secret = new Uint8Array(randomBytes(32));
const slot = 'ab'.repeat(16);

function pick(shares: readonly KeyShare[], ...numbers: readonly number[]): readonly KeyShare[] {
  return shares.filter(({ number }) => numbers.includes(number));
}

it('V28: any that suffice give the secret, as read from the words that were written', async () => {
  const shares = await splitSecret(secret, { slot, threshold: 2, count: 3 });
  const read: KeyShare[] = [];
  for (const share of shares) {
    const words = await shareToWords(share);
    expect(words).toHaveLength(34);
    const again = await readShare(words.map((word, i) => `${i + 1}. ${word.toUpperCase()}`).join('\n'));
    if (!again.ok) throw new Error(again.error.type);
    expect(again.value).toEqual(share);
    read.push(again.value);
  }
  for (const numbers of [
    [1, 2],
    [1, 3],
    [2, 3],
    [1, 2, 3],
  ] as const) {
    expect(await joinShares(pick(read, ...numbers))).toEqual({ ok: true, value: { slot, secret } });
  }
});

it('V28: too few, of two sets, the same one twice, and a slip are each refused by name', async () => {
  const shares = await splitSecret(secret, { slot, threshold: 3, count: 5 });
  const others = await splitSecret(secret, { slot: 'cd'.repeat(16), threshold: 3, count: 5 });
  const refusal = async (given: readonly KeyShare[]): Promise<unknown> => {
    const joined = await joinShares(given);
    return joined.ok ? 'joined' : joined.error;
  };
  expect(await refusal([])).toEqual({ type: 'shares-too-few', have: 0, needed: 2 });
  expect(await refusal(pick(shares, 2, 4))).toEqual({ type: 'shares-too-few', have: 2, needed: 3 });
  expect(await refusal([...pick(shares, 1, 2), ...pick(others, 3)])).toEqual({ type: 'shares-of-two-sets' });
  expect(await refusal([...pick(shares, 1, 2), ...pick(shares, 2)])).toEqual({ type: 'share-twice', number: 2 });
  const [first] = shares;
  if (first === undefined) throw new Error('no share');
  // Two that claim other numbers over one point were never split from one secret.
  expect(await refusal([first, { ...first, number: 2 }, { ...first, number: 3 }])).toEqual({
    type: 'shares-of-two-sets',
  });
  const words = await shareToWords(first);
  expect(await readShare(words.with(20, 'lanternfish').join(' '))).toEqual({
    ok: false,
    error: { type: 'word-unknown', at: 21 },
  });
  const slipped = words.with(20, words[20] === 'abacus' ? 'zoom' : 'abacus');
  expect(await readShare(slipped.join(' '))).toEqual({ ok: false, error: { type: 'check-word-differs' } });
  expect(await readShare(words.slice(1).join(' '))).toEqual({
    ok: false,
    error: { type: 'word-count-wrong', found: 33, needed: 34 },
  });
});

it('V28: numbers that no set has are refused, and none such is made', async () => {
  for (const [threshold, count] of [
    [1, 3],
    [4, 3],
    [2, 17],
    [0, 0],
    [2.5, 3],
  ] as const) {
    await expect(splitSecret(secret, { slot, threshold, count })).rejects.toThrow();
  }
  const [share] = await splitSecret(secret, { slot, threshold: 2, count: 2 });
  if (share === undefined) throw new Error('no share');
  for (const absurd of [{ number: 3 }, { number: 0 }, { threshold: 1 }, { threshold: 3 }, { count: 200 }]) {
    const words = await shareToWords({ ...share, ...absurd });
    expect(await readShare(words.join(' '))).toEqual({ ok: false, error: { type: 'check-word-differs' } });
  }
});

/** Product in GF(2^8) with the polynomial of AES (FIPS 197, section 4.2), bit by bit. */
function times(a: number, b: number): number {
  let [left, product] = [a, 0];
  for (let bits = b; bits > 0; bits >>= 1) {
    if ((bits & 1) === 1) product ^= left;
    left = left & 0x80 ? ((left << 1) ^ 0x1b) & 0xff : left << 1;
  }
  return product;
}

function inverse(a: number): number {
  for (let b = 1; b < 256; b++) if (times(a, b) === 1) return b;
  throw new Error('zero has no inverse');
}

it('V28: another implementation, straight from the page, joins them to the same secret', async () => {
  const shares = pick(await splitSecret(secret, { slot, threshold: 3, count: 5 }), 5, 1, 3);
  const points = shares.map(({ bytes }) => bytes[32] ?? 0);
  const joined = Array.from({ length: 32 }, (_, i) =>
    shares.reduce((sum, { bytes }, at) => {
      const [own = 0, ...others] = [points[at], ...points.filter((_point, each) => each !== at)];
      const weight = others.reduce<number>((product, x = 0) => times(product, times(x, inverse(x ^ own))), 1);
      return sum ^ times(bytes[i] ?? 0, weight);
    }, 0),
  );
  expect(Uint8Array.from(joined)).toEqual(secret);
});

it('V28: one share fewer than suffice says nothing: joined all the same, it gives other bytes', async () => {
  const shares = await splitSecret(secret, { slot, threshold: 3, count: 3 });
  const fewer = pick(shares, 1, 2).map((share) => ({ ...share, threshold: 2 }));
  const joined = await joinShares(fewer);
  expect(joined.ok && Buffer.from(joined.value.secret).equals(secret)).toBe(false);
});
