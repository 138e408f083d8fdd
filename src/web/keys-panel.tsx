import { type Context, createContext, type ReactNode, useContext } from 'react';
import { Dialog } from './dialog.tsx';
import css from './keys-panel.module.css';
import { useSay } from './session.tsx';
import { pressWords, type ScreenName, SHORTCUTS, type Shortcut } from './shortcuts.ts';

/** Opens the panel of keys, from wherever a screen speaks of keys. */
export const ShowKeysContext: Context<() => void> = createContext<() => void>(() => undefined);

export function useShowKeys(): () => void {
  return useContext(ShowKeysContext);
}

/** The keys that act here, from the table that drives them. */
export function KeysPanel({ screen, close }: { readonly screen: ScreenName; readonly close: () => void }): ReactNode {
  const say = useSay();
  const here = SHORTCUTS.filter((one) => one.screen === screen);
  return (
    <Dialog title={say('keys.title')} onClose={close} wide>
      <div className={css['columns']}>
        {here.length === 0 ? undefined : <Keys title={say('keys.here')} shortcuts={here} />}
        <Keys title={say('keys.everywhere')} shortcuts={SHORTCUTS.filter((one) => one.screen === 'everywhere')} />
      </div>
      <p className={css['note']}>{say('keys.note')}</p>
    </Dialog>
  );
}

function Keys({ title, shortcuts }: { readonly title: string; readonly shortcuts: readonly Shortcut[] }): ReactNode {
  const say = useSay();
  return (
    <section>
      <h3>{title}</h3>
      <dl className={css['keys']}>
        {shortcuts.map(({ id, presses, message }) => (
          <div key={id}>
            <dt>
              {presses.map((press) => (
                <kbd key={pressWords(press)}>{pressWords(press)}</kbd>
              ))}
            </dt>
            <dd>{say(message)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
