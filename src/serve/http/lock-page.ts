import { DESK_LANGUAGES, type DeskLanguage, LOCK_WORDS } from './lock-words.ts';

/** What the lock page says besides asking. */
export type LockNotice =
  | { readonly type: 'none' }
  | { readonly type: 'wrong'; readonly waitSeconds: number }
  | { readonly type: 'wait'; readonly waitSeconds: number }
  | { readonly type: 'one-at-a-time' | 'refused' | 'open-already' | 'no-bundle' };

/**
 * The page that asks for the passphrase: no script, no word of the workspace, and not its name. `path` is where the person
 * wanted to go, and goes on to afterwards.
 */
export function lockPage(language: DeskLanguage, path: string, notice: LockNotice): string {
  const words = LOCK_WORDS[language];
  const said = noticeWords(language, notice);
  const links = DESK_LANGUAGES.map(
    (each) =>
      `<a href="${escaped(path)}?lang=${each}" lang="${each}" hreflang="${each}"${each === language ? ' aria-current="true"' : ''}>${escaped(LOCK_WORDS[each].language)}</a>`,
  ).join('\n');
  return `<!doctype html>
<html lang="${language}" translate="no" class="notranslate">
<head>
<meta charset="utf-8">
<meta name="google" content="notranslate">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Daybook</title>
<link rel="stylesheet" href="/lock.css">
</head>
<body>
<main>
<h1>Daybook</h1>
<p>${escaped(notice.type === 'open-already' ? words.again : words.closed)}</p>
<form method="post" action="/unlock" autocomplete="off">
<input type="hidden" name="to" value="${escaped(path)}">
<input type="hidden" name="lang" value="${language}">
<label for="passphrase">${escaped(words.passphrase)}</label>
<input id="passphrase" name="passphrase" type="password" required autofocus maxlength="1024" autocomplete="off" autocapitalize="off" spellcheck="false"${said === '' ? '' : ' aria-describedby="notice"'}>
<p id="notice" role="alert">${escaped(said)}</p>
<button type="submit">${escaped(words.open)}</button>
</form>
<p class="advice">${escaped(words.advice)}</p>
<nav aria-label="${escaped(words.languages)}">
${links}
</nav>
</main>
</body>
</html>
`;
}

function noticeWords(language: DeskLanguage, notice: LockNotice): string {
  const words = LOCK_WORDS[language];
  switch (notice.type) {
    case 'none':
    case 'open-already':
      return '';
    case 'wrong':
      return `${words.wrong} ${words.wait(notice.waitSeconds)}`;
    case 'wait':
      return words.wait(notice.waitSeconds);
    case 'one-at-a-time':
      return words.oneAtATime;
    case 'refused':
      return words.refused;
    case 'no-bundle':
      return words.noBundle;
  }
}

/** A text between tags or in a quoted attribute. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** The one file that the lock page asks for. */
export const LOCK_STYLE = `:root {
  color-scheme: light dark;
  --ground: #f7f6f3;
  --sheet: #fffefb;
  --ink: #22252a;
  --quiet: #565b63;
  --line: #8a8f98;
  --accent: #1f5673;
  --on-accent: #ffffff;
  --alert: #8c2f1b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #16181b;
    --sheet: #1e2125;
    --ink: #e8e6e1;
    --quiet: #a9adb5;
    --line: #7c828c;
    --accent: #8ec3e0;
    --on-accent: #10222d;
    --alert: #f0a48f;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  min-height: 100vh;
  display: grid;
  place-items: center;
  padding: 1rem;
  background: var(--ground);
  color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", "Noto Sans CJK KR", sans-serif;
}
:lang(zh-Hans) { font-family: system-ui, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
:lang(zh-Hant) { font-family: system-ui, "Noto Sans", "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", sans-serif; }
:lang(ko) { font-family: system-ui, "Noto Sans", "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", sans-serif; word-break: keep-all; }
main { width: 100%; max-width: 26rem; background: var(--sheet); padding: 2rem; border-radius: 0.5rem; }
h1 { margin: 0 0 0.25rem; font-size: 1.375rem; font-weight: 600; }
p { margin: 0 0 1rem; }
label { display: block; margin-bottom: 0.25rem; font-weight: 600; }
input[type="password"], button { width: 100%; min-height: 2.75rem; padding: 0.5rem 0.75rem; border-radius: 0.25rem; font: inherit; }
input[type="password"] { border: 1px solid var(--line); background: var(--ground); color: var(--ink); }
button { border: 1px solid transparent; background: var(--accent); color: var(--on-accent); font-weight: 600; cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
#notice { margin: 0.5rem 0 1rem; color: var(--alert); }
#notice:empty { margin: 1rem 0 0; }
.advice { margin: 1.5rem 0 1rem; color: var(--quiet); font-size: 0.875rem; }
nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; font-size: 0.875rem; }
nav a { min-height: 1.5rem; color: var(--ink); }
nav a[aria-current] { font-weight: 600; text-decoration: none; }
@media (forced-colors: active) { main { border: 1px solid CanvasText; } button { border-color: ButtonText; } }
@media print { body { display: none; } }
`;
