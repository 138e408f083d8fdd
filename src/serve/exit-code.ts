/** What a command ends with. Fixed numbers: scripts look at them (docs/commands.md). */
export const EXIT = {
  done: 0,
  partFailed: 1,
  usage: 2,
  wrongPassphrase: 3,
  vaultInUse: 4,
  damaged: 5,
  heldBack: 6,
  inputRefused: 7,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command that stopped: one sentence on what is the matter, one on what to do, and its exit code. */
export interface Stop {
  readonly type: 'stop';
  readonly code: ExitCode;
  readonly sentence: string;
}

/** Makes a stop. */
export function stop(code: ExitCode, sentence: string): Stop {
  return { type: 'stop', code, sentence };
}
