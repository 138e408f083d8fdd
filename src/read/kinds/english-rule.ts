import { matchesIn } from '../matches.ts';
import { sought } from '../sought.ts';
import type { Clause, FoundModality, RuleParts } from './clause.ts';
import { type Cue, withTag } from './cues.ts';
import { trimmedWords } from './trimmed-words.ts';

const CONDITION =
  /\b(?:if|unless|provided that|provided|in case|in the event|where|when|whenever|should (?:a|an|the|any|they|you|he|she))\b[^,;.]{2,300}/;
/** "without a pass", "only with a permit". */
const LACK =
  /\b(?:without|except(?! the)|unless|save (?:for|with)|failing|in the absence of)\b[^,;.]{2,200}?(?=\s(?:may|must|shall|will|can|is|are)\b|[,;.]|$)|(?<=\bonly )(?:if|with|when|after|by|upon|on|during|between|through)\b[^,;.]{2,200}/;
const TIME_CONDITION = sought(/\b(?:after|upon|on request|while|during)\b[^,;.]{2,300}/);
const PERSON_CLAUSE =
  /\b(?:anyone|anybody|whoever|those|everyone|any person|persons|any individual|individuals|a person|people|all who|residents|citizens|employers|landlords|foreigners|any resident|any citizen|any unit)\b(?: [a-z]+){0,3}? (?:who|that|which|found|caught|having)\b[^,;.]{2,200}?(?=\s(?:will|shall|may|must|can|are|is|stands?|faces?|should|risks?)\b|[,;.]|$)|\bwhoever\b[^,;.]{2,200}?(?=\s(?:will|shall|may|must|are|is)\b|[,;.]|$)/;
const LEADING_CONDITION =
  /^\s*(?:if|unless|when|where|in case|in the event|after|before|upon|from|under|as of|effective|starting|beginning)\b[^,;]{0,300},\s*/;
const OBJECT_OF_ORDER =
  /^(?:orders?|ordered|instructs?|instructed|directs?|directed|requires?|required|obliges?|compels?|(?:has|have|had) (?:ordered|instructed|directed|allowed)|allows?|permits?) (.+?) (?:not )?to$/;
const TO_PERSONS = sought(
  /\b(?:for|to) ((?:those|anyone|people|persons|residents|citizens|informants|local residents|whoever|whistleblowers|members of the public)\b(?: who| that)?)\s?(.*)$/,
);

/** Whoever is found at it: "vendors caught with foreign money". */
const FOUND_DOING =
  /\b(?:found|caught|seen|failing|discovered|who|that|whose|without|[a-z]{3,12}ing)\s[^,;.]{2,160}?(?=\s(?:will|shall|may|must|can|are to|is to|faces?|risks?|is|are|loses?|forfeits?|gets?|go|goes|pays?)\b)/;
/** Those who broke a rule, named by that alone. */
const OFFENDERS =
  /\b(?:violators|offenders|transgressors|such (?:persons|cases|goods|vehicles)|the (?:offender|owner|culprit))\b/;
