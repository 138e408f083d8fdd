import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isRecipient, makeSealingKey, openSeal, seal } from '../../src/exchange/index.ts';

const hasAge = canRun('age', ['--version']);

function canRun(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, [...args], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const held: Uint8Array[] = [];
  for await (const chunk of chunks) held.push(chunk);
  return Buffer.concat(held);
}

it.skipIf(!hasAge)(
  `E8: stock age opens what we seal, and we open what it seals, armored too${hasAge ? '' : ' (SKIPPED: age is not installed)'}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'daybook-age-'));
    const { identity, recipient } = await makeSealingKey();
    expect(isRecipient(recipient)).toBe(true);
    writeFileSync(join(folder, 'key'), `${identity}\n`, { mode: 0o600 });
    for (const length of [0, 100, 65_536, 1_000_000]) {
      const plain = randomBytes(length);
      writeFileSync(join(folder, 'ours.age'), await gathered(seal([plain], [recipient])));
      const theirs = execFileSync('age', ['-d', '-i', 'key', 'ours.age'], { cwd: folder, maxBuffer: 1 << 26 });
      expect(theirs.equals(plain)).toBe(true);
      for (const flags of [[], ['-a']]) {
        const sealed = execFileSync('age', ['-r', recipient, ...flags], { input: plain, maxBuffer: 1 << 26 });
        const opened = await openSeal([sealed], [{ type: 'identity', identity }]);
        expect(opened.ok && (await gathered(opened.value)).equals(plain)).toBe(true);
      }
    }
    rmSync(folder, { recursive: true });
  },
);
