import type { ReactNode } from 'react';
import type { ScreenName } from './shortcuts.ts';

type IconName = ScreenName | 'lock' | 'search' | 'keys' | 'add' | 'close';

const PATHS: Readonly<Record<IconName, string>> = {
  today: 'M5 4.5h14v15H5zM5 9h14M9 2.5v4M15 2.5v4M9 13.5l2 2 4-4',
  library: 'M4 4.5h4v15H4zM10 4.5h4v15h-4zM16.2 5.4l3.4-.8 2.4 14-3.4.8z',
  read: 'M12 6.5C9.5 4.8 6.5 4.5 3.5 5v13.500c3-.5 6-.2 8.500 1.500 2.500-1.700 5.500-2 8.500-1.500V5c-3-.5-6-.2-8.500 1.500zM12 6.500V20',
  figures: 'M4 4v16h16M8 15.500h.01M11 10h.01M14 12.500h.01M18 7h.01M8 12v7M18 4v6',
  log: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M13 4.500v5M11 14.500v5',
  lock: 'M5.500 10.500h13v10h-13zM8.500 10.500V7a3.500 3.500 0 0 1 7 0v3.500M12 14.500v2.500',
  search: 'M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM15.500 15.500L20.500 20.500',
  keys: 'M3 6.500h18v11H3zM7 10.500h.01M11 10.500h.01M15 10.500h.01M8 14h8',
  add: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
};

/** A drawing beside words, which say the same: hidden from screen readers. */
export function PlaceIcon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false" className="icon">
      <path d={PATHS[name]} />
    </svg>
  );
}
