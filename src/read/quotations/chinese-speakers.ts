import { sought } from '../sought.ts';
import { BETWEEN, KINDS_OF_PEOPLE, NAMED, OPENINGS, PREDICATE, SPEAKERS } from './data/chinese-speech.ts';
import { type Span, trimmed } from './sentences.ts';

/** UTF-16 units of the longest description of who speaks. */
const MOST = 44;
/** UTF-16 units of a description that tell what it is of. */
const LONGEST_HEAD = 10;
/** UTF-16 units before a verb that may tell when, where and to whom. */
const LONGEST_BETWEEN = 48;
/** What makes whoever follows somebody else than the subject. */
const NOT_SUBJECT = sought(
  /(?:对|向|给|朝|跟|和|同|让|叫|把|为|替|拉|看|望|瞅|问|劝|被|冲|与|找|指着|盯着|朝着|抱|扶|没等|告诉)[^，]*$/u,
);
const EDGES = /[\s，,、：:；;。“”"「」『』（(]/u;

/** Who speaks, out of the words of a clause before a verb; undefined when none of them can. `names` are known to be of the text. */
export function subjectIn(text: string, { start, end }: Span, names: readonly string[] = []): Span | undefined {
  let from = start;
  for (let step = 0; step < 2; step++) from += OPENINGS.exec(text.slice(from, end))?.[0].length ?? 0;
  let words = text.slice(from, end);
  const named = nameIn(words, names);
  if (named !== undefined) return { start: from + named.start, end: from + named.end };
  const bare = withoutTail(words);
  if (bare === undefined) return undefined;
  words = bare;
  if (/^(?:一边|一面|双手|一手|同时|最后|然后|这样|其中|这时|此时)$/u.test(words)) return undefined;
  // 专家发表联合声明: the last word is what they did.
  if (!isDescription(words) || /^[^的]*(?:发表|发布|发出|公布|提交)[^的]*$/u.test(words)) {
    // 过了一会他才…
    const late = /^[^他她的，]{1,6}(?=[他她])/u.exec(words)?.[0].length ?? 0;
    from += late;
    const first = leading(words.slice(late));
    words = isDescription(first) ? first : (withoutTail(first) ?? first);
  }
  const span = trimmed(text, from, from + words.length, EDGES);
  return span !== undefined && span.end - span.start <= MOST ? span : undefined;
}

/** Words without when, where and how at their end; undefined when nothing else is in them. */
function withoutTail(whole: string): string | undefined {
  let words = whole;
  for (let step = 0; step < 8; step++) {
    const tail = BETWEEN.exec(words.slice(-LONGEST_BETWEEN));
    const skipped = Math.max(0, words.length - LONGEST_BETWEEN);
    if (
      tail === null ||
      (tail.index + skipped === 0 && !/^[就对向在于通还也又则曾只才]|^(.)\1地$|^(?:笑|哭|喊|叫)着$/u.test(words))
    )
      break;
    if (tail.index + skipped === 0) return undefined;
    words = words.slice(0, tail.index + skipped);
  }
  return words;
}

/** The first of the names that stands where a subject does: not behind 对, 向, 给 and the like. */
export function nameIn(words: string, names: readonly string[]): Span | undefined {
  let best: Span | undefined;
  for (const name of names) {
    const at = words.indexOf(name);
    // 对坐在那里的某某说: to whom it is said.
    if (at === -1 || NOT_SUBJECT.test(words.slice(0, at))) continue;
    if (best === undefined || at < best.start || (at === best.start && name.length > best.end - best.start))
      best = { start: at, end: at + name.length };
  }
  return best;
}

/** Whether words as a whole describe somebody, or something, that can speak. */
export function isDescription(words: string): boolean {
  const head = words.slice(-LONGEST_HEAD);
  return (
    KINDS_OF_PEOPLE.test(head) ||
    SPEAKERS.test(head) ||
    NAMED.test(head) ||
    /[一二三四五六七八九十百\d]+条(?:第[一二三四五六七八九十\d]+款)?$/u.test(head)
  );
}

/** The subject with which words begin that hold a predicate as well. */
function leading(words: string): string {
  const pronoun = /^[他她]们?(?=.)/u.exec(words);
  if (pronoun !== null) return pronoun[0];
  // 在延边做生意的老李: what describes somebody may hold verbs.
  const described = /^.*的(?=[^的]{1,8}$)/u.exec(words);
  if (
    described !== null &&
    !PREDICATE.test(words.slice(described[0].length + 1)) &&
    !/(?:脸|眼|嘴|手|头|心|声音|话|语气|样子|口气|表情)/u.test(words.slice(described[0].length))
  )
    return words;
  const predicate = PREDICATE.exec(words.slice(1));
  return predicate === null || predicate.index === 0
    ? predicate === null
      ? words
      : ''
    : words.slice(0, predicate.index + 1);
}

/** 一名船工, 镇上的两位木匠: so many of a kind, whatever kind. */
const COUNTED = /(?:^|[的处局队院所])(?:另)?(?:一|两|二|三|四|五|数|几|多|好几)(?:名|位)前?[^，。的]{1,8}$/u;

/** Whether a description tells only what kind of person, or hides the name. */
export function isAnonymous(words: string): boolean {
  if (/某某?$|化名）?$|不愿透露(?:姓名|身份)|匿名|不愿具名/u.test(words)) return true;
  if (COUNTED.test(words) && !/名叫|叫做|姓/u.test(words) && !NAMED.test(words)) return true;
  const head = words.slice(-LONGEST_HEAD);
  return KINDS_OF_PEOPLE.test(head) && !NAMED.test(head);
}
