import { type Column, exportedOf } from './table-rows';

const cell = (value: string | number | null | undefined) => {
  const text = value === null || value === undefined ? '' : String(value);
  // A cell that a spreadsheet would run as a formula is made plain text.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** CSV with a byte-order mark, so that spreadsheets read Chinese rightly. */
export function toCsv<R>(columns: readonly Column<R>[], rows: readonly R[]) {
  const used = exportedOf(columns);
  const lines = [
    used.map(column => cell(column.title)),
    ...rows.map(row => used.map(column => cell(column.value?.(row)))),
  ];
  return `\uFEFF${lines.map(line => line.join(',')).join('\r\n')}\r\n`;
}

export function download(name: string, content: Blob | string) {
  const blob =
    typeof content === 'string' ? new Blob([content], { type: 'text/csv;charset=utf-8' }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Name of an exported file: subject and the moment in UTC. */
export const fileName = (subject: string, extension: string) =>
  `${subject}-${new Date().toISOString().slice(0, 16).replace(/[:T]/g, '')}.${extension}`;
