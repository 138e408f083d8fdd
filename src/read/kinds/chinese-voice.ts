import { sought } from '../sought.ts';
import type { Clause } from './clause.ts';

const TELL =
  '(?:说|称(?!为)|表示|告诉|回忆|讲述|透露|证实|描述|补充|写道|反映|介绍|谈到|谈起|诉说|坦言|作证|自述|口述|提到|讲|指出|道(?=[：:，,。]|$)|诉苦|抱怨)';
/** Without a word of telling there is no witness. */
const TELLS = /[说称讲述道据写谈证忆诉记提]|表示|告诉|透露|反映|介绍|坦言|描述|补充|指出|抱怨|按照|根据|向/;
/** Kin, trades, neighbours and those who left: people who tell what they saw. */
const PERSON =
  '(?:女子|男子|女孩|男孩|女人|男人|女士|妇女|妇人|母亲|父亲|妈妈|爸爸|父母|夫妇|商人|商贩|小贩|摊主|店主|店员|老板娘?|业者|居民|村民|镇民|市民|住户|司机|渔民|农民|牧民|工人|矿工|学生|老人|老师|教师|看守|狱警|士兵|军人|护士|医生|厨师|裁缝|顾客|买家|旅客|乘客|目击者|见证者|亲属|家属|家人|亲戚|亲友|姐姐|弟弟|哥哥|妹妹|姑姑|叔叔|舅舅|奶奶|爷爷|丈夫|妻子|儿子|女儿|孩子|孤儿|遗孀|寡妇|脱北者|难民|返回者|归来者|回来的人|被?遣返者|幸存者|受害者|受害人|受访者|被访者|访谈对象|过来人|向导|带路人|蛇头|中介|掮客|走私者|知情者|知情人|邻居|移民|移工|逃离者|逃亡者|出逃者|离开的人|被拘者|被关押者|囚犯|犯人|狱友|当事人|患者|病人|信徒|牧师|神父|志愿者|同乡|老乡|工友|同事|房东|租客|船主|船工|搬运工|退伍兵|老兵|叛逃者|被捕者|[一多几两三]名[^，。；]{0,12}的?人|一人|[\\u4e00-\\u9fff]某|女士|先生|大婶|大娘|大爷|大妈)';
const OFFICE = sought(
  /(?:发言人|部长|省长|市长|县长|大使|当局|警方|官员|专家|学者|教授|研究员|分析师|分析人士|观察人士|经济学家|主席|主任|负责人|总干事|秘书长|律师|该报|报告|声明|公告|通知|告示|法院|委员会|基金会|运营方|团体|机构|该组织|总部|协会|外交部|公安[局厅部]|政府)[^。；！？…]{0,24}?(?:说|称|表示|指出|写道|告诉|认为|介绍|透露)/,
);
const PERSON_TELLS = sought(new RegExp(`${PERSON}[^。；！？…]{0,40}?${TELL}`));
const ACCORDING = sought(new RegExp(`(?:据|按照?|根据)[^。，；…]{0,24}?${PERSON}[^。，；…]{0,12}`));
const REMEMBERS = sought(/回忆|忆述|追述|自述|口述|亲历|讲述|诉说|作证|证词|证言|坦言|记得/);
const TOLD_TO = sought(
  /(?:告诉|向)(?:我们|我|本报|本台|本刊|本会|记者|研究人员|访谈者|访谈员|工作人员|调查人员|志愿者|该网站|媒体)/,
);
const UNNAMED = sought(/不愿(?:具名|透露|公开)|匿名|化名|不具名|知情(?:者|人)|受访者/);
const FORMER = sought(/前(?:任)?[^。，；]{0,8}$/);

/** Whether words around a clause have it told by somebody who was there: 一名商人说. */
export function isChineseWitness(around: string): boolean {
  if (UNNAMED.test(around)) return true;
  if (!TELLS.test(around)) return false;
  const office = OFFICE.exec(around);
  if (office !== null && !FORMER.test(around.slice(0, office.index))) return false;
  return REMEMBERS.test(around) || TOLD_TO.test(around) || PERSON_TELLS.test(around) || ACCORDING.test(around);
}

const NAMES = sought(
  new RegExp(
    `${PERSON}[^，。；！？]{0,6}?(?:说|告诉|回忆|讲述|透露|坦言|诉说|反映|介绍(?=，)|称(?=，))|据[^。，；]{0,16}?${PERSON}[^。，；]{0,6}[，,]`,
  ),
);

