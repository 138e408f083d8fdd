import { z } from 'zod';
import { ok, type Result, refuse } from '../../base/index.ts';
import {
  type ArchiveSignature,
  type ArchiveSignatureRefusal,
  checkArchiveSignature,
  hasStatedDigest,
  readStatedDigest,
  sha256,
} from '../../preserve/index.ts';

/** The list of files of a web archive, each with its digest (WACZ 1.1.1, and the older form of Data Package). */
export interface WaczPackage {
  readonly resources: readonly { readonly path: string; readonly digest: string }[];
}

const MOST_RESOURCES = 20_000;

const RESOURCE = z.object({
  path: z.string().min(1).max(1000),
  hash: z.string().max(200).optional(),
  hashing: z.string().max(20).optional(),
  stats: z.object({ hash: z.string().max(200) }).optional(),
});
const PACKAGE = z.object({ resources: z.array(RESOURCE).min(1).max(MOST_RESOURCES) });

/** Undefined when it is no such list, or a file in it has no digest. */
export function readWaczPackage(bytes: Uint8Array): WaczPackage | undefined {
  const read = PACKAGE.safeParse(parsed(bytes));
  if (!read.success) return undefined;
  const resources = read.data.resources.flatMap(({ path, hash, hashing, stats }) => {
    const digest = hash ?? (stats === undefined || hashing === undefined ? undefined : `${hashing}:${stats.hash}`);
    return digest === undefined ? [] : [{ path, digest }];
  });
  return resources.length === read.data.resources.length ? { resources } : undefined;
}

/** Whether bytes have the digest that the list states; a digest that cannot be checked is none that agrees. */
export function agreesWithList(bytes: Uint8Array, digest: string): boolean {
  const stated = readStatedDigest(digest);
  return stated !== undefined && hasStatedDigest(bytes, stated);
}

const SIGNED = z.object({
  hash: z.string().max(200),
  signature: z.string().max(20_000),
  created: z.string().max(100).optional(),
  publicKey: z.string().max(20_000).optional(),
  domain: z.string().max(300).optional(),
  domainCert: z.string().max(200_000).optional(),
  timeSignature: z.string().max(200_000).optional(),
});
const DIGEST = z.object({ hash: z.string().max(200), signedData: SIGNED.optional() });

export interface PackageProof {
  readonly signature?: ArchiveSignature;
  /** A time stamp is there; it is not checked. */
  readonly stamped: boolean;
}

export interface PackageProofRefusal {
  readonly type: 'package-refused';
  readonly reason: 'damaged' | 'digest-differs' | ArchiveSignatureRefusal['reason'];
}

/** What the archive's digest file proves of its list of files. A signature that is not good refuses. */
export function checkPackage(list: Uint8Array, digestFile: Uint8Array): Result<PackageProof, PackageProofRefusal> {
  const read = DIGEST.safeParse(parsed(digestFile));
  if (!read.success) return refuse({ type: 'package-refused', reason: 'damaged' });
  const { hash, signedData } = read.data;
  const own = `sha256:${sha256(list)}`;
  if (hash !== own || (signedData !== undefined && signedData.hash !== own))
    return refuse({ type: 'package-refused', reason: 'digest-differs' });
  if (signedData === undefined) return ok({ stamped: false });
  const { timeSignature, created, publicKey, domain, domainCert, signature } = signedData;
  const checked = checkArchiveSignature({
    hash: own,
    signature,
    ...(created !== undefined && { created }),
    ...(publicKey !== undefined && { publicKey }),
    ...(domain !== undefined && { domain }),
    ...(domainCert !== undefined && { domainCert }),
  });
  return checked.ok
    ? ok({ signature: checked.value, stamped: timeSignature !== undefined })
    : refuse({ type: 'package-refused', reason: checked.error.reason });
}

/** A line of `pages.jsonl`: a page that somebody meant to capture. */
export interface WaczPage {
  readonly url: string;
  readonly captured?: string;
  readonly title?: string;
  readonly text?: string;
}

const PAGE = z.object({
  url: z.string().max(10_000),
  ts: z.string().max(40).optional(),
  title: z.string().max(10_000).optional(),
  text: z.string().optional(),
});

/** The pages of a list, and how many of its lines are none. The first line is a head that names the format. */
export function readWaczPages(bytes: Uint8Array): { readonly pages: readonly WaczPage[]; readonly damaged: number } {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const pages: WaczPage[] = [];
  let damaged = 0;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const value = parsedText(line);
    const page = PAGE.safeParse(value);
    if (page.success) {
      const { url, ts, title, text } = page.data;
      pages.push({
        url,
        ...(ts !== undefined && { captured: ts }),
        ...(title !== undefined && { title }),
        ...(text !== undefined && { text }),
      });
    } else if (!HEAD.safeParse(value).success) damaged++;
  }
  return { pages, damaged };
}

const HEAD = z.object({ format: z.string() });

function parsed(bytes: Uint8Array): unknown {
  return parsedText(new TextDecoder().decode(bytes));
}

/** What is no JSON is undefined, which no schema here takes. */
function parsedText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
