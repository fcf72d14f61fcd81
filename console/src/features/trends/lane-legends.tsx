import { useMemo } from 'react';
import type { Plot, PlotSeries, Tag } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { type Geometry, LEFT } from './geometry';
import type { Lanes } from './lanes';
import { extentOf } from './series';
import { useTrendsText } from './locale/texts';
import styles from './trends.module.css';

interface Props {
  lanes: Lanes;
  tags: ReadonlyMap<number, Tag>;
  geometry: Geometry;
  plot: Plot | undefined;
  previous: boolean;
  onRemove(tag: number): void;
}

/** Names of the lines inside their lane, with unit; a click on the cross takes a line away. */
export function LaneLegends({ lanes, tags, geometry, plot, previous, onRemove }: Props) {
  const t = useTrendsText();
  const say = useSay();
  return lanes.map((lane, i) => (
    <div
      key={lane.join(',')}
      className={styles.legend}
      style={{ top: (geometry.lanes[i]?.top ?? 0) + 3, left: LEFT + 4 }}
    >
      {lane.map((id, order) => (
        <span key={id} className={styles.legendItem} title={tags.get(id)?.name}>
          <i style={{ borderColor: `var(--series-${order + 1})` }} />
          {say(tags.get(id)?.label)} <span className="t3">{tags.get(id)?.unit}</span>
          <Outside series={plot?.series.find(one => one.tag === id)} />
          <button
            type="button"
            aria-label={`${t('tags.remove')} ${say(tags.get(id)?.label)}`}
            onClick={() => onRemove(id)}
          >
            {'✕'}
          </button>
        </span>
      ))}
      {previous && i === 0 && (
        <span className={styles.legendItem}>
          <i className={styles.dashed} /> {t('chart.previous')}
        </span>
      )}
    </div>
  ));
}

/** Says which value the axis leaves out. */
function Outside({ series }: { series: PlotSeries | undefined }) {
  const t = useTrendsText();
  const value = useMemo(() => (series ? extentOf([series])?.outside : undefined), [series]);
  return value === undefined ? null : (
    <span className="chip c3">{t('chart.outside', { value: formatNumber(value) })}</span>
  );
}
