import { sought } from '../sought.ts';
import { contentOf, type FoundAttribution, type SaidContent } from './attribution.ts';
import { BODIES, KINDS_OF_PEOPLE, OPENINGS } from './data/english-speech.ts';
import { adjunctsAt, isAnonymous, nounPhrase, subjectBefore } from './english-speakers.ts';
import { SLACK, VERB_SOURCE } from './english-verbs.ts';
import { type Sentence, type Span, trimmed } from './sentences.ts';

const VERB_ONCE = new RegExp(VERB_SOURCE, 'g');
const CITING = sought(/(?<!\w)([Cc]iting|[Qq]uoting)\s+([^,.;]{2,90})/);
const FRAME =
  /(?<!\w)(?:([Aa]ccording to|[Ii]n the (?:words|view|opinion|account|telling) of|[Ii]n the eyes of)\s|(?:,\s)?(?:[Aa]s|in) (?=[^,.;:\ufffc]{2,90}?(?:\s(?:put|puts|has put|sees|saw|tells|told) it|[’']s? (?:words|view|opinion|account|telling|phrase))[,\s]))/;
const AS_PUT =
  /^([^,.;:\ufffc]{2,90}?)(?:\s((?:has )?(?:put|puts|sees|saw|tells|told) it)|([’']s? (?:words|view|opinion|account|telling|phrase)))(?:,|(?=\s)|$)/;
const QUOTED = sought(
  /(?<!\w)(?:quoted|quotes|cited)\s+([^,.;:“"]{2,90}?)\s+as\s+(saying|telling \w+|writing|warning|claiming)|(?<!\w)(?:is|was|were|are|been) (?:widely )?(quoted(?: by [^,.;:“"]{2,60}?)?(?: in [^,.;:“"]{2,40}?)? as (?:saying|telling \w+|writing|warning|claiming))/,
);
const SOURCELESS = sought(
  /(?<!\w)(?:[Ii]t (?:is|was|has been|had been) (?:widely |also |often |generally )?(?:said|reported|believed|rumou?red|alleged|understood|thought|feared|claimed|estimated|assumed) (?:that|there)|(?:[Uu]nconfirmed |[Mm]edia |[Pp]ress |[Ll]ocal |[Ss]ome |[Ee]arly |[Oo]ther )?(?:[Rr]eports|[Rr]umou?rs|[Aa]ccounts)(?: [^,.;:]{0,50}?)? (?:say|says|said|suggest|suggests|suggested|had it|indicate|indicated|claim|claimed|circulated|spread|swirled)(?: that)?|(?:[Aa]mid|[Tt]here (?:are|were|have been|had been)) (?:\w+ ){0,2}?(?:reports|rumou?rs|claims|allegations|suggestions) that|[Ww]ord (?:has it|spread|went round|was) that|[Rr]umou?r has it that|[Tt]he (?:rumou?r|word|talk) (?:is|was|went) that)\s+/,
);
const PASSIVE = sought(
  /(?<!\w)(?:reportedly|allegedly|purportedly|supposedly|(?:is|are|was|were) (?:also |now |widely |still )?(?:said|reported|believed|rumou?red|alleged|understood|thought|feared|claimed|estimated|known) to)(?!\w)/,
);

/** Citing X, the paper reported that …; the paper reported …, citing X. */
export function readCiting(text: string, { covered, start, end, quotes }: Sentence): FoundAttribution | undefined {
  const found = CITING.exec(covered);
  const [stated = '', word = '', name = ''] = found ?? [];
  if (found === null) return undefined;
  VERB_ONCE.lastIndex = 0;
  const isMid =
    found.index >= 3 &&
    /^,\s/.test(covered.slice(found.index + stated.length)) &&
    !/[,]\s.*[,]\s*$/.test(covered.slice(0, found.index));
  const behindAt = found.index + stated.length;
  const isFirst = found.index < 3;
  // "…, citing officials, that two men were shot": what is said stands behind both, the verb before them.
  const thatAt = isMid ? /^,\s+that\s+/.exec(covered.slice(behindAt))?.[0].length : undefined;
  const seeksBehind = isFirst || (isMid && thatAt === undefined);
  let verb = VERB_ONCE.exec(seeksBehind ? covered.slice(behindAt) : covered.slice(0, found.index));
  const isBehind = seeksBehind && verb !== null;
  if (verb === null) {
    VERB_ONCE.lastIndex = 0;
    verb = VERB_ONCE.exec(covered.slice(0, found.index));
  }
  if (verb === null) return undefined;
  const verbAt = start + verb.index + (isBehind ? behindAt : 0);
  const verbEnd = verbAt + verb[0].length;
  const nameAt = start + found.index + stated.length - name.length;
  const cue = { start: start + found.index, end: start + found.index + word.length };
  const carrier = subjectBefore(covered, {
    from: isFirst ? behindAt : 0,
    end: isMid && isBehind ? found.index : verbAt - start,
    follows: true,
  });
  const that = /^[^,“"]{0,60}?\s+that\s+|^\s+/.exec(text.slice(verbEnd, end))?.[0].length ?? 0;
  const isBefore =
    !isBehind && /^[^\p{L}]*(?:on \w+|in \w+)?[^\p{L}]*$/u.test(covered.slice(verbEnd - start, found.index));
  const clause =
    thatAt !== undefined
      ? trimmed(text, start + behindAt + thatAt, end)
      : isBefore
        ? trimmed(text, start, start + (carrier?.from ?? 0))
        : trimmed(text, verbEnd + that, isBehind ? end : start + found.index);
  if (clause === undefined) return undefined;
  const speaker = nounPhrase(text, nameAt, nameAt + name.length);
  const via = carrier && { start: carrier.speaker.start + start, end: carrier.speaker.end + start };
  return { ...made(text, contentOf(clause, quotes, SLACK), { speaker, cue }), via: via === undefined ? [] : [via] };
}

/** According to X, …; …, according to X; in the words of X, …; as X puts it, …. */
export function readFrame(text: string, { covered, start, end, quotes }: Sentence): FoundAttribution | undefined {
  const found = FRAME.exec(covered);
  if (found === null) return undefined;
  const from = found.index + found[0].length;
  const put = found[1] === undefined ? AS_PUT.exec(covered.slice(from)) : null;
  if (found[1] === undefined && put === null) return undefined;
  let stop =
    put === null
      ? (/[,;:]|\s(?=\ufffc)|(?<!\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|St|\p{Lu}))\.\s|$/u.exec(
          covered.slice(from),
        )?.index ?? 0)
      : put[0].replace(/,$/, '').length;
  // According to the head of the union, Max Orr, …: the name belongs to the office.
  if (put === null && /^(?:the|a|an|its|his|her|their)\s\p{Ll}/u.test(covered.slice(from)))
    stop +=
      /^,\s+\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){1,3}(?=,\s|[.]?$)/u.exec(covered.slice(from + stop))?.[0]
        .length ?? 0;
  const speaker = nounPhrase(text, start + from, start + from + (put === null ? stop : (put[1] ?? '').length));
  if (
    speaker === undefined ||
    /^(?:plan|schedule|law|custom|tradition|need|which|size|age|rank)$/.test(text.slice(speaker.start, speaker.end))
  )
    return undefined;
  const relative =
    /^,\s+(?:who|which|whose|speaking|an?\s|the\s|(?:\p{Ll}[\p{L}-]*\s){1,3}(?:of|at|for)\s)[^,;:]{2,90},/u.exec(
      covered.slice(from + stop),
    );
  if (relative !== null && put === null) stop += relative[0].length - 1;
  const cue =
    put === null
      ? { start: start + found.index, end: start + found.index + found[0].trimEnd().length }
      : {
          start: start + from + put[0].length - put[0].slice((put[1] ?? '').length).trimStart().length,
          end: start + from + stop,
        };
  const lead = trimmed(text, start, start + found.index);
  const isFirst = lead === undefined || lead.end - lead.start < 13;
  const rest = trimmed(text, start + from + stop, end);
  const behind =
    rest !== undefined && /^[,:]?\s|^,/.test(covered.slice(from + stop)) && rest.end - rest.start > 8
      ? rest
      : undefined;
  if (isFirst && behind === undefined) return undefined;
  const clause = isFirst ? behind : lead;
  if (clause === undefined) return undefined;
  const more =
    isFirst ||
    behind === undefined ||
    !/^,\s/.test(covered.slice(from + stop)) ||
    /^(?:who|which|whose|adding|an?|the|and|but|while)\s/.test(text.slice(behind.start, behind.end))
      ? []
      : [behind];
  return made(text, { ...contentOf(clause, quotes, SLACK), more }, { speaker, cue });
}

/** “…” Those were the words of X. */
const WHOSE =
  /^(?:Those|These|That|This) (?:were|are|was|is) (?:also )?the (?:\w+ )?(?:words?|view|verdict|message|answer|reply|plea) of ([^,;:“"\ufffc]{2,70}?)[.]$/;

/** Whose a sentence says that the words beside it are, when it says no more; undefined when it does not. */
export function whoseWords(
  text: string,
  { covered, start }: Sentence,
): Pick<FoundAttribution, 'speaker' | 'cue' | 'anonymous'> | undefined {
  const found = WHOSE.exec(covered);
  const name = found?.[1];
  if (found === null || name === undefined) return undefined;
  const at = start + found[0].lastIndexOf(name);
  const speaker = nounPhrase(text, at, at + name.length);
  return speaker && { speaker, cue: null, anonymous: isAnonymous(text.slice(speaker.start, speaker.end)) };
}

/** The paper quoted X as saying that …; X was quoted as saying …. */
export function readQuoted(text: string, { covered, start, end, quotes }: Sentence): FoundAttribution | undefined {
  const found = QUOTED.exec(covered);
  if (found === null) return undefined;
  const after = found.index + found[0].length;
  const active = found[1];
  const speaker =
    active === undefined
      ? shifted(subjectBefore(covered, { from: 0, end: found.index, follows: true })?.speaker, start)
      : nounPhrase(
          text,
          start + found.index + found[0].indexOf(active),
          start + found.index + found[0].indexOf(active) + active.length,
        );
  const carrier =
    active === undefined
      ? undefined
      : shifted(subjectBefore(covered, { from: 0, end: found.index, follows: true })?.speaker, start);
  const lead =
    adjunctsAt(covered.slice(after)) + (/^(?:\s+that\s+|[\s,:]+)/.exec(covered.slice(after))?.[0].length ?? 0);
  const clause = trimmed(text, start + after + lead, end);
  if (clause === undefined || clause.end - clause.start < 4) return undefined;
  const cue = { start: start + found.index, end: start + after };
  // X was quoted by the paper as saying: through the paper.
  const by = /^quoted by ([^,.;:“"]{2,60}?)(?: in [^,.;:“"]{2,40}?)? as /.exec(found[3] ?? '')?.[1];
  const byAt = start + found.index + found[0].indexOf(` by ${by ?? ''}`) + 4;
  const through = by === undefined ? carrier : { start: byAt, end: byAt + by.length };
  return {
    ...made(text, contentOf(clause, quotes, SLACK), { speaker, cue }),
    via: through === undefined ? [] : [through],
  };
}

/** Reporters were told by X that …. */
export function readToldBy(text: string, { covered, start, end, quotes }: Sentence): FoundAttribution | undefined {
  const found = TOLD_BY.exec(covered);
  const [stated = '', verb = '', name = ''] = found ?? [];
  if (found === null) return undefined;
  const at = start + found.index + stated.indexOf(` by ${name}`) + 4;
  const speaker = nounPhrase(text, at, at + name.length);
  const clause = trimmed(text, start + found.index + stated.length, end);
  if (speaker === undefined || clause === undefined) return undefined;
  const cueAt = start + found.index + stated.indexOf(verb);
  return made(text, contentOf(clause, quotes, SLACK), { speaker, cue: { start: cueAt, end: cueAt + verb.length } });
}

const TOLD_BY = sought(
  /(?<!\w)(?:was|were|been) (?:\w+ly )?(told|informed|warned|assured|reminded) by ([^,.;:“"\ufffc]{2,60}?) that\s+/,
);

const shifted = (span: Span | undefined, by: number): Span | undefined =>
  span && { start: span.start + by, end: span.end + by };

/** X: “…”, X shrugged: “…”, “…” – X, and headlines X: …, …: X. */
export function readMarks(text: string, { covered, start, end, quotes }: Sentence): FoundAttribution | undefined {
  const quote = quotes[0];
  const colon = /^([^:\ufffc\n]{2,160}):\s+["“‘「]?(?=\ufffc)/u.exec(covered);
  if (colon !== null && quote !== undefined) {
    const words = (colon[1] ?? '').replace(
      /[’']s (?:own )?(?:\w+ ){0,2}?(?:words?|answer|reply|response|verdict|view|message|warning|explanation|advice|plea|conclusion|account|testimony|comment|reaction|assessment|statement)\b.*$/,
      '',
    );
    if (
      /\b(?:slogans?|motto|title|titled|theme|names?|named|words?|terms?|phrase|campaign|concept|category|song|film|book|programme|program)\b/i.test(
        words,
      )
    )
      return undefined;
    const verb =
      /\s(?:\w{3,}ed|is|was|were|has|had|put|shook|gave|spoke|made|laughs|shrugs|sighs|smiles|nods|remembers|sums)\s?/.exec(
        words,
      );
    const opening = OPENINGS.exec(words)?.[0].length ?? 0;
    const speaker = nounPhrase(
      text,
      start + opening,
      start + (verb !== null && verb.index > opening ? verb.index : words.length),
    );
    const isName =
      speaker !== undefined &&
      !/^(?:What|How|Why|When|Where|That|This)\s/.test(words.slice(opening)) &&
      isSomebody(text.slice(speaker.start, speaker.end));
    if (!isName) return undefined;
    return made(text, { content: quote, type: 'direct', more: quotes.slice(1) }, { speaker, cue: undefined });
  }
  const last = quotes.at(-1);
  const dash = last === undefined ? null : /^.?\s*[—–]\s*|^.?\s+-{1,2}\s+/.exec(covered.slice(last.end - start));
  if (dash !== null && last !== undefined && quote === last && !/\p{L}/u.test(covered.slice(0, last.start - start))) {
    const name = nounPhrase(text, last.end + dash[0].length, end);
    if (name !== undefined && name.end - name.start < 110)
      return made(text, { content: last, type: 'direct', more: [] }, { speaker: name, cue: undefined });
  }
  return readHeadline(text, { covered, start, end, quotes });
}

function readHeadline(text: string, { covered, start, end, quotes }: Sentence): FoundAttribution | undefined {
  if (/[.;]["”]?\s*$/.test(covered) || covered.length > 140) return undefined;
  const first = /^([^:\n.]{2,50}):\s+(?=\S+\s\S+\s\S+)/u.exec(covered);
  const name = first?.[1] ?? '';
  if (first !== null && isSomebody(name) && !/\s(?:is|was|for|on|the|and)$/.test(name)) {
    const clause = trimmed(text, start + first[0].length, end, /\s/);
    const speaker = trimmed(text, start, start + name.length);
    if (clause !== undefined) return made(text, contentOf(clause, quotes, SLACK), { speaker, cue: undefined });
  }
  const last = /^([^:\n]{12,110}):\s+([^:,.\n]{2,40})$/u.exec(covered.trimEnd());
  if (last === null || !isSomebody(last[2] ?? '') || (last[2] ?? '').split(' ').length > 5) return undefined;
  const speaker = trimmed(text, start + last[0].length - (last[2] ?? '').length, start + last[0].length);
  const clause = trimmed(text, start, start + (last[1] ?? '').length);
  return clause && made(text, contentOf(clause, quotes, SLACK), { speaker, cue: undefined });
}

const OFFICE =
  /\b(?:minister|president|envoy|spokes(?:man|woman|person)|ambassador|governor|mayor|judge|chief|head|director|secretary|premier|chancellor|pope|bishop|senator|lawmaker|mp|un|eu|us|police|rapporteur|commissioner|general|report|study|poll|survey|leader|king|queen|prosecutor|chair(?:man|woman)?|coach|editor)s?\b/i;

/** Whether words describe somebody who can speak: a name, an office, a kind of person, a body. */
function isSomebody(words: string): boolean {
  if (/^(?:he|she|they|we|I)$/i.test(words)) return true;
  if (/[’']s?\s/.test(words) && !OFFICE.test(words) && !BODIES.test(words) && !KINDS_OF_PEOPLE.test(words))
    return false;
  return (
    OFFICE.test(words) ||
    KINDS_OF_PEOPLE.test(words) ||
    BODIES.test(words) ||
    /^(?:Mr|Mrs|Ms|Dr)\b|^\p{Lu}[\p{Ll}’'-]+(?: \p{Lu}[\p{L}.’'-]*)+$/u.test(words)
  );
}

/** It is said that …; reports say …; the men are said to …. */
export function readSourceless(text: string, { covered, start, end, quotes }: Sentence): FoundAttribution | undefined {
  const found = SOURCELESS.exec(covered);
  if (found !== null) {
    const clause = trimmed(text, start + found.index + found[0].length, end);
    const cue = { start: start + found.index, end: start + found.index + found[0].trimEnd().length };
    return clause && made(text, contentOf(clause, quotes, SLACK), { speaker: undefined, cue });
  }
  const passive = PASSIVE.exec(covered);
  const clause = passive === null ? undefined : trimmed(text, start, end);
  if (passive === null || clause === undefined) return undefined;
  const cue = { start: start + passive.index, end: start + passive.index + passive[0].length };
  return made(text, contentOf(clause, quotes, SLACK), { speaker: undefined, cue });
}

function made(
  text: string,
  content: SaidContent,
  { speaker, cue }: { readonly speaker: Span | undefined; readonly cue: Span | undefined },
): FoundAttribution {
  return {
    ...content,
    speaker: speaker ?? null,
    cue: cue ?? null,
    via: [],
    anonymous: speaker !== undefined && isAnonymous(text.slice(speaker.start, speaker.end)),
  };
}
