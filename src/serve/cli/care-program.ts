import type { CommandTools } from './command-tools.ts';

/** Commands about people, erasing and how long things are kept. */
export function addCareCommands(_tools: CommandTools): void {}
