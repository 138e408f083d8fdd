import { memo, type ReactNode, useEffect, useRef } from 'react';
import type { ClaimView } from '../../serve/api.ts';
import { useSay } from '../session.tsx';
import { ClaimDetail } from './claim-detail.tsx';
import { ClaimForm } from './claim-form.tsx';
import { firstNameOf, kindWords } from './claim-words.ts';
import css from './pane.module.css';
import { isWaiting } from './queue.ts';
import { StateChip } from './state-chip.tsx';
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
          <ClaimForm desk={desk} claim={undefined} span={mode.span} />
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
  const { selected, onSelect } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another claim is another row to be seen
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-current]');
    const box = list.current;
    if (row == null || box === null || box.scrollHeight <= box.clientHeight) return;
    const { offsetTop: top, offsetHeight: height } = row;
    if (top < box.scrollTop || top + height > box.scrollTop + box.clientHeight)
      box.scrollTop = top - box.clientHeight / 3;
  }, [selected]);
  const open = useRef(onSelect);
  open.current = onSelect;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached with the keyboard
    <ul ref={list} className={css['list']} aria-label={say('reading.claims')} tabIndex={0} data-keys="">
      {props.shown.map((claim) => (
        <ClaimRow
          key={claim.id}
          claim={claim}
          current={claim.id === selected}
          pending={props.pending.has(claim.id)}
          open={open}
        />
      ))}
    </ul>
  );
}

const ClaimRow = memo(
  (props: {
    readonly claim: ClaimView;
    readonly current: boolean;
    readonly pending: boolean;
    readonly open: { readonly current: (id: string) => void };
  }): ReactNode => {
    const say = useSay();
    const { claim, current, pending, open } = props;
    const who = firstNameOf(claim);
    return (
      <li className={css['row']}>
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
  },
);

/** Letters of a claim's words in the list: two lines of it at the most. */
const QUOTE_SHOWN = 160;
