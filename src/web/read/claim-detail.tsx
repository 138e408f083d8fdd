import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ClaimView } from '../../serve/api.ts';
import { errorMessage } from '../error-messages.ts';
import { useShowKeys } from '../keys-panel.tsx';
import { useSay } from '../session.tsx';
import { ClaimFacts } from './claim-facts.tsx';
import { ClaimForm } from './claim-form.tsx';
import { ClaimHistory, ClaimNotices } from './claim-history.tsx';
import { kindWords, refusedMessage } from './claim-words.ts';
import css from './pane.module.css';
import { StateChip } from './state-chip.tsx';
import { Unseen } from './unseen.tsx';
import type { ReadingDesk } from './use-reading.ts';

/**
 * The claim that is looked at: what it says, what was decided of it, and the deciding. Its buttons stay where they are from one
 * to the next, and keep the focus while a review is on its way: what lost it would leave the keys with nothing.
 */
export function ClaimDetail({ desk, claim }: { readonly desk: ReadingDesk; readonly claim: ClaimView }): ReactNode {
  const say = useSay();
  const { mode, judging, claims, judge, setMode } = desk;
  const pending = judging.pending.has(claim.id);
  const isHere = claim.span !== null && desk.ask.reveal !== true;
  const fault = judging.fault;
  // The form says itself what is wrong, beside the field.
  const isInForm = mode.type === 'edit' && (fault?.claim === claim.id || fault?.claim === 'new');
  const at = claims.indexOf(claim) + 1;
  return (
    <section className={css['detail']} aria-label={say('reading.claim.at', { at, total: claims.length })} data-keys="">
      <div className={css['title']}>
        <h2>{kindWords(say, claim.kind)}</h2>
        <StateChip state={claim.state} pending={pending} />
        <span className={css['position']}>{say('reading.claim.at', { at, total: claims.length })}</span>
      </div>
      {mode.type === 'saved' ? <Saved desk={desk} /> : undefined}
      <ClaimNotices claim={claim} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long one scrolls, and is reached with the keyboard */}
      <blockquote className={css['quote']} data-lost={claim.span === null || undefined} translate="no" tabIndex={0}>
        {claim.quote}
      </blockquote>
      {claim.veiled ? <Unseen isHere={isHere} /> : undefined}
      {fault === undefined || isInForm ? undefined : (
        <div className={css['notice']} data-tone="bad" role="alert">
          <p>{say(refusedMessage(fault.error.facts['field']) ?? errorMessage(fault.error.code))}</p>
          {fault.claim === claim.id || fault.claim === 'new' ? undefined : (
            <button type="button" onClick={() => desk.select(fault.claim)}>
              {say('reading.fault.which')}
            </button>
          )}
        </div>
      )}
      {mode.type === 'edit' ? (
        <ClaimForm key={claim.id} desk={desk} claim={claim} />
      ) : (
        <>
          <div className={css['judging']} aria-label={say('reading.judge')} role="toolbar">
            <button
              type="button"
              data-main=""
              aria-keyshortcuts="y"
              aria-disabled={pending || claim.veiled}
              onClick={() => judge('accept')}
            >
              {say(claim.changed === null ? 'reading.accept' : 'reading.accept-new')} <kbd>y</kbd>
            </button>
            <button
              type="button"
              aria-keyshortcuts="n"
              aria-expanded={mode.type === 'reason' && mode.verdict === 'reject'}
              aria-disabled={pending}
              onClick={() => pending || setMode({ type: 'reason', verdict: 'reject' })}
            >
              {say('reading.reject')} <kbd>n</kbd>
            </button>
            <button
              type="button"
              aria-keyshortcuts="h"
              aria-expanded={mode.type === 'reason' && mode.verdict === 'unsure'}
              aria-disabled={pending}
              onClick={() => pending || setMode({ type: 'reason', verdict: 'unsure' })}
            >
              {say('reading.unsure')} <kbd>h</kbd>
            </button>
            <button
              type="button"
              aria-keyshortcuts="e"
              aria-disabled={pending || claim.veiled || claim.span === null}
              onClick={() => pending || claim.veiled || claim.span === null || setMode({ type: 'edit' })}
            >
              {say('reading.edit')} <kbd>e</kbd>
            </button>
            {claim.changed === null || claim.history.length === 0 ? undefined : (
              <button
                type="button"
                aria-keyshortcuts="r"
                aria-disabled={pending || claim.veiled}
                onClick={() => judge('keep')}
              >
                {say('reading.keep')} <kbd>r</kbd>
              </button>
            )}
            <button type="button" data-quiet="" aria-keyshortcuts="u" onClick={desk.undo}>
              {say('reading.undo')} <kbd>u</kbd>
            </button>
          </div>
          <KeysHint />
          <p role="status" aria-live="polite" className={css['said']}>
            {desk.said}
          </p>
          {mode.type === 'reason' ? (
            <Reason key={`${claim.id} ${mode.verdict}`} desk={desk} verdict={mode.verdict} />
          ) : undefined}
          <ClaimFacts claim={claim} onBasis={desk.showBasis} />
          <ClaimHistory claim={claim} />
        </>
      )}
    </section>
  );
}

