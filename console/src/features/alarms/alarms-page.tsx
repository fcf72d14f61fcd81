import { useSearchParams } from 'react-router';
import type { Alarm, Priority } from '@/shared/api/contract';
import { useScope } from '@/shared/assets/assets';
import { AppLink } from '@/shared/nav/app-link';
import { useMay } from '@/shared/session/session';
import { useTimeRange } from '@/shared/time/time-range';
import { Button } from '@/shared/ui/button';
import { DataTable } from '@/shared/ui/data-table';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { Segmented } from '@/shared/ui/segmented';
import { SplitPage } from '@/shared/ui/side-panel';
import { EmptyState, ErrorState, QueryView } from '@/shared/ui/states';
import { usePageOf } from '@/shared/ui/use-page-of';
import type { TableOptions } from '@/shared/ui/use-table';
import { isActive, isUnacknowledged, useAlarmColumns } from './alarm-columns';
import { AlarmPanel } from './alarm-panel';
import { alarmRows, type AlarmView, PAGE_SIZE, useAcknowledge, useAlarm, useAlarms } from './api';
import { useAlarmsText } from './locale/texts';

const PRIORITIES: readonly Priority[] = [1, 2, 3];

/** Alarms that wait for somebody, and those of a time. The address keeps view, priority and selection. */
export default function AlarmsPage() {
  const t = useAlarmsText();
  const { assetId } = useScope();
  const { range } = useTimeRange();
  const [address, setAddress] = useSearchParams();
  const view: AlarmView = address.get('view') === 'all' ? 'all' : 'open';
  const priority = PRIORITIES.find(one => String(one) === address.get('priority')) ?? null;
  const selected = Number(address.get('alarm')) || null;
  const { page, setPage } = usePageOf([view, assetId, priority].join());
  const query = useAlarms({ view, assetId, priority, range, page });
  const listed = query.data?.items.find(one => one.id === selected);
  const other = useAlarm(selected, query.data !== undefined && !listed).data;
  const alarm = listed ?? (other?.id === selected ? other : undefined);
  const put = (key: string, value: string | null) =>
    setAddress(
      old => {
        const next = new URLSearchParams(old);
        if (value === null) next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  return (
    <Page
      title={t('title')}
      sentence={<Sentence view={view} alarms={query.data?.items ?? []} total={query.data?.total ?? 0} />}
      actions={<AppLink to="/alarms/rules">{t('rules')}</AppLink>}
    >
      <SplitPage
        side={alarm && <AlarmPanel key={alarm.id} alarm={alarm} onClose={() => put('alarm', null)} />}
      >
        <Panel
          step={1}
          title={t('list')}
          meta={t(`list.meta.${view}`)}
          className="grow"
          actions={
            <>
              <Segmented
                label={t('priority')}
                value={String(priority ?? 0)}
                onChange={value => put('priority', value === '0' ? null : value)}
                options={['0', '1', '2', '3'].map(value => ({
                  value,
                  label: value === '0' ? t('priority.all') : value,
                }))}
              />
              <Segmented<AlarmView>
                label={t('view')}
                value={view}
                onChange={value => put('view', value === 'open' ? null : value)}
                options={[
                  { value: 'open', label: t('view.open') },
                  { value: 'all', label: t('view.all') },
                ]}
              />
            </>
          }
        >
          <QueryView query={query} rows={12}>
            {data => (
              <AlarmTable
                alarms={data.items}
                selected={selected}
                onSelect={id => put('alarm', String(id))}
                server={
                  view === 'all'
                    ? {
                        total: data.total,
                        page,
                        size: PAGE_SIZE,
                        onPage: setPage,
                        ...alarmRows({ assetId, priority, range }),
                      }
                    : undefined
                }
              />
            )}
          </QueryView>
        </Panel>
      </SplitPage>
    </Page>
  );
}

interface SentenceProps {
  view: AlarmView;
  alarms: readonly Alarm[];
  total: number;
}

function Sentence({ view, alarms, total }: SentenceProps) {
  const t = useAlarmsText();
  if (view === 'all') return t('sentence.all', { count: total });
  const active = alarms.filter(isActive).length;
  const unacked = alarms.filter(isUnacknowledged).length;
  const shelved = alarms.filter(alarm => alarm.state === 'SHELVED').length;
  if (active + unacked + shelved === 0) return t('sentence.none');
  const words = t('sentence', { active, unacked, shelved });
  return total > alarms.length ? t('sentence.more', { words, shown: alarms.length, total }) : words;
}

interface TableProps {
  alarms: readonly Alarm[];
  selected: number | null;
  onSelect(id: number): void;
  server?: TableOptions<Alarm>['server'];
}

function AlarmTable({ alarms, selected, onSelect, server }: TableProps) {
  const t = useAlarmsText();
  const columns = useAlarmColumns();
  const may = useMay('OPERATOR', 'ENGINEER');
  const acknowledge = useAcknowledge();
  const waiting = alarms.filter(isUnacknowledged).map(alarm => alarm.id);
  return (
    <>
      {acknowledge.error ? (
        <ErrorState error={acknowledge.error} onRetry={() => acknowledge.mutate(waiting)} />
      ) : null}
      <DataTable
        label={t('list')}
        columns={server ? columns.map(column => ({ ...column, sortable: false })) : columns}
        rows={alarms}
        rowKey={row => row.id}
        selected={selected}
        onSelect={row => onSelect(row.id)}
        onOpen={row => onSelect(row.id)}
        keys
        exportAs="alarms"
        server={server}
        filter={!server}
        empty={<EmptyState title={t('none')}>{t(server ? 'none.all' : 'none.detail')}</EmptyState>}
        footer={
          may && waiting.length > 0 ? (
            <Button kind="text" disabled={acknowledge.isPending} onClick={() => acknowledge.mutate(waiting)}>
              {`${t('ackShown')} (${waiting.length})`}
            </Button>
          ) : undefined
        }
      />
    </>
  );
}
