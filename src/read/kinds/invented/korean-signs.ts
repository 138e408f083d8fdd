/** Invented Korean sentences of every kind of risk and of none, as `english-signs.ts` has them. */
export const KOREAN_SIGNS = `
= refoulement
news up | 여성 40명이 새벽에 버스에 실려 다리 건너로 돌려보내졌다.
news up | 가족들은 건너편에서 기다리던 관리들에게 인계됐다.
notice up | 불법 입국자는 예외 없이 본국으로 돌려보낸다.
report up | 3년 동안 멈췄던 추방이 다시 시작됐다.
statement down | 정부는 박해 우려가 있는 사람을 돌려보내지 않기로 했다.
news down | 법원이 망명 신청자 6명의 추방을 정지시켰다.
news steady | 송환자를 태운 비행기는 전과 다름없이 매주 한 번 떠난다.
post up | 이모는 국경에서 보위원들에게 넘겨졌다.
= enforcement
news up | 경찰이 한밤중에 들이닥쳐 미등록 노동자 수십 명을 데려갔다.
news up | 불법 체류를 뿌리 뽑기 위한 100일 집중 단속이 월요일 시작된다.
notice up | 위반자는 용서 없이 엄하게 다스린다.
news down | 군은 벽돌 공장에 대한 불시 단속을 그만두었다.
post down | 요즘은 보안원들이 봐도 못 본 척한다.
report volatile | 어떤 달은 아무도 잡지 않다가 어떤 달은 닥치는 대로 잡아간다.
news up | 목사 세 명이 이 사건으로 붙잡혔다.
report up | 지난가을부터 지방 관리들의 법 집행이 더 엄해졌다.
= border-control
news up | 기마병들이 한 시간마다 강둑을 순찰한다.
news up | 국경 40킬로미터에 철조망이 새로 둘러졌다.
notice up | 국경 군을 나가는 모든 화물차는 초소에서 수색을 받아야 한다.
news down | 강 상류의 초소 두 곳이 철거됐다.
report down | 건널목으로 가는 길의 검문이 느슨해졌다.
report steady | 다리 앞 보초 수는 봄과 달라지지 않았다.
news up | 국경이 하룻밤 사이에 봉쇄돼 여행자들이 발길을 돌렸다.
post up | 우리 마을에서 읍내까지 신분증을 세 번 확인한다.
= use-of-force
news up | 강을 건너려는 사람은 누구든 쏘라는 명령이 국경경비대에 내려졌다.
news up | 한 소년이 망루에서 쏜 총에 맞아 숨졌다.
notice up | 정지 명령에 따르지 않는 자에게는 발포할 수 있다.
report up | 잡혀 온 사람들은 강가에서 개머리판으로 맞았다고 했다.
news down | 보이는 즉시 쏘라는 지시가 철회됐다.
statement down | 5월 이후로는 도강자에게 총을 쏜 일이 없다.
news up | 탈북을 시도하던 두 사람이 총탄에 쓰러졌다.
= surveillance
news up | 강변의 모든 가로등에 얼굴 인식 카메라가 달렸다.
report up | 직원들은 전화가 도청되고 이메일이 읽히고 있음을 알게 됐다.
roundtable up | 우리가 모일 때마다 공안을 위해 받아 적는 사람이 있다.
post up | 매일 저녁 모르는 남자가 집까지 따라온다.
notice up | 집주인은 외지 세입자의 동태를 살펴 기록해야 한다.
report down | 사무실 앞에 늘 서 있던 차가 사라졌다.
news up | 공안이 대화방을 들여다보는 온라인 감시반을 꾸렸다.
= informing
notice up | 숨어 있는 외국인을 신고하는 자에게 2천 위안을 준다.
notice up | 마을에서 낯선 사람을 보면 바로 신고 전화로 알려야 한다.
news up | 이웃이 그 부부를 마을 위원회에 고발했다.
report up | 가게 주인의 제보로 이들이 붙잡혔다.
news up | 체포로 이어지는 정보에 걸린 현상금이 두 배로 올랐다.
report down | 이제 신고 전화를 거는 주민은 거의 없다.
news down | 군은 신고 포상 제도를 없앴다.
post up | 아파트에서 누가 밀고자인지 알 수 없다.
= helper-penalty
notice up | 불법 입국자에게 숙식이나 차편을 제공한 자는 3천 위안 이하의 벌금을 문다.
news up | 한 농부가 헛간에 가족을 숨겨 준 죄로 징역 2년을 선고받았다.
news up | 길을 안내한 선교사들은 감옥에 갈 처지다.
notice up | 증명서가 없는 사람을 고용하거나 재워서는 안 된다.
report down | 검찰은 이주민을 태워 준 자원봉사자들에 대한 기소를 취하했다.
news up | 한 택시 기사가 월경자를 태웠다가 면허를 빼앗겼다.
post up | 삼촌은 그들을 하룻밤 재워 줬다고 잡혀갔다.
= detention
news up | 국경 도시에 불법 이주민을 가둘 두 번째 시설이 지어지고 있다.
news up | 수용소 정원이 200명에서 500명으로 늘어난다.
report up | 약 80명이 이송을 기다리며 그곳에 갇혀 있다.
report down | 항구 근처 구금 시설이 문을 닫았다.
news up | 아이들이 어머니와 함께 몇 달씩 갇혀 지낸다.
statement up | 천 명 넘는 사람이 기소도 없이 여전히 구금돼 있다.
report unknown | 구금자들의 행방은 알려지지 않았다.
= detention-conditions
report up | 수감자들은 시멘트 바닥에서 자고 하루 한 끼를 먹는다.
report up | 갇혔던 사람들은 감방에서 맞고 추위와 이에 시달렸다고 말한다.
news up | 80명이 변기 하나뿐인 방에 함께 지낸다.
report up | 구금자들은 약도 받지 못하고 변호사도 만나지 못했다.
statement down | 점검 이후 감방의 식사와 난방이 나아졌다.
news up | 올겨울 수용소에서 죄수 두 명이 굶어 죽었다.
post up | 몇 시간씩 쪼그려 앉아 있게 하고 움직이면 때렸다.
= post-return-harm
report up | 돌려보내진 사람들은 조사를 받고 강제노동 시설로 보내진다.
news up | 임신한 채 돌아온 여성들은 강제로 낙태를 당한다.
report up | 송환자는 고문과 수감, 처형에 직면한다.
report up | 그는 북송된 뒤 교화소에서 3년을 보냈다.
news down | 처음 건너간 사람은 이제 돌아와도 훈계만 받고 풀려난다.
statement unknown | 송환된 뒤 그들의 소식은 끊겼다.
post up | 사촌은 돌아간 뒤 공개 총살됐다.
= trafficking
news up | 브로커들이 젊은 여성을 동북 지방 농부에게 판다.
report up | 많은 이들이 일자리를 준다는 말에 속아 강제로 시집보내졌다.
news up | 항구에서 여성을 사고판 일당이 적발됐다.
report up | 열다섯 살 소녀들이 음란 화상 채팅에 내몰린다.
news down | 인신매매범의 손에 떨어지는 여성이 10년 전보다 줄었다.
post up | 나는 스무 살이 되기 전에 세 번 팔렸다.
report up | 신부 값이 4만 위안까지 올랐다.
= documentation-status
report up | 외국인 어머니에게서 태어난 아이들은 호적에 오르지 못한다.
notice up | 국적이 분명하지 않은 자와의 혼인은 등록하지 않는다.
notice down | 이러한 혼인에서 태어난 자녀는 호적에 올릴 수 있다.
news up | 외교부는 이들이 난민이 아니라 불법 경제 이민자라고 주장한다.
report up | 신분증이 없어 일할 수도 다닐 수도 없다.
news down | 성 정부는 아내들에게 거류증을 발급하기 시작했다.
statement up | 국적을 잃은 사람들은 여전히 무국적 상태다.
= access-to-services
report up | 병원은 서류를 내지 못하는 환자를 돌려보낸다.
notice up | 학교는 현지 호적이 없는 학생을 받아서는 안 된다.
news up | 미등록 아동은 교실에 들어가지 못한다.
notice down | 예방 접종은 신분과 관계없이 무료로 한다.
report up | 보험이 없는 사람은 진료를 받지 못한다.
news down | 읍내 초등학교가 이주민 자녀를 받기 시작했다.
report up | 등록되지 않은 노인은 생계 지원을 받지 못한다.
= host-community
report up | 마을 사람들은 이제 아무도 들이려 하지 않는다.
news down | 강가 농민들은 건너온 사람들을 위해 밥과 옷을 내놓는다.
report down | 교인들이 새로 온 가족과 집을 나눠 쓴다.
report up | 한때 주민들이 품었던 동정심은 식었다.
post up | 도둑이 든 뒤로 이웃들이 도와주지 않는다.
news down | 주민들이 새로 온 가족을 위해 돈을 모았다.
report up | 전에는 열려 있던 문이 이제 그들에게 닫혔다.
= public-hostility
news up | 강가 마을마다 외지인에 대한 분노가 커지고 있다.
report up | 대화방에서는 난민을 도둑, 간첩이라고 부른다.
news up | 이주민을 몰아내자는 청원에 9천 명이 서명했다.
report up | 이런 집 아이들은 학교에서 놀림을 받는다.
report down | 세월이 가면서 정착민에 대한 편견이 옅어졌다.
news up | 사건 뒤 난민을 겨냥한 혐오 발언이 퍼졌다.
post up | 길에서 사람들이 우리에게 침을 뱉는다.
= border-violence
news up | 무장한 남자들이 얼음을 건너와 농가 두 채를 털었다.
news up | 강 건너에서 온 탈영병이 마을 주민 네 명을 살해했다.
report up | 건너편 병사들이 밤마다 넘어와 식량을 훔친다.
news up | 노부부가 흉기에 찔려 숨졌는데, 용의자는 강을 헤엄쳐 건너온 자였다.
report down | 올해는 건너편 사람들이 저지른 강도 사건이 없었다.
news up | 국경 주민들은 굶주린 병사들이 집에 침입할까 두려워한다.
notice up | 최근 월경자의 살인 사건이 잇따르니 주민은 문단속을 철저히 해야 한다.
= access
report up | 감시단은 그 성에 들어가는 것을 거부당했다.
statement up | 3월 이후 우리 팀은 그 가족들과 연락이 닿지 않는다.
news down | 적십자가 처음으로 수용소 방문을 허락받았다.
report up | 기자들은 국경 지역에 들어가지 못한다.
roundtable up | 우리를 만나 주던 관리들이 이제 전화도 받지 않는다.
roundtable down | 환경 분야 단체들에는 새로운 기회가 열리고 있다.
report up | 구호 물자가 성 경계에 묶여 있다.
= policy-signal
news up | 장관은 연설에서 안정이 무엇보다 우선이라고 강조했다.
news up | 두 장관은 국경 안보 협력을 강화하기로 합의했다.
news up | 올해 업무 보고는 어느 해보다 국가 안보를 앞세웠다.
report down | 당국자들의 발언에서 ‘불법 이민자’라는 표현이 사라졌다.
news unknown | 당은 10월 회의에서 새 노선을 정할 예정이다.
report up | 관영 매체의 어조가 바뀐 것은 곧 운동이 시작될 조짐이다.
news down | 대통령은 망명 신청자 정책이 누그러질 수 있음을 내비쳤다.
= legal-regulatory
roundtable up | 법이 너무 모호해서 무엇이 허용되는지 아무도 모른다.
news up | 의회는 외국 비정부기구를 경찰 관할에 두는 법안을 통과시켰다.
report up | 새 규정은 작은 단체에 서류 부담을 안긴다.
statement up | ‘국가 이익을 해치는’ 따위의 말은 어디에도 정의돼 있지 않다.
news down | 의견 수렴을 거쳐 초안이 완화됐다.
roundtable up | 규정을 지키는 데 업무 시간의 절반이 든다.
report volatile | 규정 해석이 도시마다 다르다.
= registration
report up | 그 단체의 등록 신청은 두 번 반려됐다.
roundtable up | 주관 기관이 없으면 아예 등록할 수 없다.
news up | 7천 개 단체 가운데 70곳만 승인을 받았다.
report up | 업무 주관 단위가 동의를 철회했다.
news down | 공안청은 외국 재단 세 곳에 등록증을 내주었다.
roundtable up | 부처에서 우리 주관 기관이 되어 주겠다는 곳이 없다.
notice up | 등록하지 않은 단체는 활동할 수 없다.
= funding
report up | 은행이 협회 계좌를 동결했다.
roundtable up | 우리 협력 단체들은 더 이상 외국 돈을 받을 수 없다.
news up | 해외 기부금은 경찰에 신고해야 한다.
roundtable up | 후원자들이 빠져나가고 예산은 줄고 있다.
report down | 본부 송금이 이제 일주일이면 들어온다.
news up | 세무서가 재단의 지원금을 조사하고 있다.
statement up | 우리는 지원금의 3분의 2를 잃었다.
= accusation
news up | 국영 방송은 그 자선 단체를 외국 간첩의 위장 조직이라고 불렀다.
news up | 대표는 국가 안보를 위협한 혐의로 기소됐다.
report up | 신문들은 외국 단체가 색깔 혁명을 꾸민다고 비난한다.
statement up | 우리가 정보기관을 위해 일한다는 주장은 사실이 아니다.
news up | 활동가들에게 ‘외국 대리인’이라는 딱지가 붙었다.
report down | 그 센터에 대한 비방전은 잦아들었다.
roundtable up | 외국 돈을 받으면 누구나 매국노로 몰린다.
= civic-space
roundtable up | 독립 단체가 설 자리는 해마다 좁아진다.
news up | 또 하나의 노동 인권 단체가 문을 닫아야 했다.
report up | 탄압의 물결 속에 변호사와 활동가들이 감옥에 갔다.
statement up | 시민사회의 숨통이 조여 오고 있다.
roundtable down | 풀뿌리 모임이 일할 틈은 아직 남아 있다.
report up | 독립 서점과 노조, 독서 모임이 하나둘 사라졌다.
news up | 당국은 자원봉사자 네트워크를 해산시켰다.
= social-control
notice up | 모든 주민은 토요일마다 정치 학습에 참가해야 한다.
report up | 열 집을 한 조로 묶어 서로 책임지게 한다.
news up | 국경 마을에 통행금지가 내려졌다.
notice up | 군 밖으로 나가려면 여행증이 있어야 한다.
news up | 당국은 휴대전화를 압수하고 외국 방송 청취를 금지했다.
report up | 인터넷 검열이 심해졌다.
news down | 군 사이의 이동 제한이 풀렸다.
= autonomy
roundtable up | 무엇을 할지는 주관 기관이 정한다.
roundtable up | 연간 계획을 내면 공안이 마음에 들지 않는 것을 지운다.
report up | 단체들은 허가를 지키려고 스스로 검열한다.
roundtable up | 등록하면 협력 단체를 마음대로 고를 수 없다.
statement down | 의제는 여전히 우리가 정한다.
report up | 외국 재단 이사회에 이제 관리들이 앉아 있다.
roundtable up | 직원은 국가 기관을 통해서만 뽑아야 한다.
= partner-risk
roundtable up | 대가를 치르는 것은 현지 협력자들이다.
report up | 중국인 동료들이 우리와 일했다는 이유로 조사를 받았다.
roundtable up | 외국인과 함께 있는 것만 눈에 띄어도 현지 활동가는 일자리를 잃을 수 있다.
news up | 협력 단체 직원 두 명이 경찰에 끌려갔다.
statement up | 현장에서 함께 일하는 이들의 안전을 보장할 수 없다.
roundtable down | 방식을 바꾼 뒤로 협력자들이 더 안전하다고 느낀다.
report up | 풀뿌리 단체들은 보복이 두려워 우리와의 접촉을 피한다.
= programme-continuity
roundtable up | 연말까지 사무실 문을 닫아야 할지도 모른다.
report up | 교육 세 건이 막판에 취소됐다.
statement up | 그 성에서 하던 우리 사업은 멈춰 섰다.
report up | 법이 시행된 뒤 사업이 보류됐다.
statement down | 두 군에서 사업이 재개됐다.
roundtable up | 아무도 반년 뒤를 계획할 수 없다.
report steady | 진료소는 예전처럼 돌아가고 있다.
= reputation
roundtable up | 계속 남아 있으면 공범처럼 보일 수 있다.
report up | 추문으로 그 기구의 신뢰가 떨어졌다.
roundtable up | 침해에 입을 다물면 우리 이름에 먹칠을 하게 된다.
roundtable up | 본국 후원자들은 우리가 원칙을 잃었느냐고 묻는다.
statement down | 이번 수상으로 우리의 평판이 높아졌다.
report up | 그 자선 단체는 당국과 협력했다가 비난을 받았다.
= transnational-pressure
report up | 망명자의 입을 막으려고 고향의 친척들을 위협한다.
news up | 외국 수도에 비밀 경찰서가 운영되고 있었다.
news up | 해외 활동가들이 협박 전화를 받는다.
roundtable up | 이제 다른 나라 정부까지 우리 행사를 열지 말라는 압력을 받는다.
report up | 해외에서 시위한 학생의 부모 집에 경찰이 찾아갔다.
news up | 한 망명자가 이웃 나라에서 납치돼 본국으로 끌려갔다.
statement up | 대사관은 영화제에서 그 작품을 빼게 하려 했다.
= home-politics
roundtable up | 본국 의회는 왜 세금을 그곳에 쓰느냐고 따진다.
news up | 의회가 그 나라에서 일하는 단체에 대한 원조를 깎을 수 있다.
roundtable up | 우리 나라에 새 정부가 들어서면서 이 문제는 뒷전으로 밀렸다.
report up | 국내 비판자들은 재단이 독재에 무르다고 비난한다.
roundtable down | 우리 외교부가 우리를 지지하며 이 사건을 제기했다.
news unknown | 다가오는 선거가 그 나라의 대응을 가를 것이다.
= -
news - | 박물관 경비원이 입구에서 표를 확인한다.
news - | 강은 지난해보다 두 주 일찍 얼었다.
report - | 300가구가 조사에 참여했다.
news - | 다리는 1941년에 지어져 두 번 수리됐다.
news - | 경찰 악단이 추수 축제에서 연주한다.
post - | 나는 국경 시장에서 사과를 팔던 아내를 만났다.
report - | 그 단체는 1998년에 세워져 네 도시에 사무실이 있다.
news - | 장관은 화요일에 도착해 학교를 방문했다.
statement - | 지난 10년 동안 도와주신 후원자와 벗들께 감사드린다.
news - | 추수 뒤 옥수수 값이 내렸다.
notice - | 접수처는 읍사무소 2층에 있다.
report - | 면담은 두 언어로 한 시간씩 진행했다.
roundtable - | 먼저 용어에 대해 한마디 하겠습니다.
news - | 국경 도시의 시장은 8시에 문을 연다.
news - | 읍내 교사 두 명이 상을 받았다.
notice - | 공원에서는 개에 목줄을 매 주십시오.
report - | 그 법은 7장 54조로 되어 있다.
news - | 영화는 고기잡이를 배우는 소년의 이야기다.
`;
