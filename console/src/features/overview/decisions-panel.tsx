import { useMemo } from 'react';
import { Measured, useDecider, useVerdict } from '@/shared/advice/outcome';
import type { Advice } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';
import { formatTime } from '@/shared/time/plant-time';
import { DataTable } from '@/shared/ui/data-table';
import { Panel } from '@/shared/ui/panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import { TableExport } from '@/shared/ui/table-export';
import type { Column } from '@/shared/ui/table-rows';
import { decidedAt, useDecided } from './api';
import { useOverviewText } from './locale/texts';

function useColumns(): Column<Advice>[] {
  const t = useOverviewText();
  const shared = useSharedText();
  const say = useSay();
  const { tree } = useAssets();
  const decider = useDecider();
  const verdict = useVerdict();
  return useMemo(() => {
    const title = (one: Advice) => `${say(tree.find(one.assetId)?.name)} ${say(one.title)}`.trim();
    // What is evaluated was accepted; its result stands in a column of its own.
    const decision = (one: Advice) => {
      const { who, why } = decider(one);
      const state = one.state === 'EVALUATED' ? 'ACCEPTED' : one.state;
      return [shared(`advice.state.${state}`), who, why].filter(Boolean).join(' · ');
    };
    return [
      {
        key: 'title',
        title: t('results.title'),
        render: one => <span title={title(one)}>{title(one)}</span>,
        value: title,
      },
      {
        key: 'decision',
        title: t('results.decision'),
        width: '27%',
        render: one => (
          <span className="t2" title={decision(one)}>
            {decision(one)}
          </span>
        ),
        value: decision,
      },
      {
        key: 'measured',
        title: t('results.measured'),
        width: 120,
        render: one =>
          (one.outcome || one.state === 'ACCEPTED') && (
            <span title={one.outcome && verdict(one.outcome).sentence}>
              <Measured outcome={one.outcome} />
            </span>
          ),
        value: one => one.outcome?.effect,
      },
      {
        key: 'when',
        title: t('results.when'),
        width: 60,
        align: 'right',
        render: one => (
          <span className="t3" title={formatTime(decidedAt(one))}>
            {formatTime(decidedAt(one)).slice(0, 5)}
          </span>
        ),
        value: decidedAt,
      },
    ];
  }, [t, shared, say, tree, decider, verdict]);
}

/** What came of advice: the latest decisions with their reasons and what was measured. */
export function DecisionsPanel() {
  const t = useOverviewText();
  const columns = useColumns();
  const query = useDecided();
  return (
    <Panel
      step={4}
      title={t('results')}
      meta={t('results.meta')}
      actions={<TableExport name="decisions" columns={columns} rows={query.data ?? []} />}
    >
      <QueryView query={query} rows={3}>
        {decided => (
          <DataTable
            label={t('results')}
            columns={columns}
            rows={decided}
            rowKey={one => one.id}
            foot={false}
            empty={<EmptyState title={t('results.none')}>{t('results.none.detail')}</EmptyState>}
          />
        )}
      </QueryView>
    </Panel>
  );
}
