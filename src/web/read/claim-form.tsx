import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { ClaimView, Span } from '../../serve/api.ts';
import { errorMessage } from '../error-messages.ts';
import { usePlaceNames } from '../place-names.ts';
import { useSay } from '../session.tsx';
import { ChainFields } from './chain-fields.tsx';
import {
  type ClaimDraft,
  chainAt,
  changeBetween,
  changeOfNew,
  draftOf,
  emptyDraft,
  NO_PLACE,
  type WrongNumber,
  wrongNumber,
  wrongSent,
} from './claim-draft.ts';
import { Basis } from './claim-facts.tsx';
import { CLAIM_KINDS, kindWords, refusedMessage, wrongNumberWords } from './claim-words.ts';
import css from './form.module.css';
import { Choice, RowsOf, Words } from './form-fields.tsx';
import { QuantityFields } from './quantity-fields.tsx';
import { useDraft } from './use-drafts.ts';
import type { ReadingDesk } from './use-reading.ts';

/** A claim to be typed, or changed where it stands. Words of the text stand left, what they mean right. */
export function ClaimForm(props: {
  readonly desk: ReadingDesk;
  readonly claim: ClaimView | undefined;
  readonly span?: Span;
}): ReactNode {
  const { desk, claim, span } = props;
  const say = useSay();
  const links = span === undefined ? [] : chainAt(desk.view.chains, span);
  const initial = claim === undefined ? emptyDraft(links) : draftOf(claim);
  const name = [desk.ask.source, claim?.id ?? `${span?.start}-${span?.end}`];
  const [draft, setDraft, forget] = useDraft(name, () => initial);
  const [untouched, setUntouched] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus(), []);
  const fault = desk.judging.fault;
  const isFaulty = fault !== undefined && (fault.claim === 'new' || fault.claim === claim?.id);
  const [typed, setTyped] = useState<WrongNumber>();
  const number = typed ?? (isFaulty ? wrongSent(draft, fault.error.facts) : undefined);
  const field = typed !== undefined ? 'quantities' : isFaulty ? String(fault.error.facts['field'] ?? '') : '';
  const told = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part of a number is another field to be brought to
  useEffect(() => {
    // Whoever pressed Ctrl+Enter is brought to what is wrong; the reason stays in view above it.
    if (field !== '') form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [field, number?.at, number?.part]);
  const saving = desk.judging.pending.has(claim?.id ?? 'new');

  const save = async (): Promise<void> => {
    if (saving) return;
    const change = changeBetween(initial, draft);
    const saysNumbers = claim === undefined || change.quantities !== undefined || change.kind !== undefined;
    const wrong = saysNumbers ? wrongNumber(draft) : undefined;
    setTyped(wrong);
    if (wrong !== undefined) return;
    if (claim === undefined) {
      if (span !== undefined && (await desk.make(changeOfNew(draft), span, draft.reason))) forget();
      return;
    }
    setUntouched(Object.keys(change).length === 0);
    if (Object.keys(change).length > 0 && (await desk.edit(change, draft.reason))) forget();
  };
  const set = (change: Partial<ClaimDraft>): void => {
    setUntouched(false);
    setTyped(undefined);
    desk.judging.clearFault();
    setDraft({ ...draft, ...change });
  };
  const close = (): void => {
    desk.judging.clearFault();
    forget();
    desk.leave();
  };

  return (
    <form
      ref={form}
      className={css['form']}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) {
          if (event.key === 'Enter') event.preventDefault();
        } else if (event.code === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void save();
        } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
          // One Enter too many does not put half a claim on record.
          event.preventDefault();
        } else if (event.key === 'Escape') {
          event.stopPropagation();
          close();
        }
      }}
    >
      {number === undefined && !isFaulty ? undefined : (
        <p id={told} className={css['fault']} role="alert">
          {number !== undefined
            ? wrongNumberWords(say, draft, number)
            : isFaulty && say(refusedMessage(field) ?? errorMessage(fault.error.code), fault.error.facts)}
        </p>
      )}
      {span === undefined ? undefined : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long one scrolls, and is reached with the keyboard
        <blockquote className={css['passage']} translate="no" tabIndex={0}>
          {desk.view.text.slice(span.start, span.end)}
        </blockquote>
      )}
      <p className={css['hint']}>{say('reading.form.hint')}</p>
      <Choice
        label={say('reading.fact.kind')}
        value={draft.kind}
        of={CLAIM_KINDS}
        words={(kind) => kindWords(say, kind)}
        onChange={(kind) => set({ kind })}
      />
      <div className={css['field']}>
        <Words
          label={say('reading.form.who')}
          value={draft.named ? draft.who : ''}
          disabled={!draft.named}
          wrong={field === 'who'}
          onChange={(who) => set({ who })}
        />
        <label className={css['check']}>
          <input type="checkbox" checked={!draft.named} onChange={({ target }) => set({ named: !target.checked })} />{' '}
          {say('reading.form.unnamed')}
        </label>
        <Basis basis={claim?.attribution[0]?.basis ?? null} onBasis={desk.showBasis} />
      </div>
      {claim === undefined ? (
        <ChainFields {...{ draft, set, links }} wrong={field === 'chain'} onBasis={desk.showBasis} />
      ) : undefined}
      <QuantityFields draft={draft} set={set} wrong={number ?? field === 'quantities'} told={told} />
      <Places draft={draft} set={set} wrong={field === 'places'} claim={claim} desk={desk} />
      <div className={css['pairOf']}>
        <Words
          label={say('reading.form.date')}
          value={draft.dateStated}
          wrong={field === 'date'}
          onChange={(dateStated) => set({ dateStated })}
        />
        <Words
          label={say('reading.form.date-norm')}
          value={draft.dateNorm}
          wrong={field === 'date'}
          onChange={(dateNorm) => set({ dateNorm })}
        />
        <Basis basis={claim?.date?.basis ?? null} onBasis={desk.showBasis} />
      </div>
      <Words
        label={say('reading.form.hedge')}
        value={draft.hedge}
        wrong={field === 'hedge'}
        onChange={(hedge) => set({ hedge })}
      />
      <Words
        label={say('reading.form.reason')}
        value={draft.reason}
        wrong={field === 'reason'}
        onChange={(reason) => set({ reason })}
      />
      <div className={css['foot']}>
        {untouched ? <p role="status">{say('reading.form.untouched')}</p> : undefined}
        <button type="submit" data-main="" disabled={saving} aria-keyshortcuts="Control+Enter">
          {say('reading.form.save')} <kbd>Ctrl+Enter</kbd>
        </button>
        <button type="button" onClick={close} aria-keyshortcuts="Escape">
          {say('reading.cancel')} <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  );
}

function Places(props: {
  readonly draft: ClaimDraft;
  readonly set: (change: Partial<ClaimDraft>) => void;
  readonly wrong: boolean;
  readonly claim: ClaimView | undefined;
  readonly desk: ReadingDesk;
}): ReactNode {
  const { draft, set, wrong, claim, desk } = props;
  const placeName = usePlaceNames();
  const say = useSay();
  return (
    <RowsOf
      legend={say('reading.fact.where')}
      add={say('reading.form.add-place')}
      rows={draft.places}
      empty={NO_PLACE}
      onChange={(places) => set({ places })}
    >
      {(one, change, at) => (
        <>
          <Words
            label={say('reading.form.stated')}
            value={one.stated}
            wrong={wrong}
            onChange={(stated) => change({ stated })}
          />
          <Words
            label={say('reading.form.place-norm')}
            value={one.norm}
            wrong={wrong}
            onChange={(norm) => change({ norm })}
          />
          {placeName(one.norm) === one.norm ? undefined : <span className={css['listed']}>{placeName(one.norm)}</span>}
          <Basis basis={claim?.places[at]?.basis ?? null} onBasis={desk.showBasis} />
        </>
      )}
    </RowsOf>
  );
}
