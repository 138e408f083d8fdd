import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SourceView } from '../../src/serve/api.ts';
import { ROOT } from '../house/tree.ts';
import { launchBrowser } from './browser.ts';
import {
  axeFindings,
  goTo,
  missingMessages,
  openDeskPage,
  settled,
  sidewaysPixels,
  type Watched,
} from './desk-page.ts';
import { fiveDocuments, startDesk, type VaultAndDesk } from './desk-vault.ts';

const PORT = 31_823;
/** What the record is to say is waited for as long as what the page is to show. */
const SOON = { timeout: 20_000 };
const CLEAN: Watched = { violations: [], strangers: [], errors: [] };
const REPEATED = 'The ferry stopped in March.';
const TRICKY = [
  '# Notes of the 𠮷田 Quay Council, 3 March 2031',
  `${REPEATED} The 𠮷田 Quay Council said that 1,200 people crossed the river at Tarn Ford in 2030. ${REPEATED}`,
  'Year\tCases\n2030\t𠮷 12',
  `In 2031, over 90 people were turned back at Tarn Ford, the council said. ${REPEATED}`,
].join('\n\n');

/** As a Korean keyboard sends a letter: its place is that of a Latin one, its sign is not. */
async function korean(page: Page, code: string, key: string): Promise<void> {
  const client = await page.context().newCDPSession(page);
  for (const type of ['keyDown', 'keyUp'] as const) {
    await client.send('Input.dispatchKeyEvent', { type, code, key, windowsVirtualKeyCode: code.charCodeAt(3) });
  }
  await client.detach();
}

/** Draws a selection from the first letter of some words to behind the last letter of others. */
async function drag(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(`{
    const place = (words, behind) => {
      const walker = document.createTreeWalker(document.querySelector('[data-text]'), NodeFilter.SHOW_TEXT, (node) =>
        node.parentElement.closest('[data-aside]') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(words);
        if (at >= 0) return [node, at + (behind ? words.length : 0)];
      }
      throw new Error('no such words in one piece');
    };
    const [first, start] = place(${JSON.stringify(from)}, false);
    const [last, end] = place(${JSON.stringify(to)}, true);
    getSelection().setBaseAndExtent(first, start, last, end);
  }`);
}

/** Whether something of it stands in the window. */
function isInView(element: { getBoundingClientRect: () => { top: number; bottom: number } }): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < 900;
}

