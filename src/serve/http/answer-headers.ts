/** What every answer carries besides its own: nothing is kept by a browser, and nobody else's page gets at it. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), camera=(), clipboard-read=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()',
  'x-dns-prefetch-control': 'off',
  'x-robots-tag': 'noindex',
};

/** Of the application and of everything it asks for (screens.md, C1). */
export const APP_POLICY: string = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Of the lock page: it has no script, asks for nothing but its style and icon, and may send its one form here. */
export const LOCK_POLICY: string = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/**
 * Nobody learns from where a person came. Of the lock page alone the origin is told to the desk itself: a form that is
 * sent without it names no origin at all (Fetch, 4.6), and could not be told from another page's.
 */
export const REFERRER: { readonly app: string; readonly lock: string } = { app: 'no-referrer', lock: 'same-origin' };
