/** English words around people: our own lists, made to find too much rather than too little. */

/** Before a name. A title alone makes nobody a public figure: only a pack's offices do. */
export const TITLES: ReadonlySet<string> = words(
  `mr mrs ms miss mx dr prof professor pastor reverend rev father fr sister brother bishop deacon elder rabbi imam monk
   president premier chancellor minister chairman chairwoman chairperson chair secretary director ambassador consul governor
   mayor senator congressman congresswoman judge justice attorney prosecutor general colonel major captain lieutenant
   sergeant corporal private commander officer inspector sheriff king queen prince princess comrade journalist reporter
   editor correspondent activist missionary lawyer broker trader defector refugee researcher analyst scholar teacher
   student doctor nurse interpreter translator photographer spokesman spokeswoman spokesperson coach engineer manager
   named called surnamed alias madam sir uncle aunt grandmother grandfather wife husband son daughter mother cousin nephew
   niece friend colleague neighbour neighbor survivor witness detainee prisoner`,
);

/** Capitalised words of bodies, places, works and customs: a run that holds one names no person. */
export const NOT_NAMES: ReadonlySet<string> = words(
  `ministry bureau department office agency administration authority authorities commission committee council court courts
   government party congress parliament assembly senate house cabinet union federation confederation association society
   foundation institute institution institutes university college school academy centre center hospital clinic church
   church's bank fund trust group groups company corporation corp inc ltd co limited gmbh press news times post herald
   daily weekly journal tribune gazette guardian chronicle review magazine radio television tv media network agency
   organization organisation organizations organisations ngo international national federal central provincial regional
   municipal public people peoples human rights security safety defense defence foreign internal interior external affairs
   justice health education labour labor welfare finance economy economic trade commerce development planning environment
   police army navy force forces guard guards patrol border military intelligence immigration customs red cross crescent
   convention treaty act law code protocol declaration charter constitution covenant agreement accord resolution decree
   order regulation regulations bill article section chapter annex war revolution movement campaign project programme
   program plan strategy policy initiative report bulletin notice letter index survey study dialogue forum conference summit
   meeting river mountain mountains mount mt lake sea ocean bay gulf strait island islands peninsula valley desert plain
   county province prefecture district city town township village municipality state states region territory republic
   kingdom democratic people's north south east west northern southern eastern western northeast northwest southeast
   southwest upper lower new old great street road avenue boulevard square bridge station airport port hotel building
   museum library park market hall gate tower camp prison detention asia asian europe european africa african america
   american atlantic pacific world global united nations korea china russia japan vietnam laos thailand mongolia day
   year month week century christmas easter chinese korean russian japanese english spanish french german latin internet
   google facebook twitter youtube weibo wechat whatsapp telegram instagram wikipedia amazon microsoft apple windows
   covid coronavirus ebola god bible christian christians buddhist muslim islam jewish catholic protestant communist
   socialist soviet cold refugee refugees migrants women children youth workers farmers relief aid assistance action watch
   monitor observer network coalition alliance front league club team service services system systems research policy
   studies science sciences technology digital data information communications university's related read more click
   share comments subscribe sign contact privacy terms copyright home about search menu skip content advertisement
   editor's note see also table figure photo image source sources title subject dear sincerely thank thanks happy good
   images photos pictures agence presse hong kong los angeles san francisco santa sri lanka costa rica el salvador puerto
   saudi arabia sierra leone burkina faso tel aviv kuala lumpur phnom penh abu dhabi addis ababa buenos aires inner outer
   mongolia taipei beijing shanghai seoul pyongyang tokyo moscow washington london paris berlin brussels geneva bangkok
   courier wire notes digest dispatch ledger examiner standard mail star sun globe today risks threats options challenges
   high supreme chief deputy vice former senior junior general special joint open free first second third`,
);

/** Peoples, languages and the like: they break a run, since "Chinese officials" names nobody. */
export const PEOPLES: RegExp =
  /^(?:chinese|japanese|portuguese|vietnamese|burmese|lebanese|sudanese|korean|koreans|russian|russians|american|americans|british|french|german|germans|dutch|swiss|thai|lao|laotian|mongolian|mongolians|tibetan|uyghur|uighur|european|europeans|asian|asians|african|africans|indian|indians|ukrainian|syrian|afghan|iranian|iraqi|israeli|turkish|kurdish|polish|italian|spanish|english|swedish|norwegian|danish|finnish|canadian|australian|mexican|brazilian|nepali|nepalese|filipino|malaysian|indonesian|cambodian|hongkongers?|taiwanese|christian|christians|muslim|muslims|buddhist|catholic|protestant|communist|marxist|western|eastern|northern|southern|arab|arabs|jewish|latin)$/;

