import { type ReactNode, useState } from 'react';
import { Dialog } from '../dialog.tsx';
import { errorMessage } from '../error-messages.ts';
import { useAct, useAnswer, useSay } from '../session.tsx';
import { useAnnounce } from '../toasts.tsx';
import css from './library.module.css';

/** Puts a source into a collection, one that is there or a new one. */
export function CollectionButton({ source }: { readonly source: string }): ReactNode {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" data-quiet="" onClick={() => setOpen(true)}>
        {say('library.collect')}
      </button>
      {open ? <CollectionDialog source={source} close={() => setOpen(false)} /> : undefined}
    </>
  );
}

function CollectionDialog({ source, close }: { readonly source: string; readonly close: () => void }): ReactNode {
  const say = useSay();
  const announce = useAnnounce();
  const fill = useAct('collection-fill');
  const { data } = useAnswer('collections', {});
  const [name, setName] = useState('');
  const put = (into: string, member: boolean): void =>
    fill.mutate(
      { name: into, sources: [source], member },
      {
        onSuccess: () => {
          close();
          announce(say(member ? 'library.collect.done' : 'library.collect.out', { name: into }));
        },
      },
    );
  return (
    <Dialog title={say('library.collect.title')} onClose={close}>
      <form
        className={css['keep']}
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          put(name.trim(), true);
        }}
      >
        <label>
          {say('library.collect.name')}
          <input
            value={name}
            list="collections-known"
            maxLength={200}
            spellCheck={false}
            data-first=""
            onChange={({ target }) => setName(target.value)}
          />
        </label>
        <datalist id="collections-known">
          {data?.collections.map((one) => (
            <option key={one.name} value={one.name} />
          ))}
        </datalist>
        {fill.error === null ? undefined : <p role="alert">{say(errorMessage(fill.error.code), fill.error.facts)}</p>}
        <p className={css['offers']}>
          <button type="submit" data-main="" disabled={name.trim() === '' || fill.isPending}>
            {say('library.collect.put')}
          </button>
          <button
            type="button"
            disabled={!(data?.collections ?? []).some((one) => one.name === name.trim()) || fill.isPending}
            onClick={() => put(name.trim(), false)}
          >
            {say('library.collect.take')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
