import { resolve } from 'node:path';
import { z } from 'zod';
import { ok, type Result, type SourceId } from '../../../base/index.ts';
import type { Consent, DescriptionRecord } from '../../../preserve/index.ts';
import type { WriteRefusal } from '../../../vault/index.ts';
import type { IntakeInput } from '../../capture.ts';
import { COLLECTION_NAME_LIMIT, ensureCollection } from '../../collections.ts';
import { sourcesDescribed } from '../../drafts.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { type Found, walkPaths } from '../../file-walk.ts';
import { foundByAndBy } from '../../following.ts';
import { type IntakeEnd, receive } from '../../intake.ts';
import { NOTE_FIELD_LIMIT, type NoteFields, noteBytes, noteDescription } from '../../notes.ts';
import { ReadingPool } from '../../reading-pool.ts';
import { vaultSentence } from '../../sentences.ts';
import { diskFullStop } from '../../system-errors.ts';
import { type OpenedPack, openDefaultPack, openPack } from '../../theme-packs.ts';
import { consentFrom } from '../consent-input.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags, someText } from '../flags.ts';
import {
  type IntakeTally,
  itemJson,
  itemLine,
  newTally,
  progressWords,
  receiptJson,
  receiptLines,
  tallyOutcome,
} from '../intake-words.ts';
import { jsonLine } from '../json-line.ts';
import { noteFrom } from '../note-input.ts';
import { InputTooLong } from '../terminal.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

/** Most bytes that are taken from standard input. */
const INPUT_LIMIT = 64 * 1024 * 1024;

/** Puts copies of documents into the vault, and says of each what it became. */
export async function add(context: CommandContext, paths: readonly string[], typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const { note, how, when, by, follow } = flags.value;
  if (paths.length > 0 && note !== undefined)
    return stop(
      EXIT.usage,
      'The flag --note takes no files. Add them by themselves, and put words into quotation marks.',
    );
  if (paths.length === 0 && note === undefined)
    return stop(EXIT.usage, 'Name files or folders, or write down what you learnt: add PATH..., or add --note');
  if (note === undefined && [how, when, by].some((each) => each !== undefined))
    return stop(EXIT.usage, 'The flags --how, --when and --by say something of a note. Give it with --note.');
  if (follow && (note !== undefined || paths.includes('-')))
    return stop(EXIT.usage, 'Files and folders can be followed, and neither a note nor standard input.');
  const pack = choosePack(context, flags.value.pack);
  if (!pack.ok) return pack.error;
  return withVault(context, flags.value, (session) => addTo(context, session, paths, flags.value, pack.value));
}

/** The pack that a flag names, else the one that is used when nobody says. */
export function choosePack(context: CommandContext, named: string | undefined): Result<OpenedPack, Stop> {
  return named === undefined
    ? ok(openDefaultPack(context.installation))
    : openPack(resolve(context.folder, named), named);
}

const schema = vaultFlags.extend({
  reason: someText(10_000).optional(),
  origin: someText(4096).optional(),
  collection: someText(COLLECTION_NAME_LIMIT).optional(),
  pack: z.string().min(1).optional(),
  note: z.union([z.string().min(1), z.literal(true)]).optional(),
  how: someText(NOTE_FIELD_LIMIT).optional(),
  when: someText(40).optional(),
  by: someText(NOTE_FIELD_LIMIT).optional(),
  testimony: given,
  consent: z.string().min(1).optional(),
  follow: given,
  json: given,
});

async function addTo(
  context: CommandContext,
  { vault, folder }: Session,
  paths: readonly string[],
  flags: z.infer<typeof schema>,
  { files }: OpenedPack,
): Promise<ExitCode | Stop> {
  const { terminal, now, random } = context;
  const asked = await askedFor(context, flags);
  if (!asked.ok) return asked.error;
  const { note, consent } = asked.value;
  let typed: Uint8Array | undefined;
  if (paths.includes('-')) {
    try {
      typed = await terminal.readInput(INPUT_LIMIT);
    } catch (error) {
      if (error instanceof InputTooLong)
        return stop(EXIT.inputRefused, 'Standard input is longer than 64 MB. Put it into a file and add that.');
      throw error;
    }
  }
  const collection =
    flags.collection === undefined ? undefined : await ensureCollection(vault, flags.collection, { now, random });
  if (collection?.ok === false) return vaultSentence(collection.error, folder);
  const pool = new ReadingPool({ installation: context.installation, pack: files });
  const tally = newTally();
  const named = paths.filter((path) => path !== '-');
  const walk = (): Iterable<Found> =>
    walkPaths(named, { folder: context.folder, vault: resolve(context.folder, folder) });
  // All of them at once, so that it can be said how many are still to come; undefined where nobody knows.
  const inputs = flags.follow
    ? undefined
    : note !== undefined
      ? [noteInput(note)]
      : [...typedInput(typed), ...inputsOf(walk, tally)];
  const begun = performance.now();
  let done = 0;
  const described: SourceId[] = [];
  try {
    const end = await context.interruptible((interrupted) =>
      receive(inputs ?? inputsByAndBy(context, walk, tally, interrupted), {
        vault,
        pool,
        now,
        random,
        tool: { name: 'daybook', version: context.version },
        method: note === undefined ? 'file' : 'note',
        ...(consent !== undefined && { consent }),
        reason: flags.reason ?? null,
        origin: flags.origin ?? null,
        collection: collection?.value,
        // Being called off is how following ends: what is under way by then is taken whole.
        interrupted: flags.follow ? new AbortController().signal : interrupted,
        acknowledge: (input, outcome) => {
          tallyOutcome(tally, outcome);
          if (outcome.type === 'stored') described.push(outcome.source);
          terminal.out(flags.json ? jsonLine(itemJson(input, outcome)) : itemLine(input, outcome));
          if (input.type !== 'member') done++;
          terminal.progress(progressWords(done, inputs?.length, (performance.now() - begun) / 1000));
        },
      }),
    );
    terminal.progress('');
    const [source] = described;
    if (note !== undefined && source !== undefined) {
      const kept = await describeNote(vault, source, note, now);
      if (!kept.ok) return vaultSentence(kept.error, folder);
    }
    if (flags.json) terminal.out(jsonLine(receiptJson(end, tally)));
    else for (const line of receiptLines(end, tally)) terminal.out(line);
    return codeOf(end, tally, { folder, follow: flags.follow });
  } finally {
    await pool.close();
  }
}