/** What will be done to them, or be lost. */
const SUFFERS =
  /^\s?(?:will|shall|is to|are to|may|can)\s(?:also |immediately |then |be (?:[a-z]+ly )?(?:sent|taken|handed|transferred|expelled|removed|treated|considered|counted|listed|shut|dismissed|deported|returned|detained|arrested|turned|struck|excluded|denied|refused|closed|cut|ordered to leave)|lose|forfeit|be (?:[a-z]+ly )?(?:sent|handed|transferred|moved|placed)|face (?:an? |up|heavy |stiff |severe )?(?:fines?|punish|prosecution|dismissal|closure|legal|criminal|charges|deportation|detention|jail|prison)|have [a-z ]{2,40}(?:confiscated|revoked|withdrawn|cancelled|removed|closed|seized|cut))|^\s(?:loses?|forfeits?) |^\sgets? (?:fined|jailed|deported|detained|arrested|expelled|sent|sacked|blacklisted)\b|^\s(?:go|goes) to (?:prison|jail|study|re-?education|labou?r|detention|a )|^\s(?:faces?|risks?) (?:an? |up to |immediate )?(?:arrest|fines?|prison|jail|dismissal|deportation|closure|punishment|expulsion|detention|losing)|^\s(?:faces?|risks?|gets?) (?:up to )?(?:[a-z\d]+ (?:to |or )?){1,3}(?:days|months|years)\b|^\s(?:would|could) (?:now )?be (?:passed over|demoted|sacked|dismissed|docked|stripped|fined|jailed|arrested|detained|expelled|deported|sent)\b|^\scan (?:bring|mean|cost) (?:an? |up to )|^\s(?:are|is) (?:turned|sent(?! (?:back|home))|fined|struck|expelled|detained|arrested|deported|handed|dismissed|removed|shut|closed)\b/;

/** What is announced against whoever does something; undefined when nobody is threatened. */
export function englishThreat({ folded }: Clause): Cue | undefined {
  for (const pattern of [PERSON_CLAUSE, FOUND_DOING, OFFENDERS]) {
    const found = pattern.exec(folded);
    if (found === null) continue;
    const end = found.index + found[0].length;
    const suffers = SUFFERS.exec(folded.slice(end, end + 80));
    if (suffers !== null) return { tag: 'sanction.threat', start: end + 1, end: end + suffers[0].length };
  }
  return undefined;
}

/** The parts of an English rule, each in its words. */
export function englishRule(clause: Clause, { modality, cue }: FoundModality): RuleParts {
  const { text, folded, cues } = clause;
  const at = (start: number, end: number): string | null => trimmedWords(text, start, end);
  const condition = conditionOf(clause, cue);
  const sanctionCue = [
    ...withTag([...cues, cue], 'sanction.future', 'sanction.rule', 'sanction.threat', 'sanction'),
  ].sort((a, b) => a.start - b.start)[0];
  const sanction =
    sanctionCue === undefined || modality === 'may (rewarded)'
      ? null
      : at(sanctionCue.start, endOfPart(folded, sanctionCue.end));
  const rewardCue = withTag(cues, 'reward.rule')[0];
  const reward =
    rewardCue === undefined || modality !== 'may (rewarded)'
      ? null
      : at(rewardCue.start, endOfReward(folded, rewardCue.end));
  const person = PERSON_CLAUSE.exec(folded);
  if (person !== null && (cue.tag === 'reward.rule' || cue.tag.startsWith('sanction'))) {
    const who = /\b(?:who|that|which)\s/.exec(person[0]) ?? /^whoever\s/.exec(person[0]);
    const from = who === null ? person.index : person.index + who.index + who[0].length;
    const end = person.index + person[0].length;
    return {
      addressee: at(person.index, who === null || who[0].startsWith('whoever') ? end : person.index + who.index),
      action: at(from, end) ?? text.trim(),
      condition: at(person.index, end),
      sanction,
      reward,
    };
  }
  const persons = cue.tag === 'reward.rule' ? TO_PERSONS.exec(folded) : null;
  if (persons !== null) {
    const head = persons.index + persons[0].indexOf(persons[1] ?? '');
    const from = head + (persons[1] ?? '').length;
    return {
      addressee: at(head, head + (persons[1] ?? '').replace(/\s(?:who|that)$/, '').length),
      action: at(from, folded.length) ?? text.trim(),
      condition,
      sanction,
      reward,
    };
  }
  const isPassiveActivity =
    /^(?:is|are|was|were|be|been)\b.*(?:prohibited|forbidden|banned|illegal|unlawful|restricted|outlawed|mandatory|compulsory)$|^(?:is|are) a crime$/.test(
      folded.slice(cue.start, cue.end),
    );
  const behind = at(cue.end, endOfAction(folded, cue.end));
  const subject = subjectBefore(clause, cue.start);
  if (isPassiveActivity && !/^\s*(?:from|to)\b/.test(folded.slice(cue.end)))
    return { addressee: null, action: subject ?? behind ?? text.trim(), condition, sanction, reward };
  const ordered = OBJECT_OF_ORDER.exec(folded.slice(cue.start, cue.end));
  const start = ordered?.[1] === undefined ? -1 : cue.start + folded.slice(cue.start, cue.end).indexOf(ordered[1]);
  const addressee = ordered?.[1] === undefined ? subject : at(start, start + ordered[1].length);
  // "No foreigner may": whom it binds stands inside the words that bind.
  const none = /^no(?: one|body)? ?(.*?) (?:may|shall|can)$/.exec(folded.slice(cue.start, cue.end));
  const isOrderNoun = /^(?:instructions?|orders?|an order|directives?)\b/.test(folded.slice(cue.start, cue.end));
  return {
    addressee:
      none !== null
        ? at(cue.start + (none[1] === '' ? 0 : 3), cue.end - (/ (?:may|shall|can)$/.exec(none[0])?.[0].length ?? 0))
        : isOrderNoun
          ? null
          : addressee,
    action: behind ?? subject ?? text.trim(),
    condition,
    sanction,
    reward,
  };
}

