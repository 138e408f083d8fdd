import type { Token } from '../figures/tokens.ts';
import { matchesIn } from '../matches.ts';
import { CASE_RULES } from './english-cases.ts';
import { DESCRIBED_RULES } from './english-described.ts';
import { OPERATION_RULES } from './english-operations.ts';
import { PEOPLE_RULES } from './english-people.ts';
import type { EnglishRules } from './english-rules.ts';
import type { Finding, Stretch } from './finding.ts';
import { marked } from './mention-rule.ts';
import { type KeySigns, withKeys } from './quasi-keys.ts';

/**
 * Finds in one English sentence what is dangerous without being a name: persons at risk as the text describes them,
 * helpers, partners, groups, sites, routes, ways of working and details by which somebody is recognised
 * (docs/read-protection.md M8, M12 to M15).
 */
export function findEnglishDangers(stretch: Stretch, words: readonly Token[]): Finding[] {
  const candidates = new Set<EnglishRules>();
  for (const { lower } of words) for (const rules of BY_TRIGGER.get(lower) ?? []) candidates.add(rules);
  if (candidates.size === 0) return [];
  const { offset } = stretch;
  // A sentence begins with a capital that is no name's; the length stays.
  const opening = /^\P{L}{0,4}[A-Z](?=[a-z ])/u.exec(stretch.text)?.[0] ?? '';
  const text = opening.toLowerCase() + stretch.text.slice(opening.length);
  const found: Finding[] = [];
  for (const { beside, unless, rules } of candidates) {
    if (beside !== undefined && !beside.test(text)) continue;
    if (unless?.test(text) === true) continue;
    for (const { pattern, marking } of rules) {
      for (const { 0: words, index } of matchesIn(text, pattern)) {
        found.push(marked(offset + index, offset + index + words.length, marking));
      }
    }
  }
  return withKeys(found, stretch, ENGLISH_KEYS);
}

const ENGLISH_KEYS: KeySigns = {
  sex: /\b(?:wom[ae]n|girls?|wife|wives|widow|mother|daughters?|sisters?|brides?|female|m[ae]n|boys?|husband|fathers?|sons?|brothers?|male|nuns?|monks?)\b/iu,
  age: /\baged \d|\d-year-old|\bin (?:his|her|their) (?:early |mid |late )?(?:\d0s|twenties|thirties|forties|fifties|teens)/iu,
  origin: /\bfrom (?:the )?\p{Lu}/u,
  route: /\b(?:crossed|crossing|swam|waded)\b/iu,
  date: /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:\d|of)|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/u,
  mode: /\b(?:tip|tipped|denounced|informed on|raid|checkpoint|inspection|betrayed)\b/iu,
  custody:
    /\b(?:detained|arrested|custody|handed over|jailed|imprisoned|prison|convicted|sentenced|repatriated|deported)\b/iu,
};

const BY_TRIGGER: ReadonlyMap<string, readonly EnglishRules[]> = byTrigger();

function byTrigger(): ReadonlyMap<string, readonly EnglishRules[]> {
  const map = new Map<string, EnglishRules[]>();
  for (const rules of [...PEOPLE_RULES, ...OPERATION_RULES, ...CASE_RULES, ...DESCRIBED_RULES]) {
    for (const word of rules.trigger) {
      const list = map.get(word) ?? [];
      list.push(rules);
      map.set(word, list);
    }
  }
  return map;
}
