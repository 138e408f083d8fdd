import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listedCommands } from '../house/command-list.ts';
import { ROOT } from '../house/tree.ts';
import { Desk } from './daybook.ts';

it('every flag of every command has its line in docs/commands.md, and no flag there is unknown', async () => {
  const desk = new Desk();
  try {
    const own = (await desk.run(['--help'])).out;
    const commands = listedCommands(own);
    expect(commands.length).toBeGreaterThan(10);
    const helps = await Promise.all(commands.map(async (name) => (await desk.run([name, '--help'])).out));
    const known = new Set([own, ...helps].flatMap((help) => help.match(/--[a-z][a-z-]*/g) ?? []));
    const page = readFileSync(join(ROOT, 'docs/commands.md'), 'utf8');
    const documented = new Set(page.match(/--[a-z][a-z-]*/g) ?? []);
    // Flags of Node that are named as what no vault is opened with.
    for (const flag of ['--inspect', '--require']) documented.delete(flag);
    expect([...known].sort()).toEqual([...documented].sort());
  } finally {
    desk.remove();
  }
});
