import type { EChartsOption, LineSeriesOption, SeriesOption } from 'echarts';
import type { ModelLive } from '@/shared/api/contract';
import { bandSeries, pointsOf, readings } from '@/shared/chart/band';
import { plantTicks, timeLabel } from '@/shared/chart/time-axis';
import { formatNumber } from '@/shared/format/number';
import sizes from '@/shared/theme/generated/sizes';
import { formatTime } from '@/shared/time/plant-time';
import { areSamples } from './samples';
import { frameSeries, LEFT, RIGHT, type TemperatureDrawn } from './temperature-marks';

/** The course of a model split at the present: what it said of the past, and its forecast, joined at now. */
export function splitAt(live: ModelLive, now: number) {
  const cut = live.t.findIndex(at => at > now);
  const end = cut < 0 ? live.t.length : cut;
  const from = Math.max(0, end - 1);
  return {
    past: { t: live.t.slice(0, end), predicted: live.predicted.slice(0, end) },
    future: { t: live.t.slice(from), predicted: live.predicted.slice(from) },
    hasForecast: cut >= 0 && live.predicted.slice(cut).some(value => value !== null),
  };
}

function modelSeries(drawn: TemperatureDrawn): SeriesOption[] {
  const { live, palette, now } = drawn;
  if (!live) return [];
  const colour = palette.series[0] ?? palette.accent.base;
  const { past, future } = splitAt(live, now);
  const line: LineSeriesOption = { type: 'line', symbol: 'none', silent: true, connectNulls: false, z: 3 };
  return [
    ...bandSeries({ id: 'band', t: live.t, low: live.low, high: live.high, colour, palette }),
    {
      ...line,
      id: 'model',
      data: pointsOf(past.t, past.predicted),
      lineStyle: { color: colour, width: sizes.chart.line },
    },
    {
      ...line,
      id: 'forecast',
      data: pointsOf(future.t, future.predicted),
      lineStyle: { color: colour, width: 2, type: [...sizes.chart.dashForecast] },
    },
  ];
}

function measuredSeries({ samples, palette }: TemperatureDrawn): SeriesOption[] {
  if (!areSamples(samples))
    return [
      {
        type: 'line',
        id: 'measured',
        data: samples.map(one => [one.at, one.value]),
        symbol: 'none',
        silent: true,
        lineStyle: { color: palette.text.secondary, width: 1 },
        z: 2,
      },
    ];
  return [
    {
      type: 'scatter',
      id: 'measured',
      data: samples.map(one => [one.at, one.value]),
      symbolSize: sizes.chart.point * 2,
      silent: true,
      itemStyle: { color: palette.bg.panel, borderColor: palette.text.primary, borderWidth: 1.25 },
      z: 4,
    },
  ];
}

const within = (values: readonly (number | null)[]) => values.filter(value => value !== null);

/** Limits of the axis: everything drawn and the target band, to whole steps. */
export function limitsOf({ samples, live, low, high }: TemperatureDrawn) {
  const all = [
    ...samples.map(one => one.value),
    ...within(live?.low ?? []),
    ...within(live?.high ?? []),
    ...within(live?.predicted ?? []),
    ...within([low, high]),
  ];
  if (all.length === 0) return {};
  let [min, max] = [Infinity, -Infinity];
  for (const value of all) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  const margin = (max - min) * 0.06 || 1;
  const step = max - min > 12 ? 2 : 1;
  return { min: Math.floor((min - margin) / step) * step, max: Math.ceil((max + margin) / step) * step };
}

function nearest<T>(items: readonly T[], at: (item: T) => number, wanted: number, within: number) {
  let best: T | undefined;
  for (const item of items)
    if (!best || Math.abs(at(item) - wanted) < Math.abs(at(best) - wanted)) best = item;
  return best && Math.abs(at(best) - wanted) <= within ? best : undefined;
}

function tip(drawn: TemperatureDrawn, at: number) {
  const { live, samples, unit, words, palette, span, now } = drawn;
  const reach = (span.to - span.from) / 60;
  const sample = nearest(samples, one => one.at, at, reach);
  const i = live ? nearest([...live.t.keys()], k => live.t[k] ?? 0, at, reach) : undefined;
  const number = (value: number | null | undefined) => `${formatNumber(value, 1)} ${unit}`;
  const lines = [];
  if (sample) lines.push({ name: words.measured, value: number(sample.value) });
  if (live && i !== undefined) {
    const name = (live.t[i] ?? 0) > now ? words.forecast : words.model;
    lines.push({ name, value: number(live.predicted[i]), colour: palette.series[0] });
    lines.push({
      name: words.interval,
      value: `${formatNumber(live.low[i], 1)}…${formatNumber(live.high[i], 1)}`,
    });
  }
  return readings(formatTime(sample?.at ?? at), lines);
}

/** Temperature of a pot: samples, the model's course and forecast with its band, target, events. */
export function temperatureOption(drawn: TemperatureDrawn): EChartsOption {
  const { span, palette, width } = drawn;
  const customValues = plantTicks(span, Math.max(3, width / 84));
  return {
    grid: { left: LEFT, right: RIGHT, top: 18, bottom: 20 },
    xAxis: {
      type: 'time',
      min: span.from,
      max: span.to,
      axisTick: { customValues },
      axisLabel: { customValues, hideOverlap: true, formatter: timeLabel(span) },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      scale: true,
      ...limitsOf(drawn),
      splitNumber: 4,
      axisLine: { show: false },
      axisLabel: { margin: 5, formatter: (value: number) => formatNumber(value) },
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
    series: [frameSeries(drawn), ...modelSeries(drawn), ...measuredSeries(drawn)],
  };
}
