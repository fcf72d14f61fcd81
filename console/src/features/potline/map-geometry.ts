import type { PotMap } from '@/shared/api/contract';

/** Room for the names of halls at the left and the digits of columns above. */
const LEFT = 52;
const TOP = 16;
const ROW_GAP = 9;
const HALL_GAP = 7;
const TEN_GAP = 3;
const AISLE = 4;
const BETWEEN = 2.5;

export interface MapGeometry {
  columns: number;
  potWidth: number;
  rowHeight: number;
  x(column: number): number;
  y(row: number): number;
}

/** Where each pot stands: rows one below the other, wider gaps after ten pots, in the middle and between halls. */
export function mapGeometry(map: PotMap, width: number, height: number): MapGeometry {
  const columns = Math.max(1, ...map.rows.map(row => row.pots.length));
  const middle = Math.ceil(columns / 2);
  const extra = (column: number) =>
    Math.floor(column / 10) * TEN_GAP + (columns > 20 && column >= middle ? AISLE : 0);
  const pitch = Math.max(4, (width - LEFT - extra(columns - 1) - 2) / columns);
  const halls = map.rows.map((row, i) => (i > 0 && row.hall !== map.rows[i - 1]?.hall ? HALL_GAP : 0));
  const gaps = halls.reduce<number>((sum, gap) => sum + gap, 0);
  const count = Math.max(1, map.rows.length);
  const rowHeight = Math.max(14, (height - TOP - ROW_GAP * (count - 1) - gaps - 4) / count);
  return {
    columns,
    potWidth: pitch - BETWEEN,
    rowHeight,
    x: column => LEFT + column * pitch + extra(column),
    y: row =>
      TOP + row * (rowHeight + ROW_GAP) + halls.slice(0, row + 1).reduce<number>((sum, gap) => sum + gap, 0),
  };
}
