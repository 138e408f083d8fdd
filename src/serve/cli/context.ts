import type { Vault } from '../../vault/index.ts';
import type { Clock } from '../clock.ts';
import type { Stop } from '../exit-code.ts';
import type { Installation } from '../paths.ts';

/** Where a command reads and writes. */
export interface Terminal {
  /** One line of the result. */
  readonly out: (line: string) => void;
  /** One line about the work: progress, notices, refusals. */
  readonly err: (line: string) => void;
  /** A line that the next one of its kind replaces; nothing when nobody watches. */
  readonly progress: (line: string) => void;
  /** Cells of a line. */
  readonly cells: number;
  /** Whether somebody sits at it and can be asked. */
  readonly asks: boolean;
  /** Whether somebody can be asked what is shown when it is typed: also at the prompt, whose lines are its own. */
  readonly confirms: boolean;
  /** Whether what is printed is seen on a terminal, whose control sequences a document must not reach. */
  readonly shows: boolean;
  /** Takes everything off the screen, with what was scrolled away; nothing when there is no screen. */
  readonly clear: () => void;
  /** A line that somebody types; undefined when there is none, or the question was called off. `hidden`: without showing it. */
  readonly ask: (
    question: string,
    options?: { readonly hidden?: boolean; readonly calledOff?: AbortSignal | undefined },
  ) => Promise<string | undefined>;
  /** One key that somebody presses, in small letters, '' for Enter; where only lines come, the first of one. Undefined at the end. */
  readonly key: (question: string) => Promise<string | undefined>;
  /** Everything on standard input as bytes; throws beyond the limit. */
  readonly readInput: (limit: number) => Promise<Uint8Array>;
}

/** What every command is given: nothing below reads the environment, the clock or the terminal by itself. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly installation: Installation;
  readonly version: string;
  /** The folder that relative paths begin at. */
  readonly folder: string;
  /** The vault that the environment names. */
  readonly defaultVault: string | undefined;
  readonly now: Clock;
  readonly random: (count: number) => Uint8Array;
  /** Whole numbers from 0 to one below, each as likely as the next. */
  readonly randomInt: (below: number) => number;
  /** Runs something long that can end early: its signal is aborted when the user asks to stop. */
  readonly interruptible: <T>(run: (interrupted: AbortSignal) => Promise<T>) => Promise<T>;
  /**
   * Waits for what may come from outside, as a command does that follows a folder. Where a vault locks by itself, time is counted
   * meanwhile, since what was `done` last; when it was too long the prompt ends, and this never settles.
   */
  readonly resting: (wait: () => Promise<void>, since: { readonly done: boolean }) => Promise<void>;
  /** Something by which this machine knows itself again. */
  readonly machine: string | undefined;
  /** Why no vault may be opened in this process: something is attached that could read its memory. Looked at anew each time. */
  readonly watched: Stop | undefined;
  /** The vault that the prompt holds open; undefined for a command by itself. */
  readonly session: Session | undefined;
}

export interface Session {
  readonly vault: Vault;
  /** The folder as the user named it. */
  readonly folder: string;
}
