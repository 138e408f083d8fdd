export interface EdtfSpan {
  readonly from: Date;
  readonly to: Date;
}

/** The days that an EDTF date may mean, first and last; undefined for a form without a beginning or an end. */
export function edtfSpan(edtf: string): EdtfSpan | undefined {
  const [first = '', last = first, ...more] = edtf.split('/');
  const from = pointSpan(first)?.from;
  const to = pointSpan(last)?.to;
  return from === undefined || to === undefined || more.length > 0 ? undefined : { from, to };
}

function pointSpan(edtf: string): EdtfSpan | undefined {
  const decade = /^(\d{3})X$/.exec(edtf)?.[1];
  if (decade !== undefined) return between(Number(`${decade}0`), 0, 1, Number(`${decade}9`), 11, 31);
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?$/.exec(edtf) ?? [];
  if (year === undefined) return undefined;
  const y = Number(year);
  if (month === undefined) return between(y, 0, 1, y, 11, 31);
  const m = Number(month) - 1;
  if (m < 0 || m > 11) return undefined;
  // The day before the first of the next month is the last of this one.
  return day === undefined ? between(y, m, 1, y, m + 1, 0) : between(y, m, Number(day), y, m, Number(day));
}

function between(y1: number, m1: number, d1: number, y2: number, m2: number, d2: number): EdtfSpan {
  return { from: new Date(Date.UTC(y1, m1, d1)), to: new Date(Date.UTC(y2, m2, d2)) };
}
