import { formatNumber } from '@/shared/format/number';
import { useSharedText } from '@/shared/locale/texts';

interface Props {
  /** Evenly spaced values; null is a gap. */
  values: readonly (number | null)[];
  width?: number;
  height?: number;
  /** Normal range as a grey band behind. */
  low?: number | null;
  high?: number | null;
}

/** Path of a line with gaps where a value is missing. */
export function sparkPath(
  values: readonly (number | null)[],
  x: (i: number) => number,
  y: (v: number) => number,
) {
  let path = '';
  let pen = false;
  values.forEach((value, i) => {
    if (value === null) {
      pen = false;
      return;
    }
    path += `${pen ? 'L' : 'M'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`;
    pen = true;
  });
  return path;
}

/** A course without axes, its last value as a dot. */
export function Sparkline({ values, width = 64, height = 22, low, high }: Props) {
  const t = useSharedText();
  const known = values.filter(value => value !== null);
  if (known.length < 2) return <svg width={width} height={height} aria-hidden />;
  const min = Math.min(...known);
  const max = Math.max(...known);
  const x = (i: number) => 1 + (i / (values.length - 1)) * (width - 5);
  const y = (v: number) => (max === min ? height / 2 : height - 3 - ((v - min) / (max - min)) * (height - 6));
  const lastAt = values.findLastIndex(value => value !== null);
  const last = values[lastAt] as number;
  const top = high === null || high === undefined ? 0 : Math.max(0, y(high));
  const bottom = low === null || low === undefined ? height : Math.min(height, y(low));
  const band = (low ?? high ?? null) !== null && bottom > top;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('spark.label', { value: formatNumber(last) })}
    >
      {band && <rect y={top} width={width} height={bottom - top} fill="var(--process-band)" />}
      <path d={sparkPath(values, x, y)} fill="none" stroke="var(--text-secondary)" strokeWidth={1.25} />
      <circle cx={x(lastAt)} cy={y(last)} r={2} fill="var(--text-primary)" />
    </svg>
  );
}
