import { once } from '../once.ts';
import { PARTICLES, VERB_ENDINGS } from './data/korean-endings.ts';
import { NORTH_SOUTH } from './data/north-south-words.ts';

/**
 * The noun that stands before a particle or a verb ending: 북한에서 gives 북한, 송환되었다 gives 송환. Undefined when the
 * word has none that leaves two syllables; 전문가 keeps its 가, which after 문 is no particle (docs/search.md S5).
 */
export function koreanStem(word: string): string | undefined {
  for (const { text, before } of endings()) {
    if (word.length - text.length < 2 || !word.endsWith(text)) continue;
    const stem = word.slice(0, -text.length);
    if (!before(stem.charCodeAt(stem.length - 1))) continue;
    return stem.length > 2 && stem.endsWith('들') ? stem.slice(0, -1) : stem;
  }
  return undefined;
}

/** Whether what stands after a noun in its word leaves the noun a word: nothing, a particle, 들 or both. */
export function isParticle(rest: string, lastOfNoun: number): boolean {
  if (rest === '' || rest === '들') return true;
  return particles().some(({ text, before }) =>
    rest === text ? before(lastOfNoun) : rest === `들${text}` && before(LAST_OF_PLURAL),
  );
}

interface Ending {
  readonly text: string;
  readonly before: (last: number) => boolean;
}

const FIRST_SYLLABLE = 0xac00;
const TAILS = 28;
const TAIL_L = 8;
const LAST_OF_PLURAL = '들'.charCodeAt(0);

const isSyllable = (code: number): boolean => code >= FIRST_SYLLABLE && code <= 0xd7a3;
const tailOf = (code: number): number => (isSyllable(code) ? (code - FIRST_SYLLABLE) % TAILS : 0);

const particles: () => readonly Ending[] = once(() => {
  const list = (text: string, before: Ending['before']): readonly Ending[] =>
    text.split(' ').map((each) => ({ text: each, before }));
  return longestFirst([
    ...list(PARTICLES.either, () => true),
    ...list(PARTICLES.afterConsonant, (last) => tailOf(last) > 0),
    ...list(PARTICLES.afterVowel, (last) => tailOf(last) === 0),
    ...list(PARTICLES.afterVowelOrL, (last) => tailOf(last) === 0 || tailOf(last) === TAIL_L),
  ]);
});

const endings: () => readonly Ending[] = once(() =>
  longestFirst([...particles(), ...VERB_ENDINGS.map((text) => ({ text, before: () => true }))]),
);

function longestFirst(endings: readonly Ending[]): readonly Ending[] {
  return [...endings].sort((a, b) => b.text.length - a.text.length);
}

const LEADS = { n: 2, r: 5, silent: 11 } as const;
const VOWELS = 21;
const VOWEL_EO = 4;
const VOWEL_YEO = 6;
/** ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ: before these the South drops ㄴ and ㄹ at the beginning of a word. */
const Y_VOWELS: ReadonlySet<number> = new Set([2, 3, 6, 7, 12, 17, 20]);

/**
 * Spellings that the other Korean state may give a word (docs/search.md S6): ㄹ and ㄴ at the beginning of a word or of
 * a word in it (련락/연락, 로동/노동, 국제련합/국제연합), 률/율 and 렬/열, 되여/되어, and listed words. At most twelve,
 * none the word itself. Most are no words at all and find nothing.
 */
export function otherSpellings(word: string): readonly string[] {
  const made = new Set<string>();
  for (const [north, south] of NORTH_SOUTH) {
    if (word.includes(north)) made.add(word.replace(north, south));
    if (word.includes(south)) made.add(word.replace(south, north));
  }
  const places = [...word].map((syllable, i) => otherLeads(syllable, i, word));
  for (const [i, leads] of places.entries()) {
    for (const lead of leads) made.add(word.slice(0, i) + lead + word.slice(i + 1));
  }
  const changed = places.flatMap((leads, i) => (leads.length > 0 ? [i] : []));
  // A word can hold two such beginnings: 련합로동 and 연합노동.
  if (changed.length === 2) {
    const [first = 0, second = 0] = changed;
    for (const a of places[first] ?? []) {
      for (const b of places[second] ?? []) {
        made.add(word.slice(0, first) + a + word.slice(first + 1, second) + b + word.slice(second + 1));
      }
    }
  }
  made.delete(word);
  return [...made].slice(0, MOST_SPELLINGS);
}

const MOST_SPELLINGS = 12;

function otherLeads(syllable: string, place: number, word: string): readonly string[] {
  const code = syllable.charCodeAt(0);
  if (syllable.length !== 1 || !isSyllable(code)) return [];
  const index = code - FIRST_SYLLABLE;
  const lead = Math.floor(index / (VOWELS * TAILS));
  const vowel = Math.floor(index / TAILS) % VOWELS;
  const withLead = (other: number): string =>
    String.fromCharCode(FIRST_SYLLABLE + other * VOWELS * TAILS + (index % (VOWELS * TAILS)));
  const withVowel = (other: number): string =>
    String.fromCharCode(FIRST_SYLLABLE + (lead * VOWELS + other) * TAILS + (index % TAILS));
  const before = place === 0 ? undefined : word.charCodeAt(place - 1);
  if (before !== undefined) {
    // The South writes 율 and 열 after a vowel or ㄴ, the North 률 and 렬 always.
    if (/^[율열률렬]$/.test(syllable)) return [withLead(lead === LEADS.r ? LEADS.silent : LEADS.r)];
    // Within a word only where another word may begin: two syllables before it, or one and two from it on.
    if (place < 2 && word.length - place < 2 && vowel !== VOWEL_EO && vowel !== VOWEL_YEO) return [];
  }
  const ending =
    before !== undefined && lead === LEADS.silent && FRONT_VOWELS.has(vowelOf(before))
      ? vowel === VOWEL_EO
        ? [withVowel(VOWEL_YEO)]
        : vowel === VOWEL_YEO
          ? [withVowel(VOWEL_EO)]
          : []
      : [];
  const y = Y_VOWELS.has(vowel);
  switch (lead) {
    case LEADS.r:
      return [withLead(y ? LEADS.silent : LEADS.n)];
    case LEADS.n:
      return y ? [withLead(LEADS.silent)] : [withLead(LEADS.r)];
    case LEADS.silent:
      return [...ending, ...(y ? [withLead(LEADS.r), ...(before === undefined ? [withLead(LEADS.n)] : [])] : [])];
    default:
      return [];
  }
}

/** ㅐ ㅔ ㅚ ㅟ ㅢ ㅣ: after these the North writes 여 where the South writes 어. */
const FRONT_VOWELS: ReadonlySet<number> = new Set([1, 5, 11, 16, 19, 20]);

function vowelOf(code: number): number {
  return isSyllable(code) && tailOf(code) === 0 ? Math.floor((code - FIRST_SYLLABLE) / TAILS) % VOWELS : -1;
}
