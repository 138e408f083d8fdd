import { type ReactNode, useEffect } from 'react';
import { elapsedNow } from './elapsed.ts';
import css from './frame.module.css';
import { useDesk, useSay, useSession } from './session.tsx';

/** From how long before the lock it is told. */
const WARN_SECONDS = 60;
/** How often moving in the page is told to the server, which alone decides when it locks. */
const TELL_EVERY_MS = 60_000;

/** Says in time that the desk is about to lock. Reading and typing count as work, though they ask for nothing. */
export function IdleWarning(): ReactNode {
  const say = useSay();
  const { client } = useDesk();
  const session = useSession();
  const left = session?.idle.leftSeconds;

  useEffect(() => {
    let told = elapsedNow();
    const work = (): void => {
      if (elapsedNow() - told < TELL_EVERY_MS) return;
      told = elapsedNow();
      // Any ask but that for the session counts as work. One that fails shows itself elsewhere.
      client.call('collections', {}).catch(() => undefined);
    };
    const kinds = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const kind of kinds) document.addEventListener(kind, work, { passive: true });
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, work);
    };
  }, [client]);

  if (left === undefined || left > WARN_SECONDS) return undefined;
  return (
    <div className={css['idle']}>
      <p role="alert">{say('idle.warning')}</p>
      <span aria-hidden="true">{say('idle.seconds', { count: left })}</span>
      <button type="button" onClick={() => client.call('collections', {}).catch(() => undefined)}>
        {say('idle.stay')}
      </button>
    </div>
  );
}
