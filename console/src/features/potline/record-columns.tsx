import { useMemo } from 'react';
import { useDecider } from '@/shared/advice/outcome';
import type { Advice, Alarm, PlantEvent } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { oneLine, useEventFacts } from '@/shared/events/event-words';
import { useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';
import { useNow } from '@/shared/time/now';
import { ageOf, formatAge, formatTime } from '@/shared/time/plant-time';
import { PriorityMark } from '@/shared/ui/priority-mark';
import type { Column } from '@/shared/ui/table-rows';
import { usePotlineText } from './locale/texts';

export function useEventColumns(): Column<PlantEvent>[] {
  const t = usePotlineText();
  const say = useSay();
  const factsOf = useEventFacts();
  return useMemo(() => {
    const details = (row: PlantEvent) => oneLine(factsOf(row));
    const lasted = (row: PlantEvent) => (row.end ? ageOf(row.start, Date.parse(row.end)) : null);
    return [
      {
        key: 'time',
        title: t('column.time'),
        width: 120,
        render: row => <span className="t2">{formatTime(row.start)}</span>,
        value: row => row.start,
      },
      {
        key: 'event',
        title: t('column.event'),
        width: '24%',
        render: row => <b>{say(row.title)}</b>,
        value: row => say(row.title),
      },
      {
        key: 'detail',
        title: t('column.detail'),
        render: row => <span className="t2">{details(row)}</span>,
        value: details,
      },
      {
        key: 'duration',
        title: t('column.duration'),
        width: 88,
        align: 'right',
        render: row => (row.end ? formatAge(lasted(row)) : <span className="t3">{t('going')}</span>),
        value: lasted,
      },
    ];
  }, [t, say, factsOf]);
}

export function useAlarmColumns(): Column<Alarm>[] {
  const t = usePotlineText();
  const say = useSay();
  const now = useNow(30);
  return useMemo(
    () => [
      {
        key: 'mark',
        title: '',
        width: 36,
        exported: false,
        render: row => <PriorityMark priority={row.priority} size={12} />,
      },
      {
        key: 'alarm',
        title: t('column.alarm'),
        width: '28%',
        render: row => <b>{say(row.title)}</b>,
        value: row => say(row.title),
      },
      {
        key: 'detail',
        title: t('column.detail'),
        render: row => <span className="t2">{say(row.detail)}</span>,
        value: row => say(row.detail),
      },
      {
        key: 'time',
        title: t('column.time'),
        width: 112,
        render: row => <span className="t2">{formatTime(row.raisedAt)}</span>,
        value: row => row.raisedAt,
      },
      {
        key: 'duration',
        title: t('column.duration'),
        width: 88,
        align: 'right',
        render: row => formatAge(ageOf(row.raisedAt, row.clearedAt ? Date.parse(row.clearedAt) : now)),
        value: row => ageOf(row.raisedAt, row.clearedAt ? Date.parse(row.clearedAt) : now),
      },
    ],
    [t, say, now],
  );
}

export function useAdviceRecordColumns(): Column<Advice>[] {
  const t = usePotlineText();
  const shared = useSharedText();
  const say = useSay();
  const decider = useDecider();
  return useMemo(
    () => [
      {
        key: 'mark',
        title: '',
        width: 36,
        exported: false,
        render: row => <PriorityMark priority={row.priority} size={12} />,
      },
      {
        key: 'time',
        title: t('column.time'),
        width: 108,
        render: row => <span className="t2">{formatTime(row.createdAt)}</span>,
        value: row => row.createdAt,
      },
      {
        key: 'advice',
        title: t('column.advice'),
        render: row => (
          <>
            {say(row.title)}{' '}
            {row.to !== null && (
              <>
                <span className="t3">{row.from === null ? '' : `${formatNumber(row.from)} → `}</span>
                <b>{formatNumber(row.to)}</b>
                <span className="unit">{row.unit}</span>
              </>
            )}
          </>
        ),
        value: row => `${say(row.title)} ${row.from ?? ''} → ${row.to ?? ''} ${row.unit}`,
      },
      {
        key: 'state',
        title: t('column.state'),
        width: 76,
        render: row => shared(`advice.state.${row.state}`),
        value: row => row.state,
      },
      {
        key: 'decided',
        title: t('column.decided'),
        width: 160,
        render: row => (
          <span className="t2">{row.decidedAt && `${formatTime(row.decidedAt)} ${decider(row).who}`}</span>
        ),
        value: row => row.decidedAt,
      },
      {
        key: 'why',
        title: t('column.why'),
        width: '24%',
        render: row => <span className="t2">{decider(row).why}</span>,
        value: row => decider(row).why,
      },
    ],
    [t, shared, say, decider],
  );
}
