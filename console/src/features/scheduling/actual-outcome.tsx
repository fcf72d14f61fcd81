import type { ReportsAnswer } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { useSchedulingText } from './locale/texts';
import styles from './scheduling.module.css';

const MOST = 4;

/** What came of reports: how far the plan moved, what that does to dates, and which were not taken and why. */
export function ActualOutcome({ answer }: { answer: ReportsAnswer }) {
  const t = useSchedulingText();
  const { before, after, moved, faults } = answer;
  const figure = (value: number, unit: string) => `${formatNumber(value, 1)} ${unit}`;
  return (
    <div className={styles.outcome} role="status">
      <p>
        {answer.taken > 0 && t('actuals.taken', { count: answer.taken })}
        {t('actuals.moved', { moved: moved.operations, slightly: moved.slightly })}{' '}
        {t('actuals.figures', {
          onTime: figure(after.onTimePercent, '%'),
          onTimeWas: figure(before.onTimePercent, '%'),
          late: figure(after.weightedTardinessHours, 'h'),
          lateWas: figure(before.weightedTardinessHours, 'h'),
        })}
      </p>
      {faults.slice(0, MOST).map((fault, i) => (
        <p key={`${i} ${fault.line}`}>
          <PriorityMark priority={2} />{' '}
          {t('actuals.fault', {
            line: fault.line,
            field: fault.field,
            value: fault.value,
            reason: fault.reason,
            remedy: fault.remedy,
          })}
        </p>
      ))}
      {faults.length > MOST && <p className="t2">{t('actuals.more', { count: faults.length - MOST })}</p>}
    </div>
  );
}
