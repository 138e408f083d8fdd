/**
 * A BCP 47 tag: `en`, `ko`, `zh-Hans`, `zh-Hant`, `zh` when only characters common to both scripts occur, others by
 * their two-letter code, and `und` when the text does not tell.
 */
export type Language = string;
