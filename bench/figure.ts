/** One measured number, printed as one JSON line. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** How many were measured. */
  readonly n: number;
  /** What else did the same work in the same run, and value ÷ its value. */
  readonly peer?: string;
  readonly ratio?: number;
  readonly conditions: string;
}
