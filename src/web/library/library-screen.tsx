import { type ReactNode, useEffect, useRef } from 'react';
import { useAddFiles } from '../adding/adding.tsx';
import { PlaceIcon } from '../icons.tsx';
import { SEARCH_WANTED } from '../routes.tsx';
import { ScreenHead } from '../screen-head.tsx';
import { useSay } from '../session.tsx';
import { useShortcuts } from '../use-shortcuts.ts';
import { Facets } from './facets.tsx';
import { useKeptChoice } from './kept-choice.ts';
import css from './library.module.css';
import { NO_CHOICE, type SearchChoice } from './search-ask.ts';
import { SearchField } from './search-field.tsx';
import { SearchResults } from './search-results.tsx';
import { SourceList } from './source-list.tsx';

/** Everything that is kept: a search, or without one all sources, the newest first. */
export function LibraryScreen(): ReactNode {
  const say = useSay();
  const add = useAddFiles();
  const [choice, setChoice] = useKeptChoice();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (history.state !== SEARCH_WANTED) return;
    field.current?.focus();
    // Whoever comes back by the browser's button did not ask for it again.
    history.replaceState(null, '');
  }, []);
  useShortcuts({
    search: () => field.current?.focus(),
    add,
    'list-next': () => moveInList(1),
    'list-previous': () => moveInList(-1),
  });
  const change = (more: Partial<SearchChoice>): void => setChoice({ ...choice, limit: NO_CHOICE.limit, ...more });
  return (
    <div className={css['library']}>
      <ScreenHead title={say('place.library')}>
        <button type="button" data-main="" className={css['add']} onClick={add} aria-keyshortcuts="a">
          <PlaceIcon name="add" />
          {say('library.add')}
        </button>
      </ScreenHead>
      <SearchField field={field} choice={choice} change={change} />
      <Facets choice={choice} change={change} searching={choice.query !== ''} />
      {choice.query === '' ? (
        <SourceList collection={choice.collection} />
      ) : (
        <SearchResults choice={choice} change={change} />
      )}
    </div>
  );
}

/** Moves focus among the titles of the list that has it. */
function moveInList(by: number): void {
  const list = document.activeElement?.closest('[data-keys]');
  const titles = [...(list?.querySelectorAll<HTMLElement>('[data-title]') ?? [])];
  const at = titles.findIndex((one) => one.closest('li') === document.activeElement?.closest('li'));
  titles[Math.min(titles.length - 1, Math.max(0, at + by))]?.focus();
}
