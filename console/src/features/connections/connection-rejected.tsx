import { useMemo } from 'react';
import type { RejectedMessage } from '@/shared/api/contract';
import { formatMoment } from '@/shared/time/plant-time';
import { DataTable } from '@/shared/ui/data-table';
import { EmptyState, QueryView } from '@/shared/ui/states';
import type { Column } from '@/shared/ui/table-rows';
import { useRejected } from './api';
import { useConnectionsText } from './locale/texts';
import styles from './connections.module.css';

/** The last messages of a broker that could not be used, and why. */
export function ConnectionRejected({ id }: { id: number }) {
  const t = useConnectionsText();
  const columns = useColumns();
  const query = useRejected(id);
  return (
    <div className={styles.stage}>
      <div className={styles.rest}>
        <QueryView query={query} rows={8}>
          {({ items, total }) => (
            <DataTable
              label={t('rejected.meta', { total })}
              columns={columns}
              rows={items.map((item, at) => ({ ...item, key: total - at }))}
              rowKey={row => row.key}
              exportAs="rejected-messages"
              empty={<EmptyState title={t('rejected.none')}>{t('rejected.none.detail')}</EmptyState>}
            />
          )}
        </QueryView>
      </div>
    </div>
  );
}

function useColumns(): Column<RejectedMessage & { key: number }>[] {
  const t = useConnectionsText();
  return useMemo(() => {
    const text = (key: 'topic' | 'reason' | 'excerpt', width: string) => ({
      key,
      title: t(`rejected.${key}`),
      width,
      render: (row: RejectedMessage) => (
        <span className={key === 'reason' ? undefined : 't2'} title={row[key]}>
          {row[key]}
        </span>
      ),
      value: (row: RejectedMessage) => row[key],
    });
    return [
      {
        key: 'time',
        title: t('rejected.time'),
        width: 160,
        render: row => <span className="t2">{formatMoment(row.time)}</span>,
        value: row => row.time,
      },
      text('topic', '24%'),
      text('reason', '40%'),
      text('excerpt', '24%'),
    ];
  }, [t]);
}
