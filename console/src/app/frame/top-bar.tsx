import type { Priority } from '@/shared/api/contract';
import { AppLink } from '@/shared/nav/app-link';
import { useLive } from '@/shared/live/live';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { RangePicker } from '@/shared/time/range-picker';
import { useTimeRange } from '@/shared/time/time-range';
import { useAppText } from '../locale/texts';
import { LanguageButton, ThemeButton } from './appearance-buttons';
import { BrandMark, SearchIcon } from './icons';
import { ScopePicker } from './scope-picker';
import { UserMenu } from './user-menu';
import styles from './top-bar.module.css';

const PRIORITIES: readonly Priority[] = [1, 2, 3];

function LiveDot() {
  const t = useAppText();
  const { connected } = useLive();
  const { range } = useTimeRange();
  if (!connected) {
    return (
      <span className={`${styles.live} ${styles.still}`} title={t('top.lost.detail')}>
        {t('top.lost')}
      </span>
    );
  }
  return (
    <span className={range.live ? styles.live : `${styles.live} ${styles.still}`}>
      {t(range.live ? 'top.live' : 'top.history')}
    </span>
  );
}

function AlarmCounts() {
  const t = useAppText();
  const { status } = useLive();
  return (
    <nav className={styles.alarms} aria-label={t('top.alarms')}>
      {PRIORITIES.map(priority => (
        <AppLink key={priority} to={`/alarms?priority=${priority}`}>
          <PriorityMark priority={priority} />
          {status ? status.alarms[`p${priority}`] : '–'}
        </AppLink>
      ))}
    </nav>
  );
}

/** Where am I, which time, live or not, what is wrong, search, language, theme, who am I. */
export function TopBar({ onSearch }: { onSearch(): void }) {
  const t = useAppText();
  return (
    <header className={styles.bar}>
      <AppLink to="/overview" className={styles.brand} aria-label={`${t('name')} ${t('nav.overview')}`}>
        <BrandMark />
      </AppLink>
      <div className={styles.name}>
        {t('name')} <span>{t('nameOther')}</span>
      </div>
      <span className={styles.rule} />
      <ScopePicker />
      <RangePicker />
      <LiveDot />
      <span className="space" />
      <AlarmCounts />
      <button type="button" className={styles.search} onClick={onSearch} aria-haspopup="dialog">
        <SearchIcon />
        <span>{t('top.search')}</span>
        <kbd>/</kbd>
      </button>
      <LanguageButton />
      <ThemeButton />
      <UserMenu />
    </header>
  );
}
