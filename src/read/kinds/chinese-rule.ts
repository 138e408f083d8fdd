import { sought } from '../sought.ts';
import type { Clause, FoundModality, RuleParts } from './clause.ts';
import { type Cue, withTag } from './cues.ts';
import { trimmedWords } from './trimmed-words.ts';

const CONDITIONS: readonly RegExp[] = [
  /(?:凡是?|如果?|若|倘若|一旦|遇有?|假如)(?!何|此|下|今|期|实)[^，。；]{1,80}?(?=[，,。；]|$)/,
  /未经[^，。；]{1,40}?(?=[，,]|不得|擅自|一律|禁止|私自)/,
  /(?:违反|违背)[^，。；]{1,60}?(?:的|者)(?=[，,])/,
  /(?:对于?)?[^，。；：]{2,80}(?:的|者)(?=[，,](?:一律|由|处|给予|予以|将|可|依法|从|按|视|责令|并|追究|一经|没收|公安|应|奖|除))/,
  /除[^，。；]{1,40}(?:外|以外)(?=[，,]|$)/,
  /在[^，。；]{1,40}(?:时|期间|的情况下|情况下)(?=[，,]|$)/,
  /(?:持|凭|经)[^，。；]{1,40}?(?=后?(?:方可|方能|才能|才可|才准|可以?进|可入))/,
  /(?:未|没有|无|不)[^，。；]{1,40}?(?=的[^，。；]{1,12}(?:不得|不准|不许|不予|一律|禁止|严禁)|(?:的|者)?(?:不得|不准|不许|不予|一律不?))/,
  /[^，。；：]{2,60}?(?:的|者|时|的话)(?=[，,])/,
  /[^，。；：]{2,40}?者(?=[^，。；]{0,3}(?:须|应|需|必须|要|不得|将|可|处|一律|给予|予以))/,
  /(?:除非|只有)[^，。；]{1,40}?(?=才|，|。|$)/,
  /(?:擅自|私自|无(?=[^，。；]{1,10}(?:离|进|出|入|驾|居)))[^，。；]{0,12}?(?=离|进|出|入|驾|居|属|的)/,
  /持有[^，。；]{1,16}?(?=的)/,
  /违者/,
];
/** 对举报线索的群众，…: whoever is rewarded or punished, and for what. */
const DOER = sought(
  /(?:凡是?|对于?|如有?|若有?|任何)?([^，。；：]{2,80}?)(?:的(个人|单位|群众|人员|居民|村民|公民|举报人|组织|人|单位和个人|单位或个人|企业|干部|房主|雇主)?|者)[，,]?(?:一律|由[^，。；]{1,16}|将|可|会|可获|应)?$/,
);

/** What will be done to whoever does it: 持有外币的商贩将被送去劳动队. */
const SUFFERS = sought(
  /(?:的[^，。；]{0,8}|者|违反[^，。；]{1,20})[，,]?(?:一律|均|都|将|会|要|可|予以|立即|即)(?:一律|被|予以|会|依法)?(?:取消|吊销|扣|没收|送|遣|驱逐|关闭|查封|停|除名|开除|撤|免职|移交|移送|严|查处|处理|处罚|惩|清退|辞退|拆除|拘|逮捕|罚|列入|追|承担|抓|赶)/,
);

/** 搭载上述人员的，吊销营运证: the sanction alone, behind its deed. */
const BARE_SANCTION =
  /[的者][，,](?:由[^，。；]{2,12})?(?:依法|一律|从严|从重)?(?:吊销|没收|取消|拘留|开除|注销|扣押|驱逐|遣送|移送|查封|停业|关闭|辞退|列入)/;

/** 谁要是被查出…，就关十五天. */
const WHOEVER = /谁(?:要是|敢|若|再|家)[^。；]{1,24}(?:就|一律|都要?)(?:得)?(?:去|关|罚|抓|送|开除|押|撵)/;

/** What is announced against whoever does something; undefined when nobody is threatened. */
export function chineseThreat({ folded }: Clause): Cue | undefined {
  const whoever = WHOEVER.exec(folded);
  if (whoever !== null) return { tag: 'sanction.threat', start: whoever.index, end: whoever.index + whoever[0].length };
  const found = SUFFERS.exec(folded);
  if (found === null) {
    const bare = BARE_SANCTION.exec(folded);
    return bare === null
      ? undefined
      : { tag: 'sanction.threat', start: bare.index + 2, end: bare.index + bare[0].length };
  }
  const lead = /^(?:的[^，。；]{0,8}?|者|违反[^，。；]{1,20}?)[，,]?(?=一律|均|都|将|会|要|可|予以|立即|即)/.exec(
    found[0],
  );
  return { tag: 'sanction.threat', start: found.index + (lead?.[0].length ?? 0), end: found.index + found[0].length };
}

