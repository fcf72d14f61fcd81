import type { Pot } from '@/shared/api/contract';
import { formatDate } from '@/shared/time/plant-time';
import { formatBrief } from '@/shared/format/number';
import { usePotlineText } from './locale/texts';
import styles from './potline.module.css';

/** How the interval was hit, as a share of those that are measured. */
export function useHits(pot: Pot) {
  const t = usePotlineText();
  const measured = pot.results.filter(one => one.measured !== null);
  if (measured.length === 0) return undefined;
  return t('results.hits', { hits: measured.filter(one => one.inside).length, count: measured.length });
}

/** A date as it is, an instant in plant time. */
const dayOf = (date: string) => (date.length === 10 ? date : formatDate(date)).slice(5);

/** Measured beside expected of the advice that was accepted, also when it failed. */
export function Results({ pot, most }: { pot: Pot; most?: number }) {
  const t = usePotlineText();
  if (pot.results.length === 0) return <p className="t3 small">{t('results.none')}</p>;
  return (
    <table className={styles.results}>
      <thead>
        <tr>
          <th scope="col">{t('column.date')}</th>
          <th scope="col">{t('column.advice')}</th>
          <th scope="col" className="right">
            {t('column.expected')}
          </th>
          <th scope="col" className="right">
            {t('column.measured')}
          </th>
          <th scope="col">{t('column.interval')}</th>
        </tr>
      </thead>
      <tbody>
        {pot.results.slice(0, most).map(one => (
          <tr key={`${one.date}-${one.advice}`}>
            <td className="t3">{dayOf(one.date)}</td>
            <td className="ellipsis" title={one.advice}>
              {one.advice}
            </td>
            <td className="right t2">
              {formatBrief(one.expected)} <span className="unit">{one.unit}</span>
            </td>
            <td className="right">
              <b>{formatBrief(one.measured)}</b> <span className="unit">{one.unit}</span>
            </td>
            <td className={one.inside ? 't3' : 't2 bold'}>
              {one.measured === null
                ? t('results.waiting')
                : t(one.inside ? 'results.inside' : 'results.outside')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