/** After an edit the claim stays, so that its person sees what was saved; one press goes on. */
function Saved({ desk }: { readonly desk: ReadingDesk }): ReactNode {
  const say = useSay();
  const next = useRef<HTMLButtonElement>(null);
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The form was long: what it made is looked at from its beginning.
    notice.current?.closest('section')?.scrollTo({ top: 0 });
    next.current?.focus({ preventScroll: true });
  }, []);
  const waits = desk.progress.reviewed < desk.progress.total;
  return (
    <div ref={notice} className={css['notice']} data-tone="good" role="status">
      <p>
        {say('reading.saved')} {waits ? undefined : say('reading.saved.last')}
      </p>
      {waits ? (
        <button ref={next} type="button" data-main="" onClick={desk.goOn}>
          {say('reading.saved.next')} <kbd>Enter</kbd>
        </button>
      ) : undefined}
    </div>
  );
}

/** That there are keys, and where all of them stand. */
function KeysHint(): ReactNode {
  const say = useSay();
  const show = useShowKeys();
  return (
    <p className={css['keysHint']}>
      {say('reading.keys-hint')}{' '}
      <button type="button" data-quiet="" aria-keyshortcuts="?" onClick={show}>
        {say('keys.keys')} <kbd>?</kbd>
      </button>
    </p>
  );
}

/** Asks why, within the page. Enter alone takes the plain reason that the record then has. */
function Reason({ desk, verdict }: { readonly desk: ReadingDesk; readonly verdict: 'reject' | 'unsure' }): ReactNode {
  const say = useSay();
  const [reason, setReason] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const from = useRef(document.activeElement);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    // Question, field and buttons are seen together, on a small screen too.
    field.current?.form?.scrollIntoView({ block: 'nearest' });
  }, []);
  const back = (): void => {
    if (from.current instanceof HTMLElement && from.current.isConnected) from.current.focus({ preventScroll: true });
  };
  return (
    <form
      className={css['reason']}
      onSubmit={(event) => {
        event.preventDefault();
        back();
        desk.judge(verdict, reason);
      }}
    >
      <label>
        {say(verdict === 'reject' ? 'reading.reason.reject' : 'reading.reason.unsure')}
        <input
          ref={field}
          value={reason}
          maxLength={2000}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setReason(target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) {
              // Enter that ends a syllable sends nothing.
              if (event.key === 'Enter') event.preventDefault();
              return;
            }
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            desk.setMode({ type: 'look' });
            back();
          }}
        />
      </label>
      <button type="submit" data-main="">
        {say(verdict === 'reject' ? 'reading.reject' : 'reading.unsure')} <kbd>Enter</kbd>
      </button>
      <button
        type="button"
        data-quiet=""
        onClick={() => {
          desk.setMode({ type: 'look' });
          back();
        }}
      >
        {say('reading.cancel')}
      </button>
    </form>
  );
}
