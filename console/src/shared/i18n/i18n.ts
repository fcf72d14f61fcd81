import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Text } from '@/shared/api/contract';

export type Language = 'zh' | 'en';

const STORED = 'kunan.language';

function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(STORED);
  return asked === 'en' ? 'en' : 'zh';
}

void i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: 'zh',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: {},
  initAsync: false,
});

function mark(language: string) {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
}
mark(i18next.language);
i18next.on('languageChanged', mark);

export function setLanguage(language: Language) {
  localStorage.setItem(STORED, language);
  void i18next.changeLanguage(language);
}

/** What the server is asked to speak. */
export function language(): Language {
  return i18next.language === 'en' ? 'en' : 'zh';
}

/** Calls `listener` whenever a person chooses the other language. */
export function onLanguageChanged(listener: () => void) {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

export type Vars = Record<string, string | number>;

/**
 * Registers the texts of one room and returns its hook. Chinese gives the keys, English must have the same
 * ones (the compiler checks it), and the hook's function takes only those.
 */
export function defineTexts<Z extends Record<string, string>>(
  room: string,
  zh: Z,
  en: Record<keyof Z, string>,
) {
  i18next.addResourceBundle('zh', room, zh);
  i18next.addResourceBundle('en', room, en);
  return function useText() {
    const { t } = useTranslation(room);
    return useCallback((key: keyof Z & string, vars?: Vars) => t(key, vars ?? {}) as string, [t]);
  };
}

export function useLanguage(): Language {
  useTranslation();
  return language();
}

/** Picks the language of a text that came from the server. */
export function useSay() {
  const language = useLanguage();
  return useCallback((text: Text | string | null | undefined) => say(text, language), [language]);
}

export function say(text: Text | string | null | undefined, language: Language) {
  if (!text) return '';
  return typeof text === 'string' ? text : text[language] || text.zh || text.en;
}
