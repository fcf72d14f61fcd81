import type { EChartsOption, LineSeriesOption, SeriesOption, YAXisComponentOption } from 'echarts';
import type { ModelLive, PlantEvent, Plot, PlotSeries, Tag } from '@/shared/api/contract';
import { bandSeries, pointsOf } from '@/shared/chart/band';
import { plantTicks, timeLabel } from '@/shared/chart/time-axis';
import { formatNumber } from '@/shared/format/number';
import sizes from '@/shared/theme/generated/sizes';
import type { Palette } from '@/shared/theme/theme';
import type { Span } from './api';
import { areSamples, samplesOf } from './samples';
import { splitAt } from './temperature-option';
import { digitsOf } from './trend-digits';
import { eventAreas, nowLine } from './trend-marks';
import { trendTip } from './trend-tip';
import type { Placed, PotLane } from './trend-lanes';

export const LEFT = 46;
export const RIGHT = 46;

export interface TrendDrawn {
  lanes: readonly PotLane[];
  places: readonly Placed[];
  tags: ReadonlyMap<number, Tag>;
  plot: Plot | undefined;
  live: ModelLive | undefined;
  events: readonly PlantEvent[];
  span: Span;
  now: number;
  width: number;
  palette: Palette;
  words: {
    now: string;
    model: string;
    interval: string;
    event(event: PlantEvent): string;
    name(tag: number): string;
  };
}

export const seriesOf = (drawn: TrendDrawn, tag: number): PlotSeries =>
  drawn.plot?.series.find(one => one.tag === tag) ?? { tag, t: [], v: [] };

function yAxes(lane: PotLane, index: number, drawn: TrendDrawn): YAXisComponentOption[] {
  const { palette } = drawn;
  const digits = [0, 1].map(side => digitsOf(seriesOf(drawn, lane.series[side]?.tag ?? -1).v));
  return [0, 1].map(side => ({
    type: 'value',
    gridIndex: index,
    position: side === 0 ? 'left' : 'right',
    show: lane.series[side] !== undefined,
    scale: true,
    splitNumber: 3,
    boundaryGap: ['8%', '20%'],
    axisLine: { show: true, lineStyle: { color: palette.series[side], width: 2 } },
    axisLabel: {
      color: palette.text.secondary,
      margin: 6,
      hideOverlap: true,
      formatter: (value: number) => formatNumber(value, digits[side]),
    },
    splitLine: { show: side === 0 },
  }));
}

/** Normal range of the first quantity, events and the present, behind the lines of a lane. */
function backdrop(lane: PotLane, index: number, drawn: TrendDrawn): LineSeriesOption {
  const tag = drawn.tags.get(lane.series[0]?.tag ?? -1);
  const range =
    typeof tag?.low === 'number' && typeof tag.high === 'number'
      ? [
          [
            { yAxis: tag.low, itemStyle: { color: drawn.palette.process.band, opacity: 0.5 } },
            { yAxis: tag.high },
          ],
        ]
      : [];
  return {
    type: 'line',
    id: `back-${index}`,
    xAxisIndex: index,
    yAxisIndex: index * 2,
    data: [],
    silent: true,
    markArea: { silent: true, data: [...range, ...eventAreas(drawn, index === 0)] as never },
    markLine: nowLine(drawn, index === 0),
  };
}

function line(tag: number, side: number, index: number, drawn: TrendDrawn): SeriesOption[] {
  const series = seriesOf(drawn, tag);
  const colour = drawn.palette.series[side];
  const common = { xAxisIndex: index, yAxisIndex: index * 2 + side, silent: true, z: 4 - side };
  const samples = samplesOf(series);
  const held = drawn.tags.get(tag)?.step ?? false;
  const course: LineSeriesOption = {
    ...common,
    type: 'line',
    id: `line-${tag}`,
    data: pointsOf(series.t, series.v),
    step: held ? 'end' : false,
    symbol: 'none',
    connectNulls: false,
    lineStyle: { color: colour, width: held && areSamples(samples) ? 1 : sizes.chart.line },
  };
  if (!areSamples(samples)) return [course];
  return [
    course,
    {
      ...common,
      type: 'scatter',
      id: `samples-${tag}`,
      data: samples.map(one => [one.at, one.value]),
      symbolSize: sizes.chart.point * 2,
      itemStyle: { color: drawn.palette.bg.panel, borderColor: colour, borderWidth: 1.25 },
    },
  ];
}

/** The model's course, forecast and band in the lane of temperature; the measured line stays in front. */
function model(index: number, { live, now, palette }: TrendDrawn): SeriesOption[] {
  if (!live) return [];
  const colour = palette.text.secondary;
  const { past, future } = splitAt(live, now);
  const at = { xAxisIndex: index, yAxisIndex: index * 2 };
  const common: LineSeriesOption = { type: 'line', symbol: 'none', silent: true, connectNulls: false, ...at };
  const blue = palette.series[0] ?? palette.accent.base;
  return [
    ...bandSeries({
      id: 'model-band',
      t: live.t,
      low: live.low,
      high: live.high,
      colour: blue,
      palette,
      ...at,
    }),
    {
      ...common,
      id: 'model-past',
      data: pointsOf(past.t, past.predicted),
      lineStyle: { color: colour, width: 1 },
      z: 2,
    },
    {
      ...common,
      id: 'model-future',
      data: pointsOf(future.t, future.predicted),
      lineStyle: { color: blue, width: 2, type: [...sizes.chart.dashForecast] },
      z: 3,
    },
  ];
}

/** Lanes on one time axis, whose digits stand below the last lane. */
export function trendOption(drawn: TrendDrawn): EChartsOption {
  const { lanes, places, span, palette, width } = drawn;
  const customValues = plantTicks(span, Math.max(3, (width - LEFT - RIGHT) / 100));
  return {
    grid: places.map(place => ({ left: LEFT, right: RIGHT, ...place })),
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    tooltip: {
      trigger: 'axis',
      confine: true,
      axisPointer: { type: 'line', lineStyle: { color: palette.accent.base } },
      formatter: given => {
        const first = (Array.isArray(given) ? given[0] : given) as { axisValue?: number } | undefined;
        return trendTip(drawn, Number(first?.axisValue));
      },
    },
    xAxis: lanes.map((_, i) => ({
      type: 'time',
      gridIndex: i,
      min: span.from,
      max: span.to,
      axisTick: { customValues },
      axisLabel: {
        show: i === lanes.length - 1,
        customValues,
        hideOverlap: true,
        formatter: timeLabel(span),
      },
      splitLine: { show: true, ...({ customValues } as object) },
    })),
    yAxis: lanes.flatMap((lane, i) => yAxes(lane, i, drawn)),
    series: lanes.flatMap((lane, i) => [
      backdrop(lane, i, drawn),
      ...(lane.model ? model(i, drawn) : []),
      ...lane.series.flatMap((one, side) => line(one.tag, side, i, drawn)),
    ]),
  };
}
