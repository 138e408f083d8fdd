import type { Command } from 'commander';
import { z } from 'zod';
import { ok, type Result, refuse } from '../../base/index.ts';
import { ATTRIBUTION_ROLES, type AttributionRole, CLAIM_KINDS, type ClaimKind, isRealDate } from '../../read/index.ts';
import type { ClaimChange } from '../../weigh/index.ts';
import { EXIT, type Stop, stop } from '../exit-code.ts';
import { readQuantityLine } from '../quantity-line.ts';
import { someText } from './flags.ts';

const LIMIT = 500;
const MOST = 50;

/** Flags that say what a claim holds. Each of the lists replaces all that the claim has of its kind. */
export const changeFlags: { readonly [name in keyof ChangeFlags]-?: z.ZodType<ChangeFlags[name]> } = {
  kind: z.enum(CLAIM_KINDS, `it takes ${CLAIM_KINDS.join(', ')}`).optional(),
  date: z
    .string()
    .refine(
      (date) => date === 'none' || date === 'open' || isRealDate(date),
      'it takes EDTF, as 2004, 2004-10-19, 199X or 2016/2018, or none, or open',
    )
    .optional(),
  dateWords: someText(LIMIT).optional(),
  place: z.array(someText(LIMIT)).max(MOST).optional(),
  quantity: z.array(someText(LIMIT)).max(MOST).optional(),
  chain: z.array(someText(LIMIT)).max(MOST).optional(),
};

/** Those flags as they are typed. */
export interface ChangeFlags {
  readonly kind?: ClaimKind | undefined;
  readonly date?: string | undefined;
  readonly dateWords?: string | undefined;
  readonly place?: readonly string[] | undefined;
  readonly quantity?: readonly string[] | undefined;
  readonly chain?: readonly string[] | undefined;
}

/** Declares those flags, with what each takes. */
export function addChangeOptions(command: Command): Command {
  const each = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
  return command
    .option('--kind <KIND>', CLAIM_KINDS.join(', '))
    .option('--date <EDTF>', 'when, as 2004, 2004-10-19, 2016/2018; none, or open where the words cannot be resolved')
    .option('--date-words <WORDS>', 'the words of the text that say when')
    .option('--place <WORDS>', 'where, in words of the text, or WORDS=ID; may be given again; or none', each)
    .option(
      '--quantity <NUMBER>',
      '"over 90 => >90 persons refugees": words, meaning, unit, what is counted; again; or none',
      each,
    )
    .option('--chain <ROLE:NAME>', 'who said so, origin first, one link each time; or none', each);
}

/** What flags say a claim holds; a sentence when one of them cannot be meant. */
export function changeOf(flags: ChangeFlags): Result<ClaimChange, Stop> {
  const { kind, date, dateWords, place, quantity, chain } = flags;
  if (dateWords !== undefined && date === undefined)
    return refuse(
      stop(EXIT.usage, 'The words of a date go with the date that they mean: --date 2004 --date-words WORDS'),
    );
  const numbers = readAll(quantity, (line) => {
    const read = readQuantityLine(line);
    return read.ok ? read.value : undefined;
  });
  if (numbers === 'unread') return refuse(stop(EXIT.usage, QUANTITY_HELP));
  const links = readAll(chain, readLink);
  if (links === 'unread') return refuse(stop(EXIT.usage, CHAIN_HELP));
  const places = readAll(place, readPlace);
  if (places === 'unread') return refuse(stop(EXIT.usage, PLACE_HELP));
  const when = date === 'none' ? null : { norm: date === 'open' ? null : (date ?? null), words: dateWords };
  return ok({
    kind,
    place: places,
    quantity: numbers,
    attribution: links,
    ...(date !== undefined && { date: when }),
  });
}

/** Whether any flag says that something is to be another. */
export function saysChange({ kind, date, place, quantity, chain }: ChangeFlags): boolean {
  return [kind, date, place, quantity, chain].some((each) => each !== undefined);
}

const QUANTITY_HELP =
  'A number is the words of the text, then what they mean, its unit and what is counted: --quantity "over 93,000 => >93000 persons refugees", "10 to 20 => 10..20 items", "many => ? persons". Or none, for a claim without numbers.';
const CHAIN_HELP = `A link of the chain is ROLE:NAME, origin first, or ROLE: where it has no name. Roles: ${ATTRIBUTION_ROLES.join(', ')}. Or none.`;
const PLACE_HELP = 'A place is words of the text, or WORDS=ID with the id that a theme pack gives it. Or none.';

/** Every value of a flag that may be given several times; `none` alone means an empty list. */
function readAll<T>(
  typed: readonly string[] | undefined,
  read: (text: string) => T | undefined,
): readonly T[] | 'unread' | undefined {
  if (typed === undefined) return undefined;
  if (typed.length === 1 && typed[0] === 'none') return [];
  const values: T[] = [];
  for (const text of typed) {
    const value = read(text);
    if (value === undefined) return 'unread';
    values.push(value);
  }
  return values;
}

function readLink(text: string): { readonly role: AttributionRole; readonly name: string | null } | undefined {
  const at = text.indexOf(':');
  const role = ATTRIBUTION_ROLES.find((each) => each === text.slice(0, Math.max(0, at)).trim());
  const name = text.slice(at + 1).trim();
  return role === undefined ? undefined : { role, name: name === '' ? null : name };
}

function readPlace(text: string): { readonly words: string; readonly norm?: string } | undefined {
  const at = text.lastIndexOf('=');
  const words = (at < 0 ? text : text.slice(0, at)).trim();
  const norm = at < 0 ? '' : text.slice(at + 1).trim();
  return words === '' ? undefined : { words, ...(norm !== '' && { norm }) };
}
