import { stat } from 'node:fs/promises';
import type { CollectionId, Language, Sha256, SourceId } from '../base/index.ts';
import type { CaptureRecord, IntakeReceipt } from '../preserve/index.ts';
import { fileKind, type UnreadPart } from '../read/index.ts';
import type { AppendRequest, Vault, WriteRefusal } from '../vault/index.ts';
import { Capacity } from './capacity.ts';
import { type Captured, type CaptureRefusal, ChangedWhileRead, type IntakeInput, withCaptured } from './capture.ts';
import type { Clock } from './clock.ts';
import { type DocumentReading, READ_LIMIT, readDocument, TOO_LARGE } from './document-reading.ts';
import { collectionFilled, intakeReceived, sourceAdded } from './drafts.ts';
import { type GivenAgain, sayAgain } from './given-again.ts';
import {
  capturedFile,
  depthOf,
  LONGEST_NAME,
  mayLackMembers,
  membersOf,
  TOO_DEEP,
  withFacts,
} from './intake-members.ts';
import { layerEntries } from './layer-entries.ts';
import { languageOfLayer } from './layer-facts.ts';
import type { NotReadReason } from './reading-messages.ts';
import type { ReadingPool } from './reading-pool.ts';
import { pagesWithoutText } from './recognising.ts';
import { newLayerId, newSourceId, newSubjectId, type RandomBytes } from './subjects.ts';
import { isDiskFull } from './system-errors.ts';

/** What one thing that was received became. */
export type IntakeOutcome =
  | {
      readonly type: 'stored';
      readonly source: SourceId;
      /** What was read of it; a reason when its bytes are kept and nothing was read. */
      readonly reading: ReadSummary | NotReadReason;
      /** Parts that were not read. */
      readonly unread: readonly UnreadPart[];
      /** Pages among them that may be pictures of text: `recognise` looks for it. */
      readonly toRecognise: readonly number[];
      /** How many files stand in it, each with an outcome of its own. */
      readonly files: number;
      /** Other sources that have the same text in another wrapper: linked, never merged. */
      readonly sameText: readonly SourceId[];
    }
  | { readonly type: 'already-here'; readonly source: SourceId; readonly again: GivenAgain }
  | { readonly type: 'refused'; readonly reason: 'empty' }
  | { readonly type: 'failed'; readonly reason: FailReason };

export interface ReadSummary {
  readonly language: Language;
  readonly documents: number;
  readonly claims: number;
  readonly figures: number;
}

export type FailReason = Exclude<CaptureRefusal['type'], 'empty'> | 'changed' | 'disk-full' | 'not-written' | 'broken';

export interface IntakeOptions {
  readonly vault: Vault;
  readonly pool: ReadingPool;
  readonly now: Clock;
  readonly random: RandomBytes;
  readonly tool: CaptureRecord['tool'];
  readonly method: CaptureRecord['method'];
  readonly reason: string | null;
  readonly origin: string | null;
  /** For testimony; none when absent. */
  readonly consent?: CaptureRecord['consent'];
  readonly collection: { readonly collection: CollectionId; readonly name: string } | undefined;
  /** Ends the intake after what is under way. */
  readonly interrupted: AbortSignal;
  /** Called once for each thing, after what it became survives a crash. */
  readonly acknowledge: (input: IntakeInput, outcome: IntakeOutcome) => void;
}

export interface IntakeEnd {
  readonly receipt: Omit<IntakeReceipt, 'type' | 'receipt'>;
  /** Whether the record has it. */
  readonly kept: boolean;
  /** Why the vault takes no more, when it does not: what was to come was left out. */
  readonly refusal: WriteRefusal | undefined;
  /** Whether room ran out, for something that was received or for the receipt. */
  readonly diskFull: boolean;
  readonly interrupted: boolean;
}

