import { useMemo } from 'react';
import type { StreamJob } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { formatNumber } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { formatAge, formatTime } from '@/shared/time/plant-time';
import type { Column } from '@/shared/ui/table-rows';
import { useStreamsText } from './locale/texts';
import { StandChip } from './stand-chip';

const count = (key: 'pointsIn' | 'pointsOut', title: string): Column<StreamJob> => ({
  key,
  title,
  width: 96,
  align: 'right',
  render: row => <span className="t2">{formatNumber(row.state[key], 0)}</span>,
  value: row => row.state[key],
});

export function useStreamColumns(): Column<StreamJob>[] {
  const t = useStreamsText();
  const say = useSay();
  const { tree } = useAssets();
  return useMemo(() => {
    const place = (row: StreamJob) => say(tree.find(row.assetId)?.name);
    return [
      { key: 'name', title: t('column.name'), render: row => say(row.name), value: row => say(row.name) },
      {
        key: 'kind',
        title: t('column.kind'),
        width: 108,
        render: row => t(`kind.${row.kind}`),
        value: row => t(`kind.${row.kind}`),
      },
      { key: 'asset', title: t('column.asset'), width: '14%', render: place, value: place },
      {
        key: 'places',
        title: t('column.places'),
        width: 72,
        align: 'right',
        render: row => <span className="t2">{row.state.places || '–'}</span>,
        value: row => row.state.places,
      },
      {
        key: 'mode',
        title: t('column.mode'),
        width: 84,
        render: row => <span className={row.mode === 'OFF' ? 't3' : undefined}>{t(`mode.${row.mode}`)}</span>,
        value: row => t(`mode.${row.mode}`),
      },
      {
        key: 'stand',
        title: t('column.stand'),
        width: 112,
        render: row => <StandChip job={row} />,
        value: row => t(`stand.${row.state.stand}`),
      },
      {
        key: 'lag',
        title: t('column.lag'),
        width: 80,
        align: 'right',
        render: row => <span className="t2">{formatAge(row.state.lagSeconds)}</span>,
        value: row => row.state.lagSeconds,
      },
      count('pointsIn', t('column.in')),
      count('pointsOut', t('column.out')),
      {
        key: 'firing',
        title: t('column.firing'),
        width: 108,
        render: row => (row.state.lastFiring ? formatTime(row.state.lastFiring) : '–'),
        value: row => row.state.lastFiring,
      },
    ];
  }, [t, say, tree]);
}
