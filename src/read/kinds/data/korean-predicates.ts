/**
 * Past forms that tell how things were and not that something happened: adjectives, being, having, and verbs of state
 * (국립국어원, 한국어 교육 문법 2019, on 형용사 and 상태 동사). Compared with what stands before the past syllable and with it.
 */
export const STATIVE_PAST: readonly string[] =
  `있었 없었 계셨 이었 였 많았 적었 컸 작았 높았 낮았 어려웠 쉬웠 심했 심각했 중요했 필요했 가능했 불가능했 위험했 않았 못했 좋았 나빴 같았 달랐 비슷했 힘들었 부족했 충분했 강했 약했
   엄격했 느슨했 좁았 넓았 길었 짧았 불안했 무서웠 두려웠 슬펐 기뻤 몰랐 알았 싶었 살았 지냈 믿었 생각했 느꼈 원했 바랐 싫었 아니었 뿐이었 편이었 상태였 수준이었 정도였 바랬 나았 드물었 흔했 조용했
   여겼 보였 컸었 가난했 열악했 익숙했 뻔했 그랬 이랬 어땠 괜찮았 안전했 분명했 당연했 옳았 늦었 빨랐 추웠 더웠 배고팠 아팠 외로웠`.split(
    /\s+/,
  );

/** Words before a past verb of saying that stands over a clause: …다고 말했다. */
export const REPORTING_TAIL: RegExp =
  /(?:다고|라고|자고|냐고|다며|라며|것이라고|는다고)\s?[^.]{0,20}?(?:말했|밝혔|전했|설명했|주장했|덧붙였|강조했|지적했|보도했|알렸|증언했|토로했|언급했|털어놨|했|답했|썼|적었)(?:다|습니다)[.]?\s*$/u;