/** Bytes that all things under way may hold together, and how many those are at least: some wait for the disk while others are read. */
const AT_ONCE = { things: 8, bytes: 48 * 1024 * 1024 };
/** What a file counts for that is too large to be held and goes through in pieces. */
const STREAMED_BYTES = 4 * 1024 * 1024;

/**
 * Takes things in: digests, the bytes as an encrypted file, the text and claims by a process of its own, and the entries
 * that say so. One that fails costs itself alone. The same bytes are stored once, also within one intake. Ends with an
 * entry of the counts, whose sum is what was received.
 */
export async function receive(
  inputs: Iterable<IntakeInput> | AsyncIterable<IntakeInput>,
  options: IntakeOptions,
): Promise<IntakeEnd> {
  return new Intake(options).run(inputs);
}

class Intake {
  readonly #options: IntakeOptions;
  readonly #capacity: Capacity;
  /** Bytes on their way in, by digest: their twins wait for them and find them here. */
  readonly #underWay = new Map<Sha256, Promise<unknown>>();
  /** Files with files inside that this run opened, and in how few others each stood then: a thousand twins of one are opened once. */
  readonly #opened = new Map<Sha256, number>();
  readonly #counts = { received: 0, stored: 0, alreadyHere: 0, refused: 0, failed: 0 };
  #refusal: WriteRefusal | undefined;
  #diskFull = false;

  constructor(options: IntakeOptions) {
    this.#options = options;
    this.#capacity = new Capacity({ ...AT_ONCE, things: Math.max(AT_ONCE.things, 2 * options.pool.most) });
  }

  async run(inputs: Iterable<IntakeInput> | AsyncIterable<IntakeInput>): Promise<IntakeEnd> {
    const { interrupted } = this.#options;
    const tasks = new Set<Promise<void>>();
    for await (const input of inputs) {
      if (interrupted.aborted || this.#refusal !== undefined) break;
      const bytes = await bytesHeld(input);
      await this.#capacity.enter(bytes);
      const task = this.#one(input).finally(() => {
        tasks.delete(task);
        this.#capacity.leave(bytes);
      });
      tasks.add(task);
    }
    await Promise.all(tasks);
    const receipt = { ...this.#counts };
    const kept = receipt.received > 0 && this.#refusal === undefined && (await this.#keepReceipt(receipt));
    const [refusal, diskFull] = [this.#refusal, this.#diskFull];
    return { receipt, kept, refusal, diskFull, interrupted: interrupted.aborted };
  }

  /** False when it could not be kept; told it is all the same. */
  async #keepReceipt(receipt: IntakeEnd['receipt']): Promise<boolean> {
    const { vault, random, now } = this.#options;
    const draft = intakeReceived({ type: 'receipt', receipt: newSubjectId(random), ...receipt }, now());
    try {
      const kept = await vault.append({ drafts: [draft], blobs: [], suggestions: [] });
      if (!kept.ok) this.#refusal = kept.error;
      return kept.ok;
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      this.#diskFull = true;
      return false;
    }
  }

  async #one(input: IntakeInput): Promise<void> {
    const { outcome, members } = await this.#outcome(input);
    this.#counts.received++;
    this.#counts[COUNTED[outcome.type]]++;
    this.#options.acknowledge(input, outcome);
    // One after another: their bytes are held already, and an archive of archives must not hold all of them at once.
    for (const member of members) {
      if (this.#options.interrupted.aborted || this.#refusal !== undefined) return;
      await this.#one(member);
    }
  }

  /** Never throws: whatever breaks here is this thing's alone, and is told by its kind. */
  async #outcome(input: IntakeInput): Promise<Taken> {
    try {
      const captured = await withCaptured(input, READ_LIMIT, (each) => this.#onceEach(input, each));
      if (captured.ok) return captured.value;
      if (captured.error.type === 'empty') return alone({ type: 'refused', reason: 'empty' });
      return alone({ type: 'failed', reason: captured.error.type });
    } catch (error) {
      if (error instanceof ChangedWhileRead) return alone({ type: 'failed', reason: 'changed' });
      if (error instanceof NotWritten) {
        this.#refusal ??= error.refusal;
        return alone({ type: 'failed', reason: 'not-written' });
      }
      if (!isDiskFull(error)) return alone({ type: 'failed', reason: 'broken' });
      this.#diskFull = true;
      return alone({ type: 'failed', reason: 'disk-full' });
    }
  }

