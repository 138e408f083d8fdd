/**
 * Beginnings that other forms of a Korean verb share with the one that was typed (docs/search.md S5): 건넜다 gives 건너,
 * 닫혔다 gives 닫혀 and 닫히, 갚았다 gives 갚아, 갚은 and the like. Of regular verbs, with the contractions of their vowels;
 * at most twenty-four, none the word itself. Empty for a word that ends like none.
 */
export function verbBeginnings(word: string): readonly string[] {
  const made = new Set<string>();
  for (const stem of stemsOf(word)) {
    // A stem of several syllables ends in a vowel that every form shows; one that ends in a consonant takes a vowel.
    if (stem.length >= 2 && tailOf(stem) === 0) made.add(stem);
    for (const joined of joinedForms(stem)) made.add(joined);
  }
  made.delete(word);
  return [...made].filter((each) => each.length >= 2).slice(0, MOST_FORMS);
}

const MOST_FORMS = 24;

/** What stands after the past tense, after a plain stem, and after one that took ㄴ. */
const AFTER_PAST = /^(?<stem>.*[가-힣])(?:다|다고|다는|다며|고|던|지만|는데|으며|으나|습니다|을|을까|기)$/u;
const AFTER_STEM = /^(?<stem>[가-힣]{1,6}?)(?:는다|고|지|기|는|던|게|도록|거나|려고|면|며|면서|자|다)$/u;
const TAIL = { n: 4, ss: 20 } as const;

function stemsOf(word: string): readonly string[] {
  if (!/^[가-힣]{2,8}$/u.test(word)) return [];
  const stems = new Set<string>();
  const past = AFTER_PAST.exec(word)?.groups?.['stem'] ?? (tailOf(word) === TAIL.ss ? word : undefined);
  if (past !== undefined && tailOf(past) === TAIL.ss)
    for (const stem of uncontracted(withTail(past, 0))) stems.add(stem);
  else {
    const plain = AFTER_STEM.exec(word)?.groups?.['stem'];
    if (plain !== undefined && word.endsWith('다')) {
      stems.add(tailOf(plain) === TAIL.n ? withTail(plain, 0) : plain);
    }
    // 잠긴, 팔려간: a form before a noun. Nouns end so too; what this makes of them is no word.
    if (tailOf(word) === TAIL.n && !word.endsWith('은') && !word.endsWith('는')) stems.add(withTail(word, 0));
    if (word.length >= 2 && (word.endsWith('은') || word.endsWith('는')) && tailOf(word.slice(0, -1)) > 0)
      stems.add(word.slice(0, -1));
  }
  return [...stems];
}

const VOWEL = { a: 0, ae: 1, eo: 4, e: 5, yeo: 6, o: 8, wa: 9, u: 13, wo: 14, eu: 18, i: 20 } as const;

/** The stems that a past form without its ㅆ may come from: 막혀 from 막히, 도와 from 도오, 갚아 from 갚. */
function uncontracted(joined: string): readonly string[] {
  const stems = [joined];
  const vowel = vowelOf(joined);
  const lead = leadOf(joined);
  const body = joined.slice(0, -1);
  if ((vowel === VOWEL.a || vowel === VOWEL.eo || vowel === VOWEL.yeo) && lead === SILENT && body !== '') return [body];
  if (vowel === VOWEL.yeo) stems.push(withVowel(joined, VOWEL.i));
  if (vowel === VOWEL.wa) stems.push(withVowel(joined, VOWEL.o));
  if (vowel === VOWEL.wo) stems.push(withVowel(joined, VOWEL.u));
  if (vowel === VOWEL.eo || vowel === VOWEL.a) stems.push(withVowel(joined, VOWEL.eu));
  return stems;
}

/** A stem with what verbs take next, contracted where speech contracts it. */
function joinedForms(stem: string): readonly string[] {
  if (tailOf(stem) > 0) {
    return ['아', '어', '았', '었', '은', '는', '을', '고', '지', '기', '던', '게', '으'].map((next) => stem + next);
  }
  const joined: string[] = [];
  const vowel = vowelOf(stem);
  const bases = [stem];
  if (vowel === VOWEL.i) bases.push(withVowel(stem, VOWEL.yeo));
  if (vowel === VOWEL.o) bases.push(withVowel(stem, VOWEL.wa));
  if (vowel === VOWEL.u) bases.push(withVowel(stem, VOWEL.wo));
  if (vowel === VOWEL.eu) bases.push(withVowel(stem, VOWEL.eo), withVowel(stem, VOWEL.a));
  for (const base of bases) {
    if (base !== stem) joined.push(base);
    joined.push(withTail(base, TAIL.ss));
  }
  joined.push(withTail(stem, TAIL.n), withTail(stem, 8), withTail(stem, 16), withTail(stem, 17));
  if (stem.length === 1) joined.push(...['고', '지', '기', '는', '던', '게'].map((next) => stem + next));
  return joined;
}

const FIRST = 0xac00;
const TAILS = 28;
const VOWELS = 21;
const SILENT = 11;

const indexOf = (text: string): number => text.charCodeAt(text.length - 1) - FIRST;
const tailOf = (text: string): number => indexOf(text) % TAILS;
const vowelOf = (text: string): number => Math.floor(indexOf(text) / TAILS) % VOWELS;
const leadOf = (text: string): number => Math.floor(indexOf(text) / (TAILS * VOWELS));

function withTail(text: string, tail: number): string {
  return text.slice(0, -1) + String.fromCharCode(FIRST + indexOf(text) - tailOf(text) + tail);
}

function withVowel(text: string, vowel: number): string {
  return text.slice(0, -1) + String.fromCharCode(FIRST + (leadOf(text) * VOWELS + vowel) * TAILS + tailOf(text));
}
