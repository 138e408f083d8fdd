import { sought } from '../sought.ts';
import type { Clause } from './clause.ts';

const TELL =
  '(?:말했|말한|말하|전했|전한|밝혔|털어놨|털어놓|털어놓았|증언|회상|회고|기억|토로|설명했|덧붙|고백|귀띔|이야기했|얘기했|전언|호소했|했다|합니다|했습니다|토로했|떠올렸|적었|썼다)';
/** Without a word of telling there is no witness. */
const TELLS = sought(
  /말|전[했한언]|밝혔|털어|증언|회[상고]|기억|토로|설명|덧붙|고백|귀띔|[이얘]기|호소|했다|합니다|했습니다|떠올|적었|썼|써 |따르면|들[은었]|구술|우리에게|본지|기자에게|면담에|본회에|연구진|조사단|전화/,
);
/** Kin, trades, neighbours and those who left: people who tell what they saw. */
const PERSON =
  '(?:여성|남성|여자|남자|소녀|소년|어머니|아버지|엄마|아빠|부모|부부|형제|자매|언니|누나|오빠|동생|아들|딸|남편|아내|할머니|할아버지|고모|이모|삼촌|사촌|가족|친척|친구|이웃|주민|마을 사람|시민|상인|장사꾼|가게 주인|주인|점원|운전사|운전기사|기사|어민|어부|농민|농부|노동자|광부|학생|노인|교사|선생|간수|경비원|경비병|보초|병사|군인|제대군인|간호사|의사|요리사|손님|승객|여행자|목격자|탈북민|탈북자|난민|이주민|귀환자|돌아온 사람(?:들)?|송환자|생존자|피해자|면담자|한 사람|길잡이|안내인|브로커|밀수꾼|제보자|수감자|죄수|재소자|구금됐던|갇혔던|당사자|환자|신자|목사|선교사|자원봉사자|동료|세입자|집주인|선주|선원|짐꾼|참가자|아는 사람|사람(?=은|들은))';
const OFFICE = sought(
  /(?:대변인|당국|당국자|정부|부처|장관|차관|대사|경찰|전문가|교수|연구원|연구위원|분석가|경제학자|학자|대표|위원장|사무총장|국장|변호사|판사|검사|단체|기구|재단|신문|보고서|공고|포고문|성명|운영사|회사|위원회|법원|의회)(?:들)?(?:은|는|이|가|도|에 따르면|측은)(?=\s)/,
);
const PERSON_TELLS = sought(
  new RegExp(
    `${PERSON}(?:\\s?[가-힣]{0,4}\\s?씨)?(?:\\s?\\([^)]{0,20}\\))?(?:들)?(?:은|는|이|가|도|께서는)(?=\\s)[^.!?]{0,120}?${TELL}|[가-힣]{1,4} 씨(?:는|가)(?=\\s)[^.!?]{0,120}?${TELL}|${PERSON}(?:들)?(?:에 따르면|의 (?:말|증언|회상|전언|기억|이야기)|에게서 들)`,
  ),
);
const REMEMBERS = sought(/증언|회상|회고했|기억했|기억한다|떠올렸|털어놨|털어놓|고백했|구술/);
const TOLD_TO = sought(
  /(?:우리에게|본지에|본지와|기자에게|연구진에게|조사단에|면담에서|본회에|본 방송에|전화로|전화 통화에서)/,
);
const UNNAMED = sought(
  /익명|가명|이름을 (?:밝히|공개|쓰)|신원을 (?:밝히|공개)|신변|내부 사정|면담자|제보자|사정을 (?:잘 )?아는/,
);
const FORMER = sought(/(?:전직|전|옛|은퇴한)\s?[가-힣]{0,6}$/);

/** Whether words around a clause have it told by somebody who was there: 한 상인은 … 말했다. */
export function isKoreanWitness(around: string): boolean {
  if (UNNAMED.test(around)) return true;
  if (!TELLS.test(around)) return false;
  const office = OFFICE.exec(around);
  if (office !== null && !FORMER.test(around.slice(0, office.index))) return false;
  return REMEMBERS.test(around) || TOLD_TO.test(around) || PERSON_TELLS.test(around);
}

