import { matchesIn } from '../matches.ts';
import { sought } from '../sought.ts';
import { attributionsBy, type FoundAttribution, ofTheNearest, type SpeakersSoFar } from './attribution.ts';
import {
  readCiting,
  readFrame,
  readMarks,
  readQuoted,
  readSourceless,
  readToldBy,
  whoseWords,
} from './english-frames.ts';
import { couldBe, isBareName, mentionedIn } from './english-pronouns.ts';
import { subjectBefore } from './english-speakers.ts';
import { readTails, readVerb, VERB_SOURCE } from './english-verbs.ts';
import { COVER, cutSentence, type Sentence, type Span } from './sentences.ts';

const VERB = new RegExp(VERB_SOURCE, 'g');
/** The same, where the other is in the midst of its own search. */
const VERB_ONCE = new RegExp(VERB_SOURCE, 'g');
/** Whether any of them stands in a text. */
const HAS_VERB = sought(new RegExp(VERB_SOURCE));
const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Maj|Sgt|Sen|Rep|Gov|Rev|St|Fr|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|vs|etc|U\.S|U\.N|a\.m|p\.m)|\b[A-Z])$/;
const PRONOUN = /^(?:he|she|they|it|we|I|you)$/i;
/** Verbs with which a clause of another speaker, or a further one of the same, begins. */
const STRONG =
  'said|says|say|added|warned|warns|urged|urges|noted|notes|accused|argued|argues|insisted|insists|denied|denies|claimed|claims|stressed|explained|predicted|described|demanded|pledged|vowed|estimated|acknowledged|admitted|maintained|announced|confirmed|believes?|concluded|dismissed|called|told|asked|reported|found|shows?|replied|countered|wrote|expressed|condemned|complain(?:s|ed)?|alleged?s?|contend(?:s|ed)?|responded|promised|cautioned|conceded|declared|suggest(?:s|ed)?|recommended|appealed|maintains|concedes?|writes|tells';
const JOINT = /(?:[,;]\s+|\s+)(?:and|but|while|whereas|though|although|yet|whilst|as)\s+|;\s+/g;
const SAME_GOES_ON = new RegExp(`^(?:(?:also|later|then|again|has|had|even|\\w+ly)\\s+)*(${STRONG})(?![\\w-])`);
const OTHER_BEGINS = new RegExp(
  `^(?!(?:by|in|on|at|for|with|to|from|of|after|before|when|if|that|who|which|then|also|not|as|has|had|is|was)\\s)\\p{L}[^,.;:\\ufffc“"]{1,70}?(?:,\\s[^,.;:\\ufffc“"]{3,60},)?\\s(?:(?:has|have|had|also|later|\\w+ly)\\s)*(?:${STRONG})(?![\\w-])`,
  'u',
);
/** Who declines to say one thing says another: declined to comment, but said …. */
const DECLINED = sought(/(?<![\w-])(?:declin(?:ed|es)|refus(?:ed|es)) to(?![\w-])/);
/** Who says all that stands before, at the end of a sentence. */
const SAID_AT_END = sought(
  /,\s+[^,;:“"\ufffc]{1,60}\s(?:said|says?|added|adds|recalled|recalls|explained|explains|wrote|writes)[.!?]?["”]?\s*$/,
);
/** Those that may well be of what somebody says: "said the guards came and told them to leave". */
const IN_STORIES =
  /^(?:told|tells|called|asked|ordered|reported|found|shows?|described|wrote|writes|promised|responded|appealed|complain(?:s|ed)?|suggest(?:s|ed)?)$/;

/** Attributions of an English text, in the order of the text. */
export function englishAttributions(text: string): readonly FoundAttribution[] {
  return attributionsBy(text, {
    endsAt,
    inSentence,
    resolved,
    mentionedIn,
    isPronoun,
    announced: whoseWords,
    least: 20,
  });
}

/** Most characters end nothing: they are not looked at. */
const MAY_END: ReadonlySet<string> = new Set('.?!”"');

