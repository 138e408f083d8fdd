import type { Quantity } from '../claim.ts';

/** What a quantity is made of beside its number. */
export type QuantityForm = 'number' | 'percent' | 'money' | 'rate' | 'vague';

/** A quantity and where its words stand, as offsets in the text that was read. */
export interface QuantitySpan extends Pick<Quantity, 'value' | 'low' | 'high' | 'op' | 'unit'> {
  readonly start: number;
  readonly end: number;
  /** The number with its money or percent alone, without what limits it. */
  readonly amountStart: number;
  readonly amountEnd: number;
  readonly counted: { readonly start: number; readonly end: number } | undefined;
  readonly form: QuantityForm;
}
