import type { Command } from 'commander';
import type { ExitCode, Stop } from '../exit-code.ts';
import type { CommandContext } from './context.ts';

/** What a group of commands is declared with. */
export interface CommandTools {
  readonly context: CommandContext;
  /** Declares a command. */
  readonly add: (name: string, description: string) => Command;
  /** Declares one that opens a vault: by itself it takes the flags that name one, at the prompt it uses the open one. */
  readonly onVault: (name: string, description: string) => Command;
  /** Takes the outcome of whichever command ran. */
  readonly done: (outcome: ExitCode | Stop) => void;
}

/** The switch of every command that has a result for programs. */
export const JSON_FLAG: readonly [string, string] = ['--json', 'one JSON object per line'];