function endsAt(covered: string, text: string, at: number): boolean {
  const mark = covered[at] ?? '';
  if (!MAY_END.has(mark)) return false;
  const rest = covered.slice(at + 1, at + 4);
  if (/[.?!]/.test(mark)) {
    if (mark === '.' && ABBREVIATION.test(covered.slice(Math.max(0, at - 6), at))) return false;
    return /^[”"’)]?\s+["“‘(]?[\p{Lu}\d\ufffc]/u.test(rest) || (at + 4 > covered.length && /^[”"’)]?\s*$/.test(rest));
  }
  // A quotation that ends its own sentence ends this one, unless whoever said it follows.
  if (!/[”"]/.test(mark) || !/[.?!]/.test(text[at - 1] ?? '')) return false;
  if (!/^\s+["“]?[\p{Lu}\ufffc]/u.test(rest)) return false;
  // American and British papers put a comma there, so a full stop is the end.
  if (text[at - 1] === '.') return true;
  const behind = covered.slice(at + 1, at + 90);
  VERB.lastIndex = 0;
  const verb = VERB.exec(behind);
  return (
    verb === null ||
    /[.?!]\s/.test(behind.slice(0, verb.index)) ||
    behind.slice(0, verb.index).includes(COVER) ||
    /^\s+that\s/.test(behind.slice(verb.index + verb[0].length))
  );
}

function inSentence(text: string, sentence: Sentence): readonly FoundAttribution[] {
  const found: FoundAttribution[] = [];
  let inherited: Span | undefined;
  for (const piece of cutSentence(sentence, jointsOf(sentence))) {
    const read = inPiece(text, piece, inherited);
    inherited = read[0]?.speaker ?? (read.length > 0 ? inherited : (leadIn(piece) ?? inherited));
    found.push(...read);
  }
  return found;
}

/** Whom a clause is about in which nothing is said: who says something in the next. */
function leadIn({ covered, start }: Sentence): Span | undefined {
  if (!HAS_VERB.mayBeIn(covered) && !DECLINED.mayBeIn(covered)) return undefined;
  VERB_ONCE.lastIndex = 0;
  const verb = DECLINED.exec(covered) ?? VERB_ONCE.exec(covered);
  const subject = verb === null ? undefined : subjectBefore(covered, { from: 0, end: verb.index, follows: true });
  return subject && { start: subject.speaker.start + start, end: subject.speaker.end + start };
}

function inPiece(text: string, piece: Sentence, inherited: Span | undefined): readonly FoundAttribution[] {
  const framed =
    readCiting(text, piece) ?? readQuoted(text, piece) ?? readToldBy(text, piece) ?? readSourcelessClause(text, piece);
  if (framed !== undefined) return [framed];
  const frame = readFrame(text, piece);
  // “…,” she told investigators, according to a transcript: she said it.
  const isLast = frame?.cue != null && frame.content.end < frame.cue.start && piece.quotes.length > 0;
  if (frame !== undefined && !isLast) return [frame];
  const read = readVerbs(text, piece, inherited);
  if (read === 'unsaid') return [];
  if (
    read.length > 0 &&
    (frame?.cue == null ||
      read.every(({ type, cue }) => type === 'direct' && cue !== null && cue.end < (frame.cue?.start ?? 0)))
  )
    return read;
  if (frame !== undefined) return [frame];
  const other = readMarks(text, piece) ?? readSourceless(text, piece);
  return other === undefined ? [] : [other];
}

function readVerbs(text: string, piece: Sentence, inherited: Span | undefined): readonly FoundAttribution[] | 'unsaid' {
  const { covered, start } = piece;
  if (!HAS_VERB.mayBeIn(covered)) return [];
  VERB.lastIndex = 0;
  for (let verb = VERB.exec(covered); verb !== null; verb = VERB.exec(covered)) {
    const at = VERB.lastIndex;
    const cue = { start: start + verb.index, end: start + at };
    const read = readVerb(text, piece, { cue, inherited });
    VERB.lastIndex = at;
    // She was not told where he is, she says: what is denied is said by whoever stands behind it.
    if (read === 'unsaid' && !SAID_AT_END.test(covered.slice(Math.max(at, covered.length - 120)))) return read;
    if (read === 'unsaid') continue;
    if (read !== undefined) return [throughWhom(text, piece, read), ...readTails(text, piece, read)];
  }
  return [];
}

/** Said through a spokesman: the words are theirs, through him. */
function throughWhom(text: string, { start: begin }: Sentence, each: FoundAttribution): FoundAttribution {
  const { cue, content, via, speaker } = each;
  const opening = speaker && MOUTH_FIRST.exec(text.slice(begin, Math.max(begin, Math.min(speaker.start, begin + 90))));
  if (opening) {
    const end = begin + opening[0].indexOf(',');
    return { ...each, via: [{ start: end - (opening[1] ?? '').length, end }, ...via] };
  }
  const found = cue && MOUTH.exec(text.slice(cue.end, Math.max(cue.end, Math.min(content.start, cue.end + 120))));
  if (cue === null || !found) return each;
  const start = cue.end + found[0].length - (found[1] ?? '').length;
  return { ...each, via: [{ start, end: cue.end + found[0].length }, ...via] };
}

const SOMEBODY_ELSE =
  "((?:a|an|the|his|her|its|their) (?:[\\p{L}’'-]+ ){0,2}?(?:spokes(?:man|woman|person)|lawyers?|interpreter|translator|intermediary|representative|relatives?|agency))";
const MOUTH = new RegExp(`^\\s(?:[^“",;:]{0,60}\\s)?through ${SOMEBODY_ELSE}(?!\\p{L})`, 'u');
const MOUTH_FIRST = new RegExp(`^\\s*Through ${SOMEBODY_ELSE},\\s*$`, 'u');

/** "It is said that …" goes before verbs; "reportedly" goes behind them. */
function readSourcelessClause(text: string, piece: Sentence): FoundAttribution | undefined {
  const read = readSourceless(text, piece);
  return read !== undefined && read.content.start > piece.start ? read : undefined;
}

const NOWHERE: readonly number[] = [];

/** Where clauses of other speakers begin, and further ones of the same: "…, while the ministry said …", "… and warned …". */
function jointsOf({ covered, start, quotes }: Sentence): readonly number[] {
  // A clause goes on only behind one in which somebody speaks.
  if (!HAS_VERB.mayBeIn(covered) && !covered.includes('ccording to') && !DECLINED.mayBeIn(covered)) return NOWHERE;
  const places: number[] = [];
  let from = 0;
  for (const joint of matchesIn(covered, JOINT)) {
    const left = covered.slice(from, joint.index);
    VERB_ONCE.lastIndex = 0;
    if (!VERB_ONCE.test(left) && !/[Aa]ccording to/.test(left) && !DECLINED.test(left)) continue;
    const behind = covered.slice(joint.index + joint[0].length, joint.index + joint[0].length + 170);
    const word = joint[0].replace(/[,;\s]/g, '');
    const same = /^(?:and|but|)$/.test(word) ? SAME_GOES_ON.exec(behind) : null;
    const isQuoteBefore = quotes.some((quote) => Math.abs(quote.end + 1 - start - joint.index) < 2);
    const isSame = same !== null && (!IN_STORIES.test(same[1] ?? '') || isQuoteBefore || /^[,;]/.test(joint[0]));
    const needsComma = /^(?:and|as|yet|)$/.test(word) && !isQuoteBefore;
    const isOther = (!needsComma || /^[,;]/.test(joint[0])) && otherBegins(behind);
    if (!isSame && !isOther) continue;
    places.push(start + joint.index);
    from = joint.index + joint[0].length;
  }
  return places;
}

function otherBegins(behind: string): boolean {
  const found = OTHER_BEGINS.exec(behind);
  if (found === null) return false;
  const words = found[0].split(/\s/).slice(0, -1);
  return !words.some((word) =>
    /^(?:that|who|which|to|is|was|were|are|would|will|could|not|never|be|been|he|she|they|it)$/.test(word),
  );
}

const isPronoun = (words: string): boolean => PRONOUN.test(words);

/** A pronoun stands for the nearest one whom it can stand for. */
function resolved(text: string, each: FoundAttribution, speakers: SpeakersSoFar): FoundAttribution {
  const { speaker } = each;
  if (speaker === null) return each;
  const words = text.slice(speaker.start, speaker.end);
  if (!isPronoun(words)) return each;
  const known = ofTheNearest(each, speakers, (other) => couldBe(words.toLowerCase(), other));
  // Human Shore …. It urged …: what looks like a person's name and is an "it" is none.
  return known.speaker === null && /^it$/i.test(words) ? ofTheNearest(each, speakers, isBareName) : known;
}
