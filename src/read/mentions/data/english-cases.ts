// English words around people of a case, sources told by where they are, and kinds of people at risk: our own lists. Sources of patterns.

/** What was done to people of a case. */
export const BEFELL =
  'arrested|detained|caught|seized|captured|taken|shot|killed|beaten|raped|sold|trafficked|sent|returned|repatriated|deported|expelled|handed|fined|sentenced|jailed|imprisoned|executed|interrogated|questioned|tortured|abducted|kidnapped|traced|picked|summoned|held';

/** Those who belong to whoever speaks. */
export const MEMBERS =
  'partner|colleague|contact|friend|assistant|roommate|neighbou?r|boss|employer|driver|guide|interpreter|pastor|teacher|relative|cousin|nephew|niece|uncle|aunt|husband|wife|son|daughter|mother|father|brother|sister|mother-in-law|sister-in-law|brother-in-law';

/** Plurals of people who tell without a name. */
export const TELLERS =
  'diplomats|officials|lawyers|traders|residents|villagers|detainees|returnees|guards|officers|analysts|brokers|missionaries|pastors|teachers|doctors|nurses|activists|volunteers|survivors|witnesses|relatives|families|aid workers|smugglers|fishermen|farmers|drivers|merchants|neighbou?rs|trader|official|officer|broker|pastor|driver|merchant|resident|guard|teacher|missionary|soldier|activist|villager';

/** One of them. */
export const CALLED =
  'trader|official|officer|broker|pastor|driver|merchant|resident|guard|teacher|missionary|soldier|activist|villager|lawyer|doctor|nurse|diplomat|smuggler|relative|returnee|defector|survivor|worker|woman|man';

/** Verbs of telling and holding. */
export const TOLD =
  'say|says|said|tell|told|report|reported|reports|speak|spoke|describe|described|disagree|warn|warned|warns|believe|expect|fear|recall|recalled|claim|claimed|claims|add|added|explained|confirmed|confirm|estimate|estimated|note|noted|recount|recounted';

/** Kinds of people of whom a number is told. */
export const GROUPS =
  'women|children|girls|returnees|defectors|refugees|escapees|detainees|orphans|migrants|babies|mothers|brides|workers|deportees';

/** Kinds of people by what they are called. */
export const OPEN_GROUPS =
  '(?:illegal (?:im)?migrants|illegal entrants|illegal aliens|north korean (?:women|men|girls|children|refugees|defectors|escapees|migrants|workers|brides|mothers|wives)|(?:trafficked|undocumented|unregistered) (?:women|girls|children|people|migrants|workers))';

/** What puts a kind of people in danger. */
export const AT_ODDS =
  'secret|protect\\p{L}*|identit\\p{L}*|reward\\p{L}*|afraid|fear\\p{L}*|arrest\\p{L}*|fined?|punish\\p{L}*|risk\\p{L}*|danger\\p{L}*|detain\\p{L}*|contact|phone|lists?';
