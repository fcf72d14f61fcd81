import { useMemo } from 'react';
import type { Comparison, OrderEnds, Plan } from '@/shared/api/contract';
import { formatTime } from '@/shared/time/plant-time';
import { DataTable } from '@/shared/ui/data-table';
import { Panel } from '@/shared/ui/panel';
import { EmptyState } from '@/shared/ui/states';
import type { Column } from '@/shared/ui/table-rows';
import { useSchedulingText } from './locale/texts';

function useColumns(begin: number, comparison: Comparison | undefined): Column<OrderEnds>[] {
  const t = useSchedulingText();
  return useMemo(() => {
    const time = (minute: number | null | undefined) =>
      minute === null || minute === undefined ? t('compare.without') : formatTime(begin + minute * 60_000);
    const nameOf = (i: number) => {
      const version = comparison?.plans[i]?.version;
      if (!version) return t('compare.draft');
      return version.note && version.note !== 'rules'
        ? version.note
        : t('compare.version', { version: version.version });
    };
    const ends = (comparison?.plans ?? []).map((_, i): Column<OrderEnds> => ({
      key: `end${i}`,
      title: nameOf(i),
      width: 132,
      align: 'right',
      render: row => {
        const end = row.ends[i];
        const text = time(end);
        return end !== null && end !== undefined && end > row.due ? <b>{text}</b> : text;
      },
      value: row => row.ends[i],
    }));
    return [
      {
        key: 'order',
        title: t('column.order'),
        width: 112,
        render: row => row.order,
        value: row => row.order,
      },
      {
        key: 'customer',
        title: t('column.customer'),
        render: row => row.customer,
        value: row => row.customer,
      },
      {
        key: 'due',
        title: t('column.due'),
        width: 120,
        align: 'right',
        render: row => time(row.due),
        value: row => row.due,
      },
      ...ends,
    ];
  }, [t, begin, comparison]);
}

/** Orders that are late in one of the plans or end at another time, the greatest difference first. */
export function CompareOrders({ plan, comparison }: { plan: Plan; comparison: Comparison | undefined }) {
  const t = useSchedulingText();
  const columns = useColumns(Date.parse(plan.startsAt), comparison);
  return (
    <Panel step={2} title={t('compare.orders')} meta={t('compare.orders.meta')}>
      <DataTable
        label={t('compare.orders')}
        columns={columns}
        rows={comparison?.orders ?? []}
        rowKey={row => row.order}
        exportAs="comparison"
        empty={<EmptyState title={t('compare.same')}>{t('compare.same.detail')}</EmptyState>}
      />
    </Panel>
  );
}
