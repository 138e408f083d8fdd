import { describe, expect, test } from 'vitest';
import type { Result } from '../../base/index.ts';
import type { FormatReading } from './format.ts';
import { readMail } from './mail.ts';
import { mailDay } from './mail-date.ts';

const HEAD = 'From: Ola Berg <ola@fjord.example>\r\nSubject: Crates\r\nMIME-Version: 1.0\r\n';

function read(message: string): FormatReading {
  const reading: Result<FormatReading, { readonly type: string }> = readMail(new TextEncoder().encode(message), {
    fileName: 'a.eml',
  });
  if (!reading.ok) throw new Error(reading.error.type);
  return reading.value;
}

function textsOf({ text }: FormatReading): readonly string[] {
  return text?.blocks.map((block) => block.text) ?? [];
}

function multipart(type: string, parts: readonly string[]): string {
  return `Content-Type: multipart/${type}; boundary=b\r\n\r\n${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`;
}

describe('a message', () => {
  test('what is encrypted is said to be, and its headers are read (M8)', () => {
    const pgp = read(
      HEAD + multipart('encrypted', ['Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1', 'X: 1\r\n\r\nabc']),
    );
    const smime = read(
      `${HEAD}Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\n\r\nabc`,
    );
    const inline = read(`${HEAD}\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nabc\r\n-----END PGP MESSAGE-----\r\n`);
    expect([pgp.unread, smime.unread, inline.unread]).toEqual(
      Array.from({ length: 3 }, () => [{ part: 'message', reason: 'encrypted' }]),
    );
    expect([textsOf(pgp).length, textsOf(smime).length]).toEqual([1, 1]);
  });

  test('a signature is said to be left unread (M8)', () => {
    const signed = read(
      HEAD +
        multipart('signed', [
          '\r\nTwelve crates.',
          'Content-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nabc',
        ]),
    );
    expect(textsOf(signed).at(-1)).toBe('Twelve crates.');
    expect(signed.unread).toEqual([{ part: 'signature', reason: 'not-supported' }]);
    expect(signed.members).toEqual([]);
  });

  test('nesting, number of parts and a missing end are bounded and said (M9)', () => {
    const nested = Array.from(
      { length: 60 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    ).join('');
    expect(read(`${HEAD}${nested}\r\ndeep`).unread.map(({ reason }) => reason)).toContain('too-deep');
    const many =
      HEAD +
      multipart(
        'mixed',
        Array.from({ length: 3000 }, () => '\r\nx'),
      );
    expect(read(many).unread).toEqual([{ part: 'parts after 1000', reason: 'too-many' }]);
    expect(read(`${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhalf`).unread).toEqual([
      { part: 'end of the message', reason: 'damaged' },
    ]);
  });

  test('messages within messages are read to a depth, and deeper ones are members (M7)', () => {
    const deep = Array.from({ length: 9 }, () => `${HEAD}Content-Type: message/rfc822\r\n\r\n`).join('') + HEAD;
    const reading = read(deep);
    expect(textsOf(reading)).toHaveLength(6);
    expect(reading.members.map(({ name, mediaType }) => [name, mediaType])).toEqual([['part-1.eml', 'message/rfc822']]);
  });

  test('no header can be forged by an encoded line end, and the first of a name stands (M4)', () => {
    const forged = read(
      `Subject: =?utf-8?Q?Crates=0D=0AFrom:_x@y.example?=\r\nFrom: a@b.example\r\nFrom: c@d.example\r\n\r\nx`,
    );
    expect(textsOf(forged)[0]).toBe('From: a@b.example\nSubject: Crates From: x@y.example');
  });

  test('a name leads out of no folder and hides no ending (M6)', () => {
    const names = ['../../etc/passwd', 'C:\\\\temp\\\\a.txt', 'annex\u202egpj.exe', '..', ''];
    const parts = names.map((name) => `Content-Disposition: attachment; filename="${name}"\r\n\r\nx`);
    expect(read(HEAD + multipart('mixed', parts)).members.map(({ name }) => name)).toEqual([
      'passwd',
      'a.txt',
      'annexgpj.exe',
      'part-4.txt',
      'part-5.txt',
    ]);
  });

  test('two attachments of one name stay apart (M6)', () => {
    const part = 'Content-Disposition: attachment; filename=a.txt\r\n\r\nx';
    expect(read(HEAD + multipart('mixed', [part, part])).members.map(({ name }) => name)).toEqual([
      'a.txt',
      'a (2).txt',
    ]);
  });

  test('a text that says something else than the one taken becomes a member (M5)', () => {
    const other = 'Content-Type: text/plain\r\n\r\nThe courier waits at noon behind the mill.';
    const page = `Content-Type: text/html\r\n\r\n<p>${'Spring sale of garden chairs and tables. '.repeat(3)}</p>`;
    const reading = read(HEAD + multipart('alternative', [other, page]));
    expect(textsOf(reading)[1]).toMatch(/^Spring sale/);
    expect(reading.members.map(({ name }) => name)).toEqual(['alternative.txt']);
  });

  test('flowed lines are paragraphs again (M5)', () => {
    const reading = read(
      `${HEAD}Content-Type: text/plain; format=flowed\r\n\r\nTwelve crates \r\nstood there.\r\n> quoted \r\n> line\r\n-- \r\nOla`,
    );
    expect(textsOf(reading)[1]).toBe('Twelve crates stood there.\n> quoted line\n-- \nOla');
  });

  test('bytes without a header of mails, and none at all, are refused', () => {
    const reason = (text: string) => {
      const reading = readMail(new TextEncoder().encode(text), { fileName: 'a.eml' });
      return reading.ok ? undefined : reading.error.reason;
    };
    expect([reason(''), reason('Twelve crates.\n\nNote: none'), reason(`X: ${'a'.repeat(2_000_000)}\n\n`)]).toEqual([
      'empty',
      'damaged',
      'too-large',
    ]);
  });

  test('the day is that of the sender, and nothing is guessed', () => {
    expect(
      [
        'Tue, 3 Mar 2015 23:59:00 -1100',
        '03 Mar 98 1:00 GMT',
        '3-Mar-2015',
        'Tue, 31 Feb 2015 00:00',
        '2015-03-03',
        'soon',
      ].map(mailDay),
    ).toEqual(['2015-03-03', '1998-03-03', '2015-03-03', undefined, undefined, undefined]);
  });
});
