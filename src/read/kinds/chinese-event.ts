import type { EventTerms } from '../claim.ts';
import { matchesIn } from '../matches.ts';
import { once } from '../once.ts';
import { sought } from '../sought.ts';
import type { Clause } from './clause.ts';
import { placesOf } from './cues.ts';
import { CHINESE_EVENTS } from './data/chinese-events.ts';
import { trimmedWords } from './trimmed-words.ts';

const VERB = once(() => new RegExp([...CHINESE_EVENTS].sort((a, b) => b.length - a.length).join('|'), 'g'));
/** What stands before a verb that has not happened: it may, must, is asked for or is denied. */
const UNDONE = sought(
  /(?:预计|预期|定于|有望|拟于?|将于|(?<![金协社委员机大教学])会(?!议)|还是|可能|要(?!求后)|应|须|不得|不准|不许|可以?|能|如果?|若|凡|准备|计划|打算|禁止|严禁|呼吁|要求|敦促|停止|避免|防止|以免|企图|试图|希望|请|建议|必须|有权|否认|拒绝|为了?|威胁|担心|害怕|免遭|免于|反对|是否|能否|对于?|关于|涉嫌|等于|面临|考虑|帮助|协助|参与|继续|正在|一旦|只要|每|经常|常常|往往|一直|仍|持续|不断|有人|愿意|主动|敢|肯)[^，。；！？]{0,6}$|(?:未|没有?|并非|不)[^，。；！？]{0,3}$/,
);
/** 将 right before a verb is the future; with somebody between it says to whom a thing was done. */
const TO_COME = sought(/将(?:会|于|继续|进一步|再|陆续|全部|被|遭|对|重新|正式|逐步|分批|尽快|首次)?$/);
/** What makes a noun of the verb. */
const NOMINAL =
  /^(?:客|车辆?|以来|日期|时间|地点|的|后|之后|以后|时(?!间)|前(?!往)|的?(?:风险|政策|行为|工作|问题|率|中心|令|行动|制度|机制|措施|能力|危险|可能|压力|协议|人数|案件|名单|条件|费用|标准|程序|规定|办法|活动|任务|力度|意识|奖励|线索|电话|制)|者|率|所|犯|站|量)/;
const FRAME_END = /[，。；！？,;!?]/;

/** What a Chinese clause tells of as having happened; undefined when it tells of nothing that did. */
export function chineseEvent({ text, folded, cues, tags, input }: Clause): EventTerms | undefined {
  const isArgued = ['post', 'roundtable', 'statement', 'notice'].includes(input.genre ?? 'unknown');
  // Where people talk of many, they tell how things are.
  if (isArgued && /^(?:许多|很多|不少|大多|多数)/.test(folded)) return undefined;
  const hasAspect = /了|已|曾|过(?=[^程去])|被|遭|于\d|日(?:[，,]|在)/.test(folded);
  const [habits, conditions] = [placesOf(cues, 'habit'), placesOf(cues, 'conditional')];
  const isTold = input.genre === 'news' || input.genre === 'report';
  for (const match of matchesIn(folded, VERB())) {
    const [verb] = match;
    const end = match.index + verb.length;
    const before = folded.slice(Math.max(0, match.index - 16), match.index);
    if (UNDONE.test(before) || TO_COME.test(before) || NOMINAL.test(folded.slice(end, end + 6))) continue;
    if (conditions.isWithin(0, match.index) || habits.isWithin(match.index - 30, match.index)) continue;
    // A verb alone may be a heading or a rule; a sign of the past, a day or an object with a subject before it tells.
    if (
      !hasAspect &&
      !tags.has('specific-day') &&
      (isArgued ||
        match.index < 2 ||
        (end >= folded.trimEnd().length - 1 && (!isTold || match.index < 4)) ||
        /^[会将是对的与和、，应需]/.test(folded.slice(end, end + 1)))
    )
      continue;
    return termsOf(text, folded, { start: match.index, end });
  }
  // 被抓, 遭枪杀: what was done to somebody, whoever did it.
  for (const match of matchesIn(folded, DONE_TO)) {
    const before = folded.slice(Math.max(0, match.index - 16), match.index);
    if (UNDONE.test(before) || TO_COME.test(before) || NOMINAL.test(folded.slice(match.index + match[0].length)))
      continue;
    if (conditions.isWithin(0, match.index) || habits.isWithin(match.index - 30, match.index)) continue;
    return termsOf(text, folded, { start: match.index + 1, end: match.index + match[0].length });
  }
  // 就关了, 都没了 foresee or tell how things are where 了 ends what somebody says.
  for (const match of matchesIn(folded, DONE)) {
    if (GROWN.test(match[0])) continue;
    const before = folded.slice(Math.max(0, match.index - 16), match.index);
    if (UNDONE.test(before) || TO_COME.test(before)) continue;
    if (conditions.isWithin(0, match.index) || habits.isWithin(match.index - 30, match.index)) continue;
    return termsOf(text, folded, { start: match.index, end: match.index + match[0].length });
  }
  return undefined;
}

