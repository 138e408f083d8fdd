import { sought } from '../sought.ts';
import { KINDS_OF_PEOPLE, OCCASIONS, SPEAKERS, THINGS } from './data/korean-speech.ts';
import { type Span, trimmed } from './sentences.ts';

/** Words that a subject is looked for in, and that belong to it. */
const MOST_WORDS = 40;
const MOST_OF_SUBJECT = 12;

const PARTICLE = /^(.+?)(에서는|에서도|에는|께서는|께서|측은|측이|조차|마저|은|는|이|가|도)$/u;
/** Forms of verbs and adverbs that end like a particle. */
const NO_SUBJECT = sought(
  /(?:하는|되는|있는|없는|사는|않는|가는|오는|지는|내는|르는|키는|치는|리는|기는|우는|추는|라는|다는|자는|냐는|모르는|주는|보는|받는|찾는|넘는|먹는|죽는|잡는|남는|맞는|숨는|걷는|버는|드는|나는|많은|같은|높은|받은|맡은|밝은|어두운|잡은|넘은|죽은|숨은|잃은|늙은|젊은|남은|좁은|낮은|깊은|작은|좋은|싫은|옳은|않은|찾은|앉은|읽은|입은|묻은|겪은|적은|얻은|쌓은|[굶끊낳놓맺벗찍뽑품갚덮닮늦젖찢뚫]은|많이|같이|없이|깊이|높이|사이|차이|굳이|국가|작가|활동가|전문가|평가|추가|참가|증가|휴가|정치가|사업가|또는|혹은|라도|해도|어도|아도|에도|까지도|정도|제도|태도|속도|보도|[가-힣]{2}북도|[가-힣]{2}남도|양강도|자강도|에는|에서는|으로는|[가-힣]{2,}로는|[말배차별]로는|에게는|때는|지는|에서는|로서는|해서는|어서는|아서는|것은|것이|것도|수는|수도|수가|바는|점은|점이|일은|일이|경우는|중에는|대해서는|관해서는|가운데는|만큼은|오늘은|지금은|이번에는|올해는|최근에는|뒤에는|이후에는)$/u,
);
const ADNOMINAL =
  /(?:하는|했던|하던|되는|있는|없는|사는|않는|않은|맡은|받은|잡힌|넘은|던|[^대북남또]한|된|해온|온|난|린|낸|킨|친|운|쓴|든|끈|산|간|진|는|밝은|가까운|정통한|나선|나온|떠난|숨진|건너온|끌려간|도망친|[잡찾앉입읽묻닫믿쫓]은|[가-힣]려난|달아난|벗어난|태어난|지켜본|살펴본|도와준|숨겨준|알려준|건넌|잃은|다룬|나눈|[남옮숨맡]긴|외친|부른|치른|이룬|갖춘|앞선|맞선|겪은|들은|만난|이끈|참여한|참가한|돌아온|넘어온|빠져나온|살아남은|거친|지닌|둔|힌|뺀|뛴|깬|헤맨|걸친|[감멈낮늦맞]춘|[굶끊낳놓쌓맺벗찍뽑품갚덮닮늦젖찢뚫]은)$/u;
const ADNOMINAL_BEFORE_TITLE =
  /(?:는|던|(?<![북남대요])한|된|해온|나온|돌아온|떠난|만난|끝난|드러난|물러난|나선|숨진|사라진|알려진|[가-힣]려간|이끈|만든|배운|세운|키운|도운|지낸|보낸|펴낸|마친|지킨|알린|올린|열린|풀린|잡힌|건넌|남긴|맡긴|[잡찾앉입읽묻닫믿쫓]은|[가-힣]려난|달아난|벗어난|태어난|맡은|받은|밝은|넘은|겪은|거친|지닌|둔|[밝갇찍막꼽닫]힌|뛴|헤맨|[감멈낮늦맞]춘|[굶끊낳놓쌓맺벗찍뽑품갚덮닮늦젖찢뚫]은)$|^(?:쓴|산|간|진|든|온|난|낸|본|준|이끈)$/u;