describe('Read', () => {
  let vault: VaultAndDesk;
  let browser: Browser;
  let tricky = '';
  let sources: readonly { readonly source: string; readonly waiting: number }[] = [];
  beforeAll(async () => {
    vault = await startDesk(PORT, fiveDocuments());
    browser = await launchBrowser();
    const opened = await openDeskPage(browser, vault.desk.origin, '/today', { language: 'en' });
    await takeToken(opened.page);
    tricky = (await vault.desk.keep('tricky.md', TRICKY)).source ?? expect.fail('nothing was stored');
    const { items } = await vault.desk.call('sources', {});
    sources = items
      .filter(({ source }) => source !== tricky)
      .map(({ source, claims }) => ({ source, waiting: claims?.unreviewed ?? 0 }))
      .sort((a, b) => b.waiting - a.waiting);
    await opened.context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await vault?.stop();
  });

  /** The page's own token serves the test too. */
  async function takeToken(page: Page): Promise<void> {
    vault.desk.token = String(
      await page.evaluate(
        "sessionStorage.getItem(Object.keys(sessionStorage).find((key) => /^[0-9a-f]{64}$/.test(sessionStorage.getItem(key))) ?? '')",
      ),
    );
  }
  async function openRead(path: string, language = 'en'): ReturnType<typeof openDeskPage> {
    const opened = await openDeskPage(browser, vault.desk.origin, '/today', { language });
    opened.context.setDefaultTimeout(20_000);
    await takeToken(opened.page);
    await goTo(opened.page, path);
    await opened.page.locator('[data-text]').waitFor();
    await settled(opened.page);
    return opened;
  }
  const view = (source: string): Promise<SourceView> => vault.desk.call('source', { source });
  const reviewedIn = async (source: string): Promise<number> =>
    (await view(source)).claims.filter(({ state }) => state !== 'unreviewed').length;
  const shown = async (page: Page, words: string): Promise<void> => page.getByText(words).first().waitFor();

  it('flow 2 by mouse: ten suggestions are reviewed with ten clicks on a button that stays where it is', async () => {
    const { source, waiting } = sources[0] ?? { source: '', waiting: 0 };
    expect(waiting).toBeGreaterThan(10);
    const { page, context, watched } = await openRead(`/read/${source}`);
    for (let at = 0; at < 10; at += 1) await page.getByRole('toolbar').getByRole('button', { name: 'Accept' }).click();
    await shown(page, `10 of ${waiting} reviewed`);
    await expect.poll(() => reviewedIn(source), SOON).toBe(10);
    await context.close();
    expect(watched).toEqual(CLEAN);
  });

  it('flow 2 by keyboard alone, with a Korean layout: y, n and h advance by themselves, u takes back as another entry', async () => {
    const { source, waiting } = sources[1] ?? { source: '', waiting: 0 };
    const { page, context, watched } = await openRead(`/read/${source}`, 'ko');
    await page.locator('mark:focus').waitFor();
    for (let at = 0; at < 6; at += 1) await korean(page, 'KeyY', 'ㅛ');
    await korean(page, 'KeyN', 'ㅜ');
    await page.keyboard.press('Enter');
    await korean(page, 'KeyH', 'ㅗ');
    await page.keyboard.type('which year?');
    await page.keyboard.press('Enter');
    await korean(page, 'KeyY', 'ㅛ');
    await korean(page, 'KeyY', 'ㅛ');
    await shown(page, `${waiting}건 중 10건 검토`);
    await expect.poll(() => reviewedIn(source), SOON).toBe(10);
    const { claims } = await view(source);
    expect(claims.flatMap(({ history }) => history.map(({ verdict, reason }) => [verdict, reason]))).toEqual([
      ...Array.from({ length: 6 }, () => ['accept', 'accepted at the desk']),
      ['reject', 'rejected at the desk'],
      ['unsure', 'which year?'],
      ['accept', 'accepted at the desk'],
      ['accept', 'accepted at the desk'],
    ]);
    await korean(page, 'KeyU', 'ㅕ');
    await expect.poll(() => reviewedIn(source), SOON).toBe(9);
    expect((await view(source)).claims[9]?.history.map(({ verdict }) => verdict)).toEqual(['accept', 'withdrawn']);
    expect(new URL(page.url()).pathname).toBe(`/read/${source}/${claims[9]?.id}`);
    await context.close();
    expect(watched).toEqual(CLEAN);
  });

  it('K4: while a syllable is composed no key judges anything', async () => {
    const { page, context } = await openRead(`/read/${sources[2]?.source}`, 'ko');
    const client = await context.newCDPSession(page);
    await page.evaluate(`for (const code of ['KeyY', 'KeyN', 'KeyE'])
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { code, key: 'Process', isComposing: true, bubbles: true }))`);
    await korean(page, 'KeyN', 'ㅜ');
    await page.locator('form input').last().waitFor();
    await client.send('Input.imeSetComposition', { text: '틀', selectionStart: 1, selectionEnd: 1 });
    await page.evaluate(`document.activeElement.dispatchEvent(
      new KeyboardEvent('keydown', { code: 'Enter', key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))`);
    expect(await reviewedIn(sources[2]?.source ?? '')).toBe(0);
    await context.close();
  });

  it('flow 3 by drag: words over marks, of two units and said three times become the claim that the server cuts out', async () => {
    const { page, context, watched } = await openRead(`/read/${tricky}`);
    const { text } = await view(tricky);
    const from = '1,200 people crossed';
    await drag(page, from, REPEATED.slice(0, 9));
    const first = text.indexOf(REPEATED);
    await drag(page, '𠮷田 Quay Council said', 'Quay Council said');
    await page.getByRole('button', { name: 'Make a claim' }).click();
    const quoted = await page.locator('form blockquote').textContent();
    expect(quoted).toBe('𠮷田 Quay Council said');
    await page.getByLabel('Kind').selectOption('assertion');
    await page.locator('form').getByRole('button', { name: 'Save' }).click();
    await page.getByText('Accepted').first().waitFor();
    const made = (await view(tricky)).claims.find(({ quote }) => quote === '𠮷田 Quay Council said');
    expect(made).toMatchObject({ typed: true, state: 'accepted' });
    expect(text.slice(made?.span?.start, made?.span?.end)).toBe(quoted);
    expect(first).toBeGreaterThan(0);
    await context.close();
    expect(watched).toEqual(CLEAN);
  });

  it('T2, flow 3 by keyboard: the third of three equal sentences is the one that is kept', async () => {
    const { page, context, watched } = await openRead(`/read/${tricky}`);
    const { text, sentences } = await view(tricky);
    const third = text.lastIndexOf(REPEATED);
    const at = sentences.findIndex(({ start }) => start === third);
    expect(at).toBeGreaterThan(0);
    for (let moved = 0; moved < sentences.length + 2; moved += 1) await page.keyboard.press('j');
    for (let moved = sentences.length - 1; moved > at; moved -= 1) await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.locator('form blockquote').waitFor();
    await page.getByLabel('Kind').selectOption('testimony');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Made by a person').waitFor();
    const typed = (await view(tricky)).claims.filter((one) => one.typed && one.quote === REPEATED);
    expect(typed.map(({ span }) => span)).toEqual([{ start: third, end: third + REPEATED.length }]);
    await context.close();
    expect(watched).toEqual(CLEAN);
  });

  it('T1: every selection that can be drawn is the server’s own slice', async () => {
    const { page, context } = await openRead(`/read/${tricky}`);
    const { text } = await view(tricky);
    const pairs = [
      ['Notes', '2031'],
      ['Tarn Ford in 2030', 'in 2030'],
      ['Cases', '𠮷 12'],
    ] as const;
    for (const [from, to] of pairs) {
      await drag(page, from, to);
      await page.getByRole('button', { name: 'Make a claim' }).click();
      const quoted = await page.locator('form blockquote').textContent();
      const start = text.indexOf(from);
      expect(quoted).toBe(text.slice(start, text.indexOf(to, start) + to.length));
      await page.keyboard.press('Escape');
    }
    await context.close();
  });

  it('a claim is edited with the basis of a value in view; what stands nowhere is refused in a sentence; a draft survives going away', async () => {
    const { page, context, watched } = await openRead(`/read/${tricky}`);
    const claim = (await view(tricky)).claims.find(({ quantities }) => quantities[0]?.value === 90);
    if (claim === undefined) throw new Error('no figure was read');
    await goTo(page, `/read/${tricky}/${claim.id}`);
    await page.keyboard.press('e');
    await page.getByLabel('Who says it, or on whose authority').fill('somebody who stands nowhere');
    await page.keyboard.press('Control+Enter');
    await shown(page, 'Whoever is named must stand in this text');
    await goTo(page, '/today');
    await goTo(page, `/read/${tricky}/${claim.id}`);
    await page.locator('[data-text]').waitFor();
    await page.getByRole('toolbar').getByRole('button', { name: 'Edit' }).click();
    const who = page.getByLabel('Who says it, or on whose authority');
    expect(await who.inputValue()).toBe('somebody who stands nowhere');
    await who.fill('𠮷田 Quay Council');
    const number = page.getByLabel('Number', { exact: true });
    for (const [typed, why] of [
      ['many', 'Number: this is not a number.'],
      ['-90', 'Number: the number is below zero.'],
      ['91', 'Number: the words of the text beside it do not give this number.'],
    ] as const) {
      await number.fill(typed);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('alert').filter({ hasText: why }).waitFor();
      // One sentence, in one place, that the field points to, and the focus in the field.
      expect(await page.getByRole('alert').count()).toBe(1);
      expect(await page.locator('[aria-invalid]').count()).toBe(1);
      await number.and(page.locator(':focus')).waitFor();
      const told = await number.getAttribute('aria-describedby');
      expect(await page.locator(`[id="${told}"]`).textContent()).toContain(why);
    }
    await number.fill('90');
    await page.getByLabel('Unit').fill('');
    await page.keyboard.press('Control+Enter');
    await shown(page, 'Unit: a unit is lacking');
    await page.getByLabel('Unit').fill('persons');
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(async () => (await view(tricky)).claims.find(({ id }) => id === claim.id)?.attribution[0]?.name)
      .toBe('𠮷田 Quay Council');
    // The claim stays, as it was saved, with the way on under the keys.
    await page.getByRole('button', { name: 'Next claim that waits' }).and(page.locator(':focus')).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/read/${tricky}/${claim.id}`);
    await shown(page, 'Saved. Below is what the record now holds');
    await page.locator('aside dl').getByText('𠮷田 Quay Council').first().waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname, SOON).not.toBe(`/read/${tricky}/${claim.id}`);
    await page.locator('mark:focus').waitFor();
    await goTo(page, `/read/${tricky}/${claim.id}`);
    await page.locator('aside dl button').first().click();
    await page.locator('[data-basis]').first().waitFor();
    await context.close();
    expect(watched).toEqual(CLEAN);
  });

  it('D14: what a rule, an event and a risk say is chosen and typed by its parts, saved, and taken back by u', async () => {
    const said = 'Each household must register its boats with the Harbour Office by 1 May 2031 or pay 500 crowns.';
    const { source } = await vault.desk.keep('parts.md', `# Notice of the Harbour Office\n\n${said}\n`);
    if (source === null) expect.fail('nothing was stored');
    const { page, context, watched } = await openRead(`/read/${source}`);
    const first = async (): Promise<SourceView['claims'][number] | undefined> => (await view(source)).claims[0];
    const before = await first();
    await goTo(page, `/read/${source}/${before?.id}`);
    await page.keyboard.press('e');
    const form = page.locator('aside form');
    await form.getByLabel('Kind', { exact: true }).selectOption('rule');
    const rule = form.getByRole('group', { name: 'What the rule says' });
    if (before?.rule == null) await rule.getByRole('button').click();
    await rule.getByLabel('How it binds').selectOption('must-not');
    await rule.getByLabel('What it demands').fill('register its canoes');
    const risk = form.getByRole('group', { name: 'Risk' });
    if (before?.risk == null) await risk.getByRole('button').click();
    await risk.getByLabel('Kind of risk').selectOption('registration');
    await risk.getByLabel('Direction').selectOption('up');
    await page.keyboard.press('Control+Enter');
    await shown(page, 'Write words as this passage has them');
    await rule.getByLabel('What it demands').and(page.locator(':focus')).waitFor();
    expect(await page.getByRole('alert').count()).toBe(1);
    await rule.getByLabel('What it demands').fill('register its boats');
    await page.keyboard.press('Control+Enter');
    await shown(page, 'Saved. Below is what the record now holds');
    const terms = {
      rule: { modality: 'must-not', action: 'register its boats' },
      risk: { category: 'registration', direction: 'up' },
    };
    expect(await first()).toMatchObject({ kind: 'rule', ...terms });
    const facts = page.locator('aside dl');
    for (const words of ['must not must-not', 'register its boats', 'registration', 'rising up'])
      await facts.locator('dd').filter({ hasText: words }).first().waitFor();
    expect(await facts.locator('dt').allTextContents()).not.toContain(expect.stringContaining('.'));
    await page.keyboard.press('u');
    await expect.poll(async () => (await first())?.rule?.modality, SOON).toBe(before?.rule?.modality);
    await context.close();
    expect(watched).toEqual(CLEAN);
  });

  it('DR6: what a mouse draws is taken in whole words, and Shift with an arrow takes as much as it says', async () => {
    const { page, context, watched } = await openRead(`/read/${tricky}`);
    const passage = async (): Promise<string | null> => {
      await page.keyboard.press('Enter');
      const quoted = await page.locator('form blockquote').textContent();
      await page.keyboard.press('Escape');
      return quoted;
    };
    // From within "council" to within "crossed": both are taken whole, and so is the number.
    const [from, to] = (await page.evaluate(`(() => {
      const box = (words, at) => {
        const walker = document.createTreeWalker(document.querySelector('[data-text]'), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const found = node.data.indexOf(words);
          if (found < 0) continue;
          const range = document.createRange();
          range.setStart(node, found + at);
          range.setEnd(node, found + at + 1);
          const { left, top, height } = range.getBoundingClientRect();
          return { x: left + 1, y: top + height / 2 };
        }
        throw new Error('no such words');
      };
      return [box('1,200', 3), box('crossed', 3)];
    })()`)) as readonly { readonly x: number; readonly y: number }[];
    if (from === undefined || to === undefined) throw new Error('no places');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => page.evaluate('String(getSelection())')).toBe('1,200 people crossed');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(() => page.evaluate('String(getSelection())')).toBe('1,200 people cross');
    expect(await passage()).toBe('1,200 people cross');
    await context.close();
    expect(watched).toEqual(CLEAN);
  });

  it('D14: words that are written over are made no claim of; the pane says so, v shows them, Escape leaves', async () => {
    const said = 'Adira Monle, aged 34, said that 40 people were beaten at Tarn Weir in 2019.';
    const { source } = await vault.desk.keep('own-unseen.txt', `Report of the Quay Council, 3 March 2031\n\n${said}\n`);
    const { page, context, watched } = await openRead(`/read/${source}`);
    while ((await page.locator('[data-cursor]').filter({ hasText: '▒▒▒' }).count()) === 0)
      await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await shown(page, 'Nobody keeps a claim of words they did not see');
    expect(await page.locator('aside form').count()).toBe(0);
    await page.getByRole('button', { name: 'Show protected words' }).and(page.locator('aside :focus')).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Nobody keeps a claim').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.keyboard.press('v');
    await page.getByRole('button', { name: 'Show and log' }).and(page.locator(':focus')).waitFor();
    await context.close();
    expect(watched).toEqual(CLEAN);
  });

  it('a figure without a number is not kept, and the form says what is lacking', async () => {
    const { page, context } = await openRead(`/read/${tricky}`);
    const before = (await view(tricky)).claims.length;
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('form select:focus').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText('a number is lacking').waitFor();
    expect((await view(tricky)).claims.length).toBe(before);
    await context.close();
  });

  it('protected words stay veiled until they are asked for, the asking is in the log, and they can be veiled again', async () => {
    const hidden = await Promise.all(sources.map(({ source }) => view(source)));
    const veiled = hidden.sort((a, b) => b.veiled.length - a.veiled.length)[0];
    if (veiled === undefined) throw new Error('no source has protected words');
    const { page, context, watched } = await openRead(`/read/${veiled.line.source}`);
    const asked = async (): Promise<number> =>
      (await vault.desk.call('log', {})).entries.filter(({ kind }) => kind === 'source-revealed').length;
    expect(await asked()).toBe(0);
    await page.getByRole('button', { name: 'Show protected words' }).click();
    await shown(page, 'is written to the log');
    expect(await asked()).toBe(0);
    await page.getByRole('button', { name: 'Show and log' }).click();
    await shown(page, 'Protected words are shown.');
    expect(await asked()).toBe(1);
    expect(await page.locator('[data-text]').textContent()).not.toContain('▒▒▒');
    await page.getByRole('button', { name: 'Hide them again' }).click();
    await page.locator('[data-veil]').first().waitFor();
    await context.close();
    expect(watched).toEqual(CLEAN);
  });

  it('DR8: y and the button accept no claim with veiled words; v and Enter show them, and then it is accepted', async () => {
    const said = 'Adira Monle, aged 34, said that 40 people were beaten at Tarn Ford in 2019.';
    const { source } = await vault.desk.keep('unseen.txt', `Report of the Quay Council, 3 March 2031\n\n${said}\n`);
    if (source === null) expect.fail('nothing was stored');
    const veiled = (await view(source)).claims.find((one) => one.veiled);
    const { page, context, watched } = await openRead(`/read/${source}/${veiled?.id}`);
    const state = async (): Promise<string | undefined> =>
      (await view(source)).claims.find(({ id }) => id === veiled?.id)?.state;
    const accept = page.getByRole('toolbar').getByRole('button', { name: 'Accept' });
    await page.keyboard.press('y');
    await shown(page, 'Not accepted: part of this claim is written over.');
    await accept.click({ force: true });
    await page.keyboard.press('e');
    expect(await page.locator('form select').count()).toBe(0);
    expect(await state()).toBe('unreviewed');
    await page.keyboard.press('v');
    await page.getByRole('button', { name: 'Show and log' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await accept.and(page.locator(':focus')).waitFor();
    await page.keyboard.press('v');
    await page.keyboard.press('Enter');
    await shown(page, 'Protected words are shown.');
    await page.locator('mark:focus').waitFor();
    await page.keyboard.press('y');
    await expect.poll(state, SOON).toBe('accepted');
    await page.keyboard.press('v');
    await page.locator('[data-veil]').first().waitFor();
    await context.close();
    expect(watched).toEqual(CLEAN);
  });

  it('one judged claim redraws its own paragraph and no other', async () => {
    const { page, context } = await openRead(`/read/${sources[0]?.source}`);
    await page.evaluate(`{
      window.touched = new Set();
      new MutationObserver((records) => {
        for (const { target } of records) {
          const unit = (target instanceof Element ? target : target.parentElement)?.closest('[data-start]');
          if (unit) window.touched.add(unit.dataset.start);
        }
      }).observe(document.querySelector('[data-text]'), { subtree: true, childList: true, attributes: true, characterData: true });
    }`);
    await page.keyboard.press('y');
    await expect.poll(() => page.evaluate('window.touched.size')).toBeGreaterThan(0);
    await settled(page);
    // The one that was judged, and the one that is looked at next.
    expect(await page.evaluate('window.touched.size')).toBeLessThanOrEqual(2);
    await context.close();
  });

  it('of a long text all is there, from the list of its claims only what is seen, and every claim is reached', async () => {
    const said = Array.from(
      { length: 200 },
      (_, at) => `In 2030, the council said that ${1000 + at} people were registered at Tarn Ford.`,
    );
    const kept = await vault.desk.keep('long.md', `# Notes of the Lantern Society\n\n${said.join('\n\n')}\n`);
    const { claims, text } = await view(kept.source ?? '');
    expect(claims.length).toBeGreaterThanOrEqual(200);
    const last = claims.findLast(({ span }) => span !== null)?.id ?? '';
    const { page, context, watched } = await openRead(`/read/${kept.source}/${last}`);
    const rows = page.locator('[data-pane] li[data-index]');
    const current = page.locator('[data-pane] [aria-current]');
    expect(await rows.count()).toBeLessThan(50);
    expect(await rows.first().getAttribute('aria-setsize')).toBe(String(claims.length));
    expect(await current.evaluate(isInView)).toBe(true);
    await expect.poll(() => page.locator('mark[data-first]').count()).toBe(claims.length);
    const drawn = (await page.locator('[data-text]').textContent()) ?? '';
    expect(drawn.length).toBeGreaterThanOrEqual(text.replaceAll('\n', '').length);
    await expect.poll(() => page.locator(`mark[data-claim="${last}"]`).first().evaluate(isInView)).toBe(true);
    await goTo(page, `/read/${kept.source}/${claims[0]?.id}`);
    await expect.poll(() => rows.first().getAttribute('aria-posinset')).toBe('1');
    expect(await current.evaluate(isInView)).toBe(true);
    await context.close();
    expect(watched).toEqual(CLEAN);
  });

  it('words are found within the text by f, one after the other, and Escape puts the find away', async () => {
    const { page, context, watched } = await openRead(`/read/${tricky}`);
    await page.keyboard.press('f');
    await page.keyboard.type('ferry');
    await page.keyboard.press('Enter');
    await shown(page, '1 of 3');
    const here = async (): Promise<number> =>
      Number(
        await page.evaluate(
          "[...document.querySelectorAll('[data-find]')].findIndex((one) => one.dataset.find === 'here')",
        ),
      );
    expect(await page.locator('[data-find]').allTextContents()).toEqual(['ferry', 'ferry', 'ferry']);
    expect(await here()).toBe(0);
    await page.keyboard.press('Enter');
    await shown(page, '2 of 3');
    expect(await here()).toBe(1);
    await page.keyboard.press('Escape');
    await page.locator('[data-find]').first().waitFor({ state: 'detached' });
    await context.close();
    expect(watched).toEqual(CLEAN);
  });

  it('DR11: whoever comes for a passage that a search found sees it marked and in view, not the claim that waits', async () => {
    const { text } = await view(tricky);
    const start = text.lastIndexOf(REPEATED);
    const { page, context } = await openRead(`/read/${tricky}#at-${start}-${start + REPEATED.length}`);
    expect((await page.locator('[data-find]').allTextContents()).join('')).toBe(REPEATED);
    await expect.poll(() => page.locator('[data-find]').first().evaluate(isInView)).toBe(true);
    expect(await page.locator('mark:focus').count()).toBe(0);
    await context.close();
  });

  it('documents of one page stand in an outline, and a press leads to each', async () => {
    const bytes = readFileSync(join(ROOT, 'examples/01-four-notices.txt'));
    const { source } = await vault.desk.keep('notices.txt', bytes);
    if (source === null) expect.fail('nothing was stored');
    const { documents } = await view(source);
    expect(documents.length).toBeGreaterThan(3);
    const { page, context, watched } = await openRead(`/read/${source}`);
    await page.getByText(`${documents.length} documents in this source`).click();
    await page
      .locator('details li button')
      .nth(documents.length - 1)
      .click();
    const last = page.locator(`[data-text] [data-start="${documents.at(-1)?.start}"]`);
    await expect.poll(() => last.evaluate(isInView)).toBe(true);
    await context.close();
    expect(watched).toEqual(CLEAN);
  });

  it.each(['en', 'zh-Hans', 'zh-Hant', 'ko'])(
    'A1, L1: in %s has no axe finding with its form open, lacks no message and never scrolls sideways',
    async (language) => {
      const faults: string[] = [];
      const { page, context, watched } = await openRead(`/read/${sources[1]?.source}`, language);
      const states: readonly (readonly [string, readonly string[]])[] = [
        ['reading', []],
        ['asking why', ['n']],
        ['the form', ['Escape', 'e']],
        ['the form of a new claim', ['Escape', 'j', 'Enter']],
      ];
      for (const [name, keys] of states) {
        for (const key of keys) await page.keyboard.press(key);
        for (const width of [1440, 390]) {
          await page.setViewportSize({ width, height: 844 });
          for (const found of await axeFindings(page)) faults.push(`${name}, ${width}: ${found}`);
          for (const missing of await missingMessages(page)) faults.push(`${name}: ${missing}`);
          const sideways = await sidewaysPixels(page);
          if (sideways > 0) faults.push(`${name}, ${width}: ${sideways} pixels too wide`);
        }
        await page.setViewportSize({ width: 1440, height: 900 });
      }
      expect({ faults, watched }).toEqual({ faults: [], watched: CLEAN });
      await context.close();
    },
  );
});
