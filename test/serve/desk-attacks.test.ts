import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asks } from '../../src/serve/http/asks.ts';
import { ROOT } from '../house/tree.ts';
import { Desk, PASSPHRASE, page } from './daybook.ts';
import { isAlive } from './process-tree.ts';
import { type Reply, RunningDesk } from './running-desk.ts';

const PORT = 31_812;
const CANARY = 'Quorvane-Harbour';
const NAUGHTY: readonly string[] = JSON.parse(
  readFileSync(join(ROOT, '..', 'shared/testdata/naughty-strings/blns.json'), 'utf8'),
);

/** A reply that says no, and says nothing of the vault. */
function isRefusal({ status, body }: Reply): boolean {
  return status >= 400 && status < 500 && !body.includes(CANARY) && body.length < 4000;
}

describe('whoever should not get at the desk', () => {
  const folder = new Desk();
  let desk: RunningDesk;
  let source = '';
  beforeAll(async () => {
    await folder.makeVault();
    desk = await RunningDesk.start('daybook-vault', { port: PORT, cwd: folder.folder, args: ['--idle', '60'] });
    await desk.unlock(PASSPHRASE);
    source = (await desk.keep('one.txt', page('12,000', CANARY))).source ?? '';
  });
  afterAll(async () => {
    await desk?.stop();
    folder.remove();
  });

  /** The call that would give the canary away, with other headers. */
  const steal = (headers: Readonly<Record<string, string | readonly string[]>>): Promise<Reply> =>
    desk.post('source', { source }, headers);

  it('the search for the canary finds it where it may be', async () => {
    expect((await steal({})).body).toContain(CANARY);
  });

  it.each([
    ['another origin', { origin: 'https://attacker.example' }],
    ['another port of this computer', { origin: 'http://127.0.0.1:8000' }],
    ['no origin that could be told', { origin: 'null' }],
    ['an origin that begins like ours', { origin: `http://127.0.0.1:${PORT}.attacker.example` }],
    ['ours and another', { origin: [`http://127.0.0.1:${PORT}`, 'https://attacker.example'] }],
    ['a page of another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['another page of this computer, as the browser says', { 'sec-fetch-site': 'same-site' }],
    ['a name that was made to lead here', { host: `attacker.example:${PORT}` }],
    ['our name without the port', { host: '127.0.0.1' }],
    ['our name with another port', { host: '127.0.0.1:80' }],
    ['a name that begins like ours', { host: `127.0.0.1.attacker.example:${PORT}` }],
    ['a whole address as host', { host: `http://127.0.0.1:${PORT}` }],
  ])('D5: a call from %s is refused', async (_what, headers) => {
    const reply = await steal(headers);
    expect([reply.status, JSON.parse(reply.body)]).toEqual([403, { code: 'not-ours' }]);
  });

  it('D5: a name that was made to lead here gets no page, no script and no lock page either', async () => {
    for (const path of ['/', '/today', '/unlock', '/lock.css', '/assets/app.js', '/api/session']) {
      const reply = await desk.ask({ path, headers: { host: `rebound.example:${PORT}` } });
      expect([reply.status, reply.body], path).toEqual([403, '{"code":"not-ours"}']);
    }
  });

  it('D5: another page includes no script, frames nothing, and cannot send the form', async () => {
    const from = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
    for (const [path, dest] of [
      ['/assets/app.js', 'script'],
      ['/today', 'iframe'],
      ['/lock.css', 'style'],
      ['/today', 'image'],
    ] as const) {
      const reply = await desk.ask({ path, headers: { ...from, 'sec-fetch-dest': dest } });
      expect(reply.status, `${path} as ${dest}`).toBe(403);
    }
    for (const origin of ['https://attacker.example', 'null']) {
      const form = await desk.ask({
        method: 'POST',
        path: '/unlock',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ passphrase: PASSPHRASE }).toString(),
      });
      expect(form.status).toBe(403);
      expect(form.body).not.toContain('token');
    }
    const page = await desk.ask({ path: '/today' });
    expect(page.headers['x-frame-options']).toBe('DENY');
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(page.headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(Object.keys(page.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('D5: a link that somebody follows shows the page, which has no token and no word of the vault', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    const reply = await desk.ask({ path: `/read/${source}`, headers });
    expect(reply.body).not.toMatch(/content="[0-9a-f]{64}"/);
    expect(reply.body).not.toContain(desk.token);
    expect(reply.body).not.toContain(CANARY);
  });

  it('D5: no request becomes a WebSocket, a tunnel or anything else', async () => {
    const upgrade = `GET /api/session HTTP/1.1\r\nHost: 127.0.0.1:${PORT}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nOrigin: https://attacker.example\r\n\r\n`;
    expect(await raw(upgrade)).toBe('');
    expect(await raw(`CONNECT attacker.example:443 HTTP/1.1\r\nHost: 127.0.0.1:${PORT}\r\n\r\n`)).toBe('');
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
      const reply = await desk.ask({ method, path: '/api/session', headers: { 'x-daybook-token': desk.token } });
      expect([reply.status, reply.headers['access-control-allow-origin']], method).toEqual([405, undefined]);
    }
  });

  it('D6: somebody else on this computer, who knows the address and no token, gets nothing of any call', async () => {
    const guesses = [
      '',
      '0'.repeat(64),
      desk.token.slice(0, -1),
      `${desk.token}0`,
      desk.token.toUpperCase(),
      'undefined',
    ];
    const names = [...Object.keys(asks), 'verify', 'page-image', `intake/${source}/file`];
    for (const name of names) {
      for (const token of name === 'source' ? guesses : guesses.slice(0, 2)) {
        const reply = await desk.post(name, {}, { 'x-daybook-token': token });
        expect([reply.status, reply.body], name).toEqual([401, '{"code":"locked"}']);
      }
    }
    const twice = await steal({ 'x-daybook-token': [desk.token, '0'] });
    expect(twice.status).toBe(401);
    // A cookie is no token: browsers send cookies to every port of a host.
    const cookie = await steal({ 'x-daybook-token': '', cookie: `x-daybook-token=${desk.token}` });
    expect(cookie.status).toBe(401);
    const inAddress = await desk.ask({
      method: 'POST',
      path: `/api/source?x-daybook-token=${desk.token}`,
      headers: { origin: desk.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ source }),
    });
    expect(inAddress.status).toBe(401);
  });

  it('D7: what is no JSON of its call, or too much of it, is refused and breaks nothing', async () => {
    const send = (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Promise<Reply> =>
      desk.ask({
        method: 'POST',
        path: '/api/search',
        headers: {
          origin: desk.origin,
          'content-type': 'application/json',
          'x-daybook-token': desk.token,
          ...headers,
        },
        body,
      });
    const bodies: (string | Uint8Array)[] = [
      '',
      'null',
      '[]',
      '"query"',
      '{"query":1}',
      '{"query":"a","more":1}',
      '{"query":"a","__proto__":{"limit":1}}',
      '{"query":"a","limit":1e9}',
      '{"query":"a","limit":-1}',
      '{"query":',
      `{"query":"${'a'.repeat(100_000)}"}`,
      `${'['.repeat(200_000)}`,
      `{"query":"a","without":[${'1,'.repeat(5000)}1]}`,
      new Uint8Array([0xff, 0xfe, 0x7b, 0x00]),
      new Uint8Array(64),
    ];
    for (const [i, body] of bodies.entries()) {
      const reply = await send(body);
      expect([reply.status, reply.body], `body ${i}`).toEqual([400, '{"code":"not-understood"}']);
    }
    const large = await send(new Uint8Array(3 * 1024 * 1024).fill(0x20));
    expect([large.status, JSON.parse(large.body).code]).toEqual([413, 'too-large']);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
      expect((await send('{"query":"a"}', { 'content-type': type })).status, type).toBe(400);
    }
    expect((await send('{"query":"a"}', { 'content-encoding': 'gzip' })).status).toBe(400);
    for (const name of ['toString', 'constructor', '__proto__', 'hasOwnProperty', '%2e%2e%2fsession', 'session/']) {
      expect(isRefusal(await desk.post(name, {})), name).toBe(true);
    }
    expect(await desk.call('search', { query: 'people' })).toMatchObject({ sources: 1 });
  });

  it('D7: smuggled and broken heads end the connection, and nobody else gets their answer', async () => {
    const head = `POST /api/session HTTP/1.1\r\nHost: 127.0.0.1:${PORT}\r\nOrigin: ${desk.origin}\r\nContent-Type: application/json\r\n`;
    const inner = `POST /api/source HTTP/1.1\r\nHost: 127.0.0.1:${PORT}\r\n\r\n`;
    for (const request of [
      `${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
      `${head}Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}${inner}`,
      `${head}Transfer-Encoding: identity, chunked, gzip\r\n\r\n{}`,
      `${head}X-A: b\r\n\tc: d\r\nHost: attacker.example\r\nContent-Length: 2\r\n\r\n{}`,
      `GET http://attacker.example/ HTTP/1.1\r\nHost: 127.0.0.1:${PORT}\r\nConnection: close\r\n\r\n`,
      `GET / HTTP/1.1\r\nConnection: close\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${PORT}\r\nHost: 127.0.0.1:${PORT}\r\nConnection: close\r\n\r\n`,
      `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: 127.0.0.1:${PORT}\r\n\r\n`,
      `\u0000\u0001\u0002\r\n\r\n`,
      `GET / HTTP/0.9\r\n\r\n`,
    ]) {
      const answer = await raw(request);
      expect(answer, request.slice(0, 200)).toMatch(/^(?:HTTP\/1\.1 4\d\d |$)/);
      expect(answer).not.toContain(CANARY);
      expect(answer.split('HTTP/1.1 ').length, request.slice(0, 200)).toBeLessThanOrEqual(2);
    }
  });

  it('D7: no address leads out of the pages that were built', async () => {
    const ways = [
      '/assets/../../../package.json',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/cli.js',
      '/assets/....//....//cli.js',
      '/assets/..\\..\\cli.js',
      '/assets/%00index.html',
      '/assets//etc/passwd.txt',
      '/../cli.js',
      '/cli.js',
      '/index.html',
      '/assets/.env',
      '/assets/',
    ];
    for (const path of ways) {
      const reply = await raw(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${PORT}\r\nConnection: close\r\n\r\n`);
      expect(reply, path).not.toMatch(/"dependencies"|root:|import\{|daybook-token" content="[0-9a-f]/);
      expect(reply, path).toMatch(/^HTTP\/1\.1 (?:4\d\d|501|200) /);
      if (reply.startsWith('HTTP/1.1 200')) expect(reply, path).toMatch(/content-type: text\/html/);
    }
  });

  it('D7: naughty strings as query, name, note, reason and file break nothing and are given back as they are', async () => {
    expect(NAUGHTY.length).toBeGreaterThan(400);
    const { intake } = await desk.call('intake-begin', { files: 1 });
    const failures: string[] = [];
    for (const [i, text] of NAUGHTY.entries()) {
      const replies = await Promise.all([
        desk.post('search', { query: text }),
        desk.post('find', { source, query: text }),
        desk.post('search', { query: 'people', place: text || 'x' }),
        desk.post('today-seen', { name: text || 'x' }),
        desk.post('sources', { collection: text || 'x' }),
        desk.post(`intake/${encodeURIComponent(text)}/file`, {}),
        ...(i % 20 === 0 ? [desk.file(intake, text || 'x', `file ${i} of a harbour`)] : []),
        desk.ask({ path: `/read/${encodeURIComponent(text)}` }),
      ]);
      for (const { status, body } of replies) if (status >= 500 || body.includes(CANARY + text)) failures.push(text);
    }
    expect(failures).toEqual([]);
    await desk.call('intake-end', { intake });
    const { items } = await desk.call('sources', { limit: 200 });
    const given = NAUGHTY.filter((text, i) => i % 20 === 0 && text !== '' && text.isWellFormed());
    expect(items.filter(({ file }) => given.includes(file)).length).toBeGreaterThan(10);
    for (const text of given.slice(0, 12)) {
      await desk.call('collection-fill', { name: text.slice(0, 200), sources: [source], member: true });
    }
    const { collections } = await desk.call('collections', {});
    expect(collections.map(({ name }) => name)).toEqual(
      expect.arrayContaining(given.slice(0, 12).map((text) => text.slice(0, 200))),
    );
    expect(desk.said).not.toContain('broke');
  });

  it('D7: markup in the place that is to be gone to is no markup in the lock page', async () => {
    const reply = await desk.ask({
      path: `/unlock?to=${encodeURIComponent('"><script>alert(1)</script>')}&lang=${encodeURIComponent('"><b>')}`,
    });
    expect(reply.body).not.toMatch(/<script|<b>/);
    expect(reply.body).toContain('name="to" value="/"');
    expect(reply.headers['content-security-policy']).not.toContain('script-src');
  });

  it('D10: nothing that the desk prints, also when a call is refused, holds a word of the vault', () => {
    for (const secret of [CANARY, PASSPHRASE, desk.token, 'Mara Veldt']) expect(desk.said).not.toContain(secret);
  });

  it('D4: guesses wait longer each time, one at a time, also in a new window and after the right one was lost again', async () => {
    const first = await desk.unlock('not the passphrase');
    expect([first.status, first.headers['retry-after']]).toEqual([403, '1']);
    await wait(1050);
    const second = await desk.unlock('still not');
    expect([second.status, second.headers['retry-after']]).toEqual([403, '2']);
    await wait(2050);
    const both = await Promise.all([desk.unlock('one'), desk.unlock('two')]);
    expect(both.map(({ status }) => status).sort()).toEqual([403, 429]);
    // The right one has to wait as well: nobody learns from the answer which it was. Asked in the longest of the waits, which no
    // busy machine outlasts.
    expect((await desk.unlock(PASSPHRASE)).status).toBe(429);
    await wait(4050);
    expect((await desk.unlock(PASSPHRASE)).status).toBeLessThan(300);
    const after = await desk.unlock('wrong after all');
    expect(after.headers['retry-after']).toBe('1');
  });

  it('D8: once locked the engine is gone, calls answer 401, an earlier token opens nothing, and no script is served', async () => {
    const { engine, token } = desk;
    await desk.call('lock', {});
    while (isAlive(engine)) await wait(20);
    await desk.until('The desk:', 2);
    for (const name of [...Object.keys(asks), 'verify', 'page-image']) {
      const reply = await desk.post(name, {});
      expect([reply.status, reply.body], name).toEqual([401, '{"code":"locked"}']);
    }
    for (const path of ['/', '/today', `/read/${source}`, '/assets/app.js', '/unlock', '/favicon.ico']) {
      const reply = await desk.ask({ path });
      expect(reply.body, path).not.toMatch(/<script|import |daybook-token/);
      expect(reply.body).not.toContain(CANARY);
    }
    // The wait that the last wrong guess began goes on in the next engine.
    const early = await desk.unlock(PASSPHRASE);
    if (early.status === 429) {
      await wait(1050);
      await desk.unlock(PASSPHRASE);
    }
    expect(desk.token).not.toBe(token);
    const replayed = await steal({ 'x-daybook-token': token });
    expect(replayed.status).toBe(401);
    expect((await steal({})).body).toContain(CANARY);
  });

  it('D9: a page that only asks for the session does not keep the vault open', async () => {
    const idle = await RunningDesk.start('daybook-vault', {
      port: PORT + 4,
      cwd: folder.folder,
      args: ['--idle', '0.1'],
    });
    try {
      await idle.unlock(PASSPHRASE);
      const { engine } = idle;
      // Working keeps it open for longer than the time that is set.
      for (let i = 0; i < 7; i++) {
        await wait(1000);
        await idle.call('collections', {});
      }
      expect((await idle.call('session', {})).idle.leftSeconds).toBeGreaterThan(0);
      while (isAlive(engine)) {
        await idle.post('session', {}).catch(() => undefined);
        await wait(100);
      }
      await idle.until('The desk:', 2);
      expect(idle.said).toContain('Locked after 0.1 minutes without a command.');
      expect((await idle.post('session', {})).status).toBe(401);
    } finally {
      expect(await idle.stop()).toBe(0);
    }
  });

  /** Bytes as they are, on a connection of their own; all that comes back until it is closed, or nothing more comes. */
  function raw(bytes: string): Promise<string> {
    return new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(PORT, '127.0.0.1', () => socket.write(bytes));
      socket.setTimeout(10_000, () => socket.destroy());
      socket.setEncoding('utf8').on('data', (text: string) => {
        answer += text;
      });
      socket.once('close', () => resolve(answer));
      socket.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? undefined : reject(error)));
    });
  }
});
