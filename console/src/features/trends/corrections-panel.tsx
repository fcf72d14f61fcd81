import { type ReactNode, useMemo } from 'react';
import type { Correction, Tag } from '@/shared/api/contract';
import { useSay } from '@/shared/i18n/i18n';
import { formatMoment } from '@/shared/time/plant-time';
import type { TimeRange } from '@/shared/time/time-range';
import { DataTable } from '@/shared/ui/data-table';
import { Panel } from '@/shared/ui/panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import { TableExport } from '@/shared/ui/table-export';
import type { Column } from '@/shared/ui/table-rows';
import { Value } from '@/shared/ui/value';
import { useCorrections } from './api';
import { useTrendsText } from './locale/texts';

interface Props {
  ids: readonly number[];
  tags: ReadonlyMap<number, Tag>;
  range: TimeRange;
  onPin(at: number): void;
  /** Controls of the place this panel stands in. */
  actions: ReactNode;
}

/** A correction may be small: as many digits as anything here is shown with. */
const DIGITS = 3;
const NONE: Correction[] = [];
const keyOf = (row: Correction) => `${row.tag} ${row.time} ${row.at} ${row.oldValue}`;

function useColumns(tags: ReadonlyMap<number, Tag>): Column<Correction>[] {
  const t = useTrendsText();
  const say = useSay();
  return useMemo(() => {
    const nameOf = (row: Correction) => say(tags.get(row.tag)?.label);
    const stateOf = (row: Correction, value: number | null | undefined) =>
      tags.get(row.tag)?.states?.find(state => state.code === value);
    const figure = (key: 'old' | 'new'): Column<Correction> => ({
      key,
      title: t(`corrections.${key}`),
      align: 'right',
      width: '10%',
      render: row => {
        const state = stateOf(row, row[`${key}Value`]);
        if (state) return <b>{say(state)}</b>;
        return (
          <Value value={row[`${key}Value`]} unit={row.unit} digits={DIGITS} quality={row[`${key}Quality`]} />
        );
      },
      value: row => row[`${key}Value`],
    });
    return [
      { key: 'quantity', title: t('column.quantity'), width: '14%', render: nameOf, value: nameOf },
      {
        key: 'time',
        title: t('corrections.time'),
        width: '15%',
        render: row => formatMoment(row.time),
        value: row => new Date(row.time).toISOString(),
      },
      figure('old'),
      figure('new'),
      {
        key: 'at',
        title: t('corrections.at'),
        width: '15%',
        render: row => <span className="t2">{formatMoment(row.at)}</span>,
        value: row => row.at,
      },
      {
        key: 'who',
        title: t('corrections.who'),
        width: '12%',
        render: row => row.who || <span className="t3">{t('corrections.arrived')}</span>,
        value: row => row.who || t('corrections.arrived'),
      },
      {
        key: 'why',
        title: t('corrections.why'),
        render: row => <span title={row.why}>{row.why}</span>,
        value: row => row.why,
      },
    ];
  }, [t, say, tags]);
}

/** Points of the range that were corrected: when, by whom, why, and what stood there; a click leads to the point. */
export function CorrectionsPanel({ ids, tags, range, onPin, actions }: Props) {
  const t = useTrendsText();
  const query = useCorrections(ids, range, true);
  const columns = useColumns(tags);
  const { items, total } = query.data ?? { items: NONE, total: 0 };
  return (
    <Panel
      title={t('corrections')}
      meta={
        total > items.length
          ? t('corrections.cut', { shown: items.length, total })
          : t('corrections.meta', { total })
      }
      actions={
        <>
          <TableExport name="corrections" columns={columns} rows={items} />
          {actions}
        </>
      }
    >
      <QueryView query={query} rows={3}>
        {() => (
          <DataTable
            label={t('corrections')}
            columns={columns}
            rows={items}
            rowKey={keyOf}
            rowHeight={26}
            onSelect={row => onPin(row.time)}
            empty={<EmptyState title={t('corrections.none')} />}
          />
        )}
      </QueryView>
    </Panel>
  );
}
