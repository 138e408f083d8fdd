const KEY = 'daybook-token';
const CHANNEL = 'daybook';
/** How long another tab has to answer before the lock page is asked for. */
const PATIENCE_MS = 400;

/**
 * The token of this run: from the page that the lock form answered with, from this tab's own storage, or from another
 * open tab. Undefined when none has it; then only the passphrase helps.
 */
export async function findRunToken(): Promise<string | undefined> {
  const given = takeMeta('daybook-token');
  const path = takeMeta('daybook-path');
  if (given !== '') {
    sessionStorage.setItem(KEY, given);
    // The page came as the answer to a form: a reload must not send the passphrase a second time.
    history.replaceState(null, '', path === '' || path === '/' ? '/today' : path);
    return given;
  }
  return sessionStorage.getItem(KEY) ?? (await askOtherTabs());
}

/** What the server put into the page's head; taken out, so that nothing in the page keeps it. */
function takeMeta(name: string): string {
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`);
  meta?.remove();
  return meta?.content ?? '';
}

/** Forgets the token here. Other tabs hear of it and go to the lock page as well. */
export function forgetRunToken(): void {
  sessionStorage.removeItem(KEY);
}

export interface TabsLine {
  readonly tellLocked: () => void;
  readonly close: () => void;
}

/** Answers new tabs that ask for the token, and hears when another tab has locked. */
export function joinTabs(token: string, onLocked: () => void): TabsLine {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === 'ask') channel.postMessage({ token });
    if (data === 'locked') onLocked();
  };
  return { tellLocked: () => channel.postMessage('locked'), close: () => channel.close() };
}

function askOtherTabs(): Promise<string | undefined> {
  const channel = new BroadcastChannel(CHANNEL);
  return new Promise((resolve) => {
    const settle = (token: string | undefined): void => {
      clearTimeout(timer);
      channel.close();
      if (token !== undefined) sessionStorage.setItem(KEY, token);
      resolve(token);
    };
    const timer = setTimeout(() => settle(undefined), PATIENCE_MS);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'object' && data !== null && 'token' in data && typeof data.token === 'string') {
        settle(data.token);
      }
    };
    channel.postMessage('ask');
  });
}
