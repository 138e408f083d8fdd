import type { Span } from '../anchor.ts';
import type { Attribution, Claim, Quantity } from '../claim.ts';
import { parsePartialDate } from '../figures/calendar.ts';
import { readStatement, type StatementInput } from '../kinds/statement.ts';
import type { DocumentRole, LayerDocument } from '../layer.ts';
import type { FoundAttribution } from '../quotations/read-attributions.ts';
import { sought } from '../sought.ts';
import { DENIALS } from './data/denial-words.ts';
import { OUTSIDERS } from './data/voice-words.ts';
import type { DateWords, ReadLanguage } from './findings.ts';
import { softenersIn } from './hedges.ts';
import type { DocumentSetting } from './setting.ts';
import { settledKind } from './settled-kind.ts';

/** What a clause says beside who, when, where and how many. Undefined when it says nothing: a greeting, a label. */
export type Saying = Pick<Claim, 'kind' | 'subkind' | 'rule' | 'event' | 'signal' | 'option' | 'stance' | 'hedge'>;

/** What is known of a clause before its kind is told. */
export interface ClauseContext {
  readonly lang: ReadLanguage;
  /** The paragraph that it stands in, within reach of it: who tells it is often said a sentence before. */
  readonly passage: Span;
  /** Its own sentence. */
  readonly sentence: Span;
  readonly quantity: readonly Quantity[];
  readonly attribution: readonly Attribution[];
  readonly dates: readonly DateWords[];
  readonly speech: readonly FoundAttribution[];
  readonly leadIn: Span | undefined;
  /** Whether a law, an order or a heading on rules stands behind the clause. */
  readonly isOrdered: boolean;
}

/** Tells what kind of thing a clause says, and its parts (docs/read-kinds.md). */
export function sayingOf(clause: Span, setting: DocumentSetting, context: ClauseContext): Saying | undefined {
  const { lang, passage, quantity, attribution, speech, dates, isOrdered } = context;
  const text = setting.text.slice(clause.start, clause.end);
  const statement = readStatement({
    text,
    lang,
    sentence: setting.text.slice(passage.start, passage.end),
    genre: genreOf(setting),
    quoted: speech.some(
      ({ type, content }) => type === 'direct' && content.start <= clause.start && clause.end <= content.end,
    ),
    firstPerson: FIRST_PERSON[lang].test(text),
    hasFigure: quantity.some(({ value, low, unit }) => (value !== null || low !== null) && !SPANS.has(unit))
      ? true
      : undefined,
    counts: countsOf(quantity),
    leadIn: leadWords(clause, setting, context),
    isOrdered: isOrdered || (attribution[0]?.role === 'issuer' && setting.document?.issuer === undefined),
    isDated: dates.some(
      ({ start, end, weak, norm }) => !weak && norm !== null && start >= clause.start && end <= clause.end,
    ),
    futureReference: liesAhead(clause, setting, dates),
    ...voiceOf(attribution[0], setting, context),
  });
  if (!statement.isContent && quantity.length === 0) return undefined;
  const { kind, subkind } = settledKind(statement, {
    text,
    lang,
    attribution,
    document: setting.document,
    carriers: setting.carriers,
    whole: setting.text,
  });
  const { signal, option, stance, hedge } = statement;
  const event = kind === 'event' ? statement.event : null;
  const rule = statement.rule === null ? null : ruleOf(statement.rule, clause, setting, context);
  const hedges = [
    ...new Set([...hedge, ...(lang === 'en' ? softenersIn(text, quantity) : []), ...denialIn(text, lang)]),
  ];
  return subkind === undefined
    ? { kind, rule, event, signal, option, stance, hedge: hedges }
    : { kind, subkind, rule, event, signal, option, stance, hedge: hedges };
}

