// Korean words around hiding, crossing, holding and helping people: our own lists. Sources of patterns.

/** One person, as a text describes somebody without a name. */
export const PERSON =
  '여성|남성|여자|남자|여인|소녀|소년|아이|아동|어린이|어머니|아버지|부부|가족|임산부|임신부|산모|탈북민|탈북자|난민|주민|목사|선교사|전도사|통역|통역사|브로커|안내인|상인|농민|어부|교사|간호사|의사|여의사|군인|병사|장교|활동가|변호사|기자|수감자|피해자|노인|학생|청년|운전사|신자|교인';

/** What was done to somebody, before the noun. */
export const CUSTODY =
  '(?:강제\\s?)?(?:구금|체포|구속|수감|연행|북송|송환|납치|실종|억류|투옥|추방|인신매매)(?:된|당한|됐던|되었던|된 채 있는)|붙잡힌|끌려간|팔려\\s?간';

export const KIN =
  '남편|아내|부인|아들|딸|어머니|아버지|언니|오빠|누나|형|동생|여동생|남동생|할머니|할아버지|삼촌|이모|고모|조카|사촌|시어머니|장모|아기|자녀|아이|부모|가족';

/** Those whose work is to bring people across. */
export const HELPERS = '브로커|밀수꾼|중개인|안내인|거간꾼|길잡이|도강꾼|연락책|운반책|인신매매꾼';

/** Who hides people. */
export const HELPING =
  '농가|가족|가정|교회|주민|마을\\s?사람|농민|목사|선교사|전도사|사람|이웃|어부|운전사|사찰|수녀원|수녀|부부|노인|상인|친척|여관|집주인|집사|장로|조선족|여인|할머니|할아버지|교사';

/** Has hidden, fed, led. */
export const HELPED =
  '숨겨\\s?(?:준|줬던|주었던)|숨긴|재워\\s?(?:준|줬던)|도와\\s?(?:준|줬던)|도운|감춰\\s?준|먹여\\s?준|보호해\\s?(?:준|줬던)|보호한|돌봐\\s?(?:준|줬던)|데려다\\s?준|안내한|건네\\s?준|받아\\s?준';

export const LOCATORS =
  '여울|다리|철교|섬|둑|바위|나루|나루터|철조망|초소|갈대밭|골짜기|고개|굽이|강굽이|모래톱|선착장|제방|터널|오솔길';

/** Trades and ranks by which a source is described. */
export const TRADES =
  '주민|관계자|탈북민|탈북자|당국자|간부|군인|병사|장교|상인|장사꾼|인사|활동가|선교사|목사|교사|학생|노동자|농민|여성|남성|노인|공무원|외교관|브로커|경찰|경비대원|군관|의사|간호사|운전사|통역|지배인|어부|대학생|청년|보위원|보안원|안전원|인민반장';

/** Where people meet who would rather not be seen. */
export const HARM =
  '약탈|폭행|체포|살해|습격|연행|구금|처벌|추방|강탈|구타|심문|단속|총격|납치|처형|압수|강간|고문|피살|끌려';
export const PRESSURE = '경찰|공안|보위|조사|체포|감시|위험|불려|연행|압수|협박|구금|심문|소환|압박|미행|추방|표적';
export const COVERTLY =
  '비밀리에|은밀히|은밀하게|몰래|지하에서|음지에서|드러나지 않게|눈에 띄지 않게|조용히|비공개로|암암리에';
export const NOT_OURS = '공작원|간첩|당국|경찰|공안|보위부|정보원|해커|마약|조폭|광부|광산';
