import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PlantEvent } from '@/shared/api/contract';
import { useScope } from '@/shared/assets/assets';
import { useEventTypes } from '@/shared/assets/event-types';
import { useSay } from '@/shared/i18n/i18n';
import { useMay } from '@/shared/session/session';
import { useNow } from '@/shared/time/now';
import { useTimeRange } from '@/shared/time/time-range';
import { Button } from '@/shared/ui/button';
import { DataTable } from '@/shared/ui/data-table';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { SplitPage } from '@/shared/ui/side-panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import { usePaging } from '@/shared/ui/use-paging';
import { eventRows, PAGE_SIZE, useEvent, useEvents } from './api';
import { useEventColumns } from './event-columns';
import { EventForm } from './event-form';
import { EventPanel } from './event-panel';
import { asListed, underParents } from './event-tree';
import { useEventsText } from './locale/texts';

/** What happened at the asset and in the time that the top bar names. The address keeps the selection. */
export default function EventsPage() {
  const t = useEventsText();
  const { assetId } = useScope();
  const { range } = useTimeRange();
  const may = useMay('OPERATOR', 'ENGINEER');
  const now = useNow(10);
  const [type, setType] = useState<string | null>(null);
  const [written, setWritten] = useState<{ event: PlantEvent | null } | null>(null);
  const paging = usePaging(PAGE_SIZE, { key: 'start', down: true });
  const { selected, select } = useSelected();
  const asked = { assetId, type, range, paging };
  const query = useEvents(asked);
  const events = useMemo(() => query.data?.items ?? [], [query.data]);
  const inOrder = paging.sort?.key === 'start';
  const { rows, depths } = useMemo(
    () => (inOrder ? underParents(events) : asListed(events)),
    [events, inOrder],
  );
  const columns = useEventColumns(depths);
  const listed = events.find(event => event.id === selected);
  const other = useEvent(query.data && !listed ? selected : null).data;
  const event = listed ?? (other?.id === selected ? other : undefined);
  const count = query.data?.total ?? 0;
  const running = events.filter(one => !one.end).length;
  return (
    <Page
      title={t('title')}
      sentence={count ? t('sentence', { count, running }) : t('sentence.none')}
      actions={
        may && (
          <Button kind="primary" onClick={() => setWritten({ event: null })}>
            {t('add')}
          </Button>
        )
      }
    >
      <SplitPage
        side={
          event && (
            <EventPanel
              key={event.id}
              event={event}
              onCorrect={() => setWritten({ event })}
              onClose={() => select(null)}
            />
          )
        }
      >
        <Panel
          step={1}
          title={t('list')}
          meta={t('list.meta')}
          className="grow"
          actions={
            <TypeFilter
              type={type}
              onChange={next => {
                setType(next);
                paging.onPage(0);
              }}
            />
          }
        >
          <QueryView query={query} rows={12}>
            {data => (
              <DataTable
                label={t('list')}
                columns={columns}
                rows={rows}
                rowKey={row => row.id}
                selected={selected}
                onSelect={row => select(row.id)}
                onOpen={row => select(row.id)}
                keys
                exportAs="events"
                filter={false}
                server={{ ...paging, total: data.total, ...eventRows(asked) }}
                empty={<EmptyState title={t('none')}>{t('none.detail')}</EmptyState>}
              />
            )}
          </QueryView>
        </Panel>
      </SplitPage>
      {written && (
        <EventForm
          event={written.event}
          assetId={assetId}
          now={now}
          onClose={saved => {
            setWritten(null);
            if (saved) select(saved.id);
          }}
        />
      )}
    </Page>
  );
}

/** The number of the chosen event, kept in the address so that a link leads to it. */
function useSelected() {
  const [address, setAddress] = useSearchParams();
  const select = (id: number | null) =>
    setAddress(
      old => {
        const next = new URLSearchParams(old);
        if (id === null) next.delete('event');
        else next.set('event', String(id));
        return next;
      },
      { replace: true },
    );
  return { selected: Number(address.get('event')) || null, select };
}

function TypeFilter({ type, onChange }: { type: string | null; onChange(type: string | null): void }) {
  const t = useEventsText();
  const say = useSay();
  const types = useEventTypes().data ?? [];
  return (
    <Select
      size="small"
      style={{ width: 160 }}
      aria-label={t('type')}
      value={type ?? ''}
      onChange={value => onChange(value || null)}
      options={[
        { value: '', label: t('type.all') },
        ...types.map(one => ({ value: one.code, label: say(one) })),
      ]}
    />
  );
}
