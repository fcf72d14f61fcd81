import type { Comparison, PlanSide } from '@/shared/api/contract';
import { formatNumber, formatSigned } from '@/shared/format/number';
import { Button } from '@/shared/ui/button';
import styles from './compare.module.css';
import { type SchedulingText, useSchedulingText } from './locale/texts';

interface Measure {
  key: string;
  label: string;
  unit: string;
  digits: number;
  of(side: PlanSide): number;
  /** Whether more of it is better; absent where neither is. */
  more?: boolean;
}

const measures = (t: SchedulingText): Measure[] => [
  {
    key: 'onTime',
    label: t('figure.onTime'),
    unit: '%',
    digits: 1,
    of: s => s.figures.onTimePercent,
    more: true,
  },
  { key: 'late', label: t('compare.late'), unit: '', digits: 0, of: s => s.figures.lateOrders, more: false },
  {
    key: 'tardiness',
    label: t('figure.tardiness'),
    unit: 'h',
    digits: 1,
    of: s => s.figures.weightedTardinessHours,
    more: false,
  },
  {
    key: 'setup',
    label: t('figure.setup'),
    unit: 'h',
    digits: 1,
    of: s => s.figures.setupHours,
    more: false,
  },
  { key: 'wip', label: t('figure.wip'), unit: 't', digits: 0, of: s => s.inProcess.meanTonnes, more: false },
  {
    key: 'wipMost',
    label: t('compare.wipMost'),
    unit: 't',
    digits: 0,
    of: s => s.inProcess.mostTonnes,
    more: false,
  },
  {
    key: 'makespan',
    label: t('figure.makespan'),
    unit: 'd',
    digits: 1,
    of: s => s.figures.makespan / 1440,
    more: false,
  },
  { key: 'orders', label: t('orders'), unit: '', digits: 0, of: s => s.orders },
  { key: 'moved', label: t('figure.moved'), unit: '', digits: 0, of: s => s.movedOperations },
];

interface Props {
  comparison: Comparison;
  onLay?: (version: number) => void;
  busy: boolean;
}

/** A column for each plan, a line for each figure; the best of a line is bold. */
export function CompareTable({ comparison, onLay, busy }: Props) {
  const t = useSchedulingText();
  const { plans } = comparison;
  const [last] = plans;
  if (!last) return null;
  return (
    <table className={styles.table} aria-label={t('compare.figures')}>
      <thead>
        <tr>
          <th />
          {plans.map((side, i) => (
            <th key={`${i} ${side.version?.version ?? 0}`} className="right">
              <SideName side={side} isLast={i === 0} />
              {onLay && side.version && i > 0 && (
                <Button disabled={busy} onClick={() => side.version && onLay(side.version.version)}>
                  {t('compare.lay')}
                </Button>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {measures(t).map(measure => {
          const values = plans.map(measure.of);
          const best = bestOf(measure, values);
          return (
            <tr key={measure.key}>
              <th scope="row">{measure.label}</th>
              {values.map((value, i) => (
                <td key={i} className="right">
                  <span className={styles.difference}>
                    {i > 0 && measure.key !== 'moved' && value !== values[0]
                      ? formatSigned(value - (values[0] ?? 0), measure.digits)
                      : ''}
                  </span>
                  {value === best ? (
                    <b>{formatNumber(value, measure.digits)}</b>
                  ) : (
                    formatNumber(value, measure.digits)
                  )}
                  <span className="unit">{measure.unit}</span>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function bestOf({ more }: Measure, values: readonly number[]) {
  if (more === undefined || values.every(value => value === values[0])) return null;
  return more ? Math.max(...values) : Math.min(...values);
}

/** What a plan is called: the draft, the last plan, or the name it was kept under. */
export function SideName({ side, isLast }: { side: PlanSide; isLast: boolean }) {
  const t = useSchedulingText();
  if (!side.version) return <b>{t('compare.draft')}</b>;
  const { version, note, state } = side.version;
  const name = note === 'rules' ? t('compare.rules') : note;
  return (
    <>
      <b>{name || t('compare.version', { version })}</b>
      <span className="t3 small">
        {name && t('compare.version', { version })}
        {isLast && ` ${t(state === 'PUBLISHED' ? 'compare.inForce' : 'compare.newest')}`}
      </span>
    </>
  );
}
