import type { CommandTools } from './command-tools.ts';

/** Commands about who can open a vault: passphrases, recovery, revoking, panic. */
export function addKeyCommands(_tools: CommandTools): void {}
