import { describe, expect, it } from 'vitest';
import { watchedProcess } from './watched-process.ts';

describe('a process that others can look into', () => {
  it('opens no vault', () => {
    const flags = [
      '--inspect',
      '--inspect-brk=0',
      '--inspect-port=9',
      '--heapsnapshot-signal=SIGUSR2',
      '--heap-prof',
      '--cpu-prof',
      '--report-on-signal',
      '--require=./x.js',
      '-r',
      '--import',
      '--experimental-loader',
      '--abort-on-uncaught-exception',
    ];
    expect(flags.filter((flag) => watchedProcess([flag], undefined) === undefined)).toEqual([]);
    expect(flags.filter((flag) => watchedProcess([], `--no-warnings ${flag}`) === undefined)).toEqual([]);
  });

  it('harmless flags are let through', () => {
    expect(watchedProcess([], undefined)).toBeUndefined();
    expect(watchedProcess(['--no-warnings', '--enable-source-maps'], '--max-old-space-size=4096')).toBeUndefined();
  });
});
