import { resolve } from 'node:path';
import type { IntakeInput } from '../capture.ts';
import { withCaptured } from '../capture.ts';
import { type DocumentReading, READ_LIMIT, readDocument, TOO_LARGE } from '../document-reading.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../exit-code.ts';
import type { PackFiles } from '../reading-child.ts';
import { ReadingPool } from '../reading-pool.ts';
import { notReadWords } from '../sentences.ts';
import { oneLine } from './cell-text.ts';
import type { CommandContext } from './context.ts';
import { InputTooLong } from './terminal.ts';

type Read = Extract<DocumentReading, { type: 'read' }>;

/**
 * Has files read one after another, without a vault, and hands each to `tell` with the bare name of its file. A file that
 * cannot be read is told on the side and costs itself alone.
 */
export async function readFiles(
  context: CommandContext,
  files: readonly string[],
  options: { readonly pack: PackFiles | undefined },
  tell: (file: string, document: Read) => void,
): Promise<ExitCode | Stop> {
  const { terminal, installation } = context;
  const claims = options.pack !== undefined;
  const pool = new ReadingPool({ installation, pack: options.pack, most: 1 });
  let failed = 0;
  try {
    for (const shown of files) {
      const input = await inputOf(context, shown);
      const read =
        input === undefined
          ? undefined
          : await withCaptured(input, READ_LIMIT, ({ bytes, sha256 }) =>
              bytes === undefined
                ? Promise.resolve(TOO_LARGE)
                : readDocument(pool, { bytes, sha256, claims, fileName: input.fileName }),
            );
      if (input !== undefined && read?.ok && read.value.type === 'read') {
        tell(input.fileName, read.value);
        continue;
      }
      failed++;
      const why =
        read === undefined
          ? 'longer than 16 MB'
          : read.ok
            ? read.value.type === 'read'
              ? ''
              : notReadWords(read.value.reason)
            : WHY[read.error.type];
      terminal.err(`${oneLine(shown)}: ${why}`);
    }
  } finally {
    await pool.close();
  }
  if (failed === 0) return EXIT.done;
  return failed === files.length ? EXIT.inputRefused : EXIT.partFailed;
}

/** What is missing when neither files nor a source are named, or both are. */
export function chooseInput(command: string, files: readonly string[], source: string | undefined): Stop | undefined {
  if (files.length > 0 === (source !== undefined)) {
    return stop(EXIT.usage, `Name files, or a source in the vault: ${command} FILE..., or ${command} --source ID`);
  }
  return undefined;
}

const WHY = {
  empty: 'empty',
  missing: 'no such file',
  'not-allowed': 'may not be read',
  'not-a-file': 'a folder, or no file at all; name files',
  'too-deep': 'below too many folders',
  'name-not-utf8': 'its name is not UTF-8; rename it',
} as const;

async function inputOf(context: CommandContext, shown: string): Promise<IntakeInput | undefined> {
  if (shown !== '-') {
    const path = resolve(context.folder, shown);
    return { type: 'file', shown, fileName: path.split(/[\\/]/).at(-1) ?? shown, path };
  }
  try {
    return { type: 'bytes', shown, fileName: 'standard-input', bytes: await context.terminal.readInput(READ_LIMIT) };
  } catch (error) {
    if (error instanceof InputTooLong) return undefined;
    throw error;
  }
}
