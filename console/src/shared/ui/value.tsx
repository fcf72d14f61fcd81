import { formatNumber, formatRange } from '@/shared/format/number';
import { qualityOf } from '@/shared/format/quality';
import { useSharedText } from '@/shared/locale/texts';
import { formatAge } from '@/shared/time/plant-time';
import { PriorityMark } from './priority-mark';
import styles from './value.module.css';

interface Props {
  value: number | null | undefined;
  unit?: string | null;
  digits?: number;
  ageSeconds?: number | null;
  /** OPC-UA-derived quality; 0 is good. */
  quality?: number | null;
  low?: number | null;
  high?: number | null;
  /** Above this age the value is shown as stale. */
  staleAfterSeconds?: number;
  /** Colours the digits of an abnormal value. */
  priority?: 1 | 2 | 3 | null;
  /** Shows the age in words beside the unit; it is always in the tooltip. */
  showAge?: boolean;
}

/** A number is never naked: value bold, unit small, age and quality within one glance. */
export function Value({
  value,
  unit,
  digits,
  ageSeconds,
  quality,
  low,
  high,
  staleAfterSeconds,
  priority,
  showAge,
}: Props) {
  const t = useSharedText();
  const kind = qualityOf({ value, quality, ageSeconds, staleAfterSeconds });
  const words = [
    t(`quality.${kind}`),
    ageSeconds !== null && ageSeconds !== undefined ? t('value.age', { age: formatAge(ageSeconds) }) : '',
    low !== undefined || high !== undefined ? formatRange(low, high, digits) : '',
  ].filter(Boolean);
  const className =
    kind === 'stale' || kind === 'bad' || kind === 'none'
      ? styles.grey
      : priority
        ? `p${priority}`
        : undefined;
  return (
    <span className={styles.value} title={words.join(' · ')}>
      {kind === 'uncertain' && <PriorityMark priority={3} size={10} />}
      <b className={className}>{formatNumber(kind === 'bad' ? null : value, digits)}</b>
      {unit && kind !== 'none' && <span className="unit">{unit}</span>}
      {kind === 'bad' && <span className={styles.bad}>{t('quality.bad')}</span>}
      {(showAge || kind === 'stale') && <span className={styles.age}>{formatAge(ageSeconds)}</span>}
    </span>
  );
}
