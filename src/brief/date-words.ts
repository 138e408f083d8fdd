import type { Basis, StatedDate } from '../read/index.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const BASES: Readonly<Record<Basis['from'], string>> = {
  'document-date': 'dated by the document',
  heading: 'dated by its heading',
  'closing-block': 'dated by its closing block',
  'same-sentence': 'dated by its sentence',
  'earlier-sentence': 'dated by an earlier sentence',
  byline: 'dated by its byline',
  metadata: 'dated by the page',
};

/**
 * The date of a claim, and where it comes from when the passage itself does not say. Undefined when there is none. A
 * date that could not be resolved is given in the words of the text.
 */
export function dateWords({ norm, stated, basis }: StatedDate): string | undefined {
  const date = norm !== null ? edtfWords(norm) : stated === null ? undefined : `“${stated}”`;
  if (date === undefined) return undefined;
  return basis === undefined ? date : `${date}, ${BASES[basis.from]}`;
}

/** An EDTF date in words, as precise as it is; what has another form is given as it stands. */
export function edtfWords(edtf: string): string {
  const [from, to, ...more] = edtf.split('/');
  if (from === undefined || more.length > 0) return edtf;
  if (to === undefined) return pointWords(from) ?? edtf;
  if (from === '..' || from === '') return `until ${pointWords(to) ?? to}`;
  if (to === '..' || to === '') return `since ${pointWords(from) ?? from}`;
  return `${pointWords(from) ?? from} to ${pointWords(to) ?? to}`;
}

function pointWords(edtf: string): string | undefined {
  const decade = /^(\d{3})X$/.exec(edtf)?.[1];
  if (decade !== undefined) return `the ${decade}0s`;
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?$/.exec(edtf);
  if (!parts) return undefined;
  const [, year, month, day, mark] = parts;
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (month !== undefined && name === undefined) return undefined;
  const date = [day === undefined ? '' : String(Number(day)), name ?? '', year].filter(Boolean).join(' ');
  return `${mark === undefined ? '' : mark === '?' ? 'perhaps ' : 'about '}${date}`;
}
