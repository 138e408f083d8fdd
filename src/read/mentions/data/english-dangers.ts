// English words around hiding, crossing, holding and helping people: our own lists, from reports of organisations that
// work with refugees and from notices against those who help them. Sources of patterns.

/** One person, as a text describes somebody without a name. */
export const PERSON =
  'wom[ae]n|m[ae]n|girls?|boys?|child|children|baby|infant|mother|father|husband|wife|widow|sister|brother|daughter|son|couple|family|teenager|refugee|defector|escapee|migrant|detainee|prisoner|inmate|deportee|returnee|crosser|victim|pastor|priest|missionary|broker|interpreter|translator|guide|driver|smuggler|trader|farmer|fisherman|teacher|nurse|doctor|midwife|student|soldier|guard|officer|official|nun|monk|activist|volunteer|helper|lawyer|journalist|reporter|villager|resident|worker|shepherd|ferryman|deacon|elder|preacher|grandmother|grandfather|uncle|aunt|cousin|nephew|niece|cook|clerk|tailor|baker|carpenter|widower|orphan|patient|believer|convert|courier|cadre';

/** What was done to somebody, before the noun. */
export const CUSTODY =
  'detained|arrested|imprisoned|jailed|captured|repatriated|deported|trafficked|abducted|convicted|sentenced|interrogated|wanted|disappeared|returned|expelled';

/** Those whose work is to bring people across, or who are known for hiding them. */
export const HELPERS =
  'broker|people[ -]smuggler|smuggler|go-between|middleman|fixer|courier|ferryman|boatman|missionary|trafficker';

/** Kin by whom somebody else is found. */
export const KIN =
  'wife|husband|widow|mother|father|daughter|son|sister|brother|child|children|baby|parents|family|grandmother|grandfather|uncle|aunt|cousin|fianc[eé]e?';

/** Who helps, as one or as many. */
export const HELPING_ONE =
  'church|family|household|couple|farm|farmer|monastery|temple|congregation|villager|resident|driver|innkeeper|shopkeeper|teacher|widow|neighbou?r|pastor|priest|missionary|herder|fisherman|ferryman|nurse|doctor|orphanage|school|hostel|trader';
export const HELPING_MANY =
  'families|households|couples|farmers|churches|congregations|villagers|residents|neighbou?rs|pastors|missionaries|herders|fishermen|monks|nuns|volunteers|brokers|people|locals|Christians|traders|drivers|relatives';

/** Has helped: what was done, not what a rule forbids whoever to do. */
export const HELPED =
  'hid(?:den)?|sheltered|harbou?red|fed|housed|smuggled|guided|ferried|concealed|took (?:\\p{L}+ ){1,3}in|taken (?:\\p{L}+ ){1,3}in|is hiding|are hiding|was hiding|were hiding|is sheltering|are sheltering|was sheltering|were sheltering|hides|shelters';

/** Places to hide. */
export const HIDEOUTS =
  'safe[ -]?houses?|safe[ -]?flats?|hide-?outs?|hiding[ -]places?|secret shelters?|underground shelters?|secret apartments?|transit houses?';

/** Sites where people are held. */
export const DETENTION =
  '(?:(?:detention|internment|holding|transit|labou?r|re-?education|interrogation|deportation|prison|repatriation|political prison|concentration) (?:camps?|cent(?:er|re)s?|facilit(?:y|ies)|sites?|houses?|stations?|cells?)|lock-?ups?|secret prisons?)';

/** Ways across. */
export const ROUTES =
  '(?:escape|smuggling|crossing|defection|exit|flight|trafficking|underground|evacuation|border-crossing) (?:routes?|paths?|trails?|points?|spots?|corridors?)';

/** Where somebody crosses or waits, as a local knows it. */
export const LOCATORS =
  'ford|bridge|mill|bend|dam|island|islet|pass|ferry|rapids|shallows|pylon|culvert|quay|jetty|sandbank|pier|gully|ravine|tunnel|fence|farm|barn|church|station|depot|quarry|orchard|watchtower|cemetery|school|factory|shop|bakery|market|village|hamlet|reservoir|cliff|rocks';