/** The note and the consent that flags name, asked for where they say so. */
async function askedFor(
  context: CommandContext,
  { note, how, when, by, testimony, consent }: z.infer<typeof schema>,
): Promise<Result<{ readonly note?: NoteFields; readonly consent?: Consent }, Stop>> {
  // Consent comes first: what may not be stored need not be told.
  const agreed = testimony || consent !== undefined ? await consentFrom(context, consent) : undefined;
  if (agreed?.ok === false) return agreed;
  const written = note === undefined ? undefined : await noteFrom(context, { note, how, when, by });
  if (written?.ok === false) return written;
  return ok({ ...(written !== undefined && { note: written.value }), ...(agreed && { consent: agreed.value }) });
}

function noteInput(note: NoteFields): IntakeInput {
  return { type: 'bytes', shown: 'note', fileName: 'note.txt', bytes: noteBytes(note) };
}

async function describeNote(
  vault: Session['vault'],
  source: SourceId,
  note: NoteFields,
  now: CommandContext['now'],
): Promise<Result<undefined, WriteRefusal>> {
  const fields = noteDescription(note);
  if (fields.length === 0) return ok(undefined);
  const record: DescriptionRecord = { type: 'description', source, from: 'person', item: 'note', fields };
  const kept = await vault.append({ drafts: [sourcesDescribed([record], now())], blobs: [], suggestions: [] });
  return kept.ok ? ok(undefined) : kept;
}

function* typedInput(typed: Uint8Array | undefined): Generator<IntakeInput> {
  if (typed !== undefined) yield { type: 'bytes', shown: '-', fileName: 'standard-input', bytes: typed };
}

/** What is found below the paths; what is skipped is counted and is nothing to take in. */
function* inputsAmong(found: Found, tally: IntakeTally): Generator<IntakeInput> {
  if (found.type === 'skipped') tally.skipped.set(found.why, (tally.skipped.get(found.why) ?? 0) + 1);
  else if (found.type === 'unreachable') yield { ...found, fileName: found.shown };
  else yield found;
}

function* inputsOf(walk: () => Iterable<Found>, tally: IntakeTally): Generator<IntakeInput> {
  for (const found of walk()) yield* inputsAmong(found, tally);
}

async function* inputsByAndBy(
  { resting }: CommandContext,
  walk: () => Iterable<Found>,
  tally: IntakeTally,
  calledOff: AbortSignal,
): AsyncGenerator<IntakeInput> {
  for await (const found of foundByAndBy(walk, { calledOff, resting })) yield* inputsAmong(found, tally);
}

function codeOf(
  { receipt, refusal, diskFull, interrupted }: IntakeEnd,
  tally: IntakeTally,
  { folder, follow }: { readonly folder: string; readonly follow: boolean },
): ExitCode | Stop {
  if (refusal !== undefined) return vaultSentence(refusal, folder);
  if (diskFull) return diskFullStop();
  if (receipt.received === 0) {
    if (follow) return EXIT.done;
    return interrupted
      ? EXIT.partFailed
      : stop(EXIT.inputRefused, 'There was nothing to add. Name files, or folders with files in them.');
  }
  // What was here already and took nothing of what was said with it has come to nothing.
  if (receipt.stored + tally.consented === 0 && receipt.alreadyHere === tally.notKept) return EXIT.inputRefused;
  const whole =
    tally.notKept === 0 && receipt.refused === 0 && receipt.failed === 0 && tally.readerFailures === 0 && !interrupted;
  return whole ? EXIT.done : EXIT.partFailed;
}
