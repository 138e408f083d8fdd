/**
 * The words that a claim or a mention may use for each of its fields, in the order in which they are told: the types of `claim.ts` and whatever
 * checks what comes from outside are made from these.
 */
export const BASES = [
  'document-date',
  'heading',
  'closing-block',
  'same-sentence',
  'earlier-sentence',
  'byline',
  'metadata',
] as const;

export const CLAIM_KINDS = ['statistic', 'rule', 'event', 'opinion', 'forecast', 'testimony', 'assertion'] as const;

export const CLAIM_SUBKINDS = [
  'issuance',
  'provenance',
  'position',
  'question',
  'recommendation',
  'appeal',
  'normative',
  'official-position',
  'commitment',
] as const;

export const ATTRIBUTION_ROLES = [
  'data-source',
  'issuer',
  'speaker',
  'quoted-source',
  'author',
  'author/publisher',
  'publisher',
  'newspaper',
  'agency',
  'translator',
  'translator/host',
  'photographer',
] as const;

export const ATTRIBUTION_TYPES = [
  'government',
  'organisation',
  'media',
  'person',
  'anonymous',
  'website',
  'public',
] as const;

export const COMPARATORS = ['=', '>', '>=', '<', '<=', '~', '..', '?'] as const;

export const MEASURES = ['stock', 'flow', 'cumulative'] as const;

export const RELATIONS = ['from', 'to', 'with'] as const;

export const MODALITIES = ['must', 'must-not', 'should', 'requested', 'restricted', 'may', 'may (rewarded)'] as const;

export const SIGNAL_DIRECTIONS = ['up', 'down', 'steady', 'volatile', 'unknown'] as const;

export const COURSES_OF_ACTION = [
  'stay',
  'stay-adapted',
  'ad-hoc',
  'from-outside',
  'leave',
  'enter',
  'due-diligence',
  'exchange',
] as const;

export const OPTION_STANCES = ['for', 'against', 'conditional', 'neutral', 'descriptive', 'question'] as const;

export const POLARITIES = ['for', 'against', 'hostile'] as const;

export const PROTECTIONS = [
  'singling-out',
  'high',
  'medium',
  'group-risk',
  'operational',
  'context-sensitive',
  'low-count',
  'byline',
  'public-figure',
  'public',
] as const;

export const MENTION_REASONS = [
  'named-person',
  'public-office',
  'byline',
  'anonymous-source',
  'small-count',
  'case-count',
  'person-at-risk',
  'age',
  'distinguishing-detail',
  'helper',
  'partner',
  'group-at-risk',
  'affected-group',
  'handle',
  'contact-detail',
  'identifying-number',
  'reporting-channel',
  'operational-site',
  'operational-route',
  'operational-practice',
] as const;

export const MENTION_TYPES = [
  'person',
  'source',
  'handle',
  'contact',
  'document-number',
  'low-count',
  'age',
  'detail',
  'group',
  'organisation',
  'place',
  'site',
  'practice',
] as const;
