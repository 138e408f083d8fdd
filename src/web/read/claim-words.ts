import type { ClaimStateCode, ClaimView } from '../../serve/api.ts';
import type { Say } from '../i18n.ts';
import type { ClaimDraft, WrongField, WrongNumber } from './claim-draft.ts';

const KINDS: Readonly<Record<string, string>> = {
  statistic: 'reading.kind.statistic',
  rule: 'reading.kind.rule',
  event: 'reading.kind.event',
  opinion: 'reading.kind.opinion',
  forecast: 'reading.kind.forecast',
  testimony: 'reading.kind.testimony',
  assertion: 'reading.kind.assertion',
};

/** Kinds that a person may give a claim, in the order in which they are offered. */
export const CLAIM_KINDS: readonly string[] = Object.keys(KINDS);

const STATES: Readonly<Record<ClaimStateCode, string>> = {
  unreviewed: 'reading.state.unreviewed',
  accepted: 'reading.state.accepted',
  rejected: 'reading.state.rejected',
  unsure: 'reading.state.unsure',
  disputed: 'reading.state.disputed',
};

const VERDICTS: Readonly<Record<ClaimView['history'][number]['verdict'], string>> = {
  accept: 'reading.verdict.accept',
  reject: 'reading.verdict.reject',
  unsure: 'reading.verdict.unsure',
  edit: 'reading.verdict.edit',
  withdrawn: 'reading.verdict.withdrawn',
};

const ROLES: Readonly<Record<string, string>> = {
  'data-source': 'reading.role.data-source',
  issuer: 'reading.role.issuer',
  speaker: 'reading.role.speaker',
  'quoted-source': 'reading.role.quoted-source',
  author: 'reading.role.author',
  'author/publisher': 'reading.role.author-publisher',
  publisher: 'reading.role.publisher',
  newspaper: 'reading.role.newspaper',
  agency: 'reading.role.agency',
  translator: 'reading.role.translator',
  'translator/host': 'reading.role.translator-host',
  photographer: 'reading.role.photographer',
};

/** Roles that a link of a chain may have, from whoever said it on. */
export const ROLE_CODES: readonly string[] = Object.keys(ROLES);

const BASES: Readonly<Record<string, string>> = {
  'document-date': 'reading.basis.document-date',
  heading: 'reading.basis.heading',
  'closing-block': 'reading.basis.closing-block',
  'same-sentence': 'reading.basis.same-sentence',
  'earlier-sentence': 'reading.basis.earlier-sentence',
  byline: 'reading.basis.byline',
  metadata: 'reading.basis.metadata',
};

const FIELDS: Readonly<Record<string, string>> = {
  'rule.addressee': 'reading.field.addressee',
  'rule.modality': 'reading.field.modality',
  'rule.action': 'reading.field.action',
  'rule.condition': 'reading.field.condition',
  'rule.sanction': 'reading.field.sanction',
  'rule.reward': 'reading.field.reward',
  'rule.amount': 'reading.field.amount',
  'rule.effective': 'reading.field.effective',
  'event.who': 'reading.field.event-who',
  'event.did': 'reading.field.event-did',
  'event.whom': 'reading.field.event-whom',
  'risk.category': 'reading.field.risk-category',
  'risk.direction': 'reading.field.direction',
  'risk.stated': 'reading.field.stated',
  'option.options': 'reading.field.options',
  'option.stance': 'reading.form.option-stance',
  'stance.toward': 'reading.field.toward',
  'stance.polarity': 'reading.form.polarity',
};

const REFUSED: Readonly<Record<string, string>> = {
  kind: 'reading.refused.kind',
  who: 'reading.refused.who',
  chain: 'reading.refused.who',
  date: 'reading.refused.date',
  places: 'reading.refused.places',
  quantities: 'reading.refused.quantities',
  hedge: 'reading.refused.hedge',
  rule: 'reading.refused.words',
  event: 'reading.refused.words',
  risk: 'reading.refused.words',
  stance: 'reading.refused.words',
  reason: 'reading.refused.reason',
  layer: 'reading.refused.layer',
  span: 'reading.refused.span',
};

/** A code that has no words is shown as it is: nothing is left out for want of a translation. */
function worded(table: Readonly<Record<string, string>>): (say: Say, code: string) => string {
  return (say, code) => {
    const message = table[code];
    return message === undefined ? code : say(message);
  };
}

