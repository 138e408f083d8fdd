import type { Layer } from '../layer.ts';
import type { Finding } from './finding.ts';

/**
 * Who speaks in a layer's documents, where that is no public matter: the names that posts stand under, and speakers whose
 * name alone stands before what they say. Speakers with an office or organisation beside their name, and those in
 * headings, speak in public.
 */
export function speakerFindings(layer: Layer): readonly Finding[] {
  const found = new Map<number, Finding>();
  for (const { issuer, role, affiliation } of layer.documents) {
    if (issuer?.start === undefined || issuer.end === undefined) continue;
    const { start, end } = issuer;
    const common = { start, end, protection: 'high', quasiIdentifiers: [] } as const;
    if (role === 'post') found.set(start, { ...common, type: 'handle', reason: 'handle' });
    else if (role === 'contribution' && issuer.from === 'byline' && affiliation === undefined)
      found.set(start, { ...common, type: 'person', reason: 'named-person' });
  }
  // Who signs a text did so in public; Latin names are found word by word elsewhere.
  const { author } = layer.metadata;
  if (author?.start !== undefined && author.end !== undefined && !/\p{Script=Latin}/u.test(author.value))
    found.set(author.start, {
      start: author.start,
      end: author.end,
      type: 'person',
      protection: 'byline',
      reason: 'byline',
      quasiIdentifiers: [],
    });
  return [...found.values()];
}

/** The speakers who are shown as bylines are. */
export function publicSpeakers(layer: Layer): readonly string[] {
  return layer.documents.flatMap(({ issuer, role, affiliation }) => {
    const isPublic = issuer?.from === 'heading' || (issuer?.from === 'byline' && affiliation !== undefined);
    return issuer !== undefined && isPublic && role !== 'post' ? [issuer.value] : [];
  });
}
