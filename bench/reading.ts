import { dateSuites } from './date-suites.ts';
import { figures as dates } from './dates.ts';
import type { Figure } from './figure.ts';
import { goldDocuments } from './gold-documents.ts';
import { goldPassages } from './gold-passages.ts';
import { figures as kinds } from './kinds.ts';
import { places } from './places.ts';
import { protection } from './protection.ts';
import { figures as quantities } from './quantities.ts';
import { figures as quotations } from './quotations.ts';
import { readingSpeed } from './reading-speed.ts';
import { figures as residue } from './residue.ts';

/** Everything that is measured of reading, each figure with its n; a bar stands in the conditions of the figure that has one. */
export async function figures(): Promise<readonly Figure[]> {
  return [
    ...(await goldDocuments()),
    ...(await goldPassages()),
    ...residue(),
    ...(await kinds()),
    ...(await quantities()),
    ...(await dates()),
    ...dateSuites(),
    ...(await quotations()),
    ...(await places()),
    ...(await protection()),
    ...readingSpeed(),
  ];
}
