import { useMemo } from 'react';
import type { SheetFault, SheetsAnswer } from '@/shared/api/contract';
import { DataTable } from '@/shared/ui/data-table';
import { Panel } from '@/shared/ui/panel';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { EmptyState } from '@/shared/ui/states';
import type { Column } from '@/shared/ui/table-rows';
import { useSchedulingText } from './locale/texts';

/** A fault and its place among the others. */
type Row = SheetFault & { place: number };

const WIDTHS = { file: 112, field: 88, value: 88, allowed: undefined, remedy: undefined } as const;

function useColumns(): Column<Row>[] {
  const t = useSchedulingText();
  return useMemo(() => {
    const text = (key: keyof typeof WIDTHS): Column<Row> => ({
      key,
      title: t(`fault.${key}`),
      width: WIDTHS[key],
      render: row => <span title={row[key]}>{row[key]}</span>,
      value: row => row[key],
    });
    const line: Column<Row> = {
      key: 'line',
      title: t('fault.line'),
      width: 44,
      align: 'right',
      render: row => row.line,
      value: row => row.line,
    };
    const mark: Column<Row> = {
      key: 'mark',
      title: '',
      width: 40,
      exported: false,
      render: () => <PriorityMark priority={3} />,
    };
    return [mark, text('file'), line, text('field'), text('value'), text('allowed'), text('remedy')];
  }, [t]);
}

/** Cells that cannot be used, each with its place, what may stand there and what to do. */
export function SheetFaults({ answer }: { answer: SheetsAnswer | undefined }) {
  const t = useSchedulingText();
  const columns = useColumns();
  const rows = useMemo(
    () => (answer?.faults ?? []).map((fault, place): Row => ({ ...fault, place })),
    [answer?.faults],
  );
  const more = (answer?.faultCount ?? 0) - rows.length;
  return (
    <Panel
      step={2}
      title={t('faults')}
      meta={
        more > 0 ? t('faults.more', { shown: rows.length, all: answer?.faultCount ?? 0 }) : t('faults.meta')
      }
    >
      <DataTable
        label={t('faults')}
        columns={columns}
        rows={rows}
        rowKey={row => row.place}
        exportAs="faults"
        empty={
          answer && answer.tables.length > 0 ? (
            <EmptyState title={t('faults.none')}>{t('faults.none.detail')}</EmptyState>
          ) : (
            <EmptyState title={t('faults.nothing')}>{t('faults.nothing.detail')}</EmptyState>
          )
        }
      />
    </Panel>
  );
}
