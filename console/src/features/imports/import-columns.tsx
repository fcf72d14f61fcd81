import { useMemo } from 'react';
import type { Import } from '@/shared/api/contract';
import { formatBytes, formatNumber } from '@/shared/format/number';
import { AppLink } from '@/shared/nav/app-link';
import { formatDate, formatTime } from '@/shared/time/plant-time';
import { PriorityMark } from '@/shared/ui/priority-mark';
import type { Column } from '@/shared/ui/table-rows';
import { useImportsText } from './locale/texts';

/** How an import stands: a mark only where somebody should look. */
export function ImportMark({ one }: { one: Import }) {
  if (one.state === 'FAILED') return <PriorityMark priority={2} />;
  if ((one.report?.rejected ?? 0) > 0) return <PriorityMark priority={3} />;
  return null;
}

export function useImportColumns(): Column<Import>[] {
  const t = useImportsText();
  return useMemo(() => {
    const figure = (key: 'rows' | 'points' | 'rejected' | 'repaired', width: number): Column<Import> => ({
      key,
      title: t(`report.${key}`),
      width,
      align: 'right',
      render: row => formatNumber(row.report?.[key], 0),
      value: row => row.report?.[key],
    });
    return [
      { key: 'mark', title: '', width: 36, exported: false, render: row => <ImportMark one={row} /> },
      {
        key: 'file',
        title: t('column.file'),
        render: row => (
          <AppLink to={`/imports/${row.id}`} title={row.fileName}>
            <b>{row.fileName}</b>
          </AppLink>
        ),
        value: row => row.fileName,
      },
      {
        key: 'state',
        title: t('column.state'),
        width: 250,
        render: row => (
          <span title={row.message}>
            {t(`state.${row.state}`)} <span className="t3 small">{row.message}</span>
          </span>
        ),
        value: row => t(`state.${row.state}`),
      },
      {
        key: 'bytes',
        title: t('column.bytes'),
        width: 90,
        align: 'right',
        render: row => formatBytes(row.bytes),
        value: row => row.bytes,
      },
      figure('rows', 100),
      figure('points', 110),
      figure('rejected', 80),
      figure('repaired', 80),
      {
        key: 'span',
        title: t('report.span'),
        width: 190,
        render: row =>
          row.report?.from ? `${formatDate(row.report.from)} … ${formatDate(row.report.to)}` : '',
        value: row => row.report?.from,
      },
      { key: 'by', title: t('column.by'), width: 100, render: row => row.by, value: row => row.by },
      {
        key: 'at',
        title: t('column.at'),
        width: 110,
        render: row => formatTime(row.createdAt),
        value: row => row.createdAt,
      },
    ];
  }, [t]);
}
