import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figure.ts';
import type { PdfAnswer } from './pdf-child.ts';

// The bundle and this file both lie one folder below the repository's root.
const FOLDER = join(import.meta.dirname, '../../shared/testdata/pdf');
const CHILD = join(import.meta.dirname, '../dist/bench-pdf-child.js');
const LIMIT_MS = 30_000;
/** Files that are about East Asian text by their name, beside those in which such characters were found. */
const CJK = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Every file of the suite of pdf.js, in a process that is ended after 30 seconds: how each ends, and its text beside that
 * of Debian's pdftotext, as multisets of characters without white space.
 */
export async function figures(): Promise<readonly Figure[]> {
  if (!existsSync(FOLDER)) {
    console.error('testdata is not beside the repository: figures of PDF are left out');
    return [];
  }
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.pdf'));
  const outcomes: { readonly name: string; readonly answer: PdfAnswer | 'hung' | 'died'; readonly ms: number }[] = [];
  const reader = new Reader();
  for (const name of names) {
    const from = performance.now();
    outcomes.push({ name, answer: await reader.read(join(FOLDER, name)), ms: performance.now() - from });
  }
  reader.close();
  const ended = (end: string): number =>
    outcomes.filter(({ answer }) => (typeof answer === 'string' ? answer : answer.outcome) === end).length;
  for (const { name, answer } of outcomes) {
    if (typeof answer === 'string') console.error(`${name}: ${answer}`);
    else if (answer.outcome !== 'read')
      console.error(`${name}: ${answer.outcome}: ${[...new Set(answer.reasons)].join(', ')}`);
  }
  const compared = outcomes.flatMap(({ name, answer }) => {
    const other = otherText(join(FOLDER, name));
    const text = typeof answer === 'string' ? '' : answer.text;
    return other === undefined ? [] : [{ name, ...agreement(text, other), cjk: CJK.test(other) || CJK.test(text) }];
  });
  const conditions = 'pdf.js suite, one process, 30 s each';
  const count = (name: string, value: number): Figure => ({ name, value, unit: 'files', n: names.length, conditions });
  const texts = compared.filter(({ size }) => size > 0);
  for (const { name, f1, size } of texts.filter(({ cjk }) => cjk))
    console.error(`CJK ${name}: F1 ${f1.toFixed(3)} of ${size} characters`);
  for (const { name, f1, size } of texts.filter((each) => !each.cjk && each.f1 < 0.95))
    console.error(`differs ${name}: F1 ${f1.toFixed(3)} of ${size} characters`);
  const mean = (each: readonly { readonly f1: number }[]): number =>
    each.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, each.length);
  const beside = (name: string, each: typeof texts): Figure => ({
    name,
    value: Number(mean(each).toFixed(4)),
    unit: 'F1 of characters',
    n: each.length,
    peer: 'pdftotext',
    conditions: 'files in which either finds text; mean over files, white space left out',
  });
  return [
    count('PDF read', ended('read')),
    count('PDF read in part', ended('partly')),
    count('PDF without text, offered for recognition', ended('no text')),
    count('PDF refused', ended('refused')),
    count('PDF that hung', ended('hung')),
    count('PDF that ended their process', ended('died')),
    {
      name: 'slowest PDF',
      value: Math.round(Math.max(...outcomes.map(({ ms }) => ms))),
      unit: 'ms',
      n: names.length,
      conditions,
    },
    beside('PDF text beside pdftotext', texts),
    beside(
      'PDF text beside pdftotext, East Asian',
      texts.filter(({ cjk }) => cjk),
    ),
  ];
}

/** A process that reads, replaced when a file ended it. */
class Reader {
  #child: ChildProcess | undefined;

  async read(path: string): Promise<PdfAnswer | 'hung' | 'died'> {
    this.#child ??= fork(CHILD, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const child = this.#child;
    const answer = await new Promise<PdfAnswer | 'hung' | 'died'>((resolve) => {
      const timer = setTimeout(() => settle('hung'), LIMIT_MS);
      const died = (): void => settle('died');
      const settle = (each: PdfAnswer | 'hung' | 'died'): void => {
        clearTimeout(timer);
        child.off('message', settle);
        child.off('exit', died);
        resolve(each);
      };
      child.once('message', settle);
      child.once('exit', died);
      child.send(path);
    });
    if (typeof answer === 'string') this.close();
    return answer;
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}

function otherText(path: string): string | undefined {
  try {
    return execFileSync('pdftotext', ['-enc', 'UTF-8', path, '-'], {
      timeout: LIMIT_MS,
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString('utf8');
  } catch {
    return undefined;
  }
}

function agreement(ours: string, theirs: string): { readonly f1: number; readonly size: number } {
  const [a, b] = [counts(ours), counts(theirs)];
  let shared = 0;
  for (const [character, n] of a) shared += Math.min(n, b.get(character) ?? 0);
  const total = sum(a) + sum(b);
  return { f1: total === 0 ? 1 : (2 * shared) / total, size: sum(b) || sum(a) };
}

function counts(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  // Ligatures and forms of width are one letter written two ways; what programs take for a hyphen differs.
  for (const character of text.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}]/gu, ''))
    found.set(character, (found.get(character) ?? 0) + 1);
  return found;
}

function sum(each: ReadonlyMap<string, number>): number {
  return [...each.values()].reduce((all, n) => all + n, 0);
}
