import { z } from 'zod';
import { ok, type Result, refuse } from '../../base/index.ts';
import { dayOf, type NameForms, PASSAGE_KINDS, type PassageKind } from '../../read/index.ts';
import type { CollectionRow, SearchFilter, Vault } from '../../vault/index.ts';
import { EXIT, type Stop, stop } from '../exit-code.ts';
import { searchFilter } from '../search-filter.ts';
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
    .regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/, 'it takes a date as 2016, 2016-08 or 2016-08-09')
    .refine((date) => dayOf(date) !== undefined, 'it takes a date between 1800 and 2158')
    .optional();
}

/** A filter as flags say it, with the collection that they name; a sentence when there is no such collection or place. */
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
  const named = await namedCollection(vault, flags.collection);
  if (!named.ok) return named;
  const collection = named.value;
  const filter = searchFilter(names, { collection: collection?.collection, language: lang, kind, place, from, to });
  return filter.ok
    ? ok({ filter: filter.value, collection })
    : refuse(stop(EXIT.inputRefused, 'No theme pack has a place or office of the name that --place gives.'));
}
