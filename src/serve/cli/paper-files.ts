import { rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ok, type Result, refuse } from '../../base/index.ts';
import { makeFolders } from '../../vault/index.ts';
import { EXIT, type Stop, stop } from '../exit-code.ts';
import { paperHtml, paperLines, type RecoveryPaper } from '../recovery-paper.ts';
import { errorCode } from '../system-errors.ts';
import { oneLine, wrapCells } from './cell-text.ts';
import type { Terminal } from './context.ts';

export interface NamedPaper {
  /** Put behind the name that the user gave. */
  readonly ending: string;
  readonly paper: RecoveryPaper;
}

/**
 * Writes each paper as text and as a page to be printed, for their owner alone. Answers the files as the user would name
 * them; refused, with nothing left, when one is there already or lies in the vault's own folder.
 */
export function writePapers(
  from: string,
  vaultFolder: string,
  { out, papers }: { readonly out: string; readonly papers: readonly NamedPaper[] },
): Result<readonly string[], Stop> {
  const base = baseName(from, out);
  const within = relative(vaultFolder, resolve(from, base));
  if (within === '' || !/^\.\.(?:$|[\\/])/.test(within)) {
    return refuse(
      stop(
        EXIT.inputRefused,
        'These words open the vault, so they must not lie in its folder, where whoever takes one takes both. Name another place: --out NAME',
      ),
    );
  }
  const written: string[] = [];
  try {
    makeFolders(dirname(resolve(from, base)));
    for (const { ending, paper } of papers) {
      for (const [kind, text] of [
        ['txt', `${paperLines(paper).join('\n')}\n`],
        ['html', paperHtml(paper)],
      ] as const) {
        const file = `${base}${ending}.${kind}`;
        writeFileSync(resolve(from, file), text, { flag: 'wx', mode: 0o600 });
        written.push(file);
      }
    }
  } catch (error) {
    removePapers(from, written);
    if (errorCode(error) !== 'EEXIST') throw error;
    return refuse(
      stop(
        EXIT.inputRefused,
        `There is a file named ${oneLine(base)}… already, and nothing is written over. Name another: --out NAME`,
      ),
    );
  }
  return ok(written);
}

/** What the names of the files begin with: in a folder that is there, `daybook-recovery`; else what was given. */
function baseName(from: string, out: string): string {
  const isFolder =
    /[\\/]$/.test(out) || statSync(resolve(from, out), { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? join(out, 'daybook-recovery') : out.replace(/\.(?:txt|html)$/i, '');
}

/** Takes papers away again that stand for nothing. */
export function removePapers(from: string, files: readonly string[]): void {
  for (const file of files) rmSync(resolve(from, file), { force: true });
}

/** Shows papers one after another, each gone from the screen before the next. */
export async function showPapers(terminal: Terminal, papers: readonly NamedPaper[]): Promise<Stop | undefined> {
  for (const { paper } of papers) {
    for (const line of paperLines(paper).flatMap((each) => wrapCells(each, terminal.cells))) terminal.out(line);
    const answer = await terminal.ask('Press Enter when it is on paper; the screen is then cleared. ');
    terminal.clear();
    if (answer === undefined) return stop(EXIT.usage, 'No shares were made.');
  }
  return undefined;
}
