import type { Span } from '../anchor.ts';
import type { Block, Layer } from '../layer.ts';
import { CREDIT_LINES, SOURCE_NOTES } from './data/provenance-words.ts';

/** Words that say where a text comes from, and are an event of their own: issued, translated, first printed. */
export interface ProvenanceWords extends Span {
  readonly subkind: 'issuance' | 'provenance';
}

/** Longer blocks are text in which such words mean something else. UTF-16 units. */
const LONGEST = 300;

/**
 * The closing blocks of a layer's documents, which say who issued them and when (docs/read-claims.md RC6), in text order. Empty when no
 * document closes with both.
 */
export function issuancesOf(layer: Layer): readonly ProvenanceWords[] {
  return layer.documents.flatMap(({ issuer, date }): ProvenanceWords[] => {
    if (issuer?.from !== 'closing-block' || issuer.start === undefined || issuer.end === undefined) return [];
    if (date?.start === undefined || date.end === undefined) return [];
    const [start, end] = [Math.min(issuer.start, date.start), Math.max(issuer.end, date.end)];
    const between = layer.text.slice(Math.min(issuer.end, date.end), Math.max(issuer.start, date.start));
    return /^\s*$/.test(between) ? [{ start, end, subkind: 'issuance' }] : [];
  });
}

/** A line of credit or a note of the source, as a block of its own; undefined for any other block. */
export function creditIn(text: string, block: Block): ProvenanceWords | undefined {
  if (block.end - block.start > LONGEST || block.kind === 'control' || block.kind === 'front-matter') return undefined;
  const words = text.slice(block.start, block.end);
  if (words.includes('\n')) return undefined;
  const found = CREDIT_LINES.test(words) || (SOURCE_NOTES.test(words) && /\d{4}/.test(words));
  return found ? { start: block.start, end: block.end, subkind: 'provenance' } : undefined;
}
