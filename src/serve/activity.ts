import { performance } from 'node:perf_hooks';
import type { Clock } from './clock.ts';

/** How often the clock is looked at, in milliseconds: what a computer that wakes up may stay open for. */
const LOOK_MS = 5000;

/** A wait that can be called off. */
export interface IdleWait {
  readonly over: Promise<'idle'>;
  readonly stop: () => void;
}

/**
 * When somebody last worked here, at the prompt or at the desk, and how long a vault stays open after that. Time is measured by a timer
 * and by the clock, and the longer counts: a timer stands still while the computer sleeps, so a vault left open in a closed
 * laptop locks when it wakes; and a clock that is set back keeps nothing open.
 */
export class Activity {
  readonly #now: Clock;
  #limitMs: number;
  #last: { readonly clock: number; readonly timer: number };
  #underWay = 0;

  constructor(limitMs: number, now: Clock) {
    this.#limitMs = limitMs;
    this.#now = now;
    this.#last = this.#moment();
  }

  get limitMs(): number {
    return this.#limitMs;
  }

  set limitMs(ms: number) {
    this.#limitMs = ms;
  }

  /** Somebody did something. */
  touch(): void {
    this.#last = this.#moment();
  }

  /** Something is being worked on until what is answered is called: no time is counted meanwhile. */
  begin(): () => void {
    this.touch();
    this.#underWay++;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.#underWay--;
      this.touch();
    };
  }

  /**
   * Waits for what may come, within something that is worked on: time is counted meanwhile, from what was done last, and `idle` is
   * answered when it was too long. So a folder that is followed keeps no vault open by itself.
   */
  async resting<T>(wait: () => Promise<T>): Promise<T | 'idle'> {
    this.#underWay--;
    const idle = this.wait();
    try {
      return await Promise.race([wait(), idle.over]);
    } finally {
      idle.stop();
      this.#underWay++;
    }
  }

  /** Milliseconds until the vault locks by itself; 0 or less when it should have. */
  get leftMs(): number {
    if (this.#underWay > 0) return this.#limitMs;
    const { clock, timer } = this.#moment();
    return this.#limitMs - Math.max(clock - this.#last.clock, timer - this.#last.timer);
  }

  /** Waits until nobody has worked for too long. */
  wait(lookMs: number = LOOK_MS): IdleWait {
    let stop = (): void => undefined;
    const over = new Promise<'idle'>((resolve) => {
      let timer = setTimeout(() => undefined, 0);
      const look = (): void => {
        clearTimeout(timer);
        const left = this.leftMs;
        if (left > 0) timer = setTimeout(look, Math.min(left, lookMs));
        else resolve('idle');
      };
      stop = () => clearTimeout(timer);
      look();
    });
    return { over, stop: () => stop() };
  }

  #moment(): { readonly clock: number; readonly timer: number } {
    return { clock: Date.parse(this.#now()), timer: performance.now() };
  }
}
