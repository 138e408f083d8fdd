import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { stream } from 'hono/streaming';
import type { Result } from '../../base/index.ts';
import type { ApiError } from '../api.ts';
import { EXIT, type Stop } from '../exit-code.ts';
import { APP_POLICY, COMMON_HEADERS, LOCK_POLICY, REFERRER } from './answer-headers.ts';
import { answerCall, isCall, pageImage } from './calls.ts';
import type { Desk } from './desk.ts';
import type { Guesses } from './guesses.ts';
import { FILE_LIMIT } from './intakes.ts';
import { LOCK_STYLE, type LockNotice, lockPage } from './lock-page.ts';
import { lockLanguage } from './lock-words.ts';
import { brokenAnswer, type Refused, STATUS } from './refusal.ts';
import { readBody } from './request-body.ts';
import { verifyLines } from './verify-lines.ts';
import type { WebBundle } from './web-bundle.ts';

/** The desk once the vault is open, with the token of this run. */
export interface OpenDesk {
  readonly desk: Desk;
  readonly token: string;
  /** To be called when the answer to `lock` is out. */
  readonly lockAnswered: () => void;
}

export interface RouteOptions {
  readonly bundle: WebBundle;
  readonly guesses: Guesses;
  readonly unlock: (passphrase: string) => Promise<Result<unknown, Stop>>;
  /** Told after each attempt. */
  readonly guessed: () => void;
  readonly open: () => OpenDesk | undefined;
  readonly broken: (error: unknown) => void;
}

type Env = { Bindings: HttpBindings };

/** Bytes of a call's JSON, and of the lock form. */
const JSON_LIMIT = 1024 * 1024;
const FORM_LIMIT = 8192;

