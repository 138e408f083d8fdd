import type { Contribution } from './contributions.ts';
import { CREDIT_LINE, FIRST_PERSON, GUEST_ALIAS } from './data/speaker-words.ts';
import type { Block, Found } from './layer.ts';
import { hostBefore, rosterTurnsOf } from './roster.ts';
import { isPlainWording } from './speaker-name.ts';
import { type TurnLabel, turnLabelOf } from './turn-label.ts';

interface Turn {
  readonly at: number;
  readonly block: Block;
  readonly label: TurnLabel;
  /** What tells one speaker from another. */
  readonly key: string;
}

/**
 * The turns of a conversation whose speakers stand in labels before what they say (docs/read.md L82); none unless it is
 * plain that labels are speakers: questions and answers, or at least two names of which one speaks more than once.
 */
export function turnsOf(text: string, body: readonly Block[], small: ReadonlySet<string>): readonly Contribution[] {
  const found = body.flatMap((block, at): readonly Turn[] => {
    if (block.kind === 'table-row' || block.label === 'boilerplate') return [];
    const label = turnLabelOf(text.slice(block.start, Math.min(block.end, block.start + 140)));
    if (label === undefined || block.end - block.start - label.said < 2) return [];
    return [
      {
        at,
        block,
        label,
        key: keyOf(label),
      },
    ];
  });
  const full = fullNames(
    text,
    found.filter(({ label }) => !isPlainWording(label.words, small)),
  );
  // Initials and last names are the person whom they stand for.
  const labelled = found.map((turn) => ({ ...turn, key: full.get(turn.key)?.value.toLowerCase() ?? turn.key }));
  const turns = spokenOf(text, labelled, small);
  const presented = presentedTurns(text, body);
  // A line that presents who talks is nearer to the truth than words before colons.
  if (presented.length > turns.length) return presented;
  if (turns.length === 0) return [];
  const sides = sidesOf(text, turns);
  const host = hostBefore(text, turns[0]?.block.start ?? 0);
  const guest = guestBefore(text, turns);
  const affiliations = new Map<string, Found>();
  for (const turn of turns) {
    const own = affiliationOf(text, turn);
    if (own !== undefined && !affiliations.has(turn.key)) affiliations.set(turn.key, own);
  }
  return turns.map((turn, i): Contribution => {
    const next = turns[i + 1]?.at;
    const end = next ?? lastEnd(text, body, turn.at);
    const speaker = speakerOf(turn, full, { host, guest });
    const affiliation = affiliationOf(text, turn) ?? affiliations.get(turn.key);
    const side = sides.get(turn.key);
    return {
      first: turn.at,
      // A heading between two turns belongs to what follows it.
      end: next === undefined ? end : endBeforeHeading(body, turn.at, next),
      speaker,
      ...(affiliation && { affiliation }),
      ...(side && { turn: side }),
    };
  });
}

/** The turns of those whom a line at the head presents, who stand before what they say without a colon. */
function presentedTurns(text: string, body: readonly Block[]): readonly Contribution[] {
  const turns = rosterTurnsOf(text, body);
  const host = hostBefore(text, body[turns[0]?.at ?? 0]?.start ?? 0);
  return turns.map(({ at, participant }, i): Contribution => {
    const next = turns[i + 1]?.at;
    const { about } = participant ?? {};
    return {
      first: at,
      end: next === undefined ? lastEnd(text, body, at) : endBeforeHeading(body, at, next),
      speaker: participant === undefined ? host : participant.name,
      ...(about && { affiliation: { value: text.slice(about.start, about.end), from: 'byline', ...about } }),
      ...(turns.some((turn) => turn.participant === undefined) && {
        turn: participant === undefined ? 'question' : 'answer',
      }),
    };
  });
}

function keyOf(label: TurnLabel): string {
  return (label.name ?? label.words)
    .toLowerCase()
    .replace(/[\s\d.]+/g, ' ')
    .trim();
}

function endBeforeHeading(body: readonly Block[], at: number, next: number): number {
  let end = next;
  while (end > at + 1 && body[end - 1]?.kind === 'heading') end--;
  return end;
}

