import type { Attribution, Claim, Mention } from '../claim.ts';
import type { Layer } from '../layer.ts';
import { isProtected, mentionsIn } from './veil.ts';

/** Why a claim may not stand in a draft before disclosure control has looked at it. */
export type HoldReason =
  | 'low-count'
  | 'age'
  | 'unnamed-source'
  | 'handle'
  | 'person'
  | 'operational'
  | 'group'
  | 'unread-language';

const READ_LANGUAGES = /^(?:en|zh|ko|und)(?:-|$)/;

/**
 * Judges whether a claim may stand in a first draft: undefined when it may, else every reason against it in a fixed
 * order. It may not when its passage, or the words its source, date or place rest on, count ten or fewer people, give
 * an age, or mention an unnamed source, a handle, a contact or number, a person, an operational detail or a group that
 * could be found; nor when the passage is in a language that is not
 * searched for such words, since silence there would prove nothing. `mentions` are those of the whole layer.
 */
export function reasonsAgainstDraft(
  claim: Claim,
  mentions: readonly Mention[],
  layer: Layer,
): readonly HoldReason[] | undefined {
  const reasons = new Set<HoldReason>();
  const look = (start: number, end: number): void => {
    for (const mention of mentionsIn(mentions, start, end)) if (isProtected(mention)) reasons.add(reasonOf(mention));
  };
  look(claim.passage.start, claim.passage.end);
  for (const { basis } of [...claim.attribution, ...claim.place]) if (basis !== undefined) look(basis.start, basis.end);
  if (claim.date?.basis !== undefined) look(claim.date.basis.start, claim.date.basis.end);
  if (claim.attribution.some(isUnnamed)) reasons.add('unnamed-source');
  if (claim.quantity.some(isFewPeople)) reasons.add('low-count');
  if (!READ_LANGUAGES.test(languageAt(layer, claim.passage.start))) reasons.add('unread-language');
  const inOrder = ORDER.filter((reason) => reasons.has(reason));
  return inOrder.length === 0 ? undefined : inOrder;
}

const ORDER: readonly HoldReason[] = [
  'low-count',
  'age',
  'unnamed-source',
  'handle',
  'person',
  'operational',
  'group',
  'unread-language',
];

function reasonOf({ type, protection }: Mention): HoldReason {
  switch (type) {
    case 'low-count':
    case 'age':
    case 'handle':
      return type;
    case 'source':
      return 'unnamed-source';
    case 'contact':
      return protection === 'operational' ? 'operational' : 'handle';
    case 'document-number':
      return 'handle';
    case 'site':
    case 'practice':
      return 'operational';
    case 'group':
      return 'group';
    case 'person':
    case 'detail':
    case 'organisation':
    case 'place':
      return 'person';
  }
}

function isUnnamed({ role, name, type }: Attribution): boolean {
  return (
    type === 'anonymous' ||
    (name === null && (role === 'data-source' || role === 'quoted-source' || role === 'speaker'))
  );
}

// Ranges and limits that reach down to ten hold too: "between 3 and 40 women" may be three.
function isFewPeople({ unit, value, low, high }: Claim['quantity'][number]): boolean {
  if (unit !== 'persons' && unit !== 'households') return false;
  return [value, low, high].some((number) => number !== null && number <= 10);
}

function languageAt(layer: Layer, at: number): string {
  let low = 0;
  let high = layer.blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((layer.blocks[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return layer.blocks[low]?.language ?? 'und';
}
