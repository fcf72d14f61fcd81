import type { ReactNode } from 'react';

/** What the cell of a column is in a sort, a filter or a file. */
export type Cell = string | number | null | undefined;

interface Shown<R> {
  key: string;
  title: string;
  /** CSS width; a column without one shares what is left. */
  width?: number | string;
  align?: 'left' | 'right' | 'center';
  render(row: R): ReactNode;
  /** false: the header does not sort. */
  sortable?: boolean;
}

/** What a column sorts, filters and exports by must be said; only a mark, picture or link may leave a file. */
export type Column<R> = Shown<R> &
  ({ value(row: R): Cell; exported?: true } | { value?(row: R): Cell; exported: false });

/** The columns of a file. */
export const exportedOf = <R>(columns: readonly Column<R>[]) =>
  columns.filter(column => column.exported !== false && column.title);

export interface Sort {
  key: string;
  down: boolean;
}

export function filterRows<R>(rows: readonly R[], columns: readonly Column<R>[], text: string) {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(row => {
    const all = columns
      .map(column => String(column.value?.(row) ?? ''))
      .join(' ')
      .toLowerCase();
    return words.every(word => all.includes(word));
  });
}

/** Missing values come last in both directions. */
export function sortRows<R>(rows: readonly R[], columns: readonly Column<R>[], sort: Sort | null) {
  const value = columns.find(column => column.key === sort?.key)?.value;
  if (!sort || !value) return rows;
  const way = sort.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const x = value(a) ?? null;
    const y = value(b) ?? null;
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    const order =
      typeof x === 'number' && typeof y === 'number'
        ? x - y
        : String(x).localeCompare(String(y), 'zh', { numeric: true });
    return order * way;
  });
}

const HEAD = 28;
const STRETCH = 1.45;

/** How many whole rows fit and how high each is: rows stretch up to 1.45 times, never a cut row. */
export function fitRows(height: number, minRow: number, count: number) {
  const fits = Math.max(1, Math.floor((height - HEAD) / minRow));
  const shown = Math.max(1, Math.min(count, fits));
  const rowHeight = Math.min(
    minRow * STRETCH,
    Math.max(minRow, Math.floor(((height - HEAD) / fits) * 100) / 100),
  );
  return { fits, shown, rowHeight };
}
