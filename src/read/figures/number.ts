import { oncePer } from '../once.ts';
import {
  DENOMINATORS,
  DOZENS,
  FULL,
  NOT_ONE,
  NOT_WHOLES,
  ORDINALS,
  SCALES,
  SMALL,
  SPACED_SUFFIXES,
  SUFFIX_SCALES,
  TENS,
  VULGAR_FRACTIONS,
} from './data/number-words.ts';
import { digitsValue, type Token, tokensOf } from './tokens.ts';

/** A cardinal number or fraction in English; `first` and `next` are token indexes, `next` exclusive. */
export interface NumberSpan {
  readonly first: number;
  readonly next: number;
  readonly value: number;
  readonly form: 'digits' | 'words' | 'fraction' | 'ratio';
  /** The largest scale word it ends in: 1e6 in "2 million", 1 in "2". What "1 to 2 million" shares. */
  readonly scale: number;
}

/**
 * Reads the longest number that begins at token `at`; undefined when none does. Ordinals are not numbers. Looks only
 * forward and at a number of tokens bounded by what it consumes, so that reading a whole text stays linear.
 */
export function readNumberAt(tokens: readonly Token[], at: number): NumberSpan | undefined {
  const token = tokens[at];
  if (token === undefined || (token.kind !== 'number' && !STARTERS.has(token.lower))) return undefined;
  const sign = readSign(tokens, at);
  const from = at + sign.length;
  const found = readMagnitude(tokens, from);
  if (found === undefined) return undefined;
  const { next, value, form, scale } = found;
  return { first: at, next, value: sign.negative ? -value : value, form, scale };
}

/** All numbers of a text, left to right, not overlapping. Read once for each list of tokens: several grammars ask of a sentence. */
export const numbersIn: (tokens: readonly Token[]) => readonly NumberSpan[] = oncePer((tokens) => {
  const spans: NumberSpan[] = [];
  for (let at = 0; at < tokens.length; ) {
    const span = readNumberAt(tokens, at);
    if (span === undefined) at++;
    else {
      spans.push(span);
      at = span.next;
    }
  }
  return spans;
});

/** All numbers of a text with their offsets in it: the plain layer below figures, for checks against other readers. */
export function numbersOf(text: string): { readonly start: number; readonly end: number; readonly value: number }[] {
  const tokens = tokensOf(text);
  return numbersIn(tokens).map((span) => ({
    start: tokens[span.first]?.start ?? 0,
    end: tokens[span.next - 1]?.end ?? 0,
    value: span.value,
  }));
}

/** Words and marks that a number can begin with: most tokens are passed over by one look. */
const STARTERS: ReadonlySet<string> = new Set([
  ...SMALL.keys(),
  ...TENS.keys(),
  ...SCALES.keys(),
  ...DOZENS,
  ...'a an half quarter hundred hundreds minus negative - −'.split(' '),
  ...VULGAR_FRACTIONS.keys(),
]);

type Part = Omit<NumberSpan, 'first'>;

function readSign(tokens: readonly Token[], at: number): { readonly length: number; readonly negative: boolean } {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || next === undefined || token.kind === 'number') return { length: 0, negative: false };
  if (token.lower === 'minus' || token.lower === 'negative') return { length: 1, negative: true };
  // A hyphen is a sign only where nothing stands before it; "50-60" and "mid-90s" are not negative.
  const isSign = (token.text === '-' || token.text === '−') && token.spaced && !next.spaced && next.kind === 'number';
  return { length: isSign ? 1 : 0, negative: isSign };
}

function readMagnitude(tokens: readonly Token[], at: number): Part | undefined {
  const fraction = readLeadingFraction(tokens, at);
  if (fraction !== undefined) return fraction;
  const cardinal = readCardinal(tokens, at);
  if (cardinal === undefined) return undefined;
  return (
    readRatio(tokens, cardinal) ??
    readFractionAfter(tokens, at, cardinal) ??
    readMixed(tokens, cardinal) ??
    readPoint(tokens, at, cardinal) ??
    rejectOrdinal(tokens, cardinal)
  );
}

