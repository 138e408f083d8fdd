import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { chooseFilesByKeys, dropFiles, goTo, openDeskPage, settled, type Watched } from './desk-page.ts';
import { fiveDocuments, startDesk, type VaultAndDesk } from './desk-vault.ts';

const PORT = 31_822;
const CLEAN: Watched = { violations: [], strangers: [], errors: [] };
const COUNTED = [
  'Notice of the Qinghe county office, 3 March 2018',
  'In 2018, 40 people were registered in Qinghe county, the office said.',
  'In 2019, 55 people were registered in Qinghe county, the office said.',
].join('\n\n');

describe('flows of the desk', () => {
  let vault: VaultAndDesk;
  let browser: Browser;
  beforeAll(async () => {
    vault = await startDesk(PORT, []);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await vault?.stop();
  });

  it('flow 1: files that are dropped are kept after one more click, with a receipt that counts them', async () => {
    const { page, context, watched } = await openDeskPage(browser, vault.desk.origin, '/today', { language: 'en' });
    await expect.poll(() => page.locator('main h2').first().textContent()).toBe('Nothing is kept here yet');
    const [first = '', second = ''] = fiveDocuments();
    await dropFiles(page, [first, second]);
    await page.getByLabel('Where they come from (optional)').fill('handed over by the Lantern Society');
    await page.getByRole('button', { name: 'Add 2 files' }).click();
    const receipt = page.getByRole('dialog', { name: 'Receipt' });
    await receipt.waitFor();
    await receipt.getByText('All 2 files are here').waitFor();
    // What there is to do next has the focus, and each document that was kept is a link to it.
    await receipt.getByRole('link', { name: 'Review now' }).and(page.locator(':focus')).waitFor();
    await receipt.locator('li a').nth(1).waitFor();
    const links = await receipt.locator('li a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(links).toEqual([
      expect.stringMatching(/^\/read\/[0-9a-f]{32}$/),
      expect.stringMatching(/^\/read\/[0-9a-f]{32}$/),
    ]);
    await receipt.locator('li a').last().click();
    await receipt.waitFor({ state: 'detached' });
    await page.waitForURL(`**${links[1]}`);
    expect(await vault.desk.call('session', {}).catch(() => undefined)).toBeUndefined();
    await goTo(page, '/library');
    await expect.poll(() => page.locator('main [data-title]').count()).toBe(2);
    await page.locator('main [data-title]').first().click();
    await page.getByText('handed over by the Lantern Society').waitFor();
    await context.close();
    expect(watched).toEqual(CLEAN);
  });

  it('flow 1, by keyboard alone: Ctrl+K, "add", Enter, Enter; a file that is here already is not called new', async () => {
    const { page, context, watched } = await openDeskPage(browser, vault.desk.origin, '/today', { language: 'ko' });
    await chooseFilesByKeys(page, '파일 추가', [...fiveDocuments()]);
    await page.getByRole('dialog').getByRole('button', { name: '파일 5개 추가' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '접수증' }).waitFor();
    await expect.poll(() => page.locator('dialog dd').allTextContents()).toEqual(['5', '3', '2', '0', '0', '0']);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await context.close();
    expect(watched).toEqual(CLEAN);
  });

  it('a file that cannot be kept is the first thing its receipt says', async () => {
    const { page, context } = await openDeskPage(browser, vault.desk.origin, '/library', { language: 'en' });
    await dropFiles(page, [vault.folder.write('empty.txt', ''), vault.folder.write('counted.txt', COUNTED)]);
    await page.getByRole('button', { name: 'Add 2 files' }).click();
    await page.getByRole('dialog', { name: 'Receipt' }).waitFor();
    await page.getByText('1 of 2 files was not kept').waitFor();
    expect(await page.locator('dialog section li').first().textContent()).toContain('empty.txt');
    await context.close();
  });

  it('a passage is found by mouse: search, read why it matched, open it where it stands', async () => {
    const { page, context, watched } = await openDeskPage(browser, vault.desk.origin, '/library', { language: 'en' });
    await page.getByRole('textbox', { name: 'Search everything that is kept' }).fill('registered in Qinghe');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.locator('main mark').first().waitFor();
    await page.locator('main [data-title]').first().click();
    await page.waitForURL(/\/read\/[0-9a-f]+#at-\d+-\d+$/);
    await page.goBack();
    // The claims that stand in the passages that were found are counted, and lead to the first.
    await page
      .locator('main')
      .getByRole('link', { name: /claims? not accepted yet/ })
      .first()
      .click();
    await page.waitForURL(/\/read\/[0-9a-f]{32}\/[0-9a-f]{32}$/);
    await page.locator('mark:focus').waitFor();
    const claim = new URL(page.url()).pathname;
    await page.keyboard.press('y');
    await page.waitForURL((url) => url.pathname !== claim);
    await goTo(page, '/library');
    await page
      .locator('main')
      .getByRole('link', { name: /^1 accepted claim/ })
      .first()
      .waitFor();
    // The log says which claim that was, in its words, and leads back to it.
    await goTo(page, '/log');
    const entry = page.locator('main li').filter({ hasText: 'Claim reviewed' }).first().getByRole('link');
    expect(await entry.textContent()).toMatch(/^“.+” · .+$/);
    expect(await entry.getAttribute('href')).toBe(claim);
    await entry.click();
    await page.locator('mark:focus').waitFor();
    await page.keyboard.press('u');
    await page.getByText('The review is taken back').first().waitFor();
    await goTo(page, '/library');
    expect(await page.getByRole('textbox', { name: 'Search everything that is kept' }).inputValue()).toBe(
      'registered in Qinghe',
    );
    await context.close();
    expect(watched).toEqual(CLEAN);
  });

  it('K4: the same by keyboard, with a Korean layout and a syllable in composition', async () => {
    const { page, context, watched } = await openDeskPage(browser, vault.desk.origin, '/library', { language: 'ko' });
    const client = await context.newCDPSession(page);
    const hangul = async (code: string, key: string): Promise<void> => {
      for (const type of ['keyDown', 'keyUp'] as const) {
        await client.send('Input.dispatchKeyEvent', { type, code, key, windowsVirtualKeyCode: code.charCodeAt(3) });
      }
    };
    await page.keyboard.press('/');
    await page.locator('main input[inputmode=search]:focus').waitFor();
    // While a syllable is being made, nothing that is pressed is a command.
    await client.send('Input.imeSetComposition', { text: 'ㅎ', selectionStart: 1, selectionEnd: 1 });
    await hangul('KeyG', 'ㅎ');
    await hangul('KeyT', 'ㅅ');
    expect(new URL(page.url()).pathname).toBe('/library');
    await client.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
    await client.send('Input.insertText', { text: 'Qinghe OR 奖金 OR bonus' });
    await page.keyboard.press('Enter');
    await page.locator('main ol mark').first().waitFor();
    await settled(page);
    await page.keyboard.press('ArrowDown');
    // J and K of a Korean layout say ㅓ and ㅏ.
    await hangul('KeyJ', 'ㅓ');
    const second = await page.evaluate('document.activeElement.textContent');
    await hangul('KeyK', 'ㅏ');
    await hangul('KeyJ', 'ㅓ');
    expect(await page.evaluate('document.activeElement.textContent')).toBe(second);
    await page.keyboard.press('Space');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe(second);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/read\/[0-9a-f]+/);
    await context.close();
    expect(watched).toEqual(CLEAN);
  });

  it('figures of one question have a picture that breaks no policy and is named', async () => {
    const { page, context, watched } = await openDeskPage(browser, vault.desk.origin, '/figures', { language: 'en' });
    await page.locator('button[aria-expanded=false]').first().click();
    await page.locator('[role=img] svg').first().waitFor();
    expect(await page.locator('[role=img]').first().getAttribute('aria-label')).toContain('the table below');
    await context.close();
    expect(watched).toEqual(CLEAN);
  });

  it('D18: the same text in another wrapper is named beside each of the two, and a link leads from one to the other', async () => {
    const { page, context, watched } = await openDeskPage(browser, vault.desk.origin, '/library', { language: 'en' });
    await dropFiles(page, [vault.folder.write('counted-again.txt', `${COUNTED}\n\n`)]);
    await page.getByRole('button', { name: 'Add 1 file' }).click();
    await page.getByRole('dialog', { name: 'Receipt' }).waitFor();
    await page.getByRole('button', { name: 'Close' }).last().click();
    const links = page.locator('main li', { hasText: 'the same text, kept apart:' }).locator('span a');
    await links.first().waitFor();
    await expect.poll(() => links.count()).toBe(2);
    const [first, second] = [await links.nth(0).getAttribute('href'), await links.nth(1).getAttribute('href')];
    expect(first).not.toBe(second);
    await links.first().click();
    await page.waitForURL(`**${first}`);
    await page.locator('main h1[translate=no]').waitFor();
    // The other one leads back.
    expect(await page.locator('main').getByText('the same text, kept apart:').locator('a').getAttribute('href')).toBe(
      second,
    );
    await context.close();
    expect(watched).toEqual(CLEAN);
  });

  it('K5: the lock key works in a field of a dialog, and nothing of the desk is left on screen', async () => {
    const { page, context } = await openDeskPage(browser, vault.desk.origin, '/today', { language: 'en' });
    await page.keyboard.press('Control+k');
    await page.locator('dialog input:focus').waitFor();
    await page.keyboard.type('settings');
    await page.keyboard.press('Control+Shift+l');
    await page.locator('input[type=password]').waitFor();
    expect(await page.locator('script').count()).toBe(0);
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    await context.close();
  });

  it('the key for a search leads from any screen into the field, and what is typed next is the query', async () => {
    const { page, context } = await openDeskPage(browser, vault.desk.origin, '/today', { language: 'en' });
    await page.keyboard.press('/');
    await page.locator('main input[inputmode=search]:focus').waitFor();
    await page.keyboard.type('1 people');
    expect(await page.locator('main input[inputmode=search]').inputValue()).toBe('1 people');
    expect(new URL(page.url()).pathname).toBe('/library');
    await context.close();
  });

  it('a screen whose script does not come says so with a way on, and the rest of the desk stays', async () => {
    const { page, context } = await openDeskPage(browser, vault.desk.origin, '/today', { language: 'en' });
    await page.route(/\/assets\/log-screen[^/]*\.js/, (route) => route.abort());
    await page.getByRole('link', { name: 'Log' }).click();
    await page.getByText('This screen could not be shown.').waitFor();
    await page.getByRole('link', { name: 'Figures' }).click();
    await page.locator('main h1').first().waitFor();
    await page.unroute(/\/assets\/log-screen[^/]*\.js/);
    await page.getByRole('link', { name: 'Log' }).click();
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await page.getByRole('heading', { name: 'Log', level: 1 }).waitFor();
    await context.close();
  });
});
