import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../test/web/browser.ts';
import type { Figure } from './figure.ts';
import { addDocuments, benchVault } from './search-vault.ts';

const root = join(import.meta.dirname, '..');
const cli = join(root, 'dist/cli.js');
const PASSPHRASE = 'a bench passphrase of several words';
const PORT = 31_841;
const ORIGIN = `http://127.0.0.1:${PORT}`;
const OPENINGS = 5;
const KEYS = 40;
const PARAGRAPHS = 1000;
const SOURCES = 1000;
const PASSAGES = 100;

/** The desk in a real browser, as it is built: what it weighs, and what is waited for with a large text. */
export function figures(): Promise<readonly Figure[]> {
  return inFolder(async (folder) => [...bundle(), ...(await largeText(folder))]);
}

/** The desk on a large vault: what server and page need. */
export function manyPassageFigures(): Promise<readonly Figure[]> {
  return inFolder(manyPassages);
}

async function inFolder(measure: (folder: string) => Promise<readonly Figure[]>): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-bench-'));
  try {
    return await measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the page loads before its first screen, packed as a server would, and all there is. */
function bundle(): readonly Figure[] {
  const folder = join(root, 'dist/web/assets');
  const index = readFileSync(join(root, 'dist/web/index.html'), 'utf8');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const weigh = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0) / 1000;
  const first = scripts.filter((name) => index.includes(name));
  const conditions = 'gzip, without styles; there is no chart library';
  return [
    { name: 'scripts of the desk, all', value: round(weigh(scripts)), unit: 'KB', n: scripts.length, conditions },
    { name: 'scripts of the desk, at start', value: round(weigh(first)), unit: 'KB', n: first.length, conditions },
  ];
}

async function largeText(folder: string): Promise<readonly Figure[]> {
  writeFileSync(join(folder, 'pass'), `${PASSPHRASE}\n`, { mode: 0o600 });
  const text = largeDocument();
  writeFileSync(join(folder, 'large.md'), text);
  const run = (...args: readonly string[]): void => {
    execFileSync(process.execPath, [cli, ...args, '--passphrase-file', 'pass'], { cwd: folder, stdio: 'ignore' });
  };
  run('init', 'large');
  run('add', 'large.md', '--vault', 'large');
  return withDesk(folder, 'large', async () => {
    const painted: number[] = [];
    for (let at = 0; at < OPENINGS; at += 1) {
      const browser = await launchBrowser();
      painted.push(await firstPaint(browser));
      await browser.close();
    }
    const browser = await launchBrowser();
    try {
      const opened: Opened[] = [];
      for (let at = 0; at < OPENINGS; at += 1) opened.push(await openLarge(browser));
      const { page, claims } = await readLarge(browser);
      const stepped = await pressKeys(page, 's');
      const judged = await pressKeys(page, 'y');
      const conditions = `${text.length} characters, ${claims} claims, production build`;
      const figure = (name: string, values: readonly number[], share: number): Figure => ({
        ...{ name, value: round(quantile(values, share)), unit: 'ms', n: values.length, conditions },
      });
      return [
        { ...figure('first contentful paint, cold', painted, 0.5), conditions: 'a browser started anew, median' },
        figure(
          'large text: the server answers, p50',
          opened.slice(1).map(({ answer }) => answer),
          0.5,
        ),
        figure(
          'large text: from the answer to the screen, p50',
          opened.slice(1).map(({ paint }) => paint),
          0.5,
        ),
        figure('large text: a key to the next claim, p50', stepped, 0.5),
        figure('large text: a key to the next claim, p95', stepped, 0.95),
        figure('large text: a verdict to the next claim, p50', judged, 0.5),
        figure('large text: a verdict to the next claim, p95', judged, 0.95),
      ];
    } finally {
      await browser.close();
    }
  });
}

