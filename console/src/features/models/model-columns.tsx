import { useMemo } from 'react';
import type { ModelSummary } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { formatPercent } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { AppLink } from '@/shared/nav/app-link';
import { useNow } from '@/shared/time/now';
import { ageOf, formatAge } from '@/shared/time/plant-time';
import type { Column } from '@/shared/ui/table-rows';
import { useModelsText } from './locale/texts';
import { StatusChip, VirtualChip } from './status-chip';
import { formatHorizon } from './versions';

const ORDER = { drift: 0, watch: 1, ok: 2, untrained: 3 };

const version = (number: number | null | undefined) => (typeof number === 'number' ? `v${number}` : '\u2013');

export function useModelColumns(): Column<ModelSummary>[] {
  const t = useModelsText();
  const say = useSay();
  const now = useNow(30);
  const { tree } = useAssets();
  return useMemo(
    () => [
      {
        key: 'status',
        title: t('column.status'),
        width: 112,
        render: row => <StatusChip status={row.status} />,
        value: row => ORDER[row.status],
      },
      {
        key: 'name',
        title: t('column.name'),
        render: row => (
          <>
            <AppLink className="bold" to={`/models/${row.id}`}>
              {say(row.name)}
            </AppLink>{' '}
            <span className="t3 small">{row.code}</span>
          </>
        ),
        value: row => say(row.name),
      },
      {
        key: 'asset',
        title: t('column.asset'),
        width: '14%',
        render: row => say(tree.find(row.assetId)?.name) || '\u2013',
        value: row => say(tree.find(row.assetId)?.name),
      },
      {
        key: 'target',
        title: t('column.target'),
        width: '14%',
        render: row => (
          <>
            {say(row.target.label)} <span className="unit">{row.target.unit}</span>
          </>
        ),
        value: row => say(row.target.label),
      },
      {
        key: 'horizon',
        title: t('column.horizon'),
        width: 88,
        align: 'right',
        render: row => formatHorizon(row.horizonSeconds),
        value: row => row.horizonSeconds,
      },
      {
        key: 'champion',
        title: t('alias.champion'),
        width: 72,
        align: 'right',
        render: row => <b>{version(row.champion)}</b>,
        value: row => row.champion,
      },
      {
        key: 'candidate',
        title: t('alias.candidate'),
        width: 72,
        align: 'right',
        render: row => version(row.candidate),
        value: row => row.candidate,
      },
      {
        key: 'skill',
        title: t('column.skill'),
        width: 176,
        align: 'right',
        render: row => (
          <>
            {typeof row.currentSkill === 'number' && <VirtualChip virtual={row.virtual} />}{' '}
            <b>{formatPercent(row.currentSkill, 0)}</b>
          </>
        ),
        value: row => row.currentSkill,
      },
      {
        key: 'scored',
        title: t('column.scored'),
        width: 104,
        align: 'right',
        render: row => (
          <span className="t2">{row.lastScoredAt ? formatAge(ageOf(row.lastScoredAt, now)) : '\u2013'}</span>
        ),
        value: row => row.lastScoredAt,
      },
    ],
    [t, say, now, tree],
  );
}
