import { parsePartialDate } from '../figures/calendar.ts';
import { oncePer } from '../once.ts';
import { simplifiedText } from '../terms/character-classes.ts';
import { foldText, givenSpan } from '../terms/folded-text.ts';
import { CHINESE_JOINTS, CHINESE_START, chineseDateAt } from './chinese-dates.ts';
import { ENGLISH_JOINTS, ENGLISH_START, englishDateAt } from './english-dates.ts';
import { type Joints, joinDates } from './joints.ts';
import { KOREAN_JOINTS, KOREAN_START, koreanDateAt } from './korean-dates.ts';
import type { FoundDate, Moment, Reference } from './moment.ts';

export type { FoundDate } from './moment.ts';

/**
 * Finds the dates that a text states and gives them as EDTF (docs/read-dates.md), in the order of the text and none
 * overlapping another. Relative words are resolved against `reference` (EDTF of the document's own date); without one, or
 * where it is not precise enough, `norm` is null. Month or day without a year are the latest that are not after it.
 * Empty for a text without dates. Linear in the length of the text.
 */
export function readDates(
  text: string,
  { lang, reference }: { readonly lang: 'en' | 'zh' | 'ko'; readonly reference?: string | undefined },
): readonly FoundDate[] {
  const from = parsePartialDate(reference);
  const folded = foldText(text);
  const compared = lang === 'zh' ? simplifiedText(folded.text).replace(/[○◯]/gu, '〇') : folded.text;
  const found = scan(compared, { ...GRAMMARS[lang], reference: from });
  return found.map((date) => ({ ...date, ...givenSpan(folded, date.start, date.end) }));
}

const GRAMMARS = {
  en: { start: ENGLISH_START, at: englishDateAt, joints: ENGLISH_JOINTS },
  zh: { start: CHINESE_START, at: chineseDateAt, joints: CHINESE_JOINTS },
  ko: { start: KOREAN_START, at: koreanDateAt, joints: KOREAN_JOINTS },
} as const;

/** Whether a date may begin with a character; the answers for plain ones are kept. */
function mayStart(start: RegExp, text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const plain = PLAIN_STARTS(start);
  return code < plain.length ? plain[code] === 1 : start.test(text[at] ?? '');
}

const PLAIN_STARTS: (start: RegExp) => Uint8Array = oncePer((start) =>
  Uint8Array.from({ length: 0x80 }, (_, code) => (start.test(String.fromCharCode(code)) ? 1 : 0)),
);

function scan(
  text: string,
  grammar: {
    readonly start: RegExp;
    readonly at: (text: string, at: number, reference: Reference) => Moment | undefined;
    readonly joints: Joints;
    readonly reference: Reference;
  },
): readonly FoundDate[] {
  const moments: Moment[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    if (text[at] === '《') depth++;
    else if (text[at] === '》') depth = Math.max(0, depth - 1);
    const moment = mayStart(grammar.start, text, at) ? grammar.at(text, at, grammar.reference) : undefined;
    if (moment !== undefined && moment.end > at) {
      // Words of a title say nothing of the time of whoever cites it: 《明日之后》.
      if (!(moment.relative && depth > 0)) moments.push(moment);
      at = moment.end;
    } else at++;
  }
  return joinDates(text, moments, grammar.joints);
}
