/** Stems of Korean verbs of saying in news prose of both states: from the National Institute's standard dictionary. */
export const SPEECH_STEMS: readonly string[] =
  '말 밝 전 강조 주장 설명 덧붙 지적 비판 언급 호소 경고 토로 회고 털어놓 털어놨 답 대답 답변 반박 평가 분석 우려 촉구 보도 전망 요구 발표 부인 인정 시인 적 썼 쓰 물 반문 진술 증언 고백 회상 추정 제안 당부 약속 선언 단언 소개 폭로 확인 통보 항변 해명 일축 공개 조언 예상 관측 역설 반발 성토 알렸 알려왔 귀띔 규정 명시 명기 적혀 기재 경고 권고 지시 명령 판단 해석 추산 집계 묘사'.split(
    ' ',
  );

export const VERB_ENDINGS =
  '(?:히|혔|했|하|한|였|이|인|붙였|붙인|놓|았|었|렸|놨|다|다고|으며|며|고|습니다|합니다|했습니다|는데|던|면서|기도|답)';

export const UNSAID: RegExp = /(?:하지|히지|지는|지)\s?(?:않|못)|거부|거절|피했|삼갔|말을 아꼈|언급을 피|함구/u;

export const SOURCELESS: RegExp =
  /(?:것으로|다고|라고|는 것으로)\s?(?:알려졌|알려진|전해졌|전해진|보도됐|보도되|관측된|전해지|알려지)/u;

/** Heads of a description that names nobody. */
export const KINDS_OF_PEOPLE: RegExp =
  /(?:소식통|관계자|주민|주민들|당국자|관리|간부|상인|상인들|탈북민|탈북자|난민|활동가|브로커|목격자|전문가|교수|외교관|군인|병사|경찰|교사|학생|운전사|여성|남성|남자|여자|노인|농민|어민|노동자|직원|가족|친척|이웃|변호사|의사|목사|선교사|자원봉사자|익명|[가-힣]모 씨|[A-Z] ?씨|ㄱ씨|인사|인사들|사람|사람들|누리꾼|네티즌)$/u;
