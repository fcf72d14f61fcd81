import type { Palette } from '@/shared/theme/theme';
import sizes from '@/shared/theme/generated/sizes';
import { formatNumber } from '@/shared/format/number';
import type { Column } from './table-rows';

const ROW = 28;
const PADDING = 12;
const SCALE = 2;

const textOf = (value: string | number | null | undefined) =>
  typeof value === 'number' ? formatNumber(value) : (value ?? '');

/** A picture of a table as people paste it into a report: titles, rows and lines in the colours of the theme. */
export async function tablePng<R>(columns: readonly Column<R>[], rows: readonly R[], palette: Palette) {
  const used = columns.filter(column => column.value && column.title);
  const cells = rows.map(row => used.map(column => textOf(column.value?.(row))));
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  const { family, size } = sizes.font;
  const font = `${size.small.size}px ${family}`;
  pen.font = font;
  const widths = used.map(
    (column, i) =>
      Math.max(
        ...[column.title, ...cells.map(row => row[i] ?? '')].map(text => pen.measureText(text).width),
      ) +
      PADDING * 2,
  );
  const width = widths.reduce((sum, one) => sum + one, 0);
  const height = ROW * (cells.length + 1);
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = palette.bg.panel;
  pen.fillRect(0, 0, width, height);
  pen.font = font;
  pen.textBaseline = 'middle';
  [used.map(column => column.title), ...cells].forEach((row, at) => {
    pen.fillStyle = at === 0 ? palette.text.tertiary : palette.text.primary;
    let x = 0;
    row.forEach((text, i) => {
      const right = used[i]?.align === 'right';
      pen.textAlign = right ? 'right' : 'left';
      pen.fillText(text, right ? x + (widths[i] ?? 0) - PADDING : x + PADDING, (at + 0.5) * ROW);
      x += widths[i] ?? 0;
    });
    pen.fillStyle = at === 0 ? palette.line.base : palette.line.soft;
    pen.fillRect(0, (at + 1) * ROW - 1, width, 1);
  });
  return new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'));
}
