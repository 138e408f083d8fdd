import { ok, type Result, refuse } from '../../base/index.ts';
import type { ArchiveSignature } from '../../preserve/index.ts';
import type { FormatHints, FormatReading, FormatRefusal, Member, UnreadPart } from './format.ts';
import {
  agreesWithList,
  checkPackage,
  type PackageProof,
  type PackageProofRefusal,
  readWaczPackage,
  readWaczPages,
  type WaczPage,
} from './wacz-package.ts';
import { CAPTURE_ROOM, memberNames, readCapture } from './warc.ts';
import { openZip, type ZipArchive } from './zip-entries.ts';

const MOST_PAGES = 20_000;

/**
 * Reads a packed web archive (WACZ): checks every file against the archive's list, the list against its digest and the
 * signature over that, and makes a member of every page, document and screenshot (docs/read-web-archives.md W8 to W14).
 * Refused when a digest or a signature is not good: nothing of such an archive is what it was when it was packed.
 */
export async function readWacz(bytes: Uint8Array, _hints: FormatHints): Promise<Result<FormatReading, FormatRefusal>> {
  if (bytes.length === 0) return refused('empty');
  const zip = await openZip(bytes);
  if (!zip.ok) return refused(zip.error.reason);
  const files = await checkedFiles(zip.value);
  if (!files.ok) return files;
  const { contents, proof, unread } = files.value;
  const members: Member[] = [];
  const counts = new Map<string, number>();
  const name = memberNames();
  for (const [path, content] of contents) {
    if (!/^(?:data\/)?archive\/.+\.warc(?:\.gz)?$/.test(path)) continue;
    const capture = readCapture(content, name, {
      members: CAPTURE_ROOM.members - members.length,
      bytes: CAPTURE_ROOM.bytes - members.reduce((sum, member) => sum + member.bytes.length, 0),
    });
    if (capture.records === 0) unread.push({ part: path, reason: 'damaged' });
    members.push(...capture.members);
    unread.push(...capture.unread.map(({ part, reason }) => ({ part: `${path}, ${part}`, reason })));
    for (const { name: what, value } of capture.facts) counts.set(what, (counts.get(what) ?? 0) + Number(value));
  }
  const pages: WaczPage[] = [];
  for (const [path, content] of contents) {
    if (!/^(?:data\/)?pages\/.+\.jsonl$/.test(path)) continue;
    const list = readWaczPages(content);
    pages.push(...list.pages.slice(0, MOST_PAGES - pages.length));
    if (list.damaged > 0) unread.push({ part: `${path}, ${list.damaged} lines`, reason: 'damaged' });
    if (list.pages.length > MOST_PAGES) unread.push({ part: `${path}, pages after ${MOST_PAGES}`, reason: 'too-many' });
  }
  const listed = listedPages(pages, members, name);
  return ok({
    members: listed.members,
    unread,
    facts: [
      ...factsOf(proof),
      { name: 'pages listed', value: String(pages.length) },
      { name: 'pages listed without a captured answer', value: String(listed.missing) },
      ...[...counts].map(([what, value]) => ({ name: what, value: String(value) })),
    ],
  });
}

function refused(reason: FormatRefusal['reason'], detail?: string): Result<never, FormatRefusal> {
  return refuse({ type: 'format-refused', format: 'wacz', reason, ...(detail !== undefined && { detail }) });
}

interface Checked {
  readonly contents: ReadonlyMap<string, Uint8Array>;
  /** Absent when the archive has no digest of its list. */
  readonly proof?: PackageProof;
  readonly unread: UnreadPart[];
}

const LIST = 'datapackage.json';
const DIGEST = 'datapackage-digest.json';

