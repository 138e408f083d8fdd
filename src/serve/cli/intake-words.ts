import type { UnreadPart } from '../../read/index.ts';
import type { IntakeInput } from '../capture.ts';
import type { GivenAgain } from '../given-again.ts';
import type { FailReason, IntakeEnd, IntakeOutcome } from '../intake.ts';
import type { NotReadReason } from '../reading-messages.ts';
import { pageList } from '../recognising.ts';
import { counted, notReadWords } from '../sentences.ts';
import { DAYBOOK } from '../typed.ts';
import { oneLine, padCells } from './cell-text.ts';
import { shortId } from './source-words.ts';

/** What an intake is told by, beside the counts of its receipt: the reasons behind them. */
export interface IntakeTally {
  received: number;
  /** Kept, and its reader died or hung: not the document's fault alone, so the command ends with "done in part". */
  readerFailures: number;
  /** Read, but for parts that could not be. */
  partlyRead: number;
  /** Of those, PDF files with pages on which there may be a picture of text. */
  toRecognise: number;
  /** Kept beside another source with the same text. */
  linked: number;
  readonly refused: Map<string, number>;
  readonly failed: Map<string, number>;
  readonly notRead: Map<string, number>;
  readonly languages: Map<string, number>;
  /** Here already, and the answers of the consent that was given with it were recorded. */
  consented: number;
  /** Here already, and something that was said with it is not kept. */
  notKept: number;
  readonly skipped: Map<'hidden' | 'link' | 'not-a-file', number>;
}

/** An empty tally. */
export function newTally(): IntakeTally {
  return {
    received: 0,
    readerFailures: 0,
    partlyRead: 0,
    toRecognise: 0,
    linked: 0,
    consented: 0,
    notKept: 0,
    refused: new Map(),
    failed: new Map(),
    notRead: new Map(),
    languages: new Map(),
    skipped: new Map(),
  };
}

/** Counts one outcome. */
export function tallyOutcome(tally: IntakeTally, outcome: IntakeOutcome): void {
  tally.received++;
  switch (outcome.type) {
    case 'stored':
      if (outcome.sameText.length > 0) tally.linked++;
      if (outcome.unread.length > 0 && typeof outcome.reading !== 'string') {
        tally.partlyRead++;
        if (outcome.toRecognise.length > 0) tally.toRecognise++;
      }
      if (typeof outcome.reading === 'string') {
        add(tally.notRead, notReadWords(outcome.reading));
        if (isReaderFailure(outcome.reading)) tally.readerFailures++;
      } else add(tally.languages, outcome.reading.language);
      return;
    case 'already-here':
      if (outcome.again.recorded.length > 0) tally.consented++;
      if (leavesOut(outcome.again)) tally.notKept++;
      return;
    case 'refused':
      add(tally.refused, 'empty');
      return;
    case 'failed':
      add(tally.failed, failWords(outcome.reason));
  }
}

/** The line of one thing that was received. */
export function itemLine({ shown }: IntakeInput, outcome: IntakeOutcome): string {
  const file = oneLine(shown);
  switch (outcome.type) {
    case 'stored': {
      const { reading } = outcome;
      const read =
        typeof reading === 'string'
          ? `not read: ${notReadWords(reading)}`
          : `${reading.language}, ${counted(reading.documents, 'document')}, ${counted(reading.claims, 'claim')}, ${counted(reading.figures, 'figure')}`;
      const left = outcome.unread.length === 0 ? '' : `; not read: ${unreadWords(outcome.unread)}`;
      const seen = typeof reading === 'string' ? '' : recogniseWords(outcome);
      const same =
        outcome.sameText.length === 0 ? '' : `; the same text as ${outcome.sameText.map(shortId).join(', ')}`;
      const status = outcome.unread.length > 0 && typeof reading !== 'string' ? 'partly read' : 'stored';
      return `${padCells(status, 13)} ${shortId(outcome.source)}  ${file}  (${read}${left}${seen}${same})`;
    }
    case 'already-here':
      return `${padCells('already here', 13)} ${shortId(outcome.source)}  ${file}${againWords(outcome)}`;
    case 'refused':
      return `${padCells('refused', 13)} ${' '.repeat(8)}  ${file}  (empty)`;
    case 'failed':
      return `${padCells('failed', 13)} ${' '.repeat(8)}  ${file}  (${failWords(outcome.reason)})`;
  }
}

