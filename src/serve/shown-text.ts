import { isProtected, type Mention, type Span, VEIL } from '../read/index.ts';

/** A stretch of a layer that is written over. */
interface Veil extends Span {
  readonly type: string;
  readonly reason: string;
}

/** Words of a shown text that are written over: where the veil stands, and why. */
export interface ShownVeil extends Span {
  readonly type: string;
  readonly reason: string;
}

/**
 * A layer's text as it is shown, protected words written over, with the way from its offsets to the shown text's and back. A veil is
 * all or nothing: what begins or ends inside one is taken to begin or end with it, since its inside is nowhere.
 */
export class ShownText {
  readonly text: string;
  readonly veils: readonly ShownVeil[];
  readonly #hidden: readonly Veil[];
  /** For each veil: by how much the shown text is ahead of the layer behind it. */
  readonly #shifts: readonly number[];

  private constructor(text: string, hidden: readonly Veil[]) {
    const pieces: string[] = [];
    const veils: ShownVeil[] = [];
    const shifts: number[] = [];
    let at = 0;
    let length = 0;
    for (const { start, end, type, reason } of hidden) {
      pieces.push(text.slice(at, start), VEIL);
      length += start - at;
      veils.push({ start: length, end: length + VEIL.length, type, reason });
      length += VEIL.length;
      shifts.push(length - end);
      at = end;
    }
    pieces.push(text.slice(at));
    this.text = pieces.join('');
    this.veils = veils;
    this.#hidden = hidden;
    this.#shifts = shifts;
  }

  /**
   * With the mentions of the whole layer, in text order. Undefined: nobody knows what is protected, so all of it is. Without
   * its text, the offsets alone are right.
   */
  static veiled(text: string, mentions: readonly Mention[] | undefined): ShownText {
    if (mentions !== undefined) return new ShownText(text, veilsOf(mentions));
    return new ShownText(text, text === '' ? [] : [{ start: 0, end: text.length, type: 'text', reason: 'not-read' }]);
  }

  /** With nothing written over. */
  static revealed(text: string): ShownText {
    return new ShownText(text, []);
  }

  /** Where a stretch of the layer stands in the shown text. */
  toShown({ start, end }: Span): Span {
    return { start: this.#shown(start, 'start'), end: this.#shown(end, 'end') };
  }

  /** Whether nothing of a stretch of the layer is written over. */
  isOpen({ start, end }: Span): boolean {
    const veil = this.#hidden[lastBefore(this.#hidden, end, 'end')];
    return veil === undefined || veil.end <= start;
  }

  /** Which stretch of the layer a stretch of the shown text is. */
  toLayer({ start, end }: Span): Span {
    return { start: this.#layer(start, 'start'), end: this.#layer(end, 'end') };
  }

  #shown(at: number, side: 'start' | 'end'): number {
    const before = lastBefore(this.#hidden, at, side);
    const hidden = this.#hidden[before];
    const veil = this.veils[before];
    if (hidden === undefined || veil === undefined) return at;
    return at < hidden.end ? veil[side] : at + (this.#shifts[before] ?? 0);
  }

  #layer(at: number, side: 'start' | 'end'): number {
    const before = lastBefore(this.veils, at, side);
    const hidden = this.#hidden[before];
    const veil = this.veils[before];
    if (hidden === undefined || veil === undefined) return at;
    return at < veil.end ? hidden[side] : at - (this.#shifts[before] ?? 0);
  }
}

/**
 * The last of some ascending stretches into which, or behind which, an edge falls; -1 when there is none. A stretch that ends where a veil
 * begins is before it.
 */
function lastBefore(stretches: readonly Span[], at: number, side: 'start' | 'end'): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = stretches[middle]?.start ?? 0;
    if (side === 'start' ? start <= at : start < at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Protected mentions as veils; those that touch or overlap are one, since their number is nobody's business either. */
function veilsOf(mentions: readonly Mention[]): readonly Veil[] {
  const veils: { start: number; end: number; readonly type: string; readonly reason: string }[] = [];
  for (const mention of mentions) {
    const { start, end, type, reason } = mention;
    if (!isProtected(mention) || end <= start) continue;
    const last = veils.at(-1);
    if (last === undefined || start > last.end) veils.push({ start, end, type, reason });
    else if (end > last.end) last.end = end;
  }
  return veils;
}
