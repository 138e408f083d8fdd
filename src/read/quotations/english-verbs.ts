import { contentOf, type FoundAttribution, type SaidContent } from './attribution.ts';
import {
  APPEAL_VERBS,
  DOCUMENTS,
  FINDING_VERBS,
  PARTICIPLES,
  SAID_AFTER_ALL,
  SAY_VERBS,
  UNSAID,
} from './data/english-speech.ts';
import { isAppeal } from './english-appeals.ts';
import { adjunctsAt, isAnonymous, type Subject, speakerAfter, subjectBefore } from './english-speakers.ts';
import { type Sentence, type Span, trimmed } from './sentences.ts';

const SAY = new Set(SAY_VERBS);
const FINDING = new Set(FINDING_VERBS);
const APPEAL = new Set(APPEAL_VERBS);
/** English verbs of saying, finite; global, so whoever uses it sets its `lastIndex`. */
export const VERB_SOURCE: string = `(?<![\\w-])(?:${[...new Set([...SAY_VERBS, ...FINDING_VERBS, ...APPEAL_VERBS])].join('|')})(?![\\w-])`;
/** Marks that may stand behind a quotation within its clause. */
export const SLACK = 2;

/** Forms that are nouns as well. */
const NOUN_TOO =
  /^(?:claims?|reports?|estimates?|states|notes|orders?|calls?|asks|requests?|demands?|comments|answers|complaints|repeats|holds|finds|lists|details|reads|hopes?|fears?|rules|promises?|pledges|plans|projects|stress|posts|records|bans|shows?|documents|offers|appeals|objects|responds|addresses|counters|protests|blames|directed)$/;