// "half", "a half", "half a million", "quarter million", "a third": the numerator is understood to be one.
function readLeadingFraction(tokens: readonly Token[], at: number): Part | undefined {
  const full =
    isArticle(tokens[at]) && FULL.has(tokens[at + 1]?.lower ?? '') && DENOMINATORS.has(tokens[at + 2]?.lower ?? '');
  const article = full ? 2 : isArticle(tokens[at]) ? 1 : 0;
  const head = tokens[at + article];
  if (head === undefined) return undefined;
  const vulgar = VULGAR_FRACTIONS.get(head.text);
  if (vulgar !== undefined && article === 0) return { next: at + 1, value: vulgar, form: 'fraction', scale: 1 };
  const denominator = DENOMINATORS.get(head.lower);
  const bare = head.lower === 'half' || (head.lower === 'quarter' && scaleAt(tokens, at + 1) !== undefined);
  if (denominator === undefined || (article === 0 && !bare)) {
    return article === 1 ? readArticleFraction(tokens, at) : undefined;
  }
  if (article > 0 && isHyphenated(tokens, at + article + 1)) return undefined; // "a third-grader", "a half-brother"
  return scaledFraction(tokens, at + article + 1, 1 / denominator);
}

// "a hundred trillionths", "a twenty-first" are fractions whose numerator or denominator begins after the article.
function readArticleFraction(tokens: readonly Token[], at: number): Part | undefined {
  const cardinal = readCardinal(tokens, at);
  return cardinal === undefined ? undefined : readFractionAfter(tokens, at, cardinal);
}

// "half a million", "two thirds of a million", "half a dozen".
function scaledFraction(tokens: readonly Token[], at: number, value: number): Part {
  let next = at;
  if (tokens[next]?.lower === 'of' && isArticle(tokens[next + 1])) next++;
  if (isArticle(tokens[next])) next++;
  const scale = scaleAt(tokens, next);
  if (scale !== undefined) return { next: next + 1, value: value * scale, form: 'words', scale };
  if (DOZENS.has(tokens[next]?.lower ?? '')) return { next: next + 1, value: value * 12, form: 'words', scale: 1 };
  return { next: at, value, form: 'fraction', scale: 1 };
}

/** Chunks with falling scales: "one million two hundred thousand and six", "26 million", "4 thousand 3 hundred and 21". */
function readCardinal(tokens: readonly Token[], at: number): Part | undefined {
  let total = 0;
  let next = at;
  let lastScale = Number.POSITIVE_INFINITY;
  let digits = false;
  for (let first = true; ; first = false) {
    const from: number = !first && tokens[next]?.lower === 'and' ? next + 1 : next;
    const chunk = readChunk(tokens, from, first);
    if (chunk === undefined) break;
    if (first) digits = chunk.digits;
    const scaled = readScale(tokens, chunk.next);
    const amount = rounded(chunk.value * scaled.scale);
    if (!first && (amount >= lastScale || amount === 0)) break;
    total += amount;
    next = scaled.next;
    lastScale = scaled.scale;
    if (scaled.scale === 1) break;
  }
  if (next === at) return undefined;
  if (DOZENS.has(tokens[next]?.lower ?? '')) return { next: next + 1, value: total * 12, form: 'words', scale: 1 };
  return { next, value: total, form: digits ? 'digits' : 'words', scale: lastScale };
}

interface Chunk {
  readonly value: number;
  readonly next: number;
  readonly digits: boolean;
}

