// Korean words around people of a case and kinds of people at risk: our own lists. Sources of patterns.

/** One person of a case, by sex, age and trade. */
export const CASE_PERSON =
  '여성|남성|여자|남자|부부|모녀|모자|선교사|목사|교사|전도사|유학생|기자|활동가|사업가|상인|운전사|택시\\s기사|기사|통역|의사|간호사|농민|노인|청년|학생|군인|병사|주민|할머니|할아버지|어머니|아버지|여인|소녀|소년';

/** Where they come from, before the noun. */
export const ORIGIN = '(?:한국|중국|북한|미국|조선족|한족|재미|탈북|현지)(?:인)?';

/** What befalls people of a case. */
export const FATE =
  '체포|구금|연행|구속|북송|송환|억류|붙잡|끌려|실종|조사를 받|추방|숨졌|숨지|총에|갇힌|갇혀|행방|소식이 끊|쫓겨|벌금|비워|유산|임신';

/** Kin that the first list leaves out, of whom hardly anybody speaks in general. */
export const KIN_MORE =
  '올케|시누이|형수|처남|매형|매제|제수|동서|시동생|시아버지|장인|사위|며느리|외삼촌|외숙모|고모부|이모부|손자|손녀|조카|조카딸|외조카|사돈|사촌\\s?(?:언니|오빠|형|누나|동생)';

/** Trades of those who tell without a name. */
export const TELLERS =
  '활동가|교수|연구원|전문가|관계자|당국자|소식통|어머니|아버지|여성|남성|탈북민|탈북자|주민|간부|공무원|외교관|선교사|목사|상인|브로커|교사|변호사|의사|가족|학자';

export const TELLS =
  '말했|전했|밝혔|설명했|증언|주장했|덧붙|토로|털어놨|귀띔|따르면|의하면|내다봤|내다본|우려했|강조했|지적했|추산|추정|평가했|답했|했다|말로는|인용|본다|한다';

/** Kinds of people by what they are called. */
export const GROUPS =
  '탈북민|탈북자|(?:송환된|북송된|억류된|구금된|갇힌|붙잡힌|체포된)\\s(?:탈북민|탈북자|사람|이|여성|주민)|[‘“]?불법(?:입경|체류|월경|입국)\\s?(?:인원|자|외국인|여성)|임신부|임산부|(?:[가-힣]{2,6}\\s(?:아버지|어머니)[와과]\\s)?(?:[가-힣]{2,6}\\s(?:아버지|어머니)\\s사이에(?:서)?\\s)?태어난\\s(?:아이|자녀|아동)|(?:국경|접경|강변)\\s(?:마을|지역)\\s(?:사람|주민)|구호\\s(?:활동가|단체)|(?:탈북을\\s돕던|탈북민을\\s돕던|이들을\\s숨겨\\s?준)\\s(?:주민|사람|이웃)|먼저\\s떠난\\s가족';
