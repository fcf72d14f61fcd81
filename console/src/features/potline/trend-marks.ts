import type { LineSeriesOption } from 'echarts';
import sizes from '@/shared/theme/generated/sizes';
import type { TrendDrawn } from './trend-option';

const LABEL = sizes.font.size.axis.size;
const SIDES = 92;

/** About how wide a label is drawn, px: letters of Chinese are about twice as wide. */
export const labelWidth = (name: string) =>
  [...name].reduce((sum, letter) => sum + (letter > '\u2e80' ? 12 : 6.5), 8);

/** Events as bands through every lane; names stand above the first lane where they have room. */
export function eventAreas(drawn: TrendDrawn, labelled: boolean) {
  const { events, span, width, palette, words } = drawn;
  const perMs = Math.max(1, width - SIDES) / (span.to - span.from);
  let free = -Infinity;
  return [...events]
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start))
    .map(event => {
      const from = Math.max(span.from, Date.parse(event.start));
      const to = Math.max(Date.parse(event.end ?? event.start), from + 2 / perMs);
      const x = (from - span.from) * perMs;
      const name = words.event(event);
      const end = x + labelWidth(name);
      const present = (drawn.now - span.from) * perMs;
      const clear = end < present - 16 || x > present + 16;
      const room = labelled && clear && x >= free && end < width - SIDES;
      if (room) free = end;
      return [
        {
          name: room ? name : '',
          xAxis: from,
          itemStyle: { color: palette.process.band, opacity: 0.9 },
          label: { position: ['0%', -15], align: 'left', color: palette.text.secondary, fontSize: LABEL },
        },
        { xAxis: to },
      ];
    });
}

/** Where the present is, when the range reaches beyond it. */
export function nowLine(drawn: TrendDrawn, labelled: boolean): LineSeriesOption['markLine'] {
  const { span, now, palette, words } = drawn;
  if (now <= span.from || now >= span.to) return undefined;
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: palette.text.secondary, type: 'solid', width: 1 },
    label: {
      show: labelled,
      formatter: words.now,
      color: palette.text.primary,
      fontSize: LABEL,
      distance: 2,
    },
    data: [{ xAxis: now }],
  };
}
