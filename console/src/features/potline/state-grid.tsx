import { useRef } from 'react';
import type { Pot, PotStateValue, Priority } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { type Latest, useLiveValues } from '@/shared/live/use-live-values';
import { AppLink } from '@/shared/nav/app-link';
import { useNow } from '@/shared/time/now';
import { formatAge } from '@/shared/time/plant-time';
import { Bullet } from '@/shared/ui/bullet';
import { useSize } from '@/shared/ui/use-size';
import { Value } from '@/shared/ui/value';
import styles from './potline.module.css';
import { labelWidth } from './trend-marks';

const GAP = 12;
/** The three estimates of width hold a margin each; one is enough. */
const SPARE = 16;

/** A quantity as it is shown: the live value may be bad, which is null. */
type Shown = Omit<PotStateValue, 'value' | 'ageSeconds'> & {
  value?: number | null;
  ageSeconds?: number | null;
};

/** Outside its normal range: the priority of the alarm on that tag, else medium. */
export function priorityOf(state: Shown, pot: Pot): Priority | null {
  const { value, low, high } = state;
  if (value === null || value === undefined) return null;
  const inside = value >= (low ?? -Infinity) && value <= (high ?? Infinity);
  if (inside) return null;
  const tag = pot.tags[state.quantity];
  const alarm = pot.alarms.find(one => one.tagId === tag && one.state.startsWith('ACTIVE'));
  return alarm?.priority ?? 3;
}

/**
 * Age of what is shown. A figure taken by hand is sent again every second: it is as old as its sample,
 * until another comes.
 */
function ageSeconds(state: PotStateValue, live: Latest | undefined, now: number): number | null | undefined {
  const held = live === undefined || live.value === state.value ? state.heldSince : undefined;
  const since = held ?? live?.time;
  return since === undefined ? state.ageSeconds : Math.max(0, now - since) / 1000;
}

/** The quantities of a pot with age, quality and normal range; values that have a tag follow the plant live. */
export function StateGrid({ pot, columns }: { pot: Pot; columns: number }) {
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const each = Math.floor((width - GAP * (columns - 1)) / columns);
  const { values } = useLiveValues(pot.state.flatMap(one => pot.tags[one.quantity] ?? []));
  const now = useNow(5);
  return (
    <div
      className={styles.state}
      ref={box}
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`, columnGap: GAP }}
    >
      {pot.state.map(one => {
        const tag = pot.tags[one.quantity];
        const live = tag === undefined ? undefined : values.get(tag);
        const shown = {
          ...one,
          value: live ? live.value : one.value,
          quality: live ? live.quality : one.quality,
          ageSeconds: ageSeconds(one, live, now),
        };
        return <Quantity key={one.quantity} pot={pot} state={shown} tag={tag} width={Math.max(40, each)} />;
      })}
    </div>
  );
}

interface QuantityProps {
  pot: Pot;
  state: Shown;
  tag: number | undefined;
  width: number;
}

function Quantity({ pot, state, tag, width }: QuantityProps) {
  const say = useSay();
  const priority = priorityOf(state, pot);
  const label = say(state.label);
  const from = formatAge(state.ageSeconds);
  const age = <span className="t3">{from}</span>;
  const value = `${formatNumber(state.value)} ${state.unit}`;
  // Where name, age and value do not fit side by side, the age stands beside the bullet.
  const tight = labelWidth(label) + labelWidth(from) + labelWidth(value) - SPARE > width;
  return (
    <div>
      <div className={styles.quantity}>
        <span className="ellipsis" title={label}>
          {tag === undefined ? (
            label
          ) : (
            <AppLink to={`/trends?tags=${tag}&asset=${pot.assetId}`}>{label}</AppLink>
          )}
        </span>
        {!tight && age}
        <span className="space" />
        <Value {...state} value={state.value} priority={priority} />
      </div>
      <div className={`${styles.quantity} ${styles.below}`}>
        <Bullet
          {...state}
          value={state.value}
          priority={priority}
          width={tight ? Math.max(30, width - 44) : width}
        />
        <span className="space" />
        {tight && age}
      </div>
    </div>
  );
}
