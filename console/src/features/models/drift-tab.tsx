import { useMemo } from 'react';
import type { Drift, Model } from '@/shared/api/contract';
import { formatNumber, formatPercent } from '@/shared/format/number';
import { formatTime } from '@/shared/time/plant-time';
import { Bullet } from '@/shared/ui/bullet';
import { DataTable } from '@/shared/ui/data-table';
import { Panel } from '@/shared/ui/panel';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { EmptyState, QueryView } from '@/shared/ui/states';
import type { Column } from '@/shared/ui/table-rows';
import { useDrift } from './api';
import { DriftBar } from './drift-bar';
import { useFeatureWords } from './feature-words';
import { useModelsText } from './locale/texts';
import styles from './models.module.css';
import { VirtualChip } from './status-chip';
import { COVERAGE, honest } from './versions';

type Feature = Drift['features'][number];

const MARK = { ok: null, watch: 3, act: 2 } as const;
const ORDER = { act: 0, watch: 1, ok: 2 };

function useColumns(assetId: number): Column<Feature>[] {
  const t = useModelsText();
  const words = useFeatureWords(assetId);
  return useMemo(
    () => [
      {
        key: 'state',
        title: t('column.status'),
        width: 116,
        render: row => (
          <span className="row">
            {MARK[row.state] && <PriorityMark priority={MARK[row.state] ?? 3} size={12} />}
            {t(`drift.${row.state}`)}
          </span>
        ),
        value: row => ORDER[row.state],
      },
      {
        key: 'feature',
        title: t('column.feature'),
        render: row => <b>{words(row.feature)}</b>,
        value: row => words(row.feature),
      },
      {
        key: 'psi',
        title: t('column.psi'),
        width: '24%',
        render: row => <DriftBar value={row.psi} state={row.state} />,
        value: row => row.psi,
      },
      {
        key: 'ks',
        title: t('column.ks'),
        width: '24%',
        render: row => <DriftBar value={row.ks} state={row.state} />,
        value: row => row.ks,
      },
    ],
    [t, words],
  );
}

/** Whether the plant still is what the model learned: inputs one by one, and its errors together. */
export function DriftTab({ model }: { model: Model }) {
  const t = useModelsText();
  const query = useDrift(model.id);
  const columns = useColumns(model.assetId);
  return (
    <div className={styles.live}>
      <Panel step={1} title={t('drift')} meta={t('drift.meta')}>
        <QueryView query={query} rows={6}>
          {data => (
            <DataTable
              label={t('drift')}
              columns={columns}
              rows={data.features}
              rowKey={row => row.feature}
              sort={{ key: 'psi', down: true }}
              exportAs={`${model.code}-drift`}
              empty={<EmptyState title={t('drift.none')}>{t('drift.none.detail')}</EmptyState>}
            />
          )}
        </QueryView>
      </Panel>
      <Panel
        step={2}
        title={t('residual')}
        meta={query.data && t('residual.meta', { rows: formatNumber(query.data.rows, 0) })}
        actions={<VirtualChip virtual={model.virtual} />}
        padded
      >
        <QueryView query={query} rows={3}>
          {data => <Residual drift={data} />}
        </QueryView>
      </Panel>
    </div>
  );
}

function Residual({ drift }: { drift: Drift }) {
  const t = useModelsText();
  const { cusum, limit, state } = drift.residual;
  const over = cusum > limit || state === 'act';
  const known = drift.coverage80 !== undefined;
  const fair = !known || honest(drift.coverage80);
  return (
    <dl className={styles.facts}>
      <dt>{t('residual.cusum')}</dt>
      <dd>
        <b className={over ? 'p2' : undefined}>{formatNumber(cusum, 2)}</b>{' '}
        <span className="t3">{t('limit', { limit: formatNumber(limit, 2) })}</span>
        <Bullet
          value={cusum}
          low={0}
          high={limit}
          scaleLow={0}
          scaleHigh={Math.max(limit * 1.6, cusum * 1.1)}
          priority={over ? 2 : null}
          width={220}
        />
        <span className="small t2">{t(over ? 'residual.over' : 'residual.fine')}</span>
      </dd>
      <dt>{t('column.coverage')}</dt>
      <dd>
        <b className={fair ? undefined : 'p3'}>{formatPercent(drift.coverage80)}</b>
        <Bullet
          value={drift.coverage80}
          {...COVERAGE}
          scaleLow={0.6}
          scaleHigh={1}
          priority={fair ? null : 3}
          width={220}
        />
        <span className="small t2">
          {t(!known ? 'coverage.unknown' : fair ? 'coverage.fair' : 'coverage.unfair')}
        </span>
      </dd>
      <dt>{t('column.at')}</dt>
      <dd>{formatTime(drift.at)}</dd>
    </dl>
  );
}
