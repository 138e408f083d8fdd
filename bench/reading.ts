import type { Figure } from './figure.ts';
import { goldDocuments } from './gold-documents.ts';
import { readingSpeed } from './reading-speed.ts';

/** Everything that is measured of reading, each figure with its n; a bar stands in the conditions of the figure that has one. */
export async function figures(): Promise<readonly Figure[]> {
  return [...(await goldDocuments()), ...readingSpeed()];
}
