/** Invented Korean clauses with their kind, written before the rules that they measure; as the English ones. */
export const KOREAN_CLAUSES = `
notice rule:must | 여관은 투숙객 명단을 24시간 안에 파출소에 제출하여야 한다. |
notice rule:must-not | 등록하지 않은 배는 물에 띄울 수 없다. | 등록하지 않은
notice rule:must-not | 증명서 없는 자에게 방을 빌려준 자는 벌금 500위안에 처한다. | 증명서 없는 자에게 방을 빌려준 자
notice rule:restricted | 마을 증명을 가진 사람에 한하여 산림 구역 출입을 허용한다. | 마을 증명을 가진 사람
notice rule:requested | 주민들께서는 아이들을 강둑에서 멀리해 주시기 바랍니다. |
notice rule:may (rewarded) | 유력한 제보를 한 자에게는 1천 위안을 지급한다. | 유력한 제보를 한 자
notice rule:must-not | 강둑 양쪽에서의 방목을 금지한다. |
notice rule:must | 각 리는 월말까지 빈집 점검을 마치도록 한다. |
notice rule:restricted | 오늘부터 임시 통행증 발급을 중단한다. |
notice rule:must-not | 기한을 넘긴 자는 매대를 회수한다. | 기한을 넘긴 자
notice rule:should | 밤길에는 함께 다닐 것을 권고합니다. |
notice rule:must | 수상한 차량을 보면 즉시 신고하여야 한다. | 수상한 차량을 보면
notice rule:must | 귀향한 사람은 관리위원회에 등록해야 합니다. |
notice rule:must-not | 숨기고 알리지 않는 경우 엄중히 처벌한다. | 숨기고 알리지 않는 경우
notice rule:must | 모든 상인은 증표를 지참하고 입장할 것. |
notice rule:restricted | 한 세대당 쌀 두 포대로 구입을 제한한다. |
notice rule:requested | 각 단위의 협조를 부탁드립니다. |
notice event | 5월 3일 읍사무소는 안전 회의를 열었다. |
notice assertion | 창구는 옛 읍사무소 1층에 있다. |
notice forecast | 다리는 다음 주 월요일부터 보수로 폐쇄될 예정이다. |
notice statistic | 1분기에 통행증 312장이 발급되었다. |
notice rule:must-not | 밤 10시 이후에는 누구도 강가에 머물지 못한다. |
notice rule:must-not | 허가 없이 무전기를 판매해서는 안 된다. | 허가 없이
notice rule:must | 집주인은 세입자의 증명서를 확인할 의무가 있다. |
notice rule:requested | 회원 여러분께 물 절약을 요청합니다. |
notice rule:must | 세입자가 나가면 집주인은 사흘 안에 동사무소에 알려야 한다. | 세입자가 나가면
notice rule:must-not | 이 규정을 어기면 영업 허가를 취소한다. | 이 규정을 어기면
notice rule:may (rewarded) | 도난당한 배를 찾는 데 도움을 준 주민에게 포상금 800위안을 준다. | 도난당한 배를 찾는 데 도움을 준 주민
news rule:must | 새 규정에 따라 {택시 회사는 모든 운행 기록을 보관해야 한다}. |
news rule:must-not | 군 당국은 울타리 50미터 안에서 농사를 짓지 못하도록 했다. |
news rule:must-not | 회의에서 낭독된 지시에는 {저녁 6시 이후 누구도 둑에 올라갈 수 없다}고 적혀 있었다. |
news rule:must | 교육 당국은 학교들에 결석생 명단을 매주 금요일 보고하라고 지시했다. |
news rule:must-not | 포고문은 {외화를 지닌 장사꾼은 노동대로 보낸다}고 경고했다. | 외화를 지닌 장사꾼
news rule:must | 다음 달부터 {방을 빌려주는 사람은 세입자의 사진을 찍어 등록해야 한다}고 당국이 밝혔다. |
news rule:restricted | 이 지역에서 {고깃배는 낮에만 출항이 허용된다}. |
news event | 군인들은 금요일 밤 골짜기의 집 11채를 뒤졌다. |
news event | 일요일 새벽 불이 나 옛 세관 창고가 타 버렸다. |
news event | 두 나라 정부는 지난주 여객선 협정에 서명했다. |
news event | 한 화물차 기사가 증명서 없는 승객을 태웠다가 벌금을 물었다. |
news event | 홍수가 난 뒤 세 가족이 마을을 떠났다. |
news event | 읍장은 토지 분쟁으로 물러났다. |
news event | 공장은 3월에 가동을 멈췄다. |
news event | 일꾼들은 울타리를 고치고 새 등을 달았다. |
news event | 그의 동생은 버스에서 끌려갔다. |
news event | 군은 검문소를 하나 더 짓기로 했다. |
news event | 여객선 회사가 요금을 올렸다. |
news event | 대표단이 12일 수도에 도착했다. |
news event | 두 사람이 산속에서 얼어 죽었다. |
news statistic | 상반기에 약 1만4천 명이 합법적으로 국경을 넘었다. |
news statistic | 쌀값이 한 달 새 18퍼센트 올랐다. |
news statistic | 응답자의 3할은 증명서가 없었다. |
news statistic | 여객선은 75편에서 40편으로 줄었다. |
news forecast | 새 터미널은 봄에 문을 열 것으로 예상된다. |
news forecast | 운영사는 {가을에 요금이 또 오를 것}이라고 말했다. |
news forecast | 경제학자들은 {내년 수확이 3분의 1 줄어들 수 있다}고 본다. |
news forecast | 내년 여름 하류에 두 번째 울타리가 들어선다. |
news forecast | 당국은 연말까지 시장을 외곽으로 옮길 계획이다. |
news forecast | 강이 얼면 {건너려는 사람이 늘어날 전망이다}. |
news forecast | 대표단은 목요일 수도에 도착한다. |
news forecast | 이번 단속은 겨울까지 이어질 듯하다. |
news testimony | {"아침까지 마당에 세워 뒀어요"}라고 그곳에 한 달 갇혔던 여성은 말했다. |
news testimony | 호르벨의 한 상인은 {경비병들이 이제 돈을 두 배로 달라고 한다}고 전했다. |
news testimony | {"봄이 지나고 언니한테서 편지가 끊겼어요."} 2011년 골짜기를 떠난 안나 씨의 회상이다. |
news testimony | 한 손님은 전화로 {점심때면 진열대가 비어 있었다}고 말했다. |
news testimony | 전직 경비원에 따르면 {죄수들은 하루 두 끼만 먹었다}. |
news testimony | 이름을 밝히지 말아 달라는 항구 주민은 {이제 아무도 전화로 말을 하지 못한다}고 했다. |
news testimony | 내부 사정을 아는 사람은 {명단이 3월에 작성됐다}고 털어놨다. |
news opinion | 구호 단체 대표는 {"누구에게도 도움이 안 되는 거래"}라고 말했다. |
news opinion | 규정이 모호해 담당자에게 지나친 재량을 준다. |
news opinion | 이 신문은 {양측이 먼저 대화해야 한다}고 논평했다. |
news opinion | 위원장은 {두 사람이 하루빨리 풀려나기를 바란다}고 썼다. |
news assertion | 골짜기는 가장 가까운 철도에서 두 시간 거리다. |
news assertion | 수색 중 총성은 없었다. |
news assertion | 배에 몇 명이 탔는지는 알려지지 않았다. |
news assertion | 두 나라의 국경은 400킬로미터에 이른다. |
news assertion | 상인은 대부분 남쪽 마을 출신이다. |
news assertion | 그 부처는 질문에 답하지 않았다. |
statement opinion | 우리는 이웃 정부들의 침묵에 깊은 우려를 표한다. |
statement opinion | 우리는 실종자 명단을 공개할 것을 촉구한다. |
statement opinion | 당국은 감시단의 수용소 출입을 허용해야 한다. |
statement opinion | 누구도 고문당할 곳으로 돌려보내져서는 안 된다. |
statement event | 4월 12일 우리 자원봉사자들은 쉼터에 담요를 전달했다. |
statement event | 지난달 법원은 교사 네 명의 상소를 기각했다. |
statement statistic | 2015년 이후 본회는 640가구를 도왔다. |
statement forecast | 자금이 없으면 진료소는 겨울 전에 문을 닫게 된다. |
statement assertion | 본회는 1990년대부터 하류 지역에서 활동하고 있다. |
statement opinion | 우리는 도움을 청하는 모든 이를 계속 돕겠다. |
statement testimony | 한 어머니는 우리에게 {불도 켜지 못한 움에서 아이를 낳았다}고 말했다. |
statement rule:requested | 회원들은 금요일까지 보고서를 보내 주시기 바랍니다. |
statement opinion | 대화가 여전히 유일한 길이다. |
report testimony | 면담자 14는 {고모 일로 이틀 동안 심문을 받았다}고 했다. |
report testimony | 한 남성은 {헛간에서 자고 밭의 옥수수를 먹었다}고 회상했다. |
report testimony | 돌아온 사람들은 {간수들이 신발을 빼앗았다}고 증언했다. |
report testimony | 전직 교사는 {학생들에게 부모를 신고하게 했다}고 기억했다. |
report testimony | {나는 어머니 반지로 길잡이 값을 치렀다.} |
report statistic | 면담한 88명 가운데 61명이 한 번 이상 검문을 당했다. |
report statistic | 평균 비용은 2천 위안에서 9천 위안으로 올랐다. |
report event | 2009년 성 당국은 다리 근처에 두 번째 수용소를 열었다. |
report event | 사건 뒤 당국은 장교 두 명을 해임했다. |
report event | 한 여성이 입구에서 아이와 헤어졌다. |
report assertion | 많은 가정이 외부 송금에 기대어 산다. |
report assertion | 북부 지역은 접근이 어렵다. |
report opinion | 각국은 이러한 이동을 보호의 문제로 다뤄야 한다. |
report opinion | 이 제도는 목적에 맞지 않아 보인다. |
report rule:must | 제9조는 운송인이 여행 증명서를 확인하도록 규정한다. |
report rule:must-not | 법에 따르면 {통행증 없이 군을 벗어나는 것은 위법이다}. | 통행증 없이
report rule:must | 외국인 직원은 도착 후 하루 안에 신고해야 한다. |
report forecast | 2030년까지 입국자는 두 배가 될 것으로 추산된다. |
report forecast | 통로를 닫으면 사람들은 산으로 내몰릴 것이다. |
roundtable opinion | 저는 우리가 너무 소심했다고 생각합니다. |
roundtable opinion | 제 경험으로는 공개 발언은 득보다 실이 큽니다. |
roundtable opinion | 제가 걱정하는 것은 협력자들이 받는 압박입니다. |
roundtable opinion | 우리가 떠나면 누가 들어 줄까요? |
roundtable opinion | 단체는 누구를 위해 일하는지 스스로 물어야 합니다. |
roundtable testimony | 제가 거기서 일할 때 허가증이 하룻밤에 취소됐어요. |
roundtable testimony | 우리는 직원 명단을 두 번이나 넘겨야 했습니다. |
roundtable assertion | 그런 일에 돈을 대는 후원자는 드뭅니다. |
roundtable forecast | 한두 해 지나면 작은 단체들은 사라질 겁니다. |
roundtable event | 2017년 그 국은 룬데에 있던 협력 단체 사무실을 닫았습니다. |
roundtable opinion | 지금 철수하는 것은 옳지 않습니다. |
roundtable opinion | 대화가 이어지길 바랄 뿐입니다. |
post testimony | 사촌이랑 사흘 밤을 걷고서야 불빛을 봤다. |
post testimony | 아버지를 잡으러 왔을 때 나는 열 살이었다. |
post testimony | 오늘 아침 다리 옆에 군용차 두 대 서 있는 거 직접 봤음. |
post opinion | 못 본 척하는 사람들 부끄러운 줄 알아라! |
post opinion | 돌려보내자, 우리 일도 벅차다. |
post opinion | 솔직히 이 기사는 다 틀렸다. |
post opinion | 왜 풀어 줬는지 아는 사람? |
post forecast | 다리 막히면 물가 엄청 뛸 거다. |
post event | 어젯밤 경찰이 광장 추모 모임을 해산시켰다. |
post assertion | 숙소에는 남쪽에서 온 학생들이 가득하다. |
post rule:must | 참고로 {월요일부터 배 타려면 도장을 받아야 한다}. | 
post statistic | 오늘 부두에 배 23척, 평소엔 5척. |
news testimony | 한미옥 씨는 2016년까지 국수 가게를 했다. {"어느 날 검사원들이 와서 국물을 도랑에 쏟아 버렸어요"}라고 그는 말했다. |
news testimony | {"그 뒤로 우리는 밤에만 먹었습니다."} 그는 덧붙였다. |
news testimony | 철도 사무원이었던 림 씨는 {기차가 잘해야 일주일에 한 번 다녔다}고 말했다. |
news testimony | 그 청년은 {삼촌이 가마 속에서 두 겨울을 숨어 지냈다}고 본지에 말했다. |
news testimony | 2013년에 건너온 한 여성은 {"입 다무는 법을 배우게 된다"}고 했다. |
news event | {5월 9일 예인선 두 척이 북쪽 부두 앞바다 안개 속에서 부딪쳐} 갑판원 한 명이 숨졌다. |
news event | 고아원은 4월 빈 병영으로 옮겨졌다. |
news event | 의회는 한 표 차로 법안을 통과시켰다. |
news event | {경비병들이 군중 머리 위로 총을 쐈고} 장터는 텅 비었다. |
news event | 가족들이 돈을 낸 뒤 남자 11명이 풀려났다. |
news event | 오스트 법원은 뱃사공에게 징역 6년을 선고했다. |
news statistic | 석탄 없이 지낸 가구가 지난해의 두 배였다. |
news statistic | 요금은 이제 한 사람당 7천 위안이다. |
news statistic | 하룻밤에 역대 최다인 배 41척이 집계됐다. |
news statistic | 아이 다섯 중 하나만 수업에 나온다. |
news statistic | 이 항구를 통한 수출은 절반 가까이 줄었다. |
news forecast | 그 부처는 {가을 전에 두 번째 여객선이 다닐 것}이라고 밝혔다. |
news forecast | 노조는 {최대 2천 명이 매대를 잃을 수 있다}고 추산한다. |
news forecast | {다리 회담이 화요일 재개된다}. |
news forecast | {2월이면 물자가 바닥날 것}이라는 걱정이 나온다. |
news assertion | 오스트는 전쟁 뒤로 줄곧 군사 도시다. |
news assertion | {여객선은 부두 다섯 곳에 선다}. 마지막은 세관 뒤에 있다. |
news assertion | 재단은 길잡이에게 돈을 준 적이 없다고 한다. |
news assertion | 그들의 생사는 확인되지 않았다. |
news assertion | 장은 예전에 일요일에도 섰다. |
news assertion | 경비병은 급료가 적고 자주 바뀐다. |
news rule:must-not | 구역 당국은 월요일부터 {거주 쪽지가 없는 사람은 차단봉을 지날 수 없다}고 공지했다. | 거주 쪽지가 없는 사람
news rule:restricted | 새 명령은 {파란 카드를 가진 사람만 들어갈 수 있게 했다}. |
news rule:may (rewarded) | 당국은 {숨긴 라디오를 신고하면 한 대에 500위안을 준다}고 알렸다. | 숨긴 라디오를 신고하면
notice rule:must | 배의 주인이 바뀔 때에는 두 주인이 항무소에서 서명한다. | 배의 주인이 바뀔 때에는
notice rule:must-not | 갑문 근처에 아이들을 혼자 두지 마십시오. |
notice rule:must | 해가 진 뒤에는 등을 켜야 한다. | 해가 진 뒤에는
notice rule:must-not | 10시 이후 부두에 남은 어구는 주인 부담으로 치운다. |
notice rule:should | 물을 챙겨 가는 것이 좋습니다. |
notice rule:requested | 증명서를 준비해 주십시오. |
notice rule:restricted | 문서고 열람은 예약자에 한한다. |
statement rule:requested | 회원 단체들은 거절 사례를 모두 기록해 주시기 바랍니다. |
statement opinion | 이번 결정은 후퇴다. |
statement event | 3월 그 국은 우리 자매 단체의 허가를 빼앗았다. |
statement testimony | 한 아버지는 우리에게 {"그 뒤로 아들 목소리를 듣지 못했다"}고 써 보냈다. |
report testimony | 50대 산파는 {여자들이 심문이 두려워 집에서 낳았다}고 설명했다. |
report testimony | 한 면담자는 {공장 문 앞에서 자기 이름이 불렸다}고 기억했다. |
report statistic | 표본은 아홉 마을 212가구다. |
report opinion | 증거는 악의보다 방치를 가리킨다. |
report assertion | 문서고에는 1950년대 편지가 있다. |
report forecast | 바뀌는 것이 없으면 마지막 학교도 2년 안에 문을 닫을 것이다. |
post testimony | 할머니는 수용소 이야기를 한 번도 하지 않으셨다. |
post testimony | 역에서 숙소까지 나는 세 번 검문당했다. |
post opinion | 이웃을 고발하는 사람들 정말 역겹다. |
post assertion | 오스트 가는 버스는 극장 뒤에서 떠난다. |
roundtable opinion | 신뢰는 쌓는 데 여러 해가 걸립니다. |
roundtable testimony | 일주일 안에 간판을 내리라고 하더군요. |
roundtable rule:must | 해외 단체는 현지 주관 기관을 찾을 의무가 있습니다. |
roundtable assertion | 우리 협력자들은 날마다 이런 일을 겪습니다. |
roundtable forecast | 내년은 더 어려워질 겁니다. |
`;
