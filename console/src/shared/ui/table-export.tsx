import { useState } from 'react';
import { useSharedText } from '@/shared/locale/texts';
import { usePalette } from '@/shared/theme/theme';
import { Button } from './button';
import { download, fileName, toCsv } from './csv';
import type { Column } from './table-rows';
import type { ServerRows } from './use-table';

interface Props<R> {
  /** Subject of the file's name. */
  name: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  /** Rows of the picture; all when absent. */
  shown?: readonly R[];
  /** Set when the rows are one page of the server's: files hold all of them. */
  server?: ServerRows<R>;
}

const PAGE = 1000;
/** More rows than this leave as CSV, which the server writes without holding them. */
const MOST = 100_000;

async function allOf<R>({ ask }: ServerRows<R>) {
  const all: R[] = [];
  for (let page = 0; ; page++) {
    const { items, total } = await ask(page, PAGE);
    all.push(...items);
    if (items.length < PAGE || all.length >= total) return all;
  }
}

const KINDS = ['csv', 'xlsx', 'png'] as const;

/** CSV, XLSX and PNG of a table in the order and filter that is shown; the picture is of the rows in view. */
export function TableExport<R>({ name, columns, rows, shown = rows, server }: Props<R>) {
  const t = useSharedText();
  const palette = usePalette();
  const [busy, setBusy] = useState(false);
  const tooMany = (kind: (typeof KINDS)[number]) =>
    server !== undefined && server.total > MOST && (kind === 'xlsx' || (kind === 'csv' && !server.csv));
  const make = async (kind: (typeof KINDS)[number]) => {
    if (kind === 'csv') return toCsv(columns, server ? await allOf(server) : rows);
    if (kind === 'xlsx') return (await import('./xlsx')).toXlsx(columns, server ? await allOf(server) : rows);
    return (await import('./table-png')).tablePng(columns, shown, palette);
  };
  const save = async (kind: (typeof KINDS)[number]) => {
    if (server?.csv && kind === 'csv') return location.assign(server.csv);
    setBusy(true);
    try {
      const content = await make(kind);
      if (content !== null) download(fileName(name, kind), content);
    } finally {
      setBusy(false);
    }
  };
  const hint = (kind: (typeof KINDS)[number]) => {
    if (kind === 'png') return t('table.export.shown');
    if (tooMany(kind)) return t('table.export.tooMany', { most: MOST });
    return t('table.export', { kind: kind.toUpperCase() });
  };
  return KINDS.map(kind => (
    <Button
      key={kind}
      kind="text"
      disabled={busy || rows.length === 0 || tooMany(kind)}
      title={hint(kind)}
      onClick={() => void save(kind)}
    >
      {kind.toUpperCase()}
    </Button>
  ));
}
