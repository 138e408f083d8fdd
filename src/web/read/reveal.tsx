import { type Context, createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { useSay } from '../session.tsx';
import { useShortcuts } from '../use-shortcuts.ts';
import css from './reading.module.css';

/** Asks whether protected words are to be shown, from wherever on the screen somebody lacks them. */
export const RevealContext: Context<() => void> = createContext<() => void>(() => undefined);

export function useAskReveal(): () => void {
  return useContext(RevealContext);
}

/** Protected words are asked for on purpose: it is said first that the asking is written down, and afterwards that they are shown. */
export function Reveal(props: {
  readonly veiled: number;
  readonly revealed: boolean;
  readonly onReveal: (reveal: boolean) => void;
  readonly asking: boolean;
  readonly onAsking: (asking: boolean) => void;
}): ReactNode {
  const say = useSay();
  const { veiled, revealed, onReveal, asking, onAsking } = props;
  const yes = useRef<HTMLButtonElement>(null);
  const from = useRef<Element>(null);
  useEffect(() => {
    if (!asking) return;
    from.current = document.activeElement;
    // The head of the screen would lie over it.
    yes.current?.scrollIntoView({ block: 'center' });
    yes.current?.focus({ preventScroll: true });
  }, [asking]);
  const leave = (): void => {
    onAsking(false);
    if (!(from.current instanceof HTMLElement) || !from.current.isConnected) return;
    from.current.focus({ preventScroll: true });
    from.current.scrollIntoView({ block: 'nearest' });
  };
  useShortcuts({ 'text-reveal': () => (revealed ? onReveal(false) : veiled > 0 && onAsking(true)) });
  if (revealed) {
    return (
      <div className={css['revealed']} role="status">
        <p>
          <b>{say('reading.revealed')}</b> {say('reading.revealed.words')}
        </p>
        <button type="button" data-main="" aria-keyshortcuts="v" onClick={() => onReveal(false)}>
          {say('reading.revealed.hide')} <kbd>v</kbd>
        </button>
      </div>
    );
  }
  if (veiled === 0 && !asking) return undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves from either of its buttons
    <div
      className={css['veiled']}
      onKeyDown={(event) => {
        if (!asking || event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      {asking ? (
        <>
          <p>{say('reading.reveal.warning')}</p>
          <div className={css['buttons']}>
            <button ref={yes} type="button" data-main="" onClick={() => onReveal(true)}>
              {say('reading.reveal.yes')}
            </button>
            <button type="button" onClick={leave}>
              {say('reading.cancel')}
            </button>
          </div>
        </>
      ) : (
        <>
          <p>{say('reading.veiled', { count: veiled })}</p>
          <button type="button" aria-expanded="false" aria-keyshortcuts="v" onClick={() => onAsking(true)}>
            {say('reading.reveal')} <kbd>v</kbd>
          </button>
        </>
      )}
    </div>
  );
}
