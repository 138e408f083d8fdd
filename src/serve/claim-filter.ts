import { ok, type Result, refuse } from '../base/index.ts';
import { type Claim, type ClaimKind, dayOf, type NameForms, type StatedPlace } from '../read/index.ts';
import { type ClaimState, isReopened, isThere, type ReviewedClaim } from '../weigh/index.ts';
import { lastDay, rowsWithin } from './search-filter.ts';

/** How a list of claims is narrowed, as people say it. */
export interface ClaimFilterWords {
  readonly kind?: ClaimKind | undefined;
  /** A name of a theme pack. */
  readonly place?: string | undefined;
  /** A year, month or day; `to` means its last day. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** `changed`: reviewed, and the reader now proposes something else. */
  readonly state?: ClaimState | 'changed' | undefined;
}

/** Whether a claim is asked for. */
export type ClaimFilter = (claim: ReviewedClaim) => boolean;

/** A filter; refused when no theme pack has the place. A claim without a date, or without a place, is asked for by neither. */
export function claimFilter(
  names: NameForms,
  { kind, place, from, to, state }: ClaimFilterWords,
): Result<ClaimFilter, { readonly type: 'place-unknown' }> {
  const within = place === undefined ? undefined : new Set(rowsWithin(names, place).map(({ id }) => id));
  if (within !== undefined && within.size === 0) return refuse({ type: 'place-unknown' });
  const [first, last] = [dayOf(from), lastDay(to)];
  return ok(
    (each) =>
      isThere(each) &&
      (kind === undefined || each.claim.kind === kind) &&
      (state === undefined || (state === 'changed' ? isReopened(each) : each.state === state)) &&
      (within === undefined || each.claim.place.some((stated) => isWithin(stated, within))) &&
      ((first === undefined && last === undefined) || isDated(each.claim, first, last)),
  );
}

function isWithin({ norm, candidates }: StatedPlace, ids: ReadonlySet<string>): boolean {
  // A reading gives the id, or the id and a name after it.
  return [...(norm === undefined ? [] : [norm]), ...(candidates ?? [])].some(
    (each) => ids.has(each) || ids.has(each.split(' ')[0] ?? ''),
  );
}

/** Whether a claim's date may lie between two days. */
function isDated({ date }: Claim, first: number | undefined, last: number | undefined): boolean {
  const days = date?.norm === null || date === null ? undefined : edtfDays(date.norm);
  if (days === undefined) return false;
  return (last === undefined || days.first <= last) && (first === undefined || days.last >= first);
}

/** The first and the last day that a date of EDTF can mean; undefined when it is none that is read here. */
export function edtfDays(norm: string): { readonly first: number; readonly last: number } | undefined {
  const [from = '', to] = norm.split('/');
  const first = isOpen(from) ? Number.NEGATIVE_INFINITY : dayOf(edge(from, '0'));
  const end = to ?? from;
  const last = isOpen(end) ? Number.POSITIVE_INFINITY : lastDay(edge(end, '9'));
  return first === undefined || last === undefined ? undefined : { first, last };
}

function isOpen(part: string): boolean {
  return part === '..' || part === '';
}

/** A date with its unknown digits filled in, as far as it names a year, month and day; undefined when it is none. */
function edge(part: string, digit: string): string | undefined {
  const [, year, month, day] = /^(\d{2}[\dX]{2})(?:-([\dX]{2})(?:-([\dX]{2}))?)?[~?%]?$/.exec(part) ?? [];
  if (year === undefined) return undefined;
  const full = year.replaceAll('X', digit);
  // Seasons and unknown months mean the year; of a month with an unknown day, the month.
  if (month === undefined || !/^(?:0[1-9]|1[0-2])$/.test(month)) return full;
  return day === undefined || !/^\d\d$/.test(day) ? `${full}-${month}` : `${full}-${month}-${day}`;
}
