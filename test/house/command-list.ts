/**
 * The commands that a help page lists, in its order: the first word of each line under a heading that speaks of
 * commands. Empty when there is no such heading.
 */
export function listedCommands(help: string): readonly string[] {
  const found: string[] = [];
  let within = false;
  for (const line of help.split('\n')) {
    if (/^\S/.test(line)) within = /\bcommands\b[^:]*:?\s*$/i.test(line);
    const name = within ? /^ {1,4}([a-z][a-z-]*)(?:\||\s|$)/.exec(line)?.[1] : undefined;
    if (name !== undefined && name !== 'help') found.push(name);
  }
  return found;
}
