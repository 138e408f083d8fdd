import {
  CUSTODY,
  DISPLACED,
  HARM,
  HELPED,
  HELPERS,
  HELPFUL_DEEDS,
  HELPING_MANY,
  HELPING_ONE,
  KIN,
  LOCALS,
  PERSON,
  PRESSURE,
  RANKS,
  VULNERABLE,
} from './data/english-dangers.ts';
import { COUNTY, type EnglishRules, NAME, NUMBER, rule, SAID, tokens, WHERE, WORD, word } from './english-rules.ts';
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
  SOURCE,
} from './markings.ts';

/** Persons at risk, helpers, partners, sources and groups, and what they are recognised by (docs/read-protection.md M8, M12 to M15). */
export const PEOPLE_RULES: readonly EnglishRules[] = [
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
