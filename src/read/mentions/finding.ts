import type { Mention } from '../claim.ts';

/** A mention before its surface is cut from the text. */
export type Finding = Omit<Mention, 'surface'>;

/** What a language's finder is given: a stretch of text with its place in the layer, and what earlier ones left. */
export interface Stretch {
  readonly text: string;
  readonly offset: number;
  readonly heading: boolean;
  /** Begins a block: where bylines and speakers' labels stand. */
  readonly opening: boolean;
}
