import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listedCommands } from './house/command-list.ts';
import { commandsNamed, readPages } from './house/pages.ts';
import { maskTranscript, transcriptOf } from './house/transcript.ts';
import { ROOT } from './house/tree.ts';

function daybook(args: readonly string[]): string {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', COLUMNS: '100', NO_COLOR: '1' };
  return execFileSync(process.execPath, [join(ROOT, 'scripts/launch.cjs'), ...args], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

describe('the commands', () => {
  it('each have their line in README.md or docs/commands.md, and no line speaks of a command that is not there', () => {
    const listed = listedCommands(daybook(['--help']));
    expect(listed.length).toBeGreaterThan(0);
    const pages = readPages();
    const pagesOfCommands = pages.filter(({ path }) => path === 'README.md' || path === 'docs/commands.md');
    const documented = new Set(pagesOfCommands.flatMap(commandsNamed));
    expect(listed.filter((name) => !documented.has(name))).toEqual([]);
    const named = pages.flatMap((page) => commandsNamed(page).map((name) => `${page.path}: ${name}`));
    expect(named.filter((line) => !listed.includes(line.split(': ')[1] ?? ''))).toEqual([]);
  });
});

describe('a transcript', () => {
  it('is masked where runs differ, and nowhere else', () => {
    const text =
      'KEEP  12 received, 12 stored in 1.3 s, 2.4 MB\r\nhead 00ff12ab… size 31  \n' +
      'captured 2026-09-14T08:11:02Z by you\nfingerprint 12ab 34cd 56ef 7890\npassphrase, shown once: five words in a row\n' +
      'READ  93,000 people, close to 400,000, at the end of 2004-12';
    expect(maskTranscript(text)).toBe(
      'KEEP  12 received, 12 stored in <time>, <size>\nhead <id> size 31\n' +
        'captured <when> by you\nfingerprint <id>\npassphrase, shown once: <words>\n' +
        'READ  93,000 people, close to 400,000, at the end of 2004-12',
    );
  });

  it('stands between its two marks', () => {
    const page = 'a\n<!-- transcript: ./daybook demo -->\n\n```text\nKEEP\nREAD\n```\n\n<!-- end of transcript -->\nb';
    expect(transcriptOf(page)).toBe('KEEP\nREAD\n');
    expect(transcriptOf('a page without one')).toBeUndefined();
  });
});

describe('a help page', () => {
  it('lists its commands under the heading that says so', () => {
    const help =
      'Usage: daybook [options] [command]\n\nOptions:\n  -V, --version  the version\n\nCommands:\n' +
      '  init [options] [dir]  make a vault\n  add <path...>         add files\n                        and folders\n  help [command]        help\n';
    expect(listedCommands(help)).toEqual(['init', 'add']);
  });
});
