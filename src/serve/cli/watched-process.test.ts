import { describe, expect, it } from 'vitest';
import { watchedProcess } from './watched-process.ts';

const watched = (flags: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  watchedProcess({ execArgv: flags, environment, debuggerListens: false });

describe('a process that others can look into', () => {
  it('H2: opens no vault, whichever way it was asked for, also by a flag that is not known yet', () => {
    const flags = [
      ...[
        '--inspect',
        '--inspect-brk=0',
        '--inspect-port=9',
        '--inspect-wait',
        '--inspect-publish-uid=http',
        '--debug-port=1',
      ],
      ...['--heapsnapshot-signal=SIGUSR2', '--heapsnapshot-near-heap-limit=3', '--heap-prof', '--cpu-prof', '--prof'],
      ...['--report-on-signal', '--report-on-fatalerror', '--report-uncaught-exception', '--report-directory=/tmp'],
      ...[
        '--require=./x.js',
        '-r',
        '--import',
        '--experimental-loader',
        '--env-file=x',
        '--eval',
        '-p',
        '--watch',
        '--test',
      ],
      ...[
        '--abort-on-uncaught-exception',
        '--abort_on_uncaught_exception',
        '--trace-events-enabled',
        '--trace-uncaught',
      ],
      ...['--redirect-warnings=x', '--diagnostic-dir=x', '--tls-keylog=x', '--perf-basic-prof', '--log', '--expose-gc'],
      ...['--allow-natives-syntax', '--a-flag-of-tomorrow', './x.js', '"--require', '--max-old-space-size=9 --inspect'],
    ];
    const refused = (variable: string, flag: string) =>
      watched([], { [variable]: `--no-warnings ${flag}` }) !== undefined;
    expect(flags.filter((flag) => watched([flag]) === undefined)).toEqual([]);
    expect(flags.filter((flag) => !refused('NODE_OPTIONS', flag))).toEqual([]);
    // What ./daybook kept from Node.
    expect(flags.filter((flag) => !refused('DAYBOOK_NODE_OPTIONS', flag))).toEqual([]);
  });

  it('H2: harmless flags and variables are let through', () => {
    expect(watched([])).toBeUndefined();
    expect(watched(['--no-warnings', '--enable-source-maps', '--disable-sigusr1'])).toBeUndefined();
    const options = ' --max-old-space-size=4096  --max_semi_space_size=8 ';
    expect(watched([], { NODE_OPTIONS: options, DAYBOOK_NODE_OPTIONS: options })).toBeUndefined();
    expect(watched([], { NODE_ENV: 'production', NODE_VERSION: '24.1.0', NODE_DEBUG: '' })).toBeUndefined();
  });

  it('H2: a variable that has Node write down or load something is named', () => {
    for (const name of ['NODE_V8_COVERAGE', 'NODE_DEBUG', 'NODE_DEBUG_NATIVE', 'NODE_REDIRECT_WARNINGS']) {
      expect(watched([], { [name]: 'x' })?.sentence).toContain(`unset ${name}`);
    }
  });

  it('H3: a debugger that listens is told first', () => {
    const started = { execArgv: ['--inspect'], environment: {}, debuggerListens: true };
    expect(watchedProcess(started)?.sentence).toContain('somebody is trying to look into it');
  });
});
