import type { CallError } from './api-client.ts';

const MESSAGES: Readonly<Record<CallError['code'], string>> = {
  locked: 'error.locked',
  'not-ours': 'error.not-ours',
  'not-understood': 'error.not-understood',
  'too-large': 'error.too-large',
  'no-such-source': 'error.no-such-source',
  'no-such-claim': 'error.no-such-claim',
  'no-such-intake': 'error.no-such-intake',
  'no-such-page': 'error.no-such-page',
  busy: 'error.busy',
  'read-only': 'error.read-only',
  'not-a-claim': 'error.not-a-claim',
  'known-already': 'error.known-already',
  'claim-veiled': 'error.claim-veiled',
  'nothing-to-undo': 'error.nothing-to-undo',
  'place-unknown': 'error.place-unknown',
  'disk-full': 'error.disk-full',
  broken: 'error.broken',
  unreachable: 'error.unreachable',
};

/** The message that says what a refusal means and what to do about it. */
export function errorMessage(code: CallError['code']): string {
  return MESSAGES[code] ?? 'error.broken';
}