const NAMES = sought(
  new RegExp(
    `${PERSON}(?:들)?(?:은|는|이|가)(?=\\s)[^.!?]{0,80}?(?:다고|라고|냐고|자고) (?:말했|전했|증언|회상|기억|털어|설명했|했다|했습니다|합니다|한다)|${PERSON}(?:들)?(?:에 따르면|의 (?:말|증언|회상|전언|기억))`,
  ),
);

/** Whether a clause names itself who tells it. */
export function namesKoreanWitness(clause: string): boolean {
  return TELLS.test(clause) && (NAMES.test(clause) || TOLD_TO.test(clause));
}

/** Whether words around a clause only go on with a voice already named. */
export function isKoreanContinued(around: string): boolean {
  return /(?:그는|그녀는|그가|이들은|그들은|이 (?:주민|여성|남성|소식통|상인)은)|(?:덧붙였|말을 이었|라고 했|고 했)/.test(
    around,
  );
}

const NARRATOR = sought(
  /(?<![가-힣])(?:나는|내가|나도|나의|나를|나한테|나에게|저는|제가|저도|저를|저한테|저희|우리(?!말|나라| 정부| 사회| 단체| 기관)|내\s|제\s(?!\d))/,
);
const KIN = sought(
  /(?<![가-힣])(?:어머니|아버지|엄마|아빠|언니|누나|오빠|형|동생|사촌|남편|아내|아들|딸|할머니|할아버지|고모|이모|삼촌)(?:이?랑|하고|와|과|가|는|이|은|를|을|도|한테|에게)?\s/,
);
/** Syllables that end in ㅆ: with them a predicate is past. */
const PAST_SYLLABLES = Array.from({ length: 399 }, (_, i) => String.fromCharCode(0xac00 + i * 28 + 20))
  .filter((syllable) => syllable !== '있' && syllable !== '겠')
  .join('');
const PAST = sought(
  new RegExp(`[${PAST_SYLLABLES}](?:다|어요|습니다|음|고|는데|지만|으며|으니|을 때|던|다가)(?=[\\s.,!"”’)]|$)`),
);
const SINCE = sought(/(?:때|무렵|당시|시절)(?:에|는|엔|부터)?\s/);
const OWN_KIN = sought(
  /(?:우리|내|제) (?:딸|아들|아이|아기|어머니|아버지|엄마|아빠|남편|아내|언니|누나|오빠|형|동생|집|가족|식구)/,
);
const EYES = sought(
  /(?:직접|두 눈으로|눈앞에서) ?(?:봤|보았|본 |목격|겪|들었)|(?:거|걸|것을|모습을|장면을) (?:직접 )?봤(?:어요|음|습니다|다)/,
);
/** What was done to us, or to what is ours. */
const UNDERGONE = sought(/(?:받았|당했|됐|되었|잡혔|빼앗겼|쫓겨났)/);
const JUDGES = sought(
  /생각(?:한다|합니다|해요)|(?:경험|생각|의견|견해)(?:으로는|에는|으론)|바랍?니?(?:다|뿐)|바랄 뿐|걱정(?:하는|되는|스러)|고 (?:본다|봅니다|믿)|고 싶/,
);

/** Whether whoever says 나, 저 or 우리 tells what they went through: they, or their kin, did or suffered something. */
export function isKoreanLived({ folded, input, isQuoted, tags }: Clause, hasEvent: boolean): boolean {
  if (JUDGES.test(folded) || tags.has('conditional')) return false;
  if (EYES.test(folded)) return true;
  const isNarrated = NARRATOR.test(folded);
  // A post leaves out who walked: 사촌이랑 사흘 밤을 걷고서야 불빛을 봤다.
  if (!isNarrated && !(KIN.test(folded) && (isQuoted || input.genre === 'post'))) return false;
  // What 우리 자원봉사자 did is told of others.
  const isOurs = /(?<![가-힣])우리\s(?!(?:도|모두|다)\s)[가-힣]/.test(folded) && !tags.has('narrator');
  if (isOurs && input.genre === 'statement' && !isQuoted) return hasEvent && UNDERGONE.test(folded);
  if (input.genre === 'post' && /우리 (?:마을|집|동네|식구|가족|반|학교)/.test(folded)) return true;
  if (isQuoted && OWN_KIN.test(folded)) return true;
  return hasEvent || PAST.test(folded) || (SINCE.test(folded) && PAST.test(folded));
}
