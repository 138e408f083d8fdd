import { parsePart } from './html-tree.ts';
import { walkHtml } from './html-walker.ts';

export interface InlineText {
  /** As a reader of the rendered page sees it; `\n` at hard line breaks. */
  readonly text: string;
  /** Characters inside links, white space not counted. */
  readonly linked: number;
}

/**
 * The visible text of Markdown inside one block: emphasis markers, link targets, images and tags go, link text, code
 * and escaped characters stay (CommonMark 0.31, chapter 6, with emphasis simplified). One pass; linear.
 */
export function readInline(source: string, references: ReadonlySet<string>): InlineText {
  const scan = new InlineScan(source, references);
  return scan.read();
}

const ESCAPABLE = /[!-/:-@[-`{-~]/;
const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/y;
const TAG =
  /<(?:\/[A-Za-z][\w:-]*\s*|[A-Za-z][\w:-]*(?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'=<>`]+))?)*\s*\/?|!--(?:[^-]|-(?!->))*--|\?[^<>]*\?|![A-Z][^<>]*)>/y;
const AUTOLINK = /<((?:[A-Za-z][A-Za-z\d+.-]{1,31}:[^\s<>]{0,2000})|(?:[\w.+-]{1,64}@[\w.-]{1,255}))>/y;

interface Piece {
  text: string;
  /** Markup passed on as it is, to be read by the HTML walker. */
  readonly raw: boolean;
  readonly linked: boolean;
  /** A run of emphasis markers that may vanish. */
  readonly run?: { readonly char: string; readonly opens: boolean; readonly closes: boolean };
}

class InlineScan {
  readonly #source: string;
  readonly #references: ReadonlySet<string>;
  readonly #pieces: Piece[] = [];
  /** Index of the `]` that closes the `[` at this index. */
  readonly #brackets: ReadonlyMap<number, number>;
  /** Lengths of backtick runs known to have no partner further on. */
  readonly #unpaired = new Set<number>();
  /** Places to jump from, where a link's target begins, and to. */
  readonly #jumps = new Map<number, number>();
  #linkEnd = -1;

  constructor(source: string, references: ReadonlySet<string>) {
    this.#source = source;
    this.#references = references;
    this.#brackets = matchBrackets(source);
  }

  read(): InlineText {
    let at = 0;
    while (at < this.#source.length) at = this.#step(at);
    matchEmphasis(this.#pieces);
    const linked = this.#pieces.reduce(
      (sum, piece) => sum + (piece.linked ? piece.text.replace(/\s/g, '').length : 0),
      0,
    );
    if (!this.#pieces.some((piece) => piece.raw)) {
      return { text: this.#pieces.map((piece) => piece.text).join(''), linked };
    }
    const html = this.#pieces.map((piece) => (piece.raw ? piece.text : escaped(piece.text))).join('');
    const tree = parsePart(html);
    if (!tree.ok) return { text: html, linked };
    return {
      text: walkHtml(tree.value)
        .map((block) => block.text)
        .join('\n'),
      linked,
    };
  }

  /** Reads what begins at an index and returns the index after it. */
  #step(at: number): number {
    const jump = this.#jumps.get(at);
    if (jump !== undefined) return jump;
    const char = this.#source[at] ?? '';
    switch (char) {
      case '\\': {
        const next = this.#source[at + 1] ?? '';
        if (next === '\n') return this.#put('\n', at + 2);
        return ESCAPABLE.test(next) ? this.#put(next, at + 2) : this.#put(char, at + 1);
      }
      case '`':
        return this.#code(at);
      case '!':
        return this.#source[at + 1] === '[' ? this.#image(at) : this.#put(char, at + 1);
      case '[':
        return this.#link(at);
      case '<':
      case '&':
        return this.#markup(at);
      case '*':
      case '_':
      case '~':
        return this.#run(at, char);
      case '\n':
        return this.#lineEnd(at);
      default: {
        let end = at + 1;
        while (end < this.#source.length && !/[\\`![\]<&*_~\n]/.test(this.#source[end] ?? '')) end++;
        return this.#put(this.#source.slice(at, end), end);
      }
    }
  }

  #put(text: string, next: number, raw: boolean = false): number {
    this.#pieces.push({ text, raw, linked: next <= this.#linkEnd });
    return next;
  }

  #lineEnd(at: number): number {
    const before = this.#pieces.at(-1);
    const hard = before !== undefined && !before.raw && / {2,}$/.test(before.text);
    if (before !== undefined && !before.raw) before.text = before.text.replace(/[ \t]+$/, '');
    let next = at + 1;
    while (this.#source[next] === ' ' || this.#source[next] === '\t') next++;
    return this.#put(hard ? '\n' : ' ', next);
  }

  #code(at: number): number {
    let end = at;
    while (this.#source[end] === '`') end++;
    const length = end - at;
    if (!this.#unpaired.has(length)) {
      let from = end;
      for (;;) {
        const open = this.#source.indexOf('`', from);
        if (open < 0) break;
        let close = open;
        while (this.#source[close] === '`') close++;
        if (close - open === length) {
          const code = this.#source.slice(end, open).replace(/\n/g, ' ');
          return this.#put(/^ .*\S.* $/.test(code) ? code.slice(1, -1) : code, close);
        }
        from = close;
      }
      this.#unpaired.add(length);
    }
    return this.#put('`'.repeat(length), end);
  }

  #image(at: number): number {
    const close = this.#brackets.get(at + 1);
    const end = close === undefined ? undefined : this.#targetEnd(at + 1, close);
    return end ?? this.#put('!', at + 1);
  }

  #link(at: number): number {
    const close = this.#brackets.get(at);
    const end = close === undefined ? undefined : this.#targetEnd(at, close);
    if (close === undefined || end === undefined) return this.#put('[', at + 1);
    this.#jumps.set(close, end);
    this.#linkEnd = Math.max(this.#linkEnd, close);
    return at + 1;
  }

