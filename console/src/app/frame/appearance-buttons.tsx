import { setLanguage, useLanguage } from '@/shared/i18n/i18n';
import { setMode, useMode } from '@/shared/theme/theme';
import { useAppText } from '../locale/texts';
import styles from './appearance-buttons.module.css';

export function LanguageButton() {
  const t = useAppText();
  const language = useLanguage();
  return (
    <button
      type="button"
      className={styles.button}
      title={t('top.language')}
      aria-label={t('top.language')}
      onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
    >
      {t('top.languageShort')}
    </button>
  );
}

export function ThemeButton() {
  const t = useAppText();
  const mode = useMode();
  const next = mode === 'light' ? 'dark' : 'light';
  return (
    <button
      type="button"
      className={styles.button}
      title={t(`top.theme.${next}`)}
      aria-label={t(`top.theme.${next}`)}
      onClick={() => setMode(next)}
    >
      <svg
        width={16}
        height={16}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.4}
        aria-hidden
      >
        <circle cx={8} cy={8} r={6} />
        <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
      </svg>
    </button>
  );
}
