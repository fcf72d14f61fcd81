import { ConfigProvider, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useLanguage } from '@/shared/i18n/i18n';
import themes from '@/shared/theme/generated/component-theme';
import { useMode } from '@/shared/theme/theme';

/** Gives the component library our tokens and language. */
export function ComponentTheme({ children }: { children: ReactNode }) {
  const mode = useMode();
  const language = useLanguage();
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={{ ...themes[mode], algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  );
}
