import type { EChartsOption, LineSeriesOption, XAXisComponentOption, YAXisComponentOption } from 'echarts';
import type { PlantEvent, Plot, PlotSeries, Tag } from '@/shared/api/contract';
import { normalOf } from '@/shared/assets/normal-range';
import { formatNumber } from '@/shared/format/number';
import type { Palette } from '@/shared/theme/theme';
import sizes from '@/shared/theme/generated/sizes';
import { formatAge } from '@/shared/time/plant-time';
import { eventAreas, hatch, nowLine } from './marks';
import { type Geometry, LEFT, plotWidth, RIGHT, type View } from './geometry';
import type { Lanes } from './lanes';
import { axesOf, axisDigits, badGaps, extentOf, points } from './series';
import { plantTicks, timeLabel } from './time-axis';

export interface Drawn {
  lanes: Lanes;
  tags: ReadonlyMap<number, Tag>;
  plot: Plot | undefined;
  /** The same tags one range earlier. */
  previous: Plot | undefined;
  events: readonly PlantEvent[];
  view: View;
  geometry: Geometry;
  palette: Palette;
  now: number;
  words: {
    bad(age: string): string;
    now: string;
    event(event: PlantEvent): string;
    normal(tag: Tag): string;
  };
}

const FEW = 60;

function yAxes(lane: readonly number[], index: number, drawn: Drawn): YAXisComponentOption[] {
  const { units, axisOf } = axesOf(lane, drawn.tags);
  return [0, 1].map(side => {
    const first = lane.findIndex(id => (drawn.tags.get(id)?.unit ?? '') === units[side]);
    const used = units[side] !== undefined && first >= 0;
    const mine = drawn.plot?.series.filter(one => lane.includes(one.tag) && axisOf(one.tag) === side) ?? [];
    const extent = extentOf(mine);
    const digits = axisDigits(extent);
    return {
      type: 'value',
      gridIndex: index,
      position: side === 0 ? 'left' : 'right',
      show: used,
      scale: true,
      splitNumber: 3,
      boundaryGap: ['8%', '18%'],
      ...(extent?.outside === undefined ? {} : { min: extent.low, max: extent.high }),
      axisLine: {
        show: true,
        lineStyle: { color: drawn.palette.series[first] ?? drawn.palette.line.base, width: 2 },
      },
      axisLabel: {
        color: drawn.palette.text.secondary,
        margin: 7,
        formatter: (value: number) => formatNumber(value, digits),
      },
      splitLine: { show: side === 0 },
    };
  });
}

/** The normal range of the first tag of the lane, as a band behind. */
function normalArea(
  tag: Tag | undefined,
  drawn: Drawn,
): NonNullable<NonNullable<LineSeriesOption['markArea']>['data']> {
  const { low, high } = tag ? normalOf(tag) : { low: null, high: null };
  if (!tag || (low === null && high === null)) return [];
  const style = {
    itemStyle: { color: drawn.palette.process.band, opacity: 0.55 },
    label: {
      show: true,
      position: 'insideBottomRight' as const,
      color: drawn.palette.text.secondary,
      fontSize: sizes.font.size.axis.size,
    },
    name: drawn.words.normal(tag),
  };
  return [[{ ...style, yAxis: low ?? -Infinity }, { yAxis: high ?? Infinity }]].map(pair =>
    pair.map(end => ('yAxis' in end && !Number.isFinite(end.yAxis) ? { ...end, yAxis: undefined } : end)),
  ) as never;
}

function line(
  id: number,
  order: number,
  index: number,
  lane: readonly number[],
  drawn: Drawn,
): LineSeriesOption {
  const tag = drawn.tags.get(id);
  const data = drawn.plot?.series.find(one => one.tag === id) ?? { tag: id, t: [], v: [] };
  const pixelMs = (drawn.view.to - drawn.view.from) / Math.max(1, plotWidth(drawn.geometry.width));
  const colour = drawn.palette.series[order % drawn.palette.series.length];
  const first = order === 0;
  const gaps = badGaps(data).map(gap =>
    hatch(gap, drawn, drawn.words.bad(formatAge((gap.to - gap.from) / 1000))),
  );
  return {
    id: `${id}`,
    name: String(id),
    type: 'line',
    xAxisIndex: index,
    yAxisIndex: index * 2 + axesOf(lane, drawn.tags).axisOf(id),
    data: points(data, tag, pixelMs),
    step: tag?.step ? 'end' : false,
    showSymbol: data.t.length > 0 && data.t.length <= FEW,
    symbol: 'circle',
    symbolSize: sizes.chart.point * 2,
    itemStyle: { color: colour },
    lineStyle: { color: colour, width: sizes.chart.line, opacity: 1 },
    connectNulls: false,
    silent: true,
    z: 5 - order,
    markArea: {
      silent: true,
      data: [...(first ? [...normalArea(tag, drawn), ...eventAreas(drawn, index === 0)] : []), ...gaps],
    },
    markLine: first ? nowLine(drawn, index === 0) : undefined,
  };
}

function earlier(
  series: PlotSeries,
  order: number,
  index: number,
  lane: readonly number[],
  drawn: Drawn,
): LineSeriesOption {
  const shift = drawn.view.to - drawn.view.from;
  return {
    id: `${series.tag}-previous`,
    type: 'line',
    xAxisIndex: index,
    yAxisIndex: index * 2 + axesOf(lane, drawn.tags).axisOf(series.tag),
    data: points(
      series,
      drawn.tags.get(series.tag),
      shift / Math.max(1, plotWidth(drawn.geometry.width)),
      shift,
    ),
    step: drawn.tags.get(series.tag)?.step ? 'end' : false,
    showSymbol: false,
    lineStyle: {
      color: drawn.palette.series[order],
      width: 1,
      opacity: 0.55,
      type: [...sizes.chart.dashLimit],
    },
    silent: true,
    z: 1,
  };
}

/** One time axis for all lanes: the same ticks everywhere, digits below the last lane only. */
export function timeAxes(view: View, geometry: Geometry, palette: Palette): XAXisComponentOption[] {
  const customValues = plantTicks(view, Math.max(3, plotWidth(geometry.width) / 130));
  return geometry.lanes.map((_, i) => ({
    type: 'time',
    gridIndex: i,
    min: view.from,
    max: view.to,
    axisLine: { onZero: false, lineStyle: { color: palette.line.base } },
    axisTick: { customValues },
    axisLabel: {
      show: i === geometry.lanes.length - 1,
      customValues,
      hideOverlap: true,
      formatter: timeLabel(view),
    },
    // Not in the types, but read like the one of axisTick.
    splitLine: { show: true, ...({ customValues } as object) },
  }));
}

/** The whole picture: a grid per lane on one time axis, whose digits stand below the last lane. */
export function chartOption(drawn: Drawn): EChartsOption {
  const { lanes, geometry, view, palette } = drawn;
  return {
    grid: geometry.lanes.map(({ top, height }) => ({ left: LEFT, right: RIGHT, top, height })),
    xAxis: timeAxes(view, geometry, palette),
    yAxis: lanes.flatMap((lane, i) => yAxes(lane, i, drawn)),
    series: lanes.flatMap((lane, i) => [
      ...lane.map((id, order) => line(id, order, i, lane, drawn)),
      ...lane.flatMap((id, order) => {
        const series = drawn.previous?.series.find(one => one.tag === id);
        return series ? [earlier(series, order, i, lane, drawn)] : [];
      }),
    ]),
  };
}
