import type { CountingWord } from '../quantity-grammar.ts';

/**
 * Which unit a counted noun belongs to: our own list of nouns of both states' Korean, met in reports on people, camps,
 * courts and aid, after the English one (`figures/data/units.ts`). A noun may end a longer one: 북한이탈주민.
 */
const NOUN_LISTS: Readonly<Record<string, string>> = {
  persons: `사람 인원 인력 인사 주민 시민 국민 인민 공민 농민 어민 교민 동포 난민 이재민 이주민 이민자 피난민 실향민 탈북자 탈북민 이탈주민 새터민 탈북여성 탈북청소년 탈출자 도강자 월경자 밀입국자 밀항자 체류자
    불법체류자 입국자 귀국자 귀환자 송환자 북송자 추방자 피해자 희생자 사망자 부상자 생존자 실종자 확진자 환자 감염자 남성 여성 남자 여자 부녀자 아동 어린이 아이 아기 유아 영아 소년 소녀 청년 청소년 미성년자 성인
    노인 고아 자녀 아들 딸 부모 어머니 아버지 가족원 유족 친척 형제 자매 남편 아내 부부 신부 학생 유학생 교사 교수 강사 학자 전문가 연구원 연구자 의사 간호사 직원 종업원 노동자 근로자 파견노동자 일꾼 간부 관리
    공무원 관계자 당국자 경찰 경찰관 보안원 보위부원 보위원 요원 간첩 군인 병사 병력 장교 장병 경비병 경비대원 국경경비대원 대원 수감자 재소자 구금자 수용자 죄수 범죄자 범인 용의자 피의자 피고 피고인 정치범 포로
    국군포로 인질 납북자 납치자 억류자 체포자 브로커 중개인 상인 밀수꾼 밀수업자 인신매매범 변호사 판사 검사 기자 편집자 작가 저자 통역 통역사 선교사 목사 신자 신도 교인 기독교인 봉사자 자원봉사자 활동가 운동가 인권운동가
    후원자 지원자 조력자 신고자 제보자 정보원 증인 목격자 소식통 응답자 참가자 참석자 대표 대표단 위원 의원 장관 지도자 회원 당원 단원 팀원 선수 승객 관광객 여행객 방문객 운전사 선원 어부 이웃 친구 동료 고객 이용자 독자
    유권자 신청자 수혜자 조선족 고려인 한국인 북한인 중국인 조선인 외국인 미국인 일본인 러시아인 현지인 여행자 인구 민간인 대학생 졸업생 배우자 어른 주부 유가족 이산가족 탈영병 꽃제비 입소자 퇴소자 조합원 병자`,
  households: '가구 세대 가정 가족 농가',
  cases: '사건 사례 안건 소송 재판 고소 고발 진정 청원 민원 확진 신고 상담 피해사례',
  facilities: `시설 수용소 관리소 교화소 구류장 구치소 구금시설 수감시설 감옥 교도소 유치장 집결소 단련대 노동단련대 노동교화소 난민촌 캠프 병원 의원 도서관 진료소 보건소 학교 초등학교 중학교 고등학교 대학 대학교 유치원 고아원 보육원
    양로원 공장 창고 초소 검문소 감시초소 파출소 경찰서 보안서 법원 법정 교회 사찰 사원 성당 대사관 영사관 공관 기숙사 막사 부대 기지 건물 주택 집 살림집 센터 쉼터 대피소 은신처 연구소 세관 다리 부두 항구 공항
    시장 장마당 상점 식당 호텔 여관 광산 탄광`,
  occurrences: `습격 체포 충돌 총격 강도 절도 살인 처형 공개처형 탈출 송환 강제송환 북송 강제북송 구금 방문 회의 회담 면담 점검 검열 수색 순찰 작전 행사 시위 집회 파업 폭동 사고 폭발 재해 홍수 납치 월경 청문회 인터뷰 조사 시험
    핵실험 시험발사 발사 훈련 범죄 침해 위반 자살 타살`,
  documents: `문서 보고서 기사 글 게시글 게시물 공고 공지 통지 통지문 포고문 편지 서한 메일 이메일 전보 댓글 책 도서 저서 논문 자료 여권 비자 허가증 증명서 신분증 공민증 기록 진술 진술서 증언 성명 성명서 법률 법령 규정 결의
    결의안 결정 번역문 신문 잡지 사진 영상 동영상 계약 계약서 협정 합의서 설문지 판결문 지시문 전단 회보`,
  organisations: `단체 기관 조직 기구 부처 부서 회사 기업 업체 상사 무역회사 은행 협회 재단 자선단체 시민단체 인권단체 민간단체 연맹 연합회 정당 정부 위원회 언론 언론사 매체 신문사 방송사 통신사 사무소 사무실 법인 여행사
    출판사 연구기관 연구소 노조 클럽 ngo 종교단체 구호단체 국제기구 중개업체`,
  farms: '농장 협동농장 목장',
  places: '나라 국가 도시 지역 지방 마을 섬 도 시 군 성 현 지점',
};

