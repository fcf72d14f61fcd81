import { useRef } from 'react';
import type { Pot } from '@/shared/api/contract';
import { useSize } from '@/shared/ui/use-size';
import { usePotlineText } from './locale/texts';
import styles from './potline.module.css';
import { ninePath } from './samples';
import { priorityOf } from './state-grid';
import { type PotStory, stateOf } from './use-pot-story';

const rangeOf = (state: ReturnType<typeof stateOf>) =>
  typeof state?.low === 'number' && typeof state.high === 'number' && state.high > state.low
    ? { low: state.low, high: state.high }
    : null;

const STEPS = 7;

/** Temperature over excess AlF₃ in nine boxes, the normal range in the middle: seven daily means, the last one large. */
export function NineBox({ pot, story }: { pot: Pot; story: PotStory }) {
  const t = usePotlineText();
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const [temperature, excess] = [stateOf(pot, 'temperature'), stateOf(pot, 'excess')];
  const [high, wide] = [rangeOf(temperature), rangeOf(excess)];
  const path =
    high && wide
      ? ninePath(
          { samples: story.samples.excess, range: wide },
          { samples: story.samples.temperature, range: high },
          { from: story.span.from, to: story.at },
          STEPS,
        )
      : [];
  const size = Math.max(30, Math.min(width - 4, height - 30));
  const each = size / 3;
  const [left, top] = [2, 15];
  const dots = path.map(point => ({ x: left + point.x * each, y: top + size - point.y * each }));
  const last = path.at(-1);
  const end = dots.at(-1);
  const at = last && { column: Math.floor(last.x), row: 2 - Math.floor(last.y) };
  const priority =
    (temperature && priorityOf(temperature, pot)) || (excess && priorityOf(excess, pot)) || null;
  const abnormal = at && (at.column !== 1 || at.row !== 1) ? (priority ?? 3) : null;
  return (
    <div className={styles.nine} ref={box}>
      <svg width={width} height={height} role="img" aria-label={t('nine.label')}>
        <text className="axis" x={left} y={10}>
          {t('nine.y')}
        </text>
        {[0, 1, 2].flatMap(row =>
          [0, 1, 2].map(column => {
            const here = abnormal && at?.column === column && at.row === row;
            return (
              <rect
                key={`${row}${column}`}
                x={left + column * each + 0.5}
                y={top + row * each + 0.5}
                width={each - 1.5}
                height={each - 1.5}
                rx={2}
                fill={
                  here
                    ? `var(--alarm-p${abnormal}-soft)`
                    : row === 1 && column === 1
                      ? 'var(--process-band)'
                      : 'var(--bg-raised)'
                }
                stroke={here ? `var(--alarm-p${abnormal}-text)` : 'var(--line)'}
              />
            );
          }),
        )}
        {dots.length > 1 && (
          <polyline
            points={dots.map(dot => `${dot.x.toFixed(1)},${dot.y.toFixed(1)}`).join(' ')}
            fill="none"
            stroke="var(--text-secondary)"
            strokeWidth={1.25}
          />
        )}
        {dots.slice(0, -1).map((dot, i) => (
          <circle key={path[i]?.at} cx={dot.x} cy={dot.y} r={1.8} fill="var(--text-secondary)" />
        ))}
        {end && (
          <circle
            cx={end.x}
            cy={end.y}
            r={4}
            fill={abnormal ? `var(--alarm-p${abnormal})` : 'var(--text-primary)'}
          />
        )}
        {path.length === 0 && (
          <text className="axis" x={left + size / 2} y={top + size / 2 + 4} textAnchor="middle">
            {t('nine.none')}
          </text>
        )}
        <text className="axis" x={left + size / 2} y={top + size + 12} textAnchor="middle">
          {t('nine.x')}
        </text>
      </svg>
    </div>
  );
}
