import { z } from 'zod';
import { type Layer, type Reading, readingToClaimsJson } from '../read/index.ts';

/** A claim as it may be shown: protected words are written over unless they were asked for. */
export interface ClaimView {
  readonly kind: string;
  readonly quote: string;
  readonly attribution: readonly {
    readonly role: string;
    readonly name: string | null;
    readonly type?: string | undefined;
  }[];
  readonly date: {
    readonly stated: string | null;
    readonly norm: string | null;
    readonly basis?: object | undefined;
  } | null;
  readonly place: readonly {
    readonly stated: string;
    readonly norm?: string | undefined;
    readonly relation?: 'from' | 'to' | 'with' | undefined;
  }[];
  readonly quantity: readonly QuantityView[];
}

/** A number among them. */
export interface QuantityView {
  readonly stated: string;
  readonly value: number | null;
  readonly unit: string;
  readonly counts: string;
  readonly op: '=' | '>' | '>=' | '<' | '<=' | '~' | '..' | '?';
}

/** One number of a claim, in the words of a table. */
export interface FigureRow {
  readonly value: string;
  readonly counts: string;
  readonly who: string;
  readonly through: string;
  readonly when: string;
  readonly where: string;
  readonly quote: string;
}

/** The claims of a reading as they may be shown. Of a text with protected words the numbers among them are gone too. */
export function claimViews(
  layer: Layer,
  reading: Reading,
  options: { readonly reveal: boolean },
): readonly ClaimView[] {
  return z
    .object({ claims: z.array(claim) })
    .parse(readingToClaimsJson('', layer, reading, { ...options, units: 'reader' })).claims;
}

/** The rows of one claim: one for each of its numbers. */
export function figureRows(view: ClaimView): readonly FigureRow[] {
  const words = claimWords(view);
  return view.quantity.map((quantity) => ({
    value: quantityWords(quantity),
    counts: quantity.counts,
    ...words,
    quote: view.quote,
  }));
}

/** Who said so, through whom, when and where, in the words of a table; empty where a claim does not say. */
export function claimWords({
  attribution,
  date,
  place,
}: ClaimView): Pick<FigureRow, 'who' | 'through' | 'when' | 'where'> {
  const [origin, ...carriers] = attribution;
  return {
    who: origin === undefined ? 'not said' : linkWords(origin),
    through: carriers.map(linkWords).join(' ← '),
    when: dateWords(date),
    where: placeWords(place),
  };
}

/** A claim as claims JSON gives it, as far as tables show it; throws when the value is none. */
export function claimViewOf(value: unknown): ClaimView {
  return claim.parse(value);
}

/** Who said so, and through whom it came. */
export function chainWords({ who, through }: Pick<FigureRow, 'who' | 'through'>): string {
  return through === '' ? who : `${who} ← ${through}`;
}

/**
 * A number with its comparator. An estimate, a range or a vague number is given in the words of the text, in quotation
 * marks, since "close to" and "about" are not the same.
 */
export function quantityWords({ op, value, stated, unit }: QuantityView): string {
  const comparator = COMPARATORS[op];
  if (comparator === undefined || value === null) return `“${stated}”`;
  return `${comparator}${value.toLocaleString('en-US', { maximumFractionDigits: 6 })}${unitWords(unit)}`;
}

const COMPARATORS: Readonly<Partial<Record<QuantityView['op'], string>>> = {
  '=': '',
  '>': 'more than ',
  '>=': 'at least ',
  '<': 'fewer than ',
  '<=': 'up to ',
};

/** What the column beside it says already is not said again. */
const COUNTED = /^(?:|persons|households|items|occurrences|cases|facilities|documents|organisations|farms)$/;

function unitWords(unit: string): string {
  if (COUNTED.test(unit)) return '';
  if (unit === 'percent') return ' %';
  const [what, period] = unit.split('/');
  return ` ${what}${period === undefined ? '' : ` a ${period}`}`;
}

function linkWords({ name, type }: ClaimView['attribution'][number]): string {
  if (name !== null) return name;
  return type === 'anonymous' ? 'unnamed source' : 'not named';
}

/** Places by their names; the code before a name is for machines. */
function placeWords(places: ClaimView['place']): string {
  const names = places.map(({ norm, stated, relation }) => {
    const name = norm?.endsWith(' border')
      ? norm
      : (/^[A-Z]{2}(?:-[A-Za-z0-9]+)* (.+)/.exec(norm ?? '')?.[1] ?? stated);
    return relation === undefined ? name : `${relation} ${name}`;
  });
  return [...new Set(names)].join('; ');
}

/** The date, marked when it was taken from elsewhere in the text. */
function dateWords(date: ClaimView['date']): string {
  const words = date === null ? null : date.norm === null ? date.stated : periodWords(date.norm);
  if (date === null || words === null) return '';
  return date.basis === undefined ? words : `${words}*`;
}

/** A period of EDTF in words; its ends keep their form, but for the mark of what is approximate. */
function periodWords(edtf: string): string {
  const [from, to, ...more] = edtf.split('/').map(pointWords);
  if (from === undefined || more.length > 0) return edtf;
  if (to === undefined) return from;
  if (from === '..' || from === '') return `until ${to}`;
  return to === '..' || to === '' ? `since ${from}` : `${from} to ${to}`;
}

function pointWords(edtf: string): string {
  return edtf.endsWith('~') ? `about ${edtf.slice(0, -1)}` : edtf;
}

/** What the mark of a date means. */
export const DATE_MARK = '← through whom. * not in the passage: from its document, a heading or an earlier sentence';

const basis = z.object({});
const claim: z.ZodType<ClaimView> = z.object({
  kind: z.string(),
  quote: z.string(),
  attribution: z.array(z.object({ role: z.string(), name: z.string().nullable(), type: z.string().optional() })),
  date: z.object({ stated: z.string().nullable(), norm: z.string().nullable(), basis: basis.optional() }).nullable(),
  place: z.array(
    z.object({
      stated: z.string(),
      norm: z.string().optional(),
      relation: z.enum(['from', 'to', 'with']).optional(),
    }),
  ),
  quantity: z.array(
    z.object({
      stated: z.string(),
      value: z.number().nullable(),
      unit: z.string(),
      counts: z.string(),
      op: z.enum(['=', '>', '>=', '<', '<=', '~', '..', '?']),
    }),
  ),
});
