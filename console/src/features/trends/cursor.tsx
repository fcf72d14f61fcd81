import type { EChartsType } from 'echarts/core';
import type { Plot, Tag } from '@/shared/api/contract';
import { formatMoment, formatTime } from '@/shared/time/plant-time';
import { type Geometry, LEFT, RIGHT, TOP, type View, xAt } from './geometry';
import type { Lanes } from './lanes';
import { axesOf, valueOn } from './series';
import styles from './trends.module.css';

interface Props {
  chart: EChartsType | null;
  /** Counts the pictures: with a new one the dots are asked for again. */
  drawn: number;
  lanes: Lanes;
  tags: ReadonlyMap<number, Tag>;
  plot: Plot | undefined;
  view: View;
  geometry: Geometry;
  at: number;
  pinned: boolean;
}

/** Dots where the cursor meets the lines. */
function dots({ chart, lanes, tags, plot, geometry, at }: Props) {
  if (!chart || !plot) return [];
  return lanes.flatMap((lane, i) => {
    const frame = geometry.lanes[i];
    const { axisOf } = axesOf(lane, tags);
    return lane.flatMap((id, order) => {
      const series = plot.series.find(one => one.tag === id);
      const value = series ? valueOn(series, at, tags.get(id)?.step ?? false) : null;
      if (value === null || !frame) return [];
      const y = chart.convertToPixel({ yAxisIndex: i * 2 + axisOf(id) }, value) as unknown as number;
      return Number.isFinite(y) && y >= frame.top && y <= frame.top + frame.height ? [{ id, order, y }] : [];
    });
  });
}

/** The vertical line of the present instant, its time below, a dot on every line. Drawn above the canvas: it moves without redrawing it. */
export function Cursor(props: Props) {
  const { view, geometry, at, pinned } = props;
  if (at < view.from || at > view.to || geometry.lanes.length === 0) return null;
  const x = xAt(at, geometry.width, view);
  const text = view.to - view.from < 600_000 ? formatMoment(at).slice(5) : formatTime(at);
  const left = Math.max(LEFT, Math.min(geometry.width - RIGHT - 96, x - 48));
  return (
    <svg className={styles.cursor} aria-hidden>
      <line
        x1={x}
        x2={x}
        y1={TOP}
        y2={geometry.bottom}
        stroke="var(--accent)"
        strokeWidth={1.25}
        strokeDasharray={pinned ? undefined : '3 2'}
      />
      {dots(props).map(dot => (
        <circle
          key={dot.id}
          cx={x}
          cy={dot.y}
          r={3.5}
          fill={`var(--series-${dot.order + 1})`}
          stroke="var(--bg-panel)"
          strokeWidth={1.5}
        />
      ))}
      <rect x={left} y={geometry.bottom + 3} width={96} height={17} rx={3} fill="var(--accent)" />
      <text x={left + 48} y={geometry.bottom + 15.5} textAnchor="middle" className={styles.cursorTime}>
        {text}
      </text>
    </svg>
  );
}