function readChunk(tokens: readonly Token[], at: number, first: boolean): Chunk | undefined {
  const small = readSmall(tokens, at) ?? readArticleOne(tokens, at, first);
  if (small === undefined) return undefined;
  if (!isHundred(tokens[small.next])) return small;
  const hundreds = { value: small.value * 100, next: small.next + 1, digits: small.digits };
  const tail = tokens[hundreds.next]?.lower === 'and' ? hundreds.next + 1 : hundreds.next;
  const rest = readSmall(tokens, tail);
  // "three hundred and two hundred" are two numbers, "two hundred and 300" too.
  if (rest === undefined || rest.value >= 100 || rest.value === 0 || isHundred(tokens[rest.next])) return hundreds;
  if (!Number.isInteger(rest.value)) return hundreds;
  // "two hundred and fifty-four hundredths" adds a fraction; the fraction is read later, with its denominator.
  return { value: hundreds.value + rest.value, next: rest.next, digits: hundreds.digits };
}

/** "a hundred", "a thousand", "a dozen", and a bare "hundred thousand": one of them. */
function readArticleOne(tokens: readonly Token[], at: number, first: boolean): Chunk | undefined {
  if (!first) return undefined;
  const next = isArticle(tokens[at]) ? at + 1 : at;
  const head = tokens[next];
  if (head === undefined) return undefined;
  const counted = head.lower === 'hundred' || SCALES.has(head.lower) || DOZENS.has(head.lower);
  if (!counted || head.lower === 'dozens') return undefined;
  return next > at || SCALES.has(tokens[next + 1]?.lower ?? '') ? { value: 1, next, digits: false } : undefined;
}

function readSmall(tokens: readonly Token[], at: number): Chunk | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === 'number') return readDigits(tokens, at, token);
  const unit = SMALL.get(token.lower);
  if (unit === 1 && NOT_ONE.has(tokens[at - 1]?.lower ?? '')) return undefined;
  if (unit !== undefined) return { value: unit, next: at + 1, digits: false };
  const tens = TENS.get(token.lower);
  if (tens === undefined) return undefined;
  const afterHyphen = tokens[at + 1]?.text === '-' || tokens[at + 1]?.text === '‑' ? at + 2 : at + 1;
  const ones = SMALL.get(tokens[afterHyphen]?.lower ?? '');
  if (ones !== undefined && ones > 0 && ones < 10) return { value: tens + ones, next: afterHyphen + 1, digits: false };
  return { value: tens, next: at + 1, digits: false };
}

function readDigits(tokens: readonly Token[], at: number, token: Token): Chunk | undefined {
  const after = tokens[at + 1];
  if (after !== undefined && !after.spaced && /^(?:st|nd|rd|th)$/.test(after.lower)) return undefined;
  const vulgar = VULGAR_FRACTIONS.get(after?.text ?? '');
  if (vulgar !== undefined && /^\d+$/.test(token.text)) {
    return { value: digitsValue(token.text) + vulgar, next: at + 2, digits: true };
  }
  if (after?.text === '/' && !after.spaced) return readSlash(tokens, at, token) ?? plainDigits(tokens, at, token);
  const fraction = after?.kind === 'number' ? readSlash(tokens, at + 1, after) : undefined;
  if (fraction !== undefined && /^\d+$/.test(token.text) && fraction.value < 1) {
    return { ...fraction, value: digitsValue(token.text) + fraction.value };
  }
  return plainDigits(tokens, at, token);
}

// "3/4" is a fraction; "24/7", "5/17/2018" and "9/11" are not.
function readSlash(tokens: readonly Token[], at: number, token: Token): Chunk | undefined {
  const slash = tokens[at + 1];
  const below = tokens[at + 2];
  if (slash?.text !== '/' || slash.spaced || below?.kind !== 'number' || below.spaced) return undefined;
  if (tokens[at + 3]?.text === '/' || tokens[at - 1]?.text === '/') return undefined;
  const [numerator, denominator] = [digitsValue(token.text), digitsValue(below.text)];
  if (!/^\d+$/.test(token.text) || !/^\d+$/.test(below.text)) return undefined;
  if (numerator >= denominator || denominator > 10) return undefined;
  return { value: numerator / denominator, next: at + 3, digits: true };
}

