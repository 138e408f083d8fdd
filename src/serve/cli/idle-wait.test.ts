import { describe, expect, it } from 'vitest';
import { waitIdle } from './idle-wait.ts';

const HOUR = 3_600_000;

describe('the wait for an idle lock', () => {
  it('H8: is over when the clock says so, although the timer stood still while the computer slept', async () => {
    let at = Date.parse('2026-02-03T22:00:00.000Z');
    const { over } = waitIdle(HOUR, () => new Date(at).toISOString(), 1);
    at += 9 * HOUR;
    expect(await over).toBe('idle');
  });

  it('H8: is over by the timer when the clock is set back', async () => {
    let at = Date.parse('2026-02-03T22:00:00.000Z');
    const { over } = waitIdle(20, () => new Date(at).toISOString(), 1);
    at -= 9 * HOUR;
    expect(await over).toBe('idle');
  });

  it('H8: ends nothing once it was called off', async () => {
    let at = Date.parse('2026-02-03T22:00:00.000Z');
    const { over, stop } = waitIdle(5, () => new Date(at).toISOString(), 1);
    stop();
    at += 9 * HOUR;
    const later = new Promise<'nothing'>((resolve) => setTimeout(() => resolve('nothing'), 50));
    expect(await Promise.race([over, later])).toBe('nothing');
  });
});
