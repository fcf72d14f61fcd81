import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Abnormal } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { formatRange } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { AppLink, useCarry } from '@/shared/nav/app-link';
import { useNow } from '@/shared/time/now';
import { ageOf, formatAge } from '@/shared/time/plant-time';
import { Bullet } from '@/shared/ui/bullet';
import { DataTable } from '@/shared/ui/data-table';
import { Panel } from '@/shared/ui/panel';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { Segmented } from '@/shared/ui/segmented';
import { EmptyState } from '@/shared/ui/states';
import { TableExport } from '@/shared/ui/table-export';
import type { Column } from '@/shared/ui/table-rows';
import { Value } from '@/shared/ui/value';
import { useOverviewText } from './locale/texts';
import styles from './overview.module.css';

type Order = 'importance' | 'duration';

/** Path with its last part, the object itself, in full colour. */
function ObjectPath({ row }: { row: Abnormal }) {
  const say = useSay();
  const { tree } = useAssets();
  const known = tree.pathOf(row.assetId).slice(-3);
  const path = known.length > 0 ? known.map(asset => say(asset.name)).join(' / ') : say(row.path);
  const parts = path.split(' / ');
  return (
    <span className={styles.path} title={path}>
      <span>{parts.slice(0, -1).map(part => `${part} / `)}</span>
      {parts.at(-1)}
    </span>
  );
}

function useColumns(): Column<Abnormal>[] {
  const t = useOverviewText();
  const say = useSay();
  const now = useNow(30);
  return useMemo(
    () => [
      {
        key: 'mark',
        title: '',
        width: 36,
        exported: false,
        render: row => <PriorityMark priority={row.priority} />,
      },
      {
        key: 'object',
        title: t('column.object'),
        width: '25%',
        render: row => <ObjectPath row={row} />,
        value: row => say(row.path),
      },
      {
        key: 'what',
        title: t('column.what'),
        render: row => (
          <>
            <div className="bold ellipsis">{say(row.what)}</div>
            <div className="small t2 ellipsis">{say(row.why)}</div>
          </>
        ),
        value: row => say(row.what),
      },
      {
        key: 'value',
        title: t('column.value'),
        width: 104,
        align: 'right',
        render: row => <Value value={row.value} unit={row.unit} low={row.low} high={row.high} />,
        value: row => row.value,
      },
      {
        key: 'range',
        title: t('column.range'),
        width: 104,
        render: row => <Bullet {...row} value={row.value} />,
        value: row => `${formatRange(row.low, row.high)} ${row.unit}`.trim(),
      },
      {
        key: 'since',
        title: t('column.since'),
        width: 72,
        align: 'right',
        render: row => <span className="t2">{formatAge(ageOf(row.since, now))}</span>,
        value: row => row.since,
      },
      {
        key: 'action',
        title: t('column.action'),
        width: 92,
        exported: false,
        align: 'right',
        render: row =>
          row.adviceCount > 0 ? (
            <AppLink to={`/advice?asset=${row.assetId}`}>
              {t('adviceCount', { count: row.adviceCount })}
            </AppLink>
          ) : (
            <AppLink to={`/alarms?asset=${row.assetId}`}>{t('noAdvice')}</AppLink>
          ),
      },
    ],
    [t, say, now],
  );
}

/** What is abnormal now, most important first. */
export function AbnormalPanel({
  abnormal,
  total,
  heard,
}: {
  abnormal: readonly Abnormal[];
  total: number;
  heard: boolean;
}) {
  const t = useOverviewText();
  const columns = useColumns();
  const carry = useCarry();
  const navigate = useNavigate();
  const { tree } = useAssets();
  const [order, setOrder] = useState<Order>('importance');
  const [shown, setShown] = useState(0);
  const [selected, setSelected] = useState<number | null>(null);
  const rows = useMemo(
    () =>
      order === 'importance'
        ? abnormal
        : [...abnormal].sort((a, b) => Date.parse(a.since) - Date.parse(b.since)),
    [abnormal, order],
  );
  const open = (row: Abnormal) => {
    const pot = tree.find(row.assetId)?.template?.toLowerCase().includes('pot');
    void navigate(
      carry(pot ? `/potline/pots/${row.assetId}?asset=${row.assetId}` : `/alarms?asset=${row.assetId}`),
    );
  };
  return (
    <Panel
      step={1}
      title={t('abnormal')}
      meta={t('abnormal.meta', { shown, total })}
      actions={
        <>
          <TableExport name="abnormal" columns={columns} rows={rows} />
          <Segmented<Order>
            label={t('abnormal.order')}
            value={order}
            onChange={setOrder}
            options={[
              { value: 'importance', label: t('abnormal.order.importance') },
              { value: 'duration', label: t('abnormal.order.duration') },
            ]}
          />
        </>
      }
    >
      <DataTable
        label={t('abnormal')}
        columns={columns}
        rows={rows}
        rowKey={row => row.assetId * 10 + row.priority}
        rowHeight={44}
        foot={false}
        selected={selected}
        onSelect={row => setSelected(row.assetId * 10 + row.priority)}
        onOpen={open}
        onShown={setShown}
        empty={
          heard ? (
            <EmptyState title={t('abnormal.none')}>{t('abnormal.none.detail')}</EmptyState>
          ) : (
            <EmptyState title={t('abnormal.unheard')}>{t('abnormal.unheard.detail')}</EmptyState>
          )
        }
      />
    </Panel>
  );
}
