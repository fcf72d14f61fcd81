import type { Advice } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { formatBrief, formatMoney, formatNumber } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';
import { formatClock } from '@/shared/time/plant-time';
import { Button } from '@/shared/ui/button';
import { useOverviewText } from './locale/texts';
import styles from './advice.module.css';

interface Props {
  advice: Advice;
  selected: boolean;
  busy: boolean;
  onSelect(): void;
  onOpen(): void;
  /** Absent when this person may not decide. */
  onAccept?(): void;
}

/** "38 → 50 kg/d" */
const change = ({ from, to, unit }: Advice) => `${formatNumber(from)} → ${formatNumber(to)} ${unit}`;

/** One advice in two lines: what and money above, effect and interval below. */
export function AdviceLine({ advice, selected, busy, onSelect, onOpen, onAccept }: Props) {
  const t = useOverviewText();
  const shared = useSharedText();
  const say = useSay();
  const { expected, money } = advice;
  const where = say(useAssets().tree.find(advice.assetId)?.name);
  const effect = `${say(expected.quantity)} ${formatBrief(expected.change)} ${expected.unit}`;
  return (
    <div
      className={selected ? `${styles.line} ${styles.on}` : styles.line}
      role="listitem"
      aria-current={selected || undefined}
      onClick={onSelect}
    >
      <div className={styles.what}>
        {where} {say(advice.title)} {change(advice)}
      </div>
      <div className={styles.effect}>
        {effect} · {t('advice.expires', { time: formatClock(advice.expiresAt) })}
      </div>
      <div className={styles.money}>
        {money && formatMoney(money.perDay, money.currency)}
        {money && <span className="unit">{shared('advice.perDay')}</span>}
      </div>
      <div className={styles.interval}>{money && `±${formatNumber(money.plusMinus, 0)}`}</div>
      <div className={styles.go}>
        {selected && onAccept ? (
          <Button kind="primary" keys="A" disabled={busy} onClick={onAccept}>
            {shared('action.accept')}
          </Button>
        ) : (
          <Button onClick={onOpen}>{t('advice.view')}</Button>
        )}
      </div>
    </div>
  );
}
