import { canonicalJson, type Sha256 } from '../../base/index.ts';
import { sha256 } from '../../preserve/index.ts';
import * as attributionWords from '../figures/data/attribution-words.ts';
import * as calendar from '../figures/data/calendar.ts';
import * as comparators from '../figures/data/comparators.ts';
import * as currencies from '../figures/data/currencies.ts';
import * as functionWords from '../figures/data/function-words.ts';
import * as notFigures from '../figures/data/not-figures.ts';
import * as numberWords from '../figures/data/number-words.ts';
import * as units from '../figures/data/units.ts';
import * as vague from '../figures/data/vague.ts';
import * as mentionsChinese from '../mentions/data/chinese.ts';
import * as mentionsChineseDangers from '../mentions/data/chinese-dangers.ts';
import * as mentionsContacts from '../mentions/data/contacts.ts';
import * as mentionsEnglish from '../mentions/data/english.ts';
import * as mentionsEnglishDangers from '../mentions/data/english-dangers.ts';
import * as mentionsKorean from '../mentions/data/korean.ts';
import * as mentionsKoreanDangers from '../mentions/data/korean-dangers.ts';

/** Which reader made a reading; the version rises with every change of what it finds. */
export const READER: { readonly name: string; readonly version: string } = {
  name: 'daybook-reader',
  version: '3',
};

const DATA = {
  attributionWords,
  calendar,
  comparators,
  currencies,
  functionWords,
  mentionsChinese,
  mentionsChineseDangers,
  mentionsContacts,
  mentionsEnglish,
  mentionsEnglishDangers,
  mentionsKorean,
  mentionsKoreanDangers,
  notFigures,
  numberWords,
  units,
  vague,
};

/**
 * SHA-256 of the reader's own word lists as canonical JSON, so that a reading's entry can name the knowledge it was
 * made with. Depends on the lists' content alone, not on how they are laid out in files. Costs about a millisecond.
 */
export function readerDataDigest(): Sha256 {
  return sha256(new TextEncoder().encode(canonicalJson(plain(DATA))));
}

function plain(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(plain);
  if (value instanceof Set) return [...value];
  if (value instanceof RegExp) return value.source;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}
