import type { TakeReceipt } from '../../exchange/index.ts';
import { counted, countsWords, sizeWords } from '../sentences.ts';
import { DAYBOOK } from '../typed.ts';
import { oneLine } from './cell-text.ts';
import { shortId } from './source-words.ts';

/** What became of a bundle, line by line. */
export function takeLines(receipt: TakeReceipt, sender: string | null): readonly string[] {
  const { header, entries, parts, blobs, settled } = receipt;
  const from = sender === null ? `${shortId(header.person)}…` : oneLine(sender);
  const lines = [`A bundle of ${from}, made at ${header.at} as their device claims.`];
  if (receipt.takenBefore !== undefined) {
    lines.push(`This bundle was taken before, at ${receipt.takenBefore}. Taking it again does no harm.`);
  }
  if (receipt.older) lines.push('A later bundle of the same device was taken before this one. That does no harm.');
  lines.push(
    `entries  ${countsWords([
      [entries.given, 'given'],
      [entries.placed, 'new'],
      [entries.alreadyHere, 'here already'],
      [entries.waiting, 'waiting for others'],
      [[...entries.refused.values()].reduce((sum, each) => sum + each, 0), 'refused'],
    ])}`,
    `parts    ${countsWords([
      [parts.given, 'given'],
      [parts.kept, 'new'],
      [parts.alreadyHere, 'here already'],
      [parts.erased, 'left out, since what they speak of was erased'],
      [parts.refused, 'refused'],
      [parts.withheld, 'withheld by the sender'],
    ])}`,
    `sources  ${countsWords([
      [blobs.given, `given (${sizeWords(header.counts.bytes)})`],
      [blobs.kept, 'new'],
      [blobs.alreadyHere, 'here already'],
      [blobs.erased, 'left out, since they were erased'],
      [blobs.unknown, 'without a capture record here'],
      [blobs.differing, 'not the bytes that were captured'],
    ])}`,
  );
  if (settled > 0) lines.push(`${counted(settled, 'entry', 'entries')} that waited here found their place.`);
  for (const [why, count] of entries.refused)
    lines.push(`Refused (${ENTRY[why] ?? why}): ${counted(count, 'entry', 'entries')}.`);
  if (receipt.missingBefore > 0) {
    lines.push(
      `An earlier bundle is missing: this one begins after entries that are not here. Take that one, or ask the sender for everything: ${DAYBOOK} bundle --all`,
    );
  } else if (entries.waiting > 0) {
    lines.push('Some entries wait for those of others that are not here. They find their place by themselves later.');
  }
  for (const { device, seq } of receipt.forks) {
    lines.push(
      `Fork: two entries at place ${seq} of device ${shortId(device)}…. Both are kept; ask whose folder was copied.`,
    );
  }
  return lines;
}

/** The same as one object. */
export function takeJson(receipt: TakeReceipt): object {
  const { header, entries, forks, takenBefore, ...rest } = receipt;
  const { bundle, device, person, at, scope, complete } = header;
  return {
    bundle,
    device,
    person,
    at,
    scope,
    complete,
    takenBefore: takenBefore ?? null,
    ...rest,
    entries: { ...entries, refused: Object.fromEntries(entries.refused) },
    forks,
  };
}

const ENTRY: Readonly<Record<string, string>> = {
  'other-workspace': 'of another workspace',
  'device-not-enrolled': 'of a device that nobody enrolled',
  'person-not-enrolled': 'of a person whom nobody enrolled',
  'device-signature-wrong': 'the signature of its device is wrong',
  'person-signature-wrong': 'the signature of its person is wrong',
  'too-many-waiting': 'too many wait already',
};
