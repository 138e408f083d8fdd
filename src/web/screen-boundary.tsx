import { Component, type ReactNode, useEffect } from 'react';
import { useDesk, useSay } from './session.tsx';
import css from './waiting.module.css';

/** Keeps the rail and the lock in reach when a screen fails: its script may be gone with an engine that ended, or it has a fault. */
export class ScreenBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <ScreenFailed /> : this.props.children;
  }
}

function ScreenFailed(): ReactNode {
  const say = useSay();
  const { client } = useDesk();
  useEffect(() => {
    // A vault that was locked meanwhile is why, as a rule: the answer to any question leads to the lock page.
    void client.call('session', {}).catch(() => undefined);
  }, [client]);
  return (
    <div className={css['failure']} role="alert">
      <p>{say('frame.screen-failed')}</p>
      <button type="button" onClick={() => location.reload()}>
        {say('frame.reload')}
      </button>
    </div>
  );
}
