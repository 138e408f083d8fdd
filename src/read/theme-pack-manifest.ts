import { z } from 'zod';
import { PLACE_LEVELS, type PlaceLevel } from './theme-pack-place-types.ts';

/** Bounds on a pack: far above what a field needs, far below what would hurt. */
export const PACK_LIMITS: Readonly<
  Record<'files' | 'fileBytes' | 'rows' | 'nameLength' | 'namesPerCell' | 'textLength' | 'parents' | 'faults', number>
> = {
  files: 64,
  fileBytes: 16 * 1024 * 1024,
  rows: 50_000,
  nameLength: 200,
  namesPerCell: 64,
  textLength: 2_000,
  parents: 16,
  faults: 50,
};

/** File kinds understood by this version; others are left aside with a note. */
export type FileKind = 'places' | 'offices' | 'terms';
export const FILE_KINDS: readonly FileKind[] = ['places', 'offices', 'terms'];

/** Text without control, bidirectional or other invisible characters; joiners are kept, since some scripts need them. */
export const PLAIN_TEXT: RegExp = /^(?:[^\p{Cc}\p{Cf}\p{Cs}]|[\u200C\u200D])*$/u;

const KNOWN_FIELDS: ReadonlySet<string> = new Set([
  'format',
  'id',
  'title',
  'version',
  'licence',
  'description',
  'sources',
  'placeTypes',
  'files',
]);

const plain = (max: number) =>
  z.string().trim().min(1).max(max).regex(PLAIN_TEXT, 'control characters are not allowed');
const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, 'lower-case letters, digits and hyphens');

/** Format 1 of `manifest.json`. Fields it does not know are left aside, so that later versions can add to it. */
const manifestSchema = z.looseObject({
  format: z.literal(1),
  id: slug,
  title: plain(PACK_LIMITS.nameLength),
  version: z.string().regex(/^\d{1,6}(?:\.\d{1,6}){0,2}$/, 'numbers parted by points, as 1.0.0'),
  licence: z.string().regex(/^[A-Za-z0-9.+() -]{1,100}$/, 'an SPDX licence expression'),
  description: plain(PACK_LIMITS.textLength),
  sources: z.record(slug, plain(PACK_LIMITS.textLength)),
  placeTypes: z.record(slug, z.enum(PLACE_LEVELS)).optional(),
  files: z
    .array(
      z.looseObject({
        // A bare name: no folder, no drive, no hidden file, so that a pack cannot point outside itself.
        name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,62}\.[A-Za-z0-9]{1,8}$/, 'a plain file name'),
        kind: slug,
        sha256: z.string().regex(/^[0-9a-f]{64}$/, '64 lower-case hexadecimal digits'),
      }),
    )
    .max(PACK_LIMITS.files),
});

export interface Manifest {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly licence: string;
  readonly description: string;
  /** Source codes that rows may name, each with a sentence on what it is. */
  readonly sources: Readonly<Record<string, string>>;
  readonly placeTypes?: Readonly<Record<string, PlaceLevel>> | undefined;
  readonly files: readonly { readonly name: string; readonly kind: string; readonly sha256: string }[];
}

export type ManifestOutcome =
  | { readonly ok: true; readonly value: Manifest; readonly unknown: readonly string[] }
  | { readonly ok: false; readonly problems: readonly { readonly field: string; readonly what: string }[] };

/** Checks a parsed `manifest.json`; names each field that is wrong, and each field it does not know. */
export function checkManifest(value: unknown): ManifestOutcome {
  const checked = manifestSchema.safeParse(value);
  if (!checked.success) {
    const problems = checked.error.issues.map((issue) => ({ field: issue.path.join('.'), what: issue.message }));
    return { ok: false, problems };
  }
  const unknown = Object.keys(checked.data).filter((key) => !KNOWN_FIELDS.has(key));
  return { ok: true, value: checked.data, unknown };
}
