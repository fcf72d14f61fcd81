import { formatNumber, formatRange } from '@/shared/format/number';
import { useSharedText } from '@/shared/locale/texts';

interface Props {
  value: number | null | undefined;
  /** Normal range: the grey block. */
  low?: number | null;
  high?: number | null;
  /** Ends of the scale; by default the normal range with its own width on both sides. */
  scaleLow?: number | null;
  scaleHigh?: number | null;
  /** Colours the line when the value is abnormal. */
  priority?: 1 | 2 | 3 | null;
  width?: number;
  height?: number;
}

const defined = (value: number | null | undefined): value is number => value !== null && value !== undefined;

export function bulletScale({
  value,
  low,
  high,
  scaleLow,
  scaleHigh,
}: Omit<Props, 'priority' | 'width' | 'height'>) {
  const known = [low, high, value].filter(defined);
  const min = Math.min(...known);
  const max = Math.max(...known);
  const margin = defined(low) && defined(high) ? high - low : (max - min) / 2 || Math.abs(max) * 0.1 || 1;
  const from = scaleLow ?? min - margin;
  const to = scaleHigh ?? max + margin;
  return { from, to: to > from ? to : from + 1 };
}

/** The normal form of a value: grey block = normal range, vertical line = now. */
export function Bullet(props: Props) {
  const { value, low, high, priority, width = 84, height = 16 } = props;
  const t = useSharedText();
  const { from, to } = bulletScale(props);
  const x = (at: number) => Math.max(0, Math.min(width, ((at - from) / (to - from)) * width));
  const left = x(low ?? from);
  const right = x(high ?? to);
  const middle = height / 2;
  const label = t('bullet.label', { value: formatNumber(value), range: formatRange(low, high) });
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <rect y={middle - 1.5} width={width} height={3} rx={1.5} fill="var(--line-soft)" />
      {(defined(low) || defined(high)) && (
        <rect
          x={left}
          y={middle - 4}
          width={Math.max(1, right - left)}
          height={8}
          rx={1}
          fill="var(--process-rest)"
        />
      )}
      {defined(value) && (
        <rect
          x={Math.max(0, Math.min(width - 3, x(value) - 1.5))}
          y={middle - 6}
          width={3}
          height={12}
          fill={priority ? `var(--alarm-p${priority})` : 'var(--process-mark)'}
        />
      )}
    </svg>
  );
}
