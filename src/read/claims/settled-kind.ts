import type { Attribution, ClaimKind, ClaimSubkind } from '../claim.ts';
import { OLD_TIMES, PLEADS } from '../kinds/data/kind-signs.ts';
import type { LayerDocument } from '../layer.ts';
import type { Carriers } from './carriers.ts';
import { ASIDES, BESIDE, LENIENT, LIVED, OF_PAPERS, PROMISED, UNKNOWN_END } from './data/predicate-words.ts';
import type { ReadLanguage } from './findings.ts';

/** What tells the kind of a claim beside its own clause. */
export interface Telling {
  readonly text: string;
  readonly lang: ReadLanguage;
  readonly attribution: readonly Attribution[];
  readonly document: LayerDocument | undefined;
  readonly carriers: Carriers;
  /** The text of a layer. */
  readonly whole: string;
}

interface Told {
  readonly kind: ClaimKind;
  readonly subkind?: ClaimSubkind | undefined;
}

/** Kinds that somebody who was there may tell. */
const TELLABLE: ReadonlySet<ClaimKind> = new Set(['statistic', 'assertion', 'event']);

/**
 * The kind of a claim by whose account it stands in (docs/read-kinds.md RK16): what a post or the answers of one who is asked tell is testimony, where
 * they tell of what they lived; what is not known or was not answered happened to nobody; what a group says that it will do is its promise.
 */
export function settledKind<T extends Told>(told: T, telling: Telling): T {
  const { text, lang, document, carriers, attribution } = telling;
  const { kind } = told;
  const [first] = attribution;
  const isUnnamed = first?.type === 'anonymous';
  if (
    (kind === 'event' || (kind === 'testimony' && isUnnamed)) &&
    told.subkind === undefined &&
    UNKNOWN_END[lang].test(text)
  )
    return { ...told, kind: 'assertion' };
  if (TELLABLE.has(kind) && !isAside(telling) && isLivedVoice(telling)) return { ...told, kind: 'testimony' };
  if (isRemembered(told, telling)) return { ...told, kind: 'testimony' };
  // What a notice lets somebody off is a rule that no word of duty fits.
  const isIssued = attribution[0]?.role === 'issuer' && document?.issuer !== undefined;
  if (isIssued && kind !== 'rule' && LENIENT[lang].test(text)) return { ...told, kind: 'rule', subkind: undefined };
  const isGroup = carriers.group !== undefined && document?.role === undefined;
  if (kind === 'forecast' && isGroup && PROMISED[lang].test(text))
    return { ...told, kind: 'opinion', subkind: 'commitment' };
  return told;
}

/** Whether a post, or whoever is asked alone, tells of what they lived, saw or were told; not what it passes on of papers and bodies. */
function isLivedVoice({ lang, attribution, document, carriers, whole }: Telling): boolean {
  if (document === undefined) return false;
  const [first] = attribution;
  const isOwn = first?.role === 'speaker' || first?.role === 'quoted-source';
  if (!isOwn || first.type === 'organisation' || first.type === 'government') return false;
  const isPost = document.role === 'post';
  if (!isPost && !(carriers.isInterview && document.turn === 'answer')) return false;
  if (attribution.length > 1 && first.name !== null && isPost) return false;
  // Who is asked alone tells one story in all the answers.
  if (!isPost) return livedIn(carriers, whole, lang);
  return LIVED[lang].test(whole.slice(document.start, Math.min(document.end, document.start + LOOKED_AT)));
}

/** What a post or an answer says of papers and pictures, asks of its readers, feels or weighs: no part of the story. */
function isAside({ text, lang, document }: Telling): boolean {
  const small = lang === 'en' ? text.toLowerCase() : text;
  return (
    ASIDES[lang].test(small) || (document?.role === 'post' && OF_PAPERS[lang].test(small)) || PLEADS[lang].test(small)
  );
}

/** Whether the answers of a talk tell of what somebody lived; looked for once a talk. */
function livedIn(carriers: Carriers, whole: string, lang: ReadLanguage): boolean {
  const known = lived.get(carriers);
  if (known !== undefined) return known;
  const isLived = LIVED[lang].test(whole.slice(0, LOOKED_AT_OF_TALK));
  lived.set(carriers, isLived);
  return isLived;
}

const lived = new WeakMap<Carriers, boolean>();

/**
 * Whether somebody who has told at a table what they did tells of times that are gone, or of those beside them: "back then the post came by for tea".
 */
function isRemembered({ kind, subkind }: Told, { text, lang, attribution, document, whole }: Telling): boolean {
  if ((kind !== 'assertion' && kind !== 'event' && kind !== 'forecast') || subkind !== undefined) return false;
  if (document?.role !== 'contribution' || attribution[0]?.role !== 'speaker' || attribution.length > 2) return false;
  const small = lang === 'en' ? text.toLowerCase() : text;
  if (!OLD_TIMES[lang].test(small) && !BESIDE[lang].test(small)) return false;
  return LIVED[lang].test(whole.slice(document.start, Math.min(document.end, document.start + LOOKED_AT)));
}

const LOOKED_AT_OF_TALK = 12000;

/** How much of a post tells whether it is somebody's own story, in UTF-16 units. */
const LOOKED_AT = 2000;
