/**
 * Titles of public office, of universities and of organisations that speak in public, in three languages: our own lists, from how news agencies
 * introduce speakers. Titles that people at risk bear as well are left out on purpose: pastor, missionary, activist, teacher, doctor, lawyer,
 * journalist, officer, soldier, village official.
 */

/** English titles, as words in order; longer first where it matters. `chief`, `vice`, `former` may stand before. */
export const ENGLISH_TITLES: readonly string[] = [
  'special rapporteur',
  'secretary of state',
  'secretary-general',
  'secretary general',
  'general secretary',
  'party secretary',
  'prime minister',
  'foreign minister',
  'unification minister',
  'defense minister',
  'defence minister',
  'attorney general',
  'executive director',
  'managing director',
  'deputy director',
  'policy director',
  'program director',
  'programme director',
  'research director',
  'executive secretary',
  'high commissioner',
  'special envoy',
  'chief executive',
  'supreme leader',
  'associate professor',
  'assistant professor',
  'professor emeritus',
  'senior fellow',
  'research fellow',
  'visiting fellow',
  'senior researcher',
  'senior analyst',
  'president',
  'premier',
  'chancellor',
  'minister',
  'secretary',
  'ambassador',
  'consul general',
  'envoy',
  'rapporteur',
  'commissioner',
  'spokesperson',
  'spokesman',
  'spokeswoman',
  'governor',
  'mayor',
  'senator',
  'congressman',
  'congresswoman',
  'lawmaker',
  'legislator',
  'chairman',
  'chairwoman',
  'chairperson',
  'director-general',
  'director general',
  'director',
  'ceo',
  'professor',
  'prof',
  'dean',
  'justice',
  'general',
  'marshal',
  'dean',
  'fellow',
];

/** Titles that need "of" or an office behind them, or a name right after: as common nouns they mean anything. */
export const ENGLISH_WEAK_TITLES: ReadonlySet<string> = new Set([
  'fellow',
  'general',
  'justice',
  'secretary',
  'director',
]);

/** Before a title, words that belong to it. */
export const ENGLISH_TITLE_STARTS: ReadonlySet<string> = new Set(
  'chief vice deputy former acting then foreign interior defense defence unification finance justice prime state senior un us human rights ministry embassy government party'.split(
    ' ',
  ),
);

export const CHINESE_TITLES: readonly string[] =
  `新闻发言人 发言人 国家主席 副主席 主席 总书记 副总理 总理 副总统 总统 总干事 秘书长 副秘书长 外交部长 外务相 外长 防长 副部长 部长 副省长 省长 副州长 州长 副市长 市长 副县长 县长 省委书记 州委书记 市委书记 党委书记 厅长 局长 大使 总领事 特使 特别报告员 高级专员 议长 议员 众议员 参议员 首席检察官 检察长 院长 副院长
   研究员 副研究员 副教授 教授 所长 副所长 会长 副会长 理事长 执行主任 项目主任 首席执行官 总裁 委员长 国务委员 司令员`.split(
    /\s+/,
  );

/** Surnames beside those of the rules of mentions: rarer ones of the census that public speakers bear. */
export const MORE_CHINESE_SURNAMES: string =
  '华耿岳骆甘凌霍单覃项祝左詹关聂齐包尚牛温庄柴纪舒阮蓝葛邢裘鲍甄窦章云洪翁荆';

export const KOREAN_TITLES: readonly string[] =
  `대변인 부대변인 대통령 부통령 총리 부총리 국무총리 장관 차관 외무상 인민무력상 위원장 부위원장 국무위원장 서기장 총서기 주석 국가주석 제1부부장 부부장 대사 총영사 특사 대표 국회의장 의장 의원 도지사 지사 군수 구청장 청장 국장 특별보고관 최고대표 사무총장 사무국장
   교수 부교수 조교수 명예교수 총장 학장 연구위원 선임연구위원 연구원장 원장 소장 이사장 센터장 회장 부회장 단장 본부장 실장`.split(
    /\s+/,
  );

/** Titles that stand before a name as well, mostly in the North: 외무상 리용호. */
export const KOREAN_TITLES_BEFORE: ReadonlySet<string> = new Set(
  '대변인 외무상 인민무력상 위원장 국무위원장 부위원장 제1부부장 부부장 총비서 국가주석 주석 대통령 총리 장관 의원 대사 교수 사무총장 당비서'.split(
    ' ',
  ),
);

/** Nouns of three syllables that begin like a surname and stand before titles. */
export const KOREAN_WORDS: ReadonlySet<string> = new Set(
  '유가족 선거구 이해관 임원진 고위급 최고위 신임의 전임자 이사진 조합원 조직위 주최측 공동체 한인회 유학생 신도회 황금빛 정계의 임시의 강력한 유력한 유능한 심각한 주요한 이전의 전문직 고등학 현지의 지역의 국가의 민간인 원로들 안보실 연합뉴 여성계 노동계 문화계 조선인 강원도 경기도 인권위 정책위 공보실 기자단 이주민 이산가 고객들'.split(
    ' ',
  ),
);