/** What became of what was said with a document that was here already; '' when all of it is known. */
function againWords({ source, again }: Extract<IntakeOutcome, { type: 'already-here' }>): string {
  const { recorded, looser, notKept } = again;
  const told = [
    ...(recorded.length > 0 ? [`consent recorded: ${answersWords(recorded)}`] : []),
    ...(looser.length > 0
      ? [
          `consent NOT recorded: ${answersWords(looser)}, which allows more than what stands; if it was given since, type ${DAYBOOK} consent ${shortId(source)} --set ${answersWords(looser)}`,
        ]
      : []),
    ...notKept.map((fact) => `the ${fact} that you gave is NOT kept: what was said when it came stands`),
  ];
  return told.length === 0 ? '' : `  (${told.join('; ')})`;
}

function againJson({ recorded, looser, notKept }: GivenAgain): object {
  const pairs = (answers: GivenAgain['recorded']): object =>
    Object.fromEntries(answers.map(({ use, answer }) => [use, answer]));
  return {
    ...(recorded.length > 0 && { consentRecorded: pairs(recorded) }),
    ...(looser.length > 0 && { consentNotRecorded: pairs(looser) }),
    ...(notKept.length > 0 && { notKept }),
  };
}

function answersWords(answers: GivenAgain['recorded']): string {
  return answers.map(({ use, answer }) => `${use}=${answer}`).join(' ');
}

/** Whether something that was said with it is not kept. */
function leavesOut({ looser, notKept }: GivenAgain): boolean {
  return looser.length + notKept.length > 0;
}

/** How many parts are named on a line. */
const PARTS_SHOWN = 3;
/** As much of a list of pages as a line has room for: what is to be typed names none of them. */
const PAGES_SHOWN = 60;

/** Which pages may be pictures of text, and what to type for it. */
function recogniseWords({ source, toRecognise }: Extract<IntakeOutcome, { type: 'stored' }>): string {
  if (toRecognise.length === 0) return '';
  const list = pageList(toRecognise);
  const shown = list.length > PAGES_SHOWN ? `${list.slice(0, list.lastIndexOf(',', PAGES_SHOWN))}…` : list;
  return `; no text on page ${shown}: to look for it in their pictures, type ${DAYBOOK} recognise ${shortId(source)}`;
}

function unreadWords(unread: readonly UnreadPart[]): string {
  const shown = unread.slice(0, PARTS_SHOWN).map(({ part, reason }) => `${oneLine(part)} (${reason})`);
  return unread.length > shown.length
    ? `${shown.join(', ')} and ${unread.length - shown.length} more`
    : shown.join(', ');
}

/** The same as an object. */
export function itemJson({ shown }: IntakeInput, outcome: IntakeOutcome): object {
  const file = shown.toWellFormed();
  switch (outcome.type) {
    case 'stored': {
      const { source, reading, unread, toRecognise, files, sameText } = outcome;
      const more = {
        ...(unread.length > 0 && { unread }),
        ...(toRecognise.length > 0 && { toRecognise }),
        ...(files > 0 && { files }),
        ...(sameText.length > 0 && { sameText }),
      };
      return typeof reading === 'string'
        ? { file, status: 'stored', source, read: false, reason: notReadWords(reading), ...more }
        : { file, status: unread.length > 0 ? 'partly-read' : 'stored', source, read: true, ...reading, ...more };
    }
    case 'already-here':
      return { file, status: 'already-here', source: outcome.source, ...againJson(outcome.again) };
    case 'refused':
      return { file, status: 'refused', source: null, reason: 'empty' };
    case 'failed':
      return { file, status: 'failed', source: null, reason: failWords(outcome.reason) };
  }
}

/**
 * How far an intake is: of how many, how fast, and how long the rest takes at that rate. Files inside others count with
 * those. `all` is undefined while nobody knows what will come.
 */
