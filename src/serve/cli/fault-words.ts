import type { BlobFault, Fault } from '../../vault/index.ts';
import { DAYBOOK } from '../typed.ts';
import type { EntryNames } from '../verification.ts';
import { shortId } from './source-words.ts';

/** A fault in words: what it belongs to, and what is not as it should be. */
export function faultWords(fault: Fault | BlobFault, names: EntryNames): string {
  const entry = (leaf: Extract<Fault, { type: 'entry' }>['leaf']): string => {
    const name = names.get(leaf);
    return name === undefined ? `the entry with leaf ${leaf.slice(0, 16)}…` : positionOf(name);
  };
  switch (fault.type) {
    case 'entry':
      return `${entry(fault.leaf)}: ${ENTRY[fault.error] ?? `not as it was signed (${fault.error})`}`;
    case 'placement':
      return `${entry(fault.leaf)}: its place in the log ${PLACEMENT[fault.error]}`;
    case 'body':
      return `${entry(fault.leaf)}: part ${fault.part} is not what the entry committed to (${fault.error})`;
    case 'checkpoint':
      return `the checkpoint at size ${fault.size} of device ${shortId(fault.device)}…: ${fault.error}`;
    case 'projection':
      return `a row of ${fault.table} (${fault.key.map((part) => shortId(part)).join(', ')}) ${ROW[fault.fault]}. Mend it: ${DAYBOOK} rebuild`;
    case 'suggestion':
      return `the cached reading of layer ${shortId(fault.layer)}… is not the one that was stated. Mend it: ${DAYBOOK} rebuild`;
    case 'index':
      return `the search index of ${fault.source === undefined ? 'the vault' : `source ${shortId(fault.source)}…`} ${ROW[fault.fault].replace('entry gives', 'layer gives').replace('entries give', 'layers give')}. Mend it: ${DAYBOOK} rebuild`;
    case 'database':
      return `the database could not be read through while checking ${fault.step}`;
    case 'blob':
      return `source ${shortId(fault.source)}: its bytes ${BLOB[fault.error]}`;
  }
}

const ENTRY: Readonly<Record<string, string>> = {
  'leaf-differs': 'its bytes are not those that its name was made from',
  'row-differs': 'the columns beside it do not say what it says',
  'device-signature-wrong': 'the signature of its device is wrong',
  'person-signature-wrong': 'the signature of its person is wrong',
  'person-signature-missing': 'the signature of its person is missing',
};
const PLACEMENT = {
  missing: 'is missing',
  differs: 'is not the one that follows from it',
  'not-placeable': 'is given though entries before it are not here',
} as const;
const ROW = {
  missing: 'is missing',
  extra: 'is there although no entry gives it',
  differs: 'is not what the entries give',
} as const;
const BLOB = {
  missing: 'are not here',
  damaged: 'were changed, or cut short',
  'digest-differs': 'are not those that were captured',
  unplaced: 'cannot be found, since their place in the database cannot be read',
} as const;

function positionOf({ device, seq }: { readonly device: string; readonly seq: number }): string {
  return `entry ${seq} of device ${device.slice(0, 16)}…`;
}
