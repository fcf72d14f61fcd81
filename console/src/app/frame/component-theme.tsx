import { ConfigProvider, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useLanguage } from '@/shared/i18n/i18n';
import themes from '@/shared/theme/generated/component-theme';
import { useMode } from '@/shared/theme/theme';
import { useReducedMotion } from '@/shared/theme/use-reduced-motion';

/** Gives the component library our tokens and language. */
export function ComponentTheme({ children }: { children: ReactNode }) {
  const mode = useMode();
  const language = useLanguage();
  const still = useReducedMotion();
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={{
        // Without motion the components must not wait for the end of an animation that never runs.
        token: { ...themes[mode].token, motion: !still },
        components: themes[mode].components,
        algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
      }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  );
}
