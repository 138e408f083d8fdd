import { describe, expect, it } from 'vitest';
import { HARMLESS_FLAGS, WATCHING_VARIABLES } from '../../src/serve/cli/watched-process.ts';
import { PASSED_VARIABLES } from '../../src/serve/engine-environment.ts';
import { listedCommands } from '../house/command-list.ts';
import { codeRows, readPages } from '../house/pages.ts';
import { Desk } from './daybook.ts';

function page(path: string): string {
  const found = readPages().find((one) => one.path === path);
  if (found === undefined) throw new Error(`${path} is missing`);
  return found.text;
}

/** The rows of the first table after a rule's number. */
function rowsAfter(rule: string): ReturnType<typeof codeRows> {
  const text = page('docs/processes.md');
  const from = text.indexOf(`**${rule}.`);
  const to = text.indexOf('\n**H', from + 1);
  return codeRows({ path: 'docs/processes.md', text: text.slice(from, to) });
}

describe('what SECURITY.md says to people who are in trouble', () => {
  const text = page('SECURITY.md');
  const firstScreen = text.split('\n## ')[0] ?? '';

  it('answers the six questions before anything else', () => {
    const asked = [...firstScreen.matchAll(/^\| \*\*([^*]+)\*\* \|/gm)].map(([, words]) => words);
    expect(asked).toEqual([
      'It was stolen, lost or taken while locked',
      'It was taken while unlocked',
      'I am forced to unlock it',
      'I lost the passphrase',
      'A colleague leaves',
      'The disk breaks',
    ]);
    // One line of table heading and rule, one each, and each row has three cells.
    const rows = firstScreen.split('\n').filter((line) => line.startsWith('|'));
    expect(rows.map((row) => row.split('|').length)).toEqual(rows.map(() => 5));
    expect(firstScreen.split('\n').length).toBeLessThan(20);
  });

  it('names commands that exist, and the time of the idle lock that is set', async () => {
    const desk = new Desk();
    try {
      const listed = ['lock', ...listedCommands((await desk.run(['--help'])).out)];
      const [, tools = ''] = text.split('## What the tools do');
      const named = [...`${firstScreen}${tools.split('\n## ')[0]}`.matchAll(/`([a-z]+)(?: [a-z]+)?`/g)];
      expect(named.length).toBeGreaterThan(5);
      expect(named.map(([, name = '']) => name).filter((name) => !listed.includes(name))).toEqual([]);
      const help = await desk.run(['open', '--help']);
      expect(/is set,\s+else (\d+)\)/.exec(help.out)?.[1]).toBe('10');
      expect(firstScreen).toContain('Ten minutes after the last command');
    } finally {
      desk.remove();
    }
  });
});

describe('what is written about processes', () => {
  it('H2: lists the flags that are harmless and the variables that are not', () => {
    const names = rowsAfter('H2').map(({ name }) => name);
    expect(names).toEqual([...HARMLESS_FLAGS, ...WATCHING_VARIABLES]);
  });

  it('H7: lists what the engine is started with, and why', () => {
    const rows = rowsAfter('H7').map(({ name, cells: [why] }) => ({ name, why }));
    expect(rows).toEqual(PASSED_VARIABLES);
  });

  it('numbers its rules from H1 to H15', () => {
    const numbers = [...page('docs/processes.md').matchAll(/^\*\*H(\d+)\./gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 15 }, (_, at) => at + 1));
  });
});
