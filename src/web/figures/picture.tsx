import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { FigureLine } from '../../serve/api.ts';
import { useFormats } from '../formats.ts';
import { useSay } from '../session.tsx';
import { edtfSpan } from './edtf-span.ts';
import css from './figures.module.css';

interface Point {
  readonly from: Date;
  readonly to: Date;
  readonly middle: Date;
  readonly value: number;
  /** How far the figure may reach, where the text limits it. */
  readonly low: number;
  readonly high: number;
  readonly firm: boolean;
  readonly accepted: boolean;
}

/** The figures of one question over time. The table below it has the same data, and also what has no date. */
export function Picture({
  figures,
  title,
}: {
  readonly figures: readonly FigureLine[];
  readonly title: string;
}): ReactNode {
  const say = useSay();
  const { number, tick } = useFormats();
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  const points = pointsOf(figures);
  const left = figures.length - points.length;

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.max(280, Math.floor(entry?.contentRect.width ?? 640))),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the points are another array at each drawing and say the same
  useEffect(() => {
    const element = place.current;
    if (element === null || points.length === 0) return;
    let drawn = true;
    void import('@observablehq/plot').then((Plot) => {
      if (!drawn) return;
      const ink = { stroke: 'currentColor', strokeWidth: 1.5 };
      const picture = Plot.plot({
        width,
        height: 220,
        marginLeft: 64,
        x: { type: 'utc', label: null, inset: 12, ticks: width < 500 ? 4 : 8, tickFormat: tick },
        y: { zero: true, insetTop: 12, label: null, grid: true, tickFormat: number, ticks: 5 },
        marks: [
          // An imprecise date is a bar as long as what it may mean.
          Plot.link(points, {
            x1: 'from',
            x2: 'to',
            y1: 'value',
            y2: 'value',
            ...ink,
            strokeOpacity: 0.45,
            strokeWidth: 3,
          }),
          Plot.link(
            points.filter(({ low, high }) => low !== high),
            { x1: 'middle', x2: 'middle', y1: 'low', y2: 'high', ...ink },
          ),
          Plot.dot(
            points.filter(({ accepted }) => accepted),
            { x: 'middle', y: 'value', r: 4.5, fill: 'currentColor' },
          ),
          Plot.dot(
            points.filter(({ accepted }) => !accepted),
            { x: 'middle', y: 'value', r: 4.5, ...ink, fill: 'var(--raised)' },
          ),
        ],
      });
      clean(picture);
      element.replaceChildren(picture);
    });
    return () => {
      drawn = false;
    };
  }, [width, figures, number, tick]);

  if (points.length === 0) return <p className={css['quiet']}>{say('figures.picture.none')}</p>;
  return (
    <figure className={css['picture']}>
      <div ref={place} role="img" aria-label={say('figures.picture.name', { title, count: points.length })} />
      <figcaption className={css['quiet']}>
        {say('figures.picture.key')} {left > 0 ? say('figures.picture.left', { count: left }) : undefined}
      </figcaption>
    </figure>
  );
}

/**
 * Takes out of a picture what may not or need not be in the page: its style, which the content policy refuses (the sheet
 * of this screen has the same rules), and names of its parts, since the picture as a whole is named.
 */
function clean(picture: Element): void {
  for (const style of picture.querySelectorAll('style')) style.remove();
  for (const part of picture.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  picture.removeAttribute('aria-label');
  picture.setAttribute('aria-hidden', 'true');
}

/** How many of these figures have a number and a date that can be drawn. */
export function countDrawable(figures: readonly FigureLine[]): number {
  return pointsOf(figures).length;
}

function pointsOf(figures: readonly FigureLine[]): readonly Point[] {
  const known = figures.flatMap(({ value, low, high }) => [value, low, high].filter((one) => one !== null));
  const reach = Math.max(0, ...known) * 0.12;
  return figures.flatMap((figure) => {
    const span = figure.date === null ? undefined : edtfSpan(figure.date);
    const value = figure.value ?? middleOf(figure.low, figure.high);
    if (span === undefined || value === undefined) return [];
    const up = figure.op === '>' || figure.op === '>=' || figure.op === '~';
    const down = figure.op === '<' || figure.op === '<=' || figure.op === '~';
    return [
      {
        ...span,
        middle: new Date((span.from.getTime() + span.to.getTime()) / 2),
        value,
        // Nothing says how far "over" goes: the whisker is as long in each picture, and only points.
        low: figure.op === '..' ? (figure.low ?? value) : down ? Math.max(0, value - reach) : value,
        high: figure.op === '..' ? (figure.high ?? value) : up ? value + reach : value,
        firm: figure.op === '=',
        accepted: figure.state === 'accepted',
      },
    ];
  });
}

function middleOf(low: number | null, high: number | null): number | undefined {
  if (low !== null && high !== null) return (low + high) / 2;
  return low ?? high ?? undefined;
}
