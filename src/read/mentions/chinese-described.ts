import type { DangerRules } from './danger-rules.ts';
import { SPEECH } from './data/chinese.ts';
import { PERSON, TRADES } from './data/chinese-dangers.ts';
import { ALIASED, GROUPS, KIN_PAIRS, SURNAMES_CALLED } from './data/chinese-described.ts';
import {
  AT_RISK,
  DESCRIBED,
  GROUP_AT_RISK,
  NAMED_PERSON,
  PUBLIC_FIGURE,
  SITE,
  SMALL_COUNT,
  SOURCE,
} from './markings.ts';
import { mentionRule } from './mention-rule.ts';

const H = '\\p{Script=Han}';
const ONE = '(?:一|另一|那|这|這|该|該|某)(?:名|位|个|個)';
const WHO = `(?:${PERSON}|${TRADES}|人士|知情人|同事|朋友|房东|房東|房主|邻居|鄰居|前雇员|前僱員|读者|讀者)`;
const SAYS = `(?=[^。！？\\n]{0,14}(?:${SPEECH}))`;
const LAW = /处[^。]{0,12}(?:罚|刑)|處[^。]{0,12}(?:罰|刑)|一律|不得|严禁|嚴禁|予以|应当|應當|任何人|凡/u;

/** Somebody whom a text describes without a name: the description as a whole is what gives them away (docs/read-protection.md M22). */
export const CHINESE_DESCRIBED_RULES: readonly DangerRules[] = [
  {
    trigger: new RegExp(`的${ONE}|${ONE}${H}{3,24}的`, 'u'),
    unless: LAW,
    rules: [
      mentionRule(`(?:[${H}\\d·]{3,24})的${ONE}(?:${H}{0,10}?)${WHO}(?!们|們)${SAYS}`, SOURCE),
      mentionRule(`${ONE}(?:[${H}\\d·、]{3,24})的${WHO}(?!们|們)${SAYS}`, SOURCE),
      mentionRule(`(?:[${H}\\d·]{3,24})的${ONE}(?:${H}{0,10}?)${WHO}(?!们|們)`, DESCRIBED),
      mentionRule(`${ONE}(?:[${H}\\d·、]{3,24})的${WHO}(?!们|們)`, DESCRIBED),
    ],
  },
  {
    trigger: new RegExp(KIN_PAIRS, 'u'),
    rules: [
      mentionRule(
        `(?:(?<=[，。、；：“”了把被将將与與和跟]|^)${H}{2,10}的)?(?:${KIN_PAIRS})(?:俩|倆|二人|两人|兩人|三人|一行)`,
        {
          ...SMALL_COUNT,
          protection: 'singling-out',
        },
      ),
    ],
  },
  {
    trigger: /老|阿|[一二三四五六七八大小][姐哥妹嫂姨婶嬸叔]/u,
    rules: [
      mentionRule(`老(?:${SURNAMES_CALLED})(?=[，。、：；—–…]|——|[说說讲講被把跟也就还還在和是的])`, NAMED_PERSON),
      mentionRule(`(?<=[“「『"‘])(?:阿|小)${H}(?=[”」』"’])`, NAMED_PERSON),
      mentionRule(`(?<=叫(?:她|他|牠)?)${ALIASED}(?=[，。、：；—]|$)`, NAMED_PERSON),
    ],
  },
  {
    trigger: /被|遭/u,
    unless: LAW,
    rules: [
      mentionRule(
        `(?:${TRADES}|房东|房東|房主|护林员|護林員|店老板|店老闆|业主|業主)(?=[^。！？，\\n]{0,6}(?:被|遭)(?!誉|譽|称|稱|视|視|认|認))(?<!(?:警察|官员|官員|士兵|干部|幹部))`,
        AT_RISK,
      ),
    ],
  },
  {
    trigger: /最[小大年]/u,
    rules: [
      mentionRule(
        `最(?:小|大|年幼|年长|年長)的(?:一[个個名位])?(?:出生|今年|年仅|年僅)?(?:仅|僅|才|只有|刚满|剛滿)?[一二三四五六七八九十两兩\\d]{1,4}(?:个月|個月|岁|歲|天)`,
        { ...SMALL_COUNT, protection: 'singling-out', keys: ['count', 'age'] },
      ),
    ],
  },
  {
    trigger: /后屋|後屋|地下室|阁楼|閣樓|偏房|里屋|裡屋|厢房|廂房|窝棚|窩棚|地窖|夹层|夾層/u,
    beside: /住|藏|躲|睡|留宿|带走|帶走/u,
    rules: [
      mentionRule(
        `(?:${H}{1,8}?)(?:后屋|後屋|地下室|阁楼|閣樓|偏房|里屋|裡屋|厢房|廂房|窝棚|窩棚|地窖|夹层|夾層)`,
        SITE,
      ),
    ],
  },
  {
    trigger: new RegExp(GROUPS, 'u'),
    rules: [mentionRule(`(?:${GROUPS})`, GROUP_AT_RISK)],
  },
  {
    trigger: /发言人|發言人/u,
    rules: [
      mentionRule(
        `(?:${H}{0,4}?)(?:外交部|统一部|統一部|国防部|國防部|国务院|國務院|总统府|總統府)(?:发言人|發言人)`,
        PUBLIC_FIGURE,
      ),
    ],
  },
  {
    trigger: new RegExp(TRADES, 'u'),
    rules: [
      mentionRule(
        `(?<![第每各])(?:一|两|兩|三|四|五|六|七|八|九|十)(?:名|位|个|個)(?:${H}{1,5}?)(?:${TRADES})(?!们|們|等|会|會)`,
        SMALL_COUNT,
      ),
    ],
  },
];
