import { createServer, type Server } from 'node:http';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk, page as document, PASSPHRASE } from './daybook.ts';
import { RunningDesk } from './running-desk.ts';

const PORT = 31_813;
const OTHER = 31_814;
const CANARY = 'Quorvane-Harbour';

/** A page of somebody else, which tries what a page can try, and says what came of each. */
function attack(desk: string, source: string, token: string): string {
  return `<!doctype html><meta charset="utf-8"><title>elsewhere</title><body><script>
const outcomes = {};
const done = (name, outcome) => { outcomes[name] = outcome; };
const tries = [
  fetch('${desk}/api/source', { method: 'POST', headers: { 'content-type': 'application/json', 'x-daybook-token': '${token}' }, body: '{"source":"${source}"}' })
    .then((r) => r.text()).then((t) => done('fetch', t)).catch(() => done('fetch', 'refused')),
  fetch('${desk}/api/source', { method: 'POST', mode: 'no-cors', body: '{"source":"${source}"}' })
    .then((r) => done('fetch without cors', r.type + r.status)).catch(() => done('fetch without cors', 'refused')),
  fetch('${desk}/today').then((r) => r.text()).then((t) => done('page', t)).catch(() => done('page', 'refused')),
  new Promise((end) => { const s = new WebSocket('${desk.replace('http', 'ws')}/api/session'); s.onopen = () => { done('socket', 'open'); end(); }; s.onerror = () => { done('socket', 'refused'); end(); }; }),
  new Promise((end) => { const s = document.createElement('script'); s.src = '${desk}/assets/app.js'; s.onload = () => { done('script', 'ran'); end(); }; s.onerror = () => { done('script', 'refused'); end(); }; document.body.append(s); }),
  new Promise((end) => { const s = document.createElement('iframe'); s.src = '${desk}/today'; s.onload = () => { let text = 'refused'; try { text = s.contentDocument ? 'read' : 'refused'; } catch {} done('frame', text); end(); }; document.body.append(s); }),
];
Promise.all(tries).then(() => { document.title = 'done'; document.body.dataset.outcomes = JSON.stringify(outcomes); });
</script><form id="f" method="post" action="${desk}/unlock"><input name="passphrase" value="${PASSPHRASE}"></form></body>`;
}

describe('the desk in a real browser', () => {
  const folder = new Desk();
  let desk: RunningDesk;
  let browser: Browser;
  let elsewhere: Server;
  let source = '';
  beforeAll(async () => {
    await folder.makeVault();
    desk = await RunningDesk.start('daybook-vault', { port: PORT, cwd: folder.folder, args: ['--idle', '60'] });
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    elsewhere = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(attack(desk.origin, source, desk.token));
    });
    await new Promise<void>((resolve) => elsewhere.listen(OTHER, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await browser?.close();
    elsewhere?.close();
    await desk?.stop();
    folder.remove();
  });

  it('D4: the lock form opens the vault by keyboard alone, runs no script, and asks nothing of anybody else', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`${desk.origin}/library?lang=ko`);
    expect(await page.title()).toBe('Daybook');
    expect(await page.getAttribute('html', 'lang')).toBe('ko');
    await page.locator('input[type=password]:focus').waitFor();
    await page.keyboard.type('not it');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('암호 문구');
    expect(await page.locator('script').count()).toBe(0);
    await page.waitForTimeout(1100);
    await page.locator('input[type=password]:focus').waitFor();
    const answered = page.waitForResponse((response) => response.url().endsWith('/unlock'));
    await page.keyboard.type(PASSPHRASE);
    await page.keyboard.press('Enter');
    const response = await answered;
    // 501 where the pages of the desk were not built: the vault is open all the same.
    expect([200, 501]).toContain(response.status());
    desk.token = '';
    expect(new Set(asked)).toEqual(new Set([desk.origin]));
    expect(complaints.filter((text) => /Content Security Policy|Refused to/.test(text))).toEqual([]);
    await page.close();
  });

  it("D5: another origin's page reads nothing, runs nothing and opens nothing, even with the token", async () => {
    await desk.unlock(PASSPHRASE);
    source = (await desk.keep('one.txt', document('12,000', CANARY))).source ?? '';
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${OTHER}/`);
    await page.waitForFunction("document.title === 'done'");
    const outcomes: unknown = JSON.parse((await page.getAttribute('body', 'data-outcomes')) ?? '{}');
    expect(outcomes).toEqual({
      fetch: 'refused',
      'fetch without cors': 'refused',
      page: 'refused',
      socket: 'refused',
      script: 'refused',
      frame: 'refused',
    });
    // The form leads there with the right passphrase, and the answer holds no token.
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url() === `${desk.origin}/unlock`),
      page.evaluate("document.getElementById('f').submit()"),
    ]);
    expect([answer.status(), (await answer.text()).includes('daybook-token')]).toEqual([403, false]);
    await page.close();
    // By another name that leads here, a page of that name would be of the same origin as what it asks.
    const rebound = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--host-resolver-rules=MAP rebound.example 127.0.0.1'],
    });
    try {
      const other = await rebound.newPage();
      const reply = await other.goto(`http://rebound.example:${PORT}/today`);
      expect([reply?.status(), await reply?.text()]).toEqual([403, '{"code":"not-ours"}']);
    } finally {
      await rebound.close();
    }
  });
});