/** Parts of an office that end like 과. */
const SECTION = sought(
  /(?:학|정책|지원|관리|안전|복지|행정|경제|산업|보건|환경|교통|문화|홍보|총무|감사|민원|수사|형사|경비|외사|교육|건설|재무|기획|협력|인권)과$/u,
);
const ENDS_ELSEWHERE = sought(
  /(?:에서|에게|에|으로|로|을|를|고|며|면서|지만|는데|해|때|후|뒤|까지|부터|자|와|과|서|도|만|하여|대해|통해|따라|위해|관해|이후|당시|직후|직전|달리|함께|더불어)$/u,
);
const TIME =
  /^(?:지난|이처럼|물론|당초|이런|반면에?|이후|직후|이날|최근|오늘|어제|전날|다음날|날|당시|현재|올해|작년|지난해|이달|내년|앞서|\d{1,4}[일월년](?:에|에는)?|오전|오후|\d{1,2}시|월요일|화요일|수요일|목요일|금요일|토요일|일요일|그러나|하지만|한편|또|또한|이어|그리고|이에|그러면서|다만|그런데|특히|아울러|반면|그러자|결국|실제로|이와|관련해|역시|그는|즉|따라서|그래서|당초|이후|그 후|그동안|얼마|전)[,]?$/u;
const HIDDEN =
  /^(?:(?:익명을|익명|신분을|신원을|이름을|실명을)\s(?:전제로\s(?:(?:인터뷰|취재|통화)에\s)?)?(?:응한|요구한|요청한|조건으로 한|전제로 한|밝히지\s않은|밝히기를\s(?:꺼린|거부한)|밝히길\s(?:꺼린|거부한)|공개하지\s않은|밝히지\s말아\s달라(?:는|고\s(?:요청|부탁|당부|요구)한))|익명의)\s/u;
const WRITTEN = sought(
  /(?:문|법|조|공고|편지|포스터|벽보|현수막|전단|보고서|게시판|조례|규정|표지판|문서|공지|통지|게시글|일기|쪽지|팻말|간판|안내|성명|서한|안내판|입간판|표지석|비석|수칙|요강|지침)$/u,
);
export const PRONOUN: RegExp = /^(?:그|그녀|그들|이|이들|그분|본인|저|나|우리)$/u;

/** Who speaks, and where the particle behind that ends. */
export interface Subject {
  readonly speaker: Span;
  readonly end: number;
}

interface Word {
  readonly at: number;
  readonly words: string;
}

