import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PASSPHRASE } from '../serve/daybook.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a page did that the desk must never do. */
export interface Watched {
  /** Directives of the content policy that something broke. */
  readonly violations: string[];
  /** Origins other than the desk's that were asked. */
  readonly strangers: string[];
  /** Errors that no part of the page caught. */
  readonly errors: string[];
}

export interface DeskPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly watched: Watched;
}

export interface DeskPageOptions {
  readonly language: string;
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
}

/** Opens the desk in a profile of its own and unlocks it as a person does, at the address that is asked for. */
export async function openDeskPage(
  browser: Browser,
  origin: string,
  path: string,
  { language, width = 1440, theme = 'light' }: DeskPageOptions,
): Promise<DeskPage> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    colorScheme: theme,
    locale: language,
  });
  const watched: Watched = { violations: [], strangers: [], errors: [] };
  await context.exposeFunction('tellViolation', (directive: string) => {
    watched.violations.push(directive);
  });
  await context.addInitScript(
    "document.addEventListener('securitypolicyviolation', (event) => tellViolation(event.violatedDirective));",
  );
  context.on('request', (request) => {
    const url = new URL(request.url());
    const ours = url.origin === origin || (url.protocol === 'blob:' && url.href.includes(origin));
    if (!ours && url.protocol !== 'data:') watched.strangers.push(url.origin);
  });
  const page = await context.newPage();
  // Other tests load the machine meanwhile; what is waited for comes, or the test fails by its own limit.
  page.setDefaultTimeout(100_000);
  page.on('pageerror', (error) => watched.errors.push(error.message));
  await page.goto(`${origin}${path}`);
  await page.locator('input[type=password]').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.locator('main h1').first().waitFor();
  await setLanguage(page, language);
  return { page, context, watched };
}

/** Turns the desk to a language, by its own choice of languages. */
async function setLanguage(page: Page, language: string): Promise<void> {
  await page.locator('header select').selectOption(language);
  await page.locator(`html[lang="${language}"]`).waitFor();
}

/** Goes to another screen within the page, as a link does: no reload. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)})`);
  await page.locator('main h1').first().waitFor();
  await settled(page);
}

/** Lets go of files over the page, as a file manager does. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const files = paths.map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8') }));
  await page.evaluate(`{
    const transfer = new DataTransfer();
    for (const { name, text } of ${JSON.stringify(files)}) transfer.items.add(new File([text], name));
    const event = (type) => new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event('dragover'));
    document.body.dispatchEvent(event('drop'));
  }`);
}

/** Waits until nothing says that it waits. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('[data-waiting]').waitFor({ state: 'detached' });
}

/** What axe finds, a line each: rule, impact, and where. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const found: unknown = await page.evaluate(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }).then(({ violations }) => violations.map(({ id, impact, nodes }) =>
    id + ' (' + impact + '): ' + nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')))`);
  return Array.isArray(found) ? found.map(String) : ['axe gave nothing'];
}

/** Ids that no catalogue has, as they are shown. */
export async function missingMessages(page: Page): Promise<readonly string[]> {
  const html = await page.content();
  return [...html.matchAll(/⟦[^⟧]*⟧/g)].map(([id]) => id);
}

/** Codes of places in tables and claims, where a name is to stand; small print may have them beside it. */
export async function placeCodes(page: Page): Promise<readonly string[]> {
  const found: unknown =
    await page.evaluate(`[...document.querySelectorAll('main td, main h2, main dd')].flatMap((cell) => {
    const copy = cell.cloneNode(true);
    for (const small of copy.querySelectorAll('small, q')) small.remove();
    return copy.textContent.match(/\\b(?:CN|KP|KR)(?:-[A-Z0-9]{2})*\\b/g) ?? [];
  })`);
  return Array.isArray(found) ? found.map(String) : ['nothing was looked at'];
}

/** How many pixels a page is wider than its window. */
export async function sidewaysPixels(page: Page): Promise<number> {
  return Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
}

/**
 * Chooses files to add by keys alone: Ctrl+K, "add", Enter. `command` is the name the desk's language has for it.
 *
 * The chooser is asked for before the first key: the browser is told of it on the way, and must know before Enter.
 */
export async function chooseFilesByKeys(page: Page, command: string, files: string | string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  // A step before fails by itself, and this one must not fail beside it.
  chooser.catch(() => undefined);
  await page.keyboard.press('Control+k');
  await page.locator('dialog input:focus').waitFor();
  await page.keyboard.type('add');
  await page.getByRole('option', { name: command, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(files);
}
