import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Alarm, Priority } from '@/shared/api/contract';
import { useScope } from '@/shared/assets/assets';
import { AppLink } from '@/shared/nav/app-link';
import { useMay } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { DataTable } from '@/shared/ui/data-table';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { Segmented } from '@/shared/ui/segmented';
import { SplitPage } from '@/shared/ui/side-panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import { isActive, isUnacknowledged, useAlarmColumns } from './alarm-columns';
import { AlarmPanel } from './alarm-panel';
import { type AlarmView, useAcknowledge, useAlarms } from './api';
import { useAlarmsText } from './locale/texts';

const PRIORITIES: readonly Priority[] = [1, 2, 3];

/** Alarms that wait for somebody, and all that ever were. The address keeps range, priority and selection. */
export default function AlarmsPage() {
  const t = useAlarmsText();
  const { assetId } = useScope();
  const [address, setAddress] = useSearchParams();
  const view: AlarmView = address.get('view') === 'all' ? 'all' : 'open';
  const priority = PRIORITIES.find(one => String(one) === address.get('priority')) ?? null;
  const selected = Number(address.get('alarm')) || null;
  const query = useAlarms({ view, assetId, priority });
  const alarms = useMemo(() => query.data?.items ?? [], [query.data]);
  const alarm = alarms.find(one => one.id === selected);
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
      sentence={<Sentence alarms={alarms} />}
      actions={<AppLink to="/alarms/rules">{t('rules')}</AppLink>}
    >
      <SplitPage side={alarm && <AlarmPanel alarm={alarm} onClose={() => put('alarm', null)} />}>
        <Panel
          step={1}
          title={t('list')}
          meta={t('list.meta')}
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
            {() => (
              <AlarmTable alarms={alarms} selected={selected} onSelect={id => put('alarm', String(id))} />
            )}
          </QueryView>
        </Panel>
      </SplitPage>
    </Page>
  );
}

function Sentence({ alarms }: { alarms: readonly Alarm[] }) {
  const t = useAlarmsText();
  const active = alarms.filter(isActive).length;
  const unacked = alarms.filter(isUnacknowledged).length;
  const shelved = alarms.filter(alarm => alarm.state === 'SHELVED').length;
  if (active + unacked + shelved === 0) return t('sentence.none');
  return t('sentence', { active, unacked, shelved });
}

interface TableProps {
  alarms: readonly Alarm[];
  selected: number | null;
  onSelect(id: number): void;
}

function AlarmTable({ alarms, selected, onSelect }: TableProps) {
  const t = useAlarmsText();
  const columns = useAlarmColumns();
  const may = useMay('OPERATOR', 'ENGINEER');
  const acknowledge = useAcknowledge();
  const waiting = alarms.filter(isUnacknowledged).map(alarm => alarm.id);
  return (
    <DataTable
      label={t('list')}
      columns={columns}
      rows={alarms}
      rowKey={row => row.id}
      selected={selected}
      onSelect={row => onSelect(row.id)}
      onOpen={row => onSelect(row.id)}
      keys
      exportAs="alarms"
      empty={<EmptyState title={t('none')}>{t('none.detail')}</EmptyState>}
      footer={
        may && waiting.length > 0 ? (
          <Button kind="text" disabled={acknowledge.isPending} onClick={() => acknowledge.mutate(waiting)}>
            {`${t('ackShown')} (${waiting.length})`}
          </Button>
        ) : undefined
      }
    />
  );
}
