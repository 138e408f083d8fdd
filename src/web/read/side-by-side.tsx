import { memo, type ReactNode, type RefObject, useMemo, useState } from 'react';
import type { BlockView, SourceView, Span } from '../../serve/api.ts';
import { createPainter, type Layers, type Paint, type Unit, unitOf } from './paint.ts';
import { Paragraph } from './paragraph.tsx';
import css from './text.module.css';

/** Passages that say the same in two languages, each beside the other. What is marked in one has its row marked. */
export function SideBySide(props: {
  readonly view: SourceView;
  readonly layers: Layers;
  readonly root: RefObject<HTMLDivElement | null>;
}): ReactNode {
  const { view, layers, root } = props;
  const { text, blocks, pairs } = view;
  const units = useMemo(
    () => pairs.flatMap(({ original, translation }) => [unitIn(blocks, original), unitIn(blocks, translation)]),
    [blocks, pairs],
  );
  const [paint] = useState(createPainter);
  const paints = useMemo(() => paint(text, units, layers), [paint, text, units, layers]);
  const here = layers.claims.find(({ selected }) => selected) ?? layers.cursor;
  return (
    <div ref={root} className={css['sides']} translate="no">
      {pairs.map((pair, at) => {
        const [original, translation] = [paints[at * 2], paints[at * 2 + 1]];
        const isHere = overlaps(here, pair.original) || overlaps(here, pair.translation);
        return original === undefined || translation === undefined ? undefined : (
          <div key={pair.original.start} className={css['side']} data-here={isHere || undefined}>
            <Side text={text} paint={original} />
            <Side text={text} paint={translation} />
          </div>
        );
      })}
    </div>
  );
}

const Side = memo(
  ({ text, paint }: { readonly text: string; readonly paint: Paint }): ReactNode => (
    <p data-start={paint.unit.start} lang={paint.unit.language} className={css['paragraph']}>
      <Paragraph text={text} paint={paint} />
    </p>
  ),
);

function unitIn(blocks: readonly BlockView[], span: Span): Unit {
  const block = blocks.find(({ start, end }) => start <= span.start && span.start < end);
  return unitOf(span, block?.language ?? 'und');
}

function overlaps(a: Span | undefined, b: Span): boolean {
  return a !== undefined && a.start < b.end && a.end > b.start;
}
