import type { Span } from '../anchor.ts';
import type { Attribution } from '../claim.ts';
import { type Sources, sourcesOf } from './claim-source.ts';
import { LEANING, WRITER_AGAIN } from './data/joining-words.ts';
import type { Findings, ReadLanguage, SourceWords } from './findings.ts';
import type { PassedOn } from './passed-on.ts';
import type { Sentence } from './sentence-parts.ts';
import type { DocumentSetting } from './setting.ts';
import { isComplement } from './statements.ts';

/** A rule that a sentence has from a law is the law's first; an office that issues a notice has its own. */
export function underLaw(
  attribution: readonly Attribution[],
  law: SourceWords | undefined,
  { clause, sentence }: { readonly clause: Span; readonly sentence: Span },
): readonly Attribution[] {
  if (law === undefined || law.start >= clause.end || attribution.some(({ role }) => role === 'issuer'))
    return attribution;
  const others = attribution.filter(({ name }) => name?.includes(law.link.name ?? '') !== true);
  return [linkFor(law, clause, sentence), ...others];
}

/** Whoever told what a post passes on, and its paper, are not said a second time; what is quoted within them stays. */
export function withoutPaper(sources: Sources, { from, sources: passed }: PassedOn): Sources {
  const last = passed.at(-1);
  if (last === undefined || last.link.role === 'speaker') return sources;
  if (last.link.role !== 'newspaper')
    return sources.filter(({ link, start }) => link.name !== null && start > last.end);
  return sources.filter((each) => each.start >= from && each.link.name !== last.link.name);
}

/**
 * In a text without an issuer an unnamed source holds for its paragraph, as insiders' accounts are told, until somebody else speaks or the
 * writer does. Behind a named one the writer goes on.
 */
export function inherited(
  { start, end, tokens }: Sentence,
  { text, document, carriers }: DocumentSetting,
  sources: Sources,
  lang: ReadLanguage,
): Sources {
  const [first] = sources;
  const begins = text.slice(start, Math.min(end, start + 80));
  // "More than half of the adults", 其中: the figures go on, and so does whose they are.
  const leans = LEANING[lang].test(begins);
  if (first?.link.role === 'data-source' && leans) return sources;
  if (first?.link.type !== 'anonymous' || document?.issuer !== undefined) return [];
  // A group that makes a statement goes on itself, unless a sentence leans on what was told.
  if (carriers.group !== undefined && !leans) return [];
  if (tokens.some(({ lower }) => lower === 'we' || lower === 'i')) return [];
  return WRITER_AGAIN[lang].test(begins) ? [] : sources;
}

export function sourcesAfter(
  setting: DocumentSetting,
  sentence: Sentence,
  { speech, stated, data }: Findings,
  { lang, sources }: { readonly lang: ReadLanguage; readonly sources: Sources },
): Sources {
  const said = speech.filter((each) => !isComplement(setting.text, each));
  const context = { lang, isPage: isPage(setting), hasFigure: false };
  const found = sourcesOf(setting.text, sentence, { speech: said, stated, data }, context);
  return found.length > 0 ? found : sources;
}

/** A page that nobody signs, or a statement: what bodies say in it are its sources. Reports have authors, papers issuers, talks speakers. */
export function isPage({ document, carriers }: DocumentSetting): boolean {
  if (carriers.group !== undefined || carriers.explains) return true;
  if (document?.issuer !== undefined) return document.role === 'contribution';
  return carriers.author === undefined && carriers.agency === undefined;
}

/** A source as a link of a claim's chain, with where it stands when that is outside of the claim. */
export function linkFor({ link, start, end }: SourceWords, clause: Span, sentence: Span): Attribution {
  if (clause.start <= start && end <= clause.end) return link;
  const from = start >= sentence.start && end <= sentence.end ? 'same-sentence' : 'earlier-sentence';
  return { ...link, basis: { from, start, end } };
}