/** The sentence that a provision hangs on; in a notice also what the sentence of a clause orders before it, in Korean behind it. */
function leadWords(
  clause: Span,
  setting: DocumentSetting,
  { lang, leadIn, sentence }: ClauseContext,
): string | undefined {
  const hung = leadIn && setting.text.slice(leadIn.start, leadIn.end);
  if (genreOf(setting) !== 'notice' || !GOES_ON[lang].test(setting.text.slice(clause.start, clause.end))) return hung;
  const [start, end] = lang === 'ko' ? [clause.end, sentence.end] : [sentence.start, clause.start];
  const own = end - start < 12 ? undefined : setting.text.slice(start, end);
  return hung === undefined || own === undefined ? (hung ?? own) : `${hung}\n${own}`;
}

/** A clause that goes on with what its sentence orders: 并…, "to note down …"; in Korean one without a past. */
const GOES_ON: Readonly<Record<ReadLanguage, RegExp>> = {
  en: /^(?:and\s)?to\s\p{Ll}/u,
  zh: /^(?:并|並|且|同时|同時)/u,
  ko: /^[^았었했였됐갔왔났]*$/u,
};

/** Ages and spans of time count nothing of the world. */
const SPANS: ReadonlySet<string> = new Set(['years', 'months', 'weeks', 'days', 'hours', 'minutes']);
const SOUGHT_DENIALS = { en: sought(DENIALS.en), zh: sought(DENIALS.zh), ko: sought(DENIALS.ko) } as const;

/** Whether a date of the clause lies after the document's. */
function liesAhead(
  { start, end }: Span,
  { documentDate, text }: DocumentSetting,
  dates: readonly DateWords[],
): boolean | undefined {
  if (documentDate === undefined) return undefined;
  const isAfter = dates.some((date) => {
    const isOwn =
      date.start >= start &&
      date.end <= end &&
      !date.weak &&
      date.basis === undefined &&
      !AFTERWARDS.test(text.slice(date.start, date.end));
    const day = isOwn ? parsePartialDate(date.norm ?? undefined) : undefined;
    if (day === undefined) return false;
    if (day.year !== documentDate.year) return day.year > documentDate.year;
    if (day.month === undefined || documentDate.month === undefined) return false;
    if (day.month !== documentDate.month) return day.month > documentDate.month;
    return day.day !== undefined && documentDate.day !== undefined && day.day > documentDate.day;
  });
  return isAfter ? true : undefined;
}

/** A while after what was told before: not after the document. */
const AFTERWARDS = /later|after|earlier|(?<!以)[后後]$|뒤|후$|만에/u;

/** The quantities of a clause that count something of the world. */
function countsOf(quantity: readonly Quantity[]): StatementInput['counts'] {
  return quantity
    .filter(({ unit }) => !SPANS.has(unit))
    .map(({ value, low, high, unit, stated }) => ({
      most: value ?? high ?? low,
      unit,
      isSpelt: !/\d/u.test(stated),
    }));
}

/** A word that says that something is not so is kept with the claim, so that nobody takes what is denied for what is said. */
function denialIn(text: string, lang: ReadLanguage): readonly string[] {
  const found = SOUGHT_DENIALS[lang].exec(text)?.[0];
  return found === undefined ? [] : [found];
}

/** A rule's amount is kept only as one of the claim's quantities; its day is the date that its words lead to. */
function ruleOf(
  rule: NonNullable<Claim['rule']>,
  clause: Span,
  { text, dateBasis, inForce }: DocumentSetting,
  { quantity, dates, lang }: ClauseContext,
): Claim['rule'] {
  const held = quantity.some(
    ({ value, low, high }) => rule.amount !== null && [value, low, high].includes(rule.amount),
  );
  const day = dates.find(
    ({ start, end, weak, norm }) =>
      !weak && norm !== null && start >= clause.start && end <= clause.end && isEffective(text, { start, end }, lang),
  );
  return {
    ...rule,
    ...(held ? {} : { amount: null, currency: null }),
    effective:
      day === undefined
        ? effectiveIn(inForce)
        : {
            stated: text.slice(day.start, day.end),
            norm: day.norm?.replace(/\/\.\.$/, '') ?? null,
            ...(day.relative && dateBasis !== undefined ? { basis: dateBasis } : {}),
          },
  };
}

