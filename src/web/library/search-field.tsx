import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { PlaceIcon } from '../icons.tsx';
import { useSay } from '../session.tsx';
import css from './library.module.css';
import type { SearchChoice } from './search-ask.ts';

/** Longest query the server takes. */
const QUERY_LIMIT = 1000;

/** The field of the Library. It searches when it is told to, so that nothing is asked for half a syllable. */
export function SearchField(props: {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly choice: SearchChoice;
  readonly change: (more: Partial<SearchChoice>) => void;
}): ReactNode {
  const say = useSay();
  const { field, choice, change } = props;
  const [typed, setTyped] = useState(choice.query);
  useEffect(() => setTyped(choice.query), [choice.query]);
  return (
    <search>
      <form
        className={css['field']}
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          change({ query: typed.trim(), without: [], everything: false });
        }}
      >
        <PlaceIcon name="search" />
        <input
          ref={field}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          value={typed}
          maxLength={QUERY_LIMIT}
          spellCheck={false}
          autoComplete="off"
          aria-label={say('library.query')}
          placeholder={say('library.placeholder')}
          aria-keyshortcuts="/"
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown') {
              event.preventDefault();
              document.querySelector<HTMLElement>('[data-keys] [data-title]')?.focus();
            }
            if (event.key === 'Escape') {
              setTyped('');
              change({ query: '', without: [] });
            }
          }}
        />
        {choice.query === '' && typed === '' ? (
          <span className="key" aria-hidden="true">
            /
          </span>
        ) : (
          <button
            type="button"
            data-quiet=""
            aria-label={say('library.clear')}
            onClick={() => {
              setTyped('');
              change({ query: '', without: [] });
              field.current?.focus();
            }}
          >
            <PlaceIcon name="close" />
          </button>
        )}
        <button type="submit">{say('library.search')}</button>
      </form>
    </search>
  );
}
