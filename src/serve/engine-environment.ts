/** A variable that the engine is started with, and why. */
export interface PassedVariable {
  readonly name: string;
  readonly why: string;
}

/** All that the engine learns from the environment. Everything else stays behind: what is not there steers nothing. */
export const PASSED_VARIABLES: readonly PassedVariable[] = [
  { name: 'DAYBOOK_VAULT', why: 'the vault to open when none is named' },
  { name: 'DAYBOOK_TYPED', why: 'how the program was started, so that commands are printed as they are typed here' },
  { name: 'HOME', why: 'cloud folders are looked for in it' },
  { name: 'USERPROFILE', why: 'the same on Windows' },
  { name: 'SystemRoot', why: 'Windows cannot start a program without it' },
  { name: 'TERM', why: 'how the terminal is to be spoken to' },
  { name: 'NO_COLOR', why: 'no colours in help' },
  { name: 'LANG', why: 'the language and writing of the system' },
  { name: 'LC_ALL', why: 'the same, before LANG' },
  { name: 'LC_CTYPE', why: 'the same, for writing' },
  { name: 'TZ', why: 'the time zone of the system' },
];

/** The environment of the engine, made from that of whoever starts it. */
export function engineEnvironment(from: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = PASSED_VARIABLES.map(({ name }) => [name, from[name]] as const);
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
}
