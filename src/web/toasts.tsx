import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import css from './toasts.module.css';

/** Long enough to be read twice. */
const SHOWN_MS = 8000;

interface Toast {
  readonly number: number;
  readonly words: string;
  readonly action: ToastAction | undefined;
}

export interface ToastAction {
  readonly words: string;
  readonly run: () => void;
}

export type Announce = (words: string, action?: ToastAction) => void;

const ToastContext = createContext<Announce>(() => undefined);

/** Says something in passing, on screen and to screen readers. */
export function useAnnounce(): Announce {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(0);
  const announce = useCallback<Announce>((words, action) => {
    next.current += 1;
    const number = next.current;
    setToasts((shown) => [...shown.slice(-2), { number, words, action }]);
    setTimeout(() => setToasts((shown) => shown.filter((one) => one.number !== number)), SHOWN_MS);
  }, []);
  return (
    <ToastContext value={announce}>
      {children}
      <div className={css['toasts']} role="status" aria-live="polite">
        {toasts.map(({ number, words, action }) => (
          <p key={number} className={css['toast']}>
            {words}
            {action === undefined ? undefined : (
              <button type="button" onClick={action.run}>
                {action.words}
              </button>
            )}
          </p>
        ))}
      </div>
    </ToastContext>
  );
}
