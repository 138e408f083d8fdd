import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { SourceView } from '../../serve/api.ts';
import { useDesk, useSay } from '../session.tsx';
import css from './pages.module.css';
import type { ClaimPaint } from './paint.ts';

type Page = SourceView['pages'][number];

/**
 * Pages as the original has them: a picture that the server draws, and our text over it, transparent, so that words can be selected.
 * A picture shows protected words as they are: it is drawn only where they were asked for, or a text that was read has none.
 */
export function PageImages(props: {
  readonly view: SourceView;
  readonly claims: readonly ClaimPaint[];
  readonly revealed: boolean;
  readonly onSelect: (claim: string) => void;
}): ReactNode {
  const say = useSay();
  const { view, claims, revealed, onSelect } = props;
  const plain = view.veiled.length === 0 && !view.recognised;
  if (!revealed && !plain) {
    return (
      <div className={css['hidden']}>
        <p>{say('reading.pages.hidden')}</p>
      </div>
    );
  }
  return (
    <div className={css['pages']} translate="no">
      {view.recognised ? <p className={css['note']}>{say('reading.pages.recognised')}</p> : undefined}
      {view.pages.map((page) => (
        <PageImage key={page.number} view={view} page={page} claims={claims} onSelect={onSelect} />
      ))}
    </div>
  );
}

function PageImage(props: {
  readonly view: SourceView;
  readonly page: Page;
  readonly claims: readonly ClaimPaint[];
  readonly onSelect: (claim: string) => void;
}): ReactNode {
  const say = useSay();
  const { view, page, claims, onSelect } = props;
  const box = useRef<HTMLElement>(null);
  const image = usePicture(box, view.line.source, page.number);
  return (
    <figure ref={box} className={css['page']}>
      <figcaption>{say('reading.pages.page', { number: page.number })}</figcaption>
      <svg viewBox={`0 0 ${page.width} ${page.height}`} className={css['sheet']}>
        <title>{say('reading.pages.page', { number: page.number })}</title>
        {image.url === undefined ? undefined : <image href={image.url} width={page.width} height={page.height} />}
        {page.runs.map((run) => {
          const [left, top, right, bottom] = run.box;
          const claim = claims.findLast(({ start, end }) => start < run.end && end > run.start);
          const size = { x: left, y: top, width: right - left, height: bottom - top };
          return (
            <g key={`${run.start} ${left} ${top}`}>
              {claim === undefined ? undefined : (
                // biome-ignore lint/a11y/noStaticElementInteractions: claims are reached with the keyboard in the list
                <rect
                  {...size}
                  className={css['box']}
                  data-selected={claim.selected || undefined}
                  data-state={claim.state}
                  onClick={() => onSelect(claim.id)}
                />
              )}
              <text
                x={left}
                y={bottom - (bottom - top) * DESCENT}
                fontSize={bottom - top}
                textLength={right - left}
                lengthAdjust="spacingAndGlyphs"
                className={css['run']}
              >
                {view.text.slice(run.start, run.end)}
              </text>
            </g>
          );
        })}
      </svg>
      {image.failed ? <p role="alert">{say('reading.pages.failed')}</p> : undefined}
    </figure>
  );
}

/** How much of a line lies below its letters' foot. */
const DESCENT = 0.2;
/** Pixels for each point: sharp on screens of today. */
const SCALE = 2;

/** The picture of a page once the page comes near; let go of when it is not needed any more. */
function usePicture(
  box: { readonly current: HTMLElement | null },
  source: string,
  page: number,
): { readonly url: string | undefined; readonly failed: boolean } {
  const { client } = useDesk();
  const [near, setNear] = useState(false);
  const [picture, setPicture] = useState<{ readonly url: string | undefined; readonly failed: boolean }>({
    ...{ url: undefined, failed: false },
  });
  useEffect(() => {
    const { current } = box;
    if (current === null) return;
    const watcher = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), {
      rootMargin: '100%',
    });
    watcher.observe(current);
    return () => watcher.disconnect();
  }, [box]);
  useEffect(() => {
    if (!near) return;
    const ended = new AbortController();
    let url: string | undefined;
    client.pageImage({ source, page, scale: SCALE }, ended.signal).then(
      (blob) => {
        if (ended.signal.aborted) return;
        url = URL.createObjectURL(blob);
        setPicture({ url, failed: false });
      },
      () => {
        if (!ended.signal.aborted) setPicture({ url: undefined, failed: true });
      },
    );
    return () => {
      ended.abort();
      if (url !== undefined) URL.revokeObjectURL(url);
      setPicture({ url: undefined, failed: false });
    };
  }, [near, client, source, page]);
  return picture;
}
