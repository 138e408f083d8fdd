import { matchesIn } from '../matches.ts';
import { once } from '../once.ts';
import { sought } from '../sought.ts';
import { AROUND_TAGS, type Clause, type FigureWeight, type Grammar } from './clause.ts';
import { type CueLists, indexWords, joined, onlyTags } from './cue-index.ts';
import type { Cue } from './cues.ts';
import { ENGLISH_DIRECTION_WORDS } from './data/direction-words.ts';
import { ENGLISH_DIRECTIONS } from './data/english-directions.ts';
import { ENGLISH_PAST_EVENTS } from './data/english-events.ts';
import { ENGLISH_FRAMES } from './data/english-frames.ts';
import { ENGLISH_GRAMMAR } from './data/english-grammar.ts';
import { IMPERATIVES } from './data/english-imperatives.ts';
import { ENGLISH_OPTIONS } from './data/english-options.ts';
import { ENGLISH_RISK_GROUPS } from './data/english-risk-groups.ts';
import { ENGLISH_RISK_WORDS } from './data/english-risk-words.ts';
import { ENGLISH_RISKS } from './data/english-risks.ts';
import { ENGLISH_STANCES } from './data/english-stances.ts';
import { ENGLISH_SUBJECTS } from './data/english-subjects.ts';
import { ENGLISH_OPTION_WORDS } from './data/option-words.ts';
import { ENGLISH_STANCE_WORDS } from './data/stance-words.ts';
import { ENGLISH_VOICE_FRAMES } from './data/voice-frames.ts';
import { englishEvent } from './english-event.ts';
import { englishRule, englishThreat } from './english-rule.ts';
import { isEnglishContinued, isEnglishLived, isEnglishWitness, namesEnglishWitness } from './english-voice.ts';
import { subjectLists } from './subjects.ts';
import { trimmedWords } from './trimmed-words.ts';

const lists: () => CueLists = once(() =>
  joined(
    ENGLISH_GRAMMAR,
    ENGLISH_RISKS,
    ENGLISH_RISK_WORDS,
    ENGLISH_RISK_GROUPS,
    subjectLists(ENGLISH_SUBJECTS),
    subjectLists(ENGLISH_FRAMES, ''),
    subjectLists(ENGLISH_VOICE_FRAMES, ''),
    ENGLISH_DIRECTIONS,
    ENGLISH_DIRECTION_WORDS,
    ENGLISH_OPTIONS,
    ENGLISH_OPTION_WORDS,
    ENGLISH_STANCES,
    ENGLISH_STANCE_WORDS,
  ),
);

/** What Daybook knows of English clauses. */
export const ENGLISH: Grammar = {
  index: once(() => indexWords(lists())),
  aroundIndex: once(() => indexWords(onlyTags(lists(), AROUND_TAGS))),
  line,
  isBare,
  isQuestion,
  imperative,
  figure,
  event: englishEvent,
  isWitness: isEnglishWitness,
  namesWitness: namesEnglishWitness,
  isContinued: isEnglishContinued,
  isLived: isEnglishLived,
  threat: englishThreat,
  rule: englishRule,
  toward,
};

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const DATE = sought(
  new RegExp(
    `\\b(?:(?:${MONTH})\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? (?:${MONTH})\\.?,? \\d{4}|\\d{4}-\\d\\d-\\d\\d)\\b`,
  ),
);
const OFFICE = sought(
  /\b(?:government|bureau|court|ministry|department|committee|office|council|police|commission|administration|station|congress|embassy|secretariat|headquarters|authority|organi[sz]ation|foundation|association|party)\b/,
);
const FINITE =
  /\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|be|been|isn't|aren't|don't|can't|won't)\b/;
const SHORT_LINE = 220;
const PAST: ReadonlySet<string> = new Set(ENGLISH_PAST_EVENTS);