const DETERMINED =
  /(?:(?<![\w-])(?:the|an?|any|all|no|its|his|her|their|our|these|those|this|such|of|by|for|with|about|under|in|on|from)|[’']s)\s*$/i;
const QUALIFIED =
  /(?<![\w-])(?:new|recent|official|earlier|false|several|many|some|two|three|police|media|news|local|unconfirmed|other|more|most|both|and|eyewitness|press|state|repeated|own)\s*$/i;
const PASSIVE =
  /(?<![\w-])(?:was|were|is|are|been|be|being|gets?|got)(?:\s+(?:\w+ly|also|later|widely|first|not))?\s*$/;
const PARTICIPLE = /(?:ed|said|told|found|shown|held|thought|sworn|read|known|learnt)$/;
/** Who is told: in front of what is. */
const TOLD =
  /^\s+(?:(?:him|her|them|us|me|you|reporters|journalists|lawmakers|investigators|police|parliament|state media|\p{Ll}+ers|\p{Ll}+ors|\p{Ll}+ists)(?![\p{L}-])|(?:the |an? |his |her |their |its |one |two |some |this |that )?(?:\p{Lu}[\p{L}\p{N}.’'-]*(?:\s(?:of\s(?:the\s)?)?(?=\p{Lu}))?)+(?:[’']s)?(?:\s(?:newspaper|agency|television|radio))?|(?:the|an?|his|her|their|its|one|this|some)(?:\s[\p{L}’'-]+){1,3}?(?=\s(?:that|the|he|she|it|they|there|his|her|its|their|no|all|an?|in|on|at|how|to|not|nobody|everyone)\s|[,:“"]))/u;
/** …, he told a regular briefing. */
const TOLD_ALONE =
  /^\s+(?:an?|the|his|her|their|its)\s(?:[\p{L}’'-]+\s?){1,5}(?:\s(?:on|in|at|by)\s(?:[\p{L}\d’'-]+\s?){1,4})?(?=[.!?]?["”]?\s*$)/u;
const RECIPIENT_VERBS = /^(?:told|tells?|informed|informs|reminded|assured|assures|asked|asks)$/;
const WHETHER =
  /^(?:asked|asks|questioned|wondered|wonders|explained|explains|described|describes|recalled|recalls|recounted|told|tells)$/;
/** Verbs whose object may be a thing as well as a clause: "denied the allegations" says nothing. */
const CLAUSE_ALONE =
  /^(?:said|says?|told|tells?|thinks|thought|believe|believes|believed|hopes?|hoped|fears?|feared|argue|argues|argued|insist|insists|insisted|warn|warned|warns|claim|claims|claimed|reckons?|estimates?|estimated|swore|vowed|agreed|promised|pledged)$/;
const CLAUSE =
  /(?<![\w-])(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|did|does|do|went|came|took|rose|fell|became|began|made|got|gave|left|lost|kept|held|ran|sent|brought|died|remains?|needs?|wants?|seems?|nothing|no one|nobody|any|\w{2,}(?<!hundr|sacr|ne|see|fe|spe|ble|re)ed|to \w+)(?![\w-])|n[’']t\b|^\w+ing\b/;
const TAIL = new RegExp(
  `,\\s+(?:and\\s+|while\\s+|but\\s+)?(?:who\\s+(?:also\\s+|later\\s+)?(added|said|noted|warned|called)|(${PARTICIPLES.join('|')}))(?![\\w-])`,
);

/** What a body does that stands as "it": nobody says “it shows” or “it found” of one that spoke. */
const OF_BODIES =
  /^(?:urged|urges|called|calls|accused|accuses|demanded|demands|appealed|denounced|condemned|criticized|criticised|recommended|recommends|advised|requested)$/;
const ANSWERING = /^(?:responded|responds|replied|replies|answered|answers|objected|objects)$/;
/** "Warned of a hard winter" says it; other verbs need a clause. */
const WARNED_OF = /^\s+(?:of|about|against)\s+/;

/** What a verb says: words and who says them, that nobody says anything in the rest, or nothing to go by. */
export type VerbReading = FoundAttribution | 'unsaid' | undefined;

/** Whether words before a comma are a clause, not an apposition: "by morning the family was gone". */
const isClause = (words: string): boolean =>
  /(?<![\w-])(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do)(?![\w-])/.test(words);

/** Reads what a verb of saying gives to somebody. `inherited` speaks where a clause goes on without a subject. */
export function readVerb(
  text: string,
  piece: Sentence,
  { cue, inherited }: { readonly cue: Span; readonly inherited: Span | undefined },
): VerbReading {
  const { covered, start, quotes } = piece;
  const verb = text.slice(cue.start, cue.end);
  const before = covered.slice(0, cue.start - start);
  const after = covered.slice(cue.end - start);
  const isAfterAll = SAID_AFTER_ALL.test(before.slice(-40));
  if (!isAfterAll && UNSAID.test(before.slice(-60))) return 'unsaid';
  if (isNoun(before, verb, after) || isAside(before, verb, after)) return undefined;
  const lastQuote = quotes.filter((quote) => quote.end < cue.start).at(-1);
  if (lastQuote !== undefined && standsApart(text, piece, lastQuote)) {
    const gap = covered.slice(lastQuote.end + 1 - start, cue.start - start);
    if (/^\s*[,—–-]?\s*$/.test(gap)) {
      const inverted = speakerAfter(covered, cue.end - start);
      if (inverted !== undefined)
        return made(text, wordsBefore(text, piece, lastQuote, inverted.from + start), {
          subject: inverted,
          cue,
          start,
        });
    }
  }
  const told = RECIPIENT_VERBS.test(verb) ? ((TOLD_ALONE.exec(after) ?? TOLD.exec(after))?.[0].length ?? 0) : 0;
  const rest = cue.end + told + adjunctsAt(after.slice(told));
  const follows = /\p{L}|\ufffc/u.test(covered.slice(rest - start).replace(TAIL, ''));
  const from = lastQuote === undefined || !standsApart(text, piece, lastQuote) ? 0 : lastQuote.end + 1 - start;
  const lead = /^[\s,;]*(?:(?:and|but|then|also|later|yet|while)\s+)*(?:(?:has|have|had|also|later|\w+ly)\s+)*$/.test(
    before,
  );
  const subject: Subject | undefined =
    lead && inherited !== undefined
      ? { speaker: { start: inherited.start - start, end: inherited.end - start }, from: 0 }
      : (cleftIn(before) ?? subjectBefore(covered, { from, end: before.length, follows }));
  const inverted = invertedAtEnd(text, piece, cue);
  if (inverted !== undefined) return inverted;
  if (subject === undefined) return undefined;
  const words = text.slice(subject.speaker.start + start, subject.speaker.end + start);
  const isNobody =
    /^(?:there|this|that|what|which|who|these|those)$/i.test(words) || (/^it$/i.test(words) && !OF_BODIES.test(verb));
  if (isNobody && !SAY.has(verb)) return undefined;
  if (PASSIVE.test(before) && PARTICIPLE.test(verb)) return undefined;
  if (/^(?:neither|nobody|no one|none)(?![\w-])/i.test(words)) return 'unsaid';
  const how = { subject, cue, start };
  // “…,” X said.
  if (lastQuote !== undefined && from > 0 && covered.slice(from, subject.from).length < 12)
    return made(text, wordsBefore(text, piece, lastQuote, rest), how);
  const said =
    (APPEAL.has(verb) ? undefined : clauseAround(text, piece, { subjectAt: subject.from, rest })) ??
    saidAfter(text, piece, { verb, at: cue.end, isDocument: DOCUMENTS.test(words) });
  return said && made(text, said, how);
}

/** …, say people there. */
function invertedAtEnd(text: string, { covered, start, quotes }: Sentence, cue: Span): FoundAttribution | undefined {
  const before = covered.slice(0, cue.start - start);
  const verb = text.slice(cue.start, cue.end);
  if (!/,\s*$/.test(before)) return undefined;
  // "…, insisted Petra Lind": other verbs are turned before a name alone.
  const isTurned = SAY.has(verb) && /^\s+(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?\p{Lu}\p{L}+/u.test(covered.slice(cue.end - start));
  if (!/^(?:said|says?|warn(?:s|ed)?|claims?)$/.test(verb) && !(isTurned && isClause(before))) return undefined;
  const isLone = (before.match(/,\s/g)?.length ?? 0) < 2;
  if (!isLone && !isClause(before.slice(before.slice(0, -2).lastIndexOf(', ') + 1))) return undefined;
  const inverted = speakerAfter(covered, cue.end - start);
  const clause = trimmed(text, start, start + before.length);
  if (inverted === undefined || clause === undefined) return undefined;
  if (!/^[^,;]{0,80}[.!?]?["”]?\s*$/.test(covered.slice(inverted.from))) return undefined;
  return made(text, contentOf(clause, quotes, SLACK), { subject: inverted, cue, start });
}

/** A clause before its speaker: "…, X said", or around: "…, X said, …"; undefined when what is said stands behind. */
function clauseAround(
  text: string,
  { covered, start, end, quotes }: Sentence,
  { subjectAt, rest }: { readonly subjectAt: number; readonly rest: number },
): SaidContent | undefined {
  const clause = trimmed(text, start, start + subjectAt);
  if (clause === undefined || clause.end - clause.start <= 4 || !/,\s*$/.test(covered.slice(0, subjectAt)))
    return undefined;
  const remainder = covered.slice(rest - start);
  if (/^\s*[.!?;]?["”]?\s*$/.test(remainder) || TAIL.exec(remainder)?.index === 0)
    return contentOf(clause, quotes, SLACK);
  // "…, he added, and nearly all have children": a whole clause before its speaker, and another behind.
  const joined = /^,\s+(?:and|but)\s+/.exec(remainder);
  if (joined !== null && isClause(text.slice(clause.start, clause.end)) && !/\ufffc/.test(remainder)) {
    const next = trimmed(text, rest + joined[0].length, end);
    const head = trimmed(text, start + openingAt(covered), start + subjectAt) ?? clause;
    return { ...contentOf(head, quotes, SLACK), more: next === undefined ? [] : [next] };
  }
  const goesOn = /^,\s+(?!that\s|however|but|and|while|though|although|who|which|then|too|\ufffc|["“])/.exec(remainder);
  const other = goesOn === null ? undefined : trimmed(text, rest + goesOn[0].length, end);
  if (other === undefined) return undefined;
  const head = trimmed(text, start + openingAt(covered), start + subjectAt) ?? clause;
  return { ...contentOf(head, quotes, SLACK), more: [other] };
}

/** Further words of the same speaker: "…, adding that …", "…, who added that …". */
export function readTails(text: string, piece: Sentence, first: FoundAttribution): readonly FoundAttribution[] {
  const { covered, start } = piece;
  const found: FoundAttribution[] = [];
  let from = (first.cue?.end ?? start) - start;
  for (let tail = TAIL.exec(covered.slice(from)); tail !== null; tail = TAIL.exec(covered.slice(from))) {
    const verb = tail[1] ?? tail[2] ?? '';
    const cueEnd = start + from + tail.index + tail[0].length;
    const said = saidAfter(text, piece, { verb: finiteOf(verb), at: cueEnd, isDocument: true });
    from = cueEnd - start;
    // Pointing to the river says nothing; pointing out that it rose does.
    const isGesture = verb === 'pointing' && !/^\s+out\s/.test(covered.slice(from));
    if (said === undefined || isGesture || (verb === 'asking' && HIDES_NAME.test(covered.slice(from)))) continue;
    found.push({
      ...said,
      speaker: first.speaker,
      cue: { start: cueEnd - verb.length, end: cueEnd },
      via: [],
      anonymous: first.anonymous,
    });
  }
  return found;
}

const finiteOf = (verb: string): string =>
  /^(?:urging|calling|accusing|describing|asking|telling)$/.test(verb)
    ? `${verb.replace(/ing$/, '').replace(/^(?:urg|accus|describ)$/, '$&e')}s`.replace('tells', 'told')
    : 'said';

const openingAt = (covered: string): number =>
  /^(?:(?:But|And|Yet|Still|However|Meanwhile),?\s+)?/.exec(covered)?.[0].length ?? 0;

function isNoun(before: string, verb: string, after: string): boolean {
  // The power claimed has no basis: a participle.
  if (/ed$/.test(verb) && /^\s+(?:has|have|had|is|was|were|are|will|would)\s/.test(after)) return true;
  if (DETERMINED.test(before)) return true;
  return NOUN_TOO.test(verb) && QUALIFIED.test(before);
}

/** It was Voss who said so. */
function cleftIn(before: string): Subject | undefined {
  const found = /^[Ii]t (?:was|is) ([^,;:“"\ufffc]{2,60}) who\s+(?:\w+ly\s)?$/.exec(before);
  const name = found?.[1] ?? '';
  const at = before.indexOf(name, 6);
  return found === null ? undefined : { speaker: { start: at, end: at + name.length }, from: 0 };
}

/** Whether a verb stands in what only describes who speaks: who asked not to be named; the woman, who said little, told … */
function isAside(before: string, verb: string, after: string): boolean {
  if (/^(?:asked|asks|requested|requests)$/.test(verb) && HIDES.test(after)) return true;
  return /,\s+who\s+(?:(?:also|had|has|later|\w+ly)\s+)?$/.test(before) && GOES_ON_BEHIND.test(after);
}

const HIDES =
  /^\s+(?:not to|to (?:remain|stay)|to be (?:called|named|known|identified)|that (?:only )?(?:his|her|their|the) (?:\w+ ){0,3}?names?|for anonymity)(?![\w-])/;
const HIDES_NAME =
  /^\s+(?:not to|to (?:remain|stay|be)|that (?:\w+ ){1,3}?(?:names?|identit(?:y|ies))|for anonymity)(?![\w-])/;
const GOES_ON_BEHIND = new RegExp(`^[^,;:“"\ufffc]{2,90},\\s+(?:${VERB_SOURCE})`);

/** Whether a quotation is words by themselves, rather than a term in somebody's clause. */
function standsApart(text: string, { start, covered }: Sentence, quote: Span): boolean {
  return (
    /[,.?!…—–-][’']?$/.test(text.slice(quote.start, quote.end)) ||
    /^\W?\s*[,—–]/.test(text.slice(quote.end, quote.end + 3)) ||
    (!/[\p{L}\p{N}]/u.test(covered.slice(0, quote.start - start)) && quote.end - quote.start > 20)
  );
}

/** Words before their cue: the quotation, those before it, or the clause that ends with it; and where they go on behind. */
function wordsBefore(text: string, { covered, start, quotes }: Sentence, last: Span, behind: number): SaidContent {
  const lead = covered.slice(0, last.start - start);
  const goesOn = quotes.filter((quote) => quote.start > behind - 2);
  const next = goesOn[0];
  const more =
    next !== undefined && /^[^\p{L}]*(?:(?:and|but)\s)?[^\p{L}]*$/u.test(text.slice(behind, next.start)) ? goesOn : [];
  const isAlone = !/[\p{L}\p{N}]/u.test(lead.replace(/^\s*(?:and|but|then|so|yet)\s/i, '')) || /:\s*["“]?$/.test(lead);
  if (isAlone) {
    const [content = last, ...others] = quotes.filter((quote) => quote.end <= last.end);
    return { content, type: 'direct', more: [...others, ...more] };
  }
  const clause = trimmed(text, start + openingAt(covered), last.end);
  return clause === undefined
    ? { content: last, type: 'direct', more }
    : { content: { start: clause.start, end: last.end + 1 }, type: 'mixed', more };
}

/** What stands behind a verb and is said by it; undefined when that is nothing. */
function saidAfter(
  text: string,
  piece: Sentence,
  { verb, at, isDocument }: { readonly verb: string; readonly at: number; readonly isDocument: boolean },
): SaidContent | undefined {
  const { covered, start, end, quotes } = piece;
  let from = at;
  if (RECIPIENT_VERBS.test(verb)) from += TOLD.exec(covered.slice(from - start))?.[0].length ?? 0;
  const appeal = APPEAL.has(verb) ? appealAfter(text, piece, { verb, at, isDocument }) : undefined;
  if (appeal !== undefined) return appeal;
  // "Neighbours told the police": to whom, and nothing more.
  if (RECIPIENT_VERBS.test(verb) && TOLD_ALONE.test(covered.slice(at - start))) return undefined;
  if (!SAY.has(verb) && !FINDING.has(verb)) return undefined;
  if (/^\s+out(?=[\s,:])/.test(covered.slice(from - start))) from += 4;
  if (isDocument && /^provide/.test(verb) && /^\s+for\s/.test(covered.slice(from - start))) from += 4;
  from += adjunctsAt(covered.slice(from - start));
  const next = quotes.find((quote) => quote.start > from);
  const stop = start + stopOf(covered, from - start);
  if (next !== undefined && /^\s*[,:—–-]?\s*["“‘']?$/.test(text.slice(from, next.start))) {
    const closed =
      /[.?!,…][’']?$/.test(text.slice(next.start, next.end)) ||
      /^\W{0,3}$|^\W?\s*[,;.:]/.test(text.slice(next.end, end));
    if (closed || !/^.?\s+\p{Ll}/u.test(text.slice(next.end, end)))
      return {
        content: next,
        type: 'direct',
        more: quotes.filter((quote) => quote.start > next.end && quote.end <= stop),
      };
  }
  // Responded to claims that …: the claims are not theirs.
  if (ANSWERING.test(verb) && /^\s+to\s/.test(covered.slice(from - start))) return undefined;
  const warned = /^(?:warn|caution)/.test(verb) ? WARNED_OF.exec(covered.slice(from - start)) : null;
  if (warned !== null) return clauseFrom(text, piece, { from: from + warned[0].length, stop });
  const that = thatIn(covered.slice(from - start, stop - start + 1));
  const colon = /^\s*:\s+/.exec(covered.slice(from - start));
  const whether = WHETHER.test(verb)
    ? /^\s+(?:whether|if|what|who|where|when)\s/.exec(covered.slice(from - start))
    : null;
  if (that === null && colon === null && whether === null && !SAY.has(verb) && !isDocument) return undefined;
  // After a comma that no quotation follows, nothing of it is said.
  if (that === null && colon === null && /^\s*[,;.]/.test(covered.slice(from - start))) return undefined;
  const isThat = that !== null && /that,?\s+$/.test(that[0]);
  const lead = isThat ? that[0].length : (colon?.[0].length ?? 0);
  const clause = clauseFrom(text, piece, { from: from + lead, stop });
  if (clause === undefined || isThat || colon !== null || whether !== null || CLAUSE_ALONE.test(verb)) return clause;
  const words = text.slice(clause.content.start, clause.content.end);
  return CLAUSE.test(words.split(/ (?:but|and) /)[0] ?? words) ? clause : undefined;
}

/** Up to the "that" of a clause, past who is told, when and where; null where another verb of saying stands before it. */
function thatIn(behind: string): RegExpExecArray | null {
  const found = /^(?:,?\s[^,:;“"]{0,90}?|,[^,]{2,90},)??,?\s+(?:that,?|how|why)\s+/.exec(behind);
  const told = found === null ? null : INNER_VERB.exec(found[0]);
  if (found === null || told === null) return found;
  return isNoun(found[0].slice(0, told.index), told[0], found[0].slice(told.index + told[0].length)) ? found : null;
}

const INNER_VERB =
  /(?<![\w-])(?:said|says|told|tells|claimed|claims|warned|admitted|denied|insisted|thought|knew|believed)(?![\w-])/;

function clauseFrom(
  text: string,
  { quotes }: Sentence,
  { from, stop }: { readonly from: number; readonly stop: number },
): SaidContent | undefined {
  const clause = trimmed(text, from, stop);
  if (clause === undefined || clause.end - clause.start < 8) return undefined;
  const words = text.slice(clause.start, clause.end);
  if (!/\s/.test(words) || /^(?:nothing|little|so|no more|the same)\b[^,]{0,30}$/.test(words)) return undefined;
  if (/^(?:of|for|and|or|against|into)\s/.test(words)) return undefined;
  return contentOf(clause, quotes, SLACK);
}

/** urged X to …, called for …, accused X of …, called X “…”, described X as …, warned of …. */
function appealAfter(
  text: string,
  piece: Sentence,
  { verb, at, isDocument }: { readonly verb: string; readonly at: number; readonly isDocument: boolean },
): SaidContent | undefined {
  const { covered, start, quotes } = piece;
  const behind = covered.slice(at - start);
  const stop = start + stopOf(covered, at - start);
  const quote = quotes.find((each) => each.start > at);
  const object = /^\s+(?:on |for |upon |to )?/.exec(behind)?.[0] ?? '';
  const from = at + object.length;
  const isCall = /^call/.test(verb);
  const reach = covered.slice(from - start, stop - start);
  const beQuoted =
    quote !== undefined && quote.start < stop && quote.start - from < 90 && !/[;:]/.test(text.slice(from, quote.start));
  if (/\s+for|\s+on|\s+upon/.test(object.trimEnd()) && isCall) return clauseFrom(text, piece, { from, stop });
  if (NAMING.test(verb)) {
    // A book called “…”: a name.
    if (!beQuoted || quote === undefined || quote.start - from < 2) return undefined;
    const clause = trimmed(text, from, quote.end);
    return clause && { content: { start: clause.start, end: quote.end + 1 }, type: 'mixed', more: [] };
  }
  const isSaid = isAppeal(verb, { behind, reach, isDocument });
  if (isSaid !== undefined) return isSaid ? clauseFrom(text, piece, { from, stop }) : undefined;
  if (/^ask/.test(verb) && /for\s*$/.test(object)) return undefined;
  if (/^(?:express|voiced|raised)/.test(verb)) {
    const felt = FELT.exec(behind);
    return felt === null ? undefined : clauseFrom(text, piece, { from: at + felt[0].length, stop });
  }
  if (/^\s+that\s/.test(behind) || /^\s+to\s/.test(behind)) {
    if (SAY.has(verb) && /^\s+that\s/.test(behind)) return undefined;
    if (/^appeal/.test(verb)) return clauseFrom(text, piece, { from, stop });
    return clauseFrom(text, piece, { from: at + (/^\s+that\s/.exec(behind)?.[0].length ?? 1), stop });
  }
  if (/^(?:ask|demand|request|propose|offer|recommend|threaten)/.test(verb) && !/\sto\s/.test(reach.slice(0, 90))) {
    return /^(?:demand|propose|recommend)/.test(verb) && !beQuoted
      ? clauseFrom(text, piece, { from, stop })
      : undefined;
  }
  if (/^(?:promise|pledge|vow|offer|threaten)/.test(verb))
    return SAY.has(verb) ? undefined : clauseFrom(text, piece, { from, stop });
  return /\sto\s/.test(reach.slice(0, 120)) ? clauseFrom(text, piece, { from, stop }) : undefined;
}

/** Called X “…”, dismissed X as “…”. */
const NAMING =
  /^(?:called|calls|branded|labelled|labeled|dubbed|hailed|condemn\w*|denounc\w*|critici[sz]\w*|dismiss\w*|praised|slammed|likened|reject\w*|blame\w*)$/;

/** Expressed concern that …. */
const FELT =
  /^\s+(?:\w+ ){0,2}?(?:concerns?|fears?|hopes?|regret|alarm|doubts?|confidence|outrage|disappointment|worr(?:y|ies)|dismay|scepticism|skepticism|suspicions?)\s+(?:that|about|over|at)\s+/;

/** Where what is said ends: before a participle that goes on, a source, or the end. */
function stopOf(covered: string, from: number): number {
  const rest = covered.slice(from);
  const tail = TAIL.exec(rest);
  const source =
    /,\s+(?:according to|citing|quoting)\s|[,”"]\s+an? (?:claim|finding|charge|allegation|accusation|figure|assertion|view|position|description|term|phrase|characterization)\s/.exec(
      rest,
    );
  return from + Math.min(tail?.index ?? rest.length, source?.index ?? rest.length);
}

function made(
  text: string,
  content: SaidContent,
  { subject, cue, start }: { readonly subject: Subject; readonly cue: Span; readonly start: number },
): FoundAttribution {
  const speaker = { start: subject.speaker.start + start, end: subject.speaker.end + start };
  return { ...content, speaker, cue, via: [], anonymous: isAnonymous(text.slice(speaker.start, speaker.end)) };
}
