/** Invented Korean clauses, as `english-clauses.ts` has them. */
export const KOREAN_CLAUSES = `
news; refoulement up; 망명 신청자 11명이 항소심이 열리기도 전에 아르다행 비행기에 태워졌다.
notice; refoulement up; 불법 입국자는 적발 즉시 출국 조치한다.
report; refoulement up; 상당수가 아무런 절차 없이 강 건너로 되돌려졌다.
news; refoulement down; 정부는 카레시 국적자의 송환을 당분간 보류하기로 했다.
news; enforcement up; 경찰이 새벽에 노동자 숙소 세 곳을 덮쳤다.
notice; enforcement up; 각 파출소는 6월 한 달간 불법 체류자 집중 정리 작업을 실시한다.
report; enforcement up; 요즘 터미널에서는 말투가 다른 사람은 모두 불러 세운다.
post; enforcement down; 요새는 경찰이 시장 사람들을 건드리지 않아요.
news; border-control up; 강변을 따라 두 번째 울타리와 탐조등이 세워지고 있다.
notice; border-control up; 출항하는 배는 반드시 검사를 받아야 한다.
report; border-control up; 둑길에는 이백 미터마다 군인이 서 있다.
news; border-control down; 봄 이후 고갯길의 경비 인원이 절반으로 줄었다.
news; use-of-force up; 경비병들이 얕은 여울을 건너던 무리에 총을 쏘았다.
notice; use-of-force up; 야간에 경계 구역에 들어오는 자는 경고 없이 사격한다.
report; use-of-force up; 목격자들은 군인들이 개머리판으로 때렸다고 말했다.
news; use-of-force down; 군은 더 이상 월경자에게 실탄을 쓰지 않겠다고 밝혔다.
report; surveillance up; 사복 차림의 남자 둘이 일주일 내내 사무실 앞을 지켰다.
news; surveillance up; 읍내 모든 정류장에 얼굴을 알아보는 카메라가 설치됐다.
notice; surveillance up; 피시방은 이용자 기록을 보관하여 공안 기관에 제출하여야 한다.
post; surveillance up; 역에서 휴대폰을 뺏어 메시지를 다 들여다봤어요.
notice; informing up; 낯선 사람을 발견하면 즉시 전화로 알려 주시기 바라며 사례금을 드립니다.
news; informing up; 이웃이 지하실에 있는 가족을 경찰에 알렸다.
report; informing up; 마을 사람들은 이름을 하나 넘길 때마다 돈을 받는다.
post; informing down; 우리 동네에서는 아무도 그들을 일러바치지 않아요.
notice; helper-penalty up; 신분증 없는 외국인에게 방을 빌려준 자는 벌금에 처한다.
news; helper-penalty up; 가족들을 산 너머로 데려온 목사가 징역 5년을 선고받았다.
report; helper-penalty up; 이주민에게 물을 준 봉사자들이 불법 입국 방조 혐의로 기소됐다.
news; helper-penalty down; 법원은 이주민을 재워 준 농부에게 무죄를 선고했다.
news; detention up; 항구 도시 외곽에 400명을 가둘 수 있는 시설이 새로 문을 열었다.
report; detention up; 가족들은 판사도 보지 못한 채 몇 달씩 폐쇄된 수용소에 갇혀 있다.
statement; detention down; 판결 후 여성 40명이 외국인 보호소에서 풀려났다.
notice; detention up; 신원을 확인할 수 없는 자는 조사소에 유치한다.
report; detention-conditions up; 스무 명이 쓸 방에 예순 명이 교대로 잠을 잔다.
news; detention-conditions up; 갇힌 사람들이 썩은 음식에 항의해 단식에 들어갔다.
statement; detention-conditions up; 의뢰인은 아흐레 동안 수갑을 찬 채 약도 받지 못했다.
report; detention-conditions down; 점검 이후 수감자들은 담요를 받고 의사를 만날 수 있게 됐다.
report; post-return-harm up; 끌려간 사람들은 행방을 알 수 없고 가족은 집을 빼앗긴다.
news; post-return-harm up; 그는 송환된 뒤 한 달 동안 조사를 받으며 맞았다.
statement; post-return-harm up; 넘겨지면 이들은 감옥이나 죽음을 맞게 된다.
report; post-return-harm down; 최근 돌아간 사람들은 간단한 조사 뒤 풀려났다.
report; trafficking up; 소녀들은 공장 일자리라는 거짓말에 속아 업소로 팔려 간다.
news; trafficking up; 여성들을 신부로 팔아 온 일당이 재판에 넘겨졌다.
post; trafficking up; 사촌 언니는 브로커한테 속아서 돈을 주고 산 늙은 남자와 살게 됐어요.
news; trafficking down; 농촌으로 팔려 가는 여성의 수가 줄었다.
report; documentation-status up; 이런 부부의 아이들은 호적에 오르지 못한다.
news; documentation-status up; 출장소는 새로 온 사람들에게 임시 거주증을 더는 내주지 않는다.
notice; documentation-status up; 외국인은 항상 등록증을 지니고 다녀야 한다.
news; documentation-status down; 성은 서류가 없는 어머니들이 증명서를 신청할 수 있게 할 방침이다.
report; access-to-services up; 보험증이 없는 환자는 진료소에서 쫓겨난다.
notice; access-to-services up; 거주 증명이 없는 학생은 받지 말 것.
news; access-to-services up; 무국적 아동들이 학교를 그만두라는 통보를 받았다.
news; access-to-services down; 시는 무료 접종을 이주민에게까지 넓혔다.
report; host-community up; 한때 문 앞에 쌀을 놓아두던 농가들이 이제는 대문을 잠근다.
news; host-community down; 이웃들이 새로 온 사람들을 위해 옷과 쌀을 모았다.
post; host-community up; 우리 마을 사람들은 이제 지쳐서 더 돕고 싶어 하지 않아요.
report; host-community steady; 마을들은 여전히 피란민과 우물을 나누어 쓴다.
news; public-hostility up; 시위대는 이주민은 돌아가라고 외쳤다.
post; public-hostility up; 댓글마다 그 사람들을 도둑놈이라고 욕해요.
report; public-hostility up; 신문은 새로 온 이들을 치안 위협으로 그린다.
news; public-hostility down; 조사에 따르면 난민에 대한 반감이 수그러들었다.
news; border-violence up; 강을 건너온 무장 괴한이 노부부를 살해했다.
report; border-violence up; 굶주린 병사들이 밤에 건너와 가축을 훔쳐 간다.
notice; border-violence up; 최근 국경 마을에서 흉기를 든 침입자가 주민을 해치는 사건이 있었으니 주의할 것.
news; border-violence down; 올해는 월경자에 의한 살인이 한 건도 없었다.
statement; access up; 4월부터 우리 조사단은 수용소 방문을 허락받지 못하고 있다.
news; access down; 2년 만에 처음으로 구호 차량이 골짜기에 들어갔다.
report; access up; 기자와 참관인은 이 구역에 들어갈 수 없다.
roundtable; access down; 현장 직원의 비자를 받기가 한결 쉬워졌습니다.
news; policy-signal up; 대통령은 금요일 연설에서 불법 이민에 단호히 대처하라고 주문했다.
report; policy-signal up; 대회 이후 관영 매체의 논조가 거칠어졌다.
news; policy-signal down; 장관은 외국 자선단체에 대한 태도가 누그러질 수 있음을 내비쳤다.
statement; policy-signal up; 새 5개년 계획은 국가 안보를 발전보다 앞에 둔다.
report; legal-regulatory up; 법안은 '정치 활동'이 무엇인지 정의하지 않는다.
news; legal-regulatory up; 의회는 민간단체가 분기마다 보고서를 내도록 하는 법안을 통과시켰다.
notice; legal-regulatory up; 외국 단체는 공안 기관에 연간 활동 계획을 제출하여야 한다.
statement; legal-regulatory down; 개정안은 소규모 단체의 보고 의무를 없앴다.
report; registration up; 외국 재단 열 곳 가운데 한 곳만 주관 기관을 구했다.
news; registration up; 당국은 그 자선단체의 면허를 취소했다.
notice; registration up; 대표 사무소를 설치하지 않은 외국 단체는 활동할 수 없다.
roundtable; registration down; 열여덟 달 만에 우리 신청이 승인됐습니다.
statement; funding up; 은행은 이유도 없이 우리 계좌를 닫았다.
report; funding up; 해외에서 돈을 받는 단체는 송금을 건마다 신고해야 한다.
news; funding up; 그 기구는 난민 사업 분담금을 3분의 1 깎았다.
roundtable; funding down; 새 후원자가 직원 급여를 대기로 했습니다.
news; accusation up; 관영 방송은 그 단체를 외국 정보기관의 위장 조직이라고 불렀다.
statement; accusation up; 우리 동료가 간첩 혐의로 기소됐다.
report; accusation up; 구호 활동가들은 서방의 앞잡이로 묘사된다.
news; accusation down; 검찰은 구호 활동가에 대한 체제 전복 혐의를 거두었다.
report; civic-space up; 독립적인 단체들이 하나둘 문을 닫고 있다.
statement; civic-space up; 변호사 다섯 명의 체포는 목소리를 내는 모든 이에 대한 공격이다.
roundtable; civic-space up; 독립 단체가 설 자리가 거의 남지 않았습니다.
news; civic-space down; 새 정부는 노조와 주민 모임의 자유로운 집회를 다시 허용했다.
report; social-control up; 집집마다 담당자가 정해져 밤에 누가 자는지 살핀다.
notice; social-control up; 군 밖으로 나갈 때는 증명서가 있어야 한다.
news; social-control up; 주민들은 매주 사상 학습에 나가야 한다.
news; social-control down; 국경 도시의 야간 통행금지가 풀렸다.
roundtable; autonomy up; 당국은 우리 대신 수혜자를 고르려 합니다.
statement; autonomy up; 부처의 요구로 교육에서 세 가지 주제를 뺄 수밖에 없었다.
report; autonomy up; 단체마다 당 세포를 두어야 한다.
roundtable; autonomy down; 이제 다시 우리 뜻대로 협력 상대를 고를 수 있습니다.
roundtable; partner-risk up; 우리가 떠나고 나면 불려 다니는 것은 현지 동료들입니다.
report; partner-risk up; 현지 봉사자가 대표단을 만났다는 이유로 조사를 받으러 끌려갔다.
statement; partner-risk up; 이를 공개하면 현장에서 함께 일하는 사람들이 드러나게 된다.
roundtable; partner-risk down; 협력 단체들은 괴롭힘이 멎었다고 합니다.
news; programme-continuity up; 그 자선단체는 학교 급식을 추후 통보 때까지 멈췄다.
statement; programme-continuity up; 12년 동안 운영한 진료소를 닫을 수밖에 없었다.
report; programme-continuity up; 교육 과정이 갑자기 취소됐다.
roundtable; programme-continuity down; 5월에 영양 사업을 다시 시작할 수 있었습니다.
statement; reputation up; 그런 행사에 얼굴을 비치면 우리 이름에 먹칠을 하게 된다.
roundtable; reputation up; 후원자들은 우리가 정권에 정당성을 주는 것 아니냐고 묻습니다.
report; reputation up; 그 추문으로 재단은 대중의 믿음을 잃었다.
news; reputation down; 감사 결과 단체는 오명을 벗었다.
report; transnational-pressure up; 망명자들은 고향 부모를 들먹이는 전화를 받는다.
news; transnational-pressure up; 요원들이 오슬로 대사관 앞 시위대의 사진을 찍었다.
statement; transnational-pressure up; 저쪽 정부가 개최국을 압박해 우리 회의가 취소됐다.
post; transnational-pressure up; 여기 올린 글 때문에 고향에 있는 동생이 불려 갔어요.
roundtable; home-politics up; 본국 의원들은 왜 아직도 거기서 일하느냐고 묻습니다.
report; home-politics up; 워싱턴에서는 그 나라와 접촉하는 것 자체가 의심을 산다.
statement; home-politics up; 우리나라 국회가 협력 금지 법안을 논의하고 있다.
news; home-politics up; 두 나라의 대립으로 공동 사업의 여지가 줄고 있다.
roundtable; stay for; 무슨 일이 있어도 문을 열어 두는 것이 동역자들에 대한 도리입니다.
roundtable; stay for; 저는 그 자리에 있는 것이 무엇보다 중요하다고 봅니다.
statement; stay descriptive; 협회는 새 법에도 불구하고 수도의 사무실을 그대로 두고 있다.
roundtable; stay-adapted for; 단체들은 인권이라는 말을 빼고 보건 쪽으로 일하는 것이 낫습니다.
report; stay-adapted descriptive; 여러 자선단체가 규모를 줄이고 덜 민감한 주제로 옮겨 갔다.
roundtable; stay-adapted conditional; 표현만 바꾸면 계속할 수 있습니다.
roundtable; ad-hoc descriptive; 어떤 재단은 활동마다 그때그때 받는 허가로만 일합니다.
report; ad-hoc conditional; 현지 연구소가 초청하면 단기 방문은 가능하다.
roundtable; ad-hoc for; 사무소를 내기보다 건별로 진행하는 편이 낫습니다.
roundtable; from-outside for; 안에서보다 서울에서 더 많은 일을 할 수 있습니다.
report; from-outside descriptive; 그 단체는 지역 본부를 방콕으로 옮기고 강좌를 온라인으로 돌렸다.
statement; from-outside descriptive; 우리는 이제 이웃 나라에서 협력 단체를 지원한다.
roundtable; leave against; 지금 발을 빼는 것은 우리를 믿은 사람들을 저버리는 일입니다.
news; leave descriptive; 재단은 20년 만에 베이징 사무소를 닫았다.
roundtable; leave for; 어떤 단체도 직원에게 이런 일을 겪게 해서는 안 됩니다. 떠날 때입니다.
roundtable; enter against; 지금 새로 들어가려는 단체가 있다면 말리겠습니다.
report; enter descriptive; 자선단체 네 곳이 그 성에서 일을 시작하려고 처음으로 허가를 신청했다.
roundtable; enter conditional; 새 단체도 주관 기관을 찾으면 들어올 수 있습니다.
roundtable; due-diligence for; 모든 단체는 먼저 현지 직원의 위험을 따져 보아야 합니다.
report; due-diligence descriptive; 그 기구는 사업마다 협력 상대를 검증하고 법률 자문을 받는다.
statement; due-diligence for; 후원자들은 해마다 두 번 위험을 살펴야 한다.
roundtable; exchange for; 학술 관계를 끊는 것은 잘못이며 학자들은 계속 만나야 합니다.
statement; exchange descriptive; 연구소는 여름마다 방문 학생을 받고 공동 세미나를 연다.
roundtable; exchange question; 이런 조건에서도 대화를 이어 갈 수 있을까요?
roundtable; leave question; 어느 시점에 단체가 철수해야 할까요?
roundtable; stay neutral; 남을지 떠날지는 단체마다 스스로 정할 일입니다.
post; for; 법원 정말 잘했다, 진작 나왔어야 할 판결이다!
statement; for; 우리는 구금된 이들의 가족과 함께하겠다.
news; for; 인권 단체들은 목사의 석방을 반겼다.
post; against; 아이들을 돌려보내는 것은 범죄다.
statement; against; 우리는 여성 11명의 추방에 깊은 유감을 표한다.
news; against; 야당 의원들은 그 법안이 위헌이라고 맹비난했다.
post; against; 이 부처는 정말 나라 망신이다.
post; hostile; 저것들 전부 강에 처넣어라.
post; hostile; 우리 세금으로 먹고사는 기생충들이 고마운 줄도 모른다.
post; hostile; 이주민은 죄다 범죄자니까 온 데로 돌아가라.
news; -; 그 읍은 두 강이 만나는 곳에 있다.
report; -; 조사는 면접원 네 명이 두 단계로 진행했다.
news; -; 올겨울은 따뜻했고 농사도 잘됐다.
post; -; 아침 내내 손주들 밥을 하고 있었어요.
roundtable; -; 오늘 오후 함께해 주셔서 고맙습니다.
notice; -; 업무 시간은 평일 9시부터 17시까지입니다.
news; -; 축제에는 군 전역에서 관광객이 몰렸다.
report; -; 2장은 이 지역의 역사를 다룬다.
`;