function wordsIn(text: string, start: number, end: number): readonly Word[] {
  const words: Word[] = [];
  for (const { index, 0: word } of text
    .slice(start, Math.min(end, start + 400))
    .matchAll(/(?:\([^()“”"\ufffc]{1,40}\)|[^\s“”"「」『』\ufffc])+/gu)) {
    words.push({ at: start + index, words: word });
    if (words.length >= MOST_WORDS) break;
  }
  return words;
}

/** Who speaks, out of words in which a subject or topic stands; undefined when none does. */
export function subjectIn(
  text: string,
  start: number,
  end: number,
  known: (words: string) => boolean = () => false,
): Subject | undefined {
  const words = wordsIn(text, start, end);
  let best: { readonly index: number; readonly rank: number; readonly head: string } | undefined;
  for (const index of words.keys()) {
    const found = headAt(text, words, { index, known });
    if (found !== undefined && found.rank > (best?.rank ?? -1)) best = { index, ...found };
  }
  if (best === undefined) return undefined;
  const { index, head } = best;
  const from = firstOf(words, index, head);
  const first = words[from];
  const last = words[index];
  if (first === undefined || last === undefined) return undefined;
  const whole = text.slice(first.at, last.at + head.length);
  const span = trimmed(text, first.at + hiddenIn(whole), last.at + head.length - hiddenBehind(whole));
  const behind = words[index + 1]?.words === '역시' ? (words[index + 1] ?? last) : last;
  return span && { speaker: span, end: behind.at + behind.words.length };
}

/** The head of a description that a particle behind it makes a subject, and how likely it is to speak; undefined when it is none. */
function headAt(
  text: string,
  words: readonly Word[],
  { index, known }: { readonly index: number; readonly known: (words: string) => boolean },
): { readonly head: string; readonly rank: number } | undefined {
  const { at = 0, words: word = '' } = words[index] ?? {};
  const next = words[index + 1]?.words ?? '';
  const bare = word.replace(/[,:]$/, '');
  // 대표 역시 “…”: a word stands for the particle.
  const found = next === '역시' ? /^(.+)()$/u.exec(bare) : PARTICLE.exec(bare);
  if (found === null) return undefined;
  const head = headOf(found);
  const particle = found[2] ?? '';
  // 도청에서는: a body speaks for itself, where nobody else does.
  if (/^에서/.test(particle)) return isBody(head) ? { head, rank: 0 } : undefined;
  const isBeforeQuote = /[“"「『‘\ufffc]/.test(text[at + word.length + 1] ?? '');
  if (!mayBeSubject(bare, { head, particle, isBeforeQuote })) return undefined;
  // 외교부는 물론 통일부도: the second speaks.
  if (/^(?:물론|커녕)/.test(next)) return undefined;
  const isTopic = /^(?:은|는|께서는|측은)$/.test(particle);
  const canSpeak = speaks(head, words[index - 1]?.words ?? '') || known(head);
  if (/^(?:도|조차|마저)?$/.test(particle) && !canSpeak) return undefined;
  // 연대가 낸 성명에는 “…”: the words are those of what they stand in.
  const isWhere = particle === '에는' && isBeforeQuote;
  return { head, rank: (canSpeak ? 4 : 0) + (isTopic ? 1 : 0) + (isWhere ? 2 : 0) };
}

/** Whether a description begins with a name, its body and title behind it: 임세린 외교부 대변인. */
const opensWithName = (word: string, before: string | undefined): boolean =>
  word.length === 3 &&
  isPersonName(word) &&
  !/(?:[에을를로며던는된한]|하고)$/u.test(word) &&
  (before === undefined || /,$/.test(before) || TIME.test(before) || ENDS_ELSEWHERE.test(before));

/** UTF-16 units at the beginning of a description that tell only that its name is hidden, and why. */
export function hiddenIn(description: string): number {
  const why =
    /^[^,(]{0,40}(?:위해|이유로|때문에|의식해|고려해|므로|[다라]며|[우걱염]려해|[두꺼]려워|걱정해|들어)\s(?=익명|신분|신원|이름|실명)/u.exec(
      description,
    )?.[0].length ?? 0;
  return why + (HIDDEN.exec(description.slice(why))?.[0].length ?? 0);
}

/** UTF-16 units at the end of a description that tell only that its name is hidden: 한 소식통(신변 보호 위해 익명 요청). */
const hiddenBehind = (description: string): number =>
  /\([^()]*(?:익명|신변|신원)[^()]*\)$/u.exec(description)?.[0].length ?? 0;

/** Whether a description names somebody, or a body, by its last words: 서지은 교수, not 강가에서 만난 교수. */
const namesSomebody = (head: string, before: string): boolean =>
  (!KINDS_OF_PEOPLE.test(head) && !WRITTEN.test(head) && !isShare(head, before)) ||
  (/(?:교수|변호사|목사|선교사|연구원|연구위원|기자|작가|의사|활동가)$/u.test(head) &&
    (isPersonName(before) || !ADNOMINAL.test(before)));

/** Whether the last of some words is something written: 포고문, 안내판. */
export const isWritten = (words: string): boolean => WRITTEN.test(words);

/** How many of a kind speak: 주민의 62%, 상인 다섯 명. */
const isShare = (head: string, before: string): boolean =>
  /^(?:\d[\d.,]*%|절반|[가-힣\d]+\s?명)$/u.test(head) && KINDS_OF_PEOPLE.test(before.replace(/의$/u, ''));

/** The first word of a description that ends with the word at `index`. */
function firstOf(words: readonly Word[], index: number, head: string): number {
  const isNamed = namesSomebody(head, words[index - 1]?.words ?? '');
  const isTitle = isNamed && SPEAKERS.test(head);
  let from = index;
  let isRelative = false;
  while (from > 0 && index - from < MOST_OF_SUBJECT) {
    const word = words[from - 1]?.words ?? '';
    const next = words[from]?.words ?? '';
    const before = words[from - 2]?.words;
    if (/[,.:;)]$/.test(word) && !/\(.*\)$/.test(word)) break;
    if (isWhen(word, { before, next, isRelative, isTitle })) break;
    const isName =
      from === index
        ? isPersonName(word) && !/(?:한|된|던|는)$/u.test(word)
        : isNamed && (opensWithName(word, before) || (next === '전' && /^[가-힣]{2,4}$/u.test(word)));
    if (!isName && isTopicWord(word)) break;
    // 시드니 브라운 국장: before a title such syllables are rather those of a name.
    const describes = isTitle ? ADNOMINAL_BEFORE_TITLE : ADNOMINAL;
    const isPredicate = !isName && describes.test(word) && !/^(?:북한|남한|한|두|세|네|주한|대한|탈북한)$/.test(word);
    if (isPredicate) {
      if (isNamed) break;
      isRelative = true;
    } else if (/[와과]$/.test(word) && speaks(word.slice(0, -1))) {
      // 교수와 학생들은: both speak.
    } else if (!isName && !isRelative && isElsewhere(word)) break;
    else if (isRelative && endsClause(word, next)) break;
    from--;
  }
  return from;
}

/** Whether a word tells when, and belongs to no description: not 또 다른 소식통, 전 장관. */
function isWhen(
  word: string,
  {
    before = '',
    next,
    isRelative,
    isTitle,
  }: {
    readonly before: string | undefined;
    readonly next: string;
    readonly isRelative: boolean;
    readonly isTitle: boolean;
  },
): boolean {
  if (!TIME.test(word) || (word === '또' && next === '다른')) return false;
  if (word === '전' && isTitle && !/[년월일주칠달간분해]$/u.test(before)) return false;
  return !isRelative || !/^\d{1,4}년/.test(word);
}

const isTopicWord = (word: string): boolean =>
  PARTICLE.test(word) && /(?:은|는|께서|께서는)$/.test(word) && !NO_SUBJECT.test(word) && !ADNOMINAL_TRUE.test(word);

/** Whether a word has a place in the sentence of its own: 시장에서, not 강변도, 종로. */
const isElsewhere = (word: string): boolean =>
  ENDS_ELSEWHERE.test(word) &&
  !speaks(word) &&
  !/^(?:정부|시|도|군|[가-힣]+도|[가-힣]{2,}로|[가-힣]*(?:마을|고을)|(?![서바새따홀주배차절])[가-힣]로)$/u.test(word) &&
  !SECTION.test(word);

/** Whether a clause ends with a word, so that it does not describe with the next: not 맡고 있는, 교사라고 밝힌. */
const endsClause = (word: string, next: string): boolean =>
  /(?:고|며|면서|지만|는데)$/u.test(word) &&
  !/^(?:달라고|말라고|않겠다고)$/u.test(word) &&
  !(word.endsWith('고') && /^(?:있|계시|싶)/u.test(next)) &&
  !(word.endsWith('라고') && /^(?:밝힌|소개한|주장한|불리는|알려진)$/u.test(next));

/** The word before a particle. 북측은: a side of one syllable has no name without 측. */
const headOf = ([, head = '', particle = '']: RegExpExecArray): string =>
  head.length === 1 && particle.startsWith('측') ? `${head}측` : head;

/** Whether a word with a particle may be a subject: no form of a verb, no adverb. */
function mayBeSubject(
  word: string,
  {
    head,
    particle,
    isBeforeQuote,
  }: { readonly head: string; readonly particle: string; readonly isBeforeQuote: boolean },
): boolean {
  // 통지문에는 “…”고 적혀 있다: what speaks is where it stands.
  if (particle === '에는') return WRITTEN.test(head);
  const isName = particle === '는' && isNameOfTopic(head, isBeforeQuote);
  return !NO_SUBJECT.test(word) || PRONOUN.test(head) || speaks(head) || isName;
}

/** Whether a description, its last word before 에서는, is of a body: 도청에서는, 위원회 내부에서는. */
const isBody = (head: string): boolean =>
  /^(?:내부|안팎)$/.test(head) || (SPEAKERS.test(head) && !OCCASIONS.test(head) && !THINGS.test(head));

/** Whether a word before 는 is a name and no verb: 방민지는, not 유지하는. Before a quotation no noun follows that a verb may describe. */
const isNameOfTopic = (head: string, isBeforeQuote: boolean): boolean =>
  head.length === 3 &&
  isPersonName(head) &&
  (isBeforeQuote || !/(?:[하되시키리지]|[아어여해와워려켜겨러져혀쳐셔].|이야기)$/u.test(head));

const ADNOMINAL_TRUE = sought(/(?:하는|되는|있는|없는|사는|않는|던)$/u);

/** Whether a word is the head of a description of somebody, or something, that can speak. */
export function speaks(word: string, before = ''): boolean {
  const head = word.replace(/(?<=.)\([^()]*\)$/u, '');
  return (
    KINDS_OF_PEOPLE.test(head) || SPEAKERS.test(head) || PRONOUN.test(head) || (/^씨|^모씨/.test(head) && before !== '')
  );
}

/** Whether a description tells only what kind of person, or hides the name. */
export function isAnonymous(words: string): boolean {
  if (HIDDEN_NAME.test(words)) return true;
  const [, whole = '', part = ''] = /(?:^|\s)(\S+의)\s(\S+)$/u.exec(words) ?? [];
  if (isShare(part, whole)) return true;
  if (!KINDS_OF_PEOPLE.test(words)) return false;
  // 박정우 변호사, 한서윤 교수: a name before a profession.
  const profession =
    /(?:^|\s)([가-힣]{2,4})\s(?:교수|변호사|목사|선교사|연구원|기자|의사|활동가|작가|상담사|간호사|연구위원|분석가|역사가|운동가|기업인|설립자|창립자|운영자|편집자|책임자|대리인|진행자|통역사|소방관|지도원|상담원)$/u.exec(
      words,
    );
  if (profession !== null && isPersonName(profession[1] ?? '')) return false;
  return (
    !/(?:^|\s)[가-힣]{1,4}\s(?:교수|변호사|목사)$/u.test(words) || !isPersonName(/(\S+)\s\S+$/u.exec(words)?.[1] ?? '')
  );
}

/** 김모 씨, 오 모 대변인, A씨, ㄱ(34)씨: an initial, or no more than a family name. */
const HIDDEN_NAME = sought(
  /\(가명|가명\)|[가-힣]모(?:\s?\(\d+\))?\s?씨|(?:^|\s)[가-힣]\s모(?:\s?\(\d+\))?\s|(?:^|\s)[A-Zㄱ-ㅎ]\s?(?:\(\d+\)\s?)?(?:씨|양|군)(?:\(|$)|익명/u,
);

/** The most frequent family names of the 2015 census. */
const FAMILY =
  /^[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉]/u;
export const isPersonName = (word: string): boolean =>
  (word.length === 1 || word.length === 3) &&
  FAMILY.test(word) &&
  !/(?:지방|현지|전직|대학|북한|중국|한국|미국|인권|여성|이야기|선임|책임|수석|지역|한마디|한동안|이튿날|민간인|외국인|정치권|신문사)$/u.test(
    word,
  );
