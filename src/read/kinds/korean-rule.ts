import { sought } from '../sought.ts';
import type { Clause, FoundModality, RuleParts } from './clause.ts';
import { type Cue, withTag } from './cues.ts';
import { trimmedWords } from './trimmed-words.ts';

/** -면 behind a verb; 반면, 화면 and their likes are nouns. */
const IF = /(?:^|[,\s])((?:[^\s,.]+\s){0,12}?[^\s,.]*[가-힣](?<![반화측전정장표양수국서대방겉이])면)(?=[\s,])/u;
const CONDITIONS: readonly RegExp[] = [
  /(?:^|[,\s])((?:[^\s,.]+\s){0,12}?[^\s,.]*(?:할|될|한|된|는|을|은|인|울|릴|길|칠|날|갈|올)\s?(?:경우|때)(?:에는|에|엔)?)/u,
  /(?:^|[,\s])((?:[^\s,.]+\s){1,12}?[^\s,.]+(?:하면|되면|으면|이면|라면|다면))(?=[\s,])/u,
  /((?:[^\s,.]+\s){0,3}?[^\s,.]+\s?(?:없이|없는 (?=자|사람)|(?:지|치) 않고(?:는)?|지 않고서는))(?=[\s,])/u,
  /((?:허가|승인|동의|등록|신고|증명서|사전)[^,.]{0,12}(?:없이|없는|받지 않고|하지 않고))/u,
  /((?:[^\s,.]+\s){0,12}?[^\s,.]*(?:한|하는|된|받은|않은|은|는|온|간|준|운)\s(?:자는|자에게는|자에게|자에 대해서는|자에 대하여|자를|사람은|사람에게는|사람에게))/u,
  /((?:이를|이 규정을|본 규정을|규정을|이 조항을)?\s?(?:위반|어길|어긴|위반한|위반할|위반하는)[^,.]{0,8}(?:시|경우|자는|자에게는|때에는|자))/u,
];
/** What a rule with words of "only" holds for, and what is said of those it shuts out. */
const LATER_CONDITIONS: readonly RegExp[] = [
  /((?:[^\s,.]+\s){1,6}?(?:않을|투기|위반|적발|분실|미신고|거부|[가-힣]{2,4})\s시)(?=[\s,])/u,
  /((?:[^\s,.]+\s){1,10}?[^\s,.]+?)(?=(?:에|에게) 한(?:하여|해|정)|에게만|(?:인|한|된|는) 경우에만)/u,
  /((?:[^\s,.]+\s){0,6}?[^\s,.]*(?:않은|않는|없는|못한|지닌|가진|않고|한|된|하는|되는)(?=\s[^\s,.]{1,8}(?:은|는|을|를|에게는|에게)\s))/u,
];
/** The verb before whom a rule punishes or rewards: 세입자를 숨긴 집주인은. */
const DOING = new RegExp(
  `((?:[^\\s,.]+\\s){1,6}?[^\\s,.]*[${Array.from({ length: 399 }, (_, i) => String.fromCharCode(0xac00 + i * 28 + 4)).join('')}])(?=\\s[^\\s,.]{1,8}(?:은|는|에게는|에게|을|를)\\s)`,
  'u',
);
const DOER = sought(
  /((?:[^\s,.]+\s){0,14}?[^\s,.]+)\s(자|사람|주민|시민|공민|단체|업주|신고자|기관)(?:은|는|에게는|에게|에 대해서는|에 대하여|을|를|이|가|들에게|들은)(?=\s)/u,
);
const TOPIC =
  /^(누구든지|누구도|(?:[^\s,.]+\s){0,8}?[^\s,.]+?(?=은\s|는\s|에서는\s|께서는\s|이\s|가\s))(?:은|는|에서는|께서는|이|가)?(?=[\s,])/u;

/** Whoever does something, and what is done to them: 지닌 장사꾼은 노동대로 보낸다. */
const SUFFERS = sought(
  /(?:자|사람|이|경우|때|[가-힣]면|(?:ㄴ|은|는|한|된|진|닌|린|친|긴)\s[가-힣]{1,8})(?:들)?(?:은|는|을|를|에게는|에게|에는|,)?\s(?:[^.!?]{0,40}?\s)?((?:[가-힣]{0,6}(?:회수|몰수|압수|취소|정지|폐쇄|추방|박탈|제명|퇴거|철거|체포|구금|송환|이송|해고|제외|연행|처리|처벌|조치)(?:한다|된다|합니다|됩니다|될|할|하며|당한다|시킨다))|보낸다|보내진다|넘긴다|넘겨진다|쫓아낸다|쫓겨난다|내쫓|잃는다|잃게 된다|끌려간다)/u,
);

/** What is announced against whoever does something; undefined when nobody is threatened. */
export function koreanThreat({ folded }: Clause): Cue | undefined {
  const found = SUFFERS.exec(folded);
  const done = found?.[1];
  if (found === null || done === undefined) return undefined;
  const end = found.index + found[0].length;
  return { tag: 'sanction.threat', start: end - done.length, end };
}

