/**
 * First-level divisions and large cities of China, the two Korean states and neighbours that texts of the field name, for places that
 * a theme pack leaves out: code or country, type, English, Chinese, Korean; `;` parts names. Chinese codes are those of GB/T 2260 in
 * groups; elsewhere the country alone, with the name in the norm. From general knowledge of the official lists; Korean names both as read by
 * their characters and as South Korea writes foreign ones.
 */
export const DIVISIONS = `
CN-11|municipality|Beijing;Peking|北京|베이징;북경
CN-12|municipality|Tianjin|天津|톈진;천진
CN-13|province|Hebei Province|河北省|허베이성;하북성
CN-14|province|Shanxi Province|山西省|산시성;산서성
CN-15|province|Inner Mongolia Autonomous Region;Inner Mongolia|内蒙古自治区;内蒙古;内蒙|네이멍구자치구;네이멍구;내몽고자치구;내몽고;내몽골
CN-21|province|Liaoning Province|辽宁省|랴오닝성;료녕성;요녕성
CN-21-01|prefecture-city|Shenyang|沈阳市|선양;심양시
CN-21-02|prefecture-city|Dalian|大连市|다롄;대련시
CN-21-06|prefecture-city|Dandong|丹东市|단둥;단동시
CN-22|province|Jilin Province|吉林省|지린성;길림성
CN-22-01|prefecture-city|Changchun|长春市|창춘;장춘시
CN-22-24|prefecture|Yanbian Korean Autonomous Prefecture|延边朝鲜族自治州|연변조선족자치주;옌볜
CN-23|province|Heilongjiang Province|黑龙江省|헤이룽장성;흑룡강성
CN-23-01|prefecture-city|Harbin|哈尔滨市|하얼빈
CN-23-10|prefecture-city|Mudanjiang|牡丹江市|무단장;목단강시
CN-31|municipality|Shanghai|上海|상하이;상해
CN-32|province|Jiangsu Province|江苏省|장쑤성;강소성
CN-32-01|prefecture-city|Nanjing;Nanking|南京市|난징
CN-33|province|Zhejiang Province|浙江省|저장성;절강성
CN-33-01|prefecture-city|Hangzhou|杭州市|항저우;항주시
CN-34|province|Anhui Province|安徽省|안후이성;안휘성
CN-35|province|Fujian Province|福建省|푸젠성;복건성
CN-36|province|Jiangxi Province|江西省|장시성;강서성
CN-37|province|Shandong Province|山东省|산둥성;산동성
CN-37-01|prefecture-city|Jinan|济南市|지난시;제남시
CN-37-02|prefecture-city|Qingdao|青岛市|칭다오;청도시
CN-37-06|prefecture-city|Yantai|烟台市|옌타이;연태시
CN-37-10|prefecture-city|Weihai|威海市|웨이하이;위해시
CN-41|province|Henan Province|河南省|허난성;하남성
CN-42|province|Hubei Province|湖北省|후베이성;호북성
CN-42-01|prefecture-city|Wuhan|武汉市|우한시
CN-43|province|Hunan Province|湖南省|후난성;호남성
CN-43-01|prefecture-city|Changsha|长沙市|창사
CN-44|province|Guangdong Province;Canton Province|广东省|광둥성;광동성
CN-44-01|prefecture-city|Guangzhou|广州市|광저우
CN-44-03|prefecture-city|Shenzhen|深圳市|선전시;심천시
CN-45|province|Guangxi Zhuang Autonomous Region;Guangxi Province;Guangxi|广西壮族自治区;广西|광시좡족자치구;광시;광서장족자치구
CN-45-01|prefecture-city|Nanning|南宁市|난닝
CN-46|province|Hainan Province|海南省|하이난성;해남성
CN-50|municipality|Chongqing|重庆市|충칭
CN-51|province|Sichuan Province|四川省|쓰촨성;사천성
CN-51-01|prefecture-city|Chengdu|成都市|청두
CN-52|province|Guizhou Province|贵州省|구이저우성;귀주성
CN-53|province|Yunnan Province|云南省|윈난성;운남성
CN-53-01|prefecture-city|Kunming|昆明市|쿤밍;곤명시
CN-53-28|prefecture|Xishuangbanna Dai Autonomous Prefecture;Xishuangbanna|西双版纳傣族自治州;西双版纳|시솽반나
CN-54|province|Tibet Autonomous Region;Tibet;Xizang|西藏自治区;西藏|티베트자치구;티베트;시짱자치구
CN-54-01|prefecture-city|Lhasa|拉萨市|라싸
CN-61|province|Shaanxi Province|陕西省|산시성;섬서성
CN-61-01|prefecture-city|Xi'an|西安市|시안시;서안시
CN-62|province|Gansu Province|甘肃省|간쑤성;감숙성
CN-63|province|Qinghai Province|青海省|칭하이성;청해성
CN-64|province|Ningxia Hui Autonomous Region;Ningxia|宁夏回族自治区;宁夏|닝샤후이족자치구;닝샤
CN-65|province|Xinjiang Uyghur Autonomous Region;Xinjiang Uygur Autonomous Region;Xinjiang|新疆维吾尔自治区;新疆|신장위구르자치구;신장 위구르 자치구;신장웨이우얼자치구
CN-65-01|prefecture-city|Urumqi;Ürümqi|乌鲁木齐市|우루무치
KP|capital-city|Pyongyang|平壤市|평양시
KP|special-city|Rason;Rajin-Sonbong|罗先市|라선시;나선시
KP|special-city|Nampo|南浦市|남포시
KP|special-city|Kaesong|开城市|개성시
KP|province|North Hamgyong Province|咸镜北道|함경북도;함북
KP|province|South Hamgyong Province|咸镜南道|함경남도;함남
KP|province|Ryanggang Province;Yanggang Province|两江道|량강도;양강도
KP|province|Chagang Province;Jagang Province|慈江道|자강도
KP|province|North Pyongan Province|平安北道|평안북도;평북
KP|province|South Pyongan Province|平安南道|평안남도;평남
KP|province|North Hwanghae Province|黄海北道|황해북도;황북
KP|province|South Hwanghae Province|黄海南道|황해남도;황남
KP|province|Kangwon Province|-|-
KP|site|Panmunjom|板门店|판문점
KP|mountain|Mount Kumgang;Kumgang Mountain|金刚山|금강산
KP|county|Yongbyon;Nyongbyon|宁边郡|녕변군;영변
KP|site|Kaesong Industrial Complex|开城工业园区;开城工业园|개성공단;개성공업지구
KP|city|Hamhung|咸兴市|함흥시
KP|city|Wonsan|元山市|원산시
KP|city|Hyesan|惠山市|혜산시
KP|city|Chongjin|清津市|청진시
KP|city|Sinuiju|新义州市|신의주시
KR|capital-city|Seoul;Seoul Metropolitan City|首尔特别市;首尔市|서울특별시;서울시;서울
KR|special-city|Busan;Pusan|釜山广域市;釜山市|부산광역시;부산시
KR|special-city|Daegu|大邱广域市;大邱市|대구광역시;대구시
KR|special-city|Incheon;Inchon|仁川广域市;仁川市|인천광역시;인천시
KR|special-city|Gwangju|光州广域市;光州市|광주광역시
KR|special-city|Daejeon|大田广域市;大田市|대전광역시;대전시
KR|special-city|Ulsan|蔚山广域市;蔚山市|울산광역시;울산시
KR|special-city|Sejong City|世宗市|세종특별자치시;세종시
KR|province|Gyeonggi Province|京畿道|경기도
KR|province|Gangwon Province|-|강원특별자치도
KR|province|North Chungcheong Province|忠清北道|충청북도;충북
KR|province|South Chungcheong Province|忠清南道|충청남도;충남
KR|province|North Jeolla Province|全罗北道|전라북도;전북특별자치도;전북
KR|province|South Jeolla Province|全罗南道|전라남도;전남
KR|province|North Gyeongsang Province|庆尚北道|경상북도;경북
KR|province|South Gyeongsang Province|庆尚南道|경상남도;경남
KR|province|Jeju Province;Jeju Island;Jeju|济州道;济州岛|제주특별자치도;제주도;제주
KR|province|Gyeongsang|庆尚道|경상도
KR|province|Jeolla|全罗道|전라도
KR|province|Chungcheong|忠清道|충청도
KR|city|Suwon|水原市|수원시
KR|city|Yongin|龙仁市|용인시
KR|city|Goyang|高阳市|고양시
KR|city|Seongnam|城南市|성남시
KR|city|Paju|坡州市|파주시
KR|city|Ansan|安山市|안산시
KR|city|Anseong|安城市|안성시
KR|city|Hwaseong|华城市|화성시
KR|city|Gimpo|金浦市|김포시
KR|city|Bucheon|富川市|부천시
KR|city|Changwon|昌原市|창원시
KR|city|Jeonju|全州市|전주시
KR|city|Cheongju|清州市|청주시
KR|city|Cheonan|天安市|천안시
KR|city|Pohang|浦项市|포항시
KR|city|Gyeongju|庆州市|경주시
KR|city|Jinju|晋州市|진주시
KR|city|Yeosu|丽水市|여수시
KR|city|Mokpo|木浦市|목포시
KR|city|Chuncheon|春川市|춘천시
KR|city|Wonju|原州市|원주시
KR|city|Gangneung|江陵市|강릉시
KR|city|Sokcho|束草市|속초시
JP|city|Osaka|大阪|오사카
JP|city|Kyoto|京都|교토
JP|city|Nagoya|名古屋|나고야
JP|city|Fukuoka|福冈|후쿠오카
JP|city|Hiroshima|广岛|히로시마
JP|city|Yokohama|横滨|요코하마
JP|region|Hokkaido|北海道|홋카이도
JP|region|Okinawa|冲绳|오키나와
RU|city|Vladivostok|符拉迪沃斯托克;海参崴|블라디보스토크;울라지보스또크
RU|city|Khabarovsk|哈巴罗夫斯克|하바롭스크
RU|city|Saint Petersburg;St. Petersburg|圣彼得堡|상트페테르부르크
RU|region|Siberia|西伯利亚|시베리아
RU|region|Sakhalin|萨哈林|사할린
US|city|New York;New York City|纽约;纽约市|뉴욕
US|city|Los Angeles|洛杉矶|로스앤젤레스
US|city|San Francisco|旧金山;三藩市|샌프란시스코
US|city|Chicago|芝加哥|시카고
US|city|Boston|波士顿|보스턴
US|state|California|加利福尼亚;加州|캘리포니아
US|state|Texas|得克萨斯;德州|텍사스
US|state|Florida|佛罗里达|플로리다
US|state|Virginia|弗吉尼亚|버지니아
US|state|Hawaii|夏威夷|하와이
CH|city|Geneva|日内瓦|제네바
CH|city|Zurich;Zürich|苏黎世|취리히
NL|city|The Hague|海牙|헤이그
TR|city|Istanbul|伊斯坦布尔|이스탄불
TH|city|Chiang Mai|清迈|치앙마이
TH|province|Chiang Rai|清莱|치앙라이
VN|city|Ho Chi Minh City|胡志明市|호찌민
IN|city|Mumbai|孟买|뭄바이
IN|city|Delhi|德里|델리
AU|city|Sydney|悉尼;雪梨市|시드니
AU|city|Melbourne|墨尔本|멜버른
CA|city|Toronto|多伦多|토론토
CA|city|Vancouver|温哥华|밴쿠버
DE|city|Frankfurt|法兰克福|프랑크푸르트
DE|city|Munich|慕尼黑|뮌헨
BR|city|Rio de Janeiro|里约热内卢|리우데자네이루
UA|region|Crimea|克里米亚|크림반도;크름반도
`;

