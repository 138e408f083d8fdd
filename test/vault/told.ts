import { writeSync } from 'node:fs';

/** Prints a campaign's figures at once, past the reporter, so that a run that is stopped leaves what it had found. */
export function tell(...lines: readonly string[]): void {
  writeSync(1, `${lines.join('\n')}\n`);
}
