/** A number of Chinese or Korean in a folded text. */
export interface CjkNumber {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly form: 'digits' | 'words' | 'fraction' | 'percent';
  /** The last multiplier it ends in, 1 when none: what 20 of 20至30万 shares. */
  readonly scale: number;
  /** Where the number itself begins behind 百分之; else `start`. */
  readonly inner: number;
  /** 余 or 几 inside, which leaves open how many more: 十余万. */
  readonly filler: string | undefined;
}

/** The numerals of a language that counts in ten thousands. */
export interface Numerals {
  readonly digits: ReadonlyMap<string, number>;
  readonly zeros: string;
  readonly units: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  readonly fillers: string;
  readonly point: string;
  /** A digit at the end is of the next smaller multiplier: 四百五 is 450. */
  readonly elliptic: boolean;
  /** A multiplier without a digit is one of it anywhere: 백육십. Else only at the beginning, 十 excepted. */
  readonly bareUnits: boolean;
  /** Digits may go on after a space: 3만 200. */
  readonly spacedDigits: boolean;
  /** Multipliers that need a digit before them. */
  readonly neverBare: string;
  /** What begins with a numeral and is another word or an ending: 조각, 이다. Sticky. */
  readonly notNumeral: RegExp;
}

/** What was read of a number so far. */
interface Amount {
  readonly end: number;
  readonly value: number;
  readonly scale: number;
  readonly words: boolean;
  readonly filler: string | undefined;
}

const DECIMAL =
  /(?:\d{1,3}(?:,\d{3}){1,8}(?!\d)|\d+)(?:\.\d+(?!\d|\.\d))?(?:e[+-]?\d{1,3}(?![a-z\d.]))?|\.\d+(?!\d|\.\d)/y;
const WHOLE = /\d{1,3}(?:,\d{3}){1,8}(?!\d)|\d+/y;
const POWER = /\^([+-]{0,2})(\d{1,3})(?!\d)/y;