/**
 * Parts of the world that are no country: they stand as found places without a norm. Sentence as above.
 */
export const REGIONS = `
region|Asia|亚洲|아시아
region|East Asia|东亚|동아시아
region|Northeast Asia|东北亚|동북아시아;동북아
region|Southeast Asia|东南亚|동남아시아;동남아
region|Central Asia|中亚|중앙아시아
region|South Asia|南亚|남아시아
region|Europe|欧洲|유럽
region|Western Europe|西欧|서유럽
region|Eastern Europe|东欧|동유럽
region|Africa|非洲|아프리카
region|North America|北美;北美洲|북미;북아메리카
region|Latin America|拉丁美洲;拉美|라틴아메리카;중남미
region|South America|南美;南美洲|남미;남아메리카
region|Middle East;the Middle East|中东|중동
region|Manchuria|满洲|만주
region|Northeast China;northeastern China;China's northeast;the three northeastern provinces|中国东北;东北三省;东三省|중국 동북지방;중국 동북 지역;동북3성;동북 3성;동북삼성|CN
region|Korean Peninsula;Korean peninsula|朝鲜半岛;韩半岛|조선반도;한반도
region|Mekong|湄公河|메콩강
sea|Yellow Sea;West Sea|黄海|황해;서해
sea|East Sea;Sea of Japan|日本海|동해
sea|South China Sea|南海;南中国海|남중국해
sea|Pacific Ocean;Pacific;the Pacific|太平洋|태평양
sea|Atlantic Ocean;Atlantic;the Atlantic|大西洋|대서양
sea|Indian Ocean|印度洋|인도양
region|Demilitarized Zone;DMZ|非军事区|비무장지대
`;

/** Names that mean one of several countries until something beside them tells: name and ids. General knowledge. */
export const SHARED_NAMES: readonly (readonly [name: string, ids: readonly string[]])[] = [
  ['Korea', ['KP', 'KR']],
  ['Koreas', ['KP', 'KR']],
  ['Congo', ['CD', 'CG']],
  ['刚果', ['CD', 'CG']],
  ['콩고', ['CD', 'CG']],
  ['Georgia', ['GE', 'US-georgia']],
  ['Washington', ['US-washington', 'US-washington-state']],
];
