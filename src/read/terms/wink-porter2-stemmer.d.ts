declare module 'wink-porter2-stemmer' {
  /** The stem of a lower-case English word. */
  function stem(word: string): string;
  export = stem;
}
