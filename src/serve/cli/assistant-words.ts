import type { AddressRefusal } from '../../exchange/index.ts';
import { DROP_REASONS, type DropReason } from '../../read/index.ts';
import type { AssistantReadRefusal, AssistantReceipt } from '../assistant.ts';
import { EXIT, type Stop, stop } from '../exit-code.ts';
import { counted, sizeWords } from '../sentences.ts';
import { oneLine } from './cell-text.ts';

/** What somebody agrees to who turns the assistant on. */
export function consentLines(address: string, model: string): readonly string[] {
  return [
    `Each time somebody here types "assistant read SOURCE", passages of that source are sent to the program at ${address}, for its model ${oneLine(model)}.`,
    'Never sent: a paragraph with a protected word in it, what stands under a heading that has one, text in other languages than English, Chinese and Korean, titles, file names, where a source comes from, and sources that nobody named.',
    'Whatever listens there can keep what it is sent or pass it on; Daybook cannot see that. Use a program that you trust, on a computer that you trust.',
  ];
}

/** Why an address was not taken. */
export function addressStop({ type }: AddressRefusal): Stop {
  return type === 'not-loopback'
    ? stop(
        EXIT.usage,
        'This address is not on this computer, or may not be. The assistant is asked on this computer alone: http://127.0.0.1:PORT or http://[::1]:PORT. Nothing was changed.',
      )
    : stop(
        EXIT.usage,
        'This is no address of a model server. Write it as http://127.0.0.1:PORT, with the number of its port. Nothing was changed.',
      );
}

/** Why a source was not read with the assistant; nothing was sent. */
export function notAskedStop(refusal: AssistantReadRefusal): Stop {
  switch (refusal.type) {
    case 'assistant-off':
      return stop(
        EXIT.inputRefused,
        'The assistant is off, so nothing was sent. Turn it on: assistant on --address http://127.0.0.1:PORT --model NAME',
      );
    case 'source-not-read':
      return stop(
        EXIT.inputRefused,
        'This source was not read here, so what is protected in it is not known, and nothing was sent. Read it first: read --source ID',
      );
    case 'source-read-earlier':
      return stop(
        EXIT.inputRefused,
        'This source was read by an earlier version of Daybook, which may have found less that is protected, so nothing was sent. Read it again first: read --source ID',
      );
    case 'nothing-to-send':
      return stop(
        EXIT.heldBack,
        refusal.heldBack === 0
          ? 'There is nothing in this source to ask about. Nothing was sent.'
          : `Every passage of this source is held back (${counted(refusal.heldBack, 'passage')}), so nothing was sent.`,
      );
  }
}

/** The receipt of a source that was read with the assistant. */
export function receiptLines({ passages, answered, proposals, requests }: AssistantReceipt): readonly string[] {
  const { sent, heldBack, aside, leftOut } = passages;
  const all = sent + heldBack + aside + leftOut;
  const dropped = DROP_REASONS.flatMap((reason) => {
    const count = answered.dropped[reason] ?? 0;
    return count === 0 ? [] : [`${count.toLocaleString('en-US')} ${DROPPED[reason]}`];
  });
  const total = Object.values(answered.dropped).reduce((sum, count) => sum + count, 0);
  return [
    `Sent ${sent.toLocaleString('en-US')} of ${counted(all, 'passage')}, ${sizeWords(answered.bytesOut)} in ${counted(requests, 'request')}. Held back: ${heldBack.toLocaleString('en-US')}. Not asked about (menus, front matter): ${aside.toLocaleString('en-US')}.${leftOut > 0 ? ` Left out, the text being too long: ${leftOut.toLocaleString('en-US')}.` : ''}`,
    `Came back: ${sizeWords(answered.bytesIn)}. ${endWords(answered.ends)}.${answered.unreadableAnswers > 0 ? ` ${counted(answered.unreadableAnswers, 'answer')} could not be read.` : ''}`,
    `Proposals kept: ${proposals.claims.length.toLocaleString('en-US')}. Dropped: ${total.toLocaleString('en-US')}${dropped.length > 0 ? ` (${dropped.join(', ')})` : ''}.${answered.valuesDropped > 0 ? ` ${counted(answered.valuesDropped, 'value')} not in the quote left out.` : ''}`,
    'A proposal is a suggestion that nobody has reviewed. It counts for nothing.',
  ];
}

/** How the requests of a call ended, in words. */
export function endWords(ends: Readonly<Record<string, number>>): string {
  const words = Object.entries(ends).map(([end, count]) => `${endWord(end)}: ${count.toLocaleString('en-US')}`);
  return words.length === 0 ? 'nothing was asked' : words.join(', ');
}

function endWord(end: string): string {
  const status = /^http-error-(\d{3})$/.exec(end)?.[1];
  return status === undefined ? (ENDS.get(end) ?? 'ended in another way') : `refused by the server (HTTP ${status})`;
}

const ENDS: ReadonlyMap<string, string> = new Map([
  ['answered', 'answered'],
  ['not-asked', 'not asked any more'],
  ['not-reached', 'nobody listened there'],
  ['slow-connect', 'no connection in time'],
  ['slow-first-byte', 'no answer in time'],
  ['slow-whole', 'the answer did not end in time'],
  ['cut-off', 'cut off'],
  ['too-large', 'too large'],
  ['redirect', 'sent elsewhere, which is not followed'],
  ['not-http', 'no HTTP'],
  ['interrupted', 'interrupted'],
  ['not-json', 'no JSON'],
  ['too-deep', 'nested too deep'],
  ['wrong-shape', 'no answer of the chat API'],
]);

const DROPPED: Readonly<Record<DropReason, string>> = {
  unreadable: 'not of the form asked for',
  'too-many': 'too many',
  'passage-unknown': 'of no passage that was sent',
  'quote-not-there': 'with words that are not in the passage',
  'quote-cut': 'cut through a word or too short',
  'place-unclear': 'at one of several places',
  repeated: 'repeated',
  known: 'suggested by the reader already',
  'says-more': 'saying more than the text',
};
