import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useEventTypes } from '@/shared/assets/event-types';
import type { PlantEvent } from '@/shared/api/contract';
import { useAssets, useScope } from '@/shared/assets/assets';
import { oneLine, useEventFacts } from '@/shared/events/event-words';
import { useSay } from '@/shared/i18n/i18n';
import { useNow } from '@/shared/time/now';
import { formatAge, formatTime } from '@/shared/time/plant-time';
import { useTimeRange } from '@/shared/time/time-range';
import { DataTable } from '@/shared/ui/data-table';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { SplitPage } from '@/shared/ui/side-panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import type { Column } from '@/shared/ui/table-rows';
import { PAGE_SIZE, useEvents } from './api';
import { EventPanel } from './event-panel';
import { useEventsText } from './locale/texts';

/** What happened at the asset and in the time that the top bar names. */
export default function EventsPage() {
  const t = useEventsText();
  const say = useSay();
  const { assetId } = useScope();
  const { range } = useTimeRange();
  const [type, setType] = useState<string | null>(null);
  const [page, setPage] = useState(0);
  const [selected, setSelected] = useState<PlantEvent | null>(null);
  const types = useEventTypes().data ?? [];
  const query = useEvents({ assetId, type, range, page });
  const columns = useEventColumns(types);
  const events = query.data?.items ?? [];
  const count = query.data?.total ?? 0;
  const running = events.filter(event => !event.end).length;
  return (
    <Page title={t('title')} sentence={count ? t('sentence', { count, running }) : t('sentence.none')}>
      <SplitPage side={selected && <EventPanel event={selected} onClose={() => setSelected(null)} />}>
        <Panel
          step={1}
          title={t('list')}
          meta={t('list.meta')}
          className="grow"
          actions={
            <Select
              size="small"
              style={{ width: 160 }}
              aria-label={t('type')}
              value={type ?? ''}
              onChange={value => {
                setType(value || null);
                setPage(0);
              }}
              options={[
                { value: '', label: t('type.all') },
                ...types.map(one => ({ value: one.code, label: say(one) })),
              ]}
            />
          }
        >
          <QueryView query={query} rows={12}>
            {data => (
              <DataTable
                label={t('list')}
                columns={columns}
                rows={data.items}
                rowKey={row => row.id}
                selected={selected?.id}
                onSelect={row => setSelected(row)}
                onOpen={row => setSelected(row)}
                keys
                exportAs="events"
                server={{ total: data.total, page, size: PAGE_SIZE, onPage: setPage }}
                empty={<EmptyState title={t('none')}>{t('none.detail')}</EmptyState>}
              />
            )}
          </QueryView>
        </Panel>
      </SplitPage>
    </Page>
  );
}

function useEventColumns(types: readonly { code: string; zh: string; en: string }[]): Column<PlantEvent>[] {
  const t = useEventsText();
  const say = useSay();
  const now = useNow(10);
  const factsOf = useEventFacts();
  const { tree } = useAssets();
  return useMemo(() => {
    const typeOf = (event: PlantEvent) => say(types.find(one => one.code === event.type)) || say(event.title);
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
        render: row => <b>{say(tree.find(row.assetId)?.name)}</b>,
        value: row => say(tree.find(row.assetId)?.name),
      },
      { key: 'type', title: t('column.type'), width: 128, render: typeOf, value: typeOf },
      {
        key: 'what',
        title: t('column.what'),
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
  }, [t, say, now, factsOf, tree, types]);
}
