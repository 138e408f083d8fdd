import { randomBytes, randomInt } from 'node:crypto';

/** Bytes from the system, in the form in which the product is given them. */
export const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));

/** mulberry32: numbers from 0 to 1, the same for the same seed, so that a failure can be run again. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The seed that the environment names, so that a run can be repeated; otherwise another one each time. */
export function anySeed(): number {
  return Number(process.env['SEED'] ?? randomInt(1 << 30));
}
