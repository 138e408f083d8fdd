import { execFileSync } from 'node:child_process';

/** Worker threads and child processes run the bundle, since Node 20 cannot load TypeScript: build it before any test. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs', '--with-tests'], { stdio: 'inherit' });
}
