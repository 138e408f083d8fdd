import { describe, expect, test } from 'vitest';
import { readMbox } from './mbox.ts';

function membersOf(mailbox: string): readonly string[] | string {
  const reading = readMbox(new TextEncoder().encode(mailbox), { fileName: 'a.mbox' });
  if (!reading.ok) return reading.error.reason;
  return reading.value.members.map(({ name, bytes }) => `${name}|${new TextDecoder().decode(bytes)}`);
}

describe('a mailbox', () => {
  test('every message is a member, and quoted lines are as they were sent (M10)', () => {
    const box =
      'From ola@fjord.example Tue Mar  3 09:12:44 2015\nSubject: one\n\nFrom here on: nothing.\n\nFrom the jetty at 10:00 we left.\n>From there\n>>From far\n\n' +
      'From MAILER-DAEMON Tue Mar  3 09:12:45 2015\nSubject: two\n\nend\n';
    expect(membersOf(box)).toEqual([
      'message-00001.eml|Subject: one\n\nFrom here on: nothing.\n\nFrom the jetty at 10:00 we left.\nFrom there\n>From far\n',
      'message-00002.eml|Subject: two\n\nend',
    ]);
  });

  test('line ends of other systems part messages too', () => {
    expect(
      membersOf(
        'From a Tue Mar  3 09:12:44 2015\r\nA: 1\r\n\r\nx\r\n\r\nFrom a Tue Mar  3 09:12:44 2015\r\nB: 2\r\n\r\n',
      ),
    ).toEqual(['message-00001.eml|A: 1\r\n\r\nx\r\n', 'message-00002.eml|B: 2\r\n']);
  });

  test('what begins as no mailbox is refused', () => {
    expect([membersOf(''), membersOf('From here on: nothing.\n'), membersOf('Subject: one\n\n')]).toEqual([
      'empty',
      'damaged',
      'damaged',
    ]);
  });
});