/** Somebody was taken, beaten, fined or moved. */
const DONE_TO =
  /(?:被|遭)(?:[^，。；！？]{0,10}?)(?:抓|捕|拘|押|带走|打|杀|扣|罚|判|遣|赶出|抢|卖|骗|关进|关押|查处|查封|送|审|搜|没收|逮|驱|枪|撞|烧|拆|约谈|传唤|解雇|开除|叫停|叫去|拦)(?![^，。；]{0,3}(?:的|者|率|人员))/g;

/** Any verb that 了 closes, with something behind it, but words of growing, being and time: 修好了围栏. */
const DONE =
  /[\u4e00-\u9fff]?[^为除成极对算罢有多少大小高低好坏变要快太是在就会能得长久老错累饿\s\d，。；：！？“”（）]了(?=[^解。！？，]|[。！？，]?$)|把[^，。；！？]{1,16}?[\u4e00-\u9fff](?:给|到|在|走|掉|成|进|出|起来|下来|回)/g;
/** How things have become, or lie: 加重了, 新增了, 住满了. */
const GROWN =
  /^(?:加[重强大深]|增[加多设]?|新?增|减[少轻弱]|[住坐挤装堆]?满|扩大|缩小|降低|提高|[下上]降|[上下]升|改善|恶化|放[松宽]|收紧|充满|布满|失去|具有|存在|体现|说明|反映|显示|意味|导致|造成|引起|引发|影响|形成|构成|加剧|带来|占据?|成为)了/;
const PASSIVE = sought(/(?:被|遭到?|受到|由)([^，。；]{0,20}?)$/);
const DISPOSAL = sought(/(?:将|把)([^，。；]{1,20}?)(?:全部|一并|强行|强制|立即)?$/);
const TIME =
  /^(?:据[^，]{1,20}，)?(?:[\d一二三四五六七八九十]{1,4}年)?(?:[\d一二三四五六七八九十]{1,3}月)?(?:[\d一二三四五六七八九十]{1,3}日)?(?:昨天|昨日|当天|当晚|凌晨|上午|下午|晚上?|近日|日前|最近)?[，,]?/;

function termsOf(
  text: string,
  folded: string,
  { start, end }: { readonly start: number; readonly end: number },
): EventTerms {
  let from = start;
  while (from > 0 && start - from < 60 && !FRAME_END.test(folded[from - 1] ?? '')) from--;
  const before = folded.slice(from, start);
  const lead = TIME.exec(before)?.[0].length ?? 0;
  let to = end;
  while (to < folded.length && to - end < 40 && !FRAME_END.test(folded[to] ?? '')) to++;
  const hasMark = /^[了过]/.test(folded.slice(end, end + 1)) ? 1 : 0;
  const did = text.slice(start, end + hasMark);
  const object = trimmedWords(text, end + hasMark, to);
  const passive = PASSIVE.exec(before);
  if (passive !== null) {
    const agent = passive[1] ?? '';
    return {
      who: trimmedWords(text, start - agent.length, start),
      did,
      whom: trimmedWords(text, from + lead, from + passive.index),
    };
  }
  const disposal = DISPOSAL.exec(before);
  if (disposal !== null) {
    const moved = disposal[1] ?? '';
    const tail = disposal[0].length - disposal[0].indexOf(moved);
    return {
      who: trimmedWords(text, from + lead, from + disposal.index),
      did,
      whom: trimmedWords(text, start - tail, start - tail + moved.length),
    };
  }
  // Where it happened stands between who and the verb: 警方在江边逮捕.
  const where = /[^，。；](?:在|于|对|向|从|自|随即|已经?|曾|近日|日前|昨日|昨天|当天|当场|先后)/.exec(
    before.slice(lead + 1),
  );
  const subjectEnd = where === null ? start : from + lead + 1 + where.index + 1;
  return { who: trimmedWords(text, from + lead, subjectEnd), did, whom: object };
}
