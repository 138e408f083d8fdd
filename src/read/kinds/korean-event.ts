import type { EventTerms } from '../claim.ts';
import { matchesIn } from '../matches.ts';
import { sought } from '../sought.ts';
import type { Clause } from './clause.ts';
import { REPORTING_TAIL, STATIVE_PAST } from './data/korean-predicates.ts';
import { trimmedWords } from './trimmed-words.ts';

const FIRST = 0xac00;
const LAST = 0xd7a3;
const TAILS = 28;
const TAIL_SS = 20;
/** 했다, 됐으며, 갔고, 잡혔습니다: what follows the past syllable of a predicate. */
const ENDING = /^(?:다|습니다|으며|고|는데|으나|지만|음|어요|다가|으면서도)(?:[\s.,!"”’)]|$|고|며|는)/;
const STATIVE = new Set(STATIVE_PAST);
const NOT_DONE = sought(
  /(?:수|적이|바|일이|계획이|예정이)\s?(?:있었|없었)$|지\s?(?:않았|못했|못하였|않았었|아니하였)$|(?:이래|동안|줄곧|꾸준히|오랫동안|수없이|계속|해마다|내내)[^.]{0,40}왔$|(?:려고|고자)\s?했$|(?:고|어|아)\s?있었$|(?:하|되|이)?면\s|(?:내다봤|전망했|예상했|예측했|관측했|우려했|추산했|기대했)$/,
);
/** 잦아졌다, 완화됐다, 줄었다: how things have become. */
const BECOMING = sought(
  /(?:[해아어커빠려]졌|(?<![비세지채씌치태키배])워졌|(?:완화|강화|증가|감소|악화|개선|심화|확대|축소|위축|급증|급감|고조|냉각|둔화)(?:됐|되었|했)|늘었|줄었|늘어났|줄어들었|나아졌|사라졌|높아졌|올랐|내렸|떨어졌)$/,
);
const MODALS = /^(?:있|없|겠)/;

/** What a Korean clause tells of as having happened: its predicate is past, and a verb of action; undefined otherwise. */
export function koreanEvent({ text, folded, cues }: Clause): EventTerms | undefined {
  const tail = REPORTING_TAIL.exec(folded.slice(-80));
  const end = tail === null ? folded.length : folded.length - Math.min(80, folded.length) + tail.index + 2;
  const predicate = lastPast(folded, end) ?? heardOf(folded);
  if (predicate === undefined) return undefined;
  const isUnsure = cues.some(
    ({ tag, start }) =>
      (tag === 'conditional' && start < predicate.start) ||
      (tag === 'habit' && predicate.start - start < 60 && start < predicate.start),
  );
  if (isUnsure) return undefined;
  return termsOf(text, folded, predicate);
}

interface Predicate {
  readonly start: number;
  readonly end: number;
}

/** 비운 것으로 알려졌다: what is known to have been done. */
function heardOf(folded: string): Predicate | undefined {
  const heard = HEARD.exec(folded.slice(-60));
  if (heard === null) return undefined;
  const at = folded.length - Math.min(60, folded.length) + heard.index;
  const code = folded.charCodeAt(at);
  if ((code - FIRST) % TAILS !== TAIL_N || /[는인]/.test(folded[at] ?? '')) return undefined;
  let start = at;
  while (start > 0 && at - start < 14 && !/[\s,.“”"]/.test(folded[start - 1] ?? '')) start--;
  return STATES.test(folded.slice(start, at + 1)) ? undefined : { start, end: at + 1 };
}

const TAIL_N = 4;
const HEARD = /[가-힣] 것으로 (?:알려|전해|확인|파악|드러|밝혀|나타|보도|조사)/;
/** Adjectives in ㄴ. */
const STATES = /^(?:[가-힣]{0,3}(?:많|적|작|큰|높|낮|같|좋|심|어려운|쉬운|다른|있은|없은))/;

/** The last past predicate before a place, when no present one stands behind it. */
function lastPast(folded: string, limit: number): Predicate | undefined {
  for (let at = limit - 1; at >= 1; at--) {
    const code = folded.charCodeAt(at);
    if (code < FIRST || code > LAST || (code - FIRST) % TAILS !== TAIL_SS) continue;
    if (MODALS.test(folded[at] ?? '') || !ENDING.test(folded.slice(at + 1, at + 7))) continue;
    let start = at;
    while (start > 0 && at - start < 14 && !/[\s,.“”"]/.test(folded[start - 1] ?? '')) start--;
    const word = folded.slice(start, at + 1);
    if (isStative(word) || NOT_DONE.test(folded.slice(Math.max(0, at - 44), at + 1))) return undefined;
    return { start, end: at + 1 };
  }
  return undefined;
}

function isStative(word: string): boolean {
  if (BECOMING.test(word)) return true;
  for (let length = 1; length <= Math.min(4, word.length); length++) {
    const tail = word.slice(-length);
    if (!STATIVE.has(tail)) continue;
    // A copula is a syllable of its own behind a noun; 보였다 and 하였다 are verbs.
    if (
      tail === '였' &&
      /(?:하|되|보이|붙이|들이|죽이|줄이|높이|벌이|모이|쓰이|숙이|기울이|속이|먹이|끼이)?$/.exec(
        word.slice(0, -1),
      )?.[0] !== ''
    )
      return false;
    return true;
  }
  return false;
}

const PASSIVE = sought(/(?:됐|되었|당했|받았|잡혔|혔|졌|렸|뺏겼|넘겨졌)$/);
/** What stands before the object itself: when, where, of whom. */
const OBLIQUE = /^(?:.*(?:에서|에게|으로|부터|까지|에|로|일|월|년|은|는|이|가)\s)(?=\S)/u;
const PART = 40;

/** Whether a clause goes on as what somebody says: -다고, -라고 behind its predicate. */
function isReported(folded: string, end: number): boolean {
  return /^다?(?:고|는)(?=[\s.,”"]|$)/u.test(folded.slice(end, end + 4));
}

/** The last noun that 이 or 가 marks: a subject, where 은 and 는 may mark a topic. */
function marked(before: string): RegExpExecArray | null {
  return /(?:^|[\s,])([^\s,]{1,20}(?:\s[^\s,]{1,10})?)(?:이|가)(?=\s)(?!.*(?:이|가)\s)/u.exec(before);
}

function termsOf(text: string, folded: string, { start, end }: Predicate): EventTerms {
  const from = clauseStart(folded, start);
  const before = folded.slice(from, start);
  const subject = /(?:^|[\s,])([^,]{1,40}?)(?:은|는|이|가|께서|에서는|측은)(?=\s)/u.exec(before);
  const object = matchesIn(before, /(?:^|\s)((?:[^\s,]+\s){0,4}?[^\s,]+?)(?:을|를)(?=\s|$)/gu).at(-1);
  const agent = /(?:^|\s)((?:[^\s,]+\s){0,3}?[^\s,]+?)(?:에게|에 의해|한테|에)(?=\s)/u.exec(before);
  const did = text.slice(start, folded[end] === '다' ? end + 1 : end);
  const words = (match: RegExpExecArray | RegExpMatchArray | null | undefined): string | null => {
    const said = match?.[1];
    if (match === null || match === undefined || said === undefined || match.index === undefined) return null;
    const at = from + match.index + match[0].indexOf(said);
    return trimmedWords(text, at, at + said.length);
  };
  if (PASSIVE.test(text.slice(start, end)))
    // The topic of a sentence that reports (…됐다고 밝혔다) speaks; it is not whom it happened to.
    return {
      who: words(agent)?.replace(OBLIQUE, '') ?? null,
      did,
      whom: words(isReported(folded, end) ? marked(before) : subject),
    };
  return { who: words(subject), did, whom: words(object)?.replace(OBLIQUE, '') ?? null };
}

function clauseStart(folded: string, end: number): number {
  let from = end;
  while (from > 0 && end - from < PART * 4 && !/[.!?“”]/.test(folded[from - 1] ?? '')) from--;
  return from;
}
