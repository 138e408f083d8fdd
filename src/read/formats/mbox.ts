import { ok, type Result, refuse } from '../../base/index.ts';
import type { FormatHints, FormatReading, FormatRefusal, Member, UnreadPart } from './format.ts';
import { binaryOf, bytesOfBinary } from './mime-bytes.ts';

/** An office's mail of many years. More is better brought in year by year, and the receipt says so. */
const MESSAGES = 50_000;
const MESSAGE_BYTES = 128 * 1024 * 1024;

/**
 * Cuts a mailbox (RFC 4155, and the mboxrd and mboxo forms) into its messages, each a member. The quoting of lines that
 * begin with `From ` is undone. Refused when the bytes do not begin as a mailbox does.
 */
export function readMbox(bytes: Uint8Array, _hints: FormatHints): Result<FormatReading, FormatRefusal> {
  if (bytes.length === 0) return refused('empty');
  const starts = messageStarts(bytes);
  if (starts[0]?.at !== 0) return refused('damaged');
  const members: Member[] = [];
  const unread: UnreadPart[] = [];
  for (const [i, start] of starts.slice(0, MESSAGES).entries()) {
    const name = `message-${String(i + 1).padStart(5, '0')}.eml`;
    const end = starts[i + 1]?.at ?? bytes.length;
    if (end - start.body > MESSAGE_BYTES) unread.push({ part: name, reason: 'too-large' });
    else members.push({ name, bytes: unquoted(bytes.subarray(start.body, end)), mediaType: 'message/rfc822' });
  }
  if (starts.length > MESSAGES) unread.push({ part: `messages after ${MESSAGES}`, reason: 'too-many' });
  return ok({ members, unread });
}

function refused(reason: FormatRefusal['reason']): Result<never, FormatRefusal> {
  return refuse({ type: 'format-refused', format: 'mbox', reason });
}

interface Start {
  /** Where the `From ` line begins. */
  readonly at: number;
  /** Where the message begins, behind that line. */
  readonly body: number;
}

const LF = 10;
const FROM = [0x46, 0x72, 0x6f, 0x6d, 0x20] as const;

/**
 * Lines that begin a message: `From `, an address, a time, with nothing or an empty line before and a header after. A
 * sentence that begins with "From" is none.
 */
function messageStarts(bytes: Uint8Array): readonly Start[] {
  const starts: Start[] = [];
  let line = 0;
  let blankBefore = true;
  while (line < bytes.length) {
    const feed = bytes.indexOf(LF, line);
    const next = feed < 0 ? bytes.length : feed + 1;
    if (blankBefore && FROM.every((unit, i) => bytes[line + i] === unit)) {
      const words = binaryOf(bytes.subarray(line, Math.min(next, line + 500)));
      const after = binaryOf(bytes.subarray(next, next + 200));
      if (/^From .*\d\d:\d\d/.test(words) && /\b\d{4}\b/.test(words) && /^[!-9;-~]{1,100}[ \t]*:/.test(after)) {
        starts.push({ at: line, body: next });
        if (starts.length > MESSAGES) return starts;
      }
    }
    blankBefore = next - line <= 2 && (bytes[line] === LF || bytes[line] === 13);
    line = next;
  }
  return starts;
}

/** The message without the empty line that the mailbox adds behind it. */
function unquoted(message: Uint8Array): Uint8Array {
  const binary = binaryOf(message).replace(/\r?\n$/, '');
  return bytesOfBinary(binary.replace(/^>(>*From )/gm, '$1'));
}
