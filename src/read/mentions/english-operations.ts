import {
  COVERTLY,
  DETENTION,
  HIDEOUTS,
  LOCATORS,
  MEETING_PLACES,
  NOT_OURS,
  ROOMS,
  ROUTES,
} from './data/english-dangers.ts';
import {
  COUNTY,
  DETERMINER,
  type EnglishRules,
  NAME,
  NUMBER,
  rule,
  tokens,
  WHERE,
  WORD,
  word,
} from './english-rules.ts';
import { PRACTICE, ROUTE, SITE } from './markings.ts';

/** Sites, ways across and ways of working (docs/read-protection.md M15). */
export const OPERATION_RULES: readonly EnglishRules[] = [
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
];
