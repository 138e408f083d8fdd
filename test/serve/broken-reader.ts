import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from '../../src/serve/paths.ts';
import { installation } from './daybook.ts';

/** A program in the place of the reading process, below a folder of the test, as a parser that was broken by a document would behave. */
export function brokenReader(folder: string, name: string, program: string): Installation {
  const readingProcess = join(folder, 'dist', `${name}.mjs`);
  mkdirSync(join(folder, 'dist'), { recursive: true });
  writeFileSync(readingProcess, program);
  // Where the true one lies: it may read nothing else.
  return { ...installation, root: folder, readingProcess };
}

/** The beginning of such a program: it starts well, has `frame` to answer with, and calls `misbehave` for whatever it is asked. */
export const READY = `
const frame = (header, ...sections) => {
  const all = [Buffer.from(JSON.stringify(header)), ...sections.map((text) => Buffer.from(text))];
  const head = Buffer.alloc(4 * (all.length + 1));
  [all.length, ...all.map((part) => part.length)].forEach((n, i) => head.writeUInt32BE(n, 4 * i));
  process.stdout.write(Buffer.concat([head, ...all]));
};
let first = true;
process.stdin.on('data', () => {
  if (first) { first = false; frame({ type: 'ready' }); } else misbehave();
});
`;
