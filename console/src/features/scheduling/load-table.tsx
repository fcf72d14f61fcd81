import { useState } from 'react';
import type { Plan } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { Button } from '@/shared/ui/button';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { dayOf, type LoadRow, stepOf, utilisation } from './load-grid';
import styles from './load.module.css';
import { useSchedulingText } from './locale/texts';

/** Days side by side; more of them are paged. */
const SHOWN = 21;
const DAY = 1440;

interface Props {
  plan: Plan;
  rows: readonly LoadRow[];
  bottleneck: string | undefined;
  selected: string | null;
  onSelect(resource: string): void;
}

/** Machines by day: the share of open time that is worked or set up. */
export function LoadTable({ plan, rows, bottleneck, selected, onSelect }: Props) {
  const t = useSchedulingText();
  const days = rows.reduce((most, row) => Math.max(most, row.days.length), 0);
  const today = Math.min(Math.max(0, days - 1), Math.floor(plan.now / DAY));
  const [first, setFirst] = useState(Math.max(0, Math.min(today, days - SHOWN)));
  const shown = Array.from({ length: Math.min(SHOWN, days - first) }, (_, i) => first + i);
  return (
    <>
      {days > SHOWN && (
        <p className={styles.pager}>
          <Button disabled={first === 0} onClick={() => setFirst(Math.max(0, first - SHOWN))}>
            {t('load.earlier')}
          </Button>
          <Button
            disabled={first + SHOWN >= days}
            onClick={() => setFirst(Math.min(days - 1, first + SHOWN))}
          >
            {t('load.later')}
          </Button>
        </p>
      )}
      <table className={styles.grid} aria-label={t('load.days')}>
        <thead>
          <tr>
            <th className={styles.machine}>{t('repair.resource')}</th>
            <th className={styles.total}>{t('load.whole')}</th>
            {shown.map(day => (
              <th key={day} aria-current={day === today ? 'date' : undefined}>
                {dayOf(plan, day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.resource} aria-selected={row.resource === selected}>
              <th scope="row" className={styles.machine}>
                <button type="button" onClick={() => onSelect(row.resource)}>
                  {row.resource === bottleneck ? <b>{row.resource}</b> : row.resource}
                  <span className="t3">{row.stage}</span>
                </button>
              </th>
              <td className={styles.total}>
                {row.resource === bottleneck && <PriorityMark priority={3} />}
                <b>{percent(row.busy)}</b>
              </td>
              {shown.map(day => {
                const share = utilisation(row.days[day]);
                return (
                  <td key={day} className={styles[stepOf(share)]}>
                    {percent(share)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const percent = (share: number | null) => (share === null ? '' : formatNumber(share * 100, 0));
