import type { Attribution, Claim, Quantity, RuleTerms, StatedDate, StatedPlace } from '../claim.ts';
import { readDates } from '../dates/read-dates.ts';
import { numbersIn } from '../figures/number.ts';
import { tokensOf } from '../figures/tokens.ts';
import type { AnsweredClaim, AnsweredRule } from './answer.ts';
import { type PlacedText, spacedOnce } from './word-places.ts';

/** What an assistant said beside the quote, as far as the quote holds it. */
export interface ProposalValues
  extends Pick<Claim, 'date' | 'place' | 'quantity' | 'hedge' | 'rule' | 'event' | 'option' | 'stance'> {
  readonly sources: readonly Attribution[];
  /** Words that the quote does not hold. */
  readonly dropped: number;
}

/**
 * Takes of an answer what stands in its quote (docs/assistant.md A8). An assistant chooses words; what they mean as number or date
 * is never its to say: numbers are those that Daybook's own reader read at these words (`known`), dates are read by Daybook's own
 * grammar, and what neither reads stays open with its words.
 */
export function valuesIn(
  quote: PlacedText,
  answered: AnsweredClaim,
  { language, known }: { readonly language: string; readonly known: readonly Claim[] },
): ProposalValues {
  let dropped = 0;
  const drop = (): undefined => {
    dropped++;
    return undefined;
  };
  const holds = (words: string | undefined): string | undefined =>
    words === undefined ? undefined : quote.places(words).length > 0 ? spacedOnce(words) : drop();
  const each = <T>(list: readonly string[], make: (words: string) => T | undefined): readonly T[] =>
    [...new Set(list)].flatMap((words) => make(words) ?? drop() ?? []);

  const date = answered.when === undefined ? null : (dateIn(quote, answered.when, language) ?? drop() ?? null);
  const quantity = each(answered.figures, (words) => quantityIn(quote, words, known));
  return {
    sources: answered.said_by.flatMap(({ name, role }): Attribution[] => {
      const held = holds(name);
      return held === undefined ? [] : [{ role, name: held }];
    }),
    date,
    place: each(answered.where, (words) => placeIn(quote, words, known)),
    quantity: quantity.filter(({ stated }, i) => quantity.findIndex((other) => other.stated === stated) === i),
    hedge: answered.hedges.flatMap((words) => holds(words) ?? []),
    rule: answered.kind === 'rule' && answered.rule !== undefined ? ruleOf(answered.rule, holds) : null,
    event: answered.kind === 'event' && answered.event !== undefined ? eventOf(answered.event, holds) : null,
    option: answered.option ?? null,
    stance: answered.stance === undefined ? null : stanceOf(answered.stance, holds),
    // Last: all that stands above was looked at by now.
    dropped,
  };
}

type Holds = (words: string | undefined) => string | undefined;

function ruleOf(rule: AnsweredRule, holds: Holds): RuleTerms | null {
  const action = holds(rule.action);
  if (action === undefined) return null;
  return {
    modality: rule.modality,
    action,
    addressee: holds(rule.addressee) ?? null,
    condition: holds(rule.condition) ?? null,
    sanction: holds(rule.sanction) ?? null,
    reward: holds(rule.reward) ?? null,
    amount: null,
    currency: null,
    effective: null,
  };
}

function eventOf({ who, did, whom }: NonNullable<AnsweredClaim['event']>, holds: Holds): Claim['event'] {
  const act = holds(did);
  return act === undefined ? null : { who: holds(who) ?? null, did: act, whom: holds(whom) ?? null };
}

function stanceOf({ toward, polarity }: NonNullable<AnsweredClaim['stance']>, holds: Holds): Claim['stance'] {
  const held = holds(toward);
  return held === undefined ? null : { toward: held, polarity };
}

/** The date that stands at these words; only its words when the grammar reads none, or needs the document's date. */
function dateIn(quote: PlacedText, words: string, language: string): StatedDate | undefined {
  const [place] = quote.places(words);
  if (place === undefined) return undefined;
  const lang = language.startsWith('zh') ? 'zh' : language.startsWith('ko') ? 'ko' : 'en';
  const read = readDates(quote.text, { lang }).find(({ start, end }) => start < place.end && place.start < end);
  if (read === undefined) return { stated: quote.text.slice(place.start, place.end), norm: null };
  return { stated: quote.text.slice(read.start, read.end), norm: read.relative ? null : read.norm };
}

function placeIn(quote: PlacedText, words: string, known: readonly Claim[]): StatedPlace | undefined {
  const [place] = quote.places(words);
  if (place === undefined) return undefined;
  const stated = quote.text.slice(place.start, place.end);
  const same = known.flatMap((claim) => claim.place).find((each) => each.basis === undefined && each.stated === stated);
  return same ?? { stated };
}

/** The reader's own quantity at these words; where it read none, a number in words without a value. */
function quantityIn(quote: PlacedText, words: string, known: readonly Claim[]): Quantity | undefined {
  const [place] = quote.places(words);
  if (place === undefined) return undefined;
  const read = known
    .flatMap((claim) => claim.quantity)
    .find(({ stated, of, period }) => {
      const [at] = quote.places(stated);
      const also = [of, period?.stated].every((said) => said === undefined || quote.places(said).length > 0);
      return at !== undefined && also && at.start < place.end && place.start < at.end && quote.text.includes(stated);
    });
  if (read !== undefined) return read;
  const stated = quote.text.slice(place.start, place.end);
  if (!/\p{N}/u.test(stated) && numbersIn(tokensOf(stated)).length === 0 && !HAN_NUMBER.test(stated)) return undefined;
  return { stated, value: null, low: null, high: null, unit: '', counts: '', op: '?' };
}

/** Numbers written in characters, and the words for an uncertain one. */
const HAN_NUMBER = /[一二两兩三四五六七八九十百千万萬亿億数數几幾]|[천만억백]|수십|여러/u;
