import { useRef } from 'react';
import type { Backtest } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { useSize } from '@/shared/ui/use-size';
import { useModelsText } from './locale/texts';
import styles from './models.module.css';

const LEFT = 36;
const BOTTOM = 22;
const TOP = 10;

/** How often the model erred by how much: predicted minus measured. */
export function ErrorBars({ errors, unit }: { errors: Backtest['errors']; unit: string }) {
  const t = useModelsText();
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const { edges, counts } = errors;
  const [first, last] = [edges[0], edges.at(-1)];
  if (first === undefined || last === undefined || last <= first || counts.length === 0)
    return <p className={styles.none}>{t('errors.none')}</p>;
  const most = Math.max(...counts) || 1;
  const all = counts.reduce((sum, one) => sum + one, 0) || 1;
  const x = (value: number) => LEFT + ((value - first) / (last - first)) * (width - LEFT - 12);
  const y = (count: number) => TOP + (1 - count / most) * (height - TOP - BOTTOM);
  const every = Math.max(1, Math.ceil((edges.length * 40) / Math.max(80, width - LEFT)));
  return (
    <div className={styles.errors} ref={box}>
      <svg width={width} height={height} role="img" aria-label={t('errors')}>
        {[0, most].map(count => (
          <g key={count}>
            <path d={`M${LEFT} ${y(count)}H${width - 12}`} stroke="var(--line-soft)" />
            <text className="axis" x={LEFT - 4} y={y(count) + 4} textAnchor="end">
              {formatNumber(count, 0)}
            </text>
          </g>
        ))}
        {counts.map((count, i) => {
          const [from = 0, to = 0] = [edges[i], edges[i + 1]];
          const range = `${formatNumber(from)}…${formatNumber(to)} ${unit}`;
          return (
            <rect
              key={from}
              x={x(from) + 1}
              y={y(count)}
              width={Math.max(1, x(to) - x(from) - 2)}
              height={Math.max(0, y(0) - y(count))}
              fill="var(--series-1)"
            >
              <title>{`${range}: ${count} (${formatNumber((count / all) * 100, 1)} %)`}</title>
            </rect>
          );
        })}
        {edges.map((edge, i) =>
          i % every === 0 ? (
            <text key={edge} className="axis" x={x(edge)} y={height - 6} textAnchor="middle">
              {formatNumber(edge)}
            </text>
          ) : null,
        )}
        {first < 0 && last > 0 && (
          <path d={`M${x(0)} ${TOP}V${y(0)}`} stroke="var(--text-secondary)" strokeWidth={1} />
        )}
      </svg>
    </div>
  );
}
