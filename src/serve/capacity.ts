/**
 * So much may be under way at once: so many things, of so many bytes together. One thing alone may be larger than all
 * bytes allow, since it has to go through some time. First come, first served.
 */
export class Capacity {
  readonly #things: number;
  readonly #bytes: number;
  readonly #waiting: { readonly bytes: number; readonly go: () => void }[] = [];
  #busy = 0;
  #held = 0;

  constructor(limit: { readonly things: number; readonly bytes: number }) {
    this.#things = limit.things;
    this.#bytes = limit.bytes;
  }

  /** Waits for room, runs, and gives the room back whatever happens. */
  async within<T>(bytes: number, run: () => Promise<T>): Promise<T> {
    await this.enter(bytes);
    try {
      return await run();
    } finally {
      this.leave(bytes);
    }
  }

  /** Waits for room and takes it. */
  async enter(bytes: number): Promise<void> {
    if (this.#waiting.length === 0 && this.#hasRoom(bytes)) {
      this.#take(bytes);
      return;
    }
    await new Promise<void>((resolve) => this.#waiting.push({ bytes, go: resolve }));
  }

  /** Gives room back to whoever waits longest. */
  leave(bytes: number): void {
    this.#busy--;
    this.#held -= bytes;
    for (let next = this.#waiting[0]; next !== undefined && this.#hasRoom(next.bytes); next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#take(next.bytes);
      next.go();
    }
  }

  #hasRoom(bytes: number): boolean {
    return this.#busy === 0 || (this.#busy < this.#things && this.#held + bytes <= this.#bytes);
  }

  #take(bytes: number): void {
    this.#busy++;
    this.#held += bytes;
  }
}
