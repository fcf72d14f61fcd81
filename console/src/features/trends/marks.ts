import type { LineSeriesOption } from 'echarts';
import sizes from '@/shared/theme/generated/sizes';
import type { Palette } from '@/shared/theme/theme';
import type { Drawn } from './chart-option';
import { xAt } from './geometry';
import type { Gap } from './series';

type Area = NonNullable<NonNullable<LineSeriesOption['markArea']>['data']>[number];

const LABEL = sizes.font.size.axis.size;

/** A tile of diagonal lines: what bad quality looks like everywhere. */
function hatchTile(palette: Palette) {
  const size = 6;
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const pen = tile.getContext('2d');
  if (!pen) return null;
  pen.fillStyle = palette.bg.panel;
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = palette.line.strong;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift, size);
    pen.lineTo(shift + size, 0);
  }
  pen.stroke();
  return tile;
}

const tiles = new WeakMap<Palette, HTMLCanvasElement>();

function tileOf(palette: Palette) {
  const known = tiles.get(palette) ?? hatchTile(palette);
  if (known) tiles.set(palette, known);
  return known;
}

/** A gap of bad quality: hatched, never drawn through. */
export function hatch(gap: Gap, drawn: Drawn, label: string): Area {
  const tile = tileOf(drawn.palette);
  const wide =
    xAt(gap.to, drawn.geometry.width, drawn.view) - xAt(gap.from, drawn.geometry.width, drawn.view) > 12;
  return [
    {
      name: wide ? label : '',
      xAxis: gap.from,
      itemStyle: { color: tile ? ({ image: tile, repeat: 'repeat' } as never) : drawn.palette.bg.sunken },
      label: {
        position: 'insideTopLeft',
        color: drawn.palette.text.secondary,
        backgroundColor: drawn.palette.bg.panel,
        padding: 2,
        fontSize: LABEL,
      },
    },
    { xAxis: gap.to },
  ] as unknown as Area;
}

const APART = 8;
const LETTER = 7;

/** Events as bands through every lane; a label stands above the first lane where it has room. */
export function eventAreas(drawn: Drawn, labelled: boolean): Area[] {
  const { events, view, palette, geometry, words } = drawn;
  let free = -Infinity;
  return [...events]
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start))
    .map(event => {
      const from = Math.max(view.from, Date.parse(event.start));
      const to = Math.max(from, Date.parse(event.end ?? event.start));
      const thin = ((view.to - view.from) / geometry.width) * 2;
      const x = xAt(from, geometry.width, view);
      const name = words.event(event);
      const width = [...name].reduce((sum, letter) => sum + (letter > '\u2e80' ? LETTER * 1.7 : LETTER), 0);
      const room = labelled && x >= free && x + width < geometry.width;
      if (room) free = x + width + APART;
      return [
        {
          name: room ? name : '',
          xAxis: from,
          itemStyle: { color: palette.process.band, opacity: 0.8 },
          label: { position: ['0%', -16], align: 'left', color: palette.text.secondary, fontSize: LABEL },
        },
        { xAxis: Math.max(to, from + thin) },
      ] as unknown as Area;
    });
}

/** Where the present is, when the range reaches beyond it. */
export function nowLine(
  { view, now, palette, words }: Drawn,
  labelled: boolean,
): LineSeriesOption['markLine'] {
  if (now >= view.to || now <= view.from) return undefined;
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: palette.text.secondary, type: 'solid', width: 1 },
    label: { show: labelled, formatter: words.now, color: palette.text.primary, fontSize: LABEL },
    data: [{ xAxis: now }],
  };
}
