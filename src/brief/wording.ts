import type { AttributionRole } from '../read/index.ts';
import type { ClaimCounts } from '../weigh/index.ts';
import type { Brief, BriefSection, HeldBackReason, LogPosition } from './brief.ts';
import { HELD_BACK_REASONS } from './brief.ts';

/** Stands at the head of every draft, on every printed page, until a person has reviewed and checked it. */
export const WARNING = 'DRAFT, NOT REVIEWED, NOT CHECKED FOR DISCLOSURE';

const CAUTIONS: readonly string[] = [
  'Figures stand as the sources give them. They may answer different questions: compare scope and date, and never add them up.',
  'What was held back is only what was recognised. Read every line for words that could lead to a person before you pass this on.',
];

/** Says what a draft is, in the file itself, since files travel. */
export function cautionsOf({ accepted }: Brief): readonly string[] {
  return [
    accepted === undefined
      ? 'Each sentence is what one passage of one source says, as a machine reads it. No person has accepted any of them.'
      : 'Each sentence rests on a claim that a named person accepted. Nobody has reviewed the draft itself.',
    ...CAUTIONS,
  ];
}

const REASONS: Readonly<Record<HeldBackReason, readonly [string, string]>> = {
  'small-group': ['small group', 'small groups'],
  age: ['age', 'ages'],
  'unnamed-source': ['unnamed source', 'unnamed sources'],
  handle: ['handle', 'handles'],
  person: ['person', 'persons'],
  'fine-place': ['place finer than a county', 'places finer than a county'],
  'unread-language': ['passage in a language not read for persons', 'passages in a language not read for persons'],
  other: ['other reason', 'other reasons'],
};

const ROLES: Readonly<Record<AttributionRole, string>> = {
  'data-source': 'data source',
  issuer: 'issuer',
  speaker: 'speaker',
  'quoted-source': 'quoted source',
  author: 'author',
  'author/publisher': 'author and publisher',
  publisher: 'publisher',
  newspaper: 'newspaper',
  agency: 'agency',
  translator: 'translator',
  'translator/host': 'translator and host',
  photographer: 'photographer',
};

/** What was searched and how much of it speaks. */
export function searchedLine({ searched, accepted }: Brief): string {
  const { sources, silent, heldBack } = searched;
  const parts = [
    `${numbered(sources - silent - heldBack, 'has', 'have')} passages about these words`,
    `${numbered(silent, 'has', 'have')} none`,
    ...(heldBack > 0 ? [`in ${heldBack.toLocaleString('en-US')} every passage was held back`] : []),
  ];
  if (accepted !== undefined) {
    const among = `Searched the accepted claims of ${numbered(sources, 'source', 'sources')}: ${parts.join(', ')}.`;
    return `${among} ${acceptedWords(accepted)}`;
  }
  const counts = `Searched the figures read in ${numbered(sources, 'source', 'sources')}: ${parts.join(', ')}.`;
  // Said in the draft itself: a reader far from this program must not take silence for an answer.
  return `${counts} Only figures and rules are drafted before anybody reviewed them, in English, Chinese and Korean; nothing else in these sources was searched.`;
}

/** How many claims a draft rests on, and how many it leaves alone. */
function acceptedWords({ accepted, reopened: _reopened, ...others }: ClaimCounts): string {
  const left = Object.entries(others)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count.toLocaleString('en-US')} ${state}`);
  const not = left.length === 0 ? '' : `, ${left.join(', ')} not counted`;
  return `Claims: ${accepted.toLocaleString('en-US')} accepted${not}.`;
}

/** How much was held back, and why. */
export function heldBackLine({ heldBack }: Brief): string {
  if (heldBack.passages === 0) return 'Held back: nothing was recognised that had to be.';
  const reasons = HELD_BACK_REASONS.flatMap((reason) => {
    const count = heldBack.reasons[reason] ?? 0;
    return count === 0 ? [] : [numbered(count, ...REASONS[reason])];
  });
  return `Held back: ${numbered(heldBack.passages, 'passage', 'passages')} (${reasons.join(', ')}).`;
}

/** What the limit left out; undefined when nothing was. */
export function leftOutLine({ leftOut }: Brief): string | undefined {
  if (leftOut === 0) return undefined;
  return `${numbered(leftOut, 'sentence that fits', 'sentences that fit')} these words less well left out.`;
}

/** Heading of a section that has none of its own. */
export function plainHeading({ by }: BriefSection): string {
  return by === 'document' ? 'A source whose title is not shown' : 'No place stated';
}

export function roleWords(role: AttributionRole): string {
  return ROLES[role];
}

/** Entry and device, the device by the beginning of its key. */
export function positionWords({ device, seq }: LogPosition): string {
  return `entry ${seq} of device ${device.slice(0, 16)}…`;
}

/** An ISO instant as far as minutes, in UTC. */
export function instantWords(at: string): string {
  const minutes = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(at);
  return minutes ? `${minutes[1]}, ${minutes[2]} UTC` : at;
}

function numbered(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
