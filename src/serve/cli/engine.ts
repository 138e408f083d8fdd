import { ok, type Result, refuse } from '../../base/index.ts';
import { Activity } from '../activity.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../exit-code.ts';
import type { DeskServer } from '../http/desk-server.ts';
import { idleMinutes } from '../workspace-settings.ts';
import type { CommandContext, Session } from './context.ts';
import { CONNECTION, READY } from './desk-listener.ts';
import { type PromptEnd, runPrompt } from './prompt.ts';
import { LOCKED } from './supervisor.ts';
import { VaultDoor } from './vault-door.ts';
import { openSession, type VaultFlags, vaultNamed, withPassphrase } from './vault-session.ts';

/** How often it is looked whether the supervisor is still there, in milliseconds. */
const LOOK_MS = 2000;

export interface EngineOptions extends VaultFlags {
  /** Minutes without work after which it locks; else as the workspace is set. */
  readonly idle: number | undefined;
  /** How a supervisor started it: at first, or after it was locked. Undefined when there is no supervisor. */
  readonly engine: 'first' | 'again' | undefined;
  /** The port of the desk, which the supervisor holds; undefined without one. */
  readonly desk: number | undefined;
  /** How often the desk was guessed at since a passphrase was right. */
  readonly guesses: number;
  /** Whether there is a prompt, or the desk alone. */
  readonly prompt: boolean;
}

/**
 * Opens the vault, at the terminal or at the lock page of the desk, whichever is first; serves both; and ends this process
 * when it locks. One that is started after a lock has neither key nor text until somebody opens the vault again.
 */
export async function runEngine(context: CommandContext, options: EngineOptions): Promise<ExitCode | Stop> {
  if (options.engine === undefined) return runAlone(context, options);
  endWithSupervisor();
  const named = await vaultNamed(context, options.vault);
  if (!named.ok) return named.error;
  const door = new VaultDoor(context, named.value);
  const desk = await openDesk(context, door, options);
  const end = await serve(context, door, desk, options);
  if (end.type === 'quit') return end.code;
  if (end.type === 'refused') return end.stop;
  // A question that is still open at the terminal would keep this process.
  if (end.type === 'stopped') return process.exit(EXIT.done);
  context.terminal.err(
    end.type === 'idle'
      ? `Locked after ${minutesWords(end.limitMs)} without a command. The vault is closed.`
      : 'Locked. The vault is closed.',
  );
  // Key and text go with the process, whatever in it is still under way; the supervisor knows this code.
  return process.exit(LOCKED);
}

/** Without a supervisor nobody opens the vault again, and there is no desk: lines come over a pipe. */
async function runAlone(context: CommandContext, options: EngineOptions): Promise<ExitCode | Stop> {
  const opened = await openSession(context, options);
  if (!opened.ok) return opened.error;
  const session = opened.value;
  const activity = await activityOf(context, session, options);
  const end = await runPrompt({ ...context, session }, { activity, locked: new Promise(() => undefined) });
  if (end.type !== 'quit') context.terminal.clear();
  await session.vault.close();
  if (end.type === 'quit') return end.code;
  context.terminal.err(
    end.type === 'idle'
      ? `Locked after ${minutesWords(activity.limitMs)} without a command. The vault is closed.`
      : 'Locked. The vault is closed.',
  );
  return EXIT.done;
}

type End =
  | { readonly type: 'quit'; readonly code: ExitCode }
  | { readonly type: 'refused'; readonly stop: Stop }
  | { readonly type: 'stopped' | 'locked' }
  | { readonly type: 'idle'; readonly limitMs: number };

/** From the closed vault to its end. What comes back has closed the vault, and answers no connection any more. */
async function serve(
  context: CommandContext,
  door: VaultDoor,
  desk: Desk | undefined,
  options: EngineOptions,
): Promise<End> {
  const stopped = signalled();
  try {
    const opened = await Promise.race([openAnywhere(context, door, options), stopped.then(() => undefined)]);
    if (opened === undefined) return { type: 'stopped' };
    if (!opened.ok) return opened.error.code === EXIT.done ? { type: 'quit', code: EXIT.done } : stopEnd(opened.error);
    const session = opened.value;
    const activity = await activityOf(context, session, options);
    const locked = desk?.server.open(session, activity) ?? new Promise<'locked'>(() => undefined);
    const end = options.prompt
      ? await Promise.race([runPrompt({ ...context, session }, { activity, locked }), stopped])
      : await withoutPrompt(activity, locked, stopped);
    if (end.type !== 'quit') context.terminal.clear();
    try {
      await desk?.server.close();
    } finally {
      // Also when a vault that was destroyed meanwhile takes no note any more: its threads would keep this process.
      await session.vault.close();
    }
    if (end.type === 'quit' || end.type === 'stopped') return end;
    return end.type === 'idle' ? { type: 'idle', limitMs: activity.limitMs } : { type: 'locked' };
  } finally {
    await desk?.server.close();
    desk?.leave();
  }
}

