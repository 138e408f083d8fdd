import { readFileSync } from 'node:fs';

/**
 * Something by which this machine knows itself again after a start, so that a vault copied to another one is noticed;
 * undefined where the system has no such thing. The vault keeps only its digest, sealed.
 */
export function machineName(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
