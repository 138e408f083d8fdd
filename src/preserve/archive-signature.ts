import { createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { ok, type Result, refuse } from '../base/index.ts';

/** What the `signedData` of a web archive states (WACZ Signing and Verification 0.1.0), all of it a claim. */
export interface SignedArchive {
  /** The words that were signed: `sha256:` and the digest of the archive's list of files. */
  readonly hash: string;
  /** Base64. */
  readonly signature: string;
  readonly created?: string;
  /** Base64 of a SubjectPublicKeyInfo, for a key that belongs to no domain. */
  readonly publicKey?: string;
  readonly domain?: string;
  /** PEM certificates: the domain's first, each issued by the next. */
  readonly domainCert?: string;
}

/**
 * What a good signature shows. `key`: nothing changed since the holder of a key signed it, whoever that is.
 * `domain`: the holder of a certificate for that domain signed it. Neither shows that a page said this to everyone, nor
 * when; whether the certificate was revoked and what a time stamp says is not looked into.
 */
export type ArchiveSignature =
  | { readonly type: 'key' }
  | { readonly type: 'domain'; readonly domain: string; readonly authority: string };

export interface ArchiveSignatureRefusal {
  readonly type: 'archive-signature-refused';
  readonly reason: /** It names no key, or the key or certificates cannot be read. */
    | 'malformed'
    /** The signature is not one of this key over these words. */
    | 'differs'
    /** The certificate is for another domain than the one stated. */
    | 'other-domain'
    /** The certificates do not lead to an authority that browsers trust. */
    | 'unknown-authority'
    /** It was signed, as it says itself, before the certificate began or after it ended. */
    | 'outside-validity';
}

const MOST_CERTIFICATES = 10;

/** Checks the signature of a web archive as far as that goes without asking anybody. */
export function checkArchiveSignature(signed: SignedArchive): Result<ArchiveSignature, ArchiveSignatureRefusal> {
  if (signed.domainCert !== undefined) return checkDomain(signed, signed.domainCert);
  if (signed.publicKey === undefined) return refused('malformed');
  const key = keyOf(signed.publicKey);
  if (key?.asymmetricKeyType !== 'ec') return refused('malformed');
  return isSignedBy(key, signed) ? ok({ type: 'key' }) : refused('differs');
}

function refused(reason: ArchiveSignatureRefusal['reason']): Result<never, ArchiveSignatureRefusal> {
  return refuse({ type: 'archive-signature-refused', reason });
}

function checkDomain(signed: SignedArchive, pem: string): Result<ArchiveSignature, ArchiveSignatureRefusal> {
  const chain = certificatesOf(pem);
  const [leaf] = chain ?? [];
  if (chain === undefined || leaf === undefined || signed.domain === undefined) return refused('malformed');
  if (!isSignedBy(leaf.publicKey, signed)) return refused('differs');
  if (leaf.checkHost(signed.domain, { subject: 'never' }) === undefined) return refused('other-domain');
  const created = Date.parse(signed.created ?? '');
  if (Number.isNaN(created)) return refused('malformed');
  if (created < Date.parse(leaf.validFrom) || created > Date.parse(leaf.validTo)) return refused('outside-validity');
  const authority = authorityOf(chain);
  return authority === undefined
    ? refused('unknown-authority')
    : ok({ type: 'domain', domain: signed.domain, authority });
}

/** ECDSA over SHA-256, in the form of certificates (DER) or of browsers (IEEE P1363). */
function isSignedBy(key: KeyObject, { hash, signature }: SignedArchive): boolean {
  const words = new TextEncoder().encode(hash);
  const bytes = Buffer.from(signature, 'base64');
  if (key.asymmetricKeyType !== 'ec') return verifies(() => verify('sha256', words, key, bytes));
  return (['der', 'ieee-p1363'] as const).some((dsaEncoding) =>
    verifies(() => verify('sha256', words, { key, dsaEncoding }, bytes)),
  );
}

/** OpenSSL throws on signatures and keys of a wrong form: such a signature is none. */
function verifies(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}

function keyOf(base64: string): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}

function certificatesOf(pem: string): readonly X509Certificate[] | undefined {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\w+/=\s]{1,20000}-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length > MOST_CERTIFICATES) return undefined;
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch {
    return undefined;
  }
}

/** The name of the authority at the end of the chain, when one of those that browsers trust issued a link of it. */
function authorityOf(chain: readonly X509Certificate[]): string | undefined {
  const roots = rootCertificates.map((root) => new X509Certificate(root));
  for (const [i, link] of chain.entries()) {
    const root = roots.find((each) => issued(link, each));
    if (root !== undefined)
      return /(?:^|\n)(?:CN|OU)=([^\n]+)/.exec(root.subject)?.[1] ?? 'an authority without a name';
    const next = chain[i + 1];
    // Only an authority may issue certificates: the key of some other site's certificate may not.
    if (next === undefined || !next.ca || !issued(link, next)) return undefined;
  }
  return undefined;
}

function issued(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && verifies(() => certificate.verify(issuer.publicKey));
}
