import { useMemo } from 'react';
import type { Model, ModelVersion } from '@/shared/api/contract';
import { formatNumber, formatPercent } from '@/shared/format/number';
import { formatDate, formatTime } from '@/shared/time/plant-time';
import { DataTable } from '@/shared/ui/data-table';
import { Panel } from '@/shared/ui/panel';
import type { Column } from '@/shared/ui/table-rows';
import { useModelsText } from './locale/texts';
import styles from './models.module.css';
import { Promotion } from './promotion';
import { VirtualChip } from './status-chip';

interface Props {
  model: Model;
  version: ModelVersion;
  onVersion(version: number): void;
}

function useColumns(unit: string): Column<ModelVersion>[] {
  const t = useModelsText();
  return useMemo(
    () => [
      {
        key: 'version',
        title: t('column.version'),
        width: 72,
        render: row => <b>{`v${row.version}`}</b>,
        value: row => row.version,
      },
      {
        key: 'alias',
        title: t('column.alias'),
        width: 84,
        render: row =>
          row.alias && (
            <span className={row.alias === 'champion' ? 'chip accent' : 'chip'}>
              {t(`alias.${row.alias}`)}
            </span>
          ),
        value: row => row.alias,
      },
      {
        key: 'algorithm',
        title: t('column.algorithm'),
        render: row => row.algorithm,
        value: row => row.algorithm,
      },
      {
        key: 'created',
        title: t('column.created'),
        width: 104,
        render: row => <span className="t2">{formatTime(row.createdAt)}</span>,
        value: row => row.createdAt,
      },
      {
        key: 'mae',
        title: `${t('column.mae')} ${unit}`,
        width: 84,
        align: 'right',
        render: row => formatNumber(row.metrics.mae, 2),
        value: row => row.metrics.mae,
      },
      {
        key: 'coverage',
        title: t('column.coverage'),
        width: 92,
        align: 'right',
        render: row => formatPercent(row.metrics.coverage80),
        value: row => row.metrics.coverage80,
      },
      {
        key: 'skill',
        title: t('column.skill'),
        width: 72,
        align: 'right',
        render: row => <b>{formatPercent(row.metrics.skill, 0)}</b>,
        value: row => row.metrics.skill,
      },
    ],
    [t, unit],
  );
}

/** Every version with what it learned from; a version becomes the champion only through the gate. */
export function VersionsTab({ model, version, onVersion }: Props) {
  const t = useModelsText();
  const columns = useColumns(model.target.unit);
  return (
    <div className={styles.live}>
      <Panel
        title={t('versions')}
        meta={t('versions.meta')}
        actions={<VirtualChip virtual={model.virtual} />}
      >
        <DataTable
          label={t('versions')}
          columns={columns}
          rows={model.versions}
          rowKey={row => row.version}
          sort={{ key: 'version', down: true }}
          selected={version.version}
          onSelect={row => onVersion(row.version)}
          keys
          exportAs={`${model.code}-versions`}
        />
      </Panel>
      <div className={styles.column}>
        <Panel
          title={t('figure.versionName', { version: version.version })}
          meta={version.alias ? t(`alias.${version.alias}`) : undefined}
          padded
        >
          <Origin version={version} />
        </Panel>
        <Promotion key={version.version} model={model} version={version} />
      </div>
    </div>
  );
}

/** All that is needed to make the same version again. */
function Origin({ version }: { version: ModelVersion }) {
  const t = useModelsText();
  const { trainedOn } = version;
  return (
    <dl className={styles.facts}>
      <dt>{t('origin.range')}</dt>
      <dd>
        {formatDate(trainedOn.from)} – {formatDate(trainedOn.to)}
      </dd>
      <dt>{t('origin.rows')}</dt>
      <dd>{formatNumber(trainedOn.rows, 0)}</dd>
      <dt>{t('origin.hash')}</dt>
      <dd>
        <code title={trainedOn.hash}>{trainedOn.hash}</code>
      </dd>
      <dt>{t('origin.seed')}</dt>
      <dd>{version.seed}</dd>
      <dt>{t('origin.code')}</dt>
      <dd>{version.codeVersion}</dd>
      <dt>{t('column.algorithm')}</dt>
      <dd>{version.algorithm}</dd>
    </dl>
  );
}
