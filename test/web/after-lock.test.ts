import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSPHRASE } from '../serve/daybook.ts';
import { isAlive } from '../serve/process-tree.ts';
import { launchProfile } from './browser.ts';
import { chooseFilesByKeys, goTo, settled } from './desk-page.ts';
import { fiveDocuments, startDesk, type VaultAndDesk } from './desk-vault.ts';
import { searchFolder, searchHeap, searchProcesses } from './profile-search.ts';

const PORT = 31_824;
const CACHED_PORT = 31_825;
/** Invented words, each of which comes to the page by another way. */
const TITLE = 'Quorvanehaven';
const WORDS = 'brindlewharfish';
const FILE = 'zephyrquillbox';
const QUERY = 'zygodactylquery';
const REASON = 'umbralwhistling';
const DRAFT = 'ostrakonmakers';
const CANARIES = [TITLE, WORDS, FILE, QUERY, REASON, DRAFT];
const DOCUMENT = `# Notes of the ${TITLE} council, 3 March 2031\n\nThe council said that 1,200 people crossed the ${WORDS} in 2030.\n\nIn 2031, over 90 people were turned back at ${WORDS}, the council said.\n`;

describe('what is left after lock', () => {
  const profiles = mkdtempSync(join(tmpdir(), 'daybook-profile-'));
  let vault: VaultAndDesk;
  beforeAll(async () => {
    vault = await startDesk(PORT, fiveDocuments());
  });
  afterAll(async () => {
    await vault?.stop();
    rmSync(profiles, { recursive: true, force: true });
  });

  async function unlock(page: Page): Promise<void> {
    page.setDefaultTimeout(100_000);
    await page.goto(`${vault.desk.origin}/today`);
    await page.locator('input[type=password]').fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.locator('main h1').first().waitFor();
  }

  /** Goes through every screen as a person does. */
  async function useAllScreens(page: Page): Promise<void> {
    await settled(page);
    await chooseFilesByKeys(page, 'Add files', vault.folder.write(`${FILE}.md`, DOCUMENT));
    await page.getByRole('dialog').getByRole('button', { name: 'Add 1 file' }).click();
    await page.getByRole('dialog', { name: 'Receipt' }).waitFor();
    await page.keyboard.press('Escape');
    await goTo(page, '/library');
    for (const query of [QUERY, WORDS]) {
      await page.keyboard.press('/');
      await page.locator('main input[inputmode=search]:focus').waitFor();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(query);
      await page.keyboard.press('Enter');
      await settled(page);
    }
    await page.locator('main mark').first().waitFor();
    await page.locator('main [data-title]').first().click();
    await page.waitForURL(/\/read\/[0-9a-f]+/);
    await page.locator('[data-text]').waitFor();
    await settled(page);
    await page.getByRole('toolbar').getByRole('button', { name: 'Reject' }).click();
    await page.locator('form input').last().waitFor();
    await page.keyboard.type(REASON);
    await page.keyboard.press('Enter');
    await page.getByRole('toolbar').getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Who says it, or on whose authority').fill(DRAFT);
    // What was typed and not saved is kept in the page while another screen is looked at.
    for (const path of ['/figures', '/log', '/settings', '/today', '/library']) await goTo(page, path);
    for (const link of await page
      .locator('main [data-title]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))) {
      await goTo(page, link);
      await page.locator('[data-text]').waitFor();
      const reveal = page.getByRole('button', { name: 'Show protected words' });
      if ((await reveal.count()) === 0) continue;
      await reveal.click();
      await page.getByRole('button', { name: 'Show and log' }).click();
      await settled(page);
    }
  }

  /** How the title and some claims of each source begin, as the page was given them: a snapshot cuts long strings off. */
  async function beginningsOfSources(): Promise<readonly (readonly string[])[]> {
    const { items } = await vault.desk.call('sources', {});
    const views = await Promise.all(items.map(({ source }) => vault.desk.call('source', { source, reveal: true })));
    return views.map(({ line, claims }) =>
      [line.title, ...claims.slice(0, 12).map(({ quote }) => quote)]
        .map((words) => words.slice(0, 24))
        .filter((words) => words.length >= 12 && !/["\\\n\t]/.test(words)),
    );
  }

  it('a word that is planted is found in the heap, in storage, in the packed cache and among the processes', async () => {
    const profile = join(profiles, 'planted');
    const planted = ['plantedheapword', 'plantedstorageword', 'plantedcacheword'] as const;
    const cached = createServer((_request, response) => {
      response.writeHead(200, {
        'content-type': 'text/html',
        'content-encoding': 'gzip',
        'cache-control': 'max-age=3600',
      });
      response.end(gzipSync(`<!doctype html><title>cached</title><p>${planted[2]} ${'and so on '.repeat(400)}`));
    });
    await new Promise<void>((resolve) => cached.listen(CACHED_PORT, '127.0.0.1', resolve));
    // Opened twice: what storage wrote down is packed into a table when it is opened again.
    for (const time of [1, 2]) {
      const context = await launchProfile(profile);
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${CACHED_PORT}/page`);
      await page.evaluate(`window.kept = { words: ['planted', 'heap', 'word'].join('') };
        localStorage.setItem('kept', ${JSON.stringify(`${'and so on '.repeat(400)} ${planted[1]}`)})`);
      if (time === 2) expect((await searchHeap(page, planted)).found).toContain(planted[0]);
      await page.waitForTimeout(500);
      await context.close();
    }
    await new Promise((resolve) => cached.close(resolve));
    const { found } = searchFolder(profile, planted);
    const where = (word: string): string[] => found.filter((each) => each.startsWith(word));
    expect(where(planted[1]).some((each) => each.includes('Local Storage'))).toBe(true);
    expect(where(planted[2]).some((each) => each.includes('Cache'))).toBe(true);
    expect(searchProcesses(['vitest']).found.length).toBeGreaterThan(0);
  });

  it('the engine is gone, the API answers 401, no script is served, and neither heap, profile nor process list holds a word', async () => {
    const profile = join(profiles, 'used');
    const context = await launchProfile(profile);
    const page = await context.newPage();
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
    });
    await unlock(page);
    await useAllScreens(page);
    const token = String(await page.evaluate("sessionStorage.getItem('daybook-token')"));
    vault.desk.token = token;
    const sources = await beginningsOfSources();
    const words = [...CANARIES, ...sources.flat()];
    // The same search finds what is on screen: words of the title, the draft and each document at least.
    const before = await searchHeap(page, words);
    expect(before.found).toEqual(expect.arrayContaining(CANARIES));
    expect(sources.map((words) => words.some((each) => before.found.includes(each)))).toEqual(sources.map(() => true));
    expect(scripts.size).toBeGreaterThan(0);
    const { engine } = vault.desk;
    await page.keyboard.press('Control+Shift+L');
    await page.locator('input[type=password]').waitFor();

    await expect.poll(() => isAlive(engine)).toBe(false);
    expect((await vault.desk.post('sources', {})).status).toBe(401);
    for (const path of scripts) {
      const reply = await vault.desk.ask({ path });
      expect([path, String(reply.headers['content-type']).includes('javascript')]).toEqual([path, false]);
    }
    expect(await page.locator('script').count()).toBe(0);
    const after = await searchHeap(page, [...words, token, PASSPHRASE]);
    expect({ found: after.found, searched: after.bytes > 100_000 }).toEqual({ found: [], searched: true });
    // Nothing is kept for going back either.
    await page.goBack().catch(() => undefined);
    await page.locator('input[type=password]').waitFor();
    expect((await searchHeap(page, [...words, token, PASSPHRASE])).found).toEqual([]);
    expect(searchProcesses([...words, PASSPHRASE]).found).toEqual([]);
    await context.close();
    const { found, bytes } = searchFolder(profile, [...words, PASSPHRASE]);
    expect({ found, searched: bytes > 100_000 }).toEqual({ found: [], searched: true });
    expect(searchProcesses([...words, PASSPHRASE]).found).toEqual([]);
  });
});
