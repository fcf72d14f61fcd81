import { formatNumber } from '@/shared/format/number';
import type { Drift } from '@/shared/api/contract';
import styles from './models.module.css';

type DriftState = Drift['features'][number]['state'];

/** Below the first mark nothing has moved, above the second something must be done. */
const WATCH = 0.1;
const ACT = 0.2;
const END = 0.4;
const WIDTH = 120;
const PRIORITY = { ok: null, watch: 3, act: 2 } as const;

interface Props {
  value: number;
  /** What the server makes of both distances together; a far distance alone may be chance. */
  state: DriftState;
}

/** A distance between distributions with its marks at 0.1 and 0.2; coloured only where the input counts as drifted. */
export function DriftBar({ value, state }: Props) {
  const x = (at: number) => (Math.min(at, END) / END) * WIDTH;
  const priority = value < WATCH ? null : PRIORITY[state];
  return (
    <span className={styles.driftBar}>
      <b>{formatNumber(value, 2)}</b>
      <svg width={WIDTH} height={14} viewBox={`0 0 ${WIDTH} 14`} aria-hidden>
        <rect y={4} width={WIDTH} height={6} rx={1} fill="var(--line-soft)" />
        <rect
          y={4}
          width={Math.max(1, x(value))}
          height={6}
          rx={1}
          fill={priority ? `var(--alarm-p${priority})` : 'var(--process-outline)'}
          stroke={priority === 3 ? 'var(--alarm-p3-edge)' : undefined}
        />
        {[WATCH, ACT].map(mark => (
          <path key={mark} d={`M${x(mark)} 1V13`} stroke="var(--text-secondary)" />
        ))}
      </svg>
    </span>
  );
}
