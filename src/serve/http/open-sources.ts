import type { SourceId } from '../../base/index.ts';
import {
  type Claim,
  type documentChains,
  type Layer,
  type Reading,
  type Span,
  sentencesOf,
  type TranslationPair,
  translationPairsOf,
} from '../../read/index.ts';
import type { SourceRow, Vault } from '../../vault/index.ts';
import { ShownText } from '../shown-text.ts';
import { claimsIn, type OpenedSource, openSource, type SourceClaims } from '../source-claims.ts';
import { layerOf } from '../stored-readings.ts';
import type { SaidView } from './claim-answer.ts';

/** UTF-16 units of text that are kept open together, and at least one source however long. */
const KEPT_TEXT = 4_000_000;

/** A source whose text is held open, so that the next question about it costs no parsing. */
export interface DeskSource {
  readonly row: SourceRow;
  readonly opened: OpenedSource;
  /** The newest text; undefined when the source has none here. */
  readonly layer: Layer | undefined;
  /** What was read in it; undefined when nobody read it here. */
  readonly reading: Reading | undefined;
  readonly veiled: ShownText;
  readonly revealed: ShownText;
  /** Of the layer's text. */
  readonly sentences: readonly Span[];
  readonly pairs: readonly TranslationPair[];
  /** Claims of this text as they are shown, made once: most of them never change. */
  readonly memory: {
    readonly veiled: WeakMap<Claim, SaidView>;
    readonly revealed: WeakMap<Claim, SaidView>;
    readonly chains: WeakMap<Layer, ReturnType<typeof documentChains>>;
    /** Reasons of reviews with protected words written over: most of them are the same few. */
    readonly reasons: Map<string, string>;
  };
}

/** Sources that were asked for last, by what they are made of: another text or reading is opened anew. */
export class OpenSources {
  readonly #vault: Vault;
  readonly #open = new Map<SourceId, { readonly stamp: string; readonly source: Promise<DeskSource> }>();

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** The source as its text stands; claims are asked for apart, since they change with every review. */
  async open(row: SourceRow): Promise<DeskSource> {
    const stamp = await this.#stampOf(row);
    const known = this.#open.get(row.source);
    this.#open.delete(row.source);
    const source = known?.stamp === stamp ? known.source : openAnew(this.#vault, row);
    this.#open.set(row.source, { stamp, source });
    const opened = await source;
    // What was not read here may be read at any time, without an entry that would tell.
    if (opened.opened.proposals === undefined) this.#open.delete(row.source);
    await this.#makeRoom();
    return { ...opened, row };
  }

  /** A source that is open as it stands, without opening it; undefined when it is not, or another text or reading came. */
  async peek(row: SourceRow): Promise<DeskSource | undefined> {
    const known = this.#open.get(row.source);
    return known?.stamp === (await this.#stampOf(row)) ? known.source : undefined;
  }

  async claims({ opened }: DeskSource): Promise<SourceClaims> {
    return claimsIn(this.#vault, opened);
  }

  /** What a source is made of, beside reviews. */
  async #stampOf(row: SourceRow): Promise<string> {
    const proposals = await this.#vault.query('proposals', { source: row.source });
    const last = proposals.at(-1);
    return [row.layer?.layer, row.reading?.output, proposals.length, last?.device, last?.at].join('/');
  }

  async #makeRoom(): Promise<void> {
    let length = 0;
    for (const [source, kept] of [...this.#open].reverse()) {
      const size = (await kept.source).layer?.text.length ?? 0;
      if (length > 0 && length + size > KEPT_TEXT) this.#open.delete(source);
      else length += size;
    }
  }
}

async function openAnew(vault: Vault, row: SourceRow): Promise<DeskSource> {
  const opened = await openSource(vault, row);
  const text = row.layer && opened.texts.get(row.layer.digest);
  const layer = text?.layer ?? (await layerOf(vault, row));
  const reading = text?.reading;
  return {
    ...{ row, opened, layer, reading },
    veiled: ShownText.veiled(layer?.text ?? '', reading?.mentions),
    revealed: ShownText.revealed(layer?.text ?? ''),
    sentences: layer === undefined ? [] : sentencesIn(layer),
    pairs: layer === undefined ? [] : translationPairsOf(layer),
    memory: { veiled: new WeakMap(), revealed: new WeakMap(), chains: new WeakMap(), reasons: new Map() },
  };
}

function sentencesIn({ text, blocks }: Layer): readonly Span[] {
  return blocks.flatMap((block) =>
    sentencesOf(text.slice(block.start, block.end), block.language).map(({ start, end }) => ({
      start: block.start + start,
      end: block.start + end,
    })),
  );
}
