import type { Comparison } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { FigureStrip } from '@/shared/ui/figure-strip';
import { useSchedulingText } from './locale/texts';

/** The figures of the draft, each against those of the last plan. */
export function KpiStrip({ comparison }: { comparison: Comparison | undefined }) {
  const t = useSchedulingText();
  const [last, draft] = comparison?.plans ?? [];
  const version = last?.version?.version ?? 0;
  const figure = (
    key: string,
    label: string,
    unit: string,
    digits: number,
    value: number | undefined,
    was: number | undefined,
  ) => ({
    key,
    label,
    unit,
    digits,
    value,
    note: was === undefined ? undefined : t('kpi.was', { version, value: formatNumber(was, digits) }),
  });
  const [now, before] = [draft?.figures, last?.figures];
  return (
    <FigureStrip
      compact
      label={t('figures')}
      figures={[
        figure('onTime', t('figure.onTime'), '%', 1, now?.onTimePercent, before?.onTimePercent),
        figure(
          'tardiness',
          t('figure.tardiness'),
          'h',
          1,
          now?.weightedTardinessHours,
          before?.weightedTardinessHours,
        ),
        figure('setup', t('figure.setup'), 'h', 1, now?.setupHours, before?.setupHours),
        figure('wip', t('figure.wip'), 't', 0, draft?.inProcess.meanTonnes, last?.inProcess.meanTonnes),
        {
          key: 'moved',
          label: t('figure.moved'),
          value: draft?.movedOperations,
          digits: 0,
          note: t('kpi.against', { version }),
        },
      ]}
    />
  );
}