function stopEnd(refused: Stop): End {
  return { type: 'refused', stop: refused };
}

async function withoutPrompt(
  activity: Activity,
  locked: Promise<'locked'>,
  stopped: Promise<Stopped>,
): Promise<PromptEnd | Stopped> {
  const idle = activity.wait();
  const end = await Promise.race([locked, idle.over, stopped]);
  idle.stop();
  return typeof end === 'string' ? { type: end } : end;
}

/** The session, opened at the terminal, with a passphrase file, or at the desk. Code 0 when whoever was asked wants to leave. */
async function openAnywhere(
  context: CommandContext,
  door: VaultDoor,
  { engine, prompt, passphraseFile }: EngineOptions,
): Promise<Result<Session, Stop>> {
  const elsewhere = door.opened.then((session) => ok(session));
  // After a lock a passphrase file opens nothing by itself: nobody would have locked anything.
  if (!prompt) {
    return engine === 'again' || passphraseFile === undefined
      ? elsewhere
      : withPassphrase(context, passphraseFile, (passphrase) => door.unlock(passphrase));
  }
  const calledOff = new AbortController();
  const here = openHere(context, door, { engine, passphraseFile, calledOff: calledOff.signal });
  const first = await Promise.race([
    here.then((opened) => ({ opened, by: 'terminal' as const })),
    elsewhere.then((opened) => ({ opened, by: 'desk' as const })),
  ]);
  if (first.by === 'desk') calledOff.abort();
  // The door tells of what was opened here before `here` does: only what came of that says who it was.
  const opened = await here;
  if (first.by === 'terminal' && !opened.ok) return opened;
  if (!opened.ok) context.terminal.err('The vault was opened at the desk.');
  else if (passphraseFile !== undefined) context.terminal.err('The vault was opened with the passphrase file.');
  return first.opened;
}

async function openHere(
  context: CommandContext,
  door: VaultDoor,
  options: Pick<EngineOptions, 'engine' | 'passphraseFile'> & { readonly calledOff: AbortSignal },
): Promise<Result<Session, Stop>> {
  const { engine, passphraseFile, calledOff } = options;
  if (engine === 'again') {
    const question = 'Press Enter to open it again, or type quit: ';
    const answer = await context.terminal.ask(question, { calledOff });
    if (answer === undefined || /^\s*(?:q|quit|exit)\s*$/i.test(answer)) return refuse(stop(EXIT.done, ''));
  }
  const unlock = (passphrase: string): Promise<Result<Session, Stop>> => door.unlock(passphrase);
  return withPassphrase(context, passphraseFile, unlock, undefined, calledOff);
}

async function activityOf(
  { now }: CommandContext,
  { vault }: Session,
  { idle }: Pick<EngineOptions, 'idle'>,
): Promise<Activity> {
  return new Activity((idle ?? (await idleMinutes(vault))) * 60_000, now);
}

function minutesWords(ms: number): string {
  return `${Math.round(ms / 6) / 10_000} minutes`;
}

/** The desk in this process. */
interface Desk {
  readonly server: DeskServer;
  /** Takes no connections any more, and lets this process end. */
  readonly leave: () => void;
}

/** Answers what the supervisor hands on, from the lock page on. */
async function openDesk(
  context: CommandContext,
  door: VaultDoor,
  { desk: port, guesses }: EngineOptions,
): Promise<Desk | undefined> {
  if (port === undefined || process.send === undefined) return undefined;
  const { DeskServer } = await import('../http/desk-server.ts');
  const { terminal, installation, version, now, random } = context;
  const server = new DeskServer({
    ...{ port, installation, version, now, random, guesses },
    unlock: (passphrase) => door.unlock(passphrase),
    guessed: (count) => process.send?.(count),
    broken: (code) => terminal.err(`Something at the desk broke (code ${code}).`),
  });
  const take = (message: unknown, connection: unknown): void => {
    if (message === CONNECTION) server.take(connection);
  };
  const orphaned = (): void => process.exit(EXIT.partFailed);
  process.on('message', take);
  process.once('disconnect', orphaned);
  process.send(READY);
  terminal.err(`The desk: http://127.0.0.1:${port}`);
  return {
    server,
    leave: () => {
      process.off('message', take);
      process.off('disconnect', orphaned);
      if (process.connected) process.disconnect();
    },
  };
}

interface Stopped {
  readonly type: 'stopped';
}

/** Settles when somebody asks this process to stop. At a prompt Ctrl-C is a key like others, and comes as none. */
function signalled(): Promise<Stopped> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => resolve({ type: 'stopped' }));
    }
  });
}

/** An engine whose supervisor was killed would stay open beside the shell, and nobody would wait for its lock. */
function endWithSupervisor(): void {
  if (process.platform === 'win32') return;
  const supervisor = process.ppid;
  setInterval(() => {
    if (process.ppid !== supervisor) process.exit(EXIT.partFailed);
  }, LOOK_MS).unref();
}
