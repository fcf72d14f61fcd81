import type { PotCell } from '@/shared/api/contract';
import { formatNumber, formatSigned } from '@/shared/format/number';
import { useSharedText } from '@/shared/locale/texts';
import { formatAge } from '@/shared/time/plant-time';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { usePotlineText } from './locale/texts';
import type { MapGeometry } from './map-geometry';
import { deviationOf, hasAdvice } from './pots';
import { useWorkName } from './use-pot-label';
import styles from './potline.module.css';

interface Props {
  pot: PotCell;
  place: { row: number; column: number };
  geometry: MapGeometry;
  width: number;
  height: number;
}

const WIDE = 208;
const HIGH = 132;

/** What is known of the pot under the pointer. */
export function PotHover({ pot, place, geometry, width, height }: Props) {
  const t = usePotlineText();
  const shared = useSharedText();
  const work = useWorkName();
  const x = geometry.x(place.column);
  const y = geometry.y(place.row);
  const right = x + geometry.potWidth + 6;
  const left = right + WIDE > width ? x - WIDE - 6 : right;
  const deviation = deviationOf(pot);
  const age = typeof pot.temperatureAgeHours === 'number' ? formatAge(pot.temperatureAgeHours * 3600) : '';
  return (
    <div
      className={styles.hover}
      style={{ left, top: Math.max(0, Math.min(y, height - HIGH)), width: WIDE }}
      aria-hidden
    >
      <div className="row">
        <b>{t('pot', { number: pot.number })}</b>
        {pot.priority && <PriorityMark priority={pot.priority} size={12} />}
        <span className="space" />
        <span className="t3 small">{pot.stale ? shared('quality.stale') : t(`potState.${pot.state}`)}</span>
      </div>
      <dl>
        <dt>
          {t('temperature')} <span className="t3">{age}</span>
        </dt>
        <dd>
          <b>{formatNumber(pot.temperature, 1)}</b>
          <span className="unit">{'°C'}</span>{' '}
          <span className="t3">{deviation !== null && `(${formatSigned(deviation, 1)})`}</span>
        </dd>
        <dt>{t('volts')}</dt>
        <dd>
          <b>{formatNumber(pot.volts, 3)}</b>
          <span className="unit">{'V'}</span>
        </dd>
        <dt>{t('noise')}</dt>
        <dd>
          <b>{formatNumber(pot.noise, 0)}</b>
          <span className="unit">{'mV'}</span>
        </dd>
      </dl>
      <div className="small t2">
        {[hasAdvice(pot) ? t('legend.advice') : '', ...pot.todayWork.map(work)].filter(Boolean).join(' · ')}
      </div>
    </div>
  );
}
