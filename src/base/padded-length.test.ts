import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paddedTo } from './padded-length.ts';

it('V17, E11: a padded length is never shorter, a whole step, and above 256 steps at most 12 % longer', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 45 }), fc.constantFrom(4096, 65_536), (length, step) => {
      const padded = paddedTo(length, step);
      expect(padded).toBeGreaterThanOrEqual(length);
      expect(padded % step).toBe(0);
      if (length > 256 * step) expect(padded).toBeLessThan(length * 1.12);
      expect(paddedTo(padded, step)).toBe(padded);
    }),
  );
});
