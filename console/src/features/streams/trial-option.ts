import type { EChartsOption } from 'echarts';
import type { StreamPeriod } from '@/shared/api/contract';
import { pointsOf, readings, type Values } from '@/shared/chart/band';
import { plantTicks, timeLabel } from '@/shared/chart/time-axis';
import { formatNumber } from '@/shared/format/number';
import sizes from '@/shared/theme/generated/sizes';
import type { Palette } from '@/shared/theme/theme';
import { formatTime } from '@/shared/time/plant-time';

export interface Line {
  name: string;
  unit: string;
  t: readonly number[];
  v: Values;
}

interface Drawn {
  lines: readonly Line[];
  periods: readonly StreamPeriod[];
  from: number;
  to: number;
  palette: Palette;
}

const TICKS = 6;

interface Point {
  seriesName?: string;
  seriesIndex?: number;
  color?: unknown;
  value?: unknown;
}

function tip({ lines }: Drawn, given: Point | Point[]) {
  const points = Array.isArray(given) ? given : [given];
  const at = Number((points[0]?.value as number[] | undefined)?.[0]);
  return readings(
    formatTime(at),
    points.map(point => ({
      name: point.seriesName ?? '',
      value: `${formatNumber((point.value as (number | null)[])[1])} ${lines[point.seriesIndex ?? 0]?.unit ?? ''}`,
      colour: typeof point.color === 'string' ? point.color : undefined,
    })),
  );
}

/** Courses over the range tried; the times at which a rule would have held are shaded. */
export function trialOption(drawn: Drawn): EChartsOption {
  const { lines, periods, from, to, palette } = drawn;
  const customValues = plantTicks({ from, to }, TICKS);
  const held = periods.map(one => [
    { xAxis: Date.parse(one.start) },
    { xAxis: one.end ? Date.parse(one.end) : to },
  ]) as never[];
  return {
    grid: { left: 52, right: 16, top: 26, bottom: 26 },
    legend: { top: 0, left: 44, icon: 'rect', itemHeight: 2, itemWidth: 16 },
    xAxis: {
      type: 'time',
      min: from,
      max: to,
      splitLine: { show: false },
      axisTick: { customValues },
      axisLabel: { customValues, hideOverlap: true, formatter: timeLabel({ from, to }) },
    },
    yAxis: { type: 'value', scale: true, axisLabel: { formatter: (value: number) => formatNumber(value) } },
    tooltip: {
      trigger: 'axis',
      confine: true,
      axisPointer: { type: 'line', lineStyle: { color: palette.accent.base } },
      formatter: given => tip(drawn, given as Point | Point[]),
    },
    series: lines.map((line, i) => ({
      id: `line-${i}`,
      name: line.name,
      type: 'line',
      data: pointsOf(line.t, line.v),
      symbol: 'none',
      connectNulls: false,
      color: palette.series[i % palette.series.length],
      lineStyle: { width: sizes.chart.line },
      markArea:
        i === 0 && held.length > 0
          ? {
              silent: true,
              itemStyle: { color: palette.accent.base, opacity: palette.bandOpacity },
              data: held,
            }
          : undefined,
    })),
  };
}