/** Where people meet who would rather not be seen. */
export const MEETING_PLACES =
  'tea ?house|caf[eé]|coffee shop|restaurant|church|house|home|flat|apartment|market|station|bridge|park|shop|cellar|basement|temple|hotel|inn|farm|barn|school|bakery|library|cemetery|mill|warehouse|garage|pier|sauna';

/** How one works so that nobody sees. */
export const COVERTLY =
  'underground|discreetly|covertly|clandestinely|undercover|in secret|secretly|in a discreet manner|in a discreet way|under the radar|below the radar|with a low profile|in the shadows';

/** Whose covert work is theirs to tell: states and crimes are the public's business. */
export const NOT_OURS =
  'agents?|police|spies|spy|intelligence|troops|army|militar\\p{L}*|miners?|mines?|metro|subway|gangs?|security|hackers?|soldiers?|officials?|authorities|government|cable|pipes?|economy';

/** Who faces harm as a kind of people. */
export const VULNERABLE =
  'women|boys|girls|children|kids|infants|babies|mothers|brides|wives|mistresses|females|orphans|minors|widows|elderly|pregnant women|offspring';
export const DISPLACED =
  'refugees?|defectors?|escapees?|migrants?|deportees?|returnees?|detainees?|asylum[ -]seekers?|illegal (?:im)?migrants?|illegal entrants?|illegal immigrants?|border[ -]crossers?|runaways?|stateless|repatriated|trafficked|undocumented|unregistered|displaced|exiles?';

/** Nouns of people that live somewhere. */
export const LOCALS =
  'villagers|residents|inhabitants|farmers|fishermen|herders|townspeople|townsfolk|households|families|traders|merchants|locals|islanders|workers|students|parishioners|believers|worshippers';

/** What was done to people somewhere. */
export const HARM =
  'robbed|assaulted|beaten|arrested|detained|killed|murdered|shot|raided|evicted|punished|interrogated|questioned|searched|attacked|abducted|tortured|raped|looted|plundered|stabbed|rounded up|deported|expelled|fined|disappeared|executed';

/** What weighs on partners. */
export const PRESSURE =
  'monitor\\p{L}*|surveill\\p{L}*|arrest\\p{L}*|detain\\p{L}*|question\\p{L}*|interrogat\\p{L}*|called in|summon\\p{L}*|harass\\p{L}*|threat\\p{L}*|risk\\p{L}*|danger\\p{L}*|endanger\\p{L}*|intimidat\\p{L}*|raid\\p{L}*|scrutin\\p{L}*|pressur\\p{L}*|visited by|safety|punish\\p{L}*|retaliat\\p{L}*|watched|followed|expos\\p{L}*';

/** Ranks and trades by which a source is described who is not named. */
export const RANKS =
  'lieutenant|captain|sergeant|corporal|colonel|major|private|commander|cadre|clerk|cook|guard|officer|policeman|policewoman|soldier|conscript|driver|teacher|doctor|nurse|trader|merchant|vendor|broker|smuggler|fisherman|farmer|worker|student|pastor|missionary|priest|interpreter|translator|villager|resident|neighbou?r|neighbour|neighbor|shopkeeper|innkeeper|engineer|official|diplomat|lawyer|prosecutor|judge|relative|insider|informant|returnee|defector|refugee|escapee|prisoner|inmate|survivor|witness|activist|volunteer|employee|businessman|businesswoman|accountant|journalist|recruit|sailor|medic|deacon|elder|monk|nun|librarian|mechanic|porter|waiter|waitress|miner|herder|midwife|inspector|customs officer|civil servant|aide|adviser|advisor|assistant';

/** What a helper did for somebody, after "who". */
export const HELPFUL_DEEDS =
  'forged|drove|rowed|led|brought|carried|smuggled|guided|hid|taught|bribed|warned|fed|sheltered|ferried|arranged|supplied|lent|rented|paid|delivered|treated|baptised|baptized|taken|bought';

/** Rooms that hide somebody when people wait or sleep in them. */
export const ROOMS =
  'flat|room|house|apartment|cellar|basement|barn|attic|loft|shed|warehouse|hut|cabin|cave|farmhouse';
