import type { Tag } from '@/shared/api/contract';
import { useSay } from '@/shared/i18n/i18n';
import { usePotlineText } from './locale/texts';
import styles from './pot.module.css';
import type { Placed, PotLane } from './trend-lanes';
import { LEFT } from './trend-option';

interface Props {
  lanes: readonly PotLane[];
  places: readonly Placed[];
  tags: ReadonlyMap<number, Tag> | undefined;
  /** Whether the model's course is drawn. */
  model: boolean;
}

/** Names of the lines inside their lane, with unit. */
export function LaneNames({ lanes, places, tags, model }: Props) {
  const t = usePotlineText();
  const say = useSay();
  return lanes.map((lane, i) => (
    <div
      key={lane.series.map(one => one.tag).join()}
      className={styles.names}
      style={{ top: (places[i]?.top ?? 0) + 2, left: LEFT + 6 }}
    >
      {lane.series.map(({ tag }, side) => (
        <span key={tag}>
          <i style={{ borderColor: `var(--series-${side + 1})` }} />
          {say(tags?.get(tag)?.label)} <span className="t3">{tags?.get(tag)?.unit}</span>
        </span>
      ))}
      {lane.model && model && (
        <span>
          <i className={styles.thin} />
          {t('state.model')} <span className="t3">{t('interval')}</span>
        </span>
      )}
    </div>
  ));
}
