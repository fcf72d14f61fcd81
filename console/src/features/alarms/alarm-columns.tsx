import { useCallback, useMemo } from 'react';
import type { Alarm } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { useSay } from '@/shared/i18n/i18n';
import { useNow } from '@/shared/time/now';
import { formatAge, formatTime } from '@/shared/time/plant-time';
import { PriorityMark } from '@/shared/ui/priority-mark';
import type { Column } from '@/shared/ui/table-rows';
import { Value } from '@/shared/ui/value';
import { useAlarmsText } from './locale/texts';

export const isUnacknowledged = (alarm: Alarm) =>
  alarm.state === 'ACTIVE_UNACKED' || alarm.state === 'CLEARED_UNACKED';

export const isActive = (alarm: Alarm) => alarm.state === 'ACTIVE_UNACKED' || alarm.state === 'ACTIVE_ACKED';

/** Where an alarm stands, with the end of its shelving and, when nobody saw it come back inside, why it is over. */
export function useStateWords() {
  const t = useAlarmsText();
  return useCallback(
    ({ state, endedBy, shelvedUntil }: Alarm) => {
      if (state === 'SHELVED' && shelvedUntil)
        return t('state.SHELVED.until', { time: formatTime(shelvedUntil) });
      if (!endedBy) return t(`state.${state}`);
      const where = state === 'CLEARED_UNACKED' ? t('state.ENDED_UNACKED') : t(`state.${state}`);
      return `${where} · ${t(`ended.${endedBy}`)}`;
    },
    [t],
  );
}

/** How long it lasted, or lasts, in seconds. */
function duration(alarm: Alarm, now: number) {
  const end = alarm.clearedAt ? Date.parse(alarm.clearedAt) : now;
  return Math.max(0, (end - Date.parse(alarm.raisedAt)) / 1000);
}

export function useAlarmColumns(): Column<Alarm>[] {
  const t = useAlarmsText();
  const say = useSay();
  const now = useNow(10);
  const { tree } = useAssets();
  const state = useStateWords();
  return useMemo(
    () => [
      {
        key: 'mark',
        title: '',
        width: 36,
        render: row => (
          <PriorityMark
            priority={row.priority}
            blink={row.priority === 1 && row.state === 'ACTIVE_UNACKED'}
          />
        ),
        value: row => row.priority,
      },
      {
        key: 'object',
        title: t('column.object'),
        width: '24%',
        render: row => {
          const path = tree.pathOf(row.assetId).map(asset => say(asset.name));
          return (
            <span className="ellipsis" title={path.join(' / ')}>
              <span className="t3">{path.slice(-2, -1).map(part => `${part} / `)}</span>
              {path.at(-1)}
            </span>
          );
        },
        value: row =>
          tree
            .pathOf(row.assetId)
            .map(asset => say(asset.name))
            .join(' / '),
      },
      {
        key: 'what',
        title: t('column.what'),
        render: row => <span className={isUnacknowledged(row) ? 'bold' : undefined}>{say(row.title)}</span>,
        value: row => say(row.title),
      },
      {
        key: 'value',
        title: t('column.value'),
        width: 112,
        align: 'right',
        render: row => <Value value={row.value} unit={row.unit ?? undefined} />,
        value: row => row.value,
      },
      {
        key: 'limit',
        title: t('column.limit'),
        width: 84,
        align: 'right',
        render: row => <Value value={row.limit} />,
        value: row => row.limit,
      },
      {
        key: 'state',
        title: t('column.state'),
        width: 136,
        render: row => (
          <span className="ellipsis" title={state(row)}>
            {state(row)}
          </span>
        ),
        value: state,
      },
      {
        key: 'raised',
        title: t('column.raised'),
        width: 104,
        render: row => formatTime(row.raisedAt),
        value: row => row.raisedAt,
      },
      {
        key: 'duration',
        title: t('column.duration'),
        width: 84,
        align: 'right',
        render: row => <span className="t2">{formatAge(duration(row, now))}</span>,
        value: row => duration(row, now),
      },
    ],
    [t, say, now, tree, state],
  );
}
