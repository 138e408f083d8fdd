/** Invented Korean sentences of courses, sides, kinds and hedges, as `english-voices.ts` has them. */
export const KOREAN_VOICES = `
= option stay
roundtable for | 외국 단체는 버티면서 현지에서 계속 일해야 한다.
roundtable against | 이런 조건에서 남아 있을 이유가 없다.
roundtable conditional | 협력자들이 원하는 한 우리는 떠나지 않는다.
roundtable neutral | 잔류가 맞는 곳도 있고 아닌 곳도 있다.
report descriptive | 큰 재단은 대부분 수도에 사무소를 유지했다.
roundtable question | 아직도 남을 가치가 있는가?
roundtable for | 지금 포기하는 것은 잘못이다.
= option stay-adapted
roundtable for | 차라리 몸을 낮추고 덜 민감한 분야로 옮기는 편이 낫다.
roundtable descriptive | 일부 단체는 회사로 등록해 다른 이름으로 일을 이어 간다.
roundtable against | 용인받으려고 사명을 줄이는 것은 잘못된 답이다.
roundtable conditional | 주제를 보건과 환경으로 좁힌다면 계속할 수 있다.
report descriptive | 여러 재단이 인권 사업을 접고 교육만 지원한다.
roundtable question | 남기 위해 활동 방식을 바꿔야 할까?
= option ad-hoc
roundtable for | 활동마다 임시 허가를 신청하는 것이 합리적이다.
roundtable descriptive | 그들은 사무소 없이 단기 방문과 일회성 행사로 일한다.
roundtable conditional | 현지 기관이 서류를 내 준다면 개별 사업은 가능하다.
roundtable against | 건별 활동은 지속적인 사업을 대신할 수 없다.
report descriptive | 약 3분의 1은 현지 협력 단체와 함께 임시 활동을 벌인다.
roundtable question | 기회가 있을 때만 개별 사업을 하면 안 될까?
= option from-outside
roundtable for | 해외에서, 온라인으로, 제3국에서 할 수 있는 일이 많다.
roundtable descriptive | 우리는 중국 담당 부서를 이웃 나라 수도로 옮겨 그곳에서 교육한다.
roundtable against | 멀리서 일하면 현장 사람들과 끊어진다.
roundtable conditional | 법이 엄격히 집행되면 국외에서 활동할 수밖에 없다.
report descriptive | 여러 단체가 이제 지역 거점에서 원격으로 사업을 운영한다.
roundtable question | 국경 밖에서 얼마나 할 수 있을까?
= option leave
roundtable for | 어느 시점에는 철수하는 것이 유일하게 정직한 길이다.
roundtable against | 떠나 버리면 협력자들만 남겨진다.
roundtable conditional | 협력자 명단을 넘겨야 한다면 우리는 나갈 것이다.
roundtable neutral | 철수 여부는 단체마다 스스로 정할 일이다.
report descriptive | 그 재단은 사무소를 닫고 직원을 철수시켰다.
roundtable question | 언제 떠나야 하는가?
roundtable against | 성급한 철수는 말리고 싶다.
= option enter
roundtable for | 새로운 단체들이 진출을 포기해서는 안 된다.
roundtable against | 새 단체에 그곳 사무소 개설을 권하지 않겠다.
roundtable conditional | 부처가 원하는 전문성이 있다면 아직 들어갈 수 있다.
report descriptive | 재단 두 곳이 그 성에서 사업을 시작할 준비를 하고 있다.
roundtable question | 지금이 처음 들어갈 때인가?
roundtable neutral | 그곳에서 일해 본 적 없는 단체에게는 문제가 다르다.
= option due-diligence
roundtable for | 서명하기 전에 꼼꼼히 알아보라.
roundtable for | 단체마다 먼저 협력자에게 미칠 위험을 따져 봐야 한다.
report descriptive | 재단은 분기마다 위험 목록을 점검한다.
roundtable conditional | 결정하기 전에 법률 자문을 받아야 할 것이다.
roundtable for | 단체들은 신중하게 위험을 평가하고 변호사와 상의해야 한다.
roundtable question | 협력 상대가 누구인지 제대로 확인했는가?
= option exchange
roundtable for | 대화 통로를 열어 두는 일이 어느 때보다 중요하다.
roundtable for | 대학들은 학생 교류를 계속해야 한다.
roundtable against | 대화를 위한 대화는 의미가 없다.
roundtable conditional | 독립적인 목소리가 참여할 때에만 교류가 가치 있다.
report descriptive | 두 연구소는 해마다 가을에 공동 세미나를 연다.
roundtable question | 민간 교류를 어떻게 이어 갈 것인가?
= side for
statement | 우리는 법원의 결정을 환영한다.
news | 그 상원의원은 자원봉사자들의 용기를 칭찬했다.
post | 그들을 받아 준 농민들에게 박수를 보냅니다!
statement | 우리는 수감자 가족들과 굳게 함께한다.
roundtable | 남아 있는 동료들을 깊이 존경한다.
news | 주민들은 해고된 교사를 응원하는 집회를 열었다.
statement | 노조는 새 망명법안을 지지한다.
post | 이 여성들은 보호받아 마땅하다.
= side against
statement | 우리는 대규모 추방에 깊은 유감과 분노를 표한다.
news | 변호사들은 새 법이 모호하다고 비판했다.
statement | 본 연맹은 진료소 폐쇄 계획에 반대한다.
post | 이런 정책은 비인간적이며 멈춰야 한다.
news | 특별보고관은 이 관행이 국제법 위반이라고 규탄했다.
roundtable | 부처의 태도는 받아들일 수 없다.
news | 가족들은 판결에 항의했다.
statement | 구금자들이 받은 처우에 경악한다.
= side hostile
post | 이 기생충들을 제 나라로 쫓아내라.
post | 난민은 쓰레기다, 강에 던져 버려야 한다.
post | 저것들은 도둑질하고 세금 빨아먹으러 온다.
post | 더러운 외국 놈들 꼴도 보기 싫다.
post | 우리 동네에 저런 벌레들은 필요 없다.
post | 월경자는 죄다 간첩이고 살인자다.
= side -
report | 그 법은 1월에 발효됐다.
news | 응원단은 버스로 이동했다.
report | 보고서는 등록부를 어떻게 보관하는지 설명한다.
roundtable | 양쪽 모두 일리가 있다.
= kind rule
notice must | 운전자는 정문에서 통행증을 제시하여야 한다.
notice must | 모든 배는 어두워지기 전에 돌아와야 한다.
notice must | 외부인을 재운 세대는 24시간 안에 동사무소에 알려야 한다.
notice must | 각 마을은 경비대를 조직할 것.
notice must | 숙박업소는 손님의 여권을 복사할 의무가 있다.
news must | 군은 강변 상점에 6시까지 문을 닫으라고 명령했다.
news must | 다음 달부터 단체들은 모든 모임을 미리 신고해야 한다.
notice must-not | 야간에는 고기잡이를 할 수 없다.
notice must-not | 길에서 낯선 사람을 태우지 마시오.
notice must-not | 라디오 매매는 허용되지 않는다.
notice must-not | 불법 입국자를 숨긴 자는 형사 책임을 진다.
notice must-not | 위반 시 과태료 500위안을 부과한다.
notice must-not | 누구도 그들에게 음식을 주어서는 아니 된다.
news must-not | 당국은 개인 선박을 전면 금지했다.
news must-not | 이 법령에 따라 울타리를 촬영하다 적발된 자는 열흘간 구류될 수 있다.
notice should | 보호자는 자녀와 동행하는 것이 바람직하다.
notice should | 가급적 여럿이 함께 다니십시오.
notice requested | 문을 닫아 주시기 바랍니다.
notice requested | 주민 여러분의 협조를 부탁드립니다.
notice requested | 모든 세대가 문단속에 힘써 줄 것을 당부한다.
notice restricted | 방문객은 안내자와 함께일 때만 들어갈 수 있다.
notice restricted | 등록된 단체에 한하여 계좌를 개설할 수 있다.
notice restricted | 증명서를 제시해야만 대출을 받을 수 있다.
notice may (rewarded) | 침입자를 붙잡아 넘긴 자에게 1천 위안을 준다.
notice may (rewarded) | 확인된 제보마다 장려금 300위안을 지급한다.
= kind event
news | 경비병들이 댐 근처에서 어부 두 명을 억류했다.
news | 부처는 금요일 새 규정을 발표했다.
news | 6월 3일 여성 20명을 태운 버스가 수용소를 떠났다.
news | 성 법원은 원심을 확정했다.
news | 경찰이 사무실을 수색해 컴퓨터 세 대를 가져갔다.
news | 다리 통행이 지난주 재개됐다.
news | 양측은 범죄자 인도 협정에 서명했다.
news | 한 남성이 헤엄쳐 건너려다 물에 빠져 숨졌다.
= kind statistic
news | 3월 이후 적어도 1,200명이 돌려보내졌다.
news | 체포 건수는 지난해보다 40% 늘었다.
report | 응답자 세 명 가운데 한 명은 구금된 적이 있다.
report | 수용소에는 약 400명이 있다.
news | 순찰 예산은 3천만 위안이다.
report | 면담한 여성 85명 중 60명이 팔려 간 경험이 있다.
= kind forecast
news | 건널목은 다음 달 다시 열린다.
news | 대회를 앞두고 통제가 더 심해질 가능성이 크다.
roundtable | 앞으로 2년 안에 더 많은 단체가 떠날 것이다.
news | 부처는 내년 봄 신고 전화를 개설할 계획이다.
report | 흉년이 들면 수천 명이 더 건너올 것이다.
news | 새 시설은 가을에 완공될 예정이다.
report | 사무소가 내년에 문을 닫을 수도 있다.
= kind testimony
post | 나는 사흘 밤을 걸어서 그 마을에 닿았다.
news | “한밤중에 동생을 데려갔다”고 마을의 한 여성이 말했다.
news | “거의 매일 저녁 총소리가 들린다”고 강가에 사는 상인이 말했다.
report | 한 주민에 따르면 어두워지면 아무도 밖에 나가지 않는다.
post | 군인들이 왔을 때 우리는 다락에 숨었다.
news | “이제 버스마다 검문한다”고 소식통이 전했다.
= kind assertion
report | 그 골짜기는 겨울에 들어가기 어렵다.
news | 당국은 여성들을 어디로 데려갔는지 밝히지 않았다.
report | 이 법은 규모와 상관없이 모든 단체에 적용된다.
news | 지연된 까닭은 알려지지 않았다.
roundtable | 이는 관리들이 우리 일을 얼마나 모르는지 보여 준다.
roundtable | 제가 보기에 그 법에는 두 얼굴이 있다.
statement | 우리는 수감자들을 즉각 석방할 것을 요구한다.
statement | 우리는 문을 닫지 않겠다고 약속한다.
roundtable | 각국 정부는 더 크게 목소리를 내야 한다.
roundtable | 이것이 우리 협력자들에게 무엇을 뜻하는가?
news | 그는 두 정부에 송환 중단을 촉구했다.
post | 어떻게 어린아이에게 그런 짓을 할 수 있나?
= kind rule
report must | 외국 단체는 등록에 앞서 주관 기관을 구해야 한다.
report must | 법에 따라 단체들은 해마다 12월 31일까지 활동 계획을 내야 한다.
report must | 대표 사무소는 현지 은행에 계좌를 개설할 의무가 있다.
report must-not | 외국 단체는 국내에서 모금할 수 없다.
report must-not | 단체는 회원을 모집해서는 안 된다.
report must-not | 이 법은 정치 활동 지원을 금지한다.
report must-not | 허가 없이는 어떤 외국 단체도 활동하지 못한다.
report restricted | 임시 활동은 1년으로 제한된다.
report restricted | 행사를 열려면 미리 공안의 승인을 받아야 한다.
report must | 그 법은 모든 직원을 당국에 신고하도록 규정한다.
report must-not | 위반하면 벌금이 부과되고 직원이 구금될 수 있다.
report must-not | 규정을 어긴 단체는 5년간 블랙리스트에 오를 수 있다.
news must | 시는 집주인들에게 외국인 세입자를 하루 안에 신고하라고 통보했다.
news must | 화물차 기사들은 이제 짐칸을 열어 검사를 받아야 한다.
news must | 학교들은 서류 없는 학생 명단을 넘기라는 지시를 받았다.
news must-not | 그 부처는 현지 단체가 외국 지원금을 받지 못하게 했다.
news must-not | 주민들은 낯선 사람을 들이지 말라는 경고를 받았다.
news must-not | 새 법령은 이주민을 태워 주는 행위를 범죄로 규정했다.
news restricted | 월요일부터 통행증이 있는 주민만 국경 지대에 들어갈 수 있다.
news may (rewarded) | 경찰은 도망자를 넘기는 사람에게 2천 위안을 내걸었다.
news may (rewarded) | 은신처를 신고하면 최고 5천 위안을 받을 수 있다.
notice requested | 주민들은 수상한 배를 신고해 주시기 바랍니다.
notice requested | 여러분의 협조에 감사드립니다.
notice must | 세입자 등록은 집주인이 책임진다.
notice must | 각급 단위는 들어오는 차량에 대한 검사를 강화한다.
notice must-not | 검사를 거부하는 자는 파출소로 연행한다.
notice must-not | 어떤 경우에도 낯선 사람에게 숙소를 제공하지 않는다.
notice restricted | 해가 진 뒤에는 지휘관의 서면 동의가 있어야 들어갈 수 있다.
statement requested | 회원들께서는 금요일까지 보고서를 보내 주십시오.
= kind assertion
roundtable | 외국 단체는 이런 압력에 굴복해서는 안 된다.
roundtable | 우리는 협력자들 곁을 지켜야 한다.
statement | 중국은 자신의 의무를 존중해야 한다.
roundtable | 누구도 강제로 돌아가서는 안 된다.
news | 몇 명이나 건넜는지 아무도 말할 수 없다.
= hedge
news | 이들은 밤에 강을 건넌 {것으로 전해졌다}.
news | 명령은 수도에서 내려온 {듯하다}.
news | 전직 군인이 이끈 것으로 {의심된다}.
news | 사망자는 더 많을 {수 있다}.
news | 여성들은 수용소로 끌려간 {것으로 보인다}.
news | 누군가 일부러 불을 낸 {모양이다}.
roundtable | {아마} 결론을 내리기에는 이르다.
roundtable | 오래가지 못할 {것 같다}.
report | 숫자가 너무 적은 {것 같다}.
report | 다리가 닫힌다는 {소문이} 있다.
news | 구금자들의 건강이 좋지 않{다고 한다}.
report | 명령이 아직 유효한지는 {불분명하다}.
report | 추위 때문에 줄었을 {것으로 추정된다}.
news | 경비병들은 미리 경고를 받았을 {것이다}.
`;