/** The files that the archive's list names, each with the bytes that it states. */
async function checkedFiles(zip: ZipArchive): Promise<Result<Checked, FormatRefusal>> {
  const inflate = async (path: string) => {
    const file = zip.files.find((each) => each.name === path);
    return file === undefined ? undefined : file.read();
  };
  const list = await inflate(LIST);
  if (list === undefined) return refused('damaged', 'no list of files');
  if (!list.ok) return refused(list.error.reason);
  const files = readWaczPackage(list.value);
  if (files === undefined) return refused('damaged', 'a list of files that cannot be checked');
  const digest = await inflate(DIGEST);
  if (digest !== undefined && !digest.ok) return refused(digest.error.reason);
  const proof = digest === undefined ? undefined : checkPackage(list.value, digest.value);
  if (proof !== undefined && !proof.ok) return refusedProof(proof.error);
  const contents = new Map<string, Uint8Array>();
  for (const { path, digest: stated } of files.resources) {
    const content = await inflate(path);
    if (content === undefined) return refused('damaged', 'a listed file is missing');
    if (!content.ok) return refused(content.error.reason);
    if (!agreesWithList(content.value, stated))
      return refused('digest-differs', 'a file is not the one that was listed');
    contents.set(path, content.value);
  }
  const others = zip.files.filter(({ name }) => name !== LIST && name !== DIGEST && !contents.has(name));
  return ok({
    contents,
    ...(proof !== undefined && { proof: proof.value }),
    // What the list does not name may have been put there by anybody.
    unread: [...zip.unread, ...others.map(({ name }): UnreadPart => ({ part: name, reason: 'digest-differs' }))],
  });
}

function refusedProof({ reason }: PackageProofRefusal): Result<never, FormatRefusal> {
  switch (reason) {
    case 'damaged':
      return refused('damaged', 'a digest of the list that cannot be read');
    case 'digest-differs':
      return refused('digest-differs', 'the list of files is not the one that was sealed');
    case 'malformed':
      return refused('signature-differs', 'a signature that cannot be read');
    case 'differs':
      return refused('signature-differs', 'the signature is not one of its key over this list');
    case 'other-domain':
      return refused('signature-differs', 'the certificate is for another domain');
    case 'unknown-authority':
      return refused('signature-differs', 'the certificate comes from no authority that browsers trust');
    case 'outside-validity':
      return refused('signature-differs', 'it was signed outside the time for which the certificate holds');
  }
}

function factsOf(proof: PackageProof | undefined): FormatReading['facts'] & object {
  return [
    { name: 'digests', value: 'every file read is the one that the list names' },
    { name: 'signature', value: signatureWords(proof?.signature) },
    ...(proof?.stamped === true ? [{ name: 'time stamp', value: 'there is one; it was not checked' }] : []),
  ];
}

/** No more than a check without asking anybody can show. */
function signatureWords(signature: ArchiveSignature | undefined): string {
  switch (signature?.type) {
    case undefined:
      return 'none: whoever changed a file could have changed the list as well';
    case 'key':
      return 'good, by a key that only names itself: shows that nothing changed since, not who captured it or when';
    case 'domain':
      return `good, by the certificate of ${signature.domain} from ${signature.authority}: shows that its holder signed this, not that the pages were served so; whether it was revoked was not asked`;
  }
}

/** Pages that were listed, marked as such; one without a captured answer is there with the text that was listed. */
function listedPages(
  pages: readonly WaczPage[],
  members: readonly Member[],
  name: (kind: string, ending: string) => string,
): { readonly members: readonly Member[]; readonly missing: number } {
  const captured = new Set(members.map(({ origin }) => origin));
  const listed = new Set(pages.map(({ url }) => url));
  const missing = pages.filter(({ url }) => !captured.has(url));
  const texts = missing.flatMap(({ url, captured: at, title, text }): readonly Member[] => {
    if (text === undefined || text.trim() === '') return [];
    return [
      {
        name: name('listed-text', '.txt'),
        bytes: new TextEncoder().encode(title === undefined ? text : `${title}\n\n${text}`),
        mediaType: 'text/plain',
        transportCharset: 'utf-8',
        ...(at !== undefined && { modified: at }),
        origin: url,
        facts: [{ name: 'record', value: 'text in the list of pages, as the capturing program took it' }],
      },
    ];
  });
  const marked = members.map((member) =>
    member.origin !== undefined && listed.has(member.origin)
      ? { ...member, facts: [...(member.facts ?? []), { name: 'page', value: 'listed' }] }
      : member,
  );
  return { members: [...marked, ...texts], missing: missing.length };
}
