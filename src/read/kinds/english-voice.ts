import { matchesIn } from '../matches.ts';
import { sought } from '../sought.ts';
import type { Clause } from './clause.ts';
import { OFFICE_PEOPLE, PRIVATE_PEOPLE } from './data/english-people.ts';
import { isPastForm } from './english-past.ts';

const TELL =
  '(?:said|says|say|told|tells|recalled|recalls|remembered|remembers|recounted|described|describes|testified|explained|added|adds|confirmed|reported|claimed|noted|admitted|related|wrote|complained|whispered|spoke|put it|went on)';
/** Without a word of telling there is no witness; most clauses have none, and are done with here. */
const TELLS =
  /\b(?:sa(?:id|ys?)|t[eo]l(?:d|ls?|ling)|recall|remember|recount|describ|testif|explain|add(?:ed|s)|confirm|report|claim|noted|admit|relate|wrote|complain|whisper|sp[eo]ke?|put it|went on|according|account|interview|testimon|words of|reminisced|confided|who )/;
/** One who tells stands before the verb, behind it, or behind "according to". */
const PERSON_TELLS = sought(new RegExp(`\\b(?:${PRIVATE_PEOPLE})\\b[^.;:…]{0,90}?\\b${TELL}\\b`));
const TELLS_PERSON = sought(
  new RegExp(
    `\\b${TELL} (?:by )?(?:(?:a|an|the|one|another|two|three|several|many|some|his|her|their) )?(?:[a-z0-9'-]+,? ){0,3}?(?:${PRIVATE_PEOPLE})\\b`,
  ),
);
const ACCORDING = sought(
  new RegExp(
    `\\b(?:according to|account of|accounts of|accounts from|accounts by|testimony of|testimonies of|interview with|interviews with|in the words of) (?:[a-z0-9'-]+ ){0,4}?(?:${PRIVATE_PEOPLE})\\b`,
  ),
);
/** What only those who were there do. */
const REMEMBERS = sought(
  /\b(?:recalled|recalls|remembered|remembers|recounted|testified|reminisced|confided|described how|told of|spoke of (?:how|his|her|their))\b/,
);
const TOLD_TO = sought(
  /\b(?:told|tells|telling) (?:us|me|our|the (?:researchers?|interviewers?|team|staff|radio|station|paper|group|site|outlet|committee|commission|author|mission|reporter|daily))\b/,
);
const UNNAMED = sought(
  /\b(?:anonymi(?:ty|zed)|anonymous(?:ly)?|not be(?:ing)? (?:named|used|identified|published)|name(?:s)? (?:withheld|changed|has been changed|have been changed)|not (?:his|her|their) real name|pseudonym|only (?:by )?(?:his|her|their) (?:surname|first name|given name|initials?|nickname)|with (?:direct )?knowledge of|familiar with (?:the|how|what)|insiders?|interviewee \d+|respondent \d+|participant \d+|witness [a-z0-9]\b)/,
);
/** Ana, 41, who left in 2011, said. */
const AGED = sought(
  new RegExp(
    `,? (?:aged |now )?\\d\\d,[^.;…]{0,90}?\\b${TELL}\\b|\\b${TELL} [^.;…]{0,40}?, (?:aged |now )?\\d\\d\\b|\\bwho (?:fled|left|escaped|crossed|defected|spent|lived|survived|was (?:held|sent|returned|deported|sold|detained|there))\\b`,
  ),
);
const OFFICE = sought(
  new RegExp(
    `\\b(?:(?:former|retired|ex)[- ])?(?:${OFFICE_PEOPLE})\\b[^.;:…]{0,60}?\\b${TELL}\\b|\\b(?:said|says|added|explained|noted|claimed|confirmed|wrote) (?:[a-z0-9'-]+,? ){0,4}?(?:${OFFICE_PEOPLE})\\b|\\baccording to (?:[a-z0-9'-]+ ){0,3}?(?:${OFFICE_PEOPLE})\\b`,
  ),
);
const FORMER = /\b(?:former|retired|ex)[- ]/;

/** Whether words around a clause have it told by somebody who was there: a trader, a relative, a source. */
export function isEnglishWitness(around: string): boolean {
  if (!TELLS.test(around)) return UNNAMED.test(around);
  if (UNNAMED.test(around)) return true;
  const office = OFFICE.exec(around);
  if (office !== null && !FORMER.test(office[0])) return false;
  return (
    REMEMBERS.test(around) ||
    TOLD_TO.test(around) ||
    ACCORDING.test(around) ||
    PERSON_TELLS.test(around) ||
    TELLS_PERSON.test(around) ||
    AGED.test(around)
  );
}

/** In the clause itself who tells stands right before the verb, or behind it at the end: "…, said a trader". */
const NAMES = sought(
  new RegExp(
    `\\b(?:${PRIVATE_PEOPLE})(?:,? (?:in|from|at|of|near|who|now|aged)\\b[^.;:…]{1,60}?)?,? (?:also |later |then |has |have )?(?:told|said|says|say|recalled|recalls|remembered|remember|remembers|described|describes|describe|recounted|testified|explained|confided|reported)\\b|, (?:said|recalled|says|explained) (?:a|an|one|another|the) (?:[a-z0-9'-]+ ){0,3}?(?:${PRIVATE_PEOPLE})\\b`,
  ),
);

