import { formatPercent } from '@/shared/format/number';
import { useLive } from '@/shared/live/live';
import { useSession } from '@/shared/session/session';
import { useNow } from '@/shared/time/now';
import { formatAge, formatMoment, formatZone, usePlantZone } from '@/shared/time/plant-time';
import { useAppText } from '../locale/texts';
import styles from './status-bar.module.css';

/** How fresh and how good the data are, whether they are real, and what time it is at the plant. */
export function StatusBar({ onKeys }: { onKeys(): void }) {
  const t = useAppText();
  const { status, connected, since } = useLive();
  const session = useSession();
  const now = useNow(1);
  const lostFor = connected ? 0 : (now - since) / 1000;
  usePlantZone();
  return (
    <footer className={styles.bar}>
      {lostFor > 3 ? (
        <span className={styles.lost} role="status">
          {t('status.lost', { age: formatAge(lostFor) })}
        </span>
      ) : null}
      <span>
        {t('status.newest')} <b>{formatAge(status?.newestAgeSeconds)}</b>
      </span>
      <span>
        {t('status.sources')} <b>{status ? `${status.sources.up} / ${status.sources.total}` : '–'}</b>
      </span>
      <span>
        {t('status.good')} <b>{formatPercent(status?.goodShare)}</b>
      </span>
      <span>
        {t('status.models')} <b>{status ? t('status.models.value', { ...status.models }) : '–'}</b>
      </span>
      {(status?.virtualPlant || session.virtualPlant) && (
        <span className={styles.virtual}>{t('status.virtual')}</span>
      )}
      <span className="space" />
      <button type="button" onClick={onKeys}>
        <kbd>?</kbd> {t('status.keys')}
      </button>
      <span>
        {formatZone(now)} <b>{formatMoment(now)}</b>
      </span>
    </footer>
  );
}