async function manyPassages(folder: string): Promise<readonly Figure[]> {
  const vault = await benchVault(join(folder, 'many'));
  await addDocuments(vault, manyDocuments());
  await vault.close();
  return withDesk(folder, 'many', async (engine) => {
    const browser = await launchBrowser();
    try {
      const page = await unlocked(browser);
      for (const path of ['/library', '/log', '/library']) await goTo(page, path);
      await page.keyboard.press('/');
      await page.keyboard.type('harbour');
      const begun = performance.now();
      await page.keyboard.press('Enter');
      await page.getByText('Found:').waitFor();
      const found = performance.now() - begun;
      await page.locator('main [data-title]').first().click();
      await page.locator('[data-text]').waitFor();
      await goTo(page, '/library');
      const client = await page.context().newCDPSession(page);
      await client.send('HeapProfiler.collectGarbage');
      await client.send('Performance.enable');
      const { metrics } = await client.send('Performance.getMetrics');
      const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
      const resident = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${engine()}/status`, 'utf8'))?.[1]) * 1024;
      const conditions = `${SOURCES} sources, ${SOURCES * PASSAGES} passages, after Library, Log, a search and a source`;
      return [
        { name: 'many passages: a search to the screen', value: round(found), unit: 'ms', n: 1, conditions },
        { name: 'many passages: memory of the engine', value: round(resident / 1e6), unit: 'MB', n: 1, conditions },
        { name: 'many passages: heap of the page', value: round(heap / 1e6), unit: 'MB', n: 1, conditions },
      ];
    } finally {
      await browser.close();
    }
  });
}

/** Runs the desk on a vault for as long as something is measured; `engine` is its process of the moment. */
async function withDesk<T>(folder: string, vault: string, measure: (engine: () => number) => Promise<T>): Promise<T> {
  const args = [cli, 'open', vault, '--no-prompt', '--port', String(PORT), '--idle', '240'];
  const desk = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => desk.once('close', resolve));
  try {
    await new Promise<void>((resolve, reject) => {
      for (const stream of [desk.stdout, desk.stderr]) {
        stream.on('data', (text) => String(text).includes('The desk:') && resolve());
      }
      desk.once('exit', () => reject(new Error('the desk ended')));
    });
    return await measure(() => childOf(desk.pid ?? 0));
  } finally {
    desk.kill('SIGTERM');
    await ended;
  }
}

function childOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);
}

async function unlocked(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en' });
  const page = await context.newPage();
  await page.goto(`${ORIGIN}/unlock?to=%2Ftoday`);
  await page.locator('input[type=password]').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.locator('main h1').first().waitFor();
  return page;
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)})`);
  await page.waitForLoadState('networkidle');
  await page.locator('[data-waiting]').waitFor({ state: 'detached' });
}

async function firstPaint(browser: Browser): Promise<number> {
  const page = await unlocked(browser);
  return Number(
    await page.evaluate(
      "performance.getEntriesByName('first-contentful-paint')[0].startTime - performance.getEntriesByType('navigation')[0].responseStart",
    ),
  );
}

interface Opened {
  readonly answer: number;
  readonly paint: number;
}

/** Opens the large text from the Library, as a page that has not seen it: what the server takes, and what the page takes after that. */
async function openLarge(browser: Browser): Promise<Opened> {
  const page = await unlocked(browser);
  await goTo(page, '/library');
  const path = await page.locator('main [data-title]').first().getAttribute('href');
  const measured: unknown = await page.evaluate(`new Promise((resolve) => {
    performance.clearResourceTimings();
    const look = () => {
      if (document.querySelector('[data-text] mark') === null) return requestAnimationFrame(look);
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        const painted = performance.now();
        const call = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/api/source'));
        resolve([call.responseEnd - call.requestStart, painted - call.responseEnd]);
      };
      channel.port2.postMessage(undefined);
    };
    history.pushState(null, '', ${JSON.stringify(path)});
    requestAnimationFrame(look);
  })`);
  await page.context().close();
  const [answer, paint] = Array.isArray(measured) ? measured.map(Number) : [];
  if (answer === undefined || paint === undefined) throw new Error('nothing was measured');
  return { answer, paint };
}

async function readLarge(browser: Browser): Promise<{ readonly page: Page; readonly claims: number }> {
  const page = await unlocked(browser);
  await goTo(page, '/library');
  await goTo(page, (await page.locator('main [data-title]').first().getAttribute('href')) ?? '');
  await page.locator('mark:focus').waitFor();
  // A long text opens where somebody arrives; keys are measured with all of it on screen.
  await page
    .locator('mark[data-first]')
    .nth(PARAGRAPHS - 1)
    .waitFor({ state: 'attached' });
  return { page, claims: await page.locator('mark[data-first]').count() };
}

/** From the press of a key to the frame in which another claim has the focus. */
async function pressKeys(page: Page, key: string): Promise<readonly number[]> {
  await page.evaluate(`{
    window.measured = [];
    window.stop?.();
    const press = (event) => {
      const before = document.activeElement;
      const look = () => {
        if (document.activeElement === before) return requestAnimationFrame(look);
        const channel = new MessageChannel();
        channel.port1.onmessage = () => window.measured.push(performance.now() - event.timeStamp);
        channel.port2.postMessage(undefined);
      };
      requestAnimationFrame(look);
    };
    document.addEventListener('keydown', press, true);
    window.stop = () => document.removeEventListener('keydown', press, true);
  }`);
  for (let at = 0; at < KEYS; at += 1) {
    await page.keyboard.press(key);
    // Looked at from outside: the page lets nobody evaluate words within it.
    while (Number(await page.evaluate('window.measured.length')) <= at) await page.waitForTimeout(10);
    await page.waitForTimeout(100);
  }
  const measured: unknown = await page.evaluate('window.measured');
  return Array.isArray(measured) ? measured.map(Number) : [];
}

/** One sentence with what is claimed before it: a sentence more would be a claim more. */
const FILLER =
  ' (paper registers, grey and blue, in boxes of card with labels of the year before, lists of shelves, keys and lamps)'.repeat(
    4,
  );

function largeDocument(): string {
  const places = ['Tarn Ford', 'Qinghe county', 'Lower Quay', 'Mill Bridge'];
  const paragraphs = Array.from(
    { length: PARAGRAPHS },
    (_, at) =>
      `In 2030, the council said that ${1000 + at} people were registered at ${places[at % places.length]}${FILLER}.`,
  );
  return `# Notes of the Lantern Society, 3 March 2031\n\n${paragraphs.join('\n\n')}\n`;
}

function* manyDocuments(): Generator<{ readonly passages: readonly string[]; readonly date: string }> {
  for (let source = 0; source < SOURCES; source += 1) {
    const passages = Array.from(
      { length: PASSAGES },
      (_, at) =>
        `Note ${source}.${at}: ${at % 50 === 0 ? 'the harbour was closed' : 'the road was open'} on day ${at}.`,
    );
    yield { passages, date: '2031-03-03' };
  }
}

function quantile(values: readonly number[], share: number): number {
  return (
    [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN
  );
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
