import { ok, type Result } from '../../base/index.ts';
import type { IntakeBegin, IntakeItemView, IntakeReceiptView } from '../api.ts';
import type { IntakeInput } from '../capture.ts';
import { ensureCollection } from '../collections.ts';
import { type IntakeEnd, type IntakeOptions, type IntakeOutcome, receive } from '../intake.ts';
import { ReadingPool } from '../reading-pool.ts';
import { newSubjectId } from '../subjects.ts';
import { openDefaultPack } from '../theme-packs.ts';
import type { Desk } from './desk.ts';
import { type Refused, refuseWith, writeRefusal } from './refusal.ts';

/** Bytes of one file that is dropped on the desk: it is held whole until it is in the vault. `add` takes larger ones. */
export const FILE_LIMIT: number = 64 * 1024 * 1024;
/** Intakes under way at once. */
const MOST_INTAKES = 4;
/** An intake that nothing was sent to for so long is ended, so that its receipt is kept. */
const LEFT_MS = 10 * 60 * 1000;

/** What is dropped on the desk: each drop is one intake, whose files come one by one, and ends with one receipt. */
export class Intakes {
  readonly #underWay = new Map<string, Intake>();

  async begin(desk: Desk, ask: IntakeBegin): Promise<Result<{ readonly intake: string }, Refused>> {
    if (this.#underWay.size >= MOST_INTAKES) return refuseWith('busy');
    const condition = await desk.vault.condition();
    if (condition.type !== 'sound') return refuseWith('read-only', { why: condition.type });
    const collection =
      ask.collection === undefined ? ok(undefined) : await ensureCollection(desk.vault, ask.collection, desk);
    if (!collection.ok) return writeRefusal(collection.error);
    const id = newSubjectId(desk.random);
    const { reason, origin } = ask;
    const given = { reason: reason || null, origin: origin || null, collection: collection.value };
    this.#underWay.set(id, new Intake(desk, given, () => void this.#underWay.delete(id)));
    return ok({ intake: id });
  }

  /** One file; answers once what it became survives a crash. */
  async file(id: string, fileName: string, bytes: Uint8Array): Promise<Result<IntakeItemView, Refused>> {
    const intake = this.#underWay.get(id);
    return intake === undefined ? refuseWith('no-such-intake') : intake.file(fileName, bytes);
  }

  has(id: string): boolean {
    return this.#underWay.has(id);
  }

  async end(id: string): Promise<Result<IntakeReceiptView, Refused>> {
    const intake = this.#underWay.get(id);
    return intake === undefined ? refuseWith('no-such-intake') : ok(await intake.end());
  }

  /** Ends all of them, with their receipts. */
  async close(): Promise<void> {
    await Promise.all([...this.#underWay.values()].map((intake) => intake.end()));
  }
}

class Intake {
  readonly #inputs = new Inputs();
  readonly #waiting = new Map<IntakeInput, (outcome: IntakeOutcome) => void>();
  readonly #received: Promise<IntakeEnd>;
  #left: NodeJS.Timeout;

  constructor(desk: Desk, given: Pick<IntakeOptions, 'reason' | 'origin' | 'collection'>, over: () => void) {
    this.#received = this.#receive(desk, given).finally(() => {
      clearTimeout(this.#left);
      over();
    });
    this.#left = this.#patience();
  }

  async file(fileName: string, bytes: Uint8Array): Promise<Result<IntakeItemView, Refused>> {
    clearTimeout(this.#left);
    this.#left = this.#patience();
    const input: IntakeInput = { type: 'bytes', shown: '', fileName, bytes, dropped: true };
    const outcome = new Promise<IntakeOutcome>((resolve) => {
      this.#waiting.set(input, resolve);
    });
    this.#inputs.push(input);
    // An intake that the vault refused ends without a word on what still waited.
    const first = await Promise.race([outcome, this.#received]);
    if ('type' in first) return ok(itemView(first));
    if (first.refusal !== undefined) return writeRefusal(first.refusal);
    return refuseWith(first.diskFull ? 'disk-full' : 'no-such-intake');
  }

  async end(): Promise<IntakeReceiptView> {
    this.#inputs.end();
    const { receipt, kept } = await this.#received;
    return { ...receipt, kept };
  }

  async #receive(
    { vault, installation, now, random, version }: Desk,
    given: Pick<IntakeOptions, 'reason' | 'origin' | 'collection'>,
  ): Promise<IntakeEnd> {
    const pool = new ReadingPool({ installation, pack: openDefaultPack(installation).files });
    try {
      return await receive(this.#inputs, {
        ...{ vault, pool, now, random, ...given },
        tool: { name: 'daybook', version },
        method: 'file',
        interrupted: new AbortController().signal,
        acknowledge: (input, outcome) => {
          this.#waiting.get(input)?.(outcome);
          this.#waiting.delete(input);
        },
      });
    } finally {
      await pool.close();
    }
  }

  #patience(): NodeJS.Timeout {
    return setTimeout(() => this.#inputs.end(), LEFT_MS).unref();
  }
}

/** Things to take in as they come. */
class Inputs implements AsyncIterable<IntakeInput> {
  readonly #waiting: IntakeInput[] = [];
  #ended = false;
  #wake: () => void = () => undefined;

  push(input: IntakeInput): void {
    this.#waiting.push(input);
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<IntakeInput> {
    for (;;) {
      const next = this.#waiting.shift();
      if (next !== undefined) yield next;
      else if (this.#ended) return;
      else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }
}

function itemView(outcome: IntakeOutcome): IntakeItemView {
  const nothing = { source: null, claims: 0, documents: 0 };
  switch (outcome.type) {
    case 'stored': {
      const { source, reading, unread, toRecognise } = outcome;
      if (typeof reading === 'string') return { ...nothing, outcome: 'not-read', why: reading, source };
      const { claims, documents } = reading;
      if (unread.length === 0) return { outcome: 'stored', why: null, source, claims, documents };
      const why = toRecognise.length > 0 ? 'pages-to-recognise' : 'parts-unread';
      return { outcome: 'partly-read', why, source, claims, documents };
    }
    case 'already-here':
      return { ...nothing, outcome: 'already-here', why: standsAlready(outcome.again.notKept), source: outcome.source };
    case 'refused':
    case 'failed':
      return { ...nothing, outcome: outcome.type, why: outcome.reason };
  }
}

/** What was said anew of a document that is here already and is not kept, since what was said when it came stands; null when nothing was. */
function standsAlready(notKept: Extract<IntakeOutcome, { type: 'already-here' }>['again']['notKept']): string | null {
  if (notKept.length === 0) return null;
  return notKept.length > 1 ? 'reason-and-origin-stand' : `${notKept[0]}-stands`;
}