/** The name by which whoever answers goes, as the lines before the talk present them, where answers have no name and one person gives them. */
function guestBefore(text: string, turns: readonly Turn[]): Found | undefined {
  const until = turns[0]?.block.start ?? 0;
  const answers = turns.filter(({ label }) => label.type === 'answer' || label.type === 'answering-role');
  if (new Set(answers.map(({ key }) => key)).size !== 1) return undefined;
  const before = text.slice(Math.max(0, until - 3000), until);
  for (const pattern of GUEST_ALIAS) {
    const match = pattern.exec(before);
    const value = match?.[1];
    if (match === null || value === undefined) continue;
    const start = until - before.length + match.index + match[0].indexOf(value);
    return { value, from: 'byline', start, end: start + value.length };
  }
  return undefined;
}

/** The labels that are speakers. */
function spokenOf(text: string, labelled: readonly Turn[], small: ReadonlySet<string>): readonly Turn[] {
  const types = new Map<string, number>();
  for (const { label } of labelled) types.set(label.type, (types.get(label.type) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const { key } of labelled) counts.set(key, (counts.get(key) ?? 0) + 1);
  const asks = (types.get('question') ?? 0) + (types.get('asking-role') ?? 0);
  const answers = (types.get('answer') ?? 0) + (types.get('answering-role') ?? 0);
  const first = new Map<string, number>();
  for (const { key, block } of labelled) if (!first.has(key)) first.set(key, block.start);
  const names = labelled.filter(({ block, label, key }) => {
    if (label.type === 'name') return !isPlainWording(label.name ?? label.words, small);
    // In Chinese and Korean any word before a colon has that form: it must be part of a name that the text gives in full.
    if (label.type === 'short-name' && /^[\p{Script=Han}\p{Script=Hangul}]/u.test(label.words))
      return (
        participant(text, label.words, block.start) !== undefined ||
        ((counts.get(key) ?? 0) >= 2 && isPresented(text, label.words, first.get(key) ?? 0))
      );
    return label.type === 'short-name' && (counts.get(key) ?? 0) >= 2 && !isPlainWording(label.words, small);
  });
  const marks = labelled.filter(({ label }) => label.type !== 'name' && label.type !== 'short-name');
  // Questions with answers; a host with a named guest who speaks again.
  const people = new Set(names.map(({ key }) => key));
  const again = names.some(({ key }) => (counts.get(key) ?? 0) >= 2);
  if ((asks >= 1 && answers >= 1 && asks + answers >= 3) || (asks >= 2 && names.length >= 2))
    return merged(
      marks,
      names.filter(({ key }) => (counts.get(key) ?? 0) >= 2 || asks >= 2),
    );
  const talk = names.filter(({ block }) => {
    const words = text.slice(block.start, Math.min(block.end, block.start + 4000));
    return FIRST_PERSON.test(words) || /[?？]/.test(words);
  });
  // Fields of a form repeat as speakers do; but nobody says I in them, and nobody asks.
  if (people.size >= 2 && names.length >= 3 && again && talk.length * 3 >= names.length)
    return merged(asks > 0 ? marks : [], names);
  return [];
}

function merged(a: readonly Turn[], b: readonly Turn[]): readonly Turn[] {
  return [...a, ...b].sort((one, other) => one.at - other.at);
}

/** `ME`, `Ellenwood` for a name that stands in full in another label: by initials or last name, when one alone fits. */
function fullNames(text: string, turns: readonly Turn[]): ReadonlyMap<string, Found> {
  const named = new Map<string, Found>();
  const byShort = new Map<string, Set<string>>();
  for (const { block, label } of turns) {
    if (label.type !== 'name' || label.name === undefined || named.has(label.name)) continue;
    const start = block.start + label.start;
    named.set(label.name, { value: label.name, from: 'byline', start, end: start + label.name.length });
    const words = label.name.toLowerCase().split(/\s+/);
    for (const short of [words[0] ?? '', words.at(-1) ?? '', words.map((word) => word[0] ?? '').join('')])
      byShort.set(short, (byShort.get(short) ?? new Set<string>()).add(label.name));
  }
  const full = new Map<string, Found>();
  for (const { block, label, key } of turns) {
    if (label.type !== 'short-name' || full.has(key)) continue;
    const names = byShort.get(label.words.replace(/[.\s]/g, '').toLowerCase());
    const only = names?.size === 1 ? named.get([...names][0] ?? '') : participant(text, label.words, block.start);
    if (only !== undefined && text.startsWith(only.value, only.start)) full.set(key, only);
  }
  return full;
}

/** The full name of a participant whom the text presents before the first turn: `Maria Costa (…)`, `마리아 코스타(…)`. */
function participant(text: string, last: string, until: number): Found | undefined {
  const before = text.slice(Math.max(0, until - 3000), until);
  const family = escaped(last);
  const match = new RegExp(`((?:[\\p{L}][\\p{L}.’'-]{0,14}[\\s·]){1,3}${family})\\s?(?=[(（,，、–—])`, 'u').exec(
    before,
  );
  const value = match?.[1];
  if (match === null || value === undefined) return undefined;
  const start = until - before.length + match.index;
  return { value, from: 'byline', start, end: start + value.length };
}

/** Whether a label of a few characters is a name that stands before the talk, with who that is beside it. */
function isPresented(text: string, name: string, until: number): boolean {
  const before = text.slice(Math.max(0, until - 3000), until);
  return new RegExp(`(?<![\\p{L}])${escaped(name)}(?=\\s?[(（,，、–—:：]|\\s+\\p{L}{2})`, 'u').test(before);
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

/** Undefined for whoever asks or answers without a name. */
function speakerOf(
  { block, label }: Turn,
  full: ReadonlyMap<string, Found>,
  { host, guest }: { readonly host: Found | undefined; readonly guest: Found | undefined },
): Found | undefined {
  if (label.type === 'asking-role') return host;
  if (label.type === 'answer' || label.type === 'answering-role') return guest;
  if (label.type !== 'name' && label.type !== 'short-name') return undefined;
  const start = block.start + label.start;
  const value = label.name ?? label.words;
  return full.get(keyOf(label)) ?? { value, from: 'byline', start, end: start + value.length };
}

/** What the label says of a speaker; it holds for all turns of that speaker. */
function affiliationOf(text: string, { block, label }: Turn): Found | undefined {
  if (label.affiliation === undefined) return undefined;
  const [start, end] = [block.start + label.affiliation.start, block.start + label.affiliation.end];
  return { value: text.slice(start, end), from: 'byline', start, end };
}

/** Who asks and who answers: by the labels, or of two people the one whose turns are mostly questions. */
function sidesOf(text: string, turns: readonly Turn[]): ReadonlyMap<string, 'question' | 'answer'> {
  const sides = new Map<string, 'question' | 'answer'>();
  let marked = false;
  for (const { key, label } of turns) {
    const asks = label.type === 'question' || label.type === 'asking-role';
    if (asks || label.type === 'answer' || label.type === 'answering-role') {
      sides.set(key, asks ? 'question' : 'answer');
      marked ||= asks;
    }
  }
  const keys = [...new Set(turns.map(({ key }) => key))];
  if (marked) {
    for (const key of keys) if (!sides.has(key)) sides.set(key, 'answer');
    return sides;
  }
  if (keys.length !== 2) return sides;
  const shares = keys.map((key) => {
    const own = turns.filter((turn) => turn.key === key);
    const asked = own.filter(({ block }) =>
      /[?？]["'”’」』)）]*\s*$/.test(text.slice(Math.max(block.start, block.end - 12), block.end)),
    );
    return { key, share: asked.length / own.length };
  });
  const [asker, other] = shares.sort((a, b) => b.share - a.share);
  if (asker !== undefined && other !== undefined && asker.share >= 0.7 && other.share <= 0.3) {
    sides.set(asker.key, 'question');
    sides.set(other.key, 'answer');
  }
  return sides;
}

/** The last turn goes on to a heading, a line of credits or what belongs to the page. */
function lastEnd(text: string, body: readonly Block[], at: number): number {
  const next = body.findIndex(
    (block, i) =>
      i > at &&
      (block.kind === 'heading' ||
        block.kind === 'caption' ||
        block.label === 'boilerplate' ||
        CREDIT_LINE.test(text.slice(block.start, Math.min(block.end, block.start + 80)))),
  );
  return next < 0 ? body.length : next;
}
