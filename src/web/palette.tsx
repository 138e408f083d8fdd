import { type ReactNode, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { useAddFiles } from './adding/adding.tsx';
import { Dialog } from './dialog.tsx';
import { useKeptChoice } from './library/kept-choice.ts';
import { NO_CHOICE } from './library/search-ask.ts';
import css from './palette.module.css';
import { keepTheme, type Theme } from './preferences.ts';
import { PLACES, passagePath, SETTINGS } from './routes.tsx';
import { useAnswer, useDesk, useSay } from './session.tsx';
import { pressWords, SHORTCUTS, type ShortcutId } from './shortcuts.ts';
import { showTheme } from './theme.ts';

/** Sources whose titles are looked through: the newest. Others are found by searching. */
const SOURCES = 200;
const SHOWN = 12;

interface Command {
  readonly id: string;
  readonly words: string;
  readonly run: () => void;
  readonly shortcut?: ShortcutId;
  readonly language?: string | undefined;
}

/** Everything that can be done or opened, found by typing part of its name. */
export function Palette({ close, showKeys }: { readonly close: () => void; readonly showKeys: () => void }): ReactNode {
  const say = useSay();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const commands = useCommands({ close, showKeys }, typed.trim());
  const chosen = commands[Math.min(at, commands.length - 1)];
  return (
    <Dialog title={say('palette.title')} onClose={close}>
      <input
        className={css['field']}
        data-first=""
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={chosen === undefined ? undefined : `${id}-${chosen.id}`}
        aria-autocomplete="list"
        aria-label={say('palette.field')}
        placeholder={say('palette.field')}
        value={typed}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (by !== 0) {
            event.preventDefault();
            setAt((commands.length + at + by) % Math.max(1, commands.length));
          } else if (event.key === 'Enter') {
            event.preventDefault();
            chosen?.run();
          }
        }}
      />
      <div role="listbox" id={id} aria-label={say('palette.results')} className={css['list']}>
        {commands.map((command) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys of its list
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, which names the option
          <div
            key={command.id}
            id={`${id}-${command.id}`}
            role="option"
            aria-selected={command === chosen}
            lang={command.language}
            onClick={command.run}
          >
            <span>{command.words}</span>
            {command.shortcut === undefined ? undefined : <Press id={command.shortcut} />}
          </div>
        ))}
      </div>
    </Dialog>
  );
}

function Press({ id }: { readonly id: ShortcutId }): ReactNode {
  const press = SHORTCUTS.find((one) => one.id === id)?.presses[0];
  return press === undefined ? undefined : (
    <span className="key" aria-hidden="true">
      {pressWords(press)}
    </span>
  );
}

function useCommands(
  { close, showKeys }: { readonly close: () => void; readonly showKeys: () => void },
  typed: string,
): readonly Command[] {
  const say = useSay();
  const { lock } = useDesk();
  const [, go] = useLocation();
  const add = useAddFiles();
  const [, keepChoice] = useKeptChoice();
  const { data } = useAnswer('sources', { limit: SOURCES });
  const then = (act: () => void) => () => {
    close();
    act();
  };
  const look = (theme: Theme) => () => {
    keepTheme(theme);
    showTheme(theme);
  };
  const fixed: readonly Command[] = [
    ...[...PLACES.filter(({ screen }) => screen !== 'read'), SETTINGS].map(({ screen, path, message, shortcuts }) => ({
      id: screen,
      words: say(message),
      run: then(() => go(path)),
      ...(shortcuts[0] === undefined ? {} : { shortcut: shortcuts[0] }),
    })),
    { id: 'add', words: say('keys.add'), run: then(add), shortcut: 'add' },
    { id: 'lock', words: say('keys.lock'), run: then(lock), shortcut: 'lock' },
    { id: 'keys', words: say('keys.keys'), run: then(showKeys), shortcut: 'keys' },
    { id: 'light', words: say('palette.light'), run: then(look('light')) },
    { id: 'dark', words: say('palette.dark'), run: then(look('dark')) },
  ];
  const sources = (data?.items ?? []).map(
    ({ source, title, language }): Command => ({
      id: source,
      words: title,
      language: language ?? undefined,
      run: then(() => go(passagePath(source))),
    }),
  );
  // "add" finds 添加文件 as well: a command answers to its id whatever the language.
  const wanted = fold(typed);
  const named = [...fixed, ...sources].filter(({ id, words }) => fold(words).includes(wanted) || id.startsWith(wanted));
  const search: Command = {
    id: 'search',
    words: say('palette.search', { words: typed }),
    run: then(() => {
      keepChoice({ ...NO_CHOICE, query: typed });
      go('/library');
    }),
  };
  return [...named.slice(0, SHOWN), ...(typed === '' ? [] : [search])];
}

function fold(words: string): string {
  return words.normalize('NFKC').toLowerCase();
}
