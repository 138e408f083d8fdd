import { bytesToHex, type DeviceKey, hexToBytes, type PersonKey } from '../base/index.ts';
import { type SigningKey, signBytes, verifyBytes } from './signing.ts';

/**
 * What a member signs beside entries, to be carried by hand: an invitation into a workspace, a request to be admitted,
 * the end of a bundle. Each has its own first bytes, so that no signature passes from one to another or to an entry.
 */
export type StatementDomain = 'invitation' | 'joining' | 'bundle';

/** Signs a statement: Ed25519 over "daybook/<domain>/1\n" ‖ body; 64 bytes in hexadecimal. */
export function signStatement(key: SigningKey, domain: StatementDomain, body: Uint8Array): string {
  return bytesToHex(signBytes(key, statementBytes(domain, body)));
}

/** Whether a statement was signed by this key; false for a malformed signature too. */
export function isStatementOf(
  key: PersonKey | DeviceKey,
  domain: StatementDomain,
  body: Uint8Array,
  signature: string,
): boolean {
  if (!/^[0-9a-f]{128}$/.test(signature)) return false;
  return verifyBytes(hexToBytes(key), statementBytes(domain, body), hexToBytes(signature));
}

function statementBytes(domain: StatementDomain, body: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.concat([Buffer.from(`daybook/${domain}/1\n`), body]));
}
