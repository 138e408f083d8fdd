/**
 * The countries and territories of ISO 3166-1 with their capitals: code, English, Chinese and Korean names, then the capital in the
 * three languages; `;` parts names, the first is the usual one, `-` stands for a capital that is left out because it is named as its country or
 * as something common. Written down from general knowledge of the codes and of the names that the press of the mainland, Taiwan and both
 * Korean states uses; Chinese in simplified characters, with names that Taiwan and Hong Kong form otherwise beside them.
 */
export const COUNTRIES = `
AD|Andorra|安道尔;安道尔公国|안도라|-|-|-
AE|United Arab Emirates;UAE;U.A.E.|阿联酋;阿拉伯联合酋长国|아랍에미리트;아랍에미리트연합;아랍추장국련방|Abu Dhabi|阿布扎比;阿布达比|아부다비
AF|Afghanistan|阿富汗|아프가니스탄;아프간|Kabul|喀布尔|카불
AG|Antigua and Barbuda|安提瓜和巴布达|앤티가바부다|-|-|-
AL|Albania|阿尔巴尼亚|알바니아|Tirana|地拉那|티라나
AM|Armenia|亚美尼亚|아르메니아|Yerevan|埃里温|예레반
AO|Angola|安哥拉|앙골라|Luanda|罗安达|루안다
AR|Argentina|阿根廷|아르헨티나|Buenos Aires|布宜诺斯艾利斯|부에노스아이레스
AT|Austria|奥地利|오스트리아|Vienna|维也纳|비엔나
AU|Australia|澳大利亚;澳洲|호주;오스트레일리아;오스트랄리아|Canberra|堪培拉;坎培拉|캔버라
AZ|Azerbaijan|阿塞拜疆;亚塞拜然|아제르바이잔|Baku|巴库|바쿠
BA|Bosnia and Herzegovina;Bosnia|波斯尼亚和黑塞哥维那;波黑;波斯尼亚|보스니아 헤르체고비나;보스니아헤르체고비나;보스니아|Sarajevo|萨拉热窝|사라예보
BB|Barbados|巴巴多斯|바베이도스|-|-|-
BD|Bangladesh|孟加拉国;孟加拉|방글라데시|Dhaka|达卡|다카
BE|Belgium|比利时|벨기에;벨지끄|Brussels|布鲁塞尔|브뤼셀
BF|Burkina Faso|布基纳法索|부르키나파소|Ouagadougou|瓦加杜古|와가두구
BG|Bulgaria|保加利亚|불가리아;벌가리아|Sofia|索非亚;索菲亚|소피아
BH|Bahrain|巴林|바레인|Manama|麦纳麦|마나마
BI|Burundi|布隆迪|부룬디|Bujumbura|布琼布拉|부줌부라
BJ|Benin|贝宁|베냉|Porto-Novo|波多诺伏|포르토노보
BN|Brunei|文莱;汶莱|브루나이|Bandar Seri Begawan|斯里巴加湾市|반다르스리브가완
BO|Bolivia|玻利维亚|볼리비아|La Paz|拉巴斯|라파스
BR|Brazil|巴西|브라질|Brasília;Brasilia|巴西利亚|브라질리아
BS|Bahamas;the Bahamas|巴哈马|바하마|Nassau|拿骚|나소
BT|Bhutan|不丹|부탄|Thimphu|廷布|팀푸
BW|Botswana|博茨瓦纳;波札那|보츠와나|Gaborone|哈博罗内|가보로네
BY|Belarus|白俄罗斯|벨라루스|Minsk|明斯克|민스크
BZ|Belize|伯利兹|벨리즈|Belmopan|贝尔莫潘|벨모판
CA|Canada|加拿大|캐나다;까나다|Ottawa|渥太华|오타와
CD|Democratic Republic of the Congo;Democratic Republic of Congo;DR Congo;DRC|刚果民主共和国;刚果（金）;刚果(金)|콩고민주공화국;민주콩고|Kinshasa|金沙萨|킨샤사
CF|Central African Republic|中非共和国|중앙아프리카공화국|Bangui|班吉|방기
CG|Republic of the Congo;Congo-Brazzaville|刚果共和国;刚果（布）;刚果(布)|콩고공화국|Brazzaville|布拉柴维尔|브라자빌
CH|Switzerland|瑞士|스위스|Bern|伯尔尼|베른
CI|Côte d'Ivoire;Cote d'Ivoire;Ivory Coast|科特迪瓦;象牙海岸|코트디부아르|Yamoussoukro|亚穆苏克罗|야무수크로
CL|Chile|智利|칠레|Santiago|圣地亚哥|산티아고
CM|Cameroon|喀麦隆|카메룬|Yaoundé;Yaounde|雅温得|야운데
CN|China;PRC;P.R.C.;People's Republic of China;mainland China|中国;中华人民共和国;中国大陆;中共国|중국;중화인민공화국;중국 대륙|-|-|-
CO|Colombia|哥伦比亚|콜롬비아|Bogotá;Bogota|波哥大|보고타
CR|Costa Rica|哥斯达黎加|코스타리카|-|-|-
CU|Cuba|古巴|쿠바;꾸바|Havana|哈瓦那|아바나
CV|Cabo Verde;Cape Verde|佛得角|카보베르데|Praia|普拉亚|프라이아
CY|Cyprus|塞浦路斯|키프로스;사이프러스|Nicosia|尼科西亚|니코시아
CZ|Czech Republic;Czechia|捷克;捷克共和国|체코;체스꼬|Prague|布拉格|프라하
DE|Germany|德国;德意志联邦共和国|독일;도이췰란드|Berlin|柏林|베를린
DJ|Djibouti|吉布提|지부티|-|-|-
DK|Denmark|丹麦|덴마크;단마르크|Copenhagen|哥本哈根|코펜하겐
DM|Dominica|多米尼克|도미니카 연방|Roseau|罗索|로조
DO|Dominican Republic|多米尼加;多米尼加共和国|도미니카공화국;도미니카|Santo Domingo|圣多明各|산토도밍고
DZ|Algeria|阿尔及利亚|알제리|Algiers|阿尔及尔|알제
EC|Ecuador|厄瓜多尔|에콰도르|Quito|基多|키토
EE|Estonia|爱沙尼亚|에스토니아|Tallinn|塔林|탈린
EG|Egypt|埃及|이집트;에짚트|Cairo|开罗|카이로
ER|Eritrea|厄立特里亚|에리트레아|Asmara|阿斯马拉|아스마라
ES|Spain|西班牙|스페인;에스빠냐|Madrid|马德里|마드리드
ET|Ethiopia|埃塞俄比亚;衣索比亚|에티오피아|Addis Ababa|亚的斯亚贝巴|아디스아바바
FI|Finland|芬兰|핀란드|Helsinki|赫尔辛基|헬싱키
FJ|Fiji|斐济|피지|Suva|苏瓦|수바
FM|Micronesia|密克罗尼西亚|미크로네시아|Palikir|帕利基尔|팔리키르
FR|France|法国;法兰西共和国|프랑스|Paris|巴黎|파리
GA|Gabon|加蓬|가봉|Libreville|利伯维尔|리브르빌
GB|United Kingdom;UK;U.K.;Britain;Great Britain|英国;联合王国|영국|London|伦敦|런던
GD|Grenada|格林纳达|그레나다|-|-|-
GE|Georgia|格鲁吉亚;乔治亚共和国|조지아;그루지야|Tbilisi|第比利斯|트빌리시
GH|Ghana|加纳|가나|Accra|阿克拉|아크라
GL|Greenland|格陵兰|그린란드|-|-|-
GM|Gambia;the Gambia|冈比亚|감비아|Banjul|班珠尔|반줄
GN|Guinea|几内亚|기니|Conakry|科纳克里|코나크리
GQ|Equatorial Guinea|赤道几内亚|적도기니|Malabo|马拉博|말라보
GR|Greece|希腊|그리스|Athens|雅典|아테네
GT|Guatemala|危地马拉|과테말라|-|-|-
GW|Guinea-Bissau|几内亚比绍|기니비사우|Bissau|比绍|비사우
GY|Guyana|圭亚那|가이아나|-|-|-
HK|Hong Kong;Hong Kong SAR|香港;香港特别行政区|홍콩;홍콩특별행정구;향항|-|-|-
HN|Honduras|洪都拉斯|온두라스|Tegucigalpa|特古西加尔巴|테구시갈파
HR|Croatia|克罗地亚|크로아티아;흐르바쯔까|Zagreb|萨格勒布|자그레브
HT|Haiti|海地|아이티|Port-au-Prince|太子港|포르토프랭스
HU|Hungary|匈牙利|헝가리;웽그리아|Budapest|布达佩斯|부다페스트
ID|Indonesia|印度尼西亚;印尼|인도네시아|Jakarta|雅加达|자카르타
IE|Ireland|爱尔兰|아일랜드|Dublin|都柏林|더블린
IL|Israel|以色列|이스라엘|Jerusalem|耶路撒冷|예루살렘
IN|India|印度|인도|New Delhi|新德里|뉴델리
IQ|Iraq|伊拉克|이라크|Baghdad|巴格达|바그다드
IR|Iran|伊朗|이란|Tehran;Teheran|德黑兰|테헤란
IS|Iceland|冰岛|아이슬란드|Reykjavik;Reykjavík|雷克雅未克|레이캬비크
IT|Italy|意大利;义大利|이탈리아;이딸리아|Rome|罗马|로마
JM|Jamaica|牙买加|자메이카|-|-|-
JO|Jordan|约旦|요르단|Amman|安曼|암만
JP|Japan|日本;日本国|일본|Tokyo|东京|도쿄;동경
KE|Kenya|肯尼亚|케냐|Nairobi|内罗毕|나이로비
KG|Kyrgyzstan|吉尔吉斯斯坦;吉尔吉斯|키르기스스탄|Bishkek|比什凯克|비슈케크
KH|Cambodia|柬埔寨|캄보디아;캄보쟈|Phnom Penh|金边|프놈펜
KI|Kiribati|基里巴斯|키리바시|-|-|-
KM|Comoros|科摩罗|코모로|-|-|-
KN|Saint Kitts and Nevis|圣基茨和尼维斯|세인트키츠 네비스|-|-|-
KP|North Korea;DPRK;D.P.R.K.;Democratic People's Republic of Korea|朝鲜;北朝鲜;北韩;朝鲜民主主义人民共和国|북한;북조선;조선민주주의인민공화국|Pyongyang|平壤|평양
KR|South Korea;ROK;R.O.K.;Republic of Korea|韩国;南韩;南朝鲜;大韩民国|한국;남한;남조선;대한민국|Seoul|首尔;汉城|서울
KW|Kuwait|科威特|쿠웨이트|-|-|-
KZ|Kazakhstan|哈萨克斯坦|카자흐스탄|Astana|阿斯塔纳|아스타나
LA|Laos|老挝;寮国|라오스|Vientiane|万象;永珍|비엔티안
LB|Lebanon|黎巴嫩|레바논|Beirut|贝鲁特|베이루트
LC|Saint Lucia|圣卢西亚|세인트루시아|-|-|-
LI|Liechtenstein|列支敦士登|리히텐슈타인|Vaduz|瓦杜兹|파두츠
LK|Sri Lanka|斯里兰卡|스리랑카|Colombo|科伦坡|콜롬보
LR|Liberia|利比里亚|라이베리아|Monrovia|蒙罗维亚|몬로비아
LS|Lesotho|莱索托|레소토|Maseru|马塞卢|마세루
LT|Lithuania|立陶宛|리투아니아|Vilnius|维尔纽斯|빌뉴스
LU|Luxembourg|卢森堡|룩셈부르크|-|-|-
LV|Latvia|拉脱维亚|라트비아|Riga|里加|리가
LY|Libya|利比亚|리비아|Tripoli|的黎波里|트리폴리
MA|Morocco|摩洛哥|모로코|Rabat|拉巴特|라바트
MC|Monaco|摩纳哥|모나코|-|-|-
MD|Moldova|摩尔多瓦|몰도바|Chisinau|基希讷乌|키시너우
ME|Montenegro|黑山|몬테네그로|Podgorica|波德戈里察|포드고리차
MG|Madagascar|马达加斯加|마다가스카르|Antananarivo|塔那那利佛|안타나나리보
MH|Marshall Islands|马绍尔群岛|마셜제도|Majuro|马朱罗|마주로
MK|North Macedonia;Macedonia|北马其顿;马其顿|북마케도니아;마케도니아|Skopje|斯科普里|스코페
ML|Mali|马里|말리|Bamako|巴马科|바마코
MM|Myanmar;Burma|缅甸|미얀마;버마|Naypyidaw|内比都|네피도
MN|Mongolia|蒙古国;蒙古;外蒙古|몽골;몽고|Ulaanbaatar;Ulan Bator|乌兰巴托|울란바토르
MO|Macau;Macao|澳门;澳门特别行政区|마카오|-|-|-
MR|Mauritania|毛里塔尼亚|모리타니|Nouakchott|努瓦克肖特|누악쇼트
MT|Malta|马耳他|몰타|Valletta|瓦莱塔|발레타
MU|Mauritius|毛里求斯|모리셔스|Port Louis|路易港|포트루이스
MV|Maldives;the Maldives|马尔代夫|몰디브|-|-|-
MW|Malawi|马拉维|말라위|Lilongwe|利隆圭|릴롱궤
MX|Mexico|墨西哥|멕시코;메히꼬|Mexico City|墨西哥城|멕시코시티
MY|Malaysia|马来西亚;大马|말레이시아|Kuala Lumpur|吉隆坡|쿠알라룸푸르
MZ|Mozambique|莫桑比克|모잠비크|Maputo|马普托|마푸투
NA|Namibia|纳米比亚|나미비아|Windhoek|温得和克|빈트후크
NE|Niger|尼日尔|니제르|Niamey|尼亚美|니아메
NG|Nigeria|尼日利亚|나이지리아|Abuja|阿布贾|아부자
NI|Nicaragua|尼加拉瓜|니카라과|Managua|马那瓜|마나과
NL|Netherlands;the Netherlands;Holland|荷兰|네덜란드;네데를란드|Amsterdam|阿姆斯特丹|암스테르담
NO|Norway|挪威|노르웨이|Oslo|奥斯陆|오슬로
NP|Nepal|尼泊尔|네팔|Kathmandu|加德满都|카트만두
NR|Nauru|瑙鲁|나우루|-|-|-
NZ|New Zealand|新西兰;纽西兰|뉴질랜드|Wellington|惠灵顿|웰링턴
OM|Oman|阿曼|오만|Muscat|马斯喀特|무스카트
PA|Panama|巴拿马|파나마|-|-|-
PE|Peru|秘鲁|페루|Lima|利马|리마
PG|Papua New Guinea|巴布亚新几内亚|파푸아뉴기니|Port Moresby|莫尔兹比港|포트모르즈비
PH|Philippines;the Philippines|菲律宾|필리핀|Manila|马尼拉|마닐라
PK|Pakistan|巴基斯坦|파키스탄|Islamabad|伊斯兰堡|이슬라마바드
PL|Poland|波兰|폴란드;뽈스까|Warsaw|华沙|바르샤바
PR|Puerto Rico|波多黎各|푸에르토리코|-|-|-
PS|Palestine|巴勒斯坦|팔레스타인|Ramallah|拉姆安拉|라말라
PT|Portugal|葡萄牙|포르투갈;뽀르뚜갈|Lisbon|里斯本|리스본
PW|Palau|帕劳|팔라우|-|-|-
PY|Paraguay|巴拉圭|파라과이|Asunción|亚松森|아순시온
QA|Qatar|卡塔尔|카타르|Doha|多哈|도하
RO|Romania|罗马尼亚|루마니아;로므니아|Bucharest|布加勒斯特|부쿠레슈티
RS|Serbia|塞尔维亚|세르비아|Belgrade|贝尔格莱德|베오그라드
RU|Russia;Russian Federation|俄罗斯;俄国;俄罗斯联邦|러시아;로씨야|Moscow|莫斯科|모스크바
RW|Rwanda|卢旺达|르완다|Kigali|基加利|키갈리
SA|Saudi Arabia|沙特阿拉伯;沙特;沙乌地阿拉伯|사우디아라비아;사우디|Riyadh|利雅得|리야드
SB|Solomon Islands|所罗门群岛|솔로몬제도|Honiara|霍尼亚拉|호니아라
SC|Seychelles|塞舌尔|세이셸|-|-|-
SD|Sudan|苏丹|수단|Khartoum|喀土穆|하르툼
SE|Sweden|瑞典|스웨덴;스웨리예|Stockholm|斯德哥尔摩|스톡홀름
SG|Singapore|新加坡|싱가포르;싱가폴|-|-|-
SI|Slovenia|斯洛文尼亚|슬로베니아|Ljubljana|卢布尔雅那|류블랴나
SK|Slovakia|斯洛伐克|슬로바키아;슬로벤스꼬|Bratislava|布拉迪斯拉发|브라티슬라바
SL|Sierra Leone|塞拉利昂|시에라리온|Freetown|弗里敦|프리타운
SM|San Marino|圣马力诺|산마리노|-|-|-
SN|Senegal|塞内加尔|세네갈|Dakar|达喀尔|다카르
SO|Somalia|索马里|소말리아|Mogadishu|摩加迪沙|모가디슈
SR|Suriname|苏里南|수리남|Paramaribo|帕拉马里博|파라마리보
SS|South Sudan|南苏丹|남수단|Juba|朱巴|주바
ST|São Tomé and Príncipe|圣多美和普林西比|상투메 프린시페|-|-|-
SV|El Salvador|萨尔瓦多|엘살바도르|San Salvador|圣萨尔瓦多|산살바도르
SY|Syria|叙利亚|시리아;수리아|Damascus|大马士革|다마스쿠스
SZ|Eswatini;Swaziland|斯威士兰|에스와티니|Mbabane|姆巴巴内|음바바네
TD|Chad|乍得|차드|N'Djamena|恩贾梅纳|은자메나
TG|Togo|多哥|토고|Lomé|洛美|로메
TH|Thailand|泰国|태국;타이|Bangkok|曼谷|방콕
TJ|Tajikistan|塔吉克斯坦|타지키스탄|Dushanbe|杜尚别|두샨베
TL|Timor-Leste;East Timor|东帝汶|동티모르|Dili|帝力|딜리
TM|Turkmenistan|土库曼斯坦|투르크메니스탄|Ashgabat|阿什哈巴德|아시가바트
TN|Tunisia|突尼斯|튀니지|Tunis|-|튀니스
TO|Tonga|汤加;东加王国|통가|-|-|-
TR|Turkey;Türkiye;Turkiye|土耳其|터키;튀르키예;뛰르끼예|Ankara|安卡拉|앙카라
TT|Trinidad and Tobago|特立尼达和多巴哥|트리니다드 토바고|-|-|-
TV|Tuvalu|图瓦卢|투발루|-|-|-
TW|Taiwan;Republic of China|台湾;中华民国|대만;타이완|Taipei|台北;台北市|타이베이;타이페이
TZ|Tanzania|坦桑尼亚|탄자니아|Dodoma|多多马|도도마
UA|Ukraine|乌克兰|우크라이나|Kyiv;Kiev|基辅|키이우;키예프
UG|Uganda|乌干达|우간다|Kampala|坎帕拉|캄팔라
US|United States;United States of America;USA;U.S.A.;US;U.S.|美国;美利坚合众国;美利坚|미국;미합중국|Washington, D.C.;Washington DC;Washington D.C.|华盛顿;华盛顿特区|워싱턴;워싱턴DC;워싱톤
UY|Uruguay|乌拉圭|우루과이|Montevideo|蒙得维的亚|몬테비데오
UZ|Uzbekistan|乌兹别克斯坦|우즈베키스탄|Tashkent|塔什干|타슈켄트
VA|Vatican City;Vatican;Holy See|梵蒂冈;教廷|바티칸;바티칸시국;교황청|-|-|-
VC|Saint Vincent and the Grenadines|圣文森特和格林纳丁斯|세인트빈센트 그레나딘|-|-|-
VE|Venezuela|委内瑞拉|베네수엘라|Caracas|加拉加斯|카라카스
VN|Vietnam;Viet Nam|越南|베트남;윁남;월남|Hanoi;Ha Noi|河内|하노이
VU|Vanuatu|瓦努阿图|바누아투|Port Vila|维拉港|포트빌라
WS|Samoa|萨摩亚|사모아|Apia|阿皮亚|아피아
XK|Kosovo|科索沃|코소보|Pristina|普里什蒂纳|프리슈티나
YE|Yemen|也门|예멘|Sanaa;Sana'a|萨那|사나
ZA|South Africa|南非|남아프리카공화국;남아공|Pretoria|比勒陀利亚|프리토리아
ZM|Zambia|赞比亚|잠비아|Lusaka|卢萨卡|루사카
ZW|Zimbabwe|津巴布韦|짐바브웨|Harare|哈拉雷|하라레
`;
