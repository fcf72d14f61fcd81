import { useState } from 'react';
import type { Pot } from '@/shared/api/contract';
import { AppLink } from '@/shared/nav/app-link';
import { Panel } from '@/shared/ui/panel';
import { Segmented } from '@/shared/ui/segmented';
import { DataTable } from '@/shared/ui/data-table';
import { EmptyState, QueryView } from '@/shared/ui/states';
import { type Span, useAdviceOf, useEventsOf } from './api';
import { usePotlineText } from './locale/texts';
import { useAdviceRecordColumns, useAlarmColumns, useEventColumns } from './record-columns';

const KINDS = ['events', 'alarms', 'advice'] as const;
type Kind = (typeof KINDS)[number];

const LINKS = {
  events: ['/events', 'records.allEvents'],
  alarms: ['/alarms', 'records.allAlarms'],
  advice: ['/advice', 'records.allAdvice'],
} as const;

interface Props {
  pot: Pot;
  range: Span;
}

/** What happened to a pot: events, alarms, advice, one of them at a time. */
export function Records({ pot, range }: Props) {
  const t = usePotlineText();
  const [kind, setKind] = useState<Kind>('events');
  const [path, label] = LINKS[kind];
  return (
    <Panel
      title={t('records')}
      actions={
        <>
          <AppLink className="small" to={`${path}?asset=${pot.assetId}`}>
            {t(label)}
          </AppLink>
          <Segmented<Kind>
            label={t('records')}
            value={kind}
            onChange={setKind}
            options={KINDS.map(value => ({ value, label: t(`records.${value}`) }))}
          />
        </>
      }
    >
      {kind === 'events' && <Events pot={pot} range={range} />}
      {kind === 'alarms' && <Alarms pot={pot} />}
      {kind === 'advice' && <AdviceHistory pot={pot} />}
    </Panel>
  );
}

function useEmpty(kind: Kind) {
  const t = usePotlineText();
  return <EmptyState title={t(`records.${kind}.none`)}>{t(`records.${kind}.none.detail`)}</EmptyState>;
}

function Events({ pot, range }: Props) {
  const t = usePotlineText();
  const query = useEventsOf(pot.assetId, range);
  const columns = useEventColumns();
  const empty = useEmpty('events');
  return (
    <QueryView query={query} rows={3}>
      {items => (
        <DataTable
          label={t('records.events')}
          columns={columns}
          rows={items}
          rowKey={row => row.id}
          sort={{ key: 'time', down: true }}
          exportAs={`pot-${pot.number}-events`}
          empty={empty}
        />
      )}
    </QueryView>
  );
}

function Alarms({ pot }: { pot: Pot }) {
  const t = usePotlineText();
  const columns = useAlarmColumns();
  const empty = useEmpty('alarms');
  return (
    <DataTable
      label={t('records.alarms')}
      columns={columns}
      rows={pot.alarms}
      rowKey={row => row.id}
      exportAs={`pot-${pot.number}-alarms`}
      empty={empty}
    />
  );
}

function AdviceHistory({ pot }: { pot: Pot }) {
  const t = usePotlineText();
  const query = useAdviceOf(pot.assetId);
  const columns = useAdviceRecordColumns();
  const empty = useEmpty('advice');
  return (
    <QueryView query={query} rows={3}>
      {({ items }) => (
        <DataTable
          label={t('records.advice')}
          columns={columns}
          rows={items}
          rowKey={row => row.id}
          exportAs={`pot-${pot.number}-advice`}
          empty={empty}
        />
      )}
    </QueryView>
  );
}
