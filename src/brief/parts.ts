import type { Json, SourceId, SubjectId } from '../base/index.ts';
import type { Brief, BriefSentence, Footnote } from './brief.ts';

/** A part of the entry that records a draft, before it is salted: what it speaks of, and its body for canonical JSON. */
export interface BriefPart {
  /** Erasing any of these erases the part. */
  readonly of: readonly SubjectId[];
  readonly body: Json;
}

/**
 * What the log keeps of a draft. First the frame, which has counts and the order of sentences and no word of any source
 * or of the query; then the query, of the brief itself; then one part for each source quoted, so that erasing a source
 * erases its sentences and leaves the others.
 */
export function briefParts(brief: Brief): readonly BriefPart[] {
  const sentences = brief.sections.flatMap((section, at) =>
    section.sentences.map((sentence) => ({ sentence, section: at })),
  );
  const bySource = new Map<SourceId, Json[]>();
  for (const { sentence } of sentences) {
    const { source } = sentence.note;
    bySource.set(source, [...(bySource.get(source) ?? []), sentenceBody(sentence)]);
  }
  // A heading that names a document speaks of its source; one that names a place speaks of every source under it.
  const headings = brief.sections.map(({ heading, sentences: under }) => ({
    heading: heading ?? null,
    sources: new Set(under.map(({ note }) => note.source)),
  }));
  const frame: Json = {
    type: 'brief',
    v: 1,
    brief: brief.brief,
    at: brief.at,
    state: 'draft',
    searched: { ...brief.searched },
    heldBack: { passages: brief.heldBack.passages, reasons: { ...brief.heldBack.reasons } },
    leftOut: brief.leftOut,
    ...(brief.accepted !== undefined && { accepted: { ...brief.accepted } }),
    sections: brief.sections.map(({ by, sentences: under }) => ({ by, sentences: under.map(({ number }) => number) })),
  };
  const parts: BriefPart[] = [
    { of: [brief.brief], body: frame },
    { of: [brief.brief], body: { type: 'brief-query', brief: brief.brief, about: brief.about ?? null } },
  ];
  for (const [source, list] of bySource) {
    const mine = headings.flatMap(({ heading, sources }, section) =>
      sources.has(source) ? [{ section, heading }] : [],
    );
    parts.push({
      of: [source],
      body: { type: 'brief-sentences', brief: brief.brief, source, sections: mine, sentences: list },
    });
  }
  return parts;
}

function sentenceBody({ number, segments, note }: BriefSentence): Json {
  return {
    number,
    segments: segments.map(({ type, text, language }) => ({ type, text, language })),
    note: noteBody(note),
  };
}

function noteBody({ passages, position, chain, title, document, publisher, date, ...rest }: Footnote): Json {
  return {
    ...rest,
    title: title ?? null,
    document: document ?? null,
    publisher: publisher ?? null,
    date: date ?? null,
    position: { ...position },
    passages: passages.map((passage) => ({ ...passage })),
    chain: chain.map(({ role, name }) => ({ role, name: name ?? null })),
  };
}
