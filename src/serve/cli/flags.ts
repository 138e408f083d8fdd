import { z } from 'zod';
import { ok, type Result, refuse } from '../../base/index.ts';
import { EXIT, type Stop, stop } from '../exit-code.ts';

/** Reads the flags of a command; a sentence when one of them cannot be meant. */
export function parseFlags<T>(schema: z.ZodType<T>, flags: unknown): Result<T, Stop> {
  const parsed = schema.safeParse(flags);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const flag = String(issue?.path[0] ?? '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return refuse(stop(EXIT.usage, `The flag --${flag} is not understood: ${issueWords(issue)}.`));
}

/** Our own words of what is the matter; where a flag has none, what it takes, and never the words of a library. */
function issueWords(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'it takes another value';
  if (!/^(?:Invalid|Too (?:small|big)|Unrecognized)/.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_value') return `it takes ${issue.values.map(String).join(', ')}`;
  return issue.code === 'too_small' ? 'it takes words' : 'it takes another value';
}

/** A switch: given or not. */
export const given: z.ZodDefault<z.ZodBoolean> = z.boolean().default(false);

/** A whole number between two bounds, typed as text. */
export function wholeNumber(least: number, most: number): z.ZodType<number> {
  const says = `it takes a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, says)
    .transform(Number)
    .refine((value) => value >= least && value <= most, says);
}

/** Words that are kept with what they are said of. */
export function someText(most: number): z.ZodType<string> {
  return z
    .string()
    .min(1, 'it takes words')
    .max(most, `it takes at most ${most} characters`)
    .refine((text) => text.isWellFormed(), 'it takes well-formed text');
}
