import { useState } from 'react';
import { useSharedText } from '@/shared/locale/texts';
import { usePalette } from '@/shared/theme/theme';
import { Button } from './button';
import { download, fileName, toCsv } from './csv';
import type { Column } from './table-rows';

interface Props<R> {
  /** Subject of the file's name. */
  name: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  /** Rows of the picture; all when absent. */
  shown?: readonly R[];
}

const KINDS = ['csv', 'xlsx', 'png'] as const;

/** CSV, XLSX and PNG of a table: columns that have a value, in the order and filter that is shown. */
export function TableExport<R>({ name, columns, rows, shown = rows }: Props<R>) {
  const t = useSharedText();
  const palette = usePalette();
  const [busy, setBusy] = useState(false);
  const make = async (kind: (typeof KINDS)[number]) => {
    if (kind === 'csv') return toCsv(columns, rows);
    if (kind === 'xlsx') return (await import('./xlsx')).toXlsx(columns, rows);
    return (await import('./table-png')).tablePng(columns, shown, palette);
  };
  const save = async (kind: (typeof KINDS)[number]) => {
    setBusy(true);
    try {
      const content = await make(kind);
      if (content !== null) download(fileName(name, kind), content);
    } finally {
      setBusy(false);
    }
  };
  return KINDS.map(kind => (
    <Button
      key={kind}
      kind="text"
      disabled={busy || rows.length === 0}
      title={t('table.export', { kind: kind.toUpperCase() })}
      onClick={() => void save(kind)}
    >
      {kind.toUpperCase()}
    </Button>
  ));
}
