import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, useCallback, useEffect, useRef } from 'react';
import type { ClaimView, Span } from '../../serve/api.ts';
import { useSay } from '../session.tsx';
import { ClaimDetail } from './claim-detail.tsx';
import { ClaimForm } from './claim-form.tsx';
import { firstNameOf, kindWords } from './claim-words.ts';
import css from './pane.module.css';
import { isWaiting } from './queue.ts';
import { StateChip } from './state-chip.tsx';
import { UnseenPassage } from './unseen.tsx';
import type { Filter, ReadingDesk } from './use-reading.ts';

/** Claims beside the text: the one that is looked at above, all of them in the text's order below. */
export function ClaimsPane({ desk }: { readonly desk: ReadingDesk }): ReactNode {
  const say = useSay();
  const { claims, selected, progress, filter, mode, judging } = desk;
  const shown = filter === 'all' ? claims : claims.filter((one) => isWaiting(one) || one.id === selected?.id);
  return (
    <aside className={css['pane']} aria-label={say('reading.claims')} data-pane="">
      {mode.type === 'make' ? (
        <section className={css['detail']}>
          <h2>{say('reading.make.title')}</h2>
          {isOverVeil(desk, mode.span) ? (
            <UnseenPassage onLeave={desk.leave} />
          ) : (
            <ClaimForm desk={desk} claim={undefined} span={mode.span} />
          )}
        </section>
      ) : selected === undefined ? (
        <div className={css['detail']}>
          <h2>{say('reading.none')}</h2>
          <p>{say('reading.none.words')}</p>
        </div>
      ) : (
        <ClaimDetail desk={desk} claim={selected} />
      )}
      {claims.length === 0 ? undefined : (
        <>
          <div className={css['bar']}>
            <label>
              <span className={css['progress']}>
                {say('reading.progress', { reviewed: progress.reviewed, total: progress.total })}
              </span>
              <progress value={progress.reviewed} max={progress.total} />
            </label>
            <FilterChoice filter={filter} onChange={desk.setFilter} />
          </div>
          <ClaimList shown={shown} selected={selected?.id} pending={judging.pending} onSelect={desk.select} />
          {shown.length === 0 ? <p className={css['absent']}>{say('reading.all-reviewed')}</p> : undefined}
        </>
      )}
    </aside>
  );
}

/** Whether a passage has something written over. */
function isOverVeil({ view }: ReadingDesk, { start, end }: Span): boolean {
  return view.veiled.some((veil) => veil.start < end && veil.end > start);
}

function FilterChoice(props: { readonly filter: Filter; readonly onChange: (filter: Filter) => void }): ReactNode {
  const say = useSay();
  return (
    <fieldset className={css['filter']}>
      <legend className="unseen">{say('reading.filter')}</legend>
      {(['all', 'waiting'] as const).map((filter) => (
        <label key={filter}>
          <input type="radio" name="claims" checked={props.filter === filter} onChange={() => props.onChange(filter)} />{' '}
          {say(filter === 'all' ? 'reading.filter.all' : 'reading.filter.waiting')}
        </label>
      ))}
    </fieldset>
  );
}

function ClaimList(props: {
  readonly shown: readonly ClaimView[];
  readonly selected: string | undefined;
  readonly pending: ReadonlySet<string>;
  readonly onSelect: (id: string) => void;
}): ReactNode {
  const say = useSay();
  const list = useRef<HTMLUListElement>(null);
  const { shown, selected, pending, onSelect } = props;
  const isLong = shown.length > MOST_ROWS;
  const latest = useRef(shown);
  latest.current = shown;
  const rows = useVirtualizer({
    count: isLong ? shown.length : 0,
    getScrollElement: () => list.current,
    estimateSize: () => ROW,
    // The same function for as long as the pane lives: another would have every row measured again after each verdict.
    getItemKey: useCallback((index: number) => latest.current[index]?.id ?? index, []),
    overscan: 8,
  });
  const at = shown.findIndex(({ id }) => id === selected);
  useEffect(() => {
    if (at < 0 || list.current === null) return;
    if (isLong) {
      // To scroll is to lay out: a row that is seen whole stays where it is, and the next few will be.
      const { startIndex = at, endIndex = at } = rows.range ?? {};
      if (at <= startIndex || at >= endIndex) rows.scrollToIndex(at, { align: 'start' });
    } else showWithin(list.current, list.current.children[at]);
  }, [at, isLong, rows]);
  const open = useRef(onSelect);
  open.current = onSelect;
  const row = (claim: ClaimView): RowProps => ({
    ...{ claim, open, current: claim.id === selected, pending: pending.has(claim.id) },
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached with the keyboard
    <ul ref={list} className={css['list']} aria-label={say('reading.claims')} tabIndex={0} data-keys="">
      {isLong ? <li aria-hidden="true" style={{ height: rows.getTotalSize() }} /> : undefined}
      {isLong
        ? rows.getVirtualItems().map(({ index, start }) => {
            const claim = shown[index];
            return claim === undefined ? undefined : (
              <ClaimRow
                key={claim.id}
                {...row(claim)}
                {...{ index, start, of: shown.length, measure: rows.measureElement }}
              />
            );
          })
        : shown.map((claim) => <ClaimRow key={claim.id} {...row(claim)} />)}
    </ul>
  );
}

/** From here on only the rows that are seen are drawn. */
const MOST_ROWS = 150;
/** About how high a row is, in pixels. */
const ROW = 72;

function showWithin(box: HTMLElement, row: Element | undefined): void {
  if (!(row instanceof HTMLElement) || box.scrollHeight <= box.clientHeight) return;
  const { offsetTop: top, offsetHeight: height } = row;
  if (top < box.scrollTop || top + height > box.scrollTop + box.clientHeight)
    box.scrollTop = top - box.clientHeight / 3;
}

interface RowProps {
  readonly claim: ClaimView;
  readonly current: boolean;
  readonly pending: boolean;
  readonly open: { readonly current: (id: string) => void };
  /** Where it stands in a list of which only a part is drawn. */
  readonly index?: number;
  readonly start?: number;
  readonly of?: number;
  readonly measure?: (row: HTMLElement | null) => void;
}

const ClaimRow = memo((props: RowProps): ReactNode => {
  const say = useSay();
  const { claim, current, pending, open, index, start } = props;
  const who = firstNameOf(claim);
  return (
    <li
      ref={props.measure}
      className={css['row']}
      data-index={index}
      aria-setsize={props.of}
      aria-posinset={index === undefined ? undefined : index + 1}
      style={start === undefined ? undefined : { transform: `translateY(${start}px)` }}
    >
      <button type="button" aria-current={current || undefined} onClick={() => open.current(claim.id)}>
        <span className={css['rowHead']}>
          <StateChip state={claim.state} pending={pending} />
          <span>{kindWords(say, claim.kind)}</span>
          {who === null ? undefined : (
            <span className={css['rowWho']} translate="no">
              {who}
            </span>
          )}
          {claim.span === null ? <b className={css['lost']}>{say('reading.lost')}</b> : undefined}
        </span>
        <span className={css['rowQuote']} translate="no">
          {claim.quote.slice(0, QUOTE_SHOWN)}
        </span>
      </button>
    </li>
  );
});

/** Letters of a claim's words in the list: two lines of it at the most. */
const QUOTE_SHOWN = 160;
