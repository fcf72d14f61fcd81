import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { OperationReport } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { formatTime } from '@/shared/time/plant-time';
import { DataTable } from '@/shared/ui/data-table';
import { Panel } from '@/shared/ui/panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import type { Column } from '@/shared/ui/table-rows';
import { useSchedulingText } from './locale/texts';

function useColumns(): Column<OperationReport>[] {
  const t = useSchedulingText();
  return useMemo(() => {
    const text = (key: 'order' | 'step' | 'resource' | 'reportedBy', width?: number) =>
      ({
        key,
        title: t(`report.${key}`),
        width,
        render: (row: OperationReport) => row[key],
        value: (row: OperationReport) => row[key],
      }) satisfies Column<OperationReport>;
    const time = (key: 'start' | 'end' | 'reportedAt') =>
      ({
        key,
        title: t(`report.${key}`),
        width: 112,
        align: 'right',
        render: (row: OperationReport) => (row[key] ? formatTime(row[key]) : t('actual.running')),
        value: (row: OperationReport) => row[key],
      }) satisfies Column<OperationReport>;
    return [
      text('resource', 88),
      text('order', 104),
      text('step'),
      time('start'),
      time('end'),
      {
        key: 'scrap',
        title: t('actual.scrap'),
        width: 88,
        align: 'right',
        render: row => (row.scrapTonnes > 0 ? formatNumber(row.scrapTonnes, 2) : ''),
        value: row => row.scrapTonnes,
      },
      text('reportedBy', 104),
      time('reportedAt'),
    ];
  }, [t]);
}

/** What was reported, the newest first. */
export function ReportList({ query }: { query: UseQueryResult<OperationReport[]> }) {
  const t = useSchedulingText();
  const columns = useColumns();
  return (
    <Panel step={4} title={t('reports')} meta={t('reports.meta')}>
      <QueryView query={query} rows={4}>
        {rows => (
          <DataTable
            label={t('reports')}
            columns={columns}
            rows={rows}
            rowKey={row => `${row.order} ${row.operation}`}
            exportAs="actuals"
            empty={<EmptyState title={t('reports.none')}>{t('reports.none.detail')}</EmptyState>}
          />
        )}
      </QueryView>
    </Panel>
  );
}
