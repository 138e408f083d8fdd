import type { Sha256 } from '../base/index.ts';
import { sha256 } from '../preserve/index.ts';
import type { Layer } from './layer.ts';

/** SHA-256 of a layer's text in UTF-8: what anchors name. Anyone can make it again from the exported text. */
export function layerDigest(layer: Layer): Sha256 {
  return sha256(layer.text);
}

/**
 * SHA-256 of a text in NFC with each run of white space as one space: the same for one text in wrappers that break its lines
 * and lay out its paragraphs each in its own way.
 */
export function wordsDigest(text: string): Sha256 {
  return sha256(text.normalize('NFC').replace(/\s+/g, ' ').trim());
}