/** A date with an office under or over it and nothing said; a credit; a footnote that cites. */
function line({ folded, tags }: Clause): 'issuance' | 'provenance' | undefined {
  const text = folded.trim();
  if (text.length > SHORT_LINE) return undefined;
  if (/^\[\d{1,3}\]\s.*\b(?:19|20)\d\d\b/.test(text) && !FINITE.test(text)) return 'provenance';
  if (
    /^[*([]?\s?(?:translated|edited|reported|written|photo(?:graph)?|image|picture|compiled|transcribed|source|via|courtesy|credit)s?\s?(?:by|from|:|of|credit)/.test(
      text,
    )
  )
    return 'provenance';
  const date = /\d/.test(text) ? DATE.exec(text) : null;
  const rest = date === null ? text : text.replace(date[0], '');
  if (date === null || FINITE.test(rest) || tags.has('must.law')) return undefined;
  const isSigned =
    OFFICE.test(rest) &&
    rest.split(/\s+/).length <= 28 &&
    (/^\s/.test(rest) || rest === rest.trimEnd()) &&
    (date.index === 0 || date.index + date[0].length === text.length || text.includes('\n'));
  return isSigned && !/[.!?]\s*$/.test(text.replace(/\.$/, '')) && !PREDICATE.test(rest) ? 'issuance' : undefined;
}

const PREDICATE = sought(
  /\b(?:said|announced|ordered|issued|reported|told|arrested|held|met|banned|signed|adopted|passed|opened|closed|warned)\b/,
);

/** No words, or a few capitalised ones without any verb. */
function isBare({ text, folded, cues, tags }: Clause): boolean {
  // Most clauses end in a stop: no heading does.
  if (/[a-z]{2}/.test(folded) && (folded.length > 160 || (folded.length > 40 && /[.!?;]["”’)]?$/.test(text.slice(-3)))))
    return false;
  const words = folded.match(/[a-z']+/g) ?? [];
  if (words.length < 2) return true;
  if (
    /^(?:to|cc|from|attn|re|subject|date|tel|fax|attachment|attachments|appendix|contents|page)\s?:/.test(
      folded.trim(),
    ) &&
    words.length < 20
  )
    return true;
  if (/[.!?;]["”’)]?\s*$/.test(text) || words.length > 14 || FINITE.test(folded)) return false;
  if (/\d/.test(folded) || tags.has('first-person') || words.some((word, i) => i > 0 && PAST.has(word))) return false;
  const says = cues.some(({ tag }) =>
    /^(?:harm:|eased:|more|less|steady|must|not\.|reward\.rule|appeal|position|forecast|should)/.test(tag),
  );
  const hasVerb = words.some(
    (word, i) => i > 0 && /(?:ed|izes?|ises?|ates?|ifies|ens|ows|urges|ants|eads|akes?|ives|ings?)$/.test(word),
  );
  return !says && !hasVerb;
}

function isQuestion({ text }: Clause): boolean {
  return /\?["”’)\]]*\s*$/.test(text.slice(-8));
}

const PLEASE = /^(?:please\s+|kindly\s+)?(?:immediately\s+|strictly\s+|promptly\s+|always\s+)?([a-z]+)\b/;
/** "If you see a stranger, call …" */
const LEADING = /^(?:if|when|in case|upon|after|before|during)\b[^,;.]{2,120},\s/;
const LABEL = /^\s*(?:[([]?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)\]]\s*)?/;

/** An order without a subject: its verb stands first. */
function imperative({ folded }: Clause): Cue | undefined {
  const label = (LABEL.exec(folded)?.[0].length ?? 0) + (LEADING.exec(folded)?.[0].length ?? 0);
  const match = PLEASE.exec(folded.slice(label, label + 80));
  const verb = match?.[1];
  if (match === null || verb === undefined || !IMPERATIVES.has(verb)) return undefined;
  const start = label + match[0].length - verb.length;
  return { tag: 'imperative', start, end: start };
}

const NUMBER =
  /(?<![\w.,[#]|[a-z]-)(\d+(?:,\d{3})*(?:\.\d+)?)(?!\d)(%|\s?(?:per ?cent|percent|million|billion|thousand|hundred|yuan|rmb|won|dollars|euros?)\b)?(?:\s+([a-z'-]+))?/g;
const WORD_NUMBER = sought(
  /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,5}teen)\s+(?!of the law|sessions?\b|years?\b|months?\b|weeks?\b|days?\b|hours?\b)[a-z]/,
);
const LARGE_WORDS = sought(
  /\b(?:hundreds?|thousands?|millions?|dozens?|\w{3,5}teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|tens of|(?:by|over|about|nearly) a (?:third|quarter)|a (?:third|quarter) of|on average|half of|by (?:nearly |almost |about |over |more than )?half|(?:more|less|fewer) than half|twice as (?:many|much)|(?:three|four|five|ten) times|(?:doubled|tripled|trebled|quadrupled|halved)|two-thirds|three-quarters|per ?cent)\b/,
);
const MONTH_BEFORE = sought(new RegExp(`(?:${MONTH})\\.?\\s*$`));
const MONTH_ALONE = new RegExp(`^(?:${MONTH})$`);
const TIME_UNIT =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|am|pm|a\.m|p\.m|o'clock|th|st|nd|rd|km|kilomet|meters?|metres?|miles?|degrees)/;
/** Three in ten. */
const SHARE = sought(
  /\b(?:one|two|three|four|five|six|seven|eight|nine|\d{1,2}) (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,3}) ?(?!january|february|march|april|may|june|july|august|september|october|november|december)[a-z]/,
);
/** 10 or 15 years ago. */
const TIME_RANGE = /^\d+\s?(?:or|to|-|–|and)\s?\d+\s(?:years?|months?|weeks?|days?|hours?|minutes?)\b/;
/** Below this the people of one happening are no figure about the world. */
const SMALL = 10;
const STANDS_AT = sought(/(?:stands? at|stood at|reached|rose to|fell to|totall?ed|numbered|up to|down to|came to)\s$/);
const NAMED_NUMBER =
  /(?:article|section|no\.?|number|chapter|paragraph|page|route|unit|office|bureau|highway|age|aged|clause|item|line)\s*$/;

/** The heaviest figure that counts something: dates, ages, articles and hours do not. */
function figure({ folded, tags }: Clause): FigureWeight | undefined {
  let weight: FigureWeight | undefined;
  const hasDay = tags.has('specific-day');
  for (const match of matchesIn(folded, NUMBER)) {
    const [, digits = '', unit = '', next = ''] = match;
    const value = Number(digits.replaceAll(',', ''));
    if (unit === '' && TIME_RANGE.test(folded.slice(match.index, match.index + 40))) continue;
    const before = folded.slice(Math.max(0, match.index - 14), match.index);
    if (unit === '' && (/^(?:19|20)\d\d$/.test(digits) || TIME_UNIT.test(next) || NAMED_NUMBER.test(before))) continue;
    if (unit === '' && (MONTH_BEFORE.test(before) || MONTH_ALONE.test(next))) continue;
    if (unit === '' && next === '' && value < 100) {
      if (STANDS_AT.test(before)) return 'large';
      continue;
    }
    // A fine that one person paid belongs to what happened.
    const isFine = /yuan|rmb|won|dollar|euro/.test(unit) && tags.has('sanction') && !tags.has('total');
    const isSmall = isFine || (unit === '' && (value < SMALL || (hasDay && value < 100)) && !tags.has('total'));
    if (!isSmall) return 'large';
    weight = 'small';
  }
  if (LARGE_WORDS.test(folded) && !/\btens of thousands of years\b/.test(folded)) return 'large';
  if (SHARE.test(folded)) return 'large';
  return weight ?? (!/\d/.test(folded) && WORD_NUMBER.test(folded) ? 'small' : undefined);
}

const END_OF_TOWARD = /[,;.!?]|\s(?:because|for|since|if|when|while|by|in|as|but|and|to|who|which|that|after|over)\s/g;

/** What a word of support or rejection is said of: the noun behind it, or before a judgement. */
function toward({ text, folded }: Clause, cue: Cue): string | undefined {
  if (cue.tag.endsWith('.after')) {
    END_OF_TOWARD.lastIndex = cue.end + 1;
    const end = END_OF_TOWARD.exec(folded)?.index ?? folded.length;
    return trimmedWords(text, cue.end, Math.min(end, cue.end + 120)) ?? undefined;
  }
  const before = folded.slice(0, cue.start);
  const start =
    Math.max(
      before.lastIndexOf(', '),
      before.lastIndexOf('; '),
      before.lastIndexOf(' that '),
      before.lastIndexOf('. '),
      -1,
    ) + 1;
  const subject = before
    .slice(start)
    .replace(/\s(?:is|are|was|were|be|being|has|have|seems?|remains?|would|very|so|truly|simply)\b.*$/, '');
  return trimmedWords(text, start, start + Math.min(subject.length, 160))?.replace(/^that\s/, '') ?? undefined;
}
