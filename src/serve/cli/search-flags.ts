import { z } from 'zod';
import { ok, type Result, refuse } from '../../base/index.ts';
import { dayOf, isRealDate, type NameForms, PASSAGE_KINDS, type PassageKind } from '../../read/index.ts';
import type { CollectionRow, SearchFilter, Vault } from '../../vault/index.ts';
import { EXIT, type Stop, stop } from '../exit-code.ts';
import { lastDay, searchFilter } from '../search-filter.ts';
import { namedCollection } from './source-words.ts';

/** How searches are narrowed, as flags say it. */
export const filterFlags: {
  readonly lang: z.ZodOptional<z.ZodString>;
  readonly kind: z.ZodOptional<
    z.ZodEnum<{ heading: 'heading'; text: 'text'; quotation: 'quotation'; table: 'table'; boilerplate: 'boilerplate' }>
  >;
  readonly place: z.ZodOptional<z.ZodString>;
  readonly from: z.ZodOptional<z.ZodString>;
  readonly to: z.ZodOptional<z.ZodString>;
  readonly collection: z.ZodOptional<z.ZodString>;
} = {
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z]{2,8})*$/, 'it takes a language tag, as en, zh, zh-Hant or ko')
    .refine(isLanguage, 'there is no such language; it takes a tag, as en, zh, zh-Hant or ko')
    .optional(),
  kind: z.enum(PASSAGE_KINDS, 'it takes heading, text, quotation, table or boilerplate').optional(),
  place: z.string().min(1).max(200).optional(),
  from: edtfDay(),
  to: edtfDay(),
  collection: z.string().min(1).optional(),
};

function edtfDay(): z.ZodOptional<z.ZodString> {
  return z
    .string()
    .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/, 'it takes a date as 2016, 2016-08 or 2016-08-09')
    .refine(isRealDate, 'there is no such day')
    .refine((date) => dayOf(date) !== undefined, 'it takes a date between 1800 and 2158')
    .optional();
}

/**
 * Whether a tag stands for a language, as Unicode's list has it, in its short form, or for texts whose language is not
 * known: with any other nothing could be found.
 */
function isLanguage(tag: string): boolean {
  if (tag === 'und') return true;
  const known = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) !== undefined;
  return known && new Intl.Locale(tag).language === tag.split('-')[0];
}

/** A sentence when a time ends before it begins, in which nothing can be found. */
export function periodStop({
  from,
  to,
}: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): Stop | undefined {
  const [first, last] = [dayOf(from), lastDay(to)];
  return first === undefined || last === undefined || first <= last
    ? undefined
    : stop(EXIT.usage, 'The time that --from and --to give ends before it begins. Give the earlier date with --from.');
}

/** A filter as flags say it, with the collection that they name; a sentence when there is no such collection, place or time. */
export async function filterOf(
  vault: Vault,
  names: NameForms,
  flags: {
    readonly lang?: string | undefined;
    readonly kind?: PassageKind | undefined;
    readonly place?: string | undefined;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly collection?: string | undefined;
  },
): Promise<Result<{ readonly filter: SearchFilter; readonly collection: CollectionRow | undefined }, Stop>> {
  const { lang, kind, place, from, to } = flags;
  const period = periodStop(flags);
  if (period !== undefined) return refuse(period);
  const named = await namedCollection(vault, flags.collection);
  if (!named.ok) return named;
  const collection = named.value;
  const filter = searchFilter(names, { collection: collection?.collection, language: lang, kind, place, from, to });
  return filter.ok
    ? ok({ filter: filter.value, collection })
    : refuse(stop(EXIT.inputRefused, 'No theme pack has a place or office of the name that --place gives.'));
}
