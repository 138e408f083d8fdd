import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const PLACES: Readonly<Record<string, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * The browser that tests drive: `CHROME_PATH`, else an installed Chrome, Chromium or Edge. On Debian as root the package
 * `chromium` is installed when there is none, and that is said. Throws one sentence on what to install elsewhere; no test
 * is left out for want of a browser.
 */
function findBrowser(): string {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error('CHROME_PATH names no file: let it name the program of Chrome, Chromium or Edge.');
  }
  const found = installed();
  if (found !== undefined) return found;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    process.stderr.write('No browser is installed: installing the Debian package "chromium" for the browser tests.\n');
    execFileSync('apt-get', ['update', '-q'], { stdio: ['ignore', 'ignore', 'inherit'] });
    const options = ['install', '-q', '-y', '--no-install-recommends', 'chromium'];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', options, { stdio: ['ignore', 'ignore', 'inherit'], env });
    const made = installed();
    if (made !== undefined) return made;
  }
  throw new Error('Install Chrome, Chromium or Edge for the browser tests, or let CHROME_PATH name its program.');
}

function installed(): string | undefined {
  return PLACES[process.platform]?.find((path) => existsSync(path));
}

/** Starts it. Whoever is root gets no sandbox from Chromium; the pages are our own. */
export function launchBrowser(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath: findBrowser(), args: asRoot ? ['--no-sandbox'] : [] });
}

/** Starts it with a profile that stays when it is closed, and with pages kept for going back as people's browsers keep them. */
export function launchProfile(folder: string): Promise<BrowserContext> {
  const asRoot = process.getuid?.() === 0;
  return chromium.launchPersistentContext(folder, {
    executablePath: findBrowser(),
    args: asRoot ? ['--no-sandbox'] : [],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    locale: 'en',
  });
}
