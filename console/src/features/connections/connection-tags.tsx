import { useDeferredValue, useMemo, useState } from 'react';
import type { ConnectionTag } from '@/shared/api/contract';
import { qualityOf } from '@/shared/format/quality';
import { useSharedText } from '@/shared/locale/texts';
import { AppLink } from '@/shared/nav/app-link';
import { formatAge, formatMoment } from '@/shared/time/plant-time';
import { DataTable } from '@/shared/ui/data-table';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { Segmented } from '@/shared/ui/segmented';
import { EmptyState, QueryView } from '@/shared/ui/states';
import type { Column } from '@/shared/ui/table-rows';
import { connectionTagRows, useConnectionTags } from './api';
import { useConnectionsText } from './locale/texts';
import styles from './connections.module.css';

const PAGE = 100;

/** The tags of a connection by the age of their values. */
export function ConnectionTags({ id }: { id: number }) {
  const t = useConnectionsText();
  const [text, setText] = useState('');
  const [which, setWhich] = useState<'all' | 'stale'>('all');
  const [page, setPage] = useState(0);
  const columns = useColumns();
  const asked = { id, query: useDeferredValue(text.trim()), stale: which === 'stale' };
  const query = useConnectionTags({ ...asked, page, size: PAGE });
  return (
    <div className={styles.stage}>
      <div className={styles.tools}>
        <input
          type="search"
          value={text}
          placeholder={t('tags.search')}
          aria-label={t('tags.search')}
          onChange={event => {
            setText(event.target.value);
            setPage(0);
          }}
        />
        <Segmented<'all' | 'stale'>
          label={t('tags.which')}
          value={which}
          onChange={next => {
            setWhich(next);
            setPage(0);
          }}
          options={[
            { value: 'all', label: t('tags.all') },
            { value: 'stale', label: t('tags.stale') },
          ]}
        />
      </div>
      <div className={styles.rest}>
        <QueryView query={query} rows={8}>
          {({ items, total }) => (
            <DataTable
              label={t('view.tags')}
              columns={columns}
              rows={items}
              rowKey={row => row.tagId}
              filter={false}
              exportAs="connection-tags"
              server={{ total, page, size: PAGE, onPage: setPage, ...connectionTagRows(asked) }}
              empty={
                <EmptyState title={t(which === 'stale' ? 'tags.none.stale' : 'tags.none')}>
                  {which === 'all' && t('tags.none.detail')}
                </EmptyState>
              }
            />
          )}
        </QueryView>
      </div>
    </div>
  );
}

function useColumns(): Column<ConnectionTag>[] {
  const t = useConnectionsText();
  const shared = useSharedText();
  return useMemo(() => {
    const quality = (row: ConnectionTag) =>
      shared(
        `quality.${row.stale ? 'stale' : qualityOf({ value: row.lastTime ? 0 : null, quality: row.quality })}`,
      );
    return [
      {
        key: 'mark',
        title: '',
        width: 36,
        exported: false,
        render: row => (row.stale || row.problem ? <PriorityMark priority={3} /> : null),
      },
      {
        key: 'name',
        title: t('tag.name'),
        width: '22%',
        render: row => <AppLink to={`/trends?tags=${row.tagId}`}>{row.name}</AppLink>,
        value: row => row.name,
      },
      {
        key: 'node',
        title: t('tag.node'),
        width: '30%',
        render: row => (
          <span className="t2" title={row.nodeId}>
            {row.nodeId}
          </span>
        ),
        value: row => row.nodeId,
      },
      {
        key: 'age',
        title: t('tag.age'),
        width: 90,
        align: 'right',
        render: row => <b className={row.stale ? undefined : 't2'}>{formatAge(row.ageSeconds)}</b>,
        value: row => row.ageSeconds,
      },
      {
        key: 'time',
        title: t('tag.time'),
        width: 160,
        render: row => <span className="t2">{formatMoment(row.lastTime)}</span>,
        value: row => row.lastTime,
      },
      { key: 'quality', title: t('tag.quality'), width: 90, render: quality, value: quality },
      {
        key: 'problem',
        title: t('tag.problem'),
        render: row => (
          <span className="t2" title={row.problem ?? ''}>
            {row.problem ?? ''}
          </span>
        ),
        value: row => row.problem,
      },
    ];
  }, [t, shared]);
}