/** Everything that the desk answers, by address. Host, origin and method were judged before. */
export function routes(options: RouteOptions): Hono<Env> {
  const { bundle, broken } = options;
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(COMMON_HEADERS)) c.res.headers.set(name, value);
    if (!c.res.headers.has('content-security-policy')) c.res.headers.set('content-security-policy', APP_POLICY);
    if (!c.res.headers.has('referrer-policy')) c.res.headers.set('referrer-policy', REFERRER.app);
  });
  app.onError((error, c) => {
    broken(error);
    return refusedAnswer(c, brokenAnswer(error));
  });
  app.post('/unlock', (c) => unlock(c, options));
  app.post('/api/verify', (c) =>
    withDesk(c, options, async ({ desk }) => {
      const asked = await readBody(c.req.raw, c.env.incoming, { limit: JSON_LIMIT, type: 'application/json' });
      if (!asked.ok) return refusedAnswer(c, asked.error);
      c.header('content-type', 'application/x-ndjson');
      return stream(
        c,
        async (out) => {
          for await (const line of verifyLines(desk)) await out.writeln(JSON.stringify(line));
        },
        async (error) => broken(error),
      );
    }),
  );
  app.post('/api/intake/:intake/file', (c) =>
    withDesk(c, options, async ({ desk }) => {
      const intake = c.req.param('intake');
      const fileName = nameIn(c.req.header('x-daybook-name'));
      if (!desk.intakes.has(intake)) return refusedAnswer(c, { code: 'no-such-intake' });
      if (fileName === undefined) return refusedAnswer(c, { code: 'not-understood', facts: { field: 'name' } });
      const body = await readBody(c.req.raw, c.env.incoming, { limit: FILE_LIMIT, type: 'application/octet-stream' });
      if (!body.ok) return refusedAnswer(c, body.error);
      return resultAnswer(c, await desk.intakes.file(intake, fileName, body.value));
    }),
  );
  app.post('/api/page-image', (c) =>
    withDesk(c, options, async ({ desk }) => {
      const body = await readBody(c.req.raw, c.env.incoming, { limit: JSON_LIMIT, type: 'application/json' });
      if (!body.ok) return refusedAnswer(c, body.error);
      const image = await pageImage(desk, body.value);
      return image.ok
        ? c.body(new Uint8Array(image.value), 200, { 'content-type': 'image/png' })
        : refusedAnswer(c, image.error);
    }),
  );
  app.post('/api/:name', (c) =>
    withDesk(c, options, async (open) => {
      const name = c.req.param('name');
      if (!isCall(name)) return refusedAnswer(c, { code: 'not-understood' });
      const body = await readBody(c.req.raw, c.env.incoming, { limit: JSON_LIMIT, type: 'application/json' });
      if (!body.ok) return refusedAnswer(c, body.error);
      const answer = await answerCall(open.desk, name, body.value);
      if (name === 'lock') c.env.outgoing.once('finish', open.lockAnswered);
      return resultAnswer(c, answer);
    }),
  );
  app.post('*', (c) => refusedAnswer(c, { code: 'not-understood' }));
  app.get('/lock.css', (c) => c.body(LOCK_STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/api/*', (c) => refusedAnswer(c, { code: options.open() === undefined ? 'locked' : 'not-understood' }));
  app.get('/unlock', (c) => lockAnswer(c, options, { type: options.open() === undefined ? 'none' : 'open-already' }));
  app.get('/assets/*', (c) => fileAnswer(c, options));
  app.get('*', (c) => (/\.[a-z0-9]{1,12}$/.test(c.req.path) ? fileAnswer(c, options) : pageAnswer(c, options)));
  return app;

  /** The application's page, which holds nothing of the vault: without a token it can only ask for one. */
  function pageAnswer(c: Context<Env>, { open }: RouteOptions): Response | Promise<Response> {
    const page = open() === undefined ? undefined : bundle.page({ token: '', path: '' });
    return page === undefined ? lockAnswer(c, options, lockedOrMissing(open())) : c.html(page);
  }
}

function lockedOrMissing(open: OpenDesk | undefined): LockNotice {
  return { type: open === undefined ? 'none' : 'no-bundle' };
}

/** Files of the application are for whoever has the vault open: a locked desk serves no script. */
function fileAnswer(c: Context<Env>, { bundle, open }: RouteOptions): Response {
  const file = open() === undefined ? undefined : bundle.file(c.req.path);
  if (file === undefined) return c.body(null, open() === undefined ? 401 : 404);
  return c.body(new Uint8Array(file.bytes), 200, { 'content-type': file.type });
}

async function withDesk(
  c: Context<Env>,
  { open }: RouteOptions,
  run: (open: OpenDesk) => Promise<Response>,
): Promise<Response> {
  const current = open();
  const given = c.req.header('x-daybook-token');
  if (current === undefined || given === undefined || !isSame(given, current.token)) {
    return refusedAnswer(c, { code: 'locked' });
  }
  if (new URL(c.req.url).pathname === '/api/session') return run(current);
  const atWork = current.desk.activity.begin();
  try {
    return await run(current);
  } finally {
    atWork();
  }
}

/** Compares without telling by its time where two differ. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string): Uint8Array => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

async function unlock(c: Context<Env>, options: RouteOptions): Promise<Response> {
  const body = await readBody(c.req.raw, c.env.incoming, {
    limit: FORM_LIMIT,
    type: 'application/x-www-form-urlencoded',
  });
  if (!body.ok) return refusedAnswer(c, body.error);
  const form = new URLSearchParams(new TextDecoder().decode(body.value));
  body.value.fill(0);
  const path = pathIn(form.get('to'));
  const language = form.get('lang') ?? undefined;
  const { guesses } = options;
  if (guesses.waitSeconds > 0)
    return lockAnswer(c, options, { type: 'wait', waitSeconds: guesses.waitSeconds }, { path, language });
  const passphrase = form.get('passphrase') ?? '';
  const outcome = await guesses.attempt(
    () => options.unlock(passphrase),
    (each) => each.ok || each.error.code !== EXIT.wrongPassphrase,
  );
  if (outcome === undefined) return lockAnswer(c, options, { type: 'one-at-a-time' }, { path, language });
  options.guessed();
  if (!outcome.ok) {
    const isWrong = outcome.error.code === EXIT.wrongPassphrase;
    const notice: LockNotice = isWrong ? { type: 'wrong', waitSeconds: guesses.waitSeconds } : { type: 'refused' };
    return lockAnswer(c, options, notice, { path, language });
  }
  const open = await opened(options);
  const page = open && options.bundle.page({ token: open.token, path });
  return page === undefined ? lockAnswer(c, options, { type: 'no-bundle' }, { path, language }) : c.html(page);
}

/** The engine opens the desk a moment after the vault. */
async function opened({ open }: RouteOptions): Promise<OpenDesk | undefined> {
  for (let tries = 0; tries < 200 && open() === undefined; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return open();
}

const NOTICE_STATUS: Readonly<Record<LockNotice['type'], 200 | 403 | 409 | 429 | 501>> = {
  none: 200,
  'open-already': 200,
  wrong: 403,
  wait: 429,
  'one-at-a-time': 429,
  refused: 409,
  'no-bundle': 501,
};

function lockAnswer(
  c: Context<Env>,
  _options: RouteOptions,
  notice: LockNotice,
  from: { readonly path?: string; readonly language?: string | undefined } = {},
): Response {
  const language = lockLanguage(from.language ?? c.req.query('lang'), c.req.header('accept-language'));
  const path = from.path ?? pathIn(c.req.path === '/unlock' ? (c.req.query('to') ?? '/') : c.req.path);
  const page = lockPage(language, path, notice);
  return c.html(page, NOTICE_STATUS[notice.type], {
    'content-security-policy': LOCK_POLICY,
    'referrer-policy': REFERRER.lock,
    ...('waitSeconds' in notice && { 'retry-after': String(notice.waitSeconds) }),
  });
}

/** Where a person may have wanted to go: a screen, and what it shows by its id. Anything else is the beginning. */
function pathIn(text: string | null): string {
  return text !== null && /^\/[a-z]{0,20}(?:\/[0-9a-z-]{1,64}){0,2}$/.test(text) && text !== '/unlock' ? text : '/';
}

function nameIn(header: string | undefined): string | undefined {
  if (header === undefined || header === '' || header.length > 12_000) return undefined;
  try {
    return decodeURIComponent(header);
  } catch {
    return undefined;
  }
}

function resultAnswer(c: Context<Env>, result: Result<unknown, Refused>): Response {
  return result.ok ? c.json(plain(result.value)) : refusedAnswer(c, result.error);
}

/** What handlers answer is plain data, which their types say. */
function plain(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function refusedAnswer(c: Context<Env>, { code, facts }: ApiError): Response {
  return c.json({ code, ...(facts !== undefined && { facts }) }, STATUS[code]);
}
