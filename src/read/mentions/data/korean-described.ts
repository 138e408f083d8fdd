// Korean words by which texts describe or call people whom they do not name: our own lists. Sources of patterns.

/** Who is described: one person, or a few who belong together. */
export const HEADS =
  '여성|남성|여자|남자|여인|청년|처녀|소녀|소년|아이|아기|여자아이|남자아이|할머니|할아버지|어머니|아버지|노인|임산부|임신부|산모|아저씨|아주머니|아줌마|부부|모녀|모자|학생|교사|의사|간호사|상인|장사꾼|농민|어부|군인|병사|목사|선교사|활동가|통역|직원|기사|분|독자|실무자|간부|관계자|공무원|주민';

/** Kin, neighbours and colleagues, as somebody tells of their own. */
export const CALLED =
  '아저씨|아주머니|아줌마|선배|후배|동료|이모|고모|삼촌|외삼촌|사촌|조카|통역|운전사|기사|이웃|집주인|할머니|할아버지|언니|오빠|누나|형|동생|친구|직원';

/** What whoever is described does with words. */
export const SPEAKS =
  '말했|말한|말하|전했|전한|털어놨|털어놓|밝혔|밝힌|귀띔|증언|설명했|했다고|고 했|고 하더|다고 한|라고 한|이라고|주장';

/** Kinds of people whom harm threatens or has befallen. */
export const GROUPS =
  '(?:무호적|무국적)\\s(?:아동|아이|어린이)|은닉자|(?:무호적|무국적)자|미등록\\s(?:아동|아이)|실종자\\s가족|재북\\s가족|북에\\s(?:남은|두고\\s온)\\s가족';
export const HELD_GROUPS =
  '(?:돌아간|송환된|북송된|붙잡힌|끌려간|넘어온|건너온|강을\\s건너온)\\s(?:이들|사람들|사람|이)|국경\\s마을의\\s(?:아이\\s엄마들|여성들|주민들)|(?:결혼하여\\s)?아이를\\s(?:낳은|둔|가진)\\s여성(?:들)?';
