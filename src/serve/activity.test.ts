import { describe, expect, it } from 'vitest';
import { Activity } from './activity.ts';

const HOUR = 3_600_000;

/** A clock that is set by hand. */
function handClock(): { at: number; readonly now: () => string } {
  const clock = { at: Date.parse('2026-02-03T22:00:00.000Z'), now: () => new Date(clock.at).toISOString() };
  return clock;
}

const later = (ms: number): Promise<'nothing'> => new Promise((resolve) => setTimeout(() => resolve('nothing'), ms));

describe('the wait for an idle lock', () => {
  it('H8: is over when the clock says so, although the timer stood still while the computer slept', async () => {
    const clock = handClock();
    const { over } = new Activity(HOUR, clock.now).wait(1);
    clock.at += 9 * HOUR;
    expect(await over).toBe('idle');
  });

  it('H8: is over by the timer when the clock is set back', async () => {
    const clock = handClock();
    const { over } = new Activity(20, clock.now).wait(1);
    clock.at -= 9 * HOUR;
    expect(await over).toBe('idle');
  });

  it('H8: ends nothing once it was called off', async () => {
    const clock = handClock();
    const { over, stop } = new Activity(5, clock.now).wait(1);
    stop();
    clock.at += 9 * HOUR;
    expect(await Promise.race([over, later(50)])).toBe('nothing');
  });

  it('H8: counts while what is under way only waits for what may come, from what was done last', async () => {
    const clock = handClock();
    const activity = new Activity(HOUR, clock.now);
    const end = activity.begin();
    clock.at += 9 * HOUR;
    expect(activity.leftMs).toBe(HOUR);
    const over = activity.resting(() => new Promise<'came'>(() => undefined));
    expect(await over).toBe('idle');
    activity.touch();
    expect(await activity.resting(() => Promise.resolve('came'))).toBe('came');
    clock.at += 9 * HOUR;
    expect(activity.leftMs).toBe(HOUR);
    end();
  });

  it('D9: begins anew whenever somebody did something, and does not go on while something is under way', async () => {
    const clock = handClock();
    const activity = new Activity(HOUR, clock.now);
    clock.at += HOUR - 1000;
    expect(activity.leftMs).toBeLessThanOrEqual(1000);
    activity.touch();
    expect(activity.leftMs).toBeGreaterThan(HOUR - 1000);
    const end = activity.begin();
    const { over, stop } = activity.wait(1);
    clock.at += 9 * HOUR;
    expect(await Promise.race([over, later(30)])).toBe('nothing');
    end();
    end();
    expect(activity.leftMs).toBeGreaterThan(HOUR - 1000);
    clock.at += 9 * HOUR;
    expect(await over).toBe('idle');
    stop();
  });
});
