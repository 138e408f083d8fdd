import type { CommandTools } from './command-tools.ts';

/** Commands by which vaults of one workspace exchange what they hold. */
export function addExchangeCommands(_tools: CommandTools): void {}
