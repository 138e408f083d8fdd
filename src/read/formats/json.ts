import { ok, type Result, refuse } from '../../base/index.ts';
import { decodeBytes } from '../charset.ts';
import type { DraftBlock } from '../draft.ts';
import { linesOf } from '../text-lines.ts';
import type { FormatHints, FormatReading, FormatRefusal, UnreadPart } from './format.ts';
import { type JsonLeaf, jsonLeaves } from './json-leaves.ts';
import { blockText } from './office-nodes.ts';
import { formatRefused } from './office-package.ts';

/** Raise the version whenever the same bytes could give another text. */
const TOOL = { name: 'daybook-json', version: '1' } as const;

const BYTE_LIMIT = 64 * 1024 * 1024;
const LIMITS = { depth: 200, leaves: 300_000 };

/**
 * Reads JSON, or a JSON value in each line (docs/read-office.md O31 to O33): each string and number as a block with its JSON
 * Pointer. Keys, `true`, `false` and `null` are places, not text. Refused when it is neither.
 */
export function readJson(bytes: Uint8Array, hints: FormatHints): Result<FormatReading, FormatRefusal> {
  if (bytes.length === 0) return formatRefused('json', 'empty');
  if (bytes.length > BYTE_LIMIT) return formatRefused('json', 'too-large');
  const { text, charset } = decodeBytes(bytes, hints);
  const unread: UnreadPart[] = [];
  const leaves = leavesOf(text, unread);
  if (!leaves.ok) return leaves;
  const blocks = leaves.value.flatMap(blockOf);
  if (blocks.length === 0) return formatRefused('json', 'empty');
  return ok({
    text: { type: 'extracted', tool: TOOL, mediaType: 'application/json', blocks, properties: {}, charset },
    members: [],
    unread,
  });
}

function leavesOf(text: string, unread: UnreadPart[]): Result<readonly JsonLeaf[], FormatRefusal> {
  if (text.trim() === '') return formatRefused('json', 'empty');
  const whole = jsonLeaves(text, 0, LIMITS);
  if (whole.type === 'read' && whole.end === text.length) return ok(whole.leaves);
  if (whole.type === 'failed' && whole.reason !== 'damaged') return formatRefused('json', whole.reason);
  // Lines: the first must be a value, a damaged one later is said and the others are read.
  const leaves: JsonLeaf[] = [];
  const lines = linesOf(text).filter((line) => line.text.trim() !== '');
  for (const [i, line] of lines.entries()) {
    const read = jsonLeaves(line.text, 0, { ...LIMITS, leaves: LIMITS.leaves - leaves.length });
    const complete = read.type === 'read' && read.end === line.text.length;
    if (!complete && i === 0) return formatRefused('json', 'damaged');
    if (read.type === 'failed' && read.reason === 'too-many') {
      unread.push({ part: `lines from ${i + 1}`, reason: 'too-many' });
      break;
    }
    if (!complete) {
      unread.push({ part: `line ${i + 1}`, reason: read.type === 'failed' ? read.reason : 'damaged' });
      continue;
    }
    for (const { path, value, start, end } of read.leaves) {
      leaves.push({ path: `/${i}${path}`, value, start: start + line.start, end: end + line.start });
    }
  }
  if (lines.length < 2) return refuse({ type: 'format-refused', format: 'json', reason: 'damaged' });
  return ok(leaves);
}

function blockOf({ path, value, start, end }: JsonLeaf): readonly DraftBlock[] {
  const text = blockText(value);
  if (text === '') return [];
  return [{ text, kind: 'paragraph', source: { start, end }, linked: 0, place: { type: 'record', path } }];
}
