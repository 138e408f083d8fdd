import type { Span } from '../anchor.ts';
import type { Attribution, Basis, Quantity, StatedPlace } from '../claim.ts';
import type { FoundAttribution } from '../quotations/read-attributions.ts';
import type { DataSource } from './data-source.ts';

/** The languages that claims are read in. */
export type ReadLanguage = 'en' | 'zh' | 'ko';

/** Words that say when. */
export interface DateWords extends Span {
  /** EDTF; null when the words cannot be resolved. */
  readonly norm: string | null;
  /** Whether it rests on the document's own date. */
  readonly relative: boolean;
  /** "still", 目前: true of any statement, so it yields to every other date. */
  readonly weak: boolean;
  /** Whether no year was said: the latest was taken that is not after the document. */
  readonly yearless?: boolean;
  /** What it rests on, where that is another date of the text. */
  readonly basis?: Basis;
}

/** A quantity and where its words stand. */
export interface QuantityWords extends Span {
  readonly quantity: Quantity;
}

/** A place and where its name stands. */
export interface PlaceWords extends Span {
  readonly place: StatedPlace;
  /** The two countries of a border, or of what lies on one, when they are known. */
  readonly border: string | undefined;
  /** Words for a border that do not say whose: what the document spoke of before may tell. */
  readonly openBorder: boolean;
  /** A type of place of theme packs, `border`, or `unknown`. */
  readonly type?: string;
  /** What lies around it, the nearest first, where a pack or the text knows. */
  readonly above?: readonly AbovePlace[];
}

/** A place around another, with its type. */
export interface AbovePlace {
  readonly type: string;
  readonly norm: string;
  readonly id?: string;
}

/** A source as a text names or describes it, and where. */
export interface SourceWords extends Span {
  readonly link: Pick<Attribution, 'role' | 'name' | 'type'>;
}

/** What was found in a stretch of text, each in its order; all offsets are the layer's. */
export interface Findings {
  readonly dates: readonly DateWords[];
  readonly quantities: readonly QuantityWords[];
  readonly places: readonly PlaceWords[];
  readonly speech: readonly FoundAttribution[];
  /** The source that an English sentence names by the grammar of figures; undefined when it names none. */
  readonly stated: SourceWords | undefined;
  /** The law that the sentence has its rules from; undefined when it names none. */
  readonly law: SourceWords | undefined;
  /** Whose figures the sentence gives. */
  readonly data: readonly DataSource[];
}

/** Those of a list in text order that stand wholly in a span. Looks at few: the beginning is found by halving. */
export function within<T extends Span>(list: readonly T[], { start, end }: Span): readonly T[] {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let i = low; i < list.length; i++) {
    const each = list[i];
    if (each === undefined || each.start >= end) break;
    if (each.end <= end) found.push(each);
  }
  return found;
}

/** Whether two spans share a character. */
export function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
