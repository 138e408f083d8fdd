import type { Token } from '../figures/tokens.ts';
import {
  COVERTLY,
  CUSTODY,
  DETENTION,
  DISPLACED,
  HARM,
  HELPED,
  HELPERS,
  HELPFUL_DEEDS,
  HELPING_MANY,
  HELPING_ONE,
  HIDEOUTS,
  KIN,
  LOCALS,
  LOCATORS,
  MEETING_PLACES,
  NOT_OURS,
  PERSON,
  PRESSURE,
  RANKS,
  ROOMS,
  ROUTES,
  VULNERABLE,
} from './data/english-dangers.ts';
import type { Finding, Stretch } from './finding.ts';
import {
  AFFECTED_GROUP,
  AT_RISK,
  CASE_COUNT,
  DETAIL,
  GROUP_AT_RISK,
  HELPER,
  HELPER_GROUP,
  ONLY_ONE,
  PARTNER,
  PRACTICE,
  ROUTE,
  SITE,
  SOURCE,
} from './markings.ts';
import { type Marking, marked } from './mention-rule.ts';
import { type KeySigns, withKeys } from './quasi-keys.ts';

/**
 * Finds in one English sentence what is dangerous without being a name: persons at risk as the text describes them,
 * helpers, partners, groups, sites, routes, ways of working and details by which somebody is recognised
 * (docs/read-protection.md M8, M12 to M15).
 */
export function findEnglishDangers(stretch: Stretch, words: readonly Token[]): Finding[] {
  const candidates = new Set<Rules>();
  for (const { lower } of words) for (const rules of BY_TRIGGER.get(lower) ?? []) candidates.add(rules);
  if (candidates.size === 0) return [];
  const { offset } = stretch;
  // A sentence begins with a capital that is no name's; the length stays.
  const text = stretch.text.replace(/^\P{L}{0,4}[A-Z](?=[a-z ])/u, (opening) => opening.toLowerCase());
  const found: Finding[] = [];
  for (const { beside, unless, rules } of candidates) {
    if (beside !== undefined && !beside.test(text)) continue;
    if (unless?.test(text) === true) continue;
    for (const { pattern, marking } of rules) {
      for (const { 0: words, index } of text.matchAll(pattern)) {
        found.push(marked(offset + index, offset + index + words.length, marking));
      }
    }
  }
  return withKeys(found, stretch, ENGLISH_KEYS);
}

interface Rules {
  /** Words in small letters of which one must stand in the sentence: most sentences have none, and a look is cheap. */
  readonly trigger: readonly string[];
  /** Words that must stand somewhere in the sentence too. */
  readonly beside?: RegExp;
  /** Words that speak against the rule anywhere in the sentence. */
  readonly unless?: RegExp;
  readonly rules: readonly { readonly pattern: RegExp; readonly marking: Marking }[];
}

const ENGLISH_KEYS: KeySigns = {
  sex: /\b(?:wom[ae]n|girls?|wife|wives|widow|mother|daughters?|sisters?|brides?|female|m[ae]n|boys?|husband|fathers?|sons?|brothers?|male|nuns?|monks?)\b/iu,
  age: /\baged \d|\d-year-old|\bin (?:his|her|their) (?:early |mid |late )?(?:\d0s|twenties|thirties|forties|fifties|teens)/iu,
  origin: /\bfrom (?:the )?\p{Lu}/u,
  route: /\b(?:crossed|crossing|swam|waded)\b/iu,
  date: /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:\d|of)|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/u,
  mode: /\b(?:tip|tipped|denounced|informed on|raid|checkpoint|inspection|betrayed)\b/iu,
  custody:
    /\b(?:detained|arrested|custody|handed over|jailed|imprisoned|prison|convicted|sentenced|repatriated|deported)\b/iu,
};

