import { type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { AddingPlace } from './adding/adding.tsx';
import { faultMessage } from './fault-messages.ts';
import css from './frame.module.css';
import type { Say } from './i18n.ts';
import { PlaceIcon } from './icons.tsx';
import { IdleWarning } from './idle-warning.tsx';
import { KeysPanel, ShowKeysContext } from './keys-panel.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { Palette } from './palette.tsx';
import { singleKeysPreferred } from './preferences.ts';
import { PLACES, type Place, passagePath, routeOf, Screen, SEARCH_WANTED, SETTINGS } from './routes.tsx';
import { ScreenBoundary } from './screen-boundary.tsx';
import { useDesk, useFreshness, useSay, useSession } from './session.tsx';
import { createShortcutBoard, ShortcutContext, useShortcuts } from './use-shortcuts.ts';
import { Waiting } from './waiting.tsx';

/** What stands around every screen: the rail, the strip, the lock, and the keys that act everywhere. */
export function Frame(): ReactNode {
  const [board] = useState(createShortcutBoard);
  useEffect(() => {
    board.setSingleKeys(singleKeysPreferred());
    return board.listen(document);
  }, [board]);
  return (
    <ShortcutContext value={board}>
      <AddingPlace>
        <Walls />
      </AddingPlace>
    </ShortcutContext>
  );
}

function Walls(): ReactNode {
  const say = useSay();
  const { lock } = useDesk();
  const session = useSession();
  useFreshness(session);
  const [path, go] = useLocation();
  const route = routeOf(path);
  const [lastSource, setLastSource] = useState<string>();
  const [open, setOpen] = useState<'palette' | 'keys'>();
  const main = useRef<HTMLElement>(null);
  const showKeys = useCallback(() => setOpen('keys'), []);

  useEffect(() => {
    if (route.source !== undefined) setLastSource(route.source);
  }, [route.source]);

  const pathOf = (place: Place): string =>
    place.screen === 'read' && lastSource !== undefined ? passagePath(lastSource) : place.path;
  const goTo = (place: Place): void => {
    go(pathOf(place));
    main.current?.focus();
  };
  const places = PLACES.filter(({ screen }) => screen !== 'read' || lastSource !== undefined);
  useShortcuts({
    lock,
    palette: () => setOpen('palette'),
    keys: () => setOpen('keys'),
    search: () => go('/library', { state: SEARCH_WANTED }),
    ...Object.fromEntries(
      [...places, SETTINGS].flatMap((place) => place.shortcuts.map((id) => [id, () => goTo(place)])),
    ),
  });

  return (
    <div className={css['walls']}>
      <a className={css['skip']} href="#main">
        {say('frame.skip')}
      </a>
      <nav className={css['rail']} aria-label={say('frame.places')}>
        <p className={css['mark']}>Daybook</p>
        <ul>
          {places.map((place) => (
            <RailPlace key={place.screen} place={place} path={pathOf(place)} here={route.screen === place.screen} />
          ))}
        </ul>
        <ul className={css['foot']}>
          <RailPlace place={SETTINGS} path={SETTINGS.path} here={route.screen === 'settings'} />
        </ul>
      </nav>
      <header className={css['strip']}>
        <p className={css['workspace']} translate="no">
          {session?.workspace}
        </p>
        <button
          type="button"
          className={css['commands']}
          onClick={() => setOpen('palette')}
          aria-keyshortcuts="Control+K"
        >
          {say('palette.open')}
          <span className="key" aria-hidden="true">
            Ctrl+K
          </span>
        </button>
        <button
          type="button"
          className={css['commands']}
          onClick={() => setOpen('keys')}
          aria-keyshortcuts="?"
          aria-label={say('keys.keys')}
        >
          <b>{say('keys.title')}</b>
          <kbd>?</kbd>
        </button>
        <LanguageChoice label={say('frame.language')} />
        <button type="button" className={css['lock']} onClick={lock} aria-keyshortcuts="Control+Shift+L">
          <PlaceIcon name="lock" />
          {say('frame.lock')}
        </button>
      </header>
      <main ref={main} id="main" tabIndex={-1} className={css['main']}>
        <IdleWarning />
        {session?.condition === 'read-only' ? (
          <p className={css['read-only']} role="status">
            {say('frame.read-only', { why: whyWords(say, session.why ?? '') })}
          </p>
        ) : undefined}
        <ShowKeysContext value={showKeys}>
          <ScreenBoundary key={route.screen}>
            <Suspense fallback={<Waiting />}>
              <Screen route={route} />
            </Suspense>
          </ScreenBoundary>
        </ShowKeysContext>
      </main>
      {open === 'palette' ? <Palette close={() => setOpen(undefined)} showKeys={() => setOpen('keys')} /> : undefined}
      {open === 'keys' ? <KeysPanel screen={route.screen} close={() => setOpen(undefined)} /> : undefined}
    </div>
  );
}

/** Why nothing can be written, in a sentence; a code that this desk does not know stands as it is. */
function whyWords(say: Say, code: string): string {
  const message = faultMessage(code);
  return message === undefined ? code : say(message);
}

function RailPlace(props: { readonly place: Place; readonly path: string; readonly here: boolean }): ReactNode {
  const say = useSay();
  const { place, path, here } = props;
  return (
    <li>
      <Link href={path} className={css['place']} aria-current={here ? 'page' : undefined}>
        <PlaceIcon name={place.screen} />
        <span className={css['name']}>{say(place.message)}</span>
        {place.number === undefined ? undefined : (
          <span className={css['number']} aria-hidden="true">
            {place.number}
          </span>
        )}
      </Link>
    </li>
  );
}
