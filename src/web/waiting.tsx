import type { ReactNode } from 'react';
import type { CallError } from './api-client.ts';
import { errorMessage } from './error-messages.ts';
import { useSay } from './session.tsx';
import css from './waiting.module.css';

/** Shown while an answer is awaited: nothing for a moment, then words. */
export function Waiting(): ReactNode {
  const say = useSay();
  return (
    <p className={css['waiting']} role="status" data-waiting="">
      {say('frame.waiting')}
    </p>
  );
}

/** Says what went wrong and what to do, by its code. */
export function Failure({ error, retry }: { readonly error: CallError; readonly retry?: () => void }): ReactNode {
  const say = useSay();
  return (
    <div className={css['failure']} role="alert">
      <p>{say(errorMessage(error.code), error.facts)}</p>
      <p className={css['code']}>{say('error.code', { code: error.code })}</p>
      {retry === undefined ? undefined : (
        <button type="button" onClick={retry}>
          {say('frame.retry')}
        </button>
      )}
    </div>
  );
}
