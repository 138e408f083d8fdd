import { readDate, readDays, readNamedDay } from './english-days.ts';
import { readPart, readPeriod } from './english-periods.ts';
import { onWeekday, readCounted, readDayAlone, readDayWord, readStep } from './english-relative.ts';
import { EDGE, mayBeginDate, WEEKDAY, weekdayOf } from './english-words.ts';
import { readFeast } from './feasts.ts';
import type { Joints } from './joints.ts';
import { match } from './joints.ts';
import type { Moment, Reference } from './moment.ts';

const WEEKDAY_BEFORE = new RegExp(`${EDGE}(?:${WEEKDAY})(?:,|\\.)?\\s(?:the\\s)?`, 'uy');

export const ENGLISH_START: RegExp = /[\da-z'’]/u;

export const ENGLISH_JOINTS: Joints = {
  joint: /\s?(?:-|–|—|~)\s?|\s(?:to|till|until|through|thru|up\sto)\s/uy,
  and: /\sand\s/uy,
  closing: /(?!)/uy,
  list: /,\s|\s(?:and|or)\s/uy,
  close: /(?!)/uy,
  since: /\s(?:onwards?|on(?=\s?(?:$|[,.;])))/uy,
  until: /(?!)/uy,
  after: /(?!)/uy,
  lead: /(?:^|\W)(?:from|between|in|on|during|since|around|about)\s$/u,
  untilLead:
    /(?:^|\W)(?:until|till|by|before|prior\sto|up\sto|through|(?:no|not)\slater\sthan|on\sor\sbefore)\s(?:the\s)?$/u,
  sinceLead: /(?:^|\W)since\s(?:the\s)?$/u,
  afterLead: /(?:^|\W)after\s(?:the\s)?$/u,
  yearBehind: /,?\s(?:of\s)?/uy,
  betweenLead: /(?:^|\W)between\s(?:the\s)?$/u,
};

/** The date that begins at a place of a folded text; undefined when none does. */
export function englishDateAt(text: string, at: number, reference: Reference): Moment | undefined {
  if (isWordCode(text.charCodeAt(at - 1)) || !mayBeginDate(text, at)) return undefined;
  const behind = weekdayBefore(text, at);
  if (behind > at) {
    const date = readDate(text, behind, reference) ?? readDayAlone(text, behind, reference);
    if (date !== undefined)
      return date.lacks === 'month'
        ? onWeekday({ ...date, start: at }, weekdayOf(text.slice(at, behind).replace(/\W.*$/s, '')), reference)
        : { ...date, start: at };
  }
  return (
    readPart(text, at, reference) ??
    readFeast(text, at, 'en', reference) ??
    readPeriod(text, at, reference) ??
    readDays(text, at, reference) ??
    readNamedDay(text, at, reference) ??
    readDate(text, at, reference) ??
    readCounted(text, at, reference) ??
    readStep(text, at, reference) ??
    readDayWord(text, at, reference) ??
    readDayAlone(text, at, reference)
  );
}

/** What `\w` stands for; written out, since it is asked of every letter. */
function isWordCode(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x5f
  );
}

function weekdayBefore(text: string, at: number): number {
  const found = match(WEEKDAY_BEFORE, text, at);
  return found === undefined ? at : at + found[0].length;
}
