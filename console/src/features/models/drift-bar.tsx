import { formatNumber } from '@/shared/format/number';
import styles from './models.module.css';

/** Below the first mark nothing has moved, above the second something must be done. */
const WATCH = 0.1;
const ACT = 0.2;
const END = 0.4;
const WIDTH = 120;

/** A distance between distributions with its marks at 0.1 and 0.2. */
export function DriftBar({ value }: { value: number }) {
  const x = (at: number) => (Math.min(at, END) / END) * WIDTH;
  const priority = value >= ACT ? 2 : value >= WATCH ? 3 : null;
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
