import type { LineSeriesOption } from 'echarts';
import type { Palette } from '@/shared/theme/theme';

export type Values = readonly (number | null)[];

interface BandOptions {
  id: string;
  t: readonly number[];
  low: Values;
  high: Values;
  colour: string;
  palette: Palette;
  xAxisIndex?: number;
  yAxisIndex?: number;
}

/** The area between two courses, as two stacked lines; where either is missing the band has a gap. */
export function bandSeries(options: BandOptions): LineSeriesOption[] {
  const { id, t, low, high, colour, palette, xAxisIndex = 0, yAxisIndex = 0 } = options;
  const both = (i: number) => {
    const [a, b] = [low[i], high[i]];
    return typeof a === 'number' && typeof b === 'number' ? ([a, b] as const) : null;
  };
  const common: LineSeriesOption = {
    type: 'line',
    stack: id,
    stackStrategy: 'all',
    xAxisIndex,
    yAxisIndex,
    symbol: 'none',
    silent: true,
    connectNulls: false,
    lineStyle: { opacity: 0, width: 0 },
    tooltip: { show: false },
    z: 1,
  };
  return [
    { ...common, id: `${id}-low`, data: t.map((at, i) => [at, both(i)?.[0] ?? null]) },
    {
      ...common,
      id: `${id}-high`,
      data: t.map((at, i) => {
        const pair = both(i);
        return [at, pair ? pair[1] - pair[0] : null];
      }),
      areaStyle: { color: colour, opacity: palette.bandOpacity },
    },
  ];
}

/** Points of a course for a line. */
export const pointsOf = (t: readonly number[], v: Values): [number, number | null][] =>
  t.map((at, i) => [at, v[i] ?? null]);

const escape = (text: string) =>
  text.replace(
    /[&<>"]/g,
    letter => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter] ?? '',
  );

export interface Reading {
  name: string;
  value: string;
  colour?: string;
}

/** Content of a chart's tooltip: the moment, then a line per course. */
export function readings(head: string, lines: readonly Reading[]) {
  const line = ({ name, value, colour }: Reading) =>
    `<div style="display:flex;gap:12px;justify-content:space-between"><span>${
      colour
        ? `<i style="display:inline-block;width:10px;height:3px;margin:0 6px 3px 0;background:${colour}"></i>`
        : ''
    }${escape(name)}</span><b>${escape(value)}</b></div>`;
  return `<div style="min-width:140px">${escape(head)}${lines.map(line).join('')}</div>`;
}
