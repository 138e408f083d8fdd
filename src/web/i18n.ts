import { type I18n, type Messages, setupI18n } from '@lingui/core';
import type { Language } from './preferences.ts';

/** Says a message in the desk's language. Its id stands in all four catalogues, or the build fails. */
export type Say = (id: string, values?: Readonly<Record<string, string | number>>) => string;

/** An id that no catalogue has is shown in brackets, where people and tests see it. */
export function createI18n(): I18n {
  return setupI18n({ missing: (_locale, id) => `⟦${id}⟧` });
}

/** Loads a catalogue and turns to its language; the page's `lang` follows. */
export async function turnTo(i18n: I18n, language: Language): Promise<void> {
  i18n.loadAndActivate({ locale: language, messages: await catalogueOf(language) });
  document.documentElement.lang = language;
}

async function catalogueOf(language: Language): Promise<Messages> {
  switch (language) {
    case 'en':
      return (await import('./locales/en.po')).messages;
    case 'zh-Hans':
      return (await import('./locales/zh-Hans.po')).messages;
    case 'zh-Hant':
      return (await import('./locales/zh-Hant.po')).messages;
    case 'ko':
      return (await import('./locales/ko.po')).messages;
  }
}