/** A rule without a day of its own holds from when its paper says that it is in force. */
function effectiveIn(inForce: DocumentSetting['inForce']): NonNullable<Claim['rule']>['effective'] {
  if (inForce === undefined) return null;
  const { norm, start, end } = inForce;
  return { stated: null, norm: norm.split('/')[0] ?? null, basis: { from: 'earlier-sentence', start, end } };
}

/** "from 1 May", 自5月1日起, 5월 1일부터: the day from which something holds. */
function isEffective(text: string, { start, end }: Span, lang: ReadLanguage): boolean {
  const [before, words, behind] = [
    text.slice(Math.max(0, start - 14), start),
    text.slice(start, end),
    text.slice(end, end + 6),
  ];
  if (lang === 'en')
    return (
      /(?:from|as of|effective|starting|beginning|since|on and after)\s(?:on\s)?$/iu.test(before) ||
      /^(?:from|as of|since)\s/iu.test(words)
    );
  if (lang === 'zh') return /(?:自|从|從)$/u.test(before) || /^起/u.test(behind) || /起$/u.test(words);
  return /^부터/u.test(behind) || /부터$/u.test(words);
}

const ROLES: Readonly<Partial<Record<DocumentRole, StatementInput['genre']>>> = {
  post: 'post',
  contribution: 'roundtable',
};

/** What sort of text a document is, as far as its form tells. */
function genreOf({ document, carriers }: DocumentSetting): StatementInput['genre'] {
  const byRole = document?.role === undefined ? undefined : ROLES[document.role];
  if (byRole !== undefined) return byRole;
  if (carriers.group !== undefined) return 'statement';
  if (isNotice(document)) return 'notice';
  return carriers.author !== undefined || carriers.publisher !== undefined ? 'news' : 'unknown';
}

function isNotice(document: LayerDocument | undefined): boolean {
  return (
    document?.issuer?.from === 'closing-block' || document?.issuer?.from === 'body' || document?.addressee !== undefined
  );
}

const KINDS: Readonly<Partial<Record<NonNullable<Attribution['type']>, StatementInput['speakerKind']>>> = {
  government: 'government',
  organisation: 'organisation',
  person: 'person',
  anonymous: 'anonymous',
  media: 'media',
};

function speakerKind(first: Attribution | undefined): StatementInput['speakerKind'] {
  if (first?.role === 'issuer') return 'government';
  if (first?.role === 'author' || first?.role === 'publisher' || first?.role === 'newspaper') return 'media';
  return first?.type === undefined ? undefined : KINDS[first.type];
}

/**
 * Who speaks: of sources without a name, whether somebody from inside or who speaks for a body or from outside; what follows one in a group's own
 * statement is the group's again.
 */
function voiceOf(
  first: Attribution | undefined,
  { text, carriers, document }: DocumentSetting,
  { lang, sentence, speech }: ClauseContext,
): Pick<StatementInput, 'speakerKind' | 'voice'> {
  const kind = speakerKind(first);
  if (kind !== 'anonymous' || first?.basis === undefined) return { speakerKind: kind };
  const { start, end } = first.basis;
  const isEarlier = end <= sentence.start && speech.length === 0;
  if (isEarlier && carriers.group !== undefined) return { speakerKind: 'organisation' };
  // At a table and in a post whoever speaks goes on for themselves.
  if (isEarlier && document?.role !== undefined) return { speakerKind: 'person' };
  if (OUTSIDERS[lang].test(text.slice(start, end))) return { speakerKind: 'organisation', voice: 'outsider' };
  return { speakerKind: kind, voice: isEarlier ? 'inherited' : 'insider' };
}

const FIRST_PERSON: Readonly<Record<ReadLanguage, RegExp>> = {
  en: /(?<![\p{L}’'-])(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)(?![\p{L}-])/u,
  zh: /我/u,
  ko: /(?<!\p{L})(?:나는|내가|나의|저는|제가|우리는|우리가|우리의|저희)/u,
};
