import { useMemo } from 'react';
import type { Plan } from '@/shared/api/contract';
import { formatTime } from '@/shared/time/plant-time';
import { Button } from '@/shared/ui/button';
import { DataTable } from '@/shared/ui/data-table';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { EmptyState } from '@/shared/ui/states';
import type { Column } from '@/shared/ui/table-rows';
import type { ActualRow } from './actual-rows';
import { useSchedulingText } from './locale/texts';
import type { ReportDraft } from './use-reports';

interface Props {
  plan: Plan;
  rows: readonly ActualRow[];
  selected: string | null;
  onSelect(row: ActualRow): void;
  /** Absent for who may not report. */
  onSend?: (draft: ReportDraft) => void;
  busy: boolean;
}

/** What is under way and next on every machine, with the two reports that are made most. */
export function ActualTable({ plan, rows, selected, onSelect, onSend, busy }: Props) {
  const t = useSchedulingText();
  const columns = useColumns(plan, onSend, busy);
  return (
    <DataTable
      label={t('actuals.now')}
      columns={columns}
      rows={rows}
      rowKey={row => row.key}
      selected={selected}
      onSelect={onSelect}
      keys
      exportAs="under-way"
      empty={<EmptyState title={t('actuals.nothing')}>{t('actuals.nothing.detail')}</EmptyState>}
    />
  );
}

function useColumns(plan: Plan, onSend: Props['onSend'], busy: boolean): Column<ActualRow>[] {
  const t = useSchedulingText();
  return useMemo(() => {
    const begin = Date.parse(plan.startsAt);
    const time = (minute: number) => formatTime(begin + minute * 60_000);
    const text = (key: 'resource' | 'stage' | 'order' | 'step', width?: number): Column<ActualRow> => ({
      key,
      title: t(`actual.${key}`),
      width,
      render: row => (key === 'resource' ? <b>{row[key]}</b> : row[key]),
      value: row => row[key],
    });
    const minute = (key: 'start' | 'end'): Column<ActualRow> => ({
      key,
      title: t(`actual.${key}`),
      width: 112,
      align: 'right',
      render: row => time(row[key]),
      value: row => row[key],
    });
    return [
      {
        key: 'mark',
        title: '',
        width: 40,
        exported: false,
        render: row => (row.state === 'late' ? <PriorityMark priority={3} /> : null),
      },
      text('resource', 88),
      text('stage', 128),
      text('order', 104),
      text('step'),
      minute('start'),
      minute('end'),
      {
        key: 'state',
        title: t('actual.state'),
        width: 128,
        render: row => t(`actual.${row.state}`),
        value: row => t(`actual.${row.state}`),
      },
      {
        key: 'act',
        title: '',
        width: 104,
        align: 'right',
        exported: false,
        render: row =>
          onSend && row.state !== 'done' ? <Act row={row} begin={begin} onSend={onSend} busy={busy} /> : null,
      },
    ];
  }, [plan, onSend, busy, t]);
}

interface ActProps {
  row: ActualRow;
  begin: number;
  onSend(draft: ReportDraft): void;
  busy: boolean;
}

/** Starts what has not begun, finishes what runs, now. */
function Act({ row, begin, onSend, busy }: ActProps) {
  const t = useSchedulingText();
  const { order, operation, resource, report } = row;
  const isNext = row.state === 'next';
  const act = () => {
    const now = new Date().toISOString();
    const planned = new Date(begin + row.start * 60_000).toISOString();
    const start = isNext ? now : (report?.start ?? planned);
    onSend({
      order,
      operation,
      resource,
      start,
      end: isNext ? null : now,
      scrapTonnes: report?.scrapTonnes ?? 0,
    });
  };
  return (
    <Button
      disabled={busy}
      onClick={event => {
        event.stopPropagation();
        act();
      }}
    >
      {t(isNext ? 'actual.begin' : 'actual.finish')}
    </Button>
  );
}
