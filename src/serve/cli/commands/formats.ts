import { z } from 'zod';
import { FORMATS } from '../../../read/index.ts';
import { TEXT_LIMIT } from '../../document-reading.ts';
import { EXIT, type ExitCode, type Stop } from '../../exit-code.ts';
import type { CommandContext } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { tableLines } from '../table.ts';

const schema = z.object({ json: given });

/** Says which formats are read, how, and up to what size. Needs no vault. */
export async function formats({ terminal }: CommandContext, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const rows = [TEXT, ...FORMATS];
  if (flags.value.json) {
    for (const { name, title, extensions, byteLimit, reads } of rows)
      terminal.out(jsonLine({ format: name, title, extensions, byteLimit, reads }));
    return EXIT.done;
  }
  const lines = tableLines(
    [
      { heading: 'format' },
      { heading: 'files' },
      { heading: 'up to', side: 'right' },
      { heading: 'what is read', least: 30 },
    ],
    rows.map(({ title, extensions, byteLimit, reads }) => [
      title,
      extensions.join(' '),
      `${Math.round(byteLimit / MEBI)} MB`,
      reads,
    ]),
    { cells: terminal.cells, rowLines: 3 },
  );
  for (const line of lines) terminal.out(line);
  terminal.out(
    'The bytes decide what a file is, not its name. What is larger, or of another format, is kept and not read.',
  );
  return EXIT.done;
}

const MEBI = 1024 * 1024;

const TEXT = {
  name: 'text',
  title: 'Text and pages',
  extensions: ['txt', 'md', 'html'],
  byteLimit: TEXT_LIMIT,
  reads:
    'plain text, Markdown and HTML, every visible character, in any encoding in use for English, Chinese and Korean',
} as const;
