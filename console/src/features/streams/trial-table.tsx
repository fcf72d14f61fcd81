import { useMemo } from 'react';
import type { StreamPeriod, StreamTrial } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { formatAge, formatTime } from '@/shared/time/plant-time';
import { DataTable } from '@/shared/ui/data-table';
import type { Column } from '@/shared/ui/table-rows';
import { useStreamsText } from './locale/texts';
import styles from './streams.module.css';

const seconds = ({ start, end }: StreamPeriod) =>
  end ? (Date.parse(end) - Date.parse(start)) / 1000 : undefined;

const figures = ({ attributes }: StreamPeriod) =>
  Object.entries(attributes)
    .map(([name, value]) => `${name} ${formatNumber(value)}`)
    .join(' · ');

function useColumns(): Column<StreamPeriod>[] {
  const t = useStreamsText();
  return useMemo(
    () => [
      {
        key: 'asset',
        title: t('column.asset'),
        width: '26%',
        render: row => row.asset || '–',
        value: row => row.asset,
      },
      {
        key: 'start',
        title: t('trial.start'),
        width: '24%',
        render: row => formatTime(row.start),
        value: row => row.start,
      },
      {
        key: 'length',
        title: t('trial.length'),
        width: '20%',
        align: 'right',
        render: row => (row.end ? formatAge(seconds(row)) : t('trial.goesOn')),
        value: seconds,
      },
      { key: 'figures', title: t('trial.figures'), align: 'right', render: figures, value: figures },
    ],
    [t],
  );
}

/** The times at which the draft would have held. */
export function TrialTable({ trial, onPlace }: { trial: StreamTrial; onPlace(asset: string): void }) {
  const t = useStreamsText();
  const columns = useColumns();
  return (
    <div className={styles.periods}>
      <DataTable
        label={t('trial.periods')}
        columns={columns}
        rows={trial.periods}
        rowKey={row => `${row.asset} ${row.start}`}
        onSelect={row => onPlace(row.asset)}
        exportAs="trial"
        empty={t('trial.noPeriods')}
      />
    </div>
  );
}
