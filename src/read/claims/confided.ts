import { CONFIDES, CONFIDES_AGAIN, NOT_CONFIDED, OWN_WORDS, PART_NUMBER } from './data/confided-words.ts';
import type { ReadLanguage, SourceWords } from './findings.ts';
import type { PassedOn } from './passed-on.ts';
import type { Sentence } from './sentence-parts.ts';

/** Somebody without a name who told whoever posts what their posts now tell. */
export interface Confidant {
  readonly poster: string;
  readonly source: SourceWords;
  /** Whether a sentence has said that it is what they told. */
  readonly tells: boolean;
}

/**
 * What a post retells of somebody who told it to whoever posts (docs/read-claims.md RC3), also in the posts before: "a friend at the ferry office called
 * me", and from "she says" on what does not speak of the poster, until the poster doubts it or names another source. In Korean what an ending
 * of hearsay closes, and what has no verb of its own behind that. Stretches in text order, and whose account is still open.
 */
export function confidedIn(
  text: string,
  sentences: readonly Sentence[],
  {
    lang,
    poster,
    before,
  }: { readonly lang: ReadLanguage; readonly poster: string; readonly before: Confidant | undefined },
): { readonly passed: readonly PassedOn[]; readonly confidant: Confidant | undefined } {
  const passed: PassedOn[] = [];
  let open = before?.poster === poster ? before : undefined;
  for (const { start, end } of sentences) {
    const whole = text.slice(start, Math.min(end, start + 400));
    const lead = PART_NUMBER.exec(whole)?.[0].length ?? 0;
    const said = whole.slice(lead);
    const told = CONFIDES[lang].exec(said);
    if (told !== null) {
      const at = start + lead + told.index;
      const link = { role: 'quoted-source', name: null, type: 'anonymous' } as const;
      open = { poster, source: { start: at, end: at + told[0].length, link }, tells: false };
      continue;
    }
    if (open === undefined) continue;
    if (NOT_CONFIDED[lang].test(said)) {
      open = undefined;
      continue;
    }
    if (CONFIDES_AGAIN[lang].test(said)) open = { ...open, tells: true };
    else if (!open.tells || OWN_WORDS[lang].test(said)) continue;
    passed.push({ from: start + lead, to: end, sources: [open.source] });
  }
  return { passed, confidant: open };
}
