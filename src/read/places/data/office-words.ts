/**
 * Words that make a name one of an office of a state or of an organisation, in three languages. Our own lists, from general knowledge of how
 * ministries, courts, police, associations, universities and media are called; what a theme knows by name stands in its pack.
 */

/** English heads of offices: "Ministry of X", "X Bureau". */
export const ENGLISH_OFFICES: ReadonlySet<string> = words(
  `ministry department bureau office administration commission court courts embassy consulate government congress parliament senate
   assembly prosecutor's prosecutors procuratorate police secretariat directorate cabinet customs army navy division command brigade
   tribunal inspectorate headquarters authority politburo`,
);

/** Heads of organisations. */
export const ENGLISH_ORGANISATIONS: ReadonlySet<string> = words(
  `foundation institute institution university college school academy association federation confederation union society council committee
   organization organisation network coalition alliance center centre group project fund bank church hospital party corporation
   company inc ltd museum club news times post daily herald tribune journal radio television press magazine gazette review
   watch international agency forum league initiative programme program campaign mission seminary library observatory`,
);

/** Heads that need "of", "for" or two words before them: alone with one word they are common nouns (New Year's party). */
export const WEAK_HEADS: ReadonlySet<string> = words(
  'police group project news times post daily journal review watch party school center centre division command army navy campaign mission program programme agency office council union press',
);

/** Before a name's first word, words with a capital that are no part of it: titles. */
export const NOT_IN_OFFICE: ReadonlySet<string> = words(
  'president minister director professor secretary spokesman spokeswoman spokesperson ambassador premier chairman chairwoman former mr mrs ms dr according last vice deputy',
);

export const CHINESE_OFFICES: readonly string[] =
  `国家安全部 国家安全局 国家安全厅 公安边防总队 公安边防支队 边境管理支队 边境管理大队 边防派出所 边境派出所 派出所 公安分局 公安局 公安厅 公安部 公安机关 安全局 出入境管理局
   移民管理局 移民局 中级人民法院 高级人民法院 最高人民法院 人民法院 法院 人民检察院 检察院 人民政府 自治州政府 外交部 外务省 国防部 国防省 统一部 财政部 财政局 财政厅 民政部 民政局 民政厅 司法部 司法局
   司法厅 教育部 教育局 教育厅 卫生部 卫生局 商务部 宣传部 统战部 国务院 国务部 法务部 大使馆 总领事馆 领事馆 海关总署 海关 常委会 人民代表大会 人大常委会 政协 政法委员会 政法委 纪检委 民族事务委员会
   保卫部 保卫省 保卫局 社会安全省 保安省 保安部 劳动局 人力资源和社会保障局 工商局 市场监督管理局 宗教事务局 宗教局 外事办公室 外事办 武警部队 边防部队 国情院 国家情报院 青瓦台 议会 国会 警察局 警察厅 监狱 拘留所 看守所 收容所 村委会 居委会 街道办事处 信访局 政府`.split(
    /\s+/,
  );

export const CHINESE_ORGANISATIONS: readonly string[] =
  `基金会 联合会 协会 学会 协进会 商会 大学 学院 研究所 研究院 研究中心 情报中心 信息中心 联盟 同盟 委员会 组织 通讯社 日报 晚报 时报 周刊 杂志社 电台 电视台 广播电台 广播公司 公司 集团 银行 教会 医院 论坛 智库 出版社 工作组 工作室 红十字会 总工会 慈善会 救助会 理事会 共产党 劳动党`.split(
    /\s+/,
  );

/** What ends in a word of kind and names nobody. */
export const CHINESE_COMMON: ReadonlySet<string> = words(
  '上市公司 子公司 全资子公司 保险公司 分公司 总公司 母公司 股份制公司 有限公司 跨国公司 国际组织 恐怖组织 非政府组织 民间组织 政府组织 商业银行 综合大学 重点大学 公立医院 私立医院 附属医院 家庭教会 地下教会 地方教会 社会组织 非营利组织',
);

/** Before an organisation's word of kind, characters at which its name begins at the latest. */
export const CHINESE_STOPS: RegExp =
  /[的了在是和与及从由向对把被为将据称说任该这那其每各某到于至经给让因以用等也都并而但或、这些个名位所有]/u;

export const KOREAN_OFFICES: readonly string[] =
  `외교부 외교통상부 통일부 국방부 법무부 교육부 기획재정부 행정안전부 안전행정부 보건복지부 여성가족부 국토교통부 국토부 산업부 환경부 고용노동부 국무부 재무부 내무부 외무성 국방성 재무성 문부성 공안부 공안국 공안청 보위부 보위성 보위국 국가보위성
   보안성 보안부 보안서 보안소 안전성 안전부 안전국 사회안전성 인민보안성 경찰청 경찰서 경찰국 해경 검찰청 검찰 경찰 지방법원 고등법원 대법원 법원 재판소 헌법재판소 국정원 국가정보원 감사원 국세청 관세청 기상청 통계청 병무청 세관 대사관 총영사관 영사관
   국회 의회 최고인민회의 인민대표대회 인민위원회 국방위원회 국무위원회 중앙위원회 청와대 백악관 정부 인민정부 시청 도청 군청 구청 교육청 파출소 변방대 국경경비대 경비대 수비대 출입국관리사무소 이민국 교도소 구치소 교화소 관리소 방통위 금감원 선관위 해양경찰청 소방서 소방본부 질병관리본부 국방위 참모부 총참모부 사령부 인민군 국무원`.split(
    /\s+/,
  );

export const KOREAN_ORGANISATIONS: readonly string[] =
  `협회 재단 대학교 대학원 대학 외대 연구원 연구소 연합회 총연합회 연합 연맹 연대 센터 위원회 협의회 신문 일보 방송 방송국 뉴스 통신 통신사 은행 그룹 학회 병원 공사 공단 교회 노조 노동조합 포럼 기구 본부 적십자사 노동당 공산당 민주당 공화당 보수당 자유당 새누리당 통합당 정의당 진보당 사회당 출판사 투데이 데일리 타임스 저널 헤럴드 항공 전자 건설 엔터테인먼트 유나이티드 구단 조합 시민단체연대 학원 아카데미 평의회 동맹 워킹그룹 총회`.split(
    /\s+/,
  );

/** Korean words that end like organisations and name none. */
export const KOREAN_COMMON: ReadonlySet<string> = words(
  '대학 대학교 연구소 연구원 은행 병원 교회 신문 방송 통신 뉴스 그룹 센터 협회 재단 연합 연대 조합 본부 공사 공단 기구 위원회 학원 항공 전자 건설 총회 구단 노조 포럼 학회 국제기구 이동통신 생방송 라디오방송 걸그룹 보이그룹 아이돌그룹 부동산 지하철공사 재건설 새신문 동맹 국제사회연대 속보뉴스 톱뉴스 핫뉴스 성당 식당 부당 해당 담당 정당 일당 야당 여당 가담',
);

/** Types of a pack's offices that are organisations, no offices of a state. */
export const ORGANISATION_TYPES: ReadonlySet<string> = words(
  'NGO IO publisher organisation university media company church',
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
