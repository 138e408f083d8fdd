import { describe, expect, it } from 'vitest';
import { heldThrough, TRANSFORMS } from './gold-transforms.ts';

/** Of what is held as it stands; a transform with less is named in docs/read-protection.md, "What is weak". */
const LEAST = 0.95;

describe('M19: what is held in a sentence is held however it is written', () => {
  it.each(TRANSFORMS.map((one) => [one.name, one] as const))('%s', (_name, transform) => {
    const { held, wanted, lost } = heldThrough(transform);
    expect(wanted).toBeGreaterThan(5);
    expect([held / wanted >= LEAST, held / wanted >= LEAST ? [] : [`${held} of ${wanted}`, ...lost]]).toEqual([
      true,
      [],
    ]);
  });
});
