import { randomFillSync } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './figure.ts';
import { runCommand } from './process-tree.ts';

const FILES = 10_000;
const LARGE_BYTES = 2 * 1024 * 1024 * 1024;

/** Adds 10,000 small files, and then one of 2 GB, through the command line: the rate, and the memory of all processes. */
export async function figures(): Promise<readonly Figure[]> {
  const base = mkdtempSync(join(tmpdir(), 'daybook-bench-'));
  try {
    writeSmall(join(base, 'small'));
    writeFileSync(join(base, 'passphrase'), 'a bench passphrase of several words\n');
    const common = ['--vault', join(base, 'vault'), '--passphrase-file', join(base, 'passphrase')];
    await runCommand(['init', join(base, 'vault'), '--passphrase-file', join(base, 'passphrase')]);
    const small = await runCommand(['add', join(base, 'small'), '--json', ...common]);
    const again = await runCommand(['add', join(base, 'small'), '--json', ...common]);
    writeLarge(join(base, 'large.bin'));
    const large = await runCommand(['add', join(base, 'large.bin'), '--json', ...common]);
    const files = `${FILES} text files of a few sentences, each with a figure, read, encrypted and signed`;
    const one = 'one file of 2 GB of random bytes, digested twice and encrypted, too large to be read';
    const memory = 'resident memory of all processes together, sampled every 50 ms';
    return [
      { name: 'small files added', value: round(FILES / small.seconds), unit: 'files/s', n: FILES, conditions: files },
      { name: 'peak memory of that', value: round(small.peak / 1e6), unit: 'MB', n: FILES, conditions: memory },
      {
        name: 'the same files added again',
        value: round(FILES / again.seconds),
        unit: 'files/s',
        n: FILES,
        conditions: 'all of them are there already',
      },
      {
        name: 'a large file added',
        value: round(LARGE_BYTES / 1e6 / large.seconds),
        unit: 'MB/s',
        n: 1,
        conditions: one,
      },
      { name: 'peak memory of that', value: round(large.peak / 1e6), unit: 'MB', n: 1, conditions: memory },
    ];
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

function writeSmall(folder: string): void {
  for (let n = 0; n < FILES; n++) {
    const below = join(folder, String(Math.floor(n / 100)));
    if (n % 100 === 0) mkdirSync(below, { recursive: true });
    const text = `SAMPLE, INVENTED\n\nReport ${n} of the Lantern Society, 3 May 2019\n\nThe society said that ${1000 + n} people lived near the harbour at the end of 2018.\n`;
    writeFileSync(join(below, `${n}.txt`), text);
  }
}

function writeLarge(path: string): void {
  const file = openSync(path, 'w');
  const piece = Buffer.alloc(16 * 1024 * 1024);
  for (let at = 0; at < LARGE_BYTES; at += piece.length) writeSync(file, randomFillSync(piece));
  closeSync(file);
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