export const KOREAN_NOUNS: ReadonlyMap<string, string> = new Map(
  Object.entries(NOUN_LISTS).flatMap(([unit, words]) =>
    words.split(/\s+/).map((word): [string, string] => [word, unit]),
  ),
);

/**
 * Counters: the unit of what they count when no noun says it, and of which kind they are. `person` decides whatever
 * noun stands there, `plain` leaves it to the noun, `measure` counts nothing else.
 */
export const KOREAN_COUNTERS: ReadonlyMap<string, CountingWord> = new Map<string, CountingWord>([
  ...counters('persons', 'person', '명 인 사람 식구 명분 인분'),
  ...counters('households', 'person', '가구 세대 가족 가정 집'),
  ...counters('occurrences', 'person', '회 차례 번 차 바퀴 끼'),
  ...counters('cases', 'case', '건'),
  ...counters('facilities', 'plain', '곳 군데 개소 동 채'),
  ...counters('facilities', 'person', '개교'),
  ...counters('organisations', 'person', '개사 개단체'),
  ...counters('places', 'person', '개국 개시도'),
  ...counters('documents', 'plain', '통 부 권 쪽 페이지 편 장'),
  ...counters(
    'items',
    'plain',
    '개 가지 촌 마을 종 종류 마리 대 척 점 발 정 벌 켤레 자루 조각 그루 송이 잔 병 봉지 상자 포대 가마 쌍 짝 줄 팀',
  ),
  ...counters('years', 'measure', '년 년간 해 개년 주년 년여 년째'),
  ...counters('months', 'measure', '개월 달 개월간 개월여 개월째'),
  ...counters('weeks', 'measure', '주 주일 주간'),
  ...counters('days', 'measure', '일 일간 날 일째 일_동안 박'),
  ...counters('hours', 'measure', '시간'),
  ...counters('minutes', 'measure', '분 분간'),
  ...counters('seconds', 'measure', '초'),
  ...counters('km', 'measure', '킬로미터 킬로 km ㎞'),
  ...counters('m', 'measure', '미터 m'),
  ...counters('cm', 'measure', '센티미터 센티 cm'),
  ...counters('square km', 'measure', '제곱킬로미터 평방킬로미터'),
  ...counters('square m', 'measure', '제곱미터 평방미터'),
  ...counters('hectares', 'measure', '헥타르 정보'),
  ...counters('pyeong', 'measure', '평'),
  ...counters('tonnes', 'measure', '톤'),
  ...counters('kg', 'measure', '킬로그램 kg'),
  ...counters('g', 'measure', '그램'),
  ...counters('litres', 'measure', '리터'),
  ...counters('times', 'measure', '배'),
]);

function counters(
  unit: string,
  kind: CountingWord['kind'],
  words: string,
): readonly (readonly [string, CountingWord])[] {
  return words.split(' ').map((word) => [word.replaceAll('_', ' '), { unit, kind }]);
}
