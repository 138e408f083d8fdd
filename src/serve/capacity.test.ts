import { expect, it } from 'vitest';
import { Capacity } from './capacity.ts';

it('never more things or bytes are under way than allowed, and one that is too large goes alone', async () => {
  const limit = { things: 3, bytes: 100 };
  const capacity = new Capacity(limit);
  const under = new Set<{ readonly bytes: number }>();
  let most = 0;
  const sizes = [10, 60, 60, 5, 5, 5, 5, 500, 10, 90, 90, 0, 0, 0];
  await Promise.all(
    sizes.map((bytes) =>
      capacity.within(bytes, async () => {
        const thing = { bytes };
        under.add(thing);
        const held = [...under].reduce((sum, each) => sum + each.bytes, 0);
        most = Math.max(most, under.size);
        expect(under.size).toBeLessThanOrEqual(limit.things);
        if (under.size > 1) expect(held).toBeLessThanOrEqual(limit.bytes);
        await Promise.resolve();
        under.delete(thing);
      }),
    ),
  );
  expect(under.size).toBe(0);
  expect(most).toBeGreaterThan(1);
});

it('one that fails gives its room back', async () => {
  const capacity = new Capacity({ things: 1, bytes: 1 });
  await expect(capacity.within(1, () => Promise.reject(new Error('broke')))).rejects.toThrow('broke');
  expect(await capacity.within(1, () => Promise.resolve('went'))).toBe('went');
});
