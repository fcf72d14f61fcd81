import type { DataZoomComponentOption, EChartsOption, LineSeriesOption, SeriesOption } from 'echarts';
import { bandSeries, pointsOf, type Reading, readings, type Values } from '@/shared/chart/band';
import { plantTicks, timeLabel } from '@/shared/chart/time-axis';
import { formatNumber } from '@/shared/format/number';
import sizes from '@/shared/theme/generated/sizes';
import type { Palette } from '@/shared/theme/theme';
import { formatTime } from '@/shared/time/plant-time';

export interface Course {
  t: readonly number[];
  actual: Values;
  predicted: Values;
  low: Values;
  high: Values;
  baseline?: Values;
}

export interface CourseDrawn {
  course: Course;
  unit: string;
  palette: Palette;
  /** The present, when the course reaches beyond it: predictions after it are dashed. */
  now?: number;
  words: { actual: string; predicted: string; baseline: string; interval: string; now: string };
}

/** Fewer measured values than this are drawn as points. */
const FEW = 80;

const known = (course: Course) =>
  course.t.flatMap((at, i) => {
    const value = course.actual[i];
    return typeof value === 'number' ? [[at, value]] : [];
  });

export const arePoints = (course: Course) => known(course).length <= FEW;

/** The measured values: a line where they are dense, points where they are few. */
function actual({ course, palette }: CourseDrawn): SeriesOption {
  if (arePoints(course))
    return {
      id: 'actual',
      type: 'scatter',
      data: known(course),
      symbolSize: sizes.chart.point * 2,
      silent: true,
      itemStyle: { color: palette.bg.panel, borderColor: palette.text.primary, borderWidth: 1.25 },
      z: 4,
    };
  return {
    id: 'actual',
    type: 'line',
    data: pointsOf(course.t, course.actual),
    symbol: 'none',
    silent: true,
    connectNulls: false,
    lineStyle: { color: palette.text.primary, width: 1.25 },
    z: 4,
  };
}

function predicted({ course, palette, now, words }: CourseDrawn): SeriesOption[] {
  const colour = palette.series[0] ?? palette.accent.base;
  const cut = now === undefined ? -1 : course.t.findIndex(at => at > now);
  const end = cut < 0 ? course.t.length : cut;
  const part = (from: number, to: number) =>
    pointsOf(course.t.slice(from, to), course.predicted.slice(from, to));
  const common: LineSeriesOption = { type: 'line', symbol: 'none', silent: true, connectNulls: false, z: 3 };
  return [
    ...bandSeries({ id: 'band', t: course.t, low: course.low, high: course.high, colour, palette }),
    {
      ...common,
      id: 'predicted',
      data: part(0, end),
      lineStyle: { color: colour, width: sizes.chart.line },
      markLine:
        now === undefined || cut < 0
          ? undefined
          : {
              silent: true,
              symbol: 'none',
              lineStyle: { color: palette.text.secondary, type: 'solid', width: 1 },
              label: {
                formatter: words.now,
                color: palette.text.primary,
                fontSize: sizes.font.size.axis.size,
              },
              data: [{ xAxis: now }],
            },
    },
    {
      ...common,
      id: 'forecast',
      data: part(Math.max(0, end - 1), course.t.length),
      lineStyle: { color: colour, width: 2, type: [...sizes.chart.dashForecast] },
    },
  ];
}

function baseline({ course, palette }: CourseDrawn): SeriesOption[] {
  if (!course.baseline) return [];
  return [
    {
      id: 'baseline',
      type: 'line',
      data: pointsOf(course.t, course.baseline),
      symbol: 'none',
      silent: true,
      connectNulls: false,
      lineStyle: { color: palette.series[5], width: 1, type: [...sizes.chart.dashLimit] },
      z: 2,
    },
  ];
}

function tip({ course, unit, palette, words }: CourseDrawn, at: number) {
  let i = 0;
  course.t.forEach((time, k) => {
    if (Math.abs(time - at) < Math.abs((course.t[i] ?? 0) - at)) i = k;
  });
  const number = (values: Values | undefined) => `${formatNumber(values?.[i], 2)} ${unit}`;
  const lines: Reading[] = [
    { name: words.actual, value: number(course.actual), colour: palette.text.primary },
    { name: words.predicted, value: number(course.predicted), colour: palette.series[0] },
    {
      name: words.interval,
      value: `${formatNumber(course.low[i], 2)}…${formatNumber(course.high[i], 2)}`,
    },
  ];
  if (course.baseline)
    lines.push({ name: words.baseline, value: number(course.baseline), colour: palette.series[5] });
  return readings(formatTime(course.t[i]), lines);
}

/** The whole course below, with the part in view as a frame. */
function strip(palette: Palette): DataZoomComponentOption {
  const shade = (color: string) => ({ lineStyle: { color, width: 1 }, areaStyle: { opacity: 0 } });
  return {
    type: 'slider',
    filterMode: 'none',
    height: 22,
    bottom: 8,
    showDetail: false,
    brushSelect: false,
    borderColor: palette.line.base,
    backgroundColor: palette.bg.sunken,
    fillerColor: 'transparent',
    dataBackground: shade(palette.line.base),
    selectedDataBackground: shade(palette.accent.base),
    handleStyle: { color: palette.bg.raised, borderColor: palette.line.strong },
    moveHandleStyle: { color: palette.line.strong },
    emphasis: {
      handleStyle: { color: palette.bg.raised, borderColor: palette.accent.base },
      moveHandleStyle: { color: palette.accent.base },
    },
  };
}

/** Ticks at whole plant times for the part in view. */
export function ticksFor(view: { from: number; to: number }, width: number) {
  const customValues = plantTicks(view, Math.max(3, width / 110));
  return {
    axisTick: { customValues },
    axisLabel: { customValues, hideOverlap: true, formatter: timeLabel(view) },
  };
}

/** Predicted with its band beside what was measured and, in a back-test, beside the baseline; zooms by wheel and strip. */
export function courseOption(drawn: CourseDrawn): EChartsOption {
  const { palette } = drawn;
  return {
    grid: { left: 50, right: 16, top: 22, bottom: 62 },
    xAxis: { type: 'time', splitLine: { show: false } },
    yAxis: {
      type: 'value',
      scale: true,
      axisLabel: { formatter: (value: number) => formatNumber(value) },
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      axisPointer: { type: 'line', lineStyle: { color: palette.accent.base } },
      formatter: given => {
        const first = (Array.isArray(given) ? given[0] : given) as { axisValue?: number } | undefined;
        return tip(drawn, Number(first?.axisValue));
      },
    },
    dataZoom: [{ type: 'inside', filterMode: 'none' }, strip(palette)],
    series: [...baseline(drawn), ...predicted(drawn), actual(drawn)],
  };
}
