/**
 * What a pattern cannot do without: of each of several ways to match it some letters that must stand in the text, one of which ways is taken.
 * Read from its source, so that no list need be kept beside it (docs/read.md). Undefined when it could match anything.
 */
export function needsOf({ source, flags }: RegExp): readonly string[] | undefined {
  const reader = { source, at: 0, foldsCase: flags.includes('i') };
  const found = alternativesAt(reader);
  if (found === undefined) return undefined;
  // Where "warn" is enough, "warned" need not be asked for.
  const shortest = found.filter((way) => !found.some((other) => other !== way && way.includes(other)));
  return shortest.length > MOST_WAYS ? undefined : shortest;
}

/** The digits of a number are one need, whichever they are. */
export const ANY_DIGIT = '\0';

/** With more ways than this, asking for them is no quicker than the pattern. */
const MOST_WAYS = 320;

interface SourceReader {
  readonly source: string;
  at: number;
  readonly foldsCase: boolean;
}

type Ways = readonly string[] | undefined;

/** What stands between bars, up to a closing bracket or the end. */
function alternativesAt(reader: SourceReader): Ways {
  const ways: string[] = [];
  let isSure = true;
  for (;;) {
    const own = sequenceAt(reader);
    if (own === undefined) isSure = false;
    else ways.push(...own);
    if (reader.source[reader.at] !== '|') return isSure ? [...new Set(ways)] : undefined;
    reader.at++;
  }
}

/** Of what stands one behind the other the part that tells most: its shortest way is the longest, and it has the fewest. */
function sequenceAt(reader: SourceReader): Ways {
  let best: Ways;
  let run: readonly string[] = [''];
  const offer = (ways: Ways): void => {
    if (ways?.every((way) => tells(way)) && isBetter(ways, best)) best = ways;
  };
  const endRun = (): void => {
    offer(run);
    run = [''];
  };
  const { source } = reader;
  while (reader.at < source.length && source[reader.at] !== '|' && source[reader.at] !== ')') {
    const part = partAt(reader);
    const isOptional = skipQuantifier(reader);
    if (part.letters !== undefined && isOptional === 'once' && run.length * part.letters.length <= MOST_RUNS)
      run = joined(run, part.letters);
    else {
      // What may be repeated stands there once at least, and ends what is sure in a row.
      if (part.letters?.length === 1 && isOptional === 'more') run = joined(run, part.letters);
      endRun();
      if (part.ways !== undefined && isOptional !== 'optional') offer(part.ways);
    }
  }
  endRun();
  return best;
}

/** A row of letters may be written in so many ways, as `m[ae]n` is in two. */
const MOST_RUNS = 6;

function joined(run: readonly string[], letters: readonly string[]): readonly string[] {
  return run.flatMap((row) => letters.map((letter) => row + letter));
}

interface Part {
  /** A letter that stands for itself, or the few of a class. */
  readonly letters?: readonly string[] | undefined;
  readonly ways?: Ways;
}

/** One letter, class or group; a look around is passed over, since it takes nothing. */
function partAt(reader: SourceReader): Part {
  const { source } = reader;
  const mark = source[reader.at] ?? '';
  if (mark === '(') return groupAt(reader);
  if (mark === '[') {
    const from = reader.at;
    reader.at = classEnd(source, from);
    const inside = source.slice(from + 1, reader.at - 1);
    return /^[A-Za-z]{1,4}$/.test(inside) ? { letters: [...new Set(foldedLetters(inside))] } : {};
  }
  if (mark === '\\') return escapeAt(reader);
  reader.at++;
  // Half of a character tells nothing by itself, nor does what stands behind it mean that half.
  return '.^$'.includes(mark) || /[\ud800-\udfff]/.test(mark) ? {} : lettersOf(mark, reader);
}

function groupAt(reader: SourceReader): Part {
  const { source } = reader;
  const opening = /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/.exec(source.slice(reader.at, reader.at + 40))?.[0] ?? '(';
  reader.at += opening.length;
  const ways = alternativesAt(reader);
  reader.at++;
  const isLook = /^\(\?<?[=!]$/.test(opening);
  return isLook ? {} : { ways };
}

function classEnd(source: string, from: number): number {
  for (let at = from + 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === ']') return at + 1;
  }
  return source.length;
}

function escapeAt(reader: SourceReader): Part {
  const { source } = reader;
  const next = source[reader.at + 1] ?? '';
  const long = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|k<[^>]*>|c[A-Za-z])/.exec(
    source.slice(reader.at, reader.at + 60),
  )?.[0];
  reader.at += long?.length ?? 2;
  if (long !== undefined) return {};
  if (next === 'd') return { ways: [ANY_DIGIT] };
  return /[a-zA-Z0-9]/.test(next) ? {} : { letters: [next] };
}

/** Passes over a quantifier, and tells whether what it stands behind may be missing. */
function skipQuantifier(reader: SourceReader): 'once' | 'more' | 'optional' {
  const found = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(reader.source.slice(reader.at, reader.at + 12));
  if (found === null) return 'once';
  reader.at += found[0].length;
  return found[0].startsWith('+') || Number(found[1] ?? 0) > 0 ? 'more' : 'optional';
}

/** Letters beyond ASCII have other cases than the lower one, and are not sure where case is folded. */
function lettersOf(mark: string, { foldsCase }: SourceReader): Part {
  const isUnsure = foldsCase && mark > '\x7f' && mark.toLowerCase() !== mark.toUpperCase();
  return isUnsure ? {} : { letters: [foldedLetters(mark)] };
}

/** Letters as needs are compared: plain ones in lower case. */
function foldedLetters(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Whether letters are seldom enough to be asked for: three plain ones, or one mark, digit, or character of another script. */
function tells(way: string): boolean {
  return way === ANY_DIGIT || way.length >= 3 || /[^a-z\s]/.test(way);
}

function isBetter(ways: readonly string[], best: Ways): boolean {
  if (best === undefined) return true;
  const worth = (of: readonly string[]): number => Math.min(4, ...of.map(worthOf)) - of.length / 40;
  return worth(ways) > worth(best);
}

function worthOf(way: string): number {
  if (way === ANY_DIGIT) return 1.5;
  return Math.max(...[...way].map((letter) => (letter > '\u2e7f' ? 2 : 1))) * Math.min(way.length, 4);
}
