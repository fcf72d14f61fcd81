import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '@/shared/api/client';
import type { LinkedComponent } from '@/shared/api/contract';
import { DataTable } from '@/shared/ui/data-table';
import { Panel } from '@/shared/ui/panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import type { Column } from '@/shared/ui/table-rows';
import styles from './about.module.css';
import { useAboutText } from './locale/texts';

/** The components that the program is delivered with, each with its licence. */
export function Licences() {
  const t = useAboutText();
  const query = useQuery({
    queryKey: ['about', 'licences'],
    queryFn: ({ signal }) => api.get('/api/about/licences', { signal }),
    staleTime: Infinity,
  });
  const columns = useMemo<Column<LinkedComponent>[]>(
    () => [
      {
        key: 'name',
        title: t('column.name'),
        render: one => <b title={one.name}>{one.name}</b>,
        value: one => one.name,
      },
      {
        key: 'version',
        title: t('column.version'),
        width: '20%',
        render: one => one.version,
        value: one => one.version,
      },
      {
        key: 'licence',
        title: t('column.licence'),
        width: '40%',
        render: one => <span title={one.licence}>{one.licence}</span>,
        value: one => one.licence,
      },
    ],
    [t],
  );
  const count = query.data?.length;
  return (
    <Panel
      title={t('licences')}
      meta={count ? t('licences.meta', { count }) : undefined}
      className={styles.licences}
    >
      <QueryView query={query} rows={8}>
        {rows => (
          <DataTable
            label={t('licences')}
            columns={columns}
            rows={rows}
            rowKey={one => `${one.name} ${one.version}`}
            exportAs="licences"
            empty={<EmptyState title={t('licences.none')}>{t('licences.none.detail')}</EmptyState>}
          />
        )}
      </QueryView>
    </Panel>
  );
}
