import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readSecretLine } from './secret-line.ts';

class Keyboard extends PassThrough {
  raw: boolean | undefined;

  setRawMode(raw: boolean): void {
    this.raw = raw;
  }
}

async function type(...keys: readonly string[]): Promise<string | undefined> {
  const keyboard = new Keyboard();
  const line = readSecretLine(keyboard, () => expect(keyboard.raw).toBe(true));
  for (const key of keys) keyboard.write(key);
  const typed = await line;
  // Whatever happened, the terminal shows again what is typed.
  expect(keyboard.raw).toBe(false);
  return typed;
}

describe('a line that is not shown', () => {
  it('is what was typed, with what was taken back left out', async () => {
    expect(await type('six ', 'words\r')).toBe('six words');
    expect(await type('abx\u007fc\r')).toBe('abc');
    expect(await type('wrong\u0015right\n')).toBe('right');
    expect(await type('a\u001b[D', '\u001b[A', 'b\r')).not.toContain('\u001b');
  });

  it('is put together when a character comes in pieces', async () => {
    const keyboard = new Keyboard();
    const line = readSecretLine(keyboard, () => expect(keyboard.raw).toBe(true));
    const bytes = Buffer.from('비밀\r');
    keyboard.write(bytes.subarray(0, 2));
    keyboard.write(bytes.subarray(2));
    expect(await line).toBe('비밀');
  });

  it('can be given up', async () => {
    expect(await type('half\u0003')).toBeUndefined();
    expect(await type('\u0004')).toBeUndefined();
  });
});