export function progressWords(done: number, all: number | undefined, seconds: number): string {
  const rate = seconds < 1 ? 0 : done / seconds;
  if (all === undefined) return `${counted(done, 'file')} so far; Ctrl-C ends it …`;
  const words = `${done.toLocaleString('en-US')} of ${counted(all, 'file')}`;
  if (rate === 0) return `${words} …`;
  const left = Math.ceil((all - done) / rate);
  const time = left < 90 ? `${left} s` : left < 5400 ? `${Math.ceil(left / 60)} min` : `${Math.ceil(left / 3600)} h`;
  return `${words}, ${rate.toFixed(1)} a second, ${time} left …`;
}

/** The end of an intake: counts whose sum is what was received, the reasons, and where the files are now. */
export function receiptLines({ receipt, kept, interrupted }: IntakeEnd, tally: IntakeTally): readonly string[] {
  const { received, stored, alreadyHere, refused, failed } = receipt;
  const lines = [
    `Received ${received.toLocaleString('en-US')}: ${stored} stored, ${alreadyHere} already here, ${refused} refused, ${failed} failed.`,
  ];
  if (tally.refused.size > 0) lines.push(`  refused: ${reasonWords(tally.refused)}`);
  if (tally.failed.size > 0) lines.push(`  failed: ${reasonWords(tally.failed)}`);
  if (tally.partlyRead > 0)
    lines.push(`  read in part: ${tally.partlyRead}; what was left is named above and by: show ID`);
  if (tally.toRecognise > 0)
    lines.push(`  with pages that may be pictures of text: ${tally.toRecognise}; look for it: ${DAYBOOK} recognise ID`);
  if (tally.linked > 0)
    lines.push(`  kept beside another source with the same text, and not merged: ${tally.linked}; look: show ID`);
  if (tally.consented > 0) lines.push(`  here already, with its consent recorded now: ${tally.consented}`);
  if (tally.notKept > 0)
    lines.push(`  here already, and something that you said with it is NOT kept: ${tally.notKept}; it is named above`);
  if (tally.notRead.size > 0) lines.push(`  stored but not read: ${reasonWords(tally.notRead)}`);
  if (tally.skipped.size > 0) {
    const skipped = [...tally.skipped].map(([why, count]) => SKIPPED[why](count));
    lines.push(`  skipped inside folders, and not received: ${skipped.join(', ')}`);
  }
  if (interrupted) lines.push('  stopped when asked to: what was still to come was not received');
  if (received > 0 && !kept) lines.push('  this receipt itself could not be kept in the vault');
  if (received > 0)
    lines.push('The files you added are still where they were. Daybook keeps copies and removes nothing.');
  return lines;
}

/** The same as an object. */
export function receiptJson({ receipt, kept, interrupted }: IntakeEnd, tally: IntakeTally): object {
  return {
    receipt: {
      ...receipt,
      refusedBecause: Object.fromEntries(tally.refused),
      failedBecause: Object.fromEntries(tally.failed),
      notRead: Object.fromEntries(tally.notRead),
      partlyRead: tally.partlyRead,
      toRecognise: tally.toRecognise,
      sameText: tally.linked,
      consentRecorded: tally.consented,
      saidAndNotKept: tally.notKept,
      skipped: Object.fromEntries(tally.skipped),
      interrupted,
      kept,
    },
  };
}

const SKIPPED = {
  hidden: (count: number) => `${count} hidden`,
  link: (count: number) => counted(count, 'link'),
  'not-a-file': (count: number) => `${count} neither file nor folder`,
} as const;

function isReaderFailure(reason: NotReadReason): boolean {
  return reason === 'reader-stopped' || reason === 'reader-too-slow' || reason === 'reader-too-large';
}

function failWords(reason: FailReason): string {
  switch (reason) {
    case 'missing':
      return 'no such file';
    case 'not-allowed':
      return 'may not be read';
    case 'not-a-file':
      return 'neither file nor folder';
    case 'too-deep':
      return 'below too many folders; name it, or one nearer to it';
    case 'name-not-utf8':
      return 'its name is not UTF-8; rename it';
    case 'changed':
      return 'changed while it was read';
    case 'disk-full':
      return 'the disk is full';
    case 'not-written':
      return 'the vault took no entry';
    case 'broken':
      return 'something in Daybook broke';
  }
}

function reasonWords(reasons: ReadonlyMap<string, number>): string {
  return [...reasons].map(([reason, count]) => `${reason} (${count})`).join(', ');
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