/** Whether a clause names itself who tells it. */
export function namesChineseWitness(clause: string): boolean {
  return TELLS.test(clause) && (NAMES.test(clause) || TOLD_TO.test(clause));
}

/** Whether words around a clause only go on with a voice already named. */
export function isChineseContinued(around: string): boolean {
  return /[她他](?:们)?(?:还|又|也|接着|随后|继续|补充)?(?:说|称|补充|表示|告诉|回忆|讲|道)/.test(around);
}

const KIN = sought(
  /我(?:们)?(?:的)?(?:妈|爸|母亲|父亲|爹|娘|哥|姐|弟|妹|儿子|女儿|孩子|丈夫|妻子|老公|老婆|奶奶|爷爷|姑|舅|叔|姨|家|表|堂|邻居|朋友|同学|村)/,
);
const NARRATOR = sought(/(?<![自])我(?!国|市|县|州|局|省|军|院|方|部|区|镇|校|厅|党|站|所|行|会)|俺|咱/);
/** That it was lived: what is over, who was with it, how it felt on the skin. */
const LIVED = sought(
  /(?<!为)了(?!解)|过(?=[^程去于度分])|着(?!急|重|手|眼|力|想)|那年|那时|当时|时候|那天|那晚|小时候|[年岁]那|被|亲眼|亲手|亲耳|从前|曾|才(?=[看到找知])|没(?=[能有敢吃睡见收再])|不敢|不得不|只能|只好|直到|刚|以为|记得|逃|躲|藏|挨|睡在|吃|付|跑|走(?=[了到过])|到(?=[了的])|岁/,
);
/** 她说她看到了. */
const OF_THEMSELVES = sought(/[她他](?:们)?(?:还|又|也)?(?:说|称|回忆|讲述)[^，。]{0,6}(?:自己|[她他])/);
const EYES = sought(/亲眼(?:看|见|目)|亲身|亲耳|我(?:们)?(?:看到|看见|见过|见到|听见|遇到|目睹)/);
/** What was done to us, or to what is ours. */
const UNDERGONE = sought(/被(?!认)|遭到?|多次…?约谈|无法(?=向|再|继续|进入|汇|联)|受到(?!鼓舞)|约谈/);
const JUDGES = sought(
  /我(?:们)?(?:也|还|倒是|是)?(?:可能|劝|主张|承认|不?后悔|谈的是|宁可|没有条件|不知道|只能转述|说不好|怀疑|半信半疑|不?赞成|不?看好|不?认同)|我(?:们)?(?:的)?(?:认为|觉得|看法|意见|建议|希望|盼|担心|经验|相信|想(?![到起])|猜|支持|反对|同意|主张|呼吁|敦促|对[^，。]{0,16}(?:深感|表示|感到))|依我|在我看来|让我(?:们)?(?:担心|不安|高兴|难过)/,
);

/** Whether whoever says 我 tells what they went through: they, or their kin, did or suffered something. */
export function isChineseLived({ folded, input, tags, isQuoted }: Clause, hasEvent: boolean): boolean {
  if (JUDGES.test(folded) || tags.has('conditional')) return false;
  if (
    OF_THEMSELVES.test(folded) ||
    EYES.test(folded) ||
    (input.genre === 'post' &&
      /亲眼|刚(?:看|路过|遇)|^(?:昨|今|刚|前天|早上|晚上|上午|下午|路过|在)[^。]{0,20}(?:看到|看见|遇到|碰到|听到|听见|目睹)/.test(
        folded,
      ))
  )
    return true;
  if (!NARRATOR.test(folded)) return false;
  // What 我们的志愿者 did is told of others.
  const isPlural = /我们|咱们/.test(folded) && !/我(?!们)/.test(folded);
  if (UNDERGONE.test(folded)) return true;
  if (input.genre === 'post' && KIN.test(folded)) return true;
  if (isPlural && /我们(?:的)?(?:伙伴|志愿者|同事|员工|团队|组织|机构|办公室|政府|国家|社会|会员)/.test(folded))
    return false;
  if (isQuoted && KIN.test(folded)) return true;
  return hasEvent || LIVED.test(folded) || (KIN.test(folded) && LIVED.test(folded));
}
