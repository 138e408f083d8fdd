import { type ReactNode, useEffect, useRef } from 'react';
import { useSay } from '../session.tsx';
import css from './pane.module.css';
import { useAskReveal } from './reveal.tsx';

/** Says that a claim is not seen whole, and how it can be; `isHere`: whether its veiled words can be asked for. */
export function Unseen({ isHere }: { readonly isHere: boolean }): ReactNode {
  const say = useSay();
  const ask = useAskReveal();
  return (
    <div className={css['notice']}>
      <p>{say(isHere ? 'reading.unseen' : 'reading.unseen.elsewhere')}</p>
      {isHere ? (
        <button type="button" aria-keyshortcuts="v" onClick={ask}>
          {say('reading.reveal')} <kbd>v</kbd>
        </button>
      ) : undefined}
    </div>
  );
}

/** In the place of a form: the passage that was chosen has words written over, and nobody makes a claim of words they did not see. */
export function UnseenPassage({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const say = useSay();
  const ask = useAskReveal();
  const show = useRef<HTMLButtonElement>(null);
  useEffect(() => show.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves from either of its buttons
    <div
      className={css['notice']}
      data-keys=""
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <p role="alert">{say('reading.make.veiled')}</p>
      <div className={css['noticeButtons']}>
        <button ref={show} type="button" aria-keyshortcuts="v" onClick={ask}>
          {say('reading.reveal')} <kbd>v</kbd>
        </button>
        <button type="button" aria-keyshortcuts="Escape" onClick={onLeave}>
          {say('reading.cancel')} <kbd>Esc</kbd>
        </button>
      </div>
    </div>
  );
}