// "1 234 567.89": groups of exactly three digits, one space apart.
function plainDigits(tokens: readonly Token[], at: number, token: Token): Chunk {
  let text = token.text;
  let next = at + 1;
  if (/^\d{1,3}$/.test(token.text)) {
    let end = token.end;
    for (let group = tokens[next]; group !== undefined; group = tokens[next]) {
      if (group.start !== end + 1 || !/^\d{3}(?:\.\d+)?$/.test(group.text) || text.includes('.')) break;
      text += group.text;
      end = group.end;
      next++;
    }
  }
  return { value: digitsValue(text), next, digits: true };
}

function readScale(tokens: readonly Token[], at: number): { readonly scale: number; readonly next: number } {
  let scale = 1;
  let next = at;
  for (let found = scaleAt(tokens, next); found !== undefined; found = scaleAt(tokens, next)) {
    if (scale > 1 && found <= scale) break; // "lakh crore" multiplies, "million thousand" does not
    scale *= found;
    next++;
  }
  return { scale, next };
}

function scaleAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const scale = SCALES.get(token.lower) ?? SCALES.get(token.lower.replace(/s$/, ''));
  if (scale !== undefined) return scale;
  if (tokens[at - 1]?.kind !== 'number') return undefined;
  if (token.spaced) return SPACED_SUFFIXES.has(token.lower) ? SUFFIX_SCALES.get(token.lower) : undefined;
  // "£5m" is five million, "5m" five metres: only money has the small letter.
  if (token.text === 'm') return /^[$€£¥₩]$/.test(tokens[at - 2]?.text ?? '') ? 1e6 : undefined;
  return SUFFIX_SCALES.get(token.text);
}

/** "one in three", "two out of five hundred", "3 of every 10": a share. */
function readRatio(tokens: readonly Token[], numerator: Part): Part | undefined {
  const link = tokens[numerator.next]?.lower;
  const second = tokens[numerator.next + 1]?.lower;
  let from = numerator.next;
  if (link === 'in') from += second === 'every' ? 2 : 1;
  else if (link === 'out' && second === 'of') from += tokens[from + 2]?.lower === 'every' ? 3 : 2;
  else if (link === 'of' && second === 'every') from += 2;
  // "eight of ten teachers"
  else if (link === 'of' && /^(?:10|ten|100|hundred)$/.test(second ?? '')) from += 1;
  else return undefined;
  const whole = readCardinal(tokens, from);
  if (whole === undefined || whole.value <= numerator.value || numerator.value <= 0) return undefined;
  // "killed 12 in 2003", "4 in 30 villages" and "seven in ten days" are not shares; "seven in ten" is.
  if (link === 'in' && second !== 'every') {
    const round = whole.value === 10 || whole.value === 100;
    if ((numerator.value > 4 && !round) || (whole.value > 100 && whole.scale === 1)) return undefined;
    if (NOT_WHOLES.has(tokens[whole.next]?.lower ?? '')) return undefined;
  }
  return { next: whole.next, value: numerator.value / whole.value, form: 'ratio', scale: 1 };
}

/** "two thirds", "five-eighths", "one hundred and three quarters". */
function readFractionAfter(tokens: readonly Token[], at: number, cardinal: Part): Part | undefined {
  const hyphen = tokens[cardinal.next]?.text === '-' ? 1 : 0;
  const word = tokens[cardinal.next + hyphen];
  if (word === undefined || word.kind !== 'word') return undefined;
  const plural = word.lower === 'halves' || word.lower.endsWith('s');
  const denominator = DENOMINATORS.get(word.lower === 'halves' ? 'half' : word.lower.replace(/s$/, ''));
  if (
    denominator === undefined ||
    plural !== (cardinal.value !== 1 || isArticle(tokens[at])) ||
    (plural && cardinal.form === 'digits')
  )
    return undefined;
  const from = cardinal.next + hyphen + 1;
  const split = splitMixed(tokens, at, cardinal);
  if (split === undefined) return scaledFraction(tokens, from, cardinal.value / denominator);
  const fraction = scaledFraction(tokens, from, split.numerator / denominator);
  const unit = fraction.form === 'fraction' ? roundScale(split.whole) : 1;
  return { ...fraction, value: split.whole + fraction.value * unit, form: 'words' };
}

