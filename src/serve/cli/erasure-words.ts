import type { ErasureEnd } from '../erasing.ts';
import { counted } from '../sentences.ts';
import { oneLine } from './cell-text.ts';
import { shortId } from './source-words.ts';

/** How far an erasure got in this folder. */
export function endWords({ end }: ErasureEnd): string {
  return END[end.type];
}

/** What an erasure could not reach, said each time: copies that lie elsewhere. */
export function unreachedLines({ outOfReach }: ErasureEnd): readonly string[] {
  return [
    'What this does not reach:',
    ...outOfReach.backups.map(
      ({ madeAt, place }) =>
        `  backup of ${madeAt.slice(0, 10)}  ${oneLine(place)}; it goes there too when you back up there again`,
    ),
    ...outOfReach.bundles.map(
      ({ madeAt, recipients }) =>
        `  bundle of ${madeAt.slice(0, 10)}  given to ${counted(recipients.length, 'recipient')}`,
    ),
    ...outOfReach.devices.map(
      ({ device, heardAt }) =>
        `  device ${shortId(device)}…  last heard from ${heardAt ?? 'never'}; erased there when it takes what was said here`,
    ),
    '  your own files        the documents you added are still where they were',
    '  what was exported     briefs, screenshots and prints that were made of them',
    '  the disk itself       what it may keep of deleted bytes, all of it encrypted',
  ];
}

const END = {
  finished: 'The database was written anew and its log emptied: nothing of it is left in this folder.',
  'readers-busy':
    'It can no longer be read, but another Daybook went on reading the vault, so encrypted remains lie in the write-ahead log. Close the other one; they go when the vault is next opened.',
  'disk-full':
    'It can no longer be read, but there was no room to write the database anew, so encrypted remains lie in freed pages. Make room; they go when the vault is next opened.',
} as const;
