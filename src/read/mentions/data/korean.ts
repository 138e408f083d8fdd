/** Korean words around people: our own lists. Surnames: the single ones that nearly all Koreans bear. */
export const SURNAMES =
  '김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구나민류진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부리림렴량로련';

/** After a name, with or without a space; the longer first. */
export const HONORIFICS =
  '선교사|변호사|연구위원|연구원|위원장|대변인|센터장|활동가|대통령|부장관|외교관|목사님|선생님|씨|님|군|양|기자|대표|목사|교수|의원|원장|국장|과장|부장|팀장|장관|총리|박사|감독|사장|회장|선생|신부|수녀|간사|소장|대사|판사|검사|작가|특파원|앵커|주필|편집장|이사장|총장|위원|여사|동무|동지';

/** Nouns of people that a count may follow. */
export const PEOPLE =
  '여성|남성|여자|남자|여인|주민|탈북민|탈북자|탈북여성|일가족|가족|부부|어린이|아이|아동|노인|학생|소녀|소년|청년|군인|병사|경비대원|경찰|공민|시민|난민|동포|남매|자매|형제|모녀|부녀|부자|모자|형제자매|식구|청소년|임산부|노동자|상인|밀수꾼|브로커|선교사|목사|기자|제보자|증언자';

/** People who stand for a source that is not named. */
export const SOURCES = '소식통|정보원|제보자|취재원|목격자|내부자|내부고발자|증언자|밀고자|정통한 인사';

export const SPEAKERS =
  '주민|관계자|탈북민|탈북자|당국자|간부|군인|병사|상인|인사|활동가|선교사|목사|교사|학생|노동자|농민|여성|남성|노인|공무원|외교관|전문가|브로커|경찰';

/** What a bare surname and syllable may be besides a name; after these "씨" and titles still make a name. */
export const NOT_NAMES: ReadonlySet<string> = new Set(
  '이날 이번 이런 이들 이후 이전 정부 조선 한국 중국 북한 남한 주민 기관 정치 경제 사회 문화 유엔 현지 지역 국가 공동 신임 전임 전직 현직 여성 남성 주석 부대 신문 방송 인권 통일 외교 국방 오늘 어제 내일 우리 최근 당시 고위 원내 상임 임시 수석 선임 차관 부국 전문 주임 주요 여러 모든 어느 고객 손님 사장 회장 선생 전국 한 두 세 이 그 저 대한 통역 수사 조사 취재 담당 문예 정보 심사 심의 전체 민간 소속'.split(
    ' ',
  ),
);
