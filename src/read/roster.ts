import type { Span } from './anchor.ts';
import { ASKING_ROLE, HOST_LINE, NAME_TITLE, ROSTER_LABEL, SPOKEN_ROLE } from './data/speaker-words.ts';
import type { Block, Found } from './layer.ts';
import { linesIn } from './notice-lines.ts';

/** One of those who talk, as a line before the talk presents them: `Taking part: A (…), B (…)`, 참석: …, 与谈人：…. */
export interface Participant {
  readonly name: Found;
  readonly about: Span | undefined;
}

/** A turn whose speaker stands before it without a colon. `said` is where what is said begins, in the layer. */
export interface RosterTurn {
  readonly at: number;
  /** Undefined for whoever leads the talk. */
  readonly participant: Participant | undefined;
  readonly said: number;
}

/** How many blocks at the head may present who talks, and how long such a line is. UTF-16 units. */
const HEAD = 14;
const LONGEST = 600;
/** Fewer turns than this prove nothing. */
const LEAST_TURNS = 3;

/**
 * The turns of a talk whose participants a line at its head presents, and who then stand before what they say by name, by the part of their
 * name that no other has, or by their role, without a colon (docs/read.md L82). None unless at least two of them speak so.
 */
export function rosterTurnsOf(text: string, body: readonly Block[]): readonly RosterTurn[] {
  const { participants, from } = participantsOf(text, body);
  if (participants.length < 2) return [];
  const labels = labelsOf(participants);
  const turns = body.slice(from).flatMap((block, i): readonly RosterTurn[] => {
    if (block.kind === 'table-row' || block.label === 'boilerplate') return [];
    const head = text.slice(block.start, Math.min(block.end, block.start + 80));
    const found = labelAt(head, labels) ?? roleAt(head);
    if (found === undefined) return [];
    const goesOn = block.end - block.start > found.said || i + 1 < body.length;
    return goesOn ? [{ at: from + i, participant: found.participant, said: block.start + found.said }] : [];
  });
  const speakers = new Set(turns.flatMap(({ participant }) => (participant === undefined ? [] : [participant])));
  return turns.length >= LEAST_TURNS && speakers.size >= 2 ? turns : [];
}

/** Who is presented, and the block after that which does so. */
function participantsOf(
  text: string,
  body: readonly Block[],
): { readonly participants: readonly Participant[]; readonly from: number } {
  for (const [i, block] of body.slice(0, HEAD).entries()) {
    for (const { words, start } of linesIn(text, block)) {
      const label = words.length > LONGEST ? null : ROSTER_LABEL.exec(words);
      if (label === null) continue;
      const participants = namesIn(words.slice(label[0].length), start + label[0].length);
      if (participants.length >= 2) return { participants, from: i };
    }
  }
  return { participants: [], from: 0 };
}

/** `A (what they are), B (…)`: names parted by commas outside of brackets, or by semicolons where what they are follows a comma. */
function namesIn(list: string, offset: number): readonly Participant[] {
  const found: Participant[] = [];
  const marks = /[(（][^()（）]{0,160}[)）]?|[;；]|[,，、]|\s(?:and|및|和|与|與)\s|[/／|｜]/gu;
  const parts = /[;；]/.test(list) ? list.split(/[;；]/) : undefined;
  let at = 0;
  const add = (words: string, start: number): void => {
    const bracket = /[(（]/.exec(words)?.index ?? (parts === undefined ? -1 : words.search(/[,，、]/));
    const name = (bracket < 0 ? words : words.slice(0, bracket)).replace(/^\s*(?:and\s|및\s)?/u, '');
    const from = start + (bracket < 0 ? words.length : bracket) - name.length;
    const value = name.trimEnd().replace(NAME_TITLE, '').trimEnd();
    if (!isPersonLike(value)) return;
    const about = bracket < 0 ? '' : words.slice(bracket + 1).replace(/[)）\s]+$/u, '');
    found.push({
      name: { value, from: 'byline', start: from, end: from + value.length },
      about: about === '' ? undefined : { start: start + bracket + 1, end: start + bracket + 1 + about.length },
    });
  };
  if (parts !== undefined) {
    for (const part of parts) {
      add(part, offset + at);
      at += part.length + 1;
    }
    return found;
  }
  for (const mark of list.matchAll(marks)) {
    if (/^[(（]/.test(mark[0])) continue;
    add(list.slice(at, mark.index), offset + at);
    at = mark.index + mark[0].length;
  }
  add(list.slice(at), offset + at);
  return found;
}

/** One to four words of letters: what stands in a list of those who talk is a name by its place. */
function isPersonLike(value: string): boolean {
  return (
    /^(?:\p{Script=Han}{2,6}|\p{Script=Han}{1,6}[·・]\p{Script=Han}{1,8})$/u.test(value) ||
    /^\p{Script=Hangul}{1,6}(?:[\s·]\p{Script=Hangul}{1,6}){0,2}$/u.test(value) ||
    /^\p{Lu}[\p{L}.’'-]*(?:\s(?:(?:de|da|van|von|bin|al|la|le)\s)?\p{Lu}[\p{L}.’'-]*){1,3}$/u.test(value)
  );
}

