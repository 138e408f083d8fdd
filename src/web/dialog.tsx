import { type ReactNode, useEffect, useId, useRef } from 'react';
import css from './dialog.module.css';
import { PlaceIcon } from './icons.tsx';
import { useSay } from './session.tsx';

/**
 * A dialog above everything else. Focus goes to what carries `data-first`, else to its first field or button; on closing
 * the browser gives it back to where it was.
 */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly closable?: boolean;
  readonly wide?: boolean;
  /** Of a dialog that goes through stages: focus goes to what is first in each. */
  readonly stage?: string;
  readonly children: ReactNode;
}): ReactNode {
  const say = useSay();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { title, onClose, closable = true, wide = false, stage, children } = props;
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new stage is the reason to look again
  useEffect(() => dialog.current?.querySelector<HTMLElement>('[data-first]')?.focus(), [stage]);
  return (
    <dialog
      ref={dialog}
      className={css['dialog']}
      data-wide={wide ? '' : undefined}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (closable) onClose();
      }}
    >
      <div className={css['head']}>
        <h2 id={id}>{title}</h2>
        {closable ? (
          <button type="button" data-quiet="" aria-label={say('frame.close')} onClick={onClose}>
            <PlaceIcon name="close" />
          </button>
        ) : undefined}
      </div>
      <div className={css['body']}>{children}</div>
    </dialog>
  );
}
