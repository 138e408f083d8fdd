import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

describe.skipIf(process.platform === 'win32')('commands are printed as they are typed', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'daybook-typed-'));
    symlinkSync(join(ROOT, 'daybook'), join(folder, 'daybook'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const told = (program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string => {
    const { NODE_OPTIONS: _options, DAYBOOK_VAULT: _vault, DAYBOOK_TYPED: _typed, ...inherited } = process.env;
    return spawnSync(program, [...args, 'verify', '--vault', 'nowhere'], {
      cwd: folder,
      env: { ...inherited, ...env },
      encoding: 'utf8',
    }).stderr;
  };

  it('with the path by which Daybook was started, and by its name where the shell finds it', () => {
    expect(told('./daybook', [])).toContain('make one: ./daybook init nowhere');
    expect(told('daybook', [], { PATH: `${folder}:${process.env['PATH'] ?? ''}` })).toContain(
      'make one: daybook init nowhere',
    );
  });

  it('by no words of the environment that are more than a path', () => {
    const cli = join(ROOT, 'dist/cli.js');
    expect(told(process.execPath, [cli])).toContain('make one: daybook init nowhere');
    expect(told(process.execPath, [cli], { DAYBOOK_TYPED: 'rm -r ~; daybook' })).toContain(
      'make one: daybook init nowhere',
    );
  });
});
