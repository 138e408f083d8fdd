/** Longest time between two attempts, in seconds. */
const LONGEST_WAIT = 60;

/**
 * Attempts at the passphrase: one at a time, and after each wrong one a wait, of 1, 2, 4 … up to 60 seconds. Whoever
 * loads the page anew waits all the same. `elapsed` tells milliseconds of a timer that nobody sets.
 */
export class Guesses {
  readonly #elapsed: () => number;
  #wrong: number;
  #notBefore: number;
  #underWay = false;

  /** `wrong`: how many were wrong before this process began, since one was right. */
  constructor(wrong: number, elapsed: () => number) {
    this.#elapsed = elapsed;
    this.#wrong = wrong;
    this.#notBefore = elapsed() + waitMs(wrong);
  }

  get wrong(): number {
    return this.#wrong;
  }

  /** Whole seconds until the next attempt is taken; 0 when it may be made now. */
  get waitSeconds(): number {
    return Math.max(0, Math.ceil((this.#notBefore - this.#elapsed()) / 1000));
  }

  /** Makes an attempt, when one may be made now; undefined when not. */
  async attempt<T>(make: () => Promise<T>, isRight: (outcome: T) => boolean): Promise<T | undefined> {
    if (this.#underWay || this.waitSeconds > 0) return undefined;
    this.#underWay = true;
    try {
      const outcome = await make();
      this.#wrong = isRight(outcome) ? 0 : this.#wrong + 1;
      this.#notBefore = this.#elapsed() + waitMs(this.#wrong);
      return outcome;
    } finally {
      this.#underWay = false;
    }
  }
}

function waitMs(wrong: number): number {
  return wrong === 0 ? 0 : Math.min(LONGEST_WAIT, 2 ** Math.min(30, wrong - 1)) * 1000;
}
