import type { IntakeItemView } from '../../serve/api.ts';

export type ItemTone = 'good' | 'quiet' | 'warn' | 'bad';

const OUTCOMES: Readonly<Record<IntakeItemView['outcome'], readonly [message: string, tone: ItemTone]>> = {
  stored: ['adding.item.stored', 'good'],
  'partly-read': ['adding.item.partly-read', 'warn'],
  'not-read': ['adding.item.not-read', 'warn'],
  'already-here': ['adding.item.already-here', 'quiet'],
  refused: ['adding.item.refused', 'bad'],
  failed: ['adding.item.failed', 'bad'],
};

const REASONS: Readonly<Record<string, string>> = {
  empty: 'adding.why.empty',
  'too-large': 'adding.why.too-large',
  'no-text': 'adding.why.no-text',
  'format-not-read': 'adding.why.unsupported',
  'reader-stopped': 'adding.why.reader-stopped',
  'reader-too-slow': 'adding.why.reader-too-slow',
  'disk-full': 'adding.why.disk-full',
  'not-written': 'adding.why.not-written',
  changed: 'adding.why.changed',
  'files-inside': 'adding.why.files-inside',
  'to-recognise': 'adding.why.to-recognise',
  damaged: 'adding.why.damaged',
  encrypted: 'adding.why.encrypted',
  bomb: 'adding.why.bomb',
  'not-as-signed': 'adding.why.not-as-signed',
  'reader-too-large': 'adding.why.reader-too-large',
  broken: 'adding.why.broken',
  'parts-unread': 'adding.why.parts-unread',
  'pages-to-recognise': 'adding.why.pages-to-recognise',
  'reason-stands': 'adding.why.reason-stands',
  'origin-stands': 'adding.why.origin-stands',
  'reason-and-origin-stand': 'adding.why.reason-and-origin-stand',
};

/** What became of a file: a message and how good the news is. */
export function outcomeOf({ outcome, why }: IntakeItemView): readonly [message: string, tone: ItemTone] {
  const [message, tone] = OUTCOMES[outcome];
  // Somebody typed words that nobody will read again: that is to be seen.
  return [message, outcome === 'already-here' && why !== null ? 'warn' : tone];
}

/** The sentence for a reason; undefined for one that has none, whose code is then shown. */
export function reasonMessage(why: string): string | undefined {
  return REASONS[why];
}
