/**
 * Formulas by which a paper speaks of itself in a report of its own. From the usage of news writing: "X has learned" and
 * its like are said of the house alone; a paper that quotes another writes "X reported". The first group is the name.
 */
export const HOUSE_FORMULAS: readonly RegExp[] = [
  /(?<![\p{L}\p{M}.])(?:[Tt]he\s)?(\p{Lu}[\p{L}\p{N}’'&.-]{1,24}(?:\s(?:of\s|the\s)?\p{Lu}[\p{L}\p{N}’'&.-]{0,24}){0,4})\shas\s(?:exclusively\s)?(?:learned|learnt)(?=[\s.,;:”"])/u,
  /[《「『]([\p{Script=Han}A-Za-z0-9 ]{2,20})[》」』]\s?(?:从[^，。]{0,20})?(?:记者)?(?:获悉|獲悉|了解到|独家获悉)/u,
  /([\p{Script=Hangul}A-Za-z]{2,12}(?:일보|신문|뉴스|통신|방송|타임스|NK|저널))(?:이|가)?\s?(?:단독\s)?(?:취재|확인)한?\s?(?:결과|바에)/u,
];
