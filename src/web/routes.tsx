import { lazy, type ReactNode } from 'react';
import type { Span } from '../serve/api.ts';
import type { ScreenName, ShortcutId } from './shortcuts.ts';

/** A place of the rail. Numbers are those of the design, so that places still to come find theirs free. */
export interface Place {
  readonly screen: ScreenName;
  readonly path: string;
  readonly number?: number;
  readonly message: string;
  readonly shortcuts: readonly ShortcutId[];
}

export const PLACES: readonly Place[] = [
  { screen: 'today', path: '/today', number: 1, message: 'place.today', shortcuts: ['go-today', 'place-1'] },
  { screen: 'library', path: '/library', number: 2, message: 'place.library', shortcuts: ['go-library', 'place-2'] },
  { screen: 'read', path: '/read', number: 3, message: 'place.read', shortcuts: ['go-read', 'place-3'] },
  { screen: 'figures', path: '/figures', message: 'place.figures', shortcuts: ['go-figures'] },
  { screen: 'log', path: '/log', message: 'place.log', shortcuts: ['go-log'] },
];

export const SETTINGS: Place = {
  screen: 'settings',
  path: '/settings',
  message: 'place.settings',
  shortcuts: ['go-settings'],
};

/** What stands in the browser's history of a Library that was opened to search. */
export const SEARCH_WANTED = 'search';

const Today = lazy(async () => ({ default: (await import('./today/today-screen.tsx')).TodayScreen }));
const Library = lazy(async () => ({ default: (await import('./library/library-screen.tsx')).LibraryScreen }));
const Read = lazy(async () => ({ default: (await import('./read/read-screen.tsx')).ReadScreen }));
const Figures = lazy(async () => ({ default: (await import('./figures/figures-screen.tsx')).FiguresScreen }));
const Log = lazy(async () => ({ default: (await import('./log/log-screen.tsx')).LogScreen }));
const Settings = lazy(async () => ({ default: (await import('./settings/settings-screen.tsx')).SettingsScreen }));

export interface Route {
  readonly screen: ScreenName;
  readonly source?: string;
  readonly claim?: string;
}

/** What an address means. An address of nothing is Today. */
export function routeOf(path: string): Route {
  const [screen, source, claim] = path.split('/').filter((part) => part !== '');
  switch (screen) {
    case 'read':
      return {
        screen,
        ...(source === undefined ? {} : { source }),
        ...(claim === undefined ? {} : { claim }),
      };
    case 'library':
    case 'figures':
    case 'log':
    case 'settings':
      return { screen };
    default:
      return { screen: 'today' };
  }
}

export function passagePath(source: string, claim?: string): string {
  return claim === undefined ? `/read/${source}` : `/read/${source}/${claim}`;
}

/** The address of a place in a text: offsets alone, so that no word of a query stands in it. */
export function passagePlace(source: string, { start, end }: Span): string {
  return `/read/${source}#at-${start}-${end}`;
}

export function Screen({ route }: { readonly route: Route }): ReactNode {
  switch (route.screen) {
    case 'today':
      return <Today />;
    case 'library':
      return <Library />;
    case 'read':
      return route.source === undefined ? (
        <Library />
      ) : (
        <Read key={route.source} source={route.source} {...(route.claim === undefined ? {} : { claim: route.claim })} />
      );
    case 'figures':
      return <Figures />;
    case 'log':
      return <Log />;
    case 'settings':
      return <Settings />;
  }
}
