import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../house/tree.ts';
import { coreWithoutRegisters } from './core-file.ts';
import { Desk, jsonLines, page } from './daybook.ts';
import { listeningPorts, type Needles, searchBytes, searchFile } from './process-tree.ts';
import { RunningEngine } from './running-engine.ts';
import { secretsOf } from './vault-secrets.ts';

const CLI = join(ROOT, 'dist/cli.js');
const LAUNCHER = join(ROOT, 'daybook');
const OPEN = ['open', '--passphrase-file', '../pass'];
const NO_PROC = 'there is no /proc here: the process was not looked into';
const STARTS = process.env['SLOW'] === undefined ? 12 : 400;
const SIGNALS = process.env['SLOW'] === undefined ? 20 : 1000;

describe('the process that holds the key', () => {
  const desk = new Desk();
  const kept = 'Quorvane';
  // Longer than the registers that a core keeps of each thread, in which a word can stand.
  const sentence =
    'Nobody but those who keep the lamps of the outer pier ever saw how the seven invented boats came in.';
  const typed =
    'Melisandrine counts the lamps of the inner pier, and nobody who passes there by night ever asks her why.';
  let source = '';
  let secrets: Needles = new Map();
  const engines: RunningEngine[] = [];
  let folders = 0;
  beforeAll(async () => {
    await desk.makeVault();
    desk.write('one.txt', `${page('12,000', `the harbour of ${kept}`)}\n${sentence}\n`);
    const [added] = jsonLines(await desk.onVault(['add', 'one.txt', '--json']));
    source = String(added?.['source']);
    secrets = await secretsOf(desk.path('daybook-vault'), [sentence, typed]);
  });
  afterAll(() => {
    for (const engine of engines) engine.stop();
    desk.remove();
  });

  /** Starts a program in an empty folder of its own beside the vault. */
  function start(command: readonly string[], env: NodeJS.ProcessEnv = {}): RunningEngine & { readonly folder: string } {
    const folder = desk.path(`run-${folders++}`);
    mkdirSync(folder);
    const engine = new RunningEngine(command, {
      cwd: folder,
      env: { ...env, DAYBOOK_VAULT: desk.path('daybook-vault') },
    });
    engines.push(engine);
    return Object.assign(engine, { folder });
  }

  /** Has the engine hold text, found and typed, and shows by a search that it does. */
  async function filled(engine: RunningEngine): Promise<void> {
    engine.write(`brief --about "${typed}" --out .\ntext --source ${source} --reveal\n`);
    expect(await engine.says(sentence)).toBe(true);
  }

  it(`H3: a signal that starts the debugger, at ${STARTS} moments of a start, leaves no vault open beside a listener`, async (context) => {
    context.skip(process.platform !== 'linux', NO_PROC);
    const ends = { killed: 0, refused: 0, opened: 0 };
    for (let i = 0; i < STARTS; i++) {
      const engine = start([process.execPath, CLI, ...OPEN]);
      engine.write('show\n');
      // The first half of a second covers a start, and its beginning is met most often.
      if (i < STARTS - 1) await wait(500 * (i / STARTS) ** 2);
      // The last one is open for sure, however slow the machine is.
      else await engine.says('1 source,');
      engine.signal('SIGUSR1');
      if (await engine.says('1 source,')) {
        ends.opened++;
        expect({ i, ports: listeningPorts(engine.pid) }).toEqual({ i, ports: [] });
        engine.write('quit\n');
        expect((await engine.ended).code).toBe(0);
        expect(engine.err).toBe('');
      } else {
        const { code, signal } = await engine.ended;
        // Before Node listens to signals, one simply ends it.
        if (signal === 'SIGUSR1') ends.killed++;
        else {
          ends.refused++;
          expect({ code, out: engine.out }).toEqual({ code: 2, out: '' });
          expect(engine.err).toContain('A debugger was started in this process, so no vault is opened.');
        }
      }
    }
    expect(ends.killed + ends.refused + ends.opened).toBe(STARTS);
    expect(ends.opened).toBeGreaterThan(0);
  });

  it(`H3: once it is open, ${SIGNALS} such signals start nothing`, async (context) => {
    context.skip(process.platform !== 'linux', NO_PROC);
    const engine = start([LAUNCHER, ...OPEN]);
    await filled(engine);
    for (let i = 0; i < SIGNALS; i++) {
      engine.signal('SIGUSR1');
      if (i % 20 === 0) await wait(5);
    }
    engine.write('verify\nlog\n');
    expect(await engine.says('Everything is as it was kept.')).toBe(true);
    expect(listeningPorts(engine.pid)).toEqual([]);
    engine.write('quit\n');
    expect((await engine.ended).signal).toBeNull();
    expect(engine.err).not.toContain('ebugger');
  });

  const options: readonly string[] = [
    '--inspect=127.0.0.1:0',
    '--inspect-brk=127.0.0.1:0',
    '--report-on-signal --report-on-fatalerror --report-uncaught-exception --report-directory=.',
    '--heapsnapshot-signal=SIGUSR2',
    '--heapsnapshot-near-heap-limit=2',
    '--heap-prof',
    '--cpu-prof',
    '--prof',
    '--trace-event-categories=node',
    '--require=./planted.cjs',
    '--import=./planted.cjs',
    '--abort-on-uncaught-exception',
  ];

  it('H1, H2: options of Node open no listener, write no file, load nothing, and no vault is opened: ./daybook', async (context) => {
    context.skip(process.platform === 'win32', 'the launcher of Windows is not run here');
    for (const NODE_OPTIONS of options) {
      const engine = start([LAUNCHER, ...OPEN], { NODE_OPTIONS });
      writeFileSync(join(engine.folder, 'planted.cjs'), 'require("fs").writeFileSync("planted-was-here", "")');
      engine.write('show\nquit\n');
      const { code } = await engine.ended;
      expect({ NODE_OPTIONS, code, out: engine.out }).toEqual({ NODE_OPTIONS, code: 2, out: '' });
      // Nothing but the refusal: Node says it when its debugger listens.
      expect(engine.err).toMatch(/^Node was started with flags [^\n]*\n$/);
      expect(readdirSync(engine.folder)).toEqual(['planted.cjs']);
    }
  });

  it('H1: other variables that Node obeys do not reach it, and harmless options keep no one out: ./daybook', async (context) => {
    context.skip(process.platform === 'win32', 'the launcher of Windows is not run here');
    const engine = start([LAUNCHER, ...OPEN], {
      NODE_V8_COVERAGE: 'coverage',
      NODE_DEBUG: 'fs,worker,child_process,stream',
      NODE_DEBUG_NATIVE: 'WORKER',
      NODE_REDIRECT_WARNINGS: 'warnings',
      NODE_COMPILE_CACHE: 'cache',
      NODE_REPL_EXTERNAL_MODULE: './planted.cjs',
      OPENSSL_CONF: 'openssl.cnf',
      NODE_OPTIONS: '--max-old-space-size=512',
    });
    engine.write('show\nquit\n');
    expect(await engine.ended).toEqual({ code: 0, signal: null });
    expect([engine.err, readdirSync(engine.folder)]).toEqual(['', []]);
    expect(engine.out).toContain('1 source,');
  });

  it('H2: without the launcher no vault is opened either, and no passphrase is asked', async () => {
    const env = { NODE_V8_COVERAGE: 'coverage', NODE_DEBUG: 'fs', NODE_REDIRECT_WARNINGS: 'warnings' };
    for (const [name, value] of Object.entries(env)) {
      const engine = start([process.execPath, CLI, ...OPEN], { [name]: value });
      const { code } = await engine.ended;
      expect({ name, code, out: engine.out }).toEqual({ name, code: 2, out: '' });
      expect(engine.err).toContain(`unset ${name}`);
    }
    for (const NODE_OPTIONS of options.filter((option) => !/inspect-brk|planted/.test(option))) {
      const engine = start([process.execPath, CLI, ...OPEN], { NODE_OPTIONS });
      const { code } = await engine.ended;
      // Some of them Node itself does not take from there, and ends with 9.
      expect({ NODE_OPTIONS, code: code === 9 ? 2 : code, out: engine.out }).toEqual({
        NODE_OPTIONS,
        code: 2,
        out: '',
      });
      expect(engine.err).toMatch(/Node was started with flags|A debugger was started|is not allowed in NODE_OPTIONS/);
      for (const file of readdirSync(engine.folder)) {
        expect(searchFile(join(engine.folder, file), secrets).found).toEqual([]);
      }
    }
  });

  it('H4: a core of it holds no memory, so neither key nor text, by whatever signal it dies; the same search finds them in a core without the filter', async (context) => {
    context.skip(process.platform !== 'linux', NO_PROC);
    const held: Needles = new Map([...secrets].filter(([name]) => ['database key', sentence, typed].includes(name)));
    const dying = async (name: NodeJS.Signals, undo: boolean) => {
      const shell = ['/bin/sh', '-c', 'ulimit -c unlimited && exec "$@"', 'sh'];
      const engine = start([...shell, process.execPath, CLI, ...OPEN]);
      await filled(engine);
      if (undo) writeFileSync(`/proc/${engine.pid}/coredump_filter`, '0x33');
      engine.signal(name);
      expect((await engine.ended).signal).toBe(name);
      return readdirSync(engine.folder)
        .filter((file) => file.startsWith('core'))
        .map((file) => join(engine.folder, file))
        .map((core) => (undo ? searchFile(core, held) : searchBytes(coreWithoutRegisters(core), secrets)));
    };
    const [unfiltered] = await dying('SIGABRT', true);
    context.skip(unfiltered === undefined, 'this system writes no core where it can be found: none was searched');
    expect(unfiltered?.found).toEqual([...held.keys()].sort());
    for (const name of ['SIGABRT', 'SIGQUIT', 'SIGSEGV'] as const) {
      const cores = await dying(name, false);
      expect({ name, cores: cores.length, found: cores.flatMap(({ found }) => found) }).toEqual({
        name,
        cores: 1,
        found: [],
      });
      // Registers and the list of what was mapped; all of the memory without the filter.
      expect(cores[0]?.bytes).toBeLessThan(2 * 1024 * 1024);
    }
  });

  it('H4: started as people start it, it leaves no core at all', async (context) => {
    context.skip(process.platform !== 'linux', NO_PROC);
    const engine = start(['/bin/sh', '-c', 'ulimit -c unlimited && exec "$@"', 'sh', LAUNCHER, ...OPEN]);
    await filled(engine);
    engine.signal('SIGABRT');
    expect((await engine.ended).signal).toBe('SIGABRT');
    expect(readdirSync(engine.folder).filter((file) => !file.startsWith('brief-'))).toEqual([]);
  });

  it('H5: out of memory, it writes no report, no snapshot, and no word of a document', async (context) => {
    context.skip(process.platform !== 'linux', NO_PROC);
    const shell = ['/bin/sh', '-c', 'ulimit -c unlimited && exec "$@"', 'sh'];
    const engine = start([...shell, process.execPath, '--max-old-space-size=48', CLI, ...OPEN]);
    await filled(engine);
    const piece = `${typed} ${sentence} `.repeat(512);
    let over = false;
    void engine.ended.then(() => {
      over = true;
    });
    // One line without an end: all of it is kept until it ends.
    for (let written = 0; !over && written < 1024 * 1024 * 1024; written += piece.length) {
      if (!engine.write(piece)) await Promise.race([engine.drained(), engine.ended]);
    }
    const { code, signal } = await engine.ended;
    expect({ code, signal }).toEqual({ code: null, signal: 'SIGABRT' });
    expect(engine.err).toContain('heap out of memory');
    expect(['Melisandrine', kept, sentence].filter((words) => engine.err.includes(words))).toEqual([]);
    const files = readdirSync(engine.folder).filter((file) => !file.startsWith('brief-'));
    expect(files.filter((file) => !file.startsWith('core'))).toEqual([]);
    for (const file of files) {
      const core = coreWithoutRegisters(join(engine.folder, file));
      expect(searchBytes(core, secrets).found).toEqual([]);
    }
  });
});
