import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../house/tree.ts';
import { launchBrowser } from './browser.ts';
import {
  axeFindings,
  dropFiles,
  goTo,
  missingMessages,
  openDeskPage,
  placeCodes,
  settled,
  sidewaysPixels,
} from './desk-page.ts';
import { fiveDocuments, startDesk, type VaultAndDesk } from './desk-vault.ts';

const SLOW = process.env['SLOW'] !== undefined;
const PORT = 31_821;
/** Two figures of one question, so that there is something to draw. */
const DRAWN = ['02-bonus-report.html', '03-bonus-report-syndicated.html'].map((name) => join(ROOT, 'examples', name));

interface State {
  readonly name: string;
  readonly path: string;
  /** Keys that bring it about once its screen stands. */
  readonly keys?: readonly string[];
  readonly typed?: string;
  /** What is pressed on it once it stands. */
  readonly press?: string;
  /** Whether a file is let go of over it. */
  readonly drops?: true;
}

const STATES: readonly State[] = [
  { name: 'Today', path: '/today' },
  { name: 'Library', path: '/library' },
  { name: 'a search', path: '/library', keys: ['/'], typed: 'reward 奖金' },
  { name: 'a search that finds nothing', path: '/library', keys: ['/'], typed: 'zzqvwx' },
  { name: 'Figures', path: '/figures' },
  { name: 'a picture of Figures', path: '/figures', press: 'main button[aria-expanded=false]' },
  { name: 'the adding of files', path: '/library', drops: true },
  { name: 'Log', path: '/log' },
  { name: 'Settings', path: '/settings' },
  { name: 'the palette', path: '/today', keys: ['Control+k'] },
  { name: 'the keys', path: '/library', keys: ['Shift+Slash'] },
];

/** Presses keys that open a dialog, or, where something is typed, lead into the field that finds it. */
async function pressAndType(page: Page, keys: readonly string[], typed: string | undefined): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  if (typed === undefined) {
    await page.getByRole('dialog').waitFor();
    return;
  }
  await page.locator('main input:focus').waitFor();
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
  await settled(page);
}

/**
 * What axe finds on a screen. A narrow page differs from a wide one by its styles, which know no languages: narrow, one
 * language of each theme is looked at, unless all are asked for.
 */
async function screenFindings(page: Page, width: number, language: string): Promise<readonly string[]> {
  const isLookedAt = SLOW || width > 600 || language === 'en' || language === 'ko';
  return isLookedAt ? axeFindings(page) : [];
}

describe('every screen of the desk', () => {
  let vault: VaultAndDesk;
  let browser: Browser;
  beforeAll(async () => {
    vault = await startDesk(PORT, [...new Set([...fiveDocuments(), ...DRAWN])]);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await vault?.stop();
  });

  it.each(['en', 'zh-Hans', 'zh-Hant', 'ko'])(
    'A1, L1: the lock page in %s has no axe finding and never scrolls sideways',
    async (language) => {
      const page = await browser.newPage({ colorScheme: language === 'ko' ? 'dark' : 'light' });
      await page.goto(`${vault.desk.origin}/unlock?lang=${language}`);
      await page.locator(`html[lang="${language}"]`).waitFor();
      const faults: string[] = [];
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 844 });
        for (const found of await axeFindings(page)) faults.push(`${width}: ${found}`);
        const sideways = await sidewaysPixels(page);
        if (sideways > 0) faults.push(`${width}: ${sideways} px too wide`);
      }
      expect([faults, await page.title(), await page.locator('script').count()]).toEqual([[], 'Daybook', 0]);
      await page.close();
    },
  );

  it.each(['en', 'zh-Hans', 'zh-Hant', 'ko'])(
    'A1, C1, C3, L1: in %s has no axe finding, breaks no policy, asks nobody else, lacks no message, never scrolls sideways',
    async (language) => {
      const faults: string[] = [];
      const { page, context, watched } = await openDeskPage(browser, vault.desk.origin, '/today', {
        language,
        theme: language === 'zh-Hant' || language === 'ko' ? 'dark' : 'light',
      });
      for (const { name, path, keys = [], typed, press, drops } of STATES) {
        await goTo(page, path);
        if (keys.length > 0) await pressAndType(page, keys, typed);
        if (press !== undefined) {
          await page.locator(press).first().click();
          await page.locator('[role=img] svg').first().waitFor();
        }
        if (drops === true) {
          await dropFiles(page, fiveDocuments().slice(0, 1));
          await page.getByRole('dialog').waitFor();
        }
        for (const width of [1440, 390]) {
          await page.setViewportSize({ width, height: 844 });
          for (const found of await screenFindings(page, width, language)) faults.push(`${name}, ${width}: ${found}`);
          const sideways = await sidewaysPixels(page);
          if (sideways > 0) faults.push(`${name}, ${width}: ${sideways} px too wide`);
        }
        await page.setViewportSize({ width: 1440, height: 900 });
        for (const id of await missingMessages(page)) faults.push(`${name}: ${id}`);
        for (const code of await placeCodes(page)) faults.push(`${name}: ${code}`);
        if ((await page.title()) !== 'Daybook') faults.push(`${name}: the title says more than Daybook`);
        await page.keyboard.press('Escape');
      }
      await context.close();
      expect({ faults, ...watched }).toEqual({ faults: [], violations: [], strangers: [], errors: [] });
    },
  );
});
