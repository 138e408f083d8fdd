import type { KeptStanding, Strays, TakenAway } from '../../vault/index.ts';
import { counted } from '../sentences.ts';
import { oneLine } from './cell-text.ts';
import { shortId } from './source-words.ts';

/** Names of foreign files that are told; the rest is counted. */
const MOST_NAMES = 20;

/** How the vault stands to one checkpoint that was kept elsewhere. */
export function standingWords(standing: KeptStanding): string {
  switch (standing.type) {
    case 'kept': {
      const { device, size, since } = standing;
      return `against      device ${shortId(device)}…: the first ${counted(size, 'entry is', 'entries are')} those of the checkpoint; ${since.toLocaleString('en-US')} came since`;
    }
    case 'shorter': {
      const { device, size, have } = standing;
      return `FAULT  this copy is older by ${counted(size - have, 'entry', 'entries')}: the log of device ${shortId(device)}… had ${size.toLocaleString('en-US')} when the checkpoint was made, and has ${have.toLocaleString('en-US')} here`;
    }
    case 'differs':
      return `FAULT  the first ${counted(standing.size, 'entry', 'entries')} of device ${shortId(standing.device)}… are not those of the checkpoint: something before it was changed, or this is the other side of a fork`;
    case 'device-unknown':
      return `FAULT  nothing of device ${shortId(standing.device)}… is here, and the checkpoint is of its log: this copy is older than that device, or lacks its entries`;
  }
}

/** What lies among the blobs and belongs to none of them, line by line; nothing when nothing does. */
export function strayLines({ parts, unknown, foreign }: Strays, taken: TakenAway): readonly string[] {
  const left = parts.length - taken.parts;
  return [
    ...(taken.parts > 0
      ? [
          `Removed ${counted(taken.parts, 'unfinished file')} of more than a day ago: something had been stopped while it wrote.`,
        ]
      : []),
    ...(taken.erased > 0 ? [`Removed ${counted(taken.erased, 'file')} of erased sources.`] : []),
    ...(left > 0
      ? [
          `${counted(left, 'unfinished file')} in blobs: being written, or left when something was stopped less than a day ago.`,
        ]
      : []),
    ...(unknown.length > 0
      ? [
          `${counted(unknown.length, 'whole file')} in blobs that no source points at: left when something was stopped. Nobody can read ${unknown.length === 1 ? 'it' : 'them'} any more.`,
        ]
      : []),
    ...(foreign.length > 0
      ? [
          `${counted(foreign.length, 'file')} in blobs that Daybook did not make: ${foreign.slice(0, MOST_NAMES).map(oneLine).join(', ')}${foreign.length > MOST_NAMES ? ' …' : ''}`,
        ]
      : []),
  ];
}
