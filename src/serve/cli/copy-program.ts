import type { CommandTools } from './command-tools.ts';

/** Commands about copies of a vault: backups, restoring, checkpoints kept elsewhere. */
export function addCopyCommands(_tools: CommandTools): void {}
