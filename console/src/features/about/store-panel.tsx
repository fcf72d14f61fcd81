import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '@/shared/api/client';
import type { Kept } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { useMay } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { DataTable } from '@/shared/ui/data-table';
import { Panel } from '@/shared/ui/panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import type { Column } from '@/shared/ui/table-rows';
import styles from './about.module.css';
import { useAboutText } from './locale/texts';
import { RetentionForm } from './retention-form';

const MB = 2 ** 20;

/** The history: its size, and how long it keeps the tags of each class. */
export function StorePanel() {
  const t = useAboutText();
  const query = useQuery({
    queryKey: ['history', 'retention'],
    queryFn: ({ signal }) => api.get('/api/history/retention', { signal }),
  });
  const [edited, setEdited] = useState<Kept | null>(null);
  return (
    <Panel title={t('store')} meta={<Figures />} className={styles.store}>
      <QueryView query={query} rows={3}>
        {rows => <Classes rows={rows} onEdit={setEdited} />}
      </QueryView>
      {edited && <RetentionForm kept={edited} onClose={() => setEdited(null)} />}
    </Panel>
  );
}

function Figures() {
  const t = useAboutText();
  const { data } = useQuery({
    queryKey: ['history', 'figures'],
    queryFn: ({ signal }) => api.get('/api/history/figures', { signal }),
    refetchInterval: 60_000,
  });
  if (!data) return null;
  const points = formatNumber((data.sealedPoints + data.hotPoints) / 1e6, 1);
  return t('store.meta', { points, files: data.pointFiles, size: formatNumber(data.folderBytes / MB, 0) });
}

function Classes({ rows, onEdit }: { rows: readonly Kept[]; onEdit(kept: Kept): void }) {
  const t = useAboutText();
  const may = useMay('ADMIN');
  const columns = useMemo<Column<Kept>[]>(() => {
    const days = (value: number | null | undefined) =>
      typeof value === 'number' ? t('retention.days', { count: value }) : t('retention.forever');
    return [
      { key: 'name', title: t('retention.class'), render: one => <b>{one.name}</b>, value: one => one.name },
      {
        key: 'tags',
        title: t('retention.tags'),
        align: 'right',
        render: one => one.tags,
        value: one => one.tags,
      },
      {
        key: 'points',
        title: t('retention.points'),
        render: one => days(one.pointDays),
        value: one => days(one.pointDays),
      },
      {
        key: 'rollups',
        title: t('retention.rollups'),
        render: one => days(one.rollupDays),
        value: one => days(one.rollupDays),
      },
      {
        key: 'edit',
        title: '',
        exported: false,
        width: '90px',
        render: one => (
          <Button
            kind="text"
            disabled={!may}
            title={may ? undefined : t('retention.noRight')}
            onClick={() => onEdit(one)}
          >
            {t('retention.edit')}
          </Button>
        ),
      },
    ];
  }, [t, may, onEdit]);
  return (
    <DataTable
      label={t('store')}
      columns={columns}
      rows={rows}
      rowKey={one => one.name}
      exportAs="retention"
      empty={<EmptyState title={t('retention.none')}>{t('retention.none.detail')}</EmptyState>}
    />
  );
}
