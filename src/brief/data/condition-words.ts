/**
 * English words that make a statement hold only sometimes, or in part. A sentence with one is quoted and never
 * restated: a condition dropped on the way is the commonest way in which a rule turns into another. From grammars and guides
 * to legal drafting; a word too many costs a restatement, a word too few could cost a condition. (Chinese and Korean
 * passages are always quoted.)
 */
export const CONDITION_WORDS: RegExp =
  /\b(?:if|unless|except|excluding|including|provided|providing|only|when|whenever|where|until|while|without|subject|condition|case|event|otherwise|not|no|never|none|nor|neither|may|might|could|would|should|must|shall|will|some|part|partly|among|but|however|although|though)\b|n[’']t\b/i;

/**
 * What may stand between a thing counted and its number for the two to be said again in other words. Anything else,
 * such as a verb ("deported"), a total ("in all") or a comparator outside the figure, and the passage is quoted.
 */
export const LINK_WORDS: ReadonlySet<string> = new Set(
  'the a an number of there is are was were has have had been numbers numbered stands stood reaches reached at'.split(
    ' ',
  ),
);

/** Link words that are themselves the comparator "more than". */
export const EXCEED_WORDS: ReadonlySet<string> = new Set('exceeds exceed exceeded exceeding'.split(' '));

/** What may stand around such a count besides the names of who said so, since the sentence says who did. */
export const SAYING_WORDS: ReadonlySet<string> = new Set(
  'according to the a of by from and said says reports reported that'.split(' '),
);
