import { describe, expect, it } from 'vitest';
import { sizeWords, vaultSentence } from './sentences.ts';
import { errorCode, systemStop } from './system-errors.ts';

describe('sentences', () => {
  it('say what is the matter and what to do, for every way in which a vault refuses', () => {
    const types = [
      { type: 'header-missing' },
      { type: 'header-damaged' },
      { type: 'header-forged' },
      { type: 'header-newer', version: 9 },
      { type: 'header-older' },
      { type: 'kdf-out-of-bounds', cost: { memoryKiB: 1, passes: 1, lanes: 1 } },
      { type: 'wrong-passphrase' },
      { type: 'recovery-opens-nothing' },
      { type: 'device-missing' },
      { type: 'device-damaged' },
      { type: 'device-newer', version: 9 },
      { type: 'database-damaged' },
      { type: 'database-newer', version: 9 },
      { type: 'folder-not-empty' },
      { type: 'vault-in-use' },
      { type: 'vault-changed' },
      { type: 'lock-damaged' },
      { type: 'head-missing' },
      { type: 'head-damaged' },
      { type: 'head-newer', version: 9 },
      { type: 'behind-head', missing: 1 },
      { type: 'log-differs-from-head' },
      { type: 'own-log-forked' },
    ] as const;
    const said = types.map((refusal) => vaultSentence(refusal, 'my-vault'));
    for (const { sentence, code } of said) {
      expect(sentence).toMatch(/^[A-Z][^\n]*[.\w]$/);
      expect(code).toBeGreaterThan(1);
    }
    expect(new Set(said.map(({ sentence }) => sentence)).size).toBe(types.length - 1);
  });

  it('know an error by its code alone, however deep it lies, and never by its words', () => {
    const full = Object.assign(new Error('ENOSPC: no space, write /home/x/secret'), { code: 'ENOSPC' });
    expect(systemStop(new Error('could not append', { cause: full }))?.sentence).toMatch(/^The disk is full\./);
    expect(systemStop(Object.assign(new Error('x'), { code: 'SQLITE_CORRUPT' }))?.code).toBe(5);
    expect(systemStop(new Error('ENOSPC'))).toBeUndefined();
    expect(errorCode(Object.assign(new Error('x'), { code: 'words of a document' }))).toBeUndefined();
    expect(errorCode('ENOSPC')).toBeUndefined();
  });

  it('give sizes as people say them', () => {
    expect([0, 1, 999, 1000, 28_200, 999_499, 999_600, 12_000_000, 3.4e12].map(sizeWords)).toEqual([
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1.0 KB',
      '28 KB',
      '999 KB',
      '1.0 MB',
      '12 MB',
      '3.4 TB',
    ]);
  });
});
