/** The languages of the desk itself; what sources are written in is another matter. */
export const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What each language calls itself, so that whoever cannot read the present one finds the way. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  ko: '한국어',
};

/** The language chosen here before, else the first of the browser's that the desk has, else English. */
export function preferredLanguage(): Language {
  const kept = localStorage.getItem('daybook-language');
  return (
    LANGUAGES.find((one) => one === kept) ??
    navigator.languages.map(nearestLanguage).find((one) => one !== undefined) ??
    'en'
  );
}

export function keepLanguage(language: Language): void {
  localStorage.setItem('daybook-language', language);
}

export function preferredTheme(): Theme {
  const kept = localStorage.getItem('daybook-theme');
  return THEMES.find((one) => one === kept) ?? 'system';
}

export function keepTheme(theme: Theme): void {
  localStorage.setItem('daybook-theme', theme);
}

/** `zh-TW` is written in traditional characters, `zh` and `zh-SG` in simplified ones. */
export function nearestLanguage(tag: string): Language | undefined {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language === 'zh') return script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
  return LANGUAGES.find((one) => one === language);
}

/** Whether keys without Ctrl act; so until somebody turns them off. */
export function singleKeysPreferred(): boolean {
  return localStorage.getItem('daybook-single-keys') !== 'off';
}

export function keepSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem('daybook-single-keys');
  else localStorage.setItem('daybook-single-keys', 'off');
}
