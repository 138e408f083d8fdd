import type { LayerId, SourceId } from '../../base/index.ts';
import type { Desk } from './desk.ts';
import type { Marks } from './summaries.ts';

/** Readings that are counted in one question, so that others are answered in between. */
const AT_ONCE = 100;

/** How many suggested numbers each source has, counted inside the database and once for each reading. */
export class FigureCounts {
  readonly #byOutput = new Map<string, number>();

  /** Of sources that nobody has reviewed; of the others it has to be looked. */
  async of({ vault }: Pick<Desk, 'vault'>, marks: Marks): Promise<ReadonlyMap<SourceId, number>> {
    const all = await vault.query('suggestionCounts', undefined);
    const unknown = all.filter(({ output }) => !this.#byOutput.has(output));
    const outputs = new Map<LayerId, string>(unknown.map(({ layer, output }) => [layer, output]));
    for (let at = 0; at < unknown.length; at += AT_ONCE) {
      const layers = unknown.slice(at, at + AT_ONCE).map(({ layer }) => layer);
      for (const { layer, figures } of await vault.query('figureCounts', { layers })) {
        this.#byOutput.set(outputs.get(layer) ?? '', figures);
      }
    }
    const counts = new Map<SourceId, number>();
    for (const { source, output } of all) {
      const count = this.#byOutput.get(output);
      if (count !== undefined && !marks.has(source)) counts.set(source, count);
    }
    return counts;
  }
}
