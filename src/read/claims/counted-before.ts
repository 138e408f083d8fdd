/** What the sentences before leave for the next one: what was counted last, what money was spoken of. */
export interface CountedBefore {
  /** Unit of what was counted last, for "four of them". */
  readonly unit: string | undefined;
  /** Unit of the first plural of the last sentence that had one, for "only a few came". English alone. */
  readonly subject: string | undefined;
  /** The currency of the last sum of money, for "now the price exceeds 100,000". */
  readonly money: string | undefined;
  /** What a document means by 원 once it has said so (인민폐 5,000원): in notices of the People's Republic the yuan. */
  readonly won: string | undefined;
}

export const NOTHING_COUNTED: CountedBefore = { unit: undefined, subject: undefined, money: undefined, won: undefined };
