import { useRef } from 'react';
import type { Backtest, Model, ModelVersion } from '@/shared/api/contract';
import type { ChartHandle } from '@/shared/chart/chart';
import { formatDate } from '@/shared/time/plant-time';
import { Button } from '@/shared/ui/button';
import { download, fileName, toCsv } from '@/shared/ui/csv';
import { Panel } from '@/shared/ui/panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import { useBacktest } from './api';
import { Bars } from './bars';
import { CourseChart } from './course-chart';
import { ErrorBars } from './error-bars';
import { useFeatureWords } from './feature-words';
import { type ModelsText, useModelsText } from './locale/texts';
import styles from './models.module.css';
import { ScoreTable } from './score-table';
import { VirtualChip } from './status-chip';

interface Props {
  model: Model;
  version: ModelVersion;
}

/** How good a version was on data it had not seen: course, errors, what it rests on. */
export function BacktestTab({ model, version }: Props) {
  const t = useModelsText();
  const query = useBacktest(model.id, version.version);
  const handle = useRef<ChartHandle>(null);
  const words = useFeatureWords(model.assetId);
  const { unit } = model.target;
  const name = `${model.code}-v${version.version}-backtest`;
  const test = query.data;
  const span = test && test.t.length > 0 && `${formatDate(test.t[0])} – ${formatDate(test.t.at(-1))}`;
  return (
    <div className={styles.backtest}>
      <Panel
        className={styles.wide}
        step={1}
        title={t('backtest')}
        meta={span || undefined}
        actions={
          <>
            <VirtualChip virtual={model.virtual} />
            <Button kind="text" disabled={!test} onClick={() => test && save(name, test, unit, t)}>
              {'CSV'}
            </Button>
            <Button kind="text" disabled={!test} onClick={() => handle.current?.savePng(name)}>
              {'PNG'}
            </Button>
          </>
        }
      >
        <QueryView query={query} rows={6}>
          {data =>
            data.t.length === 0 ? (
              <EmptyState title={t('backtest.none')}>{t('backtest.none.detail')}</EmptyState>
            ) : (
              <CourseChart
                course={data}
                unit={unit}
                label={t('backtest')}
                baselineName={words(data.baselineName)}
                handle={handle}
              />
            )
          }
        </QueryView>
      </Panel>
      <Panel title={t('scores')} actions={<VirtualChip virtual={model.virtual} />}>
        <ScoreTable model={model} version={version} />
      </Panel>
      <Panel title={t('errors')} meta={t('errors.meta', { unit })}>
        <QueryView query={query} rows={4}>
          {data => <ErrorBars errors={data.errors} unit={unit} />}
        </QueryView>
      </Panel>
      <Panel step={2} title={t('importance')} meta={t('importance.meta')}>
        <QueryView query={query} rows={4}>
          {data => (
            <Bars
              label={t('importance')}
              empty={t('importance.none')}
              rows={data.importance.map(one => ({
                key: one.feature,
                name: words(one.label || one.feature),
                value: one.meanAbsShap,
                unit: one.unit,
              }))}
            />
          )}
        </QueryView>
      </Panel>
    </div>
  );
}

function save(name: string, test: Backtest, unit: string, t: ModelsText) {
  const column = (key: string, title: string, value: (i: number) => string | number | null | undefined) => ({
    key,
    title,
    value,
    render: () => null,
  });
  const columns = [
    column('time', t('column.time'), i => new Date(test.t[i] ?? 0).toISOString()),
    column('actual', `${t('actual')} ${unit}`, i => test.actual[i]),
    column('predicted', `${t('predicted')} ${unit}`, i => test.predicted[i]),
    column('low', '10 %', i => test.low[i]),
    column('high', '90 %', i => test.high[i]),
    column('baseline', test.baselineName, i => test.baseline[i]),
  ];
  download(fileName(name, 'csv'), toCsv(columns, [...test.t.keys()]));
}
