import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How long a command took, and the memory of all its processes at their most, in bytes, sampled every 50 ms. */
export interface CommandRun {
  readonly seconds: number;
  readonly peak: number;
}

/** Runs the built command line; throws when it ends with none of these codes. */
export async function runCommand(args: readonly string[], codes: readonly number[] = [0]): Promise<CommandRun> {
  const begun = performance.now();
  const cli = join(import.meta.dirname, '../dist/cli.js');
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let peak = 0;
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const timer = setInterval(() => {
    peak = Math.max(peak, treeMemory(child.pid ?? 0));
  }, 50);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(timer);
  if (code === null || !codes.includes(code))
    throw new Error(`daybook ${args[0]} ended with code ${code}: ${errors.slice(0, 500)}`);
  return { seconds: (performance.now() - begun) / 1000, peak };
}

/** Resident memory of a process and all its descendants, in bytes; 0 where there is no /proc, or the process ended. */
function treeMemory(root: number): number {
  const parents = new Map<number, { readonly parent: number; readonly resident: number }>();
  for (const name of readProc()) {
    const read = readStatus(Number(name));
    if (read !== undefined) parents.set(Number(name), read);
  }
  let sum = 0;
  for (const [pid, { resident }] of parents) if (descends(pid, root, parents)) sum += resident;
  return sum;
}

function descends(pid: number, root: number, parents: ReadonlyMap<number, { readonly parent: number }>): boolean {
  for (let at: number | undefined = pid, steps = 0; at !== undefined && at > 0 && steps < 64; steps++) {
    if (at === root) return true;
    at = parents.get(at)?.parent;
  }
  return false;
}

function readProc(): readonly string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function readStatus(pid: number): { readonly parent: number; readonly resident: number } | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    const kibibytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    return { parent, resident: kibibytes * 1024 };
  } catch {
    // It ended between the listing and the reading.
    return undefined;
  }
}
