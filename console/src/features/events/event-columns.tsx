import { useMemo } from 'react';
import { useEventTypes } from '@/shared/assets/event-types';
import type { PlantEvent } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { oneLine, useEventFacts } from '@/shared/events/event-words';
import { useSay } from '@/shared/i18n/i18n';
import { useNow } from '@/shared/time/now';
import { formatAge, formatTime } from '@/shared/time/plant-time';
import type { Column } from '@/shared/ui/table-rows';
import { useEventsText } from './locale/texts';

const INDENT = 14;

/** Columns of the list; `depths` says how deep an event stands under its whole. */
export function useEventColumns(depths: ReadonlyMap<number, number>): Column<PlantEvent>[] {
  const t = useEventsText();
  const say = useSay();
  const now = useNow(10);
  const types = useEventTypes().data;
  const factsOf = useEventFacts();
  const { tree } = useAssets();
  return useMemo(() => {
    const typeOf = (event: PlantEvent) =>
      say(types?.find(one => one.code === event.type)) || say(event.title);
    /** Its title where it says more than the type, and its figures. */
    const told = (event: PlantEvent) =>
      [say(event.title) === typeOf(event) ? '' : say(event.title), oneLine(factsOf(event))]
        .filter(Boolean)
        .join(' · ');
    const seconds = (event: PlantEvent) =>
      Math.max(0, ((event.end ? Date.parse(event.end) : now) - Date.parse(event.start)) / 1000);
    return [
      {
        key: 'object',
        title: t('column.object'),
        width: 160,
        sortable: false,
        render: row => <b>{say(tree.find(row.assetId)?.name)}</b>,
        value: row => say(tree.find(row.assetId)?.name),
      },
      {
        key: 'type',
        title: t('column.type'),
        width: 148,
        render: row => (
          <span style={{ paddingLeft: (depths.get(row.id) ?? 0) * INDENT }}>
            {row.parentId && (
              <span className="t3" title={t('part')}>
                {'└ '}
              </span>
            )}
            {typeOf(row)}
          </span>
        ),
        value: typeOf,
      },
      {
        key: 'what',
        title: t('column.what'),
        sortable: false,
        render: row => <span className="t2">{told(row)}</span>,
        value: told,
      },
      {
        key: 'start',
        title: t('column.start'),
        width: 112,
        render: row => formatTime(row.start),
        value: row => row.start,
      },
      {
        key: 'end',
        title: t('column.end'),
        width: 112,
        render: row => (row.end ? formatTime(row.end) : <span className="t3">{t('running')}</span>),
        value: row => row.end,
      },
      {
        key: 'duration',
        title: t('column.duration'),
        width: 92,
        align: 'right',
        render: row => formatAge(seconds(row)),
        value: seconds,
      },
    ];
  }, [t, say, now, factsOf, tree, types, depths]);
}
