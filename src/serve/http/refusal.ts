import { type Result, refuse } from '../../base/index.ts';
import type { VaultRefusal, WriteRefusal } from '../../vault/index.ts';
import type { ApiError, ApiErrorCode } from '../api.ts';
import { errorCode, isDiskFull } from '../system-errors.ts';

/** A refusal on its way to the page, which is given code and facts. */
export interface Refused extends ApiError {
  readonly type: 'refused';
}

/** Refuses with a code; `facts` are ids, numbers and codes, never words of a document. */
export function refuseWith(code: ApiErrorCode, facts?: ApiError['facts']): Result<never, Refused> {
  return refuse({ type: 'refused', code, ...(facts !== undefined && { facts }) });
}

/** Why the vault did not take something. */
export function writeRefusal(refusal: WriteRefusal | VaultRefusal): Result<never, Refused> {
  return refusal.type === 'vault-in-use' ? refuseWith('busy') : refuseWith('read-only', { why: refusal.type });
}

/** What is told when something broke, by the kind of the error alone: its words can hold paths and content. */
export function brokenAnswer(error: unknown): ApiError {
  if (isDiskFull(error)) return { code: 'disk-full' };
  return errorCode(error) === 'VAULT_CHANGED'
    ? { code: 'read-only', facts: { why: 'vault-changed' } }
    : { code: 'broken' };
}

/** The status that goes with a code. */
export const STATUS: Readonly<Record<ApiErrorCode, 400 | 401 | 403 | 404 | 409 | 413 | 500 | 507>> = {
  locked: 401,
  'not-ours': 403,
  'not-understood': 400,
  'too-large': 413,
  'no-such-source': 404,
  'no-such-claim': 404,
  'no-such-intake': 404,
  'no-such-page': 404,
  busy: 409,
  'read-only': 409,
  'not-a-claim': 409,
  'known-already': 409,
  'claim-veiled': 409,
  'nothing-to-undo': 409,
  'place-unknown': 400,
  'disk-full': 507,
  broken: 500,
};