/** Whether a clause names itself who tells it. */
export function namesEnglishWitness(clause: string): boolean {
  return TELLS.test(clause) && (NAMES.test(clause) || TOLD_TO.test(clause) || ACCORDING.test(clause));
}

/** Whether words around a clause only go on with a voice already named. */
export function isEnglishContinued(around: string): boolean {
  return /\b(?:s?he|they) (?:also |then )?(?:said|says|added|adds|recalled|told|explained|went on|continued|claimed)\b|\b(?:said|added) s?he\b/.test(
    around,
  );
}

const KIN = sought(
  /\bmy (?:own |late |younger |older |elder |little |big |twin )?(?:mother|father|mum|mom|dad|parents|brothers?|sisters?|sons?|daughters?|uncle|aunt|cousins?|wife|husband|grandmother|grandfather|child|children|family|relatives?|friends?|neighbou?rs?|baby|village|hands|feet|legs)\b/,
);
const SUBJECT =
  /\b(?:i|we)(?:'d| had| was| were| could| did)?(?:n't)?(?: (?:never|also|once|then|still|just|all|both|only|often|even|always|not|[a-z]{2,12}ly))? ([a-z']+)/g;
const WAS = sought(/\b(?:i|we) (?:was|were|had|could|couldn't|didn't|did|wasn't|weren't|hadn't|used to)\b/);
const EYES = sought(
  /\b(?:with my own eyes|in front of (?:me|us|my)|before my eyes|i saw|i've seen|i have seen|i witnessed)\b/,
);
/** A post without its subject: "Saw two lorries this morning". */
const BARE_SAW = /^(?:just |only )?(?:saw|heard|met|walked|passed|spent|watched|lived|got stopped)\b/;
/** What somebody lives with now. */
const LIVES = sought(
  /\b(?:i|we) (?:still |now |just )?(?:continue to|keep|struggle|live|cannot|can't|dare not|don't dare|hide|work|eat|sleep|have (?:no|not|to|lost|been)|am (?:afraid|hiding|living|in))\b/,
);
/** She said she had seen. */
const OF_THEMSELVES = sought(
  /\b(?:s?he|they) (?:said|says|recalled|recounted|told [a-z]+) (?:that )?(?:s?he|they|his|her|their) /,
);
const FELT: ReadonlySet<string> = new Set(
  'thought felt knew kept wanted needed lived went came had feared loved got ran'.split(' '),
);
/** What was done to us, or to what is ours. */
const UNDERGONE = sought(
  /\bwe (?:were|have been|had been|was)\b|\bour [^.;,]{1,40}? (?:was|were|has been|have been|had been)\b|\b(?:from|of|on|at|to) us\b/,
);
const OBJECT = /\b(?:me|us)\b/;
const JUDGES = sought(
  /\b(?:in my (?:view|opinion|experience|mind|judge?ment|eyes)|(?:was|were) (?:wrong|right|naive) to|used to (?:believe|think)|no (?:intention|doubt|illusions?|reason|position|objection|comment)|my (?:hope|view|opinion|point|question|concern|worry|fear|advice|guess|impression|sense|feeling|organi[sz]ation)|what worries me|i (?:hope|wish|agree|disagree|would|want|mean|guess|suppose|wonder))\b/,
);

/** Whether whoever says "I" or "we" tells what they went through: they, or their kin, did or suffered something. */
export function isEnglishLived({ folded, input, tags, isQuoted }: Clause, hasEvent: boolean): boolean {
  if (/\b(?:if|unless|whether)\b/.test(folded) && !hasEvent && !WAS.test(folded)) return false;
  if (JUDGES.test(folded)) return false;
  if (OF_THEMSELVES.test(folded) || EYES.test(folded) || (input.genre === 'post' && BARE_SAW.test(folded))) return true;
  if (!tags.has('first-person')) return false;
  if (KIN.test(folded) && isQuoted && !tags.has('conditional')) return true;
  if (KIN.test(folded) && (hasEvent || hasPast(folded))) return true;
  if (WAS.test(folded)) return !/\b(?:we|i) were to\b/.test(folded);
  for (const match of matchesIn(folded, SUBJECT))
    if (isPastForm(match[1] ?? '') || FELT.has(match[1] ?? '')) return true;
  if (hasEvent && UNDERGONE.test(folded)) return true;
  if (hasEvent && (OBJECT.test(folded) || tags.has('narrator'))) return true;
  return (
    (isQuoted || tags.has('narrator') || input.genre === 'statement' || input.genre === 'post') &&
    input.genre !== 'roundtable' &&
    LIVES.test(folded)
  );
}

function hasPast(folded: string): boolean {
  return /\b(?:was|were|had|didn't|couldn't)\b/.test(folded) || (folded.match(/[a-z]+/g) ?? []).some(isPastForm);
}