/** Where a sticky pattern ends when it matches at a place; undefined when it does not. */
export function stickyEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** A match of a sticky pattern at a place. */
export function stickyMatch(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** A number in digits, with separators, decimals, an exponent or a power; undefined where none begins. */
function readDigits(text: string, at: number): { readonly end: number; readonly value: number } | undefined {
  const before = text.charCodeAt(at - 1);
  if (isDigit(before) || (text[at] === '.' && !/[\s(=<>~+-]/.test(text[at - 1] ?? ' '))) return undefined;
  const dotted = text[at - 1] === '.' && isDigit(text.charCodeAt(at - 2));
  // Of 192.168.1.2 each is a number by itself.
  const found = stickyMatch(dotted ? WHOLE : DECIMAL, text, at);
  if (found === undefined) return undefined;
  const value = Number(found[0].replaceAll(',', ''));
  if (!Number.isFinite(value)) return undefined;
  const end = at + found[0].length;
  const power = stickyMatch(POWER, text, end);
  if (power === undefined) return { end, value };
  const exponent = Number(power[2]) * (power[1]?.includes('-') === true && power[1] !== '--' ? -1 : 1);
  const raised = value ** exponent;
  return Number.isFinite(raised) ? { end: end + power[0].length, value: raised } : { end, value };
}

/**
 * A whole or decimal number with multipliers that begins at a place; undefined when none does. Looks only forward, and
 * at no more than two characters beyond what it takes.
 */
export function readAmount(text: string, start: number, numerals: Numerals): Amount | undefined {
  const progress: Progress = {
    text,
    start,
    numerals,
    at: start,
    good: undefined,
    goodAtScale: undefined,
    parts: [],
    group: 0,
    pending: undefined,
    pendingIsWord: false,
    lastUnit: Number.POSITIVE_INFINITY,
    zero: false,
    words: false,
    onlyScale: false,
    justScaled: false,
    bareStart: false,
    filler: undefined,
  };
  let more = true;
  while (more) more = step(progress);
  return progress.good;
}

/** How far the reading of one number has come; lives as long as one call. */
interface Progress {
  readonly text: string;
  readonly start: number;
  readonly numerals: Numerals;
  at: number;
  /** The longest that is whole. */
  good: Amount | undefined;
  /** What was whole at the last 万, 亿 or 兆. */
  goodAtScale: Amount | undefined;
  /** Amounts that have their 万, 亿 or 兆, falling. */
  parts: readonly { readonly scale: number; readonly amount: number }[];
  /** What has its 十, 百 or 千, and no larger multiplier yet. */
  group: number;
  /** A digit, or a number in digits, that has no multiplier yet. */
  pending: number | undefined;
  pendingIsWord: boolean;
  lastUnit: number;
  zero: boolean;
  words: boolean;
  onlyScale: boolean;
  justScaled: boolean;
  /** 만 18세: what begins with a multiplier goes on only with another one. */
  bareStart: boolean;
  filler: string | undefined;
}
/** Takes the next part of the number; false when there is none. */
function step(progress: Progress): boolean {
  const gap = progress.at === progress.start ? 0 : spaces(progress.text, progress.at);
  const at = progress.at + gap;
  const character = progress.text[at];
  if (character === undefined || (gap > 0 && progress.start === at)) return false;
  const { digits, zeros, units, scales, fillers, point } = progress.numerals;
  if (isDigit(character.charCodeAt(0)) || (character === '.' && at === progress.start))
    return takeDigits(progress, at, gap);
  if (progress.onlyScale && !scales.has(character)) return false;
  if (zeros.includes(character)) return takeZero(progress, at);
  const digit = digits.get(character);
  const isNumeral = digit !== undefined || units.has(character) || scales.has(character);
  if (isNumeral && stickyEnd(progress.numerals.notNumeral, progress.text, at) !== undefined) return false;
  if (digit !== undefined) return takeWord(progress, at, digit);
  if (isNumeral) {
    const unit = units.get(character);
    return unit !== undefined ? takeUnit(progress, at, unit) : takeScale(progress, at, scales.get(character) ?? 1);
  }
  if (fillers.includes(character) && progress.good !== undefined) return takeFiller(progress, at, character);
  if (character === point && progress.words) return takePoint(progress, at, gap);
  return false;
}

function limitOf(progress: Progress): number {
  return Math.min(progress.lastUnit, progress.parts.at(-1)?.scale ?? Number.POSITIVE_INFINITY);
}

function takeDigits(progress: Progress, at: number, gap: number): boolean {
  if (progress.pending !== undefined || progress.onlyScale) return false;
  const found = readDigits(progress.text, at);
  if (found === undefined) return false;
  if (at !== progress.start) {
    if (!(found.value < limitOf(progress))) return false;
    const spaced = progress.numerals.spacedDigits && !progress.bareStart;
    if (gap > 0 && !spaced && !isMultiplier(progress, found.end)) return false;
    if (gap > 0 && /[년월]/.test(progress.text[found.end] ?? '')) return false;
  }
  progress.pending = found.value;
  progress.pendingIsWord = false;
  return keep(progress, found.end, false);
}

function takeZero(progress: Progress, at: number): boolean {
  if (progress.pending !== undefined || progress.zero) return false;
  if (at === progress.start) {
    progress.pending = 0;
    return keep(progress, at + 1, true);
  }
  if (limitOf(progress) === Number.POSITIVE_INFINITY) return false;
  progress.zero = true;
  progress.words = true;
  progress.at = at + 1;
  return true;
}

function takeWord(progress: Progress, at: number, digit: number): boolean {
  if (progress.pending !== undefined) return false;
  if (at !== progress.start && limitOf(progress) === Number.POSITIVE_INFINITY) return false;
  progress.pending = digit;
  progress.pendingIsWord = true;
  return keep(progress, at + 1, true);
}

function takeUnit(progress: Progress, at: number, unit: number): boolean {
  if (unit >= progress.lastUnit) return false;
  // 廿 is twenty at once.
  const ready = unit > 10 && unit < 100;
  if (ready && (progress.pending !== undefined || progress.lastUnit <= 10)) return false;
  const said = progress.pending === 0 ? undefined : progress.pending;
  const bare =
    at === progress.start || progress.zero || progress.pending === 0 || progress.numerals.bareUnits || unit === 10;
  if (said === undefined && !bare && !ready) return false;
  if (unit > 10 && said === undefined && at !== progress.start && !progress.numerals.bareUnits && !ready) return false;
  progress.group += (said ?? 1) * unit;
  progress.lastUnit = ready ? 10 : unit;
  progress.pending = undefined;
  progress.zero = false;
  progress.justScaled = false;
  return keep(progress, at + 1, true);
}

function takeScale(progress: Progress, at: number, scale: number): boolean {
  const section = progress.group + (progress.pending ?? 0);
  const last = progress.parts.at(-1);
  const direct = section === 0 && progress.justScaled;
  if (
    section === 0 &&
    !direct &&
    (at !== progress.start || progress.numerals.neverBare.includes(progress.text[at] ?? ''))
  )
    return false;
  if (direct && (progress.bareStart || (last?.scale ?? 1) > 1e12)) return false;
  if (at === progress.start) progress.bareStart = true;
  if (last !== undefined && last.scale === scale && !direct) {
    // 三万五万: a second number begins in what was read since the last 万.
    progress.good = progress.goodAtScale;
    return false;
  }
  let amount = at === progress.start ? 1 : section;
  let product = scale;
  for (let lower = progress.parts.at(-1); lower !== undefined; lower = progress.parts.at(-1)) {
    if (lower.scale > scale || (lower.scale === scale && !direct)) break;
    amount += lower.amount;
    if (direct && lower.scale === scale) product = scale * scale;
    progress.parts = progress.parts.slice(0, -1);
  }
  progress.parts = [...progress.parts, { scale: product, amount: amount * scale }];
  progress.group = 0;
  progress.lastUnit = Number.POSITIVE_INFINITY;
  progress.pending = undefined;
  progress.zero = false;
  progress.onlyScale = false;
  progress.justScaled = true;
  keep(progress, at + 1, true);
  progress.goodAtScale = progress.good;
  return true;
}

function takeFiller(progress: Progress, at: number, filler: string): boolean {
  const next = at + 1 + spaces(progress.text, at + 1);
  if (progress.filler !== undefined || !progress.numerals.scales.has(progress.text[next] ?? '')) return false;
  progress.filler = filler;
  progress.onlyScale = true;
  progress.at = at + 1;
  return true;
}

function takePoint(progress: Progress, at: number, gap: number): boolean {
  if (gap > 0 && progress.numerals.spacedDigits) return false;
  let end = at + 1 + spaces(progress.text, at + 1);
  let places = '';
  for (let digit = place(progress, end); digit !== undefined; digit = place(progress, end)) {
    places += digit;
    end++;
  }
  // 八点五十分, 三点二刻 are hours.
  if (places === '' || /^(?:十|分(?!之)|刻)/.test(progress.text.slice(end, end + 2))) return false;
  progress.group =
    value(progress) - progress.parts.reduce((sum, { amount }) => sum + amount, 0) + Number(`0.${places}`);
  progress.pending = undefined;
  progress.onlyScale = true;
  return keep(progress, end, true);
}

function place(progress: Progress, at: number): string | undefined {
  const character = progress.text[at] ?? '';
  if (character === '' || character === '两') return undefined;
  if (progress.numerals.zeros.includes(character)) return '0';
  if (stickyEnd(progress.numerals.notNumeral, progress.text, at) !== undefined) return undefined;
  return progress.numerals.digits.get(character)?.toString();
}

function isMultiplier(progress: Progress, at: number): boolean {
  const character = progress.text[at + spaces(progress.text, at)] ?? '';
  return progress.numerals.units.has(character) || progress.numerals.scales.has(character);
}

function value(progress: Progress): number {
  const { pending, lastUnit, group } = progress;
  const high = progress.parts.reduce((sum, { amount }) => sum + amount, 0);
  if (pending === undefined) return high + group;
  const elliptic =
    progress.numerals.elliptic && progress.pendingIsWord && !progress.zero && progress.filler === undefined;
  const above = lastUnit < Number.POSITIVE_INFINITY ? lastUnit : (progress.parts.at(-1)?.scale ?? 1);
  return high + group + pending * (elliptic && above > 10 ? above / 10 : 1);
}

function keep(progress: Progress, end: number, words: boolean): boolean {
  progress.at = end;
  progress.words ||= words;
  if (progress.pending !== undefined) progress.justScaled = false;
  const unit = progress.lastUnit < Number.POSITIVE_INFINITY ? progress.lastUnit : (progress.parts.at(-1)?.scale ?? 1);
  const scale =
    progress.pending !== undefined && limitOf(progress) < Number.POSITIVE_INFINITY ? 1 : progress.onlyScale ? 1 : unit;
  progress.good = { end, value: value(progress), scale, words: progress.words, filler: progress.filler };
  return true;
}

const SLASH = /\/(\d{1,3})(?![\d/.])/y;
const MIXED = / {1,2}(\d{1,3})\/(\d{1,3})(?![\d/.])/y;

/** 3/4, 1 3/4; undefined where a whole number of digits is not followed by one. */
export function readSlashed(
  text: string,
  start: number,
  { end, value }: { readonly end: number; readonly value: number },
): { readonly end: number; readonly value: number } | undefined {
  if (end - start > 3 || !Number.isInteger(value) || /[-/.\d]/.test(text[start - 2] ?? '')) return undefined;
  const below = stickyMatch(SLASH, text, end);
  if (below !== undefined && text[start - 1] !== '/' && Number(below[1]) > 0)
    return { end: end + below[0].length, value: value / Number(below[1]) };
  const mixed = stickyMatch(MIXED, text, end);
  if (mixed === undefined || Number(mixed[2]) === 0) return undefined;
  return { end: end + mixed[0].length, value: value + Number(mixed[1]) / Number(mixed[2]) };
}

/** Whether a minus before a number is its sign: nothing that a hyphen could join stands before it. */
export function isSign(text: string, at: number): boolean {
  return text[at] === '-' && !/[\p{L}\p{N}\-)\]%]/u.test(text[at - 1] ?? '');
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Spaces at a place, two at most. */
export function spaces(text: string, at: number): number {
  return text[at] !== ' ' ? 0 : text[at + 1] === ' ' ? 2 : 1;
}
