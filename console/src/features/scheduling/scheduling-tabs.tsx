import { AppLink } from '@/shared/nav/app-link';
import { useMay } from '@/shared/session/session';
import { useSchedulingText } from './locale/texts';
import styles from './scheduling-tabs.module.css';

const TABS = [
  { key: 'gantt', to: '/scheduling', engineers: false },
  { key: 'actuals', to: '/scheduling/actuals', engineers: false },
  { key: 'load', to: '/scheduling/load', engineers: false },
  { key: 'compare', to: '/scheduling/compare', engineers: false },
  { key: 'desk', to: '/scheduling/desk', engineers: true },
  { key: 'import', to: '/scheduling/import', engineers: true },
] as const;

export type SchedulingTab = (typeof TABS)[number]['key'];

/** The pages of a plan. */
export function SchedulingTabs({ current }: { current: SchedulingTab }) {
  const t = useSchedulingText();
  const may = useMay('ENGINEER');
  return (
    <div className={styles.tabs} role="group" aria-label={t('tabs')}>
      {TABS.filter(tab => may || !tab.engineers).map(({ key, to }) => (
        <AppLink key={key} to={to} aria-current={key === current ? 'page' : undefined}>
          {t(`tab.${key}`)}
        </AppLink>
      ))}
    </div>
  );
}