/** The parts of a Chinese rule, each in its words. */
export function chineseRule(clause: Clause, { modality, cue }: FoundModality): RuleParts {
  const { text, folded, cues } = clause;
  const at = (start: number, end: number): string | null => trimmedWords(text, start, end);
  const condition = CONDITIONS.map((pattern) => pattern.exec(folded)).find((match) => match !== null);
  const conditionWords =
    condition === undefined || condition === null ? null : at(condition.index, condition.index + condition[0].length);
  const sanctionCue = [
    ...withTag([...cues, cue], 'sanction.future', 'sanction.rule', 'sanction.threat', 'sanction'),
  ].sort((a, b) => a.start - b.start)[0];
  const sanction =
    sanctionCue === undefined || modality === 'may (rewarded)'
      ? null
      : at(sanctionCue.start, endOf(folded, sanctionCue.end));
  const rewardCue = withTag(cues, 'reward.rule')[0];
  const reward =
    rewardCue === undefined || modality !== 'may (rewarded)' ? null : at(rewardCue.start, endOf(folded, rewardCue.end));
  const rest = { condition: conditionWords, sanction, reward };
  if (cue.tag === 'reward.rule' || cue.tag.startsWith('sanction')) {
    const before = folded.slice(0, cue.start);
    const doer = DOER.exec(before);
    const acts = doer?.[1] ?? '';
    const start = doer === null ? 0 : doer.index + doer[0].indexOf(acts);
    const person = doer?.[2];
    const named = person === undefined || doer === null ? -1 : doer.index + doer[0].indexOf(`的${person}`) + 1;
    return {
      addressee: named < 0 || person === undefined ? null : at(named, named + person.length),
      action:
        (doer === null ? at(0, cue.start) : at(start, start + acts.length)) ?? at(cue.start, cue.end) ?? text.trim(),
      ...rest,
    };
  }
  return {
    addressee: anyOneIn(clause, cue) ?? subjectBefore(clause, cue.start, condition ?? undefined),
    action: at(cue.end, endOfAction(folded, cue.end)) ?? at(0, cue.start) ?? text.trim(),
    ...rest,
  };
}

/** 任何单位不得: whom it binds stands inside the words that bind. */
function anyOneIn({ text, folded }: Clause, cue: Cue): string | null {
  const found = /^任何.{1,12}?(?=不|均不|都不)/.exec(folded.slice(cue.start, cue.end));
  return found === null ? null : trimmedWords(text, cue.start, cue.start + found[0].length);
}

function subjectBefore({ text, folded }: Clause, end: number, condition: RegExpExecArray | undefined): string | null {
  let from = 0;
  if (condition !== undefined && condition.index + condition[0].length <= end)
    from = condition.index + condition[0].length;
  for (const mark of ['；', '。', '：', '，', ',']) from = Math.max(from, folded.lastIndexOf(mark, end - 1) + 1);
  const label =
    /^\s*(?:[\d一二三四五六七八九十]{1,3}[、.．]|[（(][\d一二三四五六七八九十]{1,3}[)）]|第[\d一二三四五六七八九十百]{1,5}条\s*)/.exec(
      folded.slice(from, end),
    );
  const subject = trimmedWords(text, from + (label?.[0].length ?? 0), Math.min(end, from + 80));
  return subject === null || /^(?:并|且|也|都|还|均|同时|但|特|现)$/.test(subject) ? null : subject;
}

function endOf(folded: string, from: number): number {
  const stop = /[。；！]|(?<=元|款|任|留|刑|励|罚|彰|理|处|金)[，,]/g;
  stop.lastIndex = from;
  return stop.exec(folded)?.index ?? folded.length;
}

function endOfAction(folded: string, from: number): number {
  const stop = /[。；！]|[，,](?=违者|否则|违反|如有|一经|对|情节|并处|处)/g;
  stop.lastIndex = from;
  return stop.exec(folded)?.index ?? folded.length;
}
