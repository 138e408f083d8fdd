import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Figure } from './figure.ts';

const runs = 15;
const root = join(import.meta.dirname, '..');

/** How long the commands take that people wait for most: help and version, beside an empty Node program. */
export async function figures(): Promise<readonly Figure[]> {
  const bare = median(['-e', '']);
  const figure = (name: string, value: number): Figure => ({
    name,
    value: round(value),
    unit: 'ms',
    n: runs,
    peer: 'node -e ""',
    ratio: round(value / bare),
    conditions: 'median of whole process runs',
  });
  const cli = join(root, 'dist/cli.js');
  return [figure('start: --help', median([cli, '--help'])), figure('start: version', median([cli, 'version']))];
}

function median(args: readonly string[]): number {
  const times = Array.from({ length: runs }, () => {
    const begun = performance.now();
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
    if (status !== 0) throw new Error(`ended with ${status}`);
    return performance.now() - begun;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
