import { useMemo } from 'react';
import type { OrderChange, SheetsAnswer } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { formatTime } from '@/shared/time/plant-time';
import { DataTable } from '@/shared/ui/data-table';
import { FigureStrip } from '@/shared/ui/figure-strip';
import { Panel } from '@/shared/ui/panel';
import { EmptyState } from '@/shared/ui/states';
import type { Column } from '@/shared/ui/table-rows';
import { usePlan } from './api';
import { useSchedulingText } from './locale/texts';
import styles from './sheets.module.css';

const WHATS = ['NEW', 'GONE', 'DUE', 'ROUTE', 'OTHER'] as const;

function useColumns(before: number, after: number): Column<OrderChange>[] {
  const t = useSchedulingText();
  return useMemo(() => {
    const due = (key: 'before' | 'after', begin: number): Column<OrderChange> => ({
      key,
      title: t(`change.${key}`),
      width: 120,
      align: 'right',
      render: row => (row[key] === undefined ? '' : formatTime(begin + row[key] * 60_000)),
      value: row => row[key],
    });
    return [
      {
        key: 'order',
        title: t('column.order'),
        width: 120,
        render: row => row.order,
        value: row => row.order,
      },
      {
        key: 'what',
        title: t('change.what'),
        width: 132,
        render: row => t(`change.${row.what}`),
        value: row => t(`change.${row.what}`),
      },
      {
        key: 'customer',
        title: t('column.customer'),
        render: row => row.customer,
        value: row => row.customer,
      },
      due('before', before),
      due('after', after),
    ];
  }, [t, before, after]);
}

/** What the plan would be, and which orders are new, gone or changed against the plan on the desk. */
export function SheetChanges({ answer, asset }: { answer: SheetsAnswer | undefined; asset: number | null }) {
  const t = useSchedulingText();
  const plan = usePlan(answer?.before ? asset : null).data;
  const after = Date.parse(answer?.startsAt ?? '') || 0;
  const columns = useColumns(plan ? Date.parse(plan.startsAt) : after, after);
  const rows = useMemo(() => answer?.changes ?? [], [answer?.changes]);
  const counted = WHATS.filter(what => answer?.counted[what]).map(what =>
    t('change.count', { what: t(`change.${what}`), count: answer?.counted[what] ?? 0 }),
  );
  return (
    <Panel step={3} title={t('changes')} meta={counted.join(t('separator'))}>
      {answer?.after ? (
        <div className={styles.changes}>
          <Figures before={answer.before} after={answer.after} />
          <div className={styles.rest}>
            <DataTable
              label={t('changes')}
              columns={columns}
              rows={rows}
              rowKey={row => `${row.what} ${row.order}`}
              exportAs="changes"
              empty={<EmptyState title={t('changes.none')}>{t('changes.none.detail')}</EmptyState>}
            />
          </div>
        </div>
      ) : (
        <EmptyState title={t('changes.nothing')}>{t('changes.nothing.detail')}</EmptyState>
      )}
    </Panel>
  );
}

type PlanFigures = NonNullable<SheetsAnswer['after']>;

function Figures({ before, after }: { before: SheetsAnswer['before']; after: PlanFigures }) {
  const t = useSchedulingText();
  const was = (value: number | undefined, digits: number) =>
    value === undefined ? undefined : t('change.was', { value: formatNumber(value, digits) });
  return (
    <FigureStrip
      compact
      label={t('change.figures')}
      figures={[
        {
          key: 'onTime',
          label: t('figure.onTime'),
          note: was(before?.onTimePercent, 1),
          value: after.onTimePercent,
          digits: 1,
          unit: '%',
        },
        {
          key: 'tardiness',
          label: t('figure.tardiness'),
          note: was(before?.weightedTardinessHours, 1),
          value: after.weightedTardinessHours,
          digits: 1,
          unit: 'h',
        },
        {
          key: 'setup',
          label: t('figure.setup'),
          note: was(before?.setupHours, 1),
          value: after.setupHours,
          digits: 1,
          unit: 'h',
        },
      ]}
    />
  );
}
