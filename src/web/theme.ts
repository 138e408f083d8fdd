import type { Theme } from './preferences.ts';

/** Has the token sheet take one theme; `system` leaves the choice to the machine. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
