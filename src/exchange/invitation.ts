/** How somebody comes to a workspace: an invitation goes out, a sealed request comes back (docs/exchange.md, E1 to E5). */
import { z } from 'zod';
import {
  canonicalJson,
  type DeviceKey,
  isId,
  ok,
  type PersonKey,
  type Result,
  refuse,
  type WorkspaceId,
} from '../base/index.ts';
import { isStatementOf, type PersonEnrolment } from '../preserve/index.ts';
import { isRecipient } from './sealing-key.ts';

/** Not secret. Says which workspace, who invites, and to what a request is to be sealed. */
export interface Invitation {
  readonly format: 'daybook/invitation/v1';
  readonly workspace: WorkspaceId;
  readonly person: PersonKey;
  readonly device: DeviceKey;
  readonly recipient: string;
  /** By the person, over the rest. */
  readonly signature: string;
}

/** What somebody who was invited asks: to be enrolled under this key and name. */
export interface JoiningRequest {
  readonly format: 'daybook/joining-request/v1';
  readonly workspace: WorkspaceId;
  readonly person: PersonKey;
  readonly possession: string;
  readonly name: string | null;
  readonly device: DeviceKey;
  readonly recipient: string;
  readonly signature: string;
}

export type LetterRefusal =
  | { readonly type: 'letter-malformed' }
  | { readonly type: 'letter-newer' }
  | { readonly type: 'letter-signature-wrong' }
  | { readonly type: 'letter-of-other-workspace' };

/** Longest invitation or request, in bytes. */
export const LETTER_LIMIT: number = 16 * 1024;
/** Requests are filled up to this, so that a sealed one does not tell how long the name is. */
const REQUEST_STEP = 4096;

type Sign = (domain: 'invitation' | 'joining', body: Uint8Array) => string;

/** Writes an invitation; the person who invites signs. */
export function writeInvitation(said: Omit<Invitation, 'format' | 'signature'>, sign: Sign): Invitation {
  const body = { format: 'daybook/invitation/v1' as const, ...said };
  return { ...body, signature: sign('invitation', bytesOf(body)) };
}

/** Writes a request; the person who asks signs. */
export function writeRequest(
  said: Omit<JoiningRequest, 'format' | 'signature' | 'person' | 'possession'>,
  { person, possession }: PersonEnrolment,
  sign: Sign,
): JoiningRequest {
  const body = { format: 'daybook/joining-request/v1' as const, ...said, person, possession };
  return { ...body, signature: sign('joining', bytesOf(body)) };
}

/** A letter as the text of a file. A request is filled up with spaces. */
export function letterText(letter: Invitation | JoiningRequest): string {
  const text = canonicalJson(letter);
  if (letter.format === 'daybook/invitation/v1') return `${text}\n`;
  const bytes = Buffer.byteLength(text) + 1;
  return `${text}${' '.repeat(Math.ceil(bytes / REQUEST_STEP) * REQUEST_STEP - bytes)}\n`;
}

/** Reads an invitation. Its words say whether it is the one that was sent. */
export function readInvitation(bytes: Uint8Array): Result<Invitation, LetterRefusal> {
  const read = readLetter(bytes, 'invitation', invitation);
  if (!read.ok) return read;
  const { signature, ...body } = read.value;
  return isStatementOf(body.person, 'invitation', bytesOf(body), signature)
    ? read
    : refuse({ type: 'letter-signature-wrong' });
}

/** Reads a request to this workspace. Whether it comes from whom it should, its words say. */
export function readRequest(bytes: Uint8Array, workspace: WorkspaceId): Result<JoiningRequest, LetterRefusal> {
  const read = readLetter(bytes, 'joining-request', request);
  if (!read.ok) return read;
  const { signature, ...body } = read.value;
  if (body.workspace !== workspace) return refuse({ type: 'letter-of-other-workspace' });
  return isStatementOf(body.person, 'joining', bytesOf(body), signature)
    ? read
    : refuse({ type: 'letter-signature-wrong' });
}

function readLetter<T>(
  bytes: Uint8Array,
  name: 'invitation' | 'joining-request',
  schema: z.ZodType<T>,
): Result<T, LetterRefusal> {
  if (bytes.length > LETTER_LIMIT) return refuse({ type: 'letter-malformed' });
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse({ type: 'letter-malformed' });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const format = anyFormat.safeParse(value).data?.format ?? '';
  const isNewer = new RegExp(`^daybook/${name}/v([2-9]|[1-9][0-9])$`).test(format);
  return refuse({ type: isNewer ? 'letter-newer' : 'letter-malformed' });
}

function bytesOf(body: object): Uint8Array {
  return new TextEncoder().encode(canonicalJson(body));
}

const anyFormat = z.looseObject({ format: z.string().max(64) });
const shared = {
  workspace: z.custom<WorkspaceId>((value) => isId('WorkspaceId', value)),
  person: z.custom<PersonKey>((value) => isId('PersonKey', value)),
  device: z.custom<DeviceKey>((value) => isId('DeviceKey', value)),
  recipient: z.string().refine(isRecipient),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
};
const invitation: z.ZodType<Invitation> = z.strictObject({ format: z.literal('daybook/invitation/v1'), ...shared });
const request: z.ZodType<JoiningRequest> = z.strictObject({
  format: z.literal('daybook/joining-request/v1'),
  ...shared,
  possession: z.string().regex(/^[0-9a-f]{128}$/),
  name: z
    .string()
    .min(1)
    .max(200)
    .refine((text) => text.isWellFormed())
    .nullable(),
});