/** The first words that say when or for whom it holds; of times only those behind the word that binds. */
function conditionOf({ text, folded }: Clause, cue: Cue): string | null {
  const found = CONDITION.exec(folded) ?? LACK.exec(folded) ?? PERSON_CLAUSE.exec(folded) ?? FOUND_DOING.exec(folded);
  if (found !== null) return trimmedWords(text, found.index, found.index + found[0].length);
  const time = TIME_CONDITION.exec(folded.slice(cue.end));
  if (time === null) return null;
  const start = time.index + cue.end;
  return trimmedWords(text, start, start + time[0].length);
}

/** The noun phrase before the word that binds: what leads in, and what is joined before, left out. */
function subjectBefore({ text, folded }: Clause, end: number): string | null {
  let from = LEADING_CONDITION.exec(folded.slice(0, end))?.[0].length ?? 0;
  const before = folded.slice(from, end);
  const cut = matchesIn(before, /[;:.]\s|\bthat\s|["“]/g).at(-1);
  if (cut !== undefined) from += cut.index + cut[0].length;
  const subject = folded.slice(from, end).split(/,\s(?:if|unless|when|where|who|which|including|such)\b/)[0] ?? '';
  const lead =
    /^\s*(?:\d+[.)]\s*|article \d+[.:]?\s*|no\s+|and\s+|but\s+|moreover,?\s+|furthermore,?\s+|therefore,?\s+)+/.exec(
      subject,
    )?.[0].length ?? 0;
  return trimmedWords(text, from + lead, from + Math.min(subject.length, 160 + lead));
}

function endOfAction(folded: string, from: number): number {
  const stop =
    /[;]|,?\s\b(?:if|unless|provided that|in case|in the event|on pain of|failing which|otherwise|or (?:they|he|she|you) will|or face|under penalty|threatening|and will be fined)\b/g;
  stop.lastIndex = from;
  return stop.exec(folded)?.index ?? folded.length;
}

function endOfPart(folded: string, from: number): number {
  const stop = /[;.](?:\s|$)|,\s|\s(?:if|for those|for anyone|for transgressors|for violators)\b/g;
  stop.lastIndex = from;
  return stop.exec(folded)?.index ?? folded.length;
}

function endOfReward(folded: string, from: number): number {
  const stop =
    /[;.](?:\s|$)|,\s(?!\d)|\s(?:for those|for anyone|to those|to anyone|for reporting|for their|for information|for handing|for any|if)\b/g;
  stop.lastIndex = from;
  return stop.exec(folded)?.index ?? folded.length;
}
