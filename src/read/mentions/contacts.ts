import { matchesIn } from '../matches.ts';
import { once } from '../once.ts';
import { sought } from '../sought.ts';
import { ACCOUNTS, MESSENGERS, PAPERS, PLATES, REPORTING, STREETS, TELEPHONE } from './data/contacts.ts';
import type { Finding, Stretch } from './finding.ts';
import { CONTACT, HANDLE, NUMBER, REPORTING_CHANNEL } from './markings.ts';
import { type Marking, marked } from './mention-rule.ts';

/**
 * Finds what reaches or finds somebody, in any language: telephones, mail and postal addresses, messenger ids, @names,
 * papers, plates and accounts (docs/read-protection.md M10, M11). `layerText` is the whole text: whether a contact is
 * one for denouncing people is judged by the words before it, also those of the lines above.
 */
export function findContacts(stretch: Stretch, layerText: string): Finding[] {
  const { text } = stretch;
  // Most sentences hold none of these, and one look tells.
  if (!/[\d@＠/]|www|["“‘'「『]|微信|[路街巷道]/u.test(text)) return [];
  const reporting = once(() => asksForReports(stretch, layerText));
  const found: Finding[] = [];
  const push = (start: number, words: string, marking: Marking): void => {
    const at = stretch.offset + start;
    found.push(marked(at, at + words.length, marking));
  };
  const contact = (marking: Marking): Marking => (reporting() ? REPORTING_CHANNEL : marking);
  if (/[@＠]/u.test(text)) {
    for (const match of matchesIn(text, MAIL)) push(match.index, match[0], contact(HANDLE));
    for (const match of matchesIn(text, AT)) push(match.index, match[0].replace(/[.-]+$/, ''), HANDLE);
  }
  if (/["“‘'「『]/u.test(text)) {
    for (const { index, 0: all, 1: name = '' } of matchesIn(text, NAMED_USER))
      push(index + all.lastIndexOf(name), name, HANDLE);
    for (const { index, 0: all, 1: name = '' } of matchesIn(text, PUBLIC_ACCOUNT))
      if (reporting()) push(index + all.lastIndexOf(name), name, REPORTING_CHANNEL);
  }
  if (/www|:\/\//.test(text) && reporting()) {
    for (const { index, 0: words } of matchesIn(text, WEB))
      push(index, words.replace(/[.,;)]+$/, ''), REPORTING_CHANNEL);
  }
  if (text.includes('/')) {
    for (const { index, 0: words } of matchesIn(text, PROFILE)) push(index, words.replace(/[.]+$/, ''), HANDLE);
  }
  if (/\d/.test(text)) {
    for (const { index, 0: words } of matchesIn(text, ADDRESS)) push(index, words, contact(CONTACT));
    for (const one of numbers(stretch, layerText, reporting)) push(one.start, one.words, one.marking);
    for (const { index, 0: words } of matchesIn(text, SHAPED)) push(index, words, NUMBER);
  }
  for (const { index, 0: all, 1: id = '' } of matchesIn(text, MESSENGER_ID))
    push(index + all.length - id.length, id, HANDLE);
  return found;
}

// All quantifiers are bounded, and neighbouring ones share no characters: linear.
const MAIL = /[\w.+-]{1,64}[@＠][\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gu;
const AT = /(?<![\p{L}\p{N}._%+-])[@＠][\p{L}\p{N}_][\p{L}\p{N}_.-]{0,40}/gu;
const NAMED_USER =
  /\b(?:[Uu]sers?|[Uu]sername|[Aa]ccount|[Hh]andle|[Nn]etizens?|[Bb]logger|[Nn]ickname)\s(?:named\s|called\s|name\s)?["“‘'「]([^"”’'」\n]{1,40})["”’'」]/gu;
const PUBLIC_ACCOUNT = /(?:公众号|公眾號|小程序|채널|계정)\s?["“‘'「『]([^"”’'」』\n]{1,24})["”’'」』]/gu;
/** Somebody's page on a service where people write under their own handles. */
const PROFILE =
  /(?<![\w.])(?:https?:\/\/)?(?:www\.|m\.)?(?:t\.me|wa\.me|x\.com|twitter\.com|facebook\.com|fb\.com|instagram\.com|weibo\.com|vk\.com|tiktok\.com|open\.kakao\.com|line\.me)\/[\w.@~/-]{2,80}/gu;
const WEB = /(?:https?:\/\/|www\.)[^\s"”’'」』<>，。；]{3,200}/gu;
/** "14 Ferry Lane", "渡口路14号", "나루길 14". */
const ADDRESS = new RegExp(
  [
    `(?<![\\d.,-])\\d{1,5}[A-Za-z]?,? (?:\\p{Lu}[\\p{L}'’]{1,20} ){1,3}(?:${capitalised(STREETS)})(?!\\p{L})`,
    '[\\p{Script=Han}]{1,8}?(?:路|街|巷|大道|胡同|弄)\\d{1,5}(?:-\\d{1,4})?[号號]',
    '(?<!\\p{Script=Hangul})(?:[\\p{Script=Hangul}]{1,8}(?:대로|길)|[\\p{Script=Hangul}]{1,8}로(?=\\s\\d{1,4}번길)|[\\p{Script=Hangul}]{1,6}[구군시읍면동]\\s[\\p{Script=Hangul}]{1,8}로)\\s\\d{1,4}(?:-\\d{1,4})?(?:번길\\s\\d{1,4})?(?![\\d.,]|\\s?(?:명|원|년|월|일|시|분|번(?!지)|개|건|회|차|만|억|천|%|㎞|km|킬로))',
  ].join('|'),
  'gu',
);
/** What tells by its shape alone: Chinese and Korean personal numbers, Chinese plates. */
const SHAPED =
  /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d{4}[\dXx](?!\d)|(?<!\d)\d{2}(?:0[1-9]|1[0-2])[0-3]\d-[1-8]\d{6}(?!\d)|[京津沪滬渝冀豫云雲辽遼黑湘皖鲁魯新苏蘇浙赣贛鄂桂甘晋晉蒙陕陝吉闽閩贵貴粤粵青藏川宁寧琼瓊][A-Z][·•.\s-]?[A-Z\d]{5,6}(?![A-Z\d])/gu;
const MESSENGER_ID = new RegExp(
  `(?<![a-z])(?:${MESSENGERS})(?:\\s?(?:ids?|handle|number|account|号码|號碼|号|號|账号|帳號|아이디|계정|번호)(?:는|은)?\\s?(?:[:：是为為]|is|at)?|\\s?[:：]|\\s(?:at|as|under|id))\\s?["“'(]?([a-z][a-z\\d_.-]{3,30}[a-z\\d]|\\d{5,12})(?![a-z\\d])`,
  'giu',
);

/** A run of digits as people write telephones, papers and accounts, with the letters of a paper before it. */
const RUN =
  /(?<![\p{Script=Latin}\d.,–-])(?:[A-Z]{1,3}[ -]?)?(?:[+＋]|[(（](?=\d{2,4}[)）]))?\d(?:\d|[ ()（）\-–.·]{1,2}(?=[\d(（])){2,26}(?: [A-Z]{1,2}(?![\p{L}\d]))?|\d{2,3}\p{Script=Hangul}\s?\d{4}(?!\d)/gu;

const JOIN =
  '(?:\\s?(?:number|numbers|numbered|no|nos|num|id|号码|號碼|号|號|번호|证|證|码))?\\.?(?:(?:는|은|이|가|로|으로)(?=\\s))?\\s?(?:[:：=]|is|was|are|on|at|the|to|为|為|是|即)?\\s?(?:number\\s|the\\s)?["“(（]?$';
const AFTER_TELEPHONE = sought(
  new RegExp(`(?:^|[^\\p{L}]|(?<=\\p{Script=Han}|\\p{Script=Hangul}))(?:${TELEPHONE})${JOIN}`, 'iu'),
);
const AFTER_PAPERS = sought(
  new RegExp(`(?:^|[^\\p{L}]|(?<=\\p{Script=Han}|\\p{Script=Hangul}))(?:${PAPERS})${JOIN}`, 'iu'),
);
const AFTER_ACCOUNT = sought(
  new RegExp(`(?:^|[^\\p{L}]|(?<=\\p{Script=Han}|\\p{Script=Hangul}))(?:${ACCOUNTS})${JOIN}`, 'iu'),
);
const AFTER_PLATE = sought(
  new RegExp(`(?:^|[^\\p{L}]|(?<=\\p{Script=Han}|\\p{Script=Hangul}))(?:${PLATES})${JOIN}`, 'iu'),
);
/** A telephone by its shape: an international prefix, an area code, a mobile of China or Korea. */
const TELEPHONE_SHAPE =
  /^(?:[+＋]\d{1,3}[ ()-]{1,2}\d[\d ()-]{5,18}|[(（]?0\d{1,3}[)）]?[ -]\d{3,4}[ -]?\d{4}|0\d{2,3}[ -]\d{7,8}|1[3-9]\d{9}|1[3-9]\d[ -]\d{4}[ -]\d{4}|01[016-9][ -]?\d{3,4}[ -]?\d{4})$/u;
const BEFORE = 48;

/** Numbers that reach or find somebody, by the cue before them or by their shape. */
function* numbers(
  { text, offset }: Stretch,
  layerText: string,
  reporting: () => boolean,
): Generator<{ start: number; words: string; marking: Marking }> {
  for (const { index: start, 0: words } of matchesIn(text, RUN)) {
    const digits = words.replace(/\D/gu, '').length;
    if (digits < 3) continue;
    // From the layer: a sentence may seem to end at "no.", before its number.
    const before = lastLine(layerText.slice(Math.max(0, offset + start - BEFORE), offset + start));
    if (AFTER_PLATE.test(before)) yield { start, words, marking: NUMBER };
    else if (/\p{Script=Hangul}/u.test(words)) continue;
    else if (digits >= 5 && (AFTER_PAPERS.test(before) || AFTER_ACCOUNT.test(before)))
      yield { start, words, marking: NUMBER };
    else if (/^[A-Z]/.test(words)) continue;
    else if (AFTER_TELEPHONE.test(before) || TELEPHONE_SHAPE.test(words)) {
      if (reporting()) yield { start, words, marking: REPORTING_CHANNEL };
      // A short number is an office's or an emergency's: nobody lives there.
      else if (digits >= 6) yield { start, words, marking: CONTACT };
    } else if (/^번/.test(text.slice(start + words.length)) && reporting()) {
      yield { start, words, marking: REPORTING_CHANNEL };
    }
  }
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

const REPORTS = sought(new RegExp(REPORTING, 'iu'));

/** How far above and below a contact the words that ask for reports may stand. */
const ABOVE = 300;
const BELOW = 100;

function asksForReports({ text, offset }: Stretch, layerText: string): boolean {
  return REPORTS.test(text) || REPORTS.test(layerText.slice(Math.max(0, offset - ABOVE), offset + text.length + BELOW));
}

/** Each word of an alternation with a capital: "Lane", and not the lane of "14 men lane". */
function capitalised(words: string): string {
  return words
    .split('|')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('|');
}
