import { useDecider } from '@/shared/advice/outcome';
import type { Advice } from '@/shared/api/contract';
import { formatBrief, formatDifference, formatMoney, formatNumber } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';
import { formatTime } from '@/shared/time/plant-time';
import { Button } from './button';
import { PriorityMark } from './priority-mark';
import styles from './advice-card.module.css';

interface Props {
  advice: Advice;
  onAccept?(): void;
  onReject?(): void;
  /** Prints A and R on the buttons; bind them on the page. */
  keys?: boolean;
}

/** One advice: from → to, money ± interval, one sentence, effect with band, guard rails, what would change it, expiry. */
export function AdviceCard({ advice, onAccept, onReject, keys }: Props) {
  const t = useSharedText();
  const say = useSay();
  const { who, why } = useDecider()(advice);
  const { from, to, unit, money, expected } = advice;
  const open = advice.state === 'PROPOSED';
  const decided = advice.decidedAt
    ? [t('advice.decided', { who, time: formatTime(advice.decidedAt) }), why].filter(Boolean).join(' · ')
    : '';
  const change = from !== null && to !== null ? to - from : null;
  return (
    <article className={open ? styles.card : `${styles.card} ${styles.closed}`}>
      <div className={styles.big}>
        <span>{say(advice.title)}</span>
        {to !== null && (
          <span>
            {from !== null && <span className="t2">{formatNumber(from)} → </span>}
            {formatNumber(to)}
            <span className="unit">{unit}</span>
          </span>
        )}
        {change !== null && <span className="chip accent">{formatDifference(from, to)}</span>}
        <span className="space" />
        {money && (
          <span>
            {formatMoney(money.perDay, money.currency)}
            <span className="unit">
              {t('advice.perDay')} ± {formatNumber(money.plusMinus, 0)}
            </span>
          </span>
        )}
      </div>
      <p>{say(advice.reason)}</p>
      <dl>
        <dt>{t('advice.expected')}</dt>
        <dd>
          {say(expected.quantity)} <b>{formatBrief(expected.change)}</b> {expected.unit}{' '}
          <span className="t3">
            ({formatBrief(expected.low)}…{formatBrief(expected.high)}){' '}
            {t('advice.within', { hours: formatNumber(expected.horizonHours, 0) })}
          </span>
        </dd>
        <dt>{t('advice.guards')}</dt>
        <dd>
          <Guards advice={advice} />
        </dd>
        <dt>{t('advice.if')}</dt>
        <dd title={say(advice.wouldChange)}>{say(advice.wouldChange)}</dd>
      </dl>
      <div className={styles.actions}>
        {open ? (
          <>
            {onAccept && (
              <Button kind="primary" keys={keys ? 'A' : undefined} onClick={onAccept}>
                {t('action.accept')}
              </Button>
            )}
            {onReject && (
              <Button keys={keys ? 'R' : undefined} onClick={onReject}>
                {t('action.reject')}
              </Button>
            )}
          </>
        ) : (
          <span className="chip">{t(`advice.state.${advice.state}`)}</span>
        )}
        <span className="t3 small ellipsis">{open ? t('advice.noWrite') : decided}</span>
        <span className="space" />
        {advice.virtual && <span className="chip">{t('advice.virtual')}</span>}
        {open && (
          <span className="t3 small">{t('advice.expires', { time: formatTime(advice.expiresAt) })}</span>
        )}
      </div>
    </article>
  );
}

function Guards({ advice }: { advice: Advice }) {
  const t = useSharedText();
  const say = useSay();
  const failed = advice.guards.filter(guard => !guard.passed);
  const passed = t('advice.guards.passed', {
    passed: advice.guards.length - failed.length,
    total: advice.guards.length,
  });
  const details = advice.guards.map(guard => `${say(guard.name)}: ${guard.detail}`).join('\n');
  return (
    <span title={details}>
      {failed.length > 0 && <PriorityMark priority={2} size={10} />} {passed}
      {failed.length > 0 &&
        ` · ${t('advice.guards.failed', { names: failed.map(guard => say(guard.name)).join(', ') })}`}
    </span>
  );
}
