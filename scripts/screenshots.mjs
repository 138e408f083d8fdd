// Pictures of every screen of the desk in four languages, light and dark, wide and narrow, from the invented samples:
//   node scripts/screenshots.mjs FOLDER [LANGUAGE]   all of them, or those in one language, to be looked at
//   node scripts/screenshots.mjs --docs              the few that README and docs/ show, into docs/screens/
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist/cli.js');
const PASSPHRASE = 'seven invented words stand in this row';
const PORT = 31_830;
const SCREENS = [
  { name: 'today', path: '/today' },
  { name: 'library', path: '/library' },
  { name: 'search', path: '/library', search: 'bonus 奖金 포상금' },
  { name: 'read', path: 'the first source' },
  { name: 'figures', path: '/figures' },
  { name: 'picture', path: '/figures', click: 'button[aria-expanded=false]' },
  { name: 'log', path: '/log' },
  { name: 'settings', path: '/settings' },
  { name: 'palette', path: '/today', keys: 'Control+k' },
  { name: 'keys', path: '/library', keys: 'Shift+Slash' },
];

const [target, only] = process.argv.slice(2);
if (target === undefined) {
  console.error('usage: node scripts/screenshots.mjs FOLDER [LANGUAGE] | --docs');
  process.exit(2);
}
const forDocs = target === '--docs';
const out = forDocs ? join(root, 'docs/screens') : target;
mkdirSync(out, { recursive: true });

const folder = mkdtempSync(join(tmpdir(), 'daybook-screens-'));
const browserModule = join(root, 'dist/test/browser.js');
await build({
  input: join(root, 'test/web/browser.ts'),
  external: /^[^./]/,
  platform: 'node',
  logLevel: 'warn',
  output: { file: browserModule, format: 'esm' },
});
const { launchBrowser } = await import(browserModule);

writeFileSync(join(folder, 'pass'), `${PASSPHRASE}\n`, { mode: 0o600 });
const run = (...args) => execFileSync(process.execPath, [cli, ...args, '--passphrase-file', 'pass'], { cwd: folder });
run('init', 'river-desk');
const samples = readdirSync(join(root, 'examples')).filter((name) => /^\d\d-/.test(name));
run('add', ...samples.map((name) => join(root, 'examples', name)), '--vault', 'river-desk');
const desk = spawn(process.execPath, [cli, 'open', 'river-desk', '--no-prompt', '--port', String(PORT)], {
  cwd: folder,
  stdio: ['ignore', 'pipe', 'pipe'],
});
await new Promise((resolve, reject) => {
  for (const stream of [desk.stdout, desk.stderr]) {
    stream.on('data', (text) => String(text).includes('The desk:') && resolve());
  }
  desk.once('exit', () => reject(new Error('the desk ended')));
});

const browser = await launchBrowser();
let made = 0;
try {
  const languages = only === undefined ? ['en', 'zh-Hans', 'zh-Hant', 'ko'] : [only];
  for (const language of forDocs ? ['en', 'ko'] : languages) {
    for (const theme of forDocs ? [language === 'en' ? 'light' : 'dark'] : ['light', 'dark']) {
      for (const width of forDocs ? [1280] : [1440, 390, 2560]) {
        await take(language, theme, width);
      }
    }
  }
} finally {
  await browser.close();
  desk.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${made} pictures in ${out}`);

async function take(language, theme, width) {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : forDocs ? 800 : 900 },
    colorScheme: theme,
    locale: language,
  });
  const page = await context.newPage();
  const picture = async (name) => {
    await page.screenshot({ path: join(out, forDocs ? `${name}.png` : `${name}-${language}-${theme}-${width}.png`) });
    made++;
  };
  await page.goto(`http://127.0.0.1:${PORT}/unlock?lang=${language}`);
  if (!forDocs) await picture('lock');
  await page.fill('input[type=password]', PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.locator('main h1').first().waitFor();
  await page.locator('header select').selectOption(language);
  await page.waitForLoadState('networkidle');
  await page.goto(`http://127.0.0.1:${PORT}/library`);
  await page.locator('[data-title]').first().waitFor();
  const read = await page.locator('[data-title]').last().getAttribute('href');
  const wanted = forDocs
    ? SCREENS.filter(({ name }) => (language === 'en' ? ['search', 'read'] : ['today']).includes(name))
    : SCREENS;
  for (const { name, path, search, click, keys } of wanted) {
    await page.evaluate((to) => history.pushState(null, '', to), path.startsWith('/') ? path : read);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(400);
    if (search !== undefined) {
      await page.keyboard.press('/');
      await page.keyboard.type(search);
      await page.keyboard.press('Enter');
    }
    if (click !== undefined && (await page.locator(click).count()) > 0) await page.locator(click).first().click();
    if (keys !== undefined) await page.keyboard.press(keys);
    await page.locator('[data-waiting]').waitFor({ state: 'detached' });
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(600);
    await picture(name);
    await page.keyboard.press('Escape');
  }
  await context.close();
}
