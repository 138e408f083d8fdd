import type { Breach } from './breach.ts';
import { isTest } from './import-rules.ts';
import type { ParsedFile } from './parsed-file.ts';
import type { Room } from './rooms.ts';

/**
 * docs/refusals.md, R1: nothing lists, filters, sorts, counts or searches by protected mention, protection class or
 * quasi-identifier. A name is not proof of what code does, but a door of this kind has to be called something.
 */
const PERSON_WORDS = new Set(
  (
    'mention mentions protection protected quasi identifier identifiers surface age ages sex gender birth birthday ' +
    'refugee refugees defector defectors escapee escapees victim victims witness witnesses helper helpers broker ' +
    'brokers informant informants smuggler smugglers deportee deportees face faces voice voices phone phones'
  ).split(' '),
);
/** Columns, tables and indexes: what can be queried will be. */
const PERSON_COLUMNS = /\b(?:mentions?|protection(?:_\w+)?|protected(?:_\w+)?|quasi\w*|surface)\b/i;
const SEEKING_TYPES =
  /(?:Query|Filter|Sort|Sorting|Order|Facet|Facets|Criteria|Search|Selection)$|^(?:Find|Search|Count|Sort|Filter|List)[A-Z]/;
const SEEKING_VERBS = new Set(
  'list find search count sort filter group index match lookup look rank score select query locate identify'.split(' '),
);
/** Rooms that mark what is protected, passage by passage, and so must name it. */
const MARKING_ROOMS = new Set(['base', 'preserve', 'read']);

/** Looks for a door that would let someone go looking for people. */
export function refusalBreaches(file: string, room: Room, parsed: ParsedFile): Breach[] {
  if (isTest(file)) return [];
  const found: Breach[] = [];
  const say = (line: number, says: string): void => {
    found.push({ file, line, rule: 'searches by person', says });
  };
  for (const { text, line } of parsed.texts) {
    if (room.name === 'serve')
      for (const flag of personFlags(text)) say(line, `the flag ${flag} would look for people`);
    if (room.name === 'vault' && isStatement(text) && PERSON_COLUMNS.test(text)) {
      say(line, 'the vault keeps no table, column or index of what is protected');
    }
  }
  for (const { kind, name, keys, line } of parsed.shapes) {
    if (kind === 'record' && SEEKING_TYPES.test(name)) {
      for (const key of keys) {
        if (wordsOf(key).some((word) => PERSON_WORDS.has(word))) say(line, `${name}.${key} would look for people`);
      }
    }
    if (kind === 'function' && !MARKING_ROOMS.has(room.name) && seeksPeople(name)) {
      say(line, `${name} would look for people`);
    }
  }
  return found;
}

/** Flags in a text whose words speak of people: `--by-age`. */
export function personFlags(text: string): readonly string[] {
  const flags = text.match(/--[a-z][a-z-]*/g) ?? [];
  return flags.filter((flag) => flag.split('-').some((word) => PERSON_WORDS.has(word)));
}

/** A command whose name speaks of people: `mentions`, `find-witness`. */
export function isPersonCommand(name: string): boolean {
  return name.split(/[-: ]/).some((word) => PERSON_WORDS.has(word.toLowerCase()));
}

function seeksPeople(name: string): boolean {
  const words = wordsOf(name);
  const by = words.indexOf('by');
  if (by !== -1 && words.slice(by + 1).some((word) => PERSON_WORDS.has(word))) return true;
  return SEEKING_VERBS.has(words[0] ?? '') && words.some((word) => PERSON_WORDS.has(word));
}

function isStatement(text: string): boolean {
  return /\b(?:SELECT|INSERT|UPDATE|DELETE|CREATE|WHERE|ORDER BY|GROUP BY|FROM|TABLE|INDEX)\b/.test(text);
}

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/);
}
