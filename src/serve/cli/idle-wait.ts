import type { Clock } from '../clock.ts';

/** How often the clock is looked at, in milliseconds: what a computer that wakes up may stay open for. */
const LOOK_MS = 5000;

/** A wait that can be called off. */
export interface IdleWait {
  readonly over: Promise<'idle'>;
  readonly stop: () => void;
}

/**
 * Waits so many milliseconds. A timer stands still while the computer sleeps, so the clock is looked at as well: a vault
 * left open in a closed laptop locks when it wakes. Whichever says first that the time is over is believed; a clock that
 * is set back keeps nothing open.
 */
export function waitIdle(ms: number, now: Clock, lookMs: number = LOOK_MS): IdleWait {
  const begun = Date.parse(now());
  let stop = (): void => undefined;
  const over = new Promise<'idle'>((resolve) => {
    const end = (): void => {
      stop();
      resolve('idle');
    };
    const timer = setTimeout(end, ms);
    const look = setInterval(() => {
      if (Date.parse(now()) - begun >= ms) end();
    }, lookMs);
    stop = () => {
      clearTimeout(timer);
      clearInterval(look);
    };
  });
  return { over, stop: () => stop() };
}