// Quantifiers are bounded, and words are parted by one space: each pattern looks at a bounded stretch from each place.
const WORD = "[\\p{L}\\p{M}'’-]{1,24}";
const NAME = `(?: (?:the )?\\p{Lu}${WORD}){1,5}`;
const NUMBER = '(?:two|three|four|five|six|seven|eight|nine|ten|several|\\d{1,3})';
const DETERMINER = `(?:the|an?|this|that|these|those|our|their|his|her|its|my|one|another|each|every|${NUMBER})`;
/** "behind the bakery", "near Orrin": where something stands. */
const WHERE = `(?: (?:in|at|near|behind|beside|above|below|beneath|under|outside|inside|opposite|on|by|next to|close to)(?: (?:the|an?|our|their))?(?: \\p{Lu}${WORD}){1,4}| (?:in|at|near|behind|beside|above|below|beneath|under|outside|inside|opposite|on|by|next to|close to) (?:the|an?|our|their) ${WORD})`;
const SAID =
  'said|says|told|confirmed|explained|added|recalled|claimed|reported|described|wrote|writes|texted|posted|leaked|passed|sent|replied|insisted|denied|noted|warned|admitted|revealed|disclosed|estimates?|estimated';
const COUNTY = '(?:[Cc]ounty|[Tt]own|[Vv]illage|[Tt]ownship|[Dd]istrict|[Hh]amlet|[Cc]ity)';

