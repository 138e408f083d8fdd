import { z } from 'zod';
import { dayOf } from '../../read/index.ts';

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
  kind: z
    .enum(
      ['heading', 'text', 'quotation', 'table', 'boilerplate'],
      'it takes heading, text, quotation, table or boilerplate',
    )
    .optional(),
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
