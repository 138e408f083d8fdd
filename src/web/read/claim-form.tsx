import { type ReactNode, useEffect, useRef, useState } from 'react';
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
  placedIn,
  type WrongField,
  wrongTold,
  wrongTyped,
} from './claim-draft.ts';
import { Basis } from './claim-facts.tsx';
import { CLAIM_KINDS, kindWords, ROLE_CODES, refusedMessage, roleWords, wrongWords } from './claim-words.ts';
import css from './form.module.css';
import { Choice, type FaultOf, RowsOf, Words } from './form-fields.tsx';
import { QuantityFields } from './quantity-fields.tsx';
import { BearingFields, TermFields } from './term-fields.tsx';
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
  const refused = fault !== undefined && (fault.claim === 'new' || fault.claim === claim?.id) ? fault.error : undefined;
  const [typed, setTyped] = useState<WrongField>();
  const told = refused?.code === 'not-a-claim' ? wrongTold(draft, refused.facts) : undefined;
  const wrong = placedIn(draft, typed ?? told);
  const words =
    wrong === undefined
      ? refused && say(refusedMessage(refused.facts['field']) ?? errorMessage(refused.code), refused.facts)
      : (wrongWords(say, draft, wrong) ?? say('error.not-a-claim'));
  const faultOf: FaultOf = (field, at, part) =>
    wrong?.field === field && wrong.at === at && wrong.part === part ? words : undefined;
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever tries again in vain is brought to what is wrong again
  useEffect(() => {
    if (words === undefined) return;
    const wrongOne = form.current?.querySelector<HTMLElement>('[data-fault]');
    wrongOne?.focus({ preventScroll: true });
    // With its label above it and the sentence beneath.
    (wrongOne?.parentElement ?? wrongOne)?.scrollIntoView({ block: 'nearest' });
  }, [words, tries]);
  const saving = desk.judging.pending.has(claim?.id ?? 'new');

  const save = async (): Promise<void> => {
    if (saving) return;
    setTries(tries + 1);
    const change = changeBetween(initial, draft);
    const saysNumbers = claim === undefined || change.quantities !== undefined || change.kind !== undefined;
    const fault = wrongTyped(draft, saysNumbers);
    setTyped(fault);
    if (fault !== undefined) return;
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
        fault={faultOf('kind')}
        onChange={(kind) => set({ kind })}
      />
      <div className={css['group']} data-plain="">
        <div className={css['rowOf']}>
          <Words
            label={say('reading.form.who')}
            value={draft.named ? draft.who : ''}
            disabled={!draft.named}
            wide
            fault={faultOf('who')}
            onChange={(who) => set({ who })}
          />
          <Choice
            label={say('reading.form.role')}
            value={draft.role}
            of={ROLE_CODES}
            words={(code) => roleWords(say, code)}
            fault={faultOf('role')}
            onChange={(role) => set({ role })}
          />
          <label className={css['check']}>
            <input type="checkbox" checked={!draft.named} onChange={({ target }) => set({ named: !target.checked })} />{' '}
            {say('reading.form.unnamed')}
          </label>
          <Basis basis={claim?.attribution[0]?.basis ?? null} onBasis={desk.showBasis} />
        </div>
      </div>
      <ChainFields {...{ draft, set, faultOf }} links={claim?.attribution ?? links} onBasis={desk.showBasis} />
      <TermFields {...{ draft, set, faultOf, claim }} onBasis={desk.showBasis} />
      <QuantityFields {...{ draft, set, faultOf }} />
      <Places {...{ draft, set, faultOf, claim, desk }} />
      <div className={css['pairOf']}>
        <Words
          label={say('reading.form.date')}
          value={draft.dateStated}
          fault={faultOf('date', undefined, 'stated')}
          onChange={(dateStated) => set({ dateStated })}
        />
        <Words
          label={say('reading.form.date-norm')}
          value={draft.dateNorm}
          fault={faultOf('date', undefined, 'norm')}
          onChange={(dateNorm) => set({ dateNorm })}
        />
        <Basis basis={claim?.date?.basis ?? null} onBasis={desk.showBasis} />
      </div>
      <Words
        label={say('reading.form.hedge')}
        value={draft.hedge}
        fault={faultOf('hedge')}
        onChange={(hedge) => set({ hedge })}
      />
      <BearingFields {...{ draft, set, faultOf, claim }} onBasis={desk.showBasis} />
      <Words
        label={say('reading.form.reason')}
        value={draft.reason}
        fault={faultOf('reason')}
        onChange={(reason) => set({ reason })}
      />
      <div className={css['foot']}>
        {wrong === undefined && words !== undefined ? (
          <p className={css['fault']} role="alert" tabIndex={-1} data-fault="">
            {words}
          </p>
        ) : undefined}
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
  readonly faultOf: FaultOf;
  readonly claim: ClaimView | undefined;
  readonly desk: ReadingDesk;
}): ReactNode {
  const { draft, set, faultOf, claim, desk } = props;
  const placeName = usePlaceNames();
  const say = useSay();
  return (
    <RowsOf
      legend={say('reading.fact.where')}
      add={say('reading.form.add-place')}
      rows={draft.places}
      empty={NO_PLACE}
      fault={faultOf('places')}
      onChange={(places) => set({ places })}
    >
      {(one, change, at) => (
        <>
          <Words
            label={say('reading.form.stated')}
            value={one.stated}
            fault={faultOf('places', at, 'stated')}
            onChange={(stated) => change({ stated })}
          />
          <Words
            label={say('reading.form.place-norm')}
            value={one.norm}
            fault={faultOf('places', at, 'norm')}
            onChange={(norm) => change({ norm })}
          />
          {placeName(one.norm) === one.norm ? undefined : <span className={css['listed']}>{placeName(one.norm)}</span>}
          <Basis basis={claim?.places[at]?.basis ?? null} onBasis={desk.showBasis} />
        </>
      )}
    </RowsOf>
  );
}