const RULES: readonly Rules[] = [
  {
    trigger: tokens(RANKS),
    beside:
      /\b(?:said|says|told|confirmed|explained|added|recalled|claimed|reported|described|wrote|writes|texted|posted|leaked|passed|sent|replied|insisted|denied|noted|warned|admitted|revealed|disclosed|estimates?|estimated|according to)\b/i,
    rules: [
      rule(
        `(?:an?|one|another) (?:(?!of|and|or|in)${WORD} ){0,3}?(?:${RANKS})(?: (?:in|of|at|with|from|on|near) (?:the |an? )?(?:${WORD} ){0,3}?${WORD}(?= (?:${SAID})))?(?= (?:${SAID}))`,
        SOURCE,
      ),
      rule(
        `(?<=\\b(?:said|says|according to|told by) )(?:an?|one|another) (?:(?!of|and|or|in)${WORD} ){0,3}?(?:${RANKS})${WHERE}?`,
        SOURCE,
      ),
    ],
  },
  {
    trigger: tokens('someone|somebody|person|people|man|woman|insider'),
    beside: new RegExp(`\\b(?:${SAID}|according to)\\b`, 'iu'),
    rules: [
      rule(
        `(?:someone|somebody|(?:an?|one|another|two|several) (?:person|people|man|woman|insider)) (?:inside|within|from|at|in|with (?:direct |first-hand )?(?:knowledge|access)|familiar with|close to|who (?:works?|worked|serves?|served))(?: (?!${SAID})${WORD}){1,6}?(?= (?:${SAID})|[,.;]|$)`,
        SOURCE,
      ),
    ],
  },
  {
    trigger: tokens(HELPFUL_DEEDS),
    rules: [
      rule(
        `(?:the|an?|one) (?:${WORD} )?(?:${PERSON}) who (?:had |has |once |secretly )?(?:${HELPFUL_DEEDS}) (?:the |their |his |her |a |false |them |us )?(?:papers|passports?|documents|boat|car|van|money|food|letters|medicine|them|him|her|us|people|refugees|defectors|escapees|children|women|over|across|in|guards?|soldiers)`,
        HELPER,
      ),
    ],
  },
  {
    trigger: tokens('fed|hid|sheltered|housed|harboured|harbored|concealed|ferried|smuggled'),
    unless: /\b(?:police|government|authorities|army|camps?|state|un|unhcr)\b/i,
    rules: [
      rule(
        `(?:the|an?|one|our|this) (?:(?!of|and|or|that|which)${WORD} ){0,2}?(?:${HELPING_ONE}|${PERSON}|inn|hostel|convent|mosque|clinic|bakery|shop|mill|parish|mission|school)(?:${WHERE})?(?= (?:has |have |had |once |secretly |quietly )?(?:fed|hid|sheltered|housed|harboured|harbored|concealed|ferried|smuggled) (?:the |some |about |over |around |more than |up to )?(?:\\d{1,3} |[a-z-]{2,12} )?(?:refugees|defectors|escapees|deportees|runaways|crossers|fugitives|them|him|her))`,
        HELPER_GROUP,
      ),
    ],
  },
  {
    trigger: tokens(ROOMS),
    beside: /\b(?:hides?|hid|hiding|waits?|waited|waiting|sleeps?|slept|sleeping|stay(?:s|ed|ing)?|kept|sheltered)\b/i,
    unless: /\b(?:police|minister|ministry|parliament|court|tourists?|guests?|committee)\b/i,
    rules: [rule(`(?:the|an?|his|her|our|their|one) (?:${WORD} ){0,2}?(?:${ROOMS})${WHERE}`, SITE)],
  },
  {
    trigger: tokens('boat|boats|car|cars|van|vans|lorry|truck|trucks|raft|rafts|they|groups|people'),
    beside: /\b(?:midnight|night|nights|dawn|dark|dusk|darkness|moonless)\b/i,
    unless: /\b(?:police|patrols?|soldiers?|ferr(?:y|ies) company|tourists?)\b/i,
    rules: [
      rule(
        `(?:leaves?|left|departs?|sets? out|waits?|lands?|starts?|comes?) (?:from|at|behind|below|near|under) (?:the|an?) (?:${WORD} ){0,2}?(?:${LOCATORS})`,
        ROUTE,
      ),
    ],
  },
  {
    trigger: tokens('we|our'),
    beside: /\b(?:money|cash|funds|medicines?|food|phones?|letters|bibles|rice|supplies|donations)\b/i,
    unless: /\b(?:shall|must|budget|million|billion)\b/i,
    rules: [
      rule(
        `(?:hand|deliver|pass|send|carry|transfer|wire|smuggle|hide|move|bring)(?:s|es|ed|ing)?(?: (?:out|over|on|in))?(?: ${WORD}){0,2}? (?:money|cash|funds|medicines?|food|phones?|letters|bibles|rice|supplies|donations) (?:in|through|via|by|inside|with|under|at|across)(?: ${WORD}){1,3}?(?=[,.;]| after| before| every| each| on| when|$)`,
        PRACTICE,
      ),
    ],
  },
  {
    trigger: tokens(CUSTODY),
    rules: [
      rule(`(?:the|an?|this|that|one|another) (?:${CUSTODY}) (?:(?!and|or|of|in)${WORD} )?(?:${PERSON})`, {
        ...AT_RISK,
        keys: ['count', 'custody'],
      }),
    ],
  },
  {
    trigger: tokens(KIN),
    rules: [
      rule(
        `(?:the|an?) (?:(?:elderly|young|pregnant|sick|small|eldest|youngest|only|late) )?(?:${KIN}) of (?:the|an?|one) (?:${WORD} ){0,2}?(?:${PERSON})`,
        AT_RISK,
      ),
      rule(
        `(?:his|her|my|their|whose) (?:elderly|young|younger|older|elder|eldest|youngest|pregnant|sick|small|newborn|only|own|late|ex-?|\\d{1,2}-year-old) (?:${KIN})`,
        { ...AT_RISK, protection: 'low-count', reason: 'small-count' },
      ),
    ],
  },
  {
    trigger: tokens('only|sole|last|lone'),
    rules: [
      rule(
        `the (?:only|sole|last|lone) (?:${WORD} ){0,3}?(?:${PERSON}) (?:in|of|from|at|on) (?:the|this|that|our|their) (?:town|village|county|hamlet|district|street|camp|school|hospital|factory|farm|island|parish|valley|block|station|unit|clinic|building)`,
        ONLY_ONE,
      ),
      rule(`the (?:only|sole|last|lone) (?:${WORD} ){0,3}?(?:${PERSON}) (?:in|of|from|at|on)${NAME}`, ONLY_ONE),
    ],
  },
  {
    trigger: tokens('sentenced|convicted|punished|executed|imprisoned|jailed|indicted'),
    rules: [
      // "over the last 21 years" and "14 days" count no people.
      rule(
        `(?<![\\d.,]|over |than |least )(?:1[1-9]|2\\d|30|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)(?! (?:years?|days?|months?|weeks?|hours?))(?: (?!of|and|in|to|were|was)${WORD}){0,2}? (?:people|persons|citizens|men|women|residents|villagers|brokers|traders|defectors|refugees|nationals|members|individuals|believers|pastors|missionaries|defendants|smugglers|farmers|soldiers|guards)`,
        CASE_COUNT,
      ),
    ],
  },
  {
    trigger: tokens(
      'broker|smuggler|between|middleman|fixer|courier|ferryman|boatman|missionary|trafficker|guide|handler|helper|contact|driver',
    ),
    rules: [
      // Indefinite too: a rule that forbids speaks of "brokers", or of whoever helps.
      rule(
        `(?:the|an?|this|that|his|her|their|our|one|another) (?:(?!and|or|of|in)${WORD} )?(?:${HELPERS})(?!,? (?:named|called) |,? \\p{Lu}\\p{Ll})`,
        HELPER,
      ),
      rule(
        '(?:her|his|their|our|my) (?:(?:local|old|former|first|second|new) )?(?:guide|handler|helper|contact|driver)',
        HELPER,
      ),
    ],
  },
  {
    trigger: tokens(
      'hid|hidden|hiding|hides|shelters|sheltered|sheltering|harboured|harbored|fed|feeding|housed|smuggled|guided|ferried|concealed|took|taken',
    ),
    beside: word(`${HELPING_ONE}|${HELPING_MANY}`),
    rules: [
      // The church hides people; a family that hid itself is at risk, and counted by other rules.
      rule(
        `(?:an?|one|the|this|that|our|another) (?:${WORD} )?(?:${HELPING_ONE})(?: (?:in|of|near|at|from)${NAME})?(?= (?:(?:that|who|which) )?(?:has |have |had |once |secretly |quietly )?(?:${HELPED}) (?:the|a|an|them|her|him|two|three|four|five|six|several|some|many|refugees|defectors|escapees|people|children|women|families|us|about|around|over|more|dozens|hundreds|\\d))`,
        HELPER_GROUP,
      ),
      rule(
        `(?:an?|one|the|this|that|our|another) (?:${WORD} )?(?:${HELPING_ONE})(?: (?:in|of|near|at|from)${NAME})? (?:that|who|which) (?:has |have |had |once |secretly |quietly )?(?:${HELPED})(?: (?:the|them|her|him|us|refugees|defectors|escapees))?`,
        HELPER_GROUP,
      ),
      rule(
        `(?:(?:the|some|several|many|two|three|four|five|local|those|few|${WORD}) )?(?:${HELPING_MANY})(?: (?:in|of|near|at|from)${NAME})? who (?:have |had |once |secretly |quietly |are |were )?(?:${HELPED}|hiding|sheltering|feeding)(?: (?:the|them|her|him|us|refugees|defectors|escapees)){0,2}`,
        HELPER_GROUP,
      ),
    ],
  },
  {
    trigger: tokens('church|congregation|fellowship|orphanage|clinic|network|school|shelter'),
    beside: word('underground|house|secret|unregistered|clandestine'),
    rules: [
      rule(
        `(?:the|an?|this|that|our|their|one|another|${NUMBER}) (?:${WORD} )?(?:underground|house|secret|unregistered|clandestine) (?:church|congregation|fellowship|orphanage|clinic|network|school|shelter)(?: (?:in|of|near|at|from)${NAME})?`,
        HELPER_GROUP,
      ),
    ],
  },
  {
    trigger: tokens(
      'partner|partners|staff|volunteer|volunteers|grantee|grantees|colleague|colleagues|employee|employees|worker|workers|coworker|coworkers',
    ),
    beside: word(PRESSURE),
    rules: [
      rule(
        `(?:our|their|its|the|an?|one|some|several) (?:(?:own|local|Chinese|Korean|domestic|grassroots|national|former|in-country|on-the-ground) ){1,2}(?:partners?|partner organi[sz]ations?|staff|volunteers?|grantees?|colleagues?|employees?|co-?workers?)${WHERE}?`,
        PARTNER,
      ),
      rule(`our (?:partners?|staff|volunteers?|grantees?|colleagues?|employees?|co-?workers?)${WHERE}?`, PARTNER),
      rule('local (?:partners?|partner organi[sz]ations?|staff|volunteers?|grantees?|co-?workers?)', PARTNER),
    ],
  },
  {
    trigger: tokens(
      'safe|safehouse|safehouses|hide|hideout|hideouts|hiding|shelter|shelters|transit|apartment|apartments',
    ),
    rules: [
      rule(`(?:${DETERMINER} )?(?:(?:new|old|small|secret|second|last|local|other) )?(?:${HIDEOUTS})${WHERE}?`, SITE),
    ],
  },
  {
    trigger: tokens(
      'camp|camps|center|centers|centre|centres|facility|facilities|site|sites|house|houses|station|stations|cell|cells|lock|lockup|lockups|prisons',
    ),
    rules: [
      rule(`(?:a total of )?${NUMBER} (?:(?!of|and|in|to)${WORD} ){0,2}?${DETENTION}${WHERE}?`, SITE),
      rule(
        `(?:the|an?|this|another|its|their) (?:(?:new|old|secret|second|main|largest|local|former|makeshift) )?${DETENTION} (?:near|outside|behind|beside|above|below|opposite|next to)(?: (?:the|an?) ${WORD}|${NAME})`,
        SITE,
      ),
      rule(
        `(?:the|an?|this|another|its|their) (?:(?:new|old|secret|second|main|local) )?${DETENTION} (?:in|at)${NAME} ${COUNTY}`,
        SITE,
      ),
      rule(`(?:the|a|an|this|another) (?:new|secret|makeshift|unmarked|unregistered) ${DETENTION}`, SITE),
    ],
  },
  {
    trigger: tokens('route|routes|path|paths|trail|trails|point|points|spot|spots|corridor|corridors'),
    rules: [
      rule(
        `(?:the|an?|this|that|our|their|its|his|her|one|another|${NUMBER}) (?:(?!of|and|in|to)${WORD} )?${ROUTES}${WHERE}?`,
        ROUTE,
      ),
    ],
  },
  {
    trigger: tokens(
      'cross|crosses|crossed|crossing|wade|wades|waded|swim|swam|wait|waits|waited|pick|picks|picked|drop|drops|dropped|land|lands|landed',
    ),
    beside: word(LOCATORS),
    unless: /\b(?:shall|must|law|regulations?|customs|tariffs?)\b/i,
    rules: [
      rule(
        `(?:cross(?:es|ed|ing)?|wade[sd]?|swim|swam|waits?|waited|land(?:s|ed)?|(?:pick|drop)(?:s|ped|ed)? (?:them|her|him|people) (?:up|off))(?: (?:the|over|into|them|her|him|people)){0,2}(?: \\p{Lu}${WORD}){0,3} (?:at|by|via|near|below|above|behind|under|beside|through) (?:the|an?|that) (?:${WORD} ){0,2}?(?:${LOCATORS})(?! (?:checkpoint|authorit))(?: (?:below|above|near|behind|beside|under|at|in|of) (?:the ${WORD}|\\p{Lu}${WORD}))?`,
        ROUTE,
      ),
    ],
  },
  {
    trigger: tokens('meet|meets|met|gather|gathers|gathered|worship|worships|worshipped'),
    unless:
      /\b(?:committee|council|parliament|congress|board|ministers?|ministry|assembly|commission|court|cabinet|delegat\w*|presidents?|summit|team|club)\b/i,
    rules: [
      rule(
        `(?:meets?|met|gathers?|gathered|worship(?:s|ped)?) (?:${WORD} ){0,3}?(?:every|each|on|at|after|before)(?: (?:the|a|other|second|first|last|new))?(?: ${WORD}){1,3}? (?:at|in|behind|under|near|by|beside) (?:an?|the|his|her|their|our)(?: ${WORD})?? (?:${MEETING_PLACES})(?: (?:by|near|behind|beside|at|in|on|of) (?:the ${WORD}|\\p{Lu}${WORD}))?`,
        PRACTICE,
      ),
      rule(
        `(?:meets?|met|gathers?|gathered|worship(?:s|ped)?) (?:in secret |secretly )?(?:at|in|behind|under|near|by|beside) (?:an?|the|his|her|their|our)(?: ${WORD})?? (?:${MEETING_PLACES})(?: (?:by|near|behind|beside|at|in|on|of) (?:the ${WORD}|\\p{Lu}${WORD}))? (?:every|each|on|at|after|before|once) (?:${WORD} ?){1,2}`,
        PRACTICE,
      ),
    ],
  },
  {
    trigger: tokens(
      'underground|discreetly|covertly|clandestinely|undercover|secret|secretly|discreet|radar|profile|shadows',
    ),
    rules: [
      rule(
        `(?<!(?:${NOT_OURS}) (?:${WORD} ){0,3})(?:work|operat|mov|act|meet|continu|function|proceed|adapt|communicat|travel|teach|preach|help|distribut|deliver|shelter)(?:s|e|es|ed|ing)? (?:${WORD} ){0,3}?(?:${COVERTLY})`,
        PRACTICE,
      ),
    ],
  },
  {
    trigger: tokens('we|our|helper|helpers|missionary|missionaries|volunteers|broker|brokers|aid|smuggler|smugglers'),
    beside:
      /\b(?:visas?|papers|passports?|phones?|sim cards?|code|bribe\w*|pay|paid|pays|records|quietly|low profile|encrypted|disguised?)\b/i,
    unless: /\b(?:shall|must|fined?|prohibited|forbidden)\b/i,
    rules: [
      rule(
        '(?:enter|come|travel|go|arrive|work|live)(?:s|ed|ing)?(?: (?:in|into|to|the|country|\\p{Lu}[\\p{L}]{1,20})){0,3} (?:on|with|under|as) (?:an? )?(?:tourist|student|business|false|forged|fake|borrowed|teaching|work) (?:visas?|passports?|papers|documents|names?)',
        PRACTICE,
      ),
      rule(
        '(?:use|using|uses|carry|carries|keep|keeps|change|changes|rotate|rotates)(?: \\p{L}{1,12}){0,2} (?:burner phones?|burners|sim cards?|code ?names?|code ?words?|false names?|no (?:papers|records|files|lists)|encrypted (?:phones?|apps?|messages))',
        PRACTICE,
      ),
      rule(
        '(?:pay|pays|paid|paying|bribe|bribes|bribed|bribing)(?: off)? (?:(?:the|a|some|local|border|two) ){0,2}(?:guards?|soldiers?|officers?|officials?|policem[ae]n|police)',
        PRACTICE,
      ),
      rule(
        `(?:keep|keeps|keeping|kept|work|works|working|worked)(?: (?!the)${WORD}){0,2}? (?:quietly|a low profile)`,
        PRACTICE,
      ),
    ],
  },
  {
    trigger: tokens(`${VULNERABLE}|pregnant|female|infant|child|underage|elderly|women|girl`),
    beside:
      /\b(?:refugees?|defect\w*|escap\w*|deport\w*|repatriat\w*|illegal\w*|immigrants?|hunger|starv\w*|traffic\w*|detain\w*|detention|forced|sold|stateless|unregistered|undocumented|persecut\w*|abus\w*|runaways?|murder\w*|rape\w*|tortur\w*|killed|asylum|mixed blood|returned|flee\w*|fled|north korean?s?)\b/i,
    rules: [
      rule(
        `(?:(?!and|or|of|in|to|with|the|for|from|by|on|which|that|while)${WORD} )?(?:(?!and|or|of|in|to|with|the|for|from|by|on|which|that|while)${WORD} )?(?:female|pregnant|women|girl|child|infant|underage|elderly) (?:${DISPLACED})(?! (?:camps?|status|polic|agency|centers?|centres?))`,
        GROUP_AT_RISK,
      ),
      rule(
        `(?:(?:North |South )?\\p{Lu}${WORD} )?(?:${DISPLACED}) (?:women|girls|children|kids|mothers|brides|wives|orphans|minors|babies|infants|families|offspring)`,
        GROUP_AT_RISK,
      ),
      rule('(?:these |those |the )?women and (?:children|kids|girls)', GROUP_AT_RISK),
      rule(
        '(?:the )?(?:mixed[ -](?:blood|race|parentage)|stateless|unregistered|undocumented|trafficked|orphaned|repatriated|displaced|unaccompanied) (?:boys and girls|offspring|children|boys|women|girls|minors|orphans|kids|babies|wives|brides|mothers)',
        GROUP_AT_RISK,
      ),
      rule(
        `(?:the )?(?:children|offspring|babies|daughters|wives|orphans) of (?:the )?(?:(?:${WORD}) )?(?:unregistered|undocumented|illegal|refugee|defector|trafficked|deported|repatriated|detained|stateless|imprisoned|North Korean)(?: ${WORD})?`,
        GROUP_AT_RISK,
      ),
      rule(`(?:female|pregnant|child) (?:${DISPLACED})`, GROUP_AT_RISK),
    ],
  },
  {
    trigger: tokens(LOCALS),
    beside: word(HARM),
    rules: [
      rule(
        `(?:(?:the|some|several|many|two|three|local) )?(?:${LOCALS}) (?:in|of|from|near|at)(?:(?: the)?(?: \\p{Lu}${WORD}){1,5}(?<=${COUNTY})| the (?:hamlet|village|town|township|county|district) of(?: \\p{Lu}${WORD}){1,3})`,
        AFFECTED_GROUP,
      ),
    ],
  },
  {
    trigger: tokens(
      'scar|scars|tattoo|tattoos|birthmark|birthmarks|limp|eye|prosthesis|prosthetic|marks|mark|stutter|missing|wheelchair|crutch|crutches',
    ),
    beside: /\b(?:he|she|his|her|him|woman|man|girl|boy|refugee|defector|broker|pastor|prisoner|witness|helper)\b/i,
    rules: [
      rule(
        `(?:has|have|had|with|wears|bears|walks with|walked with) (?:an?|two|his|her|the) (?:${WORD} ){0,2}?(?:scars?|tattoos?|birthmarks?|limp|glass eye|prosthe\\p{L}+(?: ${WORD})?|burn marks?|stutter|missing (?:finger|tooth|hand|arm|leg|eye|ear|fingers|teeth)|wheelchair|crutch(?:es)?)(?: (?:on|across|over|above|under) (?:his|her|the) (?:${WORD} )?${WORD})?`,
        DETAIL,
      ),
      rule(
        `is missing (?:an?|one|two|his|her) (?:${WORD} )?(?:finger|tooth|hand|arm|leg|eye|ear|fingers|teeth)`,
        DETAIL,
      ),
    ],
  },
  {
    trigger: tokens('worked|served|taught|studied|nursed|traded'),
    beside: /\b(?:before|until|fled|escaped|defected|left|crossed|arrested|hiding|sent back|returned)\b/i,
    unless: /\b(?:ambassador|minister|spokes\w+|president|professor|fellow|director)\b/i,
    rules: [
      rule(
        `(?<=\\b(?:he|she|who|woman|man|girl|boy) (?:had |has |once |formerly |previously )?)(?:worked|served|taught|studied|nursed|traded) (?:at|in|as|for|with)(?: (?:an?|the|his|her))?(?: (?!before|until|and|who|but|when|while|that|then)${WORD}){1,4}`,
        DETAIL,
      ),
    ],
  },
];

const BY_TRIGGER: ReadonlyMap<string, readonly Rules[]> = byTrigger();

function byTrigger(): ReadonlyMap<string, readonly Rules[]> {
  const map = new Map<string, Rules[]>();
  for (const rules of RULES) {
    for (const word of rules.trigger) {
      const list = map.get(word) ?? [];
      list.push(rules);
      map.set(word, list);
    }
  }
  return map;
}

function rule(source: string, marking: Marking): { readonly pattern: RegExp; readonly marking: Marking } {
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}'’-])(?:${source})(?![\\p{L}])`, 'gu'), marking };
}

/** The words of an alternation; of those with a space or a pattern in them, nothing. */
function tokens(words: string): readonly string[] {
  return words.split('|').filter((one) => /^\p{L}+$/u.test(one));
}

function word(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');
}
