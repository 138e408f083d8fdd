import type { SourceId } from '../../base/index.ts';
import { type Claim, dayOf } from '../../read/index.ts';
import type { SourceRow } from '../../vault/index.ts';
import type { FigureLine } from '../api.ts';
import { type Counting, countedSources } from '../counting.ts';
import { lastDay } from '../search-filter.ts';
import { ShownText } from '../shown-text.ts';
import { type SaidView, saidOf } from './claim-answer.ts';
import type { Desk } from './desk.ts';
import type { Marks } from './summaries.ts';

/** A figure with what it is filtered by. */
export interface KeptFigure {
  readonly line: FigureLine;
  /** Ids of theme packs that its places have. */
  readonly places: readonly string[];
  /** Days since 1800-01-01 within which it holds; undefined when it is not dated. */
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Sources whose figures are kept. */
const MOST_KEPT = 5000;

/** Figures of sources that were opened, kept until text, reading or reviews are others. */
export class FigureLines {
  readonly #kept = new Map<SourceId, { readonly stamp: string; readonly figures: readonly KeptFigure[] }>();

  /** What counts of a source, one line for each number, in the order of its text. */
  async of(desk: Desk, row: SourceRow, counting: Counting, marks: Marks): Promise<readonly KeptFigure[]> {
    const mark = marks.get(row.source);
    const stamp = [counting, row.layer?.layer, row.reading?.output, mark?.reviews, mark?.newest].join('/');
    const known = this.#kept.get(row.source);
    if (known?.stamp === stamp) return known.figures;
    const figures = await figuresOf(desk, row, counting, marks);
    this.#kept.delete(row.source);
    this.#kept.set(row.source, { stamp, figures });
    const [first] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && first !== undefined) this.#kept.delete(first);
    return figures;
  }
}

async function figuresOf(desk: Desk, row: SourceRow, counting: Counting, marks: Marks): Promise<readonly KeptFigure[]> {
  const { title } = await desk.summaries.line(row, marks);
  const figures: KeptFigure[] = [];
  for await (const { texts } of countedSources(desk.vault, { source: row }, counting)) {
    for (const text of texts) {
      const shown = ShownText.veiled(text.layer.text, text.reading.mentions);
      for (const { id, claim, state } of text.counted) {
        if (claim.quantity.length === 0) continue;
        // A place in an older text says nothing of the one that is read.
        const isHere = claim.passage.layer === row.layer?.digest;
        const said = saidOf({ text, shown, isHere, reveal: false }, claim);
        const of = { claim: id, source: row.source, title, state };
        figures.push(...linesOf(of, said, claim));
      }
    }
  }
  return figures;
}

function linesOf(
  of: Pick<FigureLine, 'claim' | 'source' | 'title' | 'state'>,
  said: SaidView,
  claim: Claim,
): readonly KeptFigure[] {
  const listed = said.places.map(({ norm, stated }) => norm ?? stated);
  const dates = datesOf(claim.date?.norm ?? null);
  const places = claim.place.flatMap(({ id }) => id ?? []);
  return said.quantities.map(({ value, low, high, op, stated, unit, counts }, i) => {
    const measure = claim.quantity[i]?.measure ?? null;
    const line = {
      ...of,
      ...{ value, low, high, op, stated, unit, counts, measure },
      start: said.span?.start ?? 0,
      date: said.date === null ? null : (said.date.norm ?? said.date.stated),
      places: listed,
      chain: said.attribution.map(({ name }) => name),
      quote: said.quote,
      question: [unit, measure ?? '', counts.toLowerCase().trim(), listed.join('; ')].join(' | '),
    };
    return { line, places, ...dates };
  });
}

/** The days that a date of EDTF covers, as far as it says. */
function datesOf(norm: string | null): Pick<KeptFigure, 'from' | 'to'> {
  const [first = '', last = first] = (norm ?? '').split('/');
  const dayIn = (text: string): string | undefined => /^\d{4}(?:-\d\d)?(?:-\d\d)?/.exec(text)?.[0];
  return { from: dayOf(dayIn(first)), to: lastDay(dayIn(last) ?? dayIn(first)) };
}