  async #onceEach(input: IntakeInput, captured: Captured): Promise<Taken> {
    const { sha256 } = captured;
    for (let twin = this.#underWay.get(sha256); twin !== undefined; twin = this.#underWay.get(sha256)) {
      await twin.catch(() => undefined);
    }
    const task = this.#store(input, captured);
    this.#underWay.set(sha256, task);
    try {
      return await task;
    } finally {
      this.#underWay.delete(sha256);
    }
  }

  async #store(input: IntakeInput, captured: Captured): Promise<Taken> {
    const { vault, random, collection, now } = this.#options;
    const known = await vault.query('sourceWith', { sha256: captured.sha256 });
    if (known !== undefined) return this.#hereBefore(known.source, input, captured);
    const source = newSourceId(random);
    const [reading, kept] = await Promise.all([
      this.#read(input, captured),
      vault.keepBytes(source, captured.chunks()),
    ]);
    const at = now();
    const made = this.#layerRequest(source, reading, at);
    const outcome = await this.#append({
      drafts: [
        sourceAdded(this.#captureRecord(source, input, captured, { at, file: capturedFile(reading) }), at),
        ...made.drafts,
        ...(collection === undefined ? [] : [collectionFilled(collection.collection, [source], true, at)]),
      ],
      blobs: [kept.place],
      suggestions: made.suggestions,
      unlessSource: captured.sha256,
    });
    // Another process stored the same bytes meanwhile; what was kept here is pointed at by nothing.
    if (outcome.type === 'source-already-here') return this.#hereBefore(outcome.source, input, captured);
    const members = membersOf(reading, source, input);
    this.#opened.set(captured.sha256, depthOf(input));
    const files = members.length;
    const left = reading.members.length > files ? [TOO_DEEP] : [];
    const unread = [...(reading.file?.unread ?? []), ...left];
    const toRecognise = reading.file === undefined ? [] : pagesWithoutText(reading.file);
    // Asked for after it was stored: of two that come at once, the later one names the other.
    const sameText = reading.type === 'read' ? await vault.query('sourcesWithText', { source }) : [];
    const told = { unread, toRecognise, files, sameText };
    return { outcome: { type: 'stored', source, reading: made.summary, ...told }, members };
  }

  /**
   * A file that is here: nothing of it is stored again. Of one with files inside, those that an interrupted run left out
   * are taken in now.
   */
  async #hereBefore(source: SourceId, input: IntakeInput, captured: Captured): Promise<Taken> {
    const outcome = await this.#alreadyHere(source, input);
    const { bytes } = captured;
    if (bytes === undefined) return alone(outcome);
    const depth = depthOf(input);
    if ((this.#opened.get(captured.sha256) ?? Number.POSITIVE_INFINITY) <= depth) return alone(outcome);
    const row = await this.#options.vault.query('source', { source });
    if (!mayLackMembers(row?.record.file, fileKind(bytes, { fileName: input.fileName }))) return alone(outcome);
    this.#opened.set(captured.sha256, depth);
    const reading = await this.#read(input, captured, { claims: false });
    return { outcome, members: membersOf(reading, source, input) };
  }

  async #alreadyHere(source: SourceId, input: IntakeInput): Promise<IntakeOutcome> {
    const { vault, collection, now, consent = null, reason, origin } = this.#options;
    if (collection !== undefined) {
      const within = await vault.query('collectionsOf', { source });
      if (!within.includes(collection.name)) {
        await this.#append({
          drafts: [collectionFilled(collection.collection, [source], true, now())],
          blobs: [],
          suggestions: [],
        });
      }
    }
    const said = { consent, reason, origin: input.type === 'member' ? null : origin };
    const again = await sayAgain(vault, source, said, now);
    if (!again.ok) throw new NotWritten(again.error);
    return { type: 'already-here', source, again: again.value };
  }

  async #read(
    input: IntakeInput,
    { bytes, sha256 }: Captured,
    { claims }: { readonly claims: boolean } = { claims: true },
  ): Promise<DocumentReading> {
    if (bytes === undefined) return TOO_LARGE;
    const fileName = input.fileName.split('/').at(-1) ?? input.fileName;
    const { mediaType, transportCharset } = input.type === 'member' ? input.facts : {};
    return readDocument(this.#options.pool, { bytes, fileName, sha256, claims, mediaType, transportCharset });
  }

  #layerRequest(
    source: SourceId,
    reading: DocumentReading,
    at: string,
  ): Pick<AppendRequest, 'drafts' | 'suggestions'> & { readonly summary: ReadSummary | NotReadReason } {
    if (reading.type === 'not-read') return { drafts: [], suggestions: [], summary: reading.reason };
    const request = layerEntries(reading, { source, layer: newLayerId(this.#options.random) }, at);
    const claims = reading.claims?.reading.claims ?? [];
    const figures = claims.filter(({ quantity }) => quantity.length > 0).length;
    const { layer } = reading;
    return {
      ...request,
      summary: { language: languageOfLayer(layer), documents: layer.documents.length, claims: claims.length, figures },
    };
  }

  #captureRecord(
    source: SourceId,
    input: IntakeInput,
    captured: Captured,
    { at, file }: { readonly at: string; readonly file: CaptureRecord['file'] },
  ): CaptureRecord {
    const { method, tool, reason, origin, consent = null } = this.#options;
    const { sha256, sha512, length, modified } = captured;
    return {
      type: 'capture',
      source,
      sha256,
      sha512,
      length,
      origin: (input.type === 'member' ? input.facts.origin?.slice(0, LONGEST_NAME) : undefined) ?? origin,
      fileName: input.fileName.toWellFormed().slice(0, LONGEST_NAME),
      modified,
      capturedAt: at,
      method:
        input.type === 'member'
          ? 'member'
          : input.type === 'bytes' && method === 'file' && input.dropped !== true
            ? 'standard-input'
            : method,
      ...(input.type === 'member' && { within: input.within }),
      ...(file !== undefined && { file: withFacts(file, input) }),
      tool,
      reason,
      consent,
    };
  }

  async #append(request: AppendRequest): Promise<Extract<Awaited<ReturnType<Vault['append']>>, { ok: true }>['value']> {
    const appended = await this.#options.vault.append(request);
    if (!appended.ok) throw new NotWritten(appended.error);
    return appended.value;
  }
}

/** What became of one thing, and the files inside it that come next. */
interface Taken {
  readonly outcome: IntakeOutcome;
  readonly members: readonly IntakeInput[];
}

function alone(outcome: IntakeOutcome): Taken {
  return { outcome, members: [] };
}

/** The vault takes no entries: not this thing's fault, and the end of the intake. */
class NotWritten extends Error {
  readonly refusal: WriteRefusal;
  constructor(refusal: WriteRefusal) {
    super(`the vault takes no entries: ${refusal.type}`);
    this.refusal = refusal;
  }
}

const COUNTED = { stored: 'stored', 'already-here': 'alreadyHere', refused: 'refused', failed: 'failed' } as const;

async function bytesHeld(input: IntakeInput): Promise<number> {
  if (input.type === 'bytes' || input.type === 'member') return input.bytes.length;
  if (input.type === 'unreachable') return 0;
  try {
    const { size } = await stat(input.path);
    return size > READ_LIMIT ? STREAMED_BYTES : size;
  } catch {
    return 0;
  }
}
