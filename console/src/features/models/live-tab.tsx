import { Select } from 'antd';
import { useMemo, useRef } from 'react';
import type { Asset, Model, ModelLive } from '@/shared/api/contract';
import { type AssetTree, useScope } from '@/shared/assets/assets';
import type { ChartHandle } from '@/shared/chart/chart';
import { formatNumber } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { useNow } from '@/shared/time/now';
import { formatTime } from '@/shared/time/plant-time';
import { MINUTE, useTimeRange } from '@/shared/time/time-range';
import { Bullet } from '@/shared/ui/bullet';
import { Button } from '@/shared/ui/button';
import { Panel } from '@/shared/ui/panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import { useLivePredictions } from './api';
import { Bars } from './bars';
import { CourseChart } from './course-chart';
import { useFeatureWords } from './feature-words';
import { useModelsText } from './locale/texts';
import styles from './models.module.css';
import { VirtualChip } from './status-chip';

function equipmentBelow(tree: AssetTree, id: number | null): Asset[] {
  const asset = tree.find(id);
  const below = tree.childrenOf(id).flatMap(child => equipmentBelow(tree, child.id));
  return asset?.kind === 'EQUIPMENT' && below.length === 0 ? [asset] : below;
}

/** The piece of equipment that is looked at: the one in the top bar when the model speaks about it, else the first. */
function useSubject(model: Model) {
  const { assetId, tree, setScope } = useScope();
  const choice = useMemo(() => equipmentBelow(tree, model.assetId ?? null), [tree, model.assetId]);
  const chosen = choice.find(one => one.id === assetId) ?? choice[0];
  return { choice, subject: chosen?.id ?? model.assetId ?? null, setScope };
}

/** What the champion says now: predictions with their band, what was measured then, why, and whether to trust it. */
export function LiveTab({ model }: { model: Model }) {
  const t = useModelsText();
  const words = useFeatureWords(model.assetId);
  const say = useSay();
  const { choice, subject, setScope } = useSubject(model);
  const { range } = useTimeRange();
  const now = useNow(30);
  const handle = useRef<ChartHandle>(null);
  // Whole minutes, so that a range that follows the clock does not ask every second.
  const minute = (at: number) => Math.floor(at / MINUTE) * MINUTE;
  const ahead = range.live ? model.horizonSeconds * 1000 : 0;
  const span = { from: minute(range.from), to: minute(range.to) + ahead };
  const inUse = typeof model.champion === 'number';
  const query = useLivePredictions(model.id, subject, span, inUse);
  if (!inUse) return <EmptyState title={t('live.notInUse')}>{t('live.notInUse.detail')}</EmptyState>;
  return (
    <div className={styles.live}>
      <Panel
        step={1}
        title={t('live')}
        meta={query.data && latest(query.data, now, t('live.scored'))}
        actions={
          <>
            {choice.length > 1 && (
              <Select
                size="small"
                showSearch={{ optionFilterProp: 'label' }}
                aria-label={t('live.subject')}
                style={{ width: 140 }}
                value={subject ?? undefined}
                onChange={setScope}
                options={choice.map(one => ({ value: one.id, label: say(one.name) }))}
              />
            )}
            <VirtualChip virtual={model.virtual} />
            <Button
              kind="text"
              disabled={!query.data}
              onClick={() => handle.current?.savePng(`${model.code}-live`)}
            >
              {'PNG'}
            </Button>
          </>
        }
      >
        <QueryView query={query} rows={6}>
          {data =>
            data.t.length === 0 ? (
              <EmptyState title={t('live.none')}>{t('live.none.detail')}</EmptyState>
            ) : (
              <CourseChart
                course={data}
                unit={model.target.unit}
                label={t('live')}
                now={now}
                handle={handle}
              />
            )
          }
        </QueryView>
      </Panel>
      <div className={styles.column}>
        <Panel step={2} title={t('explanation')} meta={t('explanation.meta')} className="space">
          <QueryView query={query} rows={4}>
            {data => (
              <Bars
                signed
                label={t('explanation')}
                empty={t('explanation.none')}
                rows={data.explanation.map(one => ({
                  key: one.feature,
                  name: words(one.feature),
                  value: one.contribution,
                  unit: model.target.unit,
                  note: one.value === undefined ? undefined : formatNumber(one.value),
                }))}
              />
            )}
          </QueryView>
        </Panel>
        <Panel title={t('envelope')} className={styles.low} padded>
          <QueryView query={query} rows={2}>
            {data =>
              data.envelope ? (
                <Envelope envelope={data.envelope} />
              ) : (
                <p className="t3">{t('envelope.none')}</p>
              )
            }
          </QueryView>
        </Panel>
      </div>
    </div>
  );
}

/** The newest moment for which something is predicted. */
function latest(data: ModelLive, now: number, word: string) {
  const at = data.t.findLast((time, i) => time <= now && data.predicted[i] !== null);
  return at === undefined ? undefined : `${word} ${formatTime(at)}`;
}

function Envelope({ envelope }: { envelope: NonNullable<ModelLive['envelope']> }) {
  const t = useModelsText();
  const { inside, distance, limit } = envelope;
  return (
    <div className={styles.gauge}>
      <span className={inside ? 't2' : 'p2 bold'}>{t(inside ? 'envelope.inside' : 'envelope.outside')}</span>
      <Bullet
        value={distance}
        low={0}
        high={limit}
        scaleLow={0}
        scaleHigh={limit * 2}
        priority={inside ? null : 2}
        width={160}
      />
      <span>
        <b>{formatNumber(distance, 2)}</b>{' '}
        <span className="t3">{t('limit', { limit: formatNumber(limit, 2) })}</span>
      </span>
    </div>
  );
}
