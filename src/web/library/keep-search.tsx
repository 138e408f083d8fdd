import { type ReactNode, useState } from 'react';
import type { SearchAsk } from '../../serve/api.ts';
import { Dialog } from '../dialog.tsx';
import { errorMessage } from '../error-messages.ts';
import { useAct, useSay } from '../session.tsx';
import { useAnnounce } from '../toasts.tsx';
import css from './library.module.css';

/** Keeps a search as a question that stands: what comes later and matches is listed in Today. */
export function KeepSearch({ ask }: { readonly ask: SearchAsk }): ReactNode {
  const say = useSay();
  const announce = useAnnounce();
  const keep = useAct('search-keep');
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {say('library.keep')}
      </button>
      {open ? (
        <Dialog title={say('library.keep')} onClose={() => setOpen(false)}>
          <form
            className={css['keep']}
            autoComplete="off"
            onSubmit={(event) => {
              event.preventDefault();
              const { limit: _limit, order: _order, everything: _everything, ...search } = ask;
              keep.mutate(
                { name: name.trim(), search },
                {
                  onSuccess: () => {
                    setOpen(false);
                    announce(say('library.keep.done'));
                  },
                },
              );
            }}
          >
            <p>{say('library.keep.words')}</p>
            <label>
              {say('library.keep.name')}
              <input
                value={name}
                required
                maxLength={100}
                spellCheck={false}
                data-first=""
                onChange={({ target }) => setName(target.value)}
              />
            </label>
            {keep.error === null ? undefined : (
              <p role="alert">{say(errorMessage(keep.error.code), keep.error.facts)}</p>
            )}
            <button type="submit" data-main="" disabled={keep.isPending || name.trim() === ''}>
              {say('library.keep.button')}
            </button>
          </form>
        </Dialog>
      ) : undefined}
    </>
  );
}