/** A little set of verbs that begin sentences with a capital and are no names. */
export const OPENERS: ReadonlySet<string> = words(
  `according despite although however moreover meanwhile therefore furthermore nevertheless recently today yesterday
   please treat report reports police officials residents women men children people many some most several few both
   these those there here then thus hence also even still only just often since until before after while when where why
   how what who which whose if unless because as at by for from in into of on to with without within under over between
   among during through against about above below up down out off near along across behind beyond yes no not never none
   nothing nobody everyone everybody someone somebody anyone one two three four five six seven eight nine ten dozens
   hundreds thousands all any each every either neither other others another such same last next early late mid once
   twice first second third let make take give keep see read write call send return provide ensure act work all dear
   his her its their our your my mine he she it they we you i a an the this that and but or nor so yet is are was were
   be been being has have had do does did will would shall should can could may might must providing fanning due local
   chinese korean russian foreign central new old good great more less much very too well back home day night morning
   monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
   october november december spring summer autumn winter water food money border river village town city county`,
);

/** One of these is an individual; roles of office ("a leader", "a member") are left out. */
export const INDIVIDUALS: ReadonlySet<string> = words(
  `man woman girl boy child baby infant teenager youth mother father wife husband widow orphan daughter son sister brother
   grandmother grandfather relative refugee defector escapee migrant detainee prisoner inmate captive hostage convict
   victim survivor deportee returnee villager resident farmer fisherman herder worker labourer student pupil teacher broker
   smuggler trader merchant guard soldier officer policeman missionary pastor priest nun monk activist volunteer helper
   informant informer witness eyewitness patient nurse doctor couple family bride mistress neighbour neighbor pregnant
   foreigner journalist lawyer driver interpreter deacon preacher cook tailor cousin uncle aunt nephew niece courier midwife shepherd ferryman`,
);

/** Of those, roles that a rule or an argument speaks of without meaning anybody: "a resident may", "as a lawyer". */
export const ROLES: ReadonlySet<string> = words(
  'resident villager worker labourer lawyer driver student pupil teacher farmer guard soldier officer policeman journalist foreigner child parent trader merchant',
);

/** After "his", "her": one person who can be found through another. */
export const KIN: ReadonlySet<string> = words(
  'mother father wife husband son daughter sister brother grandmother grandfather uncle aunt cousin nephew niece baby child fiancee fiance widow',
);

export const FEMALE: ReadonlySet<string> = words(
  'woman women girl girls mother mothers wife wives widow widows daughter daughters sister sisters bride brides mistress mistresses grandmother female she her nun nuns',
);
export const MALE: ReadonlySet<string> = words(
  'man men boy boys father fathers husband husbands son sons brother brothers grandfather male he his monk monks policeman policemen fisherman',
);

/** Not a person's source: "water sources", "source of income". */
export const NOT_SOURCES_BEFORE: ReadonlySet<string> = words(
  'water food energy power income revenue data open heat light news funding money protein fuel drinking main primary secondary original information resource code',
);

/** What follows a person who does not want to be named; matched on lower-case words joined by one space. */
export const ANONYMITY: readonly string[] = [
  'who asked not to be',
  'who asked to remain',
  'who asked for anonymity',
  'who requested anonymity',
  'who wished to remain',
  'who wishes to remain',
  'who wished not to be',
  'who did not want',
  'who does not want',
  'who did not wish',
  'who declined to be',
  'who declined to give',
  'who preferred not',
  'who spoke on condition',
  'who spoke on the condition',
  'who spoke anonymously',
  'who was not authorized',
  'who was not authorised',
  'who is not authorized',
  'who is not authorised',
  'whose name',
  'whose identity',
  'speaking on condition of anonymity',
  'speaking anonymously',
  'familiar with',
  'with knowledge of',
  'with direct knowledge',
  'close to the',
  'identified only',
];

/** Adjectives that say a person is not named. */
export const UNNAMED: ReadonlySet<string> = words('anonymous unnamed unidentified undisclosed unknown');

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
