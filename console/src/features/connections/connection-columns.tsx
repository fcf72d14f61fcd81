import { useMemo } from 'react';
import type { Connection } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { formatAge } from '@/shared/time/plant-time';
import { PriorityMark } from '@/shared/ui/priority-mark';
import type { Column } from '@/shared/ui/table-rows';
import { priorityOf, stateOf } from './health';
import { useConnectionsText } from './locale/texts';

type Figure = 'tags' | 'staleTags' | 'rate' | 'lost' | 'buffered' | 'reconnects';

/** Whether the detail of a connection that does not run is more than the name of its state. */
const saysMore = (row: Connection, state: string) =>
  row.actual !== 'RUNNING' && row.detail.toLowerCase() !== state.toLowerCase();

/** Connections by what counts: age first. */
export function useConnectionColumns(): Column<Connection>[] {
  const t = useConnectionsText();
  return useMemo(() => {
    const figure = (key: Figure, width: number, alarming = false): Column<Connection> => ({
      key,
      title: t(`column.${key}`),
      width,
      align: 'right',
      render: row => (
        <span className={alarming && row[key] > 0 ? 'bold' : 't2'}>{formatNumber(row[key], 0)}</span>
      ),
      value: row => row[key],
    });
    const age = (key: 'newestAgeSeconds' | 'ageP99Seconds', width: number): Column<Connection> => ({
      key,
      title: t(`column.${key}`),
      width,
      align: 'right',
      render: row => (key === 'newestAgeSeconds' ? <b>{formatAge(row[key])}</b> : formatAge(row[key])),
      value: row => row[key],
    });
    return [
      {
        key: 'mark',
        title: '',
        width: 36,
        render: row => {
          const priority = priorityOf(row);
          return priority && <PriorityMark priority={priority} />;
        },
        value: row => priorityOf(row) ?? 9,
        sortable: false,
      },
      {
        key: 'name',
        title: t('column.name'),
        width: 140,
        render: row => <b>{row.name}</b>,
        value: row => row.name,
      },
      {
        key: 'kind',
        title: t('field.kind'),
        width: 84,
        render: row => <span className="t2">{t(`kind.${row.kind}`)}</span>,
        value: row => t(`kind.${row.kind}`),
      },
      {
        key: 'endpoint',
        title: t('column.endpoint'),
        render: row => (
          <span className="t2" title={row.endpoint}>
            {row.endpoint}
          </span>
        ),
        value: row => row.endpoint,
      },
      {
        key: 'state',
        title: t('column.state'),
        width: 160,
        render: row => (
          <span title={row.detail}>
            {t(`state.${stateOf(row)}`)}{' '}
            {saysMore(row, t(`state.${stateOf(row)}`)) && <span className="t3 small">{row.detail}</span>}
          </span>
        ),
        value: row => t(`state.${stateOf(row)}`),
      },
      age('newestAgeSeconds', 82),
      age('ageP99Seconds', 82),
      figure('rate', 76),
      figure('tags', 72),
      figure('staleTags', 64, true),
      figure('lost', 64, true),
      figure('buffered', 64, true),
      figure('reconnects', 64),
      {
        key: 'lastError',
        title: t('column.lastError'),
        width: '12%',
        render: row => (
          <span className="t2" title={row.lastError ?? ''}>
            {row.lastError ?? ''}
          </span>
        ),
        value: row => row.lastError,
      },
    ];
  }, [t]);
}