/** For each label the one whom it stands for: the whole name, and the last or first part of it that is nobody else's. The longer come first. */
function labelsOf(participants: readonly Participant[]): ReadonlyMap<string, Participant> {
  const labels = new Map<string, Participant>();
  const shared = new Set<string>();
  for (const participant of participants) {
    const parts = participant.name.value.split(/[\s·・]/u);
    const short = parts.length > 1 ? [parts.slice(1).join(' '), parts.at(-1) ?? '', parts[0] ?? ''] : [];
    for (const label of [participant.name.value, ...short]) {
      const key = label.toLowerCase();
      if (labels.has(key) && labels.get(key) !== participant) shared.add(key);
      labels.set(key, participant);
    }
  }
  for (const key of shared) labels.delete(key);
  return new Map([...labels].sort(([a], [b]) => b.length - a.length));
}

/** A name at the beginning of a block, with a title or not, and space behind it. In Latin letters only in capitals or in a line of its own. */
function labelAt(
  head: string,
  labels: ReadonlyMap<string, Participant>,
): { readonly participant: Participant; readonly said: number } | undefined {
  const mark = /^[\s▲△▶▷►◆◇■□●○・•*_–—-]{0,4}/u.exec(head)?.[0].length ?? 0;
  const rest = head.slice(mark);
  for (const [label, participant] of labels) {
    if (!rest.toLowerCase().startsWith(label)) continue;
    const given = rest.slice(0, label.length);
    const behind = rest.slice(label.length);
    const title = /^\s?(?=\S)/.test(behind) ? (TITLE_HERE.exec(behind)?.[0].length ?? 0) : 0;
    const gap = /^(?:[*_]{0,2}[\s\u3000]+|\s?[—–|｜:：][\s\u3000]*)/u.exec(behind.slice(title))?.[0] ?? '';
    if (gap === '') continue;
    const isLatin = /\p{Script=Latin}/u.test(label);
    const said = behind.slice(title + gap.length);
    if (isLatin && given !== given.toUpperCase() && !/[\n\t—–|｜:：]|\s{2}/u.test(gap)) continue;
    // A title behind a space is part of how a sentence names somebody.
    if (title === 0 && TITLE_HERE.test(said)) continue;
    return { participant, said: mark + label.length + title + gap.length };
  }
  return undefined;
}

const TITLE_HERE =
  /^\s?(?:先生|女士|教授|博士|律师|律師|研究员|研究員|主任|代表|老师|老師|교수|대표|박사|변호사|목사|연구위원|연구원|위원장|위원|소장|팀장|활동가|씨|선생)(?=[\s\u3000:：은는이가의]|$)/u;

/** The role of whoever leads the talk, and space behind it. */
function roleAt(head: string): { readonly participant: undefined; readonly said: number } | undefined {
  const match = SPOKEN_ROLE.exec(head);
  return match === null ? undefined : { participant: undefined, said: match[0].length };
}

/** Whoever leads the talk, when a line before it names them; undefined when none does. */
export function hostBefore(text: string, until: number): Found | undefined {
  const before = text.slice(Math.max(0, until - 3000), until);
  const match = HOST_LINE.exec(before);
  const value = match?.[1] ?? match?.[2];
  if (match === null || value === undefined || ASKING_ROLE.test(value)) return undefined;
  const start = until - before.length + match.index + match[0].length - value.length;
  return { value, from: 'byline', start, end: start + value.length };
}

/** How many units of the beginning of a turn name its speaker, or say that the leader of the talk speaks; 0 when none do. */
export function namedUnits(head: string, speaker: Found | undefined): number {
  const labels = labelsOf(speaker === undefined ? [] : [{ name: speaker, about: undefined }]);
  return (labelAt(head, labels) ?? roleAt(head))?.said ?? 0;
}