/** The parts of a Korean rule, each in its words. */
export function koreanRule(clause: Clause, { modality, cue }: FoundModality): RuleParts {
  const { text, folded, cues } = clause;
  const at = (start: number, end: number): string | null => trimmedWords(text, start, end);
  const isPunished = cue.tag.startsWith('sanction') || cue.tag === 'reward.rule';
  const isLater = isPunished || modality !== 'must';
  const found = [
    ...CONDITIONS.slice(0, 1),
    IF,
    ...CONDITIONS.slice(1),
    ...(isLater ? LATER_CONDITIONS : []),
    ...(isPunished ? [DOING] : []),
  ]
    .map((pattern) => pattern.exec(folded))
    .find((match) => match !== null);
  const words = found?.[1]?.replace(/^(?:누구든지|누구도|[^\s,]+(?:은|는))\s(?=\S)/u, '');
  const condition =
    found === undefined || found === null || words === undefined
      ? null
      : at(found.index + found[0].indexOf(words), found.index + found[0].indexOf(words) + words.length);
  const sanctionCue = [
    ...withTag([...cues, cue], 'sanction.future', 'sanction.rule', 'sanction.threat', 'sanction'),
  ].sort((a, b) => a.start - b.start)[0];
  const sanction =
    sanctionCue === undefined || modality === 'may (rewarded)'
      ? null
      : at(wordStart(folded, sanctionCue.start), sentenceEnd(folded, sanctionCue.end));
  const rewardCue = withTag(cues, 'reward.rule', 'reward')[0];
  const reward =
    rewardCue === undefined || modality !== 'may (rewarded)'
      ? null
      : at(amountStart(folded, rewardCue.start), sentenceEnd(folded, rewardCue.end));
  const rest = { condition, sanction, reward };
  if (cue.tag === 'reward.rule' || cue.tag.startsWith('sanction')) {
    const doer = DOER.exec(folded.slice(0, cue.start + 2));
    const acts = doer?.[1] ?? '';
    const person = doer?.[2] ?? '';
    if (doer !== null) {
      const start = doer.index + doer[0].indexOf(acts);
      const named = start + acts.length + doer[0].slice(doer[0].indexOf(acts) + acts.length).indexOf(person);
      return {
        addressee: at(named, named + person.length),
        action: at(start, start + acts.length) ?? text.trim(),
        ...rest,
      };
    }
    return { addressee: null, action: condition ?? at(0, cue.start) ?? text.trim(), ...rest };
  }
  if (cue.tag === 'lead') return { addressee: null, action: at(0, text.length) ?? text.trim(), ...rest };
  const topic = TOPIC.exec(folded.slice(0, cue.start));
  const subject = topic?.[1] ?? '';
  const bound = folded.slice(cue.start, cue.end);
  const isTold = /지시|명령|강제|규정/.test(bound);
  const isActivity = /^(?:금지|엄금|금한|허용|불허|제한|엄격히)/.test(bound);
  const start = topic === null ? 0 : topic[0].length;
  const conditionEnd = condition === null ? 0 : text.indexOf(condition) + condition.length;
  const from = conditionEnd > start && conditionEnd < cue.start - 3 ? conditionEnd : start;
  const activity = folded.slice(from, cue.start).replace(/(?:을|를|은|는|이|가)\s?$/u, '');
  const told = /(?:^|\s)((?:[^\s,.]+\s){0,3}?[^\s,.]+?)(?:에게|들에게|한테)(?=\s)/u.exec(
    folded.slice(start, cue.start),
  )?.[1];
  const addressee = isTold
    ? told === undefined
      ? null
      : at(folded.indexOf(told), folded.indexOf(told) + told.length)
    : at(0, subject.length);
  const isTopicActivity = isActivity && activity.trim() === '';
  return {
    addressee: isTopicActivity ? null : addressee,
    action:
      (isTopicActivity
        ? at(0, subject.length)
        : isActivity
          ? at(from, from + activity.length)
          : at(from, wordEnd(folded, cue.start))) ?? text.trim(),
    ...rest,
  };
}

/** The end of the word that a cue begins inside: 신고하여 in 신고하여야 한다. */
function wordEnd(folded: string, at: number): number {
  let end = at;
  while (end < folded.length && end - at < 8 && /[가-힣]/.test(folded[end] ?? '')) end++;
  return end;
}

function wordStart(folded: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 12 && !/[\s,]/.test(folded[start - 1] ?? '')) start--;
  return amountStart(folded, start);
}

/** Back over an amount of money that stands before: 5천 위안의 벌금. */
function amountStart(folded: string, at: number): number {
  const before =
    /(?:최고|최대|최고로)?\s?[\d,.]+\s?(?:만|천|백|억)?\s?(?:위안|원|달러|인민폐)?(?:의|을|를|까지|이하의|이상의)?\s?$/.exec(
      folded.slice(Math.max(0, at - 30), at),
    );
  return before === null ? at : at - before[0].length;
}

function sentenceEnd(folded: string, from: number): number {
  const stop = /[.;!?](?:\s|$)|,\s/g;
  stop.lastIndex = from;
  return stop.exec(folded)?.index ?? folded.length;
}
