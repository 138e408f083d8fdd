import {
  attributionsBy,
  COVER,
  contentOf,
  type FoundAttribution,
  ofTheOnlyOne,
  type SaidContent,
  type Sentence,
  type Span,
  type SpeakersSoFar,
  trimmed,
} from './attribution.ts';
import { KINDS_OF_PEOPLE, OPENINGS, SPEECH_VERBS, UNSAID } from './data/english-speech.ts';

const VERB = new RegExp(`(?<![\\w-])(?:${SPEECH_VERBS.join('|')})(?![\\w-])`, 'g');
/** The same, where the other is in the midst of its own search. */
const VERB_ONCE = new RegExp(VERB.source, 'g');
const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|Rev|St|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|vs|etc|U\.S|U\.N|a\.m|p\.m)|\b[A-Z])$/;
/** A mark and a full stop behind a quotation. */
const SLACK = 2;
const PRONOUN = /^(?:he|she|they|it|we|I)$/i;
/** Words that cannot stand in a subject: a verb before them was of another clause. */
const MOST_SUBJECT = 110;

/** Attributions of an English text, in the order of the text. */
export function englishAttributions(text: string): readonly FoundAttribution[] {
  return attributionsBy(text, { endsAt, inSentence, resolved, least: 20 });
}

function endsAt(covered: string, text: string, at: number): boolean {
  const mark = covered[at] ?? '';
  const rest = covered.slice(at + 1, at + 4);
  if (/[.?!]/.test(mark)) {
    if (mark === '.' && ABBREVIATION.test(covered.slice(Math.max(0, at - 6), at))) return false;
    return /^[”"’)]?\s+["“‘(]?[\p{Lu}\d\ufffc]/u.test(rest) || (at + 4 > covered.length && /^[”"’)]?\s*$/.test(rest));
  }
  // A quotation that ends its own sentence ends this one, unless whoever said it follows.
  if (!/[”"]/.test(mark) || !/[.?!]/.test(text[at - 1] ?? '')) return false;
  if (!/^\s+["“]?[\p{Lu}\ufffc]/u.test(rest)) return false;
  const behind = covered.slice(at + 1, at + 90);
  VERB.lastIndex = 0;
  const verb = VERB.exec(behind);
  return verb === null || /[.?!]\s/.test(behind.slice(0, verb.index)) || behind.slice(0, verb.index).includes(COVER);
}

function inSentence(text: string, sentence: Sentence): readonly FoundAttribution[] {
  const { covered, start } = sentence;
  const found: FoundAttribution[] = [];
  const citing = readCiting(text, sentence);
  if (citing !== undefined) return [citing];
  const according = readAccording(text, sentence);
  if (according !== undefined) found.push(according);
  VERB.lastIndex = 0;
  let taken = 0;
  for (let verb = VERB.exec(covered); verb !== null; verb = VERB.exec(covered)) {
    if (verb.index < taken) continue;
    const cue = { start: start + verb.index, end: start + verb.index + verb[0].length };
    if (UNSAID.test(covered.slice(Math.max(0, verb.index - 60), verb.index))) {
      taken = covered.length;
      continue;
    }
    const read = readVerb(text, sentence, cue);
    if (read === undefined) continue;
    found.push(read);
    const tail = readTail(text, sentence, read);
    if (tail !== undefined) found.push(tail);
    const isTail = /,\s+(?:adding|noting|saying|warning|stressing)\b/.test(covered.slice(cue.end - start));
    taken = isTail
      ? covered.length
      : Math.max(cue.end - start, read.content.start > cue.end ? read.content.end - start : 0);
  }
  return found.length > 0 ? found : readSourceless(text, sentence);
}

/** Citing X, the paper reported that …; the paper reported …, citing X. */
function readCiting(text: string, { covered, start, end, quotes }: Sentence): FoundAttribution | undefined {
  const found = /(?<!\w)([Cc]iting|[Qq]uoting)\s+([^,.;]{2,90})/.exec(covered);
  const [stated = '', word = '', name = ''] = found ?? [];
  if (found === null) return undefined;
  VERB_ONCE.lastIndex = 0;
  const isFirst = found.index < 3;
  const verb = VERB_ONCE.exec(isFirst ? covered.slice(found.index + stated.length) : covered.slice(0, found.index));
  if (verb === null) return undefined;
  const verbAt = start + verb.index + (isFirst ? found.index + stated.length : 0);
  const via = nounPhrase(
    text,
    start + (isFirst ? found.index + stated.length : (OPENINGS.exec(covered)?.[0].length ?? 0)),
    verbAt,
  );
  const that = /^\s+(?:that\s+)?/.exec(text.slice(verbAt + verb[0].length, end))?.[0].length ?? 0;
  const clause = trimmed(text, verbAt + verb[0].length + that, isFirst ? end : start + found.index);
  if (clause === undefined) return undefined;
  const nameAt = start + found.index + stated.length - name.length;
  const cue = { start: start + found.index, end: start + found.index + word.length };
  const read = made(text, contentOf(clause, quotes, SLACK), {
    speaker: nounPhrase(text, nameAt, nameAt + name.length),
    cue,
  });
  return { ...read, via: via === undefined ? [] : [via] };
}

/** According to X, …; …, according to X. */
function readAccording(text: string, { covered, start, end, quotes }: Sentence): FoundAttribution | undefined {
  const found = /(?<!\w)(?:[Aa]ccording to|[Ii]n the words of)\s/.exec(covered);
  if (found === null) return undefined;
  const cue = { start: start + found.index, end: start + found.index + found[0].trimEnd().length };
  const from = found.index + found[0].length;
  const isFirst = found.index < 3 || /^[\p{L}\s]{0,12},?\s*$/u.test(covered.slice(0, found.index));
  const stop = /[,.;:]|$/.exec(covered.slice(from));
  const speaker = nounPhrase(text, start + from, start + from + (stop?.index ?? 0));
  const clause = isFirst ? trimmed(text, start + from + (stop?.index ?? 0), end) : trimmed(text, start, cue.start);
  if (clause === undefined) return undefined;
  return made(text, contentOf(clause, quotes, SLACK), { speaker, cue });
}

function readVerb(text: string, sentence: Sentence, cue: Span): FoundAttribution | undefined {
  const { covered, start, end, quotes } = sentence;
  const before = covered.slice(0, cue.start - start);
  const after = covered.slice(cue.end - start);
  const lastQuote = quotes.filter((quote) => quote.end < cue.start).at(-1);
  // “…,” said X.
  if (lastQuote !== undefined && /^[”"’]?,?\s*$/.test(text.slice(lastQuote.end, cue.start).replace(/^[”"’]/, ''))) {
    const name =
      /^\s+([^,.;:“"]{2,110}?)(?=\s*(?:[,.;:]|$|\s(?:on|during|after|as|when|while|in (?:a|an|the|his|her|their) (?:statement|interview|report|speech|letter)|at (?:a|an|the)|by telephone|by phone)\s))/u.exec(
        after,
      );
    if (name === null) return undefined;
    const from = cue.end + name[0].length - (name[1] ?? '').length;
    const speaker = nounPhrase(text, from, from + (name[1] ?? '').length);
    return made(text, { content: lastQuote, type: 'direct', more: laterQuotes(quotes, cue.end) }, { speaker, cue });
  }
  const subject = subjectBefore(text, start, before, lastQuote);
  if (subject === undefined) return undefined;
  const next = quotes.find((quote) => quote.start > cue.end);
  const between = next === undefined ? '' : text.slice(cue.end, next.start);
  VERB_ONCE.lastIndex = 0;
  const told =
    next !== undefined &&
    /^[^:“"]{0,70}?[,:]?\s*["“‘]?$/.test(between) &&
    !/\sthat\s/.test(between) &&
    !VERB_ONCE.test(between);
  // X said: “…”
  if (next !== undefined && lastQuote === undefined && told && !/\bthat\s*["“]?$/.test(text.slice(cue.end, next.start)))
    return made(
      text,
      { content: next, type: 'direct', more: laterQuotes(quotes, next.end) },
      { speaker: subject, cue },
    );
  // “…,” X said.
  if (lastQuote !== undefined && text.slice(lastQuote.end, subject.start).length < 12)
    return made(
      text,
      { content: lastQuote, type: 'direct', more: laterQuotes(quotes, cue.end) },
      { speaker: subject, cue },
    );
  // …, X said.
  const beforeSubject = trimmed(text, start, subject.start);
  const isAtEnd =
    /^(?:\s+(?:on|in|at|during|to|by)\s[^,]{1,50}|\s+(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))?\s*[.!?]?["”]?\s*$/u.test(
      after,
    );
  if (
    isAtEnd &&
    beforeSubject !== undefined &&
    beforeSubject.end - beforeSubject.start > 10 &&
    /,\s*$/.test(text.slice(start, subject.start))
  )
    return made(text, contentOf(beforeSubject, quotes, SLACK), { speaker: subject, cue });
  // X said (that) …
  const lead =
    /^(?:\s+(?:reporters|journalists|the \w+(?: \w+)?|\p{Lu}[\w.’' -]{1,40}?|(?:him|her|them|us|me)))?(?:\s+(?:on|in|at|during)\s[^,“"]{1,40}?)?\s*,?\s+(?:that\s+)?/u.exec(
      /\sthat\s/.test(after.slice(0, 90)) ? after : (/^\s+(?:that\s+)?/.exec(after)?.[0] ?? ''),
    );
  const that = /^(.{0,80}?)\sthat\s+/.exec(after);
  const from = cue.end + (that !== null ? that[0].length : (lead?.[0].length ?? 0));
  const tail = TAIL.exec(covered.slice(from - start));
  const stop = tail === null ? end : from + tail.index;
  const clause = trimmed(text, from, Math.min(stop, otherSpeaker(covered, start, from) ?? stop));
  if (clause === undefined || clause.end - clause.start < 8 || !/\s/.test(text.slice(clause.start, clause.end)))
    return undefined;
  const isSpeech =
    that !== null ||
    /^(?:said|says|say|told|claimed|claims|believes?|believed|warned|argued|estimated|estimates|confirmed|announced|reported|added|admitted|denied|insisted|noted|stated|explained|acknowledged|predicted|found|finds|documented|concluded|suggested|alleged|declared|recalled|denies|denied|urged|asked|called|accused|reads|provides|stipulates|orders|ordered|requires|prohibits|forbids|bans|pledged|promised|stressed|maintained|contended|cautioned|conceded|reiterated|revealed|disclosed|explains|notes|states|warns|argues|insists|stresses|confirms|testified|complained)$/.test(
      text.slice(cue.start, cue.end),
    );
  return isSpeech ? made(text, contentOf(clause, quotes, SLACK), { speaker: subject, cue }) : undefined;
}

/** A participle that goes on with the same speaker: "…, adding that …". */
const TAIL = /,?\s+(adding|noting|saying|warning|stressing|explaining|claiming|insisting)\b/;

function readTail(
  text: string,
  { covered, start, end, quotes }: Sentence,
  { speaker, cue, anonymous }: FoundAttribution,
): FoundAttribution | undefined {
  const from = (cue?.end ?? start) - start;
  const tail = TAIL.exec(covered.slice(from));
  if (tail === null) return undefined;
  const word = start + from + tail.index + tail[0].length - (tail[1] ?? '').length;
  const that =
    /^(?:[^,“"]{0,40}?\sthat\s+|[\s,:]+)/.exec(covered.slice(word - start + (tail[1] ?? '').length))?.[0].length ?? 0;
  const clause = trimmed(text, word + (tail[1] ?? '').length + that, end);
  return (
    clause && {
      ...contentOf(clause, quotes, SLACK),
      speaker,
      cue: { start: word, end: word + (tail[1] ?? '').length },
      via: [],
      anonymous,
    }
  );
}

/** Where a clause of another speaker begins: "…, while the ministry said …". */
function otherSpeaker(covered: string, start: number, from: number): number | undefined {
  const rest = covered.slice(from - start);
  for (const joint of rest.matchAll(/[,;]\s+(?:while|but|whereas|and|yet)\s+|[;]\s+|,?\s+(?:while|whereas)\s+/g)) {
    const behind = rest.slice(joint.index + joint[0].length, joint.index + joint[0].length + 80);
    VERB_ONCE.lastIndex = 0;
    const verb = VERB_ONCE.exec(behind);
    if (verb !== null && verb.index > 1 && !/[,;.]/.test(behind.slice(0, verb.index))) return from + joint.index;
  }
  return undefined;
}

function laterQuotes(quotes: readonly Span[], from: number): readonly Span[] {
  return quotes.filter((quote) => quote.start > from);
}

function subjectBefore(text: string, start: number, before: string, lastQuote: Span | undefined): Span | undefined {
  const from = lastQuote === undefined ? 0 : lastQuote.end + 1 - start;
  let words = before.slice(from);
  const opening = OPENINGS.exec(words)?.[0].length ?? 0;
  words = words.slice(opening);
  let at = start + from + opening;
  const border =
    /^.*(?:[;:—–]\s|\s(?:and|but|while|because|although|that|which|when|if|as)\s(?=\S+(?:\s\S+){0,9}\s*$))/u.exec(
      words,
    )?.[0].length ?? 0;
  const comma = words.slice(border).lastIndexOf(', ');
  const appositive = comma !== -1 && /,\s[^,]{2,70},\s*$/.test(words.slice(border));
  const skip = appositive || comma === -1 ? border : border + comma + 2;
  at += skip;
  const end = start + before.length;
  return end - at > MOST_SUBJECT ? undefined : nounPhrase(text, at, end);
}

/** A description without what only adds to it: adverbs, relative clauses, where it was said. */
function nounPhrase(text: string, start: number, end: number): Span | undefined {
  let words = text.slice(start, end);
  const lead = /^(?:[\s,“”"]|(?:and|but|also|later|then|that)\s)+/.exec(words)?.[0].length ?? 0;
  words = words.slice(lead);
  const cut =
    /,?\s+(?:who|which|whose|speaking|asked|in (?:a|an|the|his|her|their) (?:statement|interview|report|speech|letter|post|email|e-mail|briefing|press)|on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|condition)|(?:also|later|then|once|previously|recently|still|has|have|had|is|was|were|repeatedly|further|reportedly|himself|herself)\b)/.exec(
      words,
    );
  if (cut !== null && cut.index > 0) words = words.slice(0, cut.index);
  const span = trimmed(text, start + lead, start + lead + words.length);
  if (span === undefined || !/\p{L}/u.test(text.slice(span.start, span.end))) return undefined;
  return span;
}

function made(
  text: string,
  content: SaidContent,
  { speaker, cue }: { readonly speaker: Span | undefined; readonly cue: Span },
): FoundAttribution {
  const words = speaker === undefined ? '' : text.slice(speaker.start, speaker.end);
  const anonymous =
    KINDS_OF_PEOPLE.test(words) && !/\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+/u.test(words.replace(/^(?:The|An?)\s/, ''));
  return { ...content, speaker: speaker ?? null, cue, via: [], anonymous };
}

function readSourceless(text: string, { covered, start, end, quotes }: Sentence): readonly FoundAttribution[] {
  const found =
    /(?<!\w)(?:[Ii]t (?:is|was|has been) (?:widely )?(?:said|reported|believed|rumou?red|alleged|understood) that|[Rr]eports say(?: that)?|[Rr]umou?rs say(?: that)?)\s+/.exec(
      covered,
    );
  if (found !== null) {
    const clause = trimmed(text, start + found.index + found[0].length, end);
    const cue = { start: start + found.index, end: start + found.index + found[0].trimEnd().length };
    return clause === undefined ? [] : [made(text, contentOf(clause, quotes, SLACK), { speaker: undefined, cue })];
  }
  const adverb =
    /(?<!\w)(?:reportedly|allegedly|(?:is|are|was|were) (?:said|reported|believed|rumou?red|alleged|understood) to)(?!\w)/.exec(
      covered,
    );
  const clause = adverb === null ? undefined : trimmed(text, start, end);
  if (adverb === null || clause === undefined) return [];
  const cue = { start: start + adverb.index, end: start + adverb.index + adverb[0].length };
  return [made(text, contentOf(clause, quotes, SLACK), { speaker: undefined, cue })];
}

/** A pronoun stands for the only one who spoke before. */
function resolved(text: string, each: FoundAttribution, speakers: SpeakersSoFar): FoundAttribution {
  const { speaker } = each;
  if (speaker === null || !PRONOUN.test(text.slice(speaker.start, speaker.end))) return each;
  return ofTheOnlyOne(each, speakers);
}
