import { AT_ODDS, BEFELL, CALLED, GROUPS, MEMBERS, OPEN_GROUPS, TELLERS, TOLD } from './data/english-cases.ts';
import { type EnglishRules, NAME, NUMBER, rule, tokens, WORD, word } from './english-rules.ts';
import { AT_RISK, BYLINE, GROUP_AT_RISK, HELPER, HELPER_GROUP, PRACTICE, SITE, SOURCE, SOURCES } from './markings.ts';

const CASE = { ...AT_RISK, keys: ['count', 'custody'] };
const WAS = '(?:was|were|has been|have been|had been|got|is|are)';

/** People of a case, sources told by where they are, kinds of people at risk, places of work (docs/read-protection.md M8, M13 to M15). */
export const CASE_RULES: readonly EnglishRules[] = [
  {
    trigger: tokens(BEFELL),
    rules: [
      // "four were taken to a detention house": who they are was said before.
      rule(
        `(?:${NUMBER}|\\w+teen|eleven|twelve)(?: of (?:them|us|whom))? ${WAS} (?:(?:later|then|soon|also|all|both) )?(?:${BEFELL})`,
        CASE,
      ),
      rule(
        `(?:my|our|his|her|their) (?:(?:own|old|former|closest|local|business) )?(?:${MEMBERS}) ${WAS} (?:(?:later|then|soon|also) )?(?:${BEFELL})(?: (?:up|away|back))?(?: (?:in|at|from|near|to)${NAME})?`,
        CASE,
      ),
      rule(
        `(?:eleven|twelve|\\w+teen|1[1-9]|2\\d|30) (?:${WORD} ){0,2}?(?:passengers|travell?ers|companions|escapees|defectors|refugees|women|men|children|people|believers|villagers)(?=[^.]{0,60} ${WAS} (?:${BEFELL}))`,
        CASE,
      ),
    ],
  },
  {
    trigger: tokens('boy|girl|kid|kids|twins|in-laws|law'),
    rules: [
      rule(
        '(?:his|her|their|my) (?:(?:little|small|baby|teenage|eldest|youngest|only) )?(?:boy|girl|kids?|twins|(?:sister|brother|mother|father|son|daughter)s?-in-law|in-laws)',
        { ...AT_RISK, protection: 'low-count', reason: 'small-count' },
      ),
    ],
  },
  {
    trigger: tokens(TELLERS),
    beside: new RegExp(`\\b(?:${TOLD}|according to|talk to|spoke to|speak to|interviewed|asked)\\b`, 'iu'),
    rules: [
      // "A trader in Orrin who talks by phone with partners said": what tells who it is stands between.
      rule(
        `(?:an?|one|another) (?:(?!of|and|or|in)${WORD} ){0,3}?(?:${CALLED})(?: (?:in|of|at|from|on|near)${NAME})? who (?:${WORD} ){1,12}?(?=(?:${TOLD})(?!\\p{L}))`,
        SOURCE,
      ),
      rule(
        `(?:(?:former|local|several|some|two|three|many|most|other|foreign) ){0,2}(?:${TELLERS})(?: (?:in|from|at|near|inside|along)${NAME})?(?= (?:also |now |still )?(?:${TOLD})(?!\\p{L}))`,
        SOURCES,
      ),
      rule(
        `(?<=\\baccording to (?:the )?)(?:(?:former|local|several|some|two|three|many|other|foreign) ){0,2}(?:${TELLERS})(?: (?:in|from|at|near|inside|along)${NAME})?`,
        SOURCES,
      ),
      rule(`(?:the )?(?:${TELLERS}) (?:that )?(?:I|we) (?:talk|talked|speak|spoke|met) (?:to|with)`, SOURCES),
    ],
  },
  {
    trigger: tokens('used|housed|sheltered|hid|helped|fed|promised|would'),
    rules: [
      rule(
        `(?:the|an?|one|another) (?:${WORD} )?(?:${CALLED})(?: (?:in|of|at|from|on|near)${NAME})? who (?:(?:had|has|once) )?(?:used to (?:put up|take in|hide|feed|house|shelter|help|drive|lead|carry)|took in|put up|promised to (?:bring|carry|take|deliver|help))(?: (?!has|had|is|was|and)${WORD}){1,7}?(?= (?:has|had|is|was|and)|[,.;]|$)`,
        HELPER,
      ),
    ],
  },
  {
    trigger: tokens('shelter|shelters|hostel|landing|orphanage|guesthouse|office|offices|facilities|camps|villages'),
    rules: [
      rule(
        `(?:the|an?|our|their|his|her|its|${NUMBER}) (?:${WORD} )?(?:shelters?|landing (?:place|spot|stage)|hostel|orphanage|guesthouse) (?:in|near|below|above|at|on|outside|behind)${NAME}`,
        SITE,
      ),
      rule(`our(?: \\p{Lu}${WORD}){1,2} (?:office|house|flat|base|centre|center|shelter|branch)`, SITE),
      rule(`${NUMBER} (?:facilities|camps|shelters) in${NAME}(?: and${NAME})?`, SITE),
      rule(`(?:${NUMBER} )?villages (?:along|on|near|by|beside)${NAME}`, SITE),
    ],
  },
  {
    trigger: tokens('chat|group|channel|courier|phones|calls|bus|film'),
    rules: [
      rule(
        '(?:an?|our|the|their) (?:private |closed |secret )?(?:chat group|group chat|prayer group|(?:WeChat|Kakao|KakaoTalk|Telegram|Signal|WhatsApp) (?:group|channel))',
        PRACTICE,
      ),
    ],
  },
  {
    trigger: tokens('church|mission|missionary|local|house'),
    rules: [
      rule(
        '(?:(?:the|an?|some|small|local) ){0,2}(?:church|mission|missionary|house-church) (?:people|groups?|workers|network)',
        HELPER_GROUP,
      ),
      rule(
        '(?:small|tiny|grassroots|underground) (?:local |church |faith )?(?:groups|organi[sz]ations|charities|networks|partners)',
        { ...HELPER_GROUP, protection: 'medium' },
      ),
    ],
  },
  {
    trigger: tokens(GROUPS),
    rules: [
      rule(
        `(?:(?:more than|at least|some|about|around|nearly|over|up to|roughly|an estimated) )?(?:1[1-9]|[2-9]\\d|\\d{3}|\\d{1,3},\\d{3}) (?:(?:North )?\\p{Lu}${WORD} |(?:young|pregnant|stateless|undocumented|elderly) ){0,2}(?:${GROUPS})(?: (?:without|with no) ${WORD}(?: ${WORD})?)?`,
        GROUP_AT_RISK,
      ),
      rule(
        '(?:children|babies|boys and girls|sons and daughters) (?:born to (?:(?!who|that|and|in|at)[\\p{L}-]{2,14} ){0,2}[\\p{L}-]{4,14})',
        GROUP_AT_RISK,
      ),
      rule(
        '(?:(?:foreign|migrant|undocumented) )?(?:children|women|workers|people|foreigners|mothers|wives|brides) (?:without|with no|lacking) (?:(?:any|valid|legal|household|residence|identity|work) )?(?:papers|permits?|registration|documents?|status|nationality|cards?)',
        GROUP_AT_RISK,
      ),
    ],
  },
  {
    trigger: tokens('illegal|north|trafficked|undocumented'),
    rules: [rule(OPEN_GROUPS, GROUP_AT_RISK)],
  },
  {
    trigger: tokens('informants|informers|whistleblowers|tipsters|partners|teachers|pastors|drivers|landlord'),
    beside: word(AT_ODDS),
    rules: [
      rule('(?:the identity of )?(?:informants|informers|whistle-?blowers|tipsters)', {
        ...HELPER_GROUP,
        protection: 'medium',
        reason: 'affected-group',
      }),
      rule(`partners in${NAME}`, HELPER_GROUP),
      rule(
        '(?:teachers|pastors|doctors|drivers|landlords|missionaries|nurses)(?: and (?:teachers|pastors|doctors|drivers|landlords|missionaries|nurses))?(?= (?:have been|are|were|face|risk|fear|now|may be))',
        GROUP_AT_RISK,
      ),
    ],
  },
  {
    trigger: tokens('interpreter|translator|photographs|photos|interpreting|translation|text|editing|reporting'),
    rules: [
      rule(
        `(?<=\\b(?:interpreter|translator|photographs?|photos?|interpreting|translation|text|editing|reporting)(?: by|:) )(?:\\p{Lu}\\. ?){0,2}\\p{Lu}${WORD}(?: \\p{Lu}${WORD}){0,2}`,
        BYLINE,
      ),
    ],
  },
];
