import type { LineSeriesOption } from 'echarts';
import type { ModelLive, PlantEvent } from '@/shared/api/contract';
import sizes from '@/shared/theme/generated/sizes';
import type { Palette } from '@/shared/theme/theme';
import type { Span } from './api';
import type { Sample } from './samples';

export interface TemperatureDrawn {
  samples: readonly Sample[];
  live: ModelLive | undefined;
  events: readonly PlantEvent[];
  /** Target band, °C. */
  low: number | null;
  high: number | null;
  unit: string;
  span: Span;
  now: number;
  width: number;
  palette: Palette;
  words: {
    now: string;
    target: string;
    measured: string;
    model: string;
    forecast: string;
    interval: string;
    event(event: PlantEvent): string;
  };
}

const LABEL = sizes.font.size.axis.size;
export const LEFT = 34;
export const RIGHT = 10;

/** Names of events stand above the plot where they have room. */
function eventLines(drawn: TemperatureDrawn) {
  const { events, span, width, palette, words } = drawn;
  const perMs = (width - LEFT - RIGHT) / (span.to - span.from);
  let free = -Infinity;
  return [...events]
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start))
    .filter(event => Date.parse(event.start) >= span.from && Date.parse(event.start) < span.to)
    .map(event => {
      const at = Date.parse(event.start);
      const x = (at - span.from) * perMs;
      const name = words.event(event);
      const wide = [...name].reduce((sum, letter) => sum + (letter > '\u2e80' ? 12 : 6.5), 6);
      const present = (drawn.now - span.from) * perMs;
      const clear = x + wide < present - 16 || x > present + 16;
      const room = x >= free && clear && x + wide < width - LEFT;
      if (room) free = x + wide;
      return {
        xAxis: at,
        lineStyle: { color: palette.line.strong, type: 'dotted' as const, width: 1, opacity: 0.6 },
        label: {
          show: room,
          formatter: name,
          position: 'end' as const,
          align: 'left' as const,
          distance: 2,
          color: palette.text.secondary,
          fontSize: LABEL,
        },
      };
    });
}

/** Target band, events and the present, on a series of their own. */
export function frameSeries(drawn: TemperatureDrawn): LineSeriesOption {
  const { low, high, now, palette, words } = drawn;
  const band = low !== null && high !== null;
  return {
    type: 'line',
    id: 'frame',
    data: [],
    silent: true,
    markArea: {
      silent: true,
      data: band
        ? [
            [
              {
                yAxis: low,
                name: words.target,
                itemStyle: { color: palette.process.band, opacity: 0.6 },
                label: { position: 'insideBottomLeft', color: palette.text.secondary, fontSize: LABEL },
              },
              { yAxis: high },
            ],
          ]
        : [],
    },
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      data: [
        ...eventLines(drawn),
        {
          xAxis: now,
          lineStyle: { color: palette.text.secondary, type: 'solid', width: 1 },
          label: { formatter: words.now, color: palette.text.primary, fontSize: LABEL, distance: 2 },
        },
      ],
    },
  };
}