export const kindWords: (say: Say, kind: string) => string = worded(KINDS);
export const stateWords: (say: Say, state: ClaimStateCode) => string = worded(STATES);
export const verdictWords: (say: Say, verdict: string) => string = worded(VERDICTS);
export const roleWords: (say: Say, role: string) => string = worded(ROLES);
export const basisWords: (say: Say, from: string) => string = worded(BASES);
export const fieldWords: (say: Say, field: string) => string = worded(FIELDS);

const WHY_WRONG: Readonly<Record<WrongNumber['why'], string>> = {
  lacking: 'reading.number.no-number',
  'not-a-number': 'reading.number.not-a-number',
  negative: 'reading.number.negative',
  'too-large': 'reading.number.too-large',
  'too-precise': 'reading.number.too-precise',
  reversed: 'reading.number.reversed',
  'too-long': 'reading.number.too-long',
  'not-in-passage': 'reading.number.not-in-passage',
  'not-its-words': 'reading.number.not-its-words',
};

const LACKING: Readonly<Partial<Record<WrongNumber['part'], string>>> = {
  stated: 'reading.number.no-words',
  unit: 'reading.number.no-unit',
};

/** Which field of a number is wrong, and why; of several numbers also which. */
function wrongNumberWords(say: Say, { quantities }: ClaimDraft, { at, part, why }: WrongNumber): string {
  const isRange = quantities[at]?.op === '..';
  const labels: Readonly<Record<WrongNumber['part'], string>> = {
    stated: 'reading.form.stated',
    value: isRange ? 'reading.form.low' : 'reading.form.value',
    high: 'reading.form.high',
    unit: 'reading.form.unit',
    counts: 'reading.form.counts',
  };
  const because = say((why === 'lacking' ? LACKING[part] : undefined) ?? WHY_WRONG[why]);
  const field = say(labels[part]);
  return quantities.length > 1
    ? say('reading.number.which', { at: at + 1, field, because })
    : say('reading.number.wrong', { field, because });
}

/** What is wrong with a field of a draft, in a sentence; undefined when nothing more exact is known than that it is. */
export function wrongWords(say: Say, draft: ClaimDraft, wrong: WrongField): string | undefined {
  const { field, part, why } = wrong;
  const number = field === 'quantities' ? numberFault(wrong) : undefined;
  if (number !== undefined) return wrongNumberWords(say, draft, number);
  if (field === 'quantities' && why === 'lacking')
    return say('reading.number.wrong', { field: say('reading.fact.number'), because: say('reading.number.no-number') });
  if (why === 'lacking')
    return say(CHOSEN.includes(`${field}.${part}`) ? 'reading.refused.choose' : 'reading.refused.lacking');
  if (why === 'no-date') return say('reading.refused.date-norm');
  const message = refusedMessage(field);
  return message === undefined ? undefined : say(message);
}

/** Parts that are chosen, not written. */
const CHOSEN: readonly string[] = [
  'rule.modality',
  'risk.category',
  'option.options',
  'option.stance',
  'stance.polarity',
];

function numberFault({ at, part, why }: WrongField): WrongNumber | undefined {
  const known = NUMBER_PARTS.find((one) => one === part);
  const cause = WHYS.find((one) => one === why);
  return at === undefined || known === undefined || cause === undefined ? undefined : { at, part: known, why: cause };
}

const NUMBER_PARTS = ['stated', 'value', 'high', 'unit', 'counts'] as const satisfies readonly WrongNumber['part'][];
const WHYS = [
  ...['lacking', 'not-a-number', 'negative', 'too-large', 'too-precise', 'reversed', 'too-long'],
  ...['not-in-passage', 'not-its-words'],
] as const satisfies readonly WrongNumber['why'][];

/** What is wrong with a field that was typed; undefined when nothing more exact is known. */
export function refusedMessage(field: string | number | undefined): string | undefined {
  return field === undefined ? undefined : REFUSED[String(field)];
}

/** Who says it: the first of the chain. */
export function firstNameOf({ attribution }: Pick<ClaimView, 'attribution'>): string | null {
  return attribution[0]?.name ?? null;
}

/** What the mark is called in the page that a claim's words begin with: found by that at once, however long the text. */
export function markId(claim: string): string {
  return `claim-${claim}`;
}
