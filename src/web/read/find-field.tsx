import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { Span } from '../../serve/api.ts';
import type { AskOf } from '../api-client.ts';
import { useAnswer, useSay } from '../session.tsx';
import { useShortcuts } from '../use-shortcuts.ts';
import css from './reading.module.css';

export interface Found {
  readonly places: readonly Span[];
  readonly at: number;
}

/** Finds words within this text, as the server understands them; the browser's own search does not know 說 from 说. */
export function FindField(props: {
  readonly source: AskOf<'source'>;
  readonly onFound: (found: Found | undefined) => void;
}): ReactNode {
  const { source, onFound } = props;
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const { data } = useAnswer('find', { ...source, query }, { enabled: query !== '' });
  const places = query === '' ? undefined : data?.places;
  useShortcuts({ 'find-in-text': () => field.current?.focus() });

  // Before anything is painted: the count and the place that it names change in one picture.
  useLayoutEffect(() => {
    onFound(places === undefined ? undefined : { places, at });
  }, [places, at, onFound]);
  const step = (by: number): void => {
    const count = places?.length ?? 0;
    if (count > 0) setAt((at + by + count) % count);
  };
  return (
    <search className={css['find']}>
      <form
        className={css['findForm']}
        onSubmit={(event) => {
          event.preventDefault();
          if (words.trim() === query) step(1);
          else {
            setQuery(words.trim());
            setAt(0);
          }
        }}
      >
        <input
          ref={field}
          type="search"
          aria-label={say('reading.find')}
          placeholder={say('reading.find')}
          value={words}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => {
            setWords(target.value);
            if (target.value.trim() === '') setQuery('');
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) {
              if (event.key === 'Enter') event.preventDefault();
            } else if (event.key === 'Escape') {
              setWords('');
              setQuery('');
            } else if (event.key === 'Enter' && event.shiftKey) {
              event.preventDefault();
              step(-1);
            }
          }}
        />
        <span role="status" className={css['findCount']}>
          {data === undefined || query === ''
            ? ''
            : data.places.length === 0
              ? say('reading.find.none')
              : say('reading.find.at', { at: at + 1, total: data.total })}
        </span>
        {places === undefined || places.length < 2 ? undefined : (
          <>
            <button type="button" aria-label={say('reading.find.previous')} onClick={() => step(-1)}>
              ↑
            </button>
            <button type="button" aria-label={say('reading.find.next')} onClick={() => step(1)}>
              ↓
            </button>
          </>
        )}
      </form>
    </search>
  );
}
