import { matchesIn } from '../matches.ts';
import { once } from '../once.ts';
import { sought } from '../sought.ts';
import { chineseEvent } from './chinese-event.ts';
import { chineseRule, chineseThreat } from './chinese-rule.ts';
import { isChineseContinued, isChineseLived, isChineseWitness, namesChineseWitness } from './chinese-voice.ts';
import { AROUND_TAGS, type Clause, type FigureWeight, type Grammar } from './clause.ts';
import { type CueLists, indexCharacters, joined, onlyTags } from './cue-index.ts';
import type { Cue } from './cues.ts';
import { CHINESE_FRAMES } from './data/chinese-frames.ts';
import { CHINESE_GRAMMAR } from './data/chinese-grammar.ts';
import { CHINESE_OPTIONS, CHINESE_STANCES } from './data/chinese-options.ts';
import { CHINESE_DIRECTIONS, CHINESE_RISKS } from './data/chinese-risks.ts';
import { CHINESE_SUBJECTS } from './data/chinese-subjects.ts';
import { CHINESE_DIRECTION_WORDS } from './data/direction-words.ts';
import { CHINESE_OPTION_WORDS } from './data/option-words.ts';
import { CHINESE_RISK_GROUPS } from './data/risk-groups.ts';
import { CHINESE_STANCE_WORDS } from './data/stance-words.ts';
import { CHINESE_VOICE_FRAMES } from './data/voice-frames.ts';
import { characterNumber } from './money.ts';
import { subjectLists } from './subjects.ts';
import { trimmedWords } from './trimmed-words.ts';

const lists: () => CueLists = once(() =>
  joined(
    CHINESE_GRAMMAR,
    CHINESE_RISKS,
    subjectLists(CHINESE_RISK_GROUPS, 'group:'),
    subjectLists(CHINESE_SUBJECTS),
    subjectLists(CHINESE_FRAMES, ''),
    subjectLists(CHINESE_VOICE_FRAMES, ''),
    CHINESE_DIRECTIONS,
    CHINESE_DIRECTION_WORDS,
    CHINESE_OPTIONS,
    CHINESE_OPTION_WORDS,
    CHINESE_STANCES,
    CHINESE_STANCE_WORDS,
  ),
);

/** What Daybook knows of Chinese clauses; lists are in simplified characters, and so is the folded text. */
export const CHINESE: Grammar = {
  index: once(() => indexCharacters(lists())),
  aroundIndex: once(() => indexCharacters(onlyTags(lists(), AROUND_TAGS))),
  line,
  isBare,
  isQuestion,
  imperative,
  figure,
  event: chineseEvent,
  isWitness: isChineseWitness,
  namesWitness: namesChineseWitness,
  isContinued: isChineseContinued,
  isLived: isChineseLived,
  threat: chineseThreat,
  rule: chineseRule,
  toward,
};

