import { PERSON, RANKS } from './data/english-dangers.ts';
import { DESCRIBED_AS, OWN_PEOPLE, WHOSE_PEOPLE } from './data/english-described.ts';
import { type EnglishRules, rule, SAID, tokens, WORD } from './english-rules.ts';
import { AT_RISK, DESCRIBED, SOURCE } from './markings.ts';

/** What a rule of law says of whoever, and what is said of a kind: nobody in particular is meant. */
const OF_WHOEVER =
  /\b(?:shall|whoever|anyone|any person|may not|must not|is liable|are liable|will be (?:fined|punished|rewarded)|often|usually|typically)\b/iu;
const WHO = `(?:${PERSON}|${RANKS}|colleague|friend|aunt|uncle|cousin|neighbou?r|accountant|bookkeeper|landlord|manager|contributor|reader|relative|worker|volunteer)`;
const OWN = '(?:an?|one|another|my|our|his|her|the)';

/** Somebody whom a text describes without a name: the description as a whole is what gives them away (docs/read-protection.md M22). */
export const DESCRIBED_RULES: readonly EnglishRules[] = [
  {
    trigger: ['who', 'whom', 'whose'],
    unless: OF_WHOEVER,
    rules: [
      rule(`${OWN} (?:${WORD} ){0,2}${WHO},? who(?: ${WORD}){1,9},? (?:${SAID})`, SOURCE),
      rule(
        `${OWN} (?:${WORD} ){0,2}${WHO},? (?:who|whom|whose) ${WORD}(?: (?!(?:${SAID}|has|have|had|was|were|is|are|will|would)\\b)${WORD}){1,6}`,
        DESCRIBED,
      ),
    ],
  },
  {
    trigger: tokens(DESCRIBED_AS),
    unless: OF_WHOEVER,
    rules: [
      rule(
        `${OWN} (?:${WORD} )?(?:${DESCRIBED_AS}) (?:${WORD} )?${WHO}(?: and (?:her|his) (?:infant|baby|child|children|daughter|son|toddler|newborn))?`,
        DESCRIBED,
      ),
    ],
  },
  {
    trigger: tokens(OWN_PEOPLE),
    unless: OF_WHOEVER,
    rules: [
      rule(
        `(?:my|our|his|her|its|their) (?:own |former |old |regional |local |${WORD}[’']s )?(?:${OWN_PEOPLE})`,
        AT_RISK,
      ),
      rule(`(?:the|an?) (?:${WORD}[’']s |(?:${WHOSE_PEOPLE}) )(?:${OWN_PEOPLE})`, AT_RISK),
    ],
  },
];
