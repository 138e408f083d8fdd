import { type ReactNode, useState } from 'react';
import { useSay } from '../session.tsx';
import css from './reading.module.css';

/** Protected words are asked for on purpose: it is said first that the asking is written down, and afterwards that they are shown. */
export function Reveal(props: {
  readonly veiled: number;
  readonly revealed: boolean;
  readonly onReveal: (reveal: boolean) => void;
}): ReactNode {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const { veiled, revealed, onReveal } = props;
  if (revealed) {
    return (
      <div className={css['revealed']} role="status">
        <p>
          <b>{say('reading.revealed')}</b> {say('reading.revealed.words')}
        </p>
        <button type="button" data-main="" onClick={() => onReveal(false)}>
          {say('reading.revealed.hide')}
        </button>
      </div>
    );
  }
  if (veiled === 0 && !asking) return undefined;
  return (
    <div className={css['veiled']}>
      {asking ? (
        <>
          <p>{say('reading.reveal.warning')}</p>
          <div className={css['buttons']}>
            <button type="button" data-main="" onClick={() => onReveal(true)}>
              {say('reading.reveal.yes')}
            </button>
            <button type="button" onClick={() => setAsking(false)}>
              {say('reading.cancel')}
            </button>
          </div>
        </>
      ) : (
        <>
          <p>{say('reading.veiled', { count: veiled })}</p>
          <button type="button" aria-expanded="false" onClick={() => setAsking(true)}>
            {say('reading.reveal')}
          </button>
        </>
      )}
    </div>
  );
}
