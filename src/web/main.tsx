import './tokens.css';
import './base.css';
import { I18nProvider } from '@lingui/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from './api-client.ts';
import { Frame } from './frame.tsx';
import { createI18n, turnTo } from './i18n.ts';
import { preferredLanguage, preferredTheme } from './preferences.ts';
import { findRunToken, forgetRunToken, joinTabs } from './run-token.ts';
import { DeskProvider } from './session.tsx';
import { showTheme } from './theme.ts';
import { ToastProvider } from './toasts.tsx';

/** Where the passphrase is asked for in any case; whoever gives it comes back to where they were. */
function lockPage(): string {
  return `/unlock?to=${encodeURIComponent(location.pathname)}`;
}

async function start(): Promise<void> {
  showTheme(preferredTheme());
  const place = document.getElementById('desk');
  if (place === null) throw new Error('the page has no place for the desk');
  const token = await findRunToken();
  if (token === undefined) {
    location.replace(lockPage());
    return;
  }
  const leave = (): void => {
    forgetRunToken();
    location.replace(lockPage());
  };
  const tabs = joinTabs(token, leave);
  const client = createClient({ token, onLocked: leave });
  const lock = (): void => {
    // What is on screen goes at once; the engine ends while the lock page is asked for.
    place.hidden = true;
    const ended = client.call('lock', {}).catch(() => undefined);
    void ended.then(() => {
      tabs.tellLocked();
      leave();
    });
  };
  const i18n = createI18n();
  await turnTo(i18n, preferredLanguage());
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: 60_000, refetchOnWindowFocus: false } },
  });
  // What failed is said on the screen. Its own words may hold text of the vault, and a console is kept.
  createRoot(place, { onCaughtError: () => undefined }).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={queries}>
          <DeskProvider desk={{ client, lock }}>
            <ToastProvider>
              <Frame />
            </ToastProvider>
          </DeskProvider>
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  );
}

void start();
