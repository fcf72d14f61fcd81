import type { Cell, SheetData } from 'write-excel-file/browser';
import { formatMoment } from '@/shared/time/plant-time';
import { type Column, exportedOf } from './table-rows';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const DATE_FORMAT = 'yyyy-mm-dd hh:mm:ss';

/**
 * Numbers stay numbers, instants become dates in plant time, all else is text. A text is written as text whatever it
 * begins with, so no cell can run as a formula.
 */
function cellOf(value: string | number | null | undefined): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? { value, type: Number } : null;
  if (INSTANT.test(value)) {
    const wall = new Date(`${formatMoment(value).replace(' ', 'T')}Z`);
    return { value: wall, type: Date, format: DATE_FORMAT };
  }
  return { value, type: String };
}

/** A sheet with a head of bold titles. */
export function toSheet<R>(columns: readonly Column<R>[], rows: readonly R[]): SheetData {
  const used = exportedOf(columns);
  return [
    used.map((column): Cell => ({ value: column.title, type: String, fontWeight: 'bold' })),
    ...rows.map(row => used.map(column => cellOf(column.value?.(row)))),
  ];
}

const MOST = 48;

function widths(sheet: SheetData) {
  const length = (cell: Cell) => {
    const value = cell && typeof cell === 'object' && 'value' in cell ? cell.value : cell;
    // A Chinese letter is two digits wide.
    return value instanceof Date
      ? DATE_FORMAT.length
      : String(value ?? '').replace(/[^\x20-\xff]/g, 'xx').length;
  };
  return (sheet[0] ?? []).map((_, i) => ({
    width: Math.min(MOST, Math.max(...sheet.map(row => length(row[i]))) + 2),
  }));
}

/** An Excel workbook; its writer is fetched on first use. */
export async function toXlsx<R>(columns: readonly Column<R>[], rows: readonly R[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/browser');
  const sheet = toSheet(columns, rows);
  return write(sheet, { columns: widths(sheet), stickyRowsCount: 1 }).toBlob();
}
