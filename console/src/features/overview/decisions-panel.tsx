import { useMemo } from 'react';
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
  return useMemo(() => {
    const title = (one: Advice) => `${say(tree.find(one.assetId)?.name)} ${say(one.title)}`.trim();
    return [
      {
        key: 'title',
        title: t('results.title'),
        render: one => <span title={title(one)}>{title(one)}</span>,
        value: title,
      },
      {
        key: 'state',
        title: t('results.state'),
        width: 76,
        render: one => shared(`advice.state.${one.state}`),
        value: one => one.state,
      },
      {
        key: 'reason',
        title: t('results.reason'),
        width: '28%',
        render: one => (
          <span className="t2" title={one.decisionReason ?? ''}>
            {[one.decidedBy, one.decisionReason].filter(Boolean).join(' · ')}
          </span>
        ),
        value: one => one.decisionReason,
      },
      {
        key: 'when',
        title: t('results.when'),
        width: 92,
        align: 'right',
        render: one => <span className="t3">{formatTime(decidedAt(one))}</span>,
        value: decidedAt,
      },
    ];
  }, [t, shared, say, tree]);
}

/** What came of advice: the latest decisions with their reasons. */
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
