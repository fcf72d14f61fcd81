import { useMemo } from 'react';
import type { Plan } from '@/shared/api/contract';
import { formatNumber, formatSigned } from '@/shared/format/number';
import { formatTime } from '@/shared/time/plant-time';
import { DataTable } from '@/shared/ui/data-table';
import { Panel } from '@/shared/ui/panel';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { Segmented } from '@/shared/ui/segmented';
import { EmptyState } from '@/shared/ui/states';
import type { Column } from '@/shared/ui/table-rows';
import { type SchedulingText, useSchedulingText } from './locale/texts';
import type { OrderRow } from './order-rows';

export type Shown = 'late' | 'all';

interface Props {
  plan: Plan;
  rows: readonly OrderRow[];
  late: number;
  shown: Shown;
  onShown(shown: Shown): void;
  selected: number | null;
  onSelect(order: number): void;
}

function columnsOf(t: SchedulingText, begin: number): Column<OrderRow>[] {
  const time = (minute: number) => formatTime(begin + minute * 60_000);
  return [
    {
      key: 'mark',
      title: '',
      width: 36,
      render: row => (row.late > 0 ? <PriorityMark priority={2} /> : null),
      value: row => (row.late > 0 ? 2 : null),
    },
    { key: 'id', title: t('column.order'), width: 96, render: row => row.id, value: row => row.id },
    { key: 'customer', title: t('column.customer'), render: row => row.customer, value: row => row.customer },
    {
      key: 'tonnes',
      title: t('column.tonnes'),
      width: 80,
      align: 'right',
      render: row => formatNumber(row.tonnes, 1),
      value: row => row.tonnes,
    },
    {
      key: 'weight',
      title: t('column.weight'),
      width: 72,
      align: 'right',
      render: row => formatNumber(row.weight, 0),
      value: row => row.weight,
    },
    {
      key: 'due',
      title: t('column.due'),
      width: 120,
      align: 'right',
      render: row => time(row.due),
      value: row => row.due,
    },
    {
      key: 'end',
      title: t('column.end'),
      width: 120,
      align: 'right',
      render: row => time(row.end),
      value: row => row.end,
    },
    {
      key: 'late',
      title: t('column.late'),
      width: 96,
      align: 'right',
      render: row => (
        <>
          {row.late > 0 ? <b>{formatSigned(row.late, 1)}</b> : formatSigned(row.late, 1)}
          <span className="unit">{'h'}</span>
        </>
      ),
      value: row => row.late,
    },
  ];
}

/** Orders with what was promised and what the plan gives, the dearest delay first. */
export function OrderList({ plan, rows, late, shown, onShown, selected, onSelect }: Props) {
  const t = useSchedulingText();
  const begin = Date.parse(plan.startsAt);
  const columns = useMemo(() => columnsOf(t, begin), [t, begin]);
  return (
    <Panel
      step={2}
      title={t('orders')}
      meta={t('orders.meta', { late, all: plan.orders.length })}
      actions={
        <Segmented<Shown>
          label={t('orders.shown')}
          value={shown}
          onChange={onShown}
          options={[
            { value: 'late', label: t('orders.late') },
            { value: 'all', label: t('orders.all') },
          ]}
        />
      }
    >
      <DataTable
        label={t('orders')}
        columns={columns}
        rows={rows}
        rowKey={row => row.place}
        selected={selected}
        onSelect={row => onSelect(row.place)}
        keys
        exportAs="orders"
        empty={<EmptyState title={t('orders.none')}>{t('orders.none.detail')}</EmptyState>}
      />
    </Panel>
  );
}