// "two million and three fifths" is 2.6 million: the fraction is one of the scale that was said.
function roundScale(whole: number): number {
  let unit = 1;
  for (const scale of SCALES.values()) if (whole >= scale && whole % scale === 0) unit = Math.max(unit, scale);
  return unit;
}

// "one hundred and three quarters" is 100.75: the words after "and" are the numerator.
function splitMixed(
  tokens: readonly Token[],
  at: number,
  cardinal: Part,
): { readonly whole: number; readonly numerator: number } | undefined {
  for (let i = cardinal.next - 2; i > at; i--) {
    if (tokens[i]?.lower !== 'and') continue;
    const numerator = readSmall(tokens, i + 1);
    if (numerator === undefined || numerator.next !== cardinal.next || numerator.value > 9) return undefined;
    return { whole: cardinal.value - numerator.value, numerator: numerator.value };
  }
  return undefined;
}

/** "one and a half", "three and three fifths", "3 million and a quarter", "five and a half million". */
function readMixed(tokens: readonly Token[], whole: Part): Part | undefined {
  if (tokens[whole.next]?.lower !== 'and') return undefined;
  const from = whole.next + 1;
  let fraction = readLeadingFraction(tokens, from);
  if (fraction === undefined || !isArticle(tokens[from])) {
    const numerator = readSmall(tokens, from);
    if (numerator === undefined) return undefined;
    fraction = readFractionAfter(tokens, from, { ...numerator, form: 'words', scale: 1 });
  }
  if (fraction === undefined) return undefined;
  if (fraction.form === 'words' && whole.scale === 1) {
    return {
      next: fraction.next,
      value: whole.value * fraction.scale + fraction.value,
      form: 'words',
      scale: fraction.scale,
    };
  }
  const unit = fraction.form === 'fraction' ? whole.scale : 1;
  return { next: fraction.next, value: whole.value + fraction.value * unit, form: 'words', scale: whole.scale };
}

/** "five point five", "two hundred point zero three". */
function readPoint(tokens: readonly Token[], at: number, whole: Part): Part | undefined {
  if (tokens[whole.next]?.lower !== 'point' || whole.form !== 'words' || isArticle(tokens[at])) return undefined;
  let digits = '';
  let next = whole.next + 1;
  for (let part = readSmall(tokens, next); part !== undefined && !part.digits; part = readSmall(tokens, next)) {
    digits += String(part.value);
    next = part.next;
  }
  if (digits === '') return undefined;
  return { next, value: Number(`${whole.value}.${digits}`), form: 'words', scale: 1 };
}

// "twenty-first", "two hundredth": a rank.
function rejectOrdinal(tokens: readonly Token[], cardinal: Part): Part | undefined {
  if (cardinal.form === 'digits') return cardinal;
  const hyphen = tokens[cardinal.next]?.text === '-' && tokens[cardinal.next + 1]?.spaced === false ? 1 : 0;
  const word = tokens[cardinal.next + hyphen]?.lower ?? '';
  return ORDINALS.has(word) && (hyphen === 1 || cardinal.value >= 20) ? undefined : cardinal;
}

// 16.4 million is no 16399999.999999998.
function rounded(value: number): number {
  return Number.isSafeInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(15));
}

const isArticle = (token: Token | undefined): boolean => token?.lower === 'a' || token?.lower === 'an';

const isHundred = (token: Token | undefined): boolean => token?.lower === 'hundred' || token?.lower === 'hundreds';

function isHyphenated(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === '-' && tokens[at]?.spaced === false;
}
