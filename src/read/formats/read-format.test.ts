import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { must } from '../../../test/must.ts';
import { fileKind } from './file-kind.ts';
import { MEMBER_LIMITS } from './member-limits.ts';
import { readFormat } from './read-format.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('files of any format', () => {
  it('F4: what holds more files than can be handed on gives those that can, and names the rest', async () => {
    const mail = (n: number): string =>
      `From a@example.org Sat Jan  3 01:05:34 2015\nFrom: a@example.org\nTo: b@example.org\nSubject: letter ${n}\n\nx\n\n`;
    const box = utf8(Array.from({ length: MEMBER_LIMITS.files + 7 }, (_, n) => mail(n)).join(''));
    const { format, members, unread } = must(await readFormat(box, { fileName: 'letters.mbox' }));
    expect([format, members.length]).toEqual(['mbox', MEMBER_LIMITS.files]);
    expect(unread.filter(({ reason }) => reason === 'too-many')).toHaveLength(7);
  });

  it('F1: letters that begin a picture begin a text as well', async () => {
    const text = utf8('GIF89a is the name of a format that was in use when the first of these pages were made.\n');
    expect(fileKind(text, { fileName: 'a.txt' })).toEqual({ alone: false, picture: false, holdsFiles: false });
    expect(must(await readFormat(text, { fileName: 'a.txt' })).format).toBe('text');
  });

  it('F7: a gzip file gives the file inside, refuses what grows without end, and says what is damaged', async () => {
    const words = utf8('The society counted 31 people in the town in 2018.\n');
    const read = must(await readFormat(gzipSync(words), { fileName: 'in/report.txt.gz' }));
    expect(read.members.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ['report.txt', new TextDecoder().decode(words)],
    ]);
    const refused = async (bytes: Uint8Array): Promise<unknown> => {
      const result = await readFormat(bytes, { fileName: 'a.gz' });
      return result.ok ? 'read' : 'reason' in result.error ? result.error.reason : result.error.type;
    };
    expect(await refused(gzipSync(new Uint8Array(24 * 1024 * 1024)))).toBe('bomb');
    expect(await refused(gzipSync(words).subarray(0, 20))).toBe('damaged');
    expect(await refused(gzipSync(new Uint8Array(0)))).toBe('empty');
  });
});
