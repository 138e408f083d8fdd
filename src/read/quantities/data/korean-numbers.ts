/** Korean numerals, of Chinese and of Korean origin. The closed classes of the standard dictionary. */
export const KOREAN_DIGITS: ReadonlyMap<string, number> = new Map(
  [...'일이삼사오육칠팔구'].map((form, i): [string, number] => [form, i + 1]),
);

export const KOREAN_ZEROS = '영공';

export const KOREAN_UNITS: ReadonlyMap<string, number> = new Map([
  ['십', 10],
  ['백', 100],
  ['천', 1000],
]);

export const KOREAN_SCALES: ReadonlyMap<string, number> = new Map([
  ['만', 1e4],
  ['억', 1e8],
  ['조', 1e12],
  ['경', 1e16],
]);

const NATIVE_TENS: readonly (readonly [string, number])[] = [
  ['열', 10],
  ['스물', 20],
  ['서른', 30],
  ['마흔', 40],
  ['쉰', 50],
  ['예순', 60],
  ['일흔', 70],
  ['여든', 80],
  ['아흔', 90],
];

const NATIVE_ONES: readonly (readonly [string, number])[] = [
  ['하나', 1],
  ['한', 1],
  ['둘', 2],
  ['두', 2],
  ['셋', 3],
  ['세', 3],
  ['넷', 4],
  ['네', 4],
  ['다섯', 5],
  ['여섯', 6],
  ['일곱', 7],
  ['여덟', 8],
  ['아홉', 9],
];

/** Native numbers to 99, with the forms before a counter. */
export const NATIVE_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...NATIVE_ONES,
  ['석', 3],
  ['넉', 4],
  ['스무', 20],
  ['열댓', 15],
  ['여남은', 10],
  ...NATIVE_TENS,
  ...NATIVE_TENS.flatMap(([ten, value]) =>
    NATIVE_ONES.map(([one, more]): [string, number] => [ten + one, value + more]),
  ),
]);

/** Those that are a number only right before a counter: by themselves they are other words. */
export const ONLY_BEFORE_COUNTERS: ReadonlySet<string> = new Set([
  '한',
  '두',
  '세',
  '네',
  '석',
  '넉',
  '스무',
  '열',
  '쉰',
]);

/** Native guesses: between which numbers, or above which one. */
export const NATIVE_GUESSES: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['한두', [1, 2]],
  ['한둘', [1, 2]],
  ['두세', [2, 3]],
  ['두셋', [2, 3]],
  ['두서너', [2, 4]],
  ['서너', [3, 4]],
  ['서넛', [3, 4]],
  ['너덧', [4, 5]],
  ['네댓', [4, 5]],
  ['너댓', [4, 5]],
  ['네다섯', [4, 5]],
  ['대여섯', [5, 6]],
  ['대엿', [5, 6]],
  ['예닐곱', [6, 7]],
  ['일고여덟', [7, 8]],
  ['일여덟', [7, 8]],
  ['여덟아홉', [8, 9]],
  ['엳아홉', [8, 9]],
  ['열두세', [12, 13]],
  ['열서너', [13, 14]],
]);

/**
 * What a number in words may stand before: counters, measures, time, money. From the dependent nouns of the standard
 * dictionary; the ones a report uses.
 */
export const COUNTERS_KOREAN: readonly string[] =
  `명 인 분 사람 식구 건 곳 군데 개 개소 개국 개월 개년 가구 세대 가족 집 마리 대 척 장 권 통 편 점 발 정 채 동 벌 켤레 회 차례 번 바퀴 년 해 달 주 주일 주년
   일 날 시간 시 분 초 살 세 톤 킬로 킬로그램 킬로미터 미터 센티미터 그램 리터 평 제곱미터 헥타르 부 쪽 페이지 자루 조각 그루 송이 잔 병 봉지 상자 포대 가마
   끼 가지 종 종류 쌍 짝 줄 판 층 칸 줌 모금 방울 마디 학교 나라 지역 도시 마을 단체 기관 기업 회사 업체 차례 배 할 퍼센트 프로 퍼센티지 포인트
   원 달러 위안 엔 유로 파운드 프랑 루블 바트 센트 번째 째 등 위 호 조 항 호실 점 남짓 여 명분 등분 사람분 여성 남성 아이 자녀 아들 딸 형제 자매`.split(
    /\s+/,
  );