const DATE = sought(
  /(?:[\d〇零一二三四五六七八九]{4}年)[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日/,
);
const OFFICE = sought(
  /(?:政府|局|法院|检察院|部|厅|委员会|委|办公室|派出所|总站|支队|公安|处|署|协会|基金会|中心|大使馆|党委|指挥部)\s*$/,
);

function line({ folded }: Clause): 'issuance' | 'provenance' | undefined {
  const text = folded.trim();
  if (text.length > 120) return undefined;
  if (
    /^[（([【*]?\s?(?:译者|翻译|来源|作者|编辑|责任编辑|摄影|图片?|图片来源|转载自|转自|编译|原文|资料来源)[：:\s]/.test(
      text,
    )
  )
    return 'provenance';
  if (/^\[\d{1,3}\]/.test(text) && /\d{4}年/.test(text) && !/[。！？]$/.test(text)) return 'provenance';
  const date = DATE.exec(text);
  if (date === null) return undefined;
  const rest = text.replace(date[0], '').trim();
  return rest.length <= 60 && OFFICE.test(rest) && !/[，。；！？了]/.test(rest) ? 'issuance' : undefined;
}

/** Nothing, or a heading in 关于…的通知 and its likes. */
function isBare({ folded }: Clause): boolean {
  const text = folded.trim();
  if ((text.match(/[\u3400-\u9fff]/g) ?? []).length < 2) return true;
  if (
    /^(?:关于|有关)[^，。；！？]{2,60}的?(?:通知|通告|公告|决定|意见|办法|规定|报告|函|批复|请示|通报|公报|情况)$/.test(
      text,
    )
  )
    return true;
  return (
    /^(?:各[^，。；！？]{2,30}|[^，。；！？]{2,20})[：:]$/.test(text) ||
    /^第[\d一二三四五六七八九十百]{1,5}[章节条]\s?[^，。；！？]{0,16}$/.test(text)
  );
}

function isQuestion({ folded }: Clause): boolean {
  return /[?？][”"』」）)]*\s*$/.test(folded) || /[吗呢么][。！”"]*\s*$/.test(folded);
}

const ORDER =
  /^\s*(?:[\d一二三四五六七八九十]{1,3}[、.．]\s?|[（(][\d一二三四五六七八九十]{1,3}[)）]\s?)?(?:要|应|切实|认真|严格|加强|加大|立即|坚决|全面|进一步|做好|落实|严厉打击|严打|积极|按照|依法|及时|主动|深入|强化|确保|建立|完善|组织|开展|严肃|从严|自觉|遵守|登记|上报|报告|配合|携带|提高|维护|保护|发现|停止|各(?:级|地|部门|单位|乡镇|县市|派出所|企业)[^，。；]{0,20}(?:加强|做好|落实|开展|严格|立即|认真|切实))/;

function imperative({ folded, tags }: Clause): Cue | undefined {
  if (
    tags.has('not.law') ||
    tags.has('not.weak') ||
    tags.has('must.law') ||
    tags.has('restricted') ||
    tags.has('requested')
  )
    return undefined;
  const match = ORDER.exec(folded);
  if (match === null || /了|已经?|过去|有所|成效|成果|明显|统计|共/.test(folded)) return undefined;
  const label =
    /^\s*(?:[\d一二三四五六七八九十]{1,3}[、.．]\s?|[（(][\d一二三四五六七八九十]{1,3}[)）]\s?)?/.exec(folded)?.[0]
      .length ?? 0;
  return { tag: 'imperative', start: label, end: label };
}

const NUMBER =
  /((?:\d[\d,.]{0,14}|[〇零一二两三四五六七八九十百千]{1,8}|[数几上])\s?[十百千]?[万亿]?)(?:多|余|来)?\s?(名|人|个|位|起|件|家|次|宗|例|户|条|所|座|处|元|吨|艘|辆|批|对|倍|成(?!为|立|功|年|员|本|果|了|都|人|长)|%|％|美元|头|间|具|份|封|张|班|袋|辆次|条船|户人家|万|亿|千|百)|百分之[\d一二三四五六七八九十百点]+/g;
/** 过半, and a number that the noun before it counts: 人数为六十三. */
const SHARE = sought(
  /[一二两三四五六七八九十\d]+个[^，。]{0,6}[里中]有[一二两三四五六七八九十\d]+个|[一二两三四五六七八九十]分之[一二两三四五六七八九十]|过半|半数|近半|[一大]半(?=[^天路夜]|$)|(?:人数|总数|数量|件数|户数|比例|率|均价|价格|费用)(?:为|是|达|约|升至|降至|增至|减至)[\d一二三四五六七八九十百千]{2}/,
);
const MONEY = sought(/元/);
const NAMED = /(?:第|[年月日路号])$/;

function figure({ folded, tags }: Clause): FigureWeight | undefined {
  let weight: FigureWeight | undefined;
  const hasDay = tags.has('specific-day');
  for (const match of matchesIn(folded, NUMBER)) {
    const [all, number = '', unit = ''] = match;
    const before = folded.slice(Math.max(0, match.index - 1), match.index);
    if (NAMED.test(before) && before !== '年' && before !== '月' && before !== '日') continue;
    if (/^个(?:月|小时|星期)/.test(folded.slice(match.index + all.length - 1, match.index + all.length + 2))) continue;
    const value = characterNumber(number);
    if (unit === '') return 'large';
    if (value === 1 && !/[倍成%％]/.test(unit)) continue;
    if (value === undefined) {
      if (/[数几上][十百千万]/.test(number + unit)) return 'large';
      continue;
    }
    const isVerbal = unit === '次' || unit === '条' || unit === '处' || unit === '份';
    // A fine that one person paid belongs to what happened.
    const isFine = MONEY.test(unit) && tags.has('sanction') && !tags.has('total');
    const isSmall = isFine || value < 10 || (hasDay && value < 100);
    if (!isSmall || /[%％倍成万亿]/.test(unit) || (MONEY.test(unit) && !isFine) || (tags.has('total') && value >= 10))
      return 'large';
    if (!isVerbal) weight = 'small';
  }
  return weight ?? (SHARE.test(folded) ? 'large' : undefined);
}

function toward({ text, folded }: Clause, cue: Cue): string | undefined {
  if (cue.tag.endsWith('.after')) {
    const stop = /[，。；！？,;!?]|的(?:做法|行为|政策|立场|决定)?(?=[。！]|$)/g;
    stop.lastIndex = cue.end;
    const found = stop.exec(folded);
    const end = found === null ? folded.length : found.index + (found[0].startsWith('的') ? found[0].length : 0);
    return trimmedWords(text, cue.end, Math.min(end, cue.end + 40)) ?? undefined;
  }
  let from = cue.start;
  while (from > 0 && cue.start - from < 40 && !/[，。；！？,;!?：“”]/.test(folded[from - 1] ?? '')) from--;
  const before = folded.slice(from, cue.start);
  const lead = /^(?:我(?:们)?(?:认为|觉得|想|相信)?|但是?|而且?|所以|因此|其实)/.exec(before)?.[0].length ?? 0;
  const subject = before.slice(lead).replace(/(?:是|就是|都是|真是|实在|非常|十分|太|简直|本身)+$/, '');
  return trimmedWords(text, from + lead, from + lead + subject.length) ?? undefined;
}
