import { createInterface } from 'node:readline/promises';
import { fitCells, manyLines } from './cell-text.ts';
import type { Terminal } from './context.ts';
import { keyIn } from './key-line.ts';
import { readSecretLine } from './secret-line.ts';

/** Fewest and most cells that lines are laid out for: narrower is unreadable, wider tires the eye. */
const LEAST_CELLS = 60;
const MOST_CELLS = 160;
/** What files and pipes are laid out for. */
const PLAIN_CELLS = 100;

export interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** The terminal that a command was started from. */
export function processTerminal({ stdin, stdout, stderr }: Streams): Terminal {
  let progressShown = false;
  const clear = (): void => {
    if (progressShown) stderr.write('\r\u001b[2K');
    progressShown = false;
  };
  const cells = stdout.isTTY ? Math.min(MOST_CELLS, Math.max(LEAST_CELLS, stdout.columns ?? PLAIN_CELLS)) : PLAIN_CELLS;
  const asks = stdin.isTTY === true && stderr.isTTY === true;
  const ask: Terminal['ask'] = async (question, options) => {
    clear();
    if (options?.hidden === true) {
      const line = await readSecretLine(stdin, () => stderr.write(question), options.calledOff);
      stderr.write('\n');
      return line;
    }
    const lines = createInterface({ input: stdin, output: stderr, historySize: 0 });
    const closed = new Promise<undefined>((resolve) => lines.once('close', () => resolve(undefined)));
    // Ctrl-Z would stop this process and leave the one that waits for it in front of an empty terminal.
    lines.on('SIGTSTP', () => undefined);
    options?.calledOff?.addEventListener('abort', () => lines.close());
    try {
      return await Promise.race([lines.question(question), closed]);
    } finally {
      lines.close();
    }
  };
  return {
    cells,
    asks,
    confirms: asks,
    shows: stdout.isTTY === true,
    out: (line) => {
      clear();
      stdout.write(`${line}\n`);
    },
    err: (line) => {
      clear();
      // Arguments come back in refusals, and a shell fills them in from names of files that others chose.
      stderr.write(`${manyLines(line)}\n`);
    },
    progress: (line) => {
      if (!stderr.isTTY) return;
      clear();
      if (line === '') return;
      stderr.write(fitCells(line, Math.max(20, (stderr.columns ?? PLAIN_CELLS) - 1)));
      progressShown = true;
    },
    clear: () => {
      if (stdout.isTTY) stdout.write('\u001b[2J\u001b[3J\u001b[H');
    },
    ask,
    key: async (question) => keyIn(await ask(question)),
    readInput: (limit) => readAll(stdin, limit),
  };
}

/** All bytes of a stream; throws when there are more than the limit. */
async function readAll(stream: AsyncIterable<Uint8Array | string>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    length += bytes.length;
    if (length > limit) throw new InputTooLong();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Standard input held more than is taken from it. */
export class InputTooLong extends Error {
  constructor() {
    super('the input is too long');
  }
}
