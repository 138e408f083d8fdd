import type { Span } from '../anchor.ts';

/** A name with the title that makes its bearer a public speaker. */
export interface SpeakerHit {
  readonly start: number;
  readonly end: number;
  readonly title: Span;
}
