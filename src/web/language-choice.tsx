import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { turnTo } from './i18n.ts';
import { keepLanguage, LANGUAGE_NAMES, LANGUAGES } from './preferences.ts';

/** The language of the desk, each by its own name. `label` where no text beside it says what it is. */
export function LanguageChoice({ label }: { readonly label?: string | undefined }): ReactNode {
  const { i18n } = useLingui();
  return (
    <select
      aria-label={label}
      value={i18n.locale}
      onChange={({ target }) => {
        const language = LANGUAGES.find((one) => one === target.value);
        if (language === undefined) return;
        keepLanguage(language);
        void turnTo(i18n, language);
      }}
    >
      {LANGUAGES.map((language) => (
        <option key={language} value={language} lang={language}>
          {LANGUAGE_NAMES[language]}
        </option>
      ))}
    </select>
  );
}
