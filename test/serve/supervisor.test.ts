import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskPort } from '../../src/serve/cli/desk-port.ts';
import { PASSED_VARIABLES } from '../../src/serve/engine-environment.ts';
import { ROOT } from '../house/tree.ts';
import { Desk, jsonLines, PASSPHRASE, page } from './daybook.ts';
import { childrenOf, isAlive, listeningPorts, type Needles, searchMemory, startOf } from './process-tree.ts';
import { PseudoTerminal, TERMINAL_AVAILABLE } from './pseudo-terminal.ts';
import { DeskClient, ensureBundle } from './running-desk.ts';
import { threadsOf, traceLines } from './system-trace.ts';
import { secretsOf } from './vault-secrets.ts';

const NO_TERMINAL = 'there is no script(1) of Linux here: supervisor and engine were not looked at';
const LOCKED = 'Press Enter to open it again';
const MANY = process.env['SLOW'] === undefined ? 1 : 20;

describe('the supervisor of daybook open', () => {
  const desk = new Desk();
  const kept = 'Quorvane';
  const typed = 'Melisandrine';
  const late = 'Ostrovka-by-night';
  let source = '';
  let secrets: Needles = new Map();
  let port = 0;
  const terminals: PseudoTerminal[] = [];
  beforeAll(async () => {
    ensureBundle();
    await desk.makeVault();
    desk.write('one.txt', page('12,000', `the harbour of ${kept}`));
    const [added] = jsonLines(await desk.onVault(['add', 'one.txt', '--json']));
    source = String(added?.['source']);
    secrets = await secretsOf(desk.path('daybook-vault'), [kept, typed, late]);
    port = deskPort(desk.path('daybook-vault'));
  });
  afterAll(() => {
    for (const terminal of terminals) terminal.close();
    desk.remove();
  });

  function start(args: readonly string[], before: readonly string[] = []): PseudoTerminal {
    const { NODE_OPTIONS: _options, DAYBOOK_VAULT: _vault, ...inherited } = process.env;
    const env = { ...inherited, INVENTED_TOKEN: 'not for the engine', COLUMNS: '100', LANG: 'C.UTF-8' };
    const terminal = new PseudoTerminal(args, { cwd: desk.folder, env, before });
    terminals.push(terminal);
    return terminal;
  }

  /** The program below a terminal, and the engine below that. */
  function processesOf(terminal: PseudoTerminal): { readonly supervisor: number; readonly engine: number } {
    const [supervisor = 0, ...others] = childrenOf(terminal.pid);
    const [engine = 0, ...more] = childrenOf(supervisor);
    expect([others, more]).toEqual([[], []]);
    expect([supervisor, engine]).not.toContain(0);
    return { supervisor, engine };
  }

  it(`H6, H8: locking ends the engine, and no other process ever held key or text: memory searched around ${MANY} lock(s)`, async (context) => {
    context.skip(!TERMINAL_AVAILABLE, NO_TERMINAL);
    const terminal = start([join(ROOT, 'daybook'), 'open', '--idle', '60']);
    let last = 0;
    for (let round = 0; round < MANY; round++) {
      await terminal.until('Passphrase (not shown): ');
      terminal.type(`${PASSPHRASE}\r`);
      await terminal.until('daybook> ');
      terminal.type(`text --source ${source} --reveal\r`);
      await terminal.until(kept);
      await terminal.until('daybook> ');
      terminal.type(`brief --about ${typed}\r`);
      await terminal.until('daybook> ');
      const { supervisor, engine } = processesOf(terminal);
      // A search that cannot find is no search: the engine holds all of it.
      const inEngine = searchMemory(engine, secrets);
      expect(inEngine.found).toEqual(expect.arrayContaining(['passphrase', 'database key', 'blob key', kept, typed]));
      const before = searchMemory(supervisor, secrets);
      expect({ round, found: before.found }).toEqual({ round, found: [] });
      expect(before.bytes).toBeGreaterThan(20 * 1024 * 1024);

      terminal.type('lock\r');
      await terminal.until('Locked. The vault is closed.');
      await terminal.until(LOCKED);
      expect(isAlive(engine)).toBe(false);
      const after = processesOf(terminal);
      expect(after.supervisor).toBe(supervisor);
      // What is typed too late goes to the engine to come, which has no key yet, and never to the one that stays.
      terminal.type(late);
      expect(searchMemory(supervisor, secrets).found).toEqual([]);
      expect(searchMemory(after.engine, secrets).found.filter((name) => name !== late)).toEqual([]);
      expect([listeningPorts(supervisor), listeningPorts(after.engine)]).toEqual([[port], []]);
      terminal.type('\r');
      last = after.engine;
    }
    await terminal.until('Passphrase (not shown): ');
    terminal.type('\u0003');
    expect(await terminal.ended()).toBe(2);
    expect(isAlive(last)).toBe(false);
    expect(terminal.shown.split('\u001b[3J').length - 1).toBe(MANY);
    expect(terminal.shown).not.toContain(PASSPHRASE);
  });

  it('D2, D3: what opens the vault at the desk never enters the supervisor, and the prompt shares what it opened', async (context) => {
    context.skip(!TERMINAL_AVAILABLE, NO_TERMINAL);
    const terminal = start([join(ROOT, 'daybook'), 'open', '--idle', '60']);
    await terminal.until(`The desk: http://127.0.0.1:${port}`);
    await terminal.until('Passphrase (not shown): ');
    const asked = new DeskClient(port);
    expect((await asked.unlock(PASSPHRASE)).status).toBe(200);
    await terminal.until('The vault was opened at the desk.');
    await terminal.until('daybook> ');
    terminal.type(`text --source ${source} --reveal\r`);
    await terminal.until(kept);
    const { supervisor, engine } = processesOf(terminal);
    expect(searchMemory(engine, secrets).found).toEqual(expect.arrayContaining(['passphrase', 'database key', kept]));
    expect(searchMemory(supervisor, secrets).found).toEqual([]);
    terminal.type('lock\r');
    await terminal.until(LOCKED);
    expect(isAlive(engine)).toBe(false);
    expect(searchMemory(supervisor, secrets).found).toEqual([]);
    expect((await asked.ask({ path: '/' })).body).toContain('name="passphrase"');
    // The lock of the desk reaches the prompt too, also while a command there waits for text.
    await asked.unlock(PASSPHRASE);
    await terminal.until('daybook> ');
    const second = processesOf(terminal).engine;
    terminal.type('brief --about -\r');
    await terminal.until('text> ');
    expect((await asked.post('lock', {})).status).toBe(200);
    await terminal.until('Locked. The vault is closed.');
    await terminal.until(LOCKED);
    expect(isAlive(second)).toBe(false);
    terminal.type('\u0003');
    expect(await terminal.ended()).toBe(0);
  });

  it('H8: the idle lock ends the engine, also when a command waits for text, and then quit leaves', async (context) => {
    context.skip(!TERMINAL_AVAILABLE, NO_TERMINAL);
    const terminal = start([join(ROOT, 'daybook'), 'open', '--idle', '0.02', '--passphrase-file', 'pass']);
    await terminal.until('The vault was opened with the passphrase file.');
    await terminal.until('daybook> ');
    expect(terminal.shown).not.toContain('at the desk');
    const { supervisor, engine } = processesOf(terminal);
    await terminal.until('Locked after 0.02 minutes without a command.');
    await terminal.until(LOCKED);
    expect(isAlive(engine)).toBe(false);
    terminal.type('\r');
    await terminal.until('daybook> ');
    const second = processesOf(terminal);
    terminal.type('brief --about -\r');
    await terminal.until('text> ');
    await terminal.until('Locked after 0.02 minutes without a command.');
    await terminal.until(LOCKED);
    expect(isAlive(second.engine)).toBe(false);
    expect(searchMemory(supervisor, secrets).found).toEqual([]);
    terminal.type('quit\r');
    expect(await terminal.ended()).toBe(0);
  });

  it('H8: Ctrl-Z stops no engine, and one whose supervisor is killed ends by itself', async (context) => {
    context.skip(!TERMINAL_AVAILABLE, NO_TERMINAL);
    const terminal = start([join(ROOT, 'daybook'), 'open', '--idle', '60', '--passphrase-file', 'pass']);
    await terminal.until('daybook> ');
    terminal.type('\u001a');
    terminal.type('show\r');
    await terminal.until('1 source,');
    const { supervisor, engine } = processesOf(terminal);
    process.kill(supervisor, 'SIGKILL');
    while (isAlive(engine)) await wait(50);
    terminal.close();
  });

  it('H7: the engine is started with the variables of the page and no flags of others', async (context) => {
    context.skip(!TERMINAL_AVAILABLE, NO_TERMINAL);
    const cli = join(ROOT, 'dist/cli.js');
    const command = [process.execPath, '--no-warnings', '--max-old-space-size=2000', cli, 'open', '--idle', '60'];
    const terminal = start(command);
    await terminal.until('Passphrase (not shown): ');
    const { supervisor, engine } = processesOf(terminal);
    const { words, variables } = startOf(engine);
    expect(startOf(supervisor).variables).toContain('INVENTED_TOKEN');
    const passed = PASSED_VARIABLES.map(({ name }) => name);
    // What Node itself adds, so that connections can be handed on.
    const channel = ['NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE'];
    expect(variables.filter((name) => !passed.includes(name))).toEqual(channel);
    expect(variables).toContain('TERM');
    expect(words.filter((word) => word !== '--disable-sigusr1')).toEqual([
      process.execPath,
      cli,
      ...['open', '--idle', '60', '--desk', String(port), '--engine', 'first'],
    ]);
    terminal.type('\u0003');
    expect(await terminal.ended()).toBe(2);
  });

  it('H6: it opens no file of the vault, loads no code that could, and reads no key of the terminal', async (context) => {
    context.skip(!TERMINAL_AVAILABLE, NO_TERMINAL);
    const log = desk.path('trace');
    const tracer = [
      'strace',
      '-f',
      '-y',
      '-s',
      '4096',
      '-o',
      log,
      '-e',
      'trace=open,openat,read,readv,execve,clone,clone3',
    ];
    context.skip(!traceLines.available(), 'strace is not installed: the supervisor was not traced');
    const cli = join(ROOT, 'dist/cli.js');
    const terminal = start([process.execPath, cli, 'open', '--idle', '60'], tracer);
    await terminal.until('Passphrase (not shown): ');
    terminal.type(`${PASSPHRASE}\r`);
    await terminal.until('daybook> ');
    terminal.type('lock\r');
    await terminal.until(LOCKED);
    terminal.type('quit\r');
    expect(await terminal.ended()).toBe(0);

    const lines = traceLines.of(readFileSync(log, 'utf8'));
    const started = lines.filter(({ call }) => call.startsWith('execve(') && call.includes('"open"'));
    const [supervisor, ...engines] = started
      .filter(({ call }) => call.includes(`"${cli}"`))
      .map(({ thread }) => thread);
    if (supervisor === undefined) throw new Error('the trace shows no supervisor');
    const threads = threadsOf(supervisor, lines);
    const own = lines.filter(({ thread }) => threads.has(thread)).map(({ call }) => call);
    const opened = own.flatMap((call) => /^open(?:at)?\(.*= \d+<([^>]*)>/.exec(call)?.[1] ?? []);
    expect({ engines: engines.length, threads: threads.size > 1, opened: opened.length > 10 }).toEqual({
      engines: 2,
      threads: true,
      opened: true,
    });
    expect(opened.filter((path) => path.startsWith(desk.path('daybook-vault')))).toEqual([]);
    expect(opened.filter((path) => /sqlcipher|argon2|age-encryption|shamir/.test(path))).toEqual([]);
    const code = opened.filter((path) => path.startsWith(join(ROOT, 'dist/')));
    const ofTheVault = code.filter((path) => /daybook\/slot\/v1|DAYBHEAD|PRAGMA/.test(readFileSync(path, 'utf8')));
    expect({ ofTheVault, some: code.length > 2 }).toEqual({ ofTheVault: [], some: true });
    const reads = (calls: readonly string[]) => calls.filter((call) => /^readv?\(\d+<\/dev\/(?:pts|tty)/.test(call));
    expect(reads(own)).toEqual([]);
    // The same search finds what the engines did.
    const others = lines.filter(({ thread }) => !threads.has(thread)).map(({ call }) => call);
    expect(reads(others).length).toBeGreaterThan(0);
    expect(others.some((call) => call.includes('daybook-vault/header.json'))).toBe(true);
  });
});
