import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listedCommands } from './house/command-list.ts';
import { planted } from './house/planted.ts';
import { isPersonCommand, personFlags } from './house/refusal-rules.ts';
import { ROOT } from './house/tree.ts';

// docs/refusals.md, R1. The tree itself is held to these rules by house.test.ts.
describe('nothing looks for people', () => {
  it.each([
    ['a flag that sorts by age', 'src/serve/a.ts', "export const b = ['--sort-by-age', 'youngest first'];"],
    ['a flag that filters by protection', 'src/serve/a.ts', 'export const b = `--protection CLASS`;'],
    ['a flag that lists mentions', 'src/serve/cli/a.ts', "export const b = '--mentions';"],
    [
      'a query by quasi-identifier',
      'src/read/a.ts',
      'export interface PassageQuery { readonly quasiIdentifiers: string[] }',
    ],
    ['a filter by protection', 'src/vault/a.ts', 'export type SourceFilter = { readonly protection: string };'],
    ['an order by mentions', 'src/brief/a.ts', 'export interface SortOrder { readonly mentions: number }'],
    ['a function that lists mentions', 'src/vault/a.ts', 'export function listMentions(): void {}'],
    ['a function that counts by protection', 'src/brief/a.ts', 'export function claimsByProtection(): void {}'],
    ['a function that finds witnesses', 'src/serve/a.ts', 'export function findWitness(): void {}'],
    ['a table of mentions', 'src/vault/a.ts', "export const b = 'CREATE TABLE mention (id TEXT) STRICT';"],
    ['an index over protection', 'src/vault/a.ts', "export const b = 'CREATE INDEX x ON passage (protection)';"],
    [
      'a search by quasi-identifier',
      'src/vault/a.ts',
      'export const b = (n: string) => `SELECT ${n} FROM claim WHERE quasi_key = ?`;',
    ],
  ])('%s is caught', (_what, path, text) => {
    expect(planted(path, text)).toEqual(['searches by person']);
  });

  it.each([
    ['marking what is protected', 'src/read/a.ts', 'export function findMentions(): void {}'],
    ['masking it', 'src/serve/a.ts', 'export function maskProtected(): void {}'],
    ['showing it on request', 'src/serve/a.ts', "export const b = '--reveal';"],
    [
      'holding it back',
      'src/brief/a.ts',
      'export function holdBack(mentions: readonly string[]): number { return mentions.length; }',
    ],
    [
      'a search by words and place',
      'src/vault/a.ts',
      'export interface PassageQuery { readonly words: string; readonly place: string }',
    ],
    ['pages', 'src/serve/a.ts', "export const b = ['--page', '--passphrase-file', '--language'];"],
  ])('%s is allowed', (_what, path, text) => {
    expect(planted(path, text)).toEqual([]);
  });

  it('knows a flag and a command that speak of people', () => {
    expect(personFlags('use --vault DIR, --by-age or --witness NAME')).toEqual(['--by-age', '--witness']);
    expect(['find-witness', 'mentions', 'show', 'collection'].filter(isPersonCommand)).toEqual([
      'find-witness',
      'mentions',
    ]);
  });
});

describe('the command line as built', () => {
  it('offers no command and no flag that looks for people', () => {
    const help = (args: readonly string[]): string =>
      execFileSync(process.execPath, [join(ROOT, 'dist/cli.js'), ...args, '--help'], { encoding: 'utf8' });
    const commands = listedCommands(help([]));
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.filter(isPersonCommand)).toEqual([]);
    for (const command of commands) expect(personFlags(help([command])), command).toEqual([]);
  });
});