  /** The index after a link's target; undefined when the brackets are only brackets. */
  #targetEnd(open: number, close: number): number | undefined {
    const next = this.#source[close + 1];
    if (next === '(') {
      const end = closingParenthesis(this.#source, close + 1);
      if (end !== undefined) return end + 1;
    }
    if (next === '[') {
      const end = this.#brackets.get(close + 1);
      if (end !== undefined) {
        const label = this.#source.slice(close + 2, end) || this.#source.slice(open + 1, close);
        if (this.#references.has(referenceLabel(label))) return end + 1;
      }
    }
    return this.#references.has(referenceLabel(this.#source.slice(open + 1, close))) ? close + 1 : undefined;
  }

  #markup(at: number): number {
    for (const pattern of [AUTOLINK, ENTITY, TAG]) {
      pattern.lastIndex = at;
      const match = pattern.exec(this.#source);
      if (match === null) continue;
      const end = at + match[0].length;
      if (pattern === AUTOLINK) return this.#put(match[1] ?? '', end);
      return this.#put(match[0], end, true);
    }
    return this.#put(this.#source[at] ?? '', at + 1);
  }

  #run(at: number, char: string): number {
    let end = at;
    while (this.#source[end] === char) end++;
    const before = this.#source[at - 1] ?? ' ';
    const after = this.#source[end] ?? ' ';
    const opensAt = !/\s/.test(after) && (!isPunctuation(after) || /\s/.test(before) || isPunctuation(before));
    const closesAt = !/\s/.test(before) && (!isPunctuation(before) || /\s/.test(after) || isPunctuation(after));
    const opens = opensAt && (char !== '_' || !closesAt || isPunctuation(before));
    const closes = closesAt && (char !== '_' || !opensAt || isPunctuation(after));
    const counts = char !== '~' || end - at === 2;
    this.#pieces.push({
      text: this.#source.slice(at, end),
      raw: false,
      linked: end <= this.#linkEnd,
      ...(counts && (opens || closes) ? { run: { char, opens, closes } } : {}),
    });
    return end;
  }
}

/** The form in which labels of link references are compared. */
export function referenceLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().slice(0, 1000);
}

function matchBrackets(source: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (char === '\\') i++;
    else if (char === '[') open.push(i);
    else if (char === ']') {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, i);
    }
  }
  return pairs;
}

/** A link's target is short; the bound keeps many unclosed parentheses from costing a scan of the text each. */
const LONGEST_TARGET = 3000;

function closingParenthesis(source: string, open: number): number | undefined {
  let depth = 0;
  const last = Math.min(source.length, open + LONGEST_TARGET);
  for (let i = open; i < last; i++) {
    const char = source[i];
    if (char === '\\') i++;
    else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return i;
  }
  return undefined;
}

function matchEmphasis(pieces: readonly Piece[]): void {
  const openers = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const run = piece.run;
    if (run === undefined) continue;
    const stack = openers.get(run.char) ?? [];
    openers.set(run.char, stack);
    while (run.closes && piece.text !== '') {
      const opener = stack.at(-1);
      if (opener === undefined) break;
      const count = Math.min(opener.text.length, piece.text.length);
      opener.text = opener.text.slice(count);
      piece.text = piece.text.slice(count);
      if (opener.text === '') stack.pop();
    }
    if (run.opens && piece.text !== '') stack.push(piece);
  }
}

function isPunctuation(char: string): boolean {
  return /[\p{P}\p{S}]/u.test(char);
}

function escaped(text: string): string {
  return text
    .replace(/[&<>]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;'))
    .replace(/\n/g, '<br>');
}
