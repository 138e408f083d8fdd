import { type FoundDate, joined, listed, type Moment, normOf } from './moment.ts';

/** How a language joins two dates into one stretch, and opens one. All are sticky, and look at a few characters only. */
export interface Joints {
  /** Between two dates. */
  readonly joint: RegExp;
  /** Between two dates that are one stretch only when `closing` follows. */
  readonly and: RegExp;
  readonly closing: RegExp;
  /** Between dates of a list. */
  readonly list: RegExp;
  /** Behind the second, or behind one that stands alone. */
  readonly close: RegExp;
  /** Behind a date that begins something that goes on; that ends something; after which something is. */
  readonly since: RegExp;
  readonly until: RegExp;
  readonly after: RegExp;
  /** Before a date; taken into its span. Matches at the end of what stands before it. */
  readonly lead: RegExp;
  /** Before a date that ends something. */
  readonly untilLead: RegExp;
  /** Before a date that begins something; after which something is; before two that `and` joins. */
  readonly sinceLead?: RegExp;
  readonly afterLead?: RegExp;
  readonly betweenLead?: RegExp;
  /** Between a month or day without its year and a year that is said behind it: *in September last year*. */
  readonly yearBehind?: RegExp;
}

const LOOK_BACK = 16;

/** Joins dates that stand beside each other, and opens those that the words around them open; in the order of the text. */
export function joinDates(text: string, given: readonly Moment[], joints: Joints): readonly FoundDate[] {
  const moments = [...given];
  const found: FoundDate[] = [];
  for (let i = 0; i < moments.length; i++) {
    const first = moments[i];
    if (first === undefined) continue;
    const next = moments[i + 1];
    const both = next === undefined ? undefined : stretchOf(text, first, next, joints);
    if (next !== undefined && both === undefined && endOf(joints.list, text, first.end) === next.start)
      moments[i + 1] = listed(first, next);
    if (both === undefined && first.onlyJoined === true) continue;
    const bare = both ?? first;
    if (both !== undefined) i++;
    const dated = withYearBehind(text, bare, moments[i + 1], joints);
    if (dated !== undefined) i++;
    const moment = dated ?? bare;
    const before = text.slice(Math.max(0, moment.start - LOOK_BACK), moment.start);
    const lead = joints.lead.exec(before)?.[0].replace(/^\s/, '').length ?? 0;
    const since = endOf(joints.since, text, moment.end);
    const until = endOf(joints.until, text, moment.end);
    const after = endOf(joints.after, text, moment.end);
    const open =
      both === undefined
        ? openingOf(joints, before, { since: since > moment.end, until: until > moment.end, after: after > moment.end })
        : undefined;
    const end = both === undefined ? Math.max(moment.end, since, until, after) : endOf(joints.close, text, moment.end);
    found.push({
      start: Math.max(found.at(-1)?.end ?? 0, moment.start - lead),
      end,
      norm: normOf(moment, open),
      relative: moment.relative,
      ...(moment.lacks === 'year' && { yearless: true }),
    });
  }
  return found;
}

/** A month or day with the year that stands behind it; undefined when none does. */
function withYearBehind(
  text: string,
  moment: Moment,
  year: Moment | undefined,
  { yearBehind }: Joints,
): Moment | undefined {
  const { lo, hi } = moment;
  if (
    yearBehind === undefined ||
    moment.lacks !== 'year' ||
    year?.lo === undefined ||
    lo === undefined ||
    hi === undefined
  )
    return undefined;
  if (
    year.lo.month !== undefined ||
    year.lo.year !== year.hi?.year ||
    endOf(yearBehind, text, moment.end) !== year.start
  )
    return undefined;
  const by = year.lo.year - hi.year;
  return {
    ...moment,
    end: year.end,
    lo: { ...lo, year: lo.year + by },
    hi: { ...hi, year: hi.year + by },
    relative: year.relative,
    lacks: undefined,
  };
}

function openingOf(
  joints: Joints,
  before: string,
  behind: { readonly since: boolean; readonly until: boolean; readonly after: boolean },
): 'since' | 'until' | 'after' | undefined {
  if (behind.since || joints.sinceLead?.test(before) === true) return 'since';
  if (behind.until || joints.untilLead.test(before)) return 'until';
  return behind.after || joints.afterLead?.test(before) === true ? 'after' : undefined;
}

/** Two dates as one stretch; undefined when the words between and behind them make none of them. */
function stretchOf(text: string, first: Moment, next: Moment, joints: Joints): Moment | undefined {
  const to = endOf(joints.joint, text, first.end);
  if (to === next.start && to > first.end) return joined(first, next);
  const and = endOf(joints.and, text, first.end);
  const isBetween = joints.betweenLead?.test(text.slice(Math.max(0, first.start - LOOK_BACK), first.start)) === true;
  if (and !== next.start || (!isBetween && endOf(joints.closing, text, next.end) === next.end)) return undefined;
  return joined(first, next);
}

/** What a sticky pattern finds at a place; undefined when it does not begin there. */
export function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Where a sticky pattern ends that begins at a place; the place itself when it does not. */
function endOf(pattern: RegExp, text: string, at: number): number {
  return at + (match(pattern, text, at)?.[0].length ?? 0);
}

/** Any of some words as a pattern, the longest first. */
export function anyOf(words: Iterable<string>): string {
  return [...words].sort((a, b) => b.length - a.length).join('|');
}
