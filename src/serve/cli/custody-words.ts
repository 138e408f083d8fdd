import { isId } from '../../base/index.ts';
import type { SourceRow } from '../../vault/index.ts';
import type { ClaimCounts } from '../../weigh/index.ts';
import type { Custody } from '../custody.ts';
import { counted, sizeWords } from '../sentences.ts';
import { DAYBOOK } from '../typed.ts';
import { oneLine, wrapCells } from './cell-text.ts';
import { countWords, reopenedWords } from './claim-words.ts';
import { positionWords, shortId } from './source-words.ts';

/**
 * Custody in words that claim no more than is known: captured by whom and when, unchanged since, never "authentic". `known`:
 * whether the text was read here, so that unreviewed claims are counted too.
 */
export function custodyLines(
  custody: Custody,
  row: SourceRow,
  { claims, known, cells }: { readonly claims: ClaimCounts; readonly known: boolean; readonly cells: number },
): readonly string[] {
  const { capturedBy, capturedAt, tool, method, length, bytes } = custody;
  const who =
    capturedBy === null
      ? 'nobody who is named'
      : isId('PersonKey', capturedBy)
        ? `the holder of key ${shortId(capturedBy)}…`
        : oneLine(capturedBy);
  const how = {
    file: 'a file',
    'standard-input': 'standard input',
    'demo-sample': 'the bundled samples',
    member: 'a file that it stood in',
    note: 'what somebody wrote down here',
  }[method];
  const facts = [
    `captured by ${who} at ${capturedAt} (by this device's clock), from ${how}, with ${tool.name} ${tool.version}`,
    bytesWords(bytes),
    ...(custody.within === undefined
      ? []
      : [`stood in source ${shortId(custody.within.source)} as ${oneLine(custody.within.name)}`]),
    ...(custody.sameText.length === 0
      ? []
      : [`the same text in another wrapper: ${custody.sameText.map(shortId).join(', ')}; none of them was merged`]),
    ...fileLines(custody.file),
    ...(custody.origin === null ? [] : [`came from, as whoever captured it says: ${oneLine(custody.origin)}`]),
    ...(custody.reason === null ? [] : [`captured because: ${oneLine(custody.reason)}`]),
    ...(custody.modified === null ? [] : [`the file said that it was last changed at ${custody.modified}`]),
    `recorded as ${positionWords(custody.position)}`,
    'This does not say that the content is true. Until a head of the log lies with somebody else, it proves nothing against whoever holds this vault.',
    `${sizeWords(length)} (${length.toLocaleString('en-US')} bytes)`,
    `SHA-256 ${custody.sha256}`,
    `SHA-512 ${custody.sha512}`,
  ];
  const { layer, reading } = row;
  if (layer !== undefined) {
    facts.push(
      `text made by ${layer.tool.name} ${layer.tool.version}: ${layer.length.toLocaleString('en-US')} characters of ${layer.mediaType}, read as ${layer.charset.name} (${layer.charset.decidedBy})`,
      `text SHA-256 ${layer.digest}`,
    );
    if (layer.made !== undefined)
      facts.push(
        `corrected by ${oneLine(layer.made.person)} out of what was recognised, text SHA-256 ${layer.made.parentDigest}`,
      );
  }
  if (reading !== undefined) {
    facts.push(
      `read by ${reading.reader.name} ${reading.reader.version}: ${counted(reading.claims, 'claim')} suggested`,
    );
  }
  if (reading !== undefined) {
    const rest = known ? '' : '; what is proposed is not known, since the text was not read here';
    facts.push(`claims: ${countWords(claims)}${rest}`);
  }
  const reopened = reopenedWords(claims);
  if (reopened !== undefined) facts.push(reopened);
  if (custody.collections.length > 0) facts.push(`in collections: ${oneLine(custody.collections.join(', '))}`);
  return ['CUSTODY', ...facts.flatMap((fact) => indented(fact, cells))];
}

function bytesWords(bytes: Custody['bytes']): string {
  switch (bytes.type) {
    case 'unchanged':
      return `unchanged since: its bytes were compared with the digests below at ${bytes.checkedAt}`;
    case 'missing':
      return `ITS BYTES ARE NOT HERE. Look at ${DAYBOOK} verify.`;
    case 'changed':
      return `ITS BYTES ARE NOT THOSE THAT WERE CAPTURED. Look at ${DAYBOOK} verify.`;
  }
}

function indented(fact: string, cells: number): readonly string[] {
  return wrapCells(fact, cells - 4).map((line, i) => `${i === 0 ? '  ' : '    '}${line}`);
}

/** What was not read of a file, and what its own records say. */
function fileLines(file: Custody['file']): readonly string[] {
  if (file === undefined) return [];
  const { format, unread, notes, facts } = file;
  const shown = unread.slice(0, UNREAD_SHOWN).map(({ part, reason }) => `${oneLine(part)} (${reason})`);
  const more = unread.length > shown.length ? `, and ${unread.length - shown.length} more` : '';
  return [
    `format: ${format}`,
    ...(unread.length === 0 ? [] : [`not read of it: ${shown.join(', ')}${more}`]),
    ...notes.slice(0, UNREAD_SHOWN).map(({ part, note, count }) => {
      const many = count === undefined ? '' : `, ${count}`;
      return `${oneLine(part)}: ${note.replaceAll('-', ' ')}${many}`;
    }),
    ...facts.map(({ name, value }) => `${oneLine(name)}: ${oneLine(value)}`),
  ];
}

const UNREAD_SHOWN = 20;
