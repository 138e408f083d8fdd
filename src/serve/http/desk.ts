import { ok, parseSourceId, type Result, type SourceId } from '../../base/index.ts';
import { type NameForms, nameForms, type PlaceLabel, placeLabels, type ThemePack } from '../../read/index.ts';
import type { DeskLeft, SourceRow, Vault } from '../../vault/index.ts';
import type { Activity } from '../activity.ts';
import type { Api, ApiName } from '../api.ts';
import type { Clock } from '../clock.ts';
import type { Installation } from '../paths.ts';
import { recordRevealed } from '../revealing.ts';
import type { RandomBytes } from '../subjects.ts';
import { openBundledPacks } from '../theme-packs.ts';
import type { ClaimPlaces } from './claim-places.ts';
import type { FigureCounts } from './figure-counts.ts';
import type { FigureLines } from './figure-lines.ts';
import type { Intakes } from './intakes.ts';
import type { OpenSources } from './open-sources.ts';
import type { PageDrawing } from './page-pictures.ts';
import { type Refused, refuseWith, writeRefusal } from './refusal.ts';
import type { Summaries } from './summaries.ts';

/** The vault as the desk has it open: what every call is answered from. It lives as long as the engine. */
export interface Desk {
  readonly vault: Vault;
  /** The name of the vault's folder. */
  readonly workspace: string;
  readonly installation: Installation;
  readonly version: string;
  readonly now: Clock;
  readonly random: RandomBytes;
  readonly activity: Activity;
  readonly knowledge: Knowledge;
  readonly sources: OpenSources;
  readonly summaries: Summaries;
  readonly claimPlaces: ClaimPlaces;
  readonly figures: FigureLines;
  readonly figureCounts: FigureCounts;
  readonly intakes: Intakes;
  readonly drawing: PageDrawing;
  /** Sources whose protected words were asked for in this run: the asking is in the record. */
  readonly revealed: Set<SourceId>;
  /** Until when this person had seen the record when the desk was opened; undefined when they never had. */
  readonly left: DeskLeft | undefined;
  /** Ends the engine once the answer is out. */
  readonly lock: () => void;
}

export type Answers = {
  readonly [N in ApiName]: (desk: Desk, ask: Api[N]['ask']) => Promise<Result<Api[N]['answer'], Refused>>;
};

/** Theme packs, which are read from disk when somebody first needs them. */
export class Knowledge {
  readonly #installation: Installation;
  #packs: readonly ThemePack[] | undefined;
  #names: NameForms | undefined;
  #places: ReadonlyMap<string, PlaceLabel> | undefined;

  constructor(installation: Installation) {
    this.#installation = installation;
  }

  get packs(): readonly ThemePack[] {
    this.#packs ??= openBundledPacks(this.#installation);
    return this.#packs;
  }

  get names(): NameForms {
    this.#names ??= nameForms(this.packs);
    return this.#names;
  }

  get places(): ReadonlyMap<string, PlaceLabel> {
    this.#places ??= placeLabels(this.packs);
    return this.#places;
  }
}

/** The source of an id; refused when there is none. */
export async function sourceOf({ vault }: Desk, id: string): Promise<Result<SourceRow, Refused>> {
  const source = parseSourceId(id);
  const row = source && (await vault.query('source', { source }));
  return row === undefined ? refuseWith('no-such-source') : ok(row);
}

/** Records what the desk is about to show of a source's protected words; refused when it cannot, and then nothing may be shown. */
export async function reveal({ vault, revealed, now }: Desk, source: SourceId): Promise<Result<undefined, Refused>> {
  const kept = await recordRevealed(vault, revealed, [source], now);
  return kept.ok ? kept : writeRefusal(kept.error);
}
