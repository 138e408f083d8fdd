import type { Formats } from '../formats.ts';
import type { Say } from '../i18n.ts';

const CATEGORIES: Readonly<Record<string, string>> = {
  refoulement: 'code.risk.refoulement',
  enforcement: 'code.risk.enforcement',
  'border-control': 'code.risk.border-control',
  'use-of-force': 'code.risk.use-of-force',
  surveillance: 'code.risk.surveillance',
  informing: 'code.risk.informing',
  'helper-penalty': 'code.risk.helper-penalty',
  detention: 'code.risk.detention',
  'detention-conditions': 'code.risk.detention-conditions',
  'post-return-harm': 'code.risk.post-return-harm',
  trafficking: 'code.risk.trafficking',
  'documentation-status': 'code.risk.documentation-status',
  'access-to-services': 'code.risk.access-to-services',
  'host-community': 'code.risk.host-community',
  'public-hostility': 'code.risk.public-hostility',
  'border-violence': 'code.risk.border-violence',
  access: 'code.risk.access',
  'policy-signal': 'code.risk.policy-signal',
  'legal-regulatory': 'code.risk.legal-regulatory',
  registration: 'code.risk.registration',
  funding: 'code.risk.funding',
  accusation: 'code.risk.accusation',
  'civic-space': 'code.risk.civic-space',
  'social-control': 'code.risk.social-control',
  autonomy: 'code.risk.autonomy',
  'partner-risk': 'code.risk.partner-risk',
  'programme-continuity': 'code.risk.programme-continuity',
  reputation: 'code.risk.reputation',
  'transnational-pressure': 'code.risk.transnational-pressure',
  'home-politics': 'code.risk.home-politics',
};

const MODALITIES: Readonly<Record<string, string>> = {
  must: 'code.modality.must',
  'must-not': 'code.modality.must-not',
  should: 'code.modality.should',
  requested: 'code.modality.requested',
  restricted: 'code.modality.restricted',
  may: 'code.modality.may',
  'may (rewarded)': 'code.modality.may-rewarded',
};

const DIRECTIONS: Readonly<Record<string, string>> = {
  up: 'code.direction.up',
  down: 'code.direction.down',
  steady: 'code.direction.steady',
  volatile: 'code.direction.volatile',
  unknown: 'code.direction.unknown',
};

const COURSES: Readonly<Record<string, string>> = {
  stay: 'code.course.stay',
  'stay-adapted': 'code.course.stay-adapted',
  'ad-hoc': 'code.course.ad-hoc',
  'from-outside': 'code.course.from-outside',
  leave: 'code.course.leave',
  enter: 'code.course.enter',
  'due-diligence': 'code.course.due-diligence',
  exchange: 'code.course.exchange',
};

const STANCES: Readonly<Record<string, string>> = {
  for: 'code.stance.for',
  against: 'code.stance.against',
  conditional: 'code.stance.conditional',
  neutral: 'code.stance.neutral',
  descriptive: 'code.stance.descriptive',
  question: 'code.stance.question',
  hostile: 'code.stance.hostile',
};

/** Codes that a person may choose, in the order in which they are offered. */
export const RISK_CODES: readonly string[] = Object.keys(CATEGORIES);
export const DIRECTION_CODES: readonly string[] = Object.keys(DIRECTIONS);
export const MODALITY_CODES: readonly string[] = Object.keys(MODALITIES);
export const COURSE_CODES: readonly string[] = Object.keys(COURSES);
export const OPTION_STANCE_CODES: readonly string[] = Object.keys(STANCES).filter((code) => code !== 'hostile');
export const POLARITY_CODES: readonly string[] = ['for', 'against', 'hostile'];

/** Which table has the words for the codes of a field; a field that is not here holds words of the text. */
const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'rule.modality': MODALITIES,
  'risk.category': CATEGORIES,
  'risk.direction': DIRECTIONS,
  'option.options': COURSES,
  'option.stance': STANCES,
  'stance.polarity': STANCES,
};

/** Whether what a field holds are codes of ours, not words of the text. */
export function isCoded(field: string): boolean {
  return field === 'rule.currency' || TABLES[field] !== undefined;
}

/** What the codes of a field mean, in the desk's language; one that nobody knows is shown as it is. */
export function codeWords(say: Say, { list, currency }: Formats, field: string, words: string): string {
  if (field === 'rule.currency') return currency(words);
  const table = TABLES[field];
  if (table === undefined) return words;
  return list(
    words.split(', ').map((code) => {
      const message = table[code];
      return message === undefined ? code : say(message);
    }),
  );
}
